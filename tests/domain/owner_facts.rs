//! What owners have to say, each in the place where visitors look for it: how long an item stays, who takes part, how to reach whom.

use courtesy::check::check;
use serde_json::{Value, json};

use crate::checking::today;
use crate::compiling::{built, parts};
use crate::fixtures::{says, site};
use crate::page::{Page, policy_page};

pub fn page_in(patch: Value, language: usize) -> Page {
    policy_page(&site(patch), &parts(), language, |_| unreachable!("composed"))
}

pub fn page(patch: Value) -> Page {
    page_in(patch, 0)
}

pub fn file(patch: &Value, name: &str) -> String {
    let file = built(&site(patch.clone())).into_iter().find(|file| file.name == name).expect("a file");
    String::from_utf8(file.bytes).expect("text")
}

fn item(kind: &str, duration: Option<&str>) -> Value {
    let mut item = json!({ "name": "theme", "purpose": "essential", "kind": kind });
    if let Some(duration) = duration {
        item["duration"] = json!(duration);
    }
    json!({ "items": [item] })
}

#[test]
fn what_has_no_end_stays_until_it_is_erased() {
    let stays = "until you or your browser deletes it";
    for (kind, duration, said) in [
        ("local-storage", None, stays),
        ("indexed-db", None, stays),
        ("local-storage", Some("until-erased"), stays),
        ("session-storage", None, "until you close the tab"),
        ("local-storage", Some("P30D"), "30 days"),
        ("cookie", Some("session"), "until you close your browser"),
    ] {
        let page = page(item(kind, duration));
        let row = page.html.split("<tr>").nth(2).expect("the row of the item");
        let cells: Vec<_> = row.split("<td").skip(2).filter_map(|cell| cell.split(['>', '<']).nth(1)).collect();
        assert_eq!(cells, ["Essential functions", said], "{kind} {duration:?}: {row}");
    }
    let unknown = page(item("cookie", None));
    assert!(!unknown.html.contains("<th>Kept for</th>"), "no column for what no item has: {}", unknown.html);
    assert!(unknown.under("storage").contains("Kept for: Valid for 6 months."), "the record has a line instead");
    for duration in [
        "persistent",
        "Permanent",
        "forever",
        "never",
        "never expires",
        "no expiration",
        "until deleted",
        "infinite",
        "None",
    ] {
        let sentence = format!(
            "items[0].duration: \"{duration}\" is not how long an item lasts; write \"until-erased\" for what stays until the visitor or the browser erases it"
        );
        says(item("local-storage", Some(duration)), &sentence);
    }
    says(
        item("cookie", Some("until-erased")),
        "items[0].duration: browsers delete every cookie after 400 days at most; write how long it is set for, such as \"P400D\", or \"session\"",
    );
    says(
        item("session-storage", Some("until-erased")),
        "items[0].duration: session storage ends with its tab; write \"session\", or leave this out",
    );
}

#[test]
fn a_recipient_decides_for_itself_and_is_somewhere() {
    let patch = json!({ "languages": ["en", "de", "ar"], "services": [
        { "id": "type", "name": "Typeface Cloud", "kind": "controller", "country": "US", "address": ["1 Font Street", "Springfield"] },
        { "id": "pixel", "name": "Ad Pixel", "kind": "joint-controller", "country": "IE" },
        { "id": "host", "name": "Host", "kind": "processor" }
    ] });
    for (language, lines) in [
        (
            0,
            [
                "Decides for itself how it uses the data",
                "Decides together with us how the data is used",
                "1 Font Street, Springfield, United States",
                "Ireland",
            ],
        ),
        (
            1,
            [
                "Entscheidet selbst, wie die Daten verwendet werden",
                "Entscheidet gemeinsam mit uns, wie die Daten verwendet werden",
                "1 Font Street, Springfield, Vereinigte Staaten",
                "Irland",
            ],
        ),
        (
            2,
            [
                "تقرّر بنفسها كيف تستخدم البيانات",
                "تقرّر معنا كيف تُستخدم البيانات",
                "1 Font Street، Springfield، الولايات المتحدة",
                "أيرلندا",
            ],
        ),
    ] {
        let page = page_in(patch.clone(), language);
        for line in lines {
            assert!(page.lines.iter().any(|known| known.trim() == line), "{line}: {:#?}", page.lines);
        }
    }
    let sharing = page(patch.clone()).under("sharing").to_owned();
    assert!(sharing.trim().ends_with("Host\nHandles data on our behalf"), "what is unknown has no line: {sharing}");
    let all = page(patch).text();
    assert_eq!(all.matches("Country").count(), 0, "a country follows the address, with no label: {all}");
    assert_eq!(all.matches(", United States").count() + all.matches("Ireland").count(), 2, "{all}");
    let mut claimed =
        json!({ "claims": ["not-shared"], "services": [{ "id": "x", "kind": "controller", "data": "pages" }] });
    for kind in ["controller", "joint-controller", "processor", "platform"] {
        claimed["services"][0]["kind"] = json!(kind);
        assert!(
            check(&site(claimed.clone()), &[], today()).iter().any(|found| found.code == "claim-not-shared"),
            "{kind}"
        );
    }
}

#[test]
fn the_owner_is_somewhere_too() {
    let patch = json!({ "languages": ["en", "de"], "controller": {
        "legalName": "Example GmbH", "address": ["Kiln Lane 12", "10115 Berlin"], "country": "DE", "contacts": [{ "email": "a@b.example" }] } });
    assert!(page(patch.clone()).under("who").contains("Postal address: Kiln Lane 12, 10115 Berlin, Germany."));
    assert!(page_in(patch.clone(), 1).under("who").contains("Postanschrift: Kiln Lane 12, 10115 Berlin, Deutschland."));
    let request = file(&patch, "request.html");
    assert!(request.contains("<dd>Kiln Lane 12</dd><dd>10115 Berlin</dd><dd>Germany</dd>"), "{request}");
    let country = json!({ "controller": { "country": "AT", "contacts": [{ "email": "a@b.example" }] } });
    assert!(page(country).under("who").contains("Country: Austria."));
    let patch = json!({ "controller": { "country": "UK", "contacts": [{ "email": "a@b.example" }] } });
    says(
        patch,
        "controller.country: \"UK\" is not the code of a country; write \"GB\": that is the code of the United Kingdom",
    );
}

#[test]
fn a_period_and_what_belongs_to_it_are_sentences() {
    let said = |kind: Value| {
        page(json!({ "retention": [kind] })).under("retention").lines().last().expect("a line").to_owned()
    };
    for (rule, sentence) in [
        ("after the last answer", "Messages: 2 years after the last answer."),
        ("from delivery", "Messages: 2 years from delivery."),
        ("since your last visit.", "Messages: 2 years since your last visit."),
        ("tax law", "Messages: 2 years (tax law)."),
        ("afterwards anonymised", "Messages: 2 years (afterwards anonymised)."),
        ("at most", "Messages: 2 years (at most)."),
        ("From our last answer.", "Messages: 2 years. From our last answer."),
        ("Tax law requires it", "Messages: 2 years. Tax law requires it."),
    ] {
        assert_eq!(said(json!({ "what": "Messages", "period": "P2Y", "rule": rule })), sentence);
    }
    assert_eq!(
        said(
            json!({ "what": "Messages", "period": "P2Y", "from": "your last answer", "because": "you may come back to it", "ends": "by-itself" })
        ),
        "Messages: 2 years. Counted from: your last answer. Then we delete the data automatically. Why: you may come back to it."
    );
    let german = json!({ "languages": ["de"], "retention": [{ "what": "Nachrichten", "period": "P2Y", "rule": "nach der letzten Antwort" }] });
    assert!(page(german).under("retention").contains("Nachrichten: 2 Jahre nach der letzten Antwort."));
    let arabic =
        json!({ "languages": ["ar"], "retention": [{ "what": "الرسائل", "period": "P2Y", "rule": "بعد آخر إجابة" }] });
    assert!(page(arabic.clone()).under("retention").contains("بعد آخر إجابة."), "{}", page(arabic).under("retention"));
    let hears = |kind: Value| {
        check(&site(json!({ "retention": [kind] })), &[], today())
            .iter()
            .any(|found| found.code == "retention-fragment")
    };
    assert!(hears(json!({ "what": "Messages", "period": "P2Y", "rule": "after the last answer" })));
    assert!(!hears(json!({ "what": "Messages", "period": "P2Y", "rule": "From our last answer." })));
    assert!(!hears(json!({ "what": "Messages", "rule": "until you delete it" })));
}
