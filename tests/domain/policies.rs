//! The composed policies: each fact of the seeds is said, plain questions are answered, and nothing else changes unnoticed.

use std::env;
use std::fs;

use courtesy::site::{SiteFile, StatedDate};
use courtesy::words::{Word, Words};
use serde_json::{Value, json};

use crate::compiling::parts;
use crate::fact_words::{claim_word, law_word, right_word, value_word};
use crate::fixtures::{SEEDS, json as file, path, seed, text};
use crate::page::{Page, policy_page};

fn page(site: &SiteFile) -> Page {
    policy_page(site, &parts(), 0, |name| Err(format!("no {name} here")))
}

fn english() -> Words {
    courtesy::words::BuiltInLanguage::find("en").expect("English").words()
}

/// `UPDATE_SNAPSHOTS=1 cargo test` writes them anew; read what changed.
#[test]
fn the_composed_policies_read_as_they_were_read_last() {
    for name in SEEDS.into_iter().chain(["quillhaven"]) {
        let page = policy_page(&seed(name), &parts(), 0, |_| unreachable!("composed"));
        let snapshot = format!("tests/snapshots/{name}.en.txt");
        let lines = page.lines.join("\n").trim_start().to_owned() + "\n";
        if env::var_os("UPDATE_SNAPSHOTS").is_some() {
            fs::write(path(&snapshot), &lines).expect("the snapshots can be written");
        }
        assert!(lines == text(&snapshot), "{snapshot} differs from the page; UPDATE_SNAPSHOTS=1 shows how");
    }
}

/// Nobody reads a snapshot in a language that is not reviewed; that it leaves nothing out is what can be held.
#[test]
fn a_policy_in_another_language_has_the_sections_and_lists_of_the_first_line_by_line() {
    let site = seed("quillhaven");
    let shape = |index| -> Vec<String> {
        let page = policy_page(&site, &parts(), index, |_| unreachable!("composed"));
        // What is before the words: the marks of a heading with its anchor, of an entry, of nothing.
        let marks = |line: &String| {
            let end = line.find(|c: char| !"\n#- ".contains(c)).unwrap_or(line.len());
            let anchor = line[end..].strip_prefix('{').and_then(|rest| rest.split('}').next());
            line[..end].to_owned() + anchor.unwrap_or_default()
        };
        page.lines.iter().map(marks).collect()
    };
    assert_eq!(site.languages.len(), 3);
    assert_eq!(shape(1), shape(0));
    assert_eq!(shape(2), shape(0));
}

#[test]
fn every_fact_of_the_seeds_is_said_on_the_page() {
    let mut unsaid = Vec::new();
    let mut said = 0;
    for name in SEEDS {
        let (site, page) = (file(&format!("www/sites/{name}/site.json")), page(&seed(name)));
        for row in file(&format!("tests/fixtures/facts/{name}.json"))["rows"].as_array().expect("rows") {
            let at = row["at"].as_str().expect("a path");
            for (anchor, phrase) in phrases(&site, at, &row["is"]) {
                said += 1;
                let text = anchor.map_or_else(|| page.text(), |anchor| page.under(anchor).to_owned());
                if !text.to_lowercase().contains(&phrase.to_lowercase()) {
                    unsaid.push(format!("{name} {at}: {phrase:?} is not under #{}", anchor.unwrap_or_default()));
                }
            }
        }
    }
    assert!(said > 600, "only {said} facts have words");
    assert!(unsaid.is_empty(), "{}", unsaid.join("\n"));
}

/// Where a fact stands, and in which words. A fact that is absent has none.
fn phrases(site: &Value, at: &str, is: &Value) -> Vec<(Option<&'static str>, String)> {
    let words = english();
    let name = site["name"].as_str().expect("a name");
    let say = |word: Word| words.fill(word, &[("site", name)]);
    let titles = |is: &Value| -> Vec<String> {
        let title = |id: &Value| {
            site["purposes"]
                .as_array()
                .into_iter()
                .flatten()
                .find(|purpose| purpose["id"] == *id)
                .map(|purpose| purpose["title"].as_str().expect("a title").to_owned())
        };
        is.as_array().into_iter().flatten().filter_map(title).collect()
    };
    let period = |text: &str| words.period(text.parse().expect("a period"));
    let (list, field) = (at.split(['[', '.']).next().unwrap_or(at), at.rsplit(['.', ']']).next().unwrap_or(at));
    let under =
        |anchor: &'static str, phrases: Vec<String>| phrases.into_iter().map(|phrase| (Some(anchor), phrase)).collect();
    let anchor = match list {
        "collected" => "collected",
        "purposes" | "legalBases" => "purposes",
        "items" => "storage",
        "retention" => "retention",
        "children" => "children",
        "transfers" => "transfers",
        "security" => "security",
        "platformTerms" => "platforms",
        "complaint" => "complaint",
        "changes" => "changes",
        "services" | "sells" | "shares" => "sharing",
        "controller" if at.contains("contacts") => "contact",
        "controller" | "url" => "who",
        _ => "",
    };
    match (list, field, is) {
        (_, "length", _) | (_, _, Value::Null) => vec![],
        ("name" | "languages", ..) => vec![(None, name.to_owned())],
        ("lastUpdated", _, Value::String(date)) => {
            let date: StatedDate = date.parse().expect("a date");
            vec![(None, format!("Last updated: {}", words.date(date)))]
        }
        ("regimes", _, Value::Array(laws)) => {
            let named = laws.iter().map(|law| serde_json::from_value(law.clone()).expect("a law"));
            under("rights", named.map(|law| say(courtesy::rights::law_word(law))).collect())
        }
        ("sells", ..) => {
            under(anchor, vec![say(if *is == json!(true) { Word::PolicySells } else { Word::PolicySellsNot })])
        }
        ("shares", ..) => {
            under(anchor, vec![say(if *is == json!(true) { Word::PolicyShares } else { Word::PolicySharesNot })])
        }
        ("claims", _, Value::Array(claims)) => {
            let claim = |claim| match claim_word(claim) {
                // What a declared fact contradicts, only the owner's words can say.
                ("sharing", _) if names_recipients(site) => (Some("purposes"), "third parties".to_owned()),
                (at, word) => (Some(at), say(word)),
            };
            claims.iter().map(claim).collect()
        }
        ("children", "minimumAge", age) => under(anchor, vec![format!("under {age}")]),
        ("collected", "purposes", _) => under("purposes", titles(is)),
        ("services", "purposes", _) => under(anchor, titles(is)),
        ("purposes", "exemption", json) if json == "strictly-necessary" && has_one_reason(site) => {
            under("storage", vec![say(Word::PolicyStorageNecessary)])
        }
        ("purposes", "exemption", exemption) => under("storage", vec![say(value_word(list, field, exemption))]),
        ("items", "purpose", _) => under(anchor, titles(&json!([is]))),
        ("collected", "data", Value::Array(data)) => {
            under(anchor, data.iter().map(|text| text.as_str().expect("a text").to_owned()).collect())
        }
        ("rights", _, _) => right(site, at, field, is, &words).into_iter().map(|phrase| (None, phrase)).collect(),
        ("retention", "period", Value::String(text)) if text == "indefinite" => {
            under(anchor, vec![say(Word::PolicyKeptIndefinitely)])
        }
        ("retention", "period", Value::String(text)) => under(anchor, vec![period(text)]),
        ("changes", "leadTime", Value::String(text)) => under(anchor, vec![period(text)]),
        ("items", "setBy", Value::String(setter)) => {
            let service = site["services"].as_array().into_iter().flatten().find(|service| service["id"] == *setter);
            under(anchor, vec![service.map_or(name, |service| service["name"].as_str().expect("a name")).to_owned()])
        }
        (_, _, Value::Array(values)) => {
            under(anchor, values.iter().map(|value| say(value_word(list, field, value))).collect())
        }
        (_, _, Value::String(text)) if is_chosen(list, field) => {
            under(anchor, vec![say(value_word(list, field, &json!(text)))])
        }
        (_, _, Value::String(text)) => under(anchor, vec![text.clone()]),
        other => panic!("{other:?}: which words say this?"),
    }
}

/// Whether a field's value is chosen from a few, so that it is said in words of its own.
fn is_chosen(list: &str, field: &str) -> bool {
    let fields = ["kind", "role", "nature", "exemption", "legalBasis", "source", "ends", "channelsMean", "acceptance"];
    fields.contains(&field) && !(list == "services" && field == "role")
}

fn right(site: &Value, at: &str, field: &str, is: &Value, words: &Words) -> Vec<String> {
    let place: usize = at.split(['[', ']']).nth(1).and_then(|place| place.parse().ok()).expect("a place");
    match (field, is) {
        // Its own title takes the place of the usual one.
        ("kind", _) if site["rights"][place]["title"].is_string() => vec![],
        ("kind", kind) => vec![words.say(right_word(kind)).to_owned()],
        ("regimes", Value::Array(laws)) => laws.iter().map(|law| words.say(law_word(law)).to_owned()).collect(),
        ("respondWithin", Value::String(text)) => vec![words.period(text.parse().expect("a period"))],
        // Where a link has a name, its address stands behind the name.
        ("url", _) => vec![],
        (_, Value::String(text)) => vec![text.clone()],
        other => panic!("{other:?}: which words say this of a right?"),
    }
}

/// Whether every item of a site is strictly necessary: then the policy says so once.
fn has_one_reason(site: &Value) -> bool {
    let items = site["items"].as_array().expect("items");
    let exemption = |id: &Value| {
        let purposes = site["purposes"].as_array().expect("purposes");
        purposes.iter().find(|purpose| purpose["id"] == *id).map(|purpose| purpose["exemption"].clone())
    };
    items.iter().all(|item| exemption(&item["purpose"]) == Some("strictly-necessary".into()))
}

/// Whether a site names the data that somebody else receives.
fn names_recipients(site: &Value) -> bool {
    let receives = |service: &Value| !matches!(service["kind"].as_str(), None | Some("library" | "source"));
    site["services"].as_array().into_iter().flatten().any(|service| service["data"].is_string() && receives(service))
}
