//! What can be asked of each site from each place: its own rights as stated, then the law's, each with its letter
//! (tests/fixtures/offers.json), and the article of every right (tests/fixtures/articles.json).

use courtesy::rights::{Clock, LetterTemplate, LetterTemplates, Place, article, deadlines, statutory_rights, title};
use courtesy::site::{Regime, RightKind};
use courtesy::words::LANGUAGES;
use serde_json::{Value, from_value, json};

use crate::fixtures::{KINDS, every_letter, in_english, in_language, json as file, letters, of_all_kinds, seed, site};

const LAWS: [Regime; 4] = [Regime::Gdpr, Regime::UkGdpr, Regime::Ccpa, Regime::Coppa];

fn kind(name: &str) -> RightKind {
    from_value(name.into()).expect("a right")
}

/// A right as a row: what it is called, and where its letter goes, with which subject, by which article.
fn row(title: &str, offer: Option<&LetterTemplate>) -> Value {
    let letter = offer.map(|offer| [Some(&offer.to), Some(&offer.subject), offer.article.as_ref()]);
    std::iter::once(json!(title)).chain(letter.into_iter().flatten().flatten().map(|text| json!(text))).collect()
}

#[test]
fn each_seed_offers_in_each_place_what_the_table_says() {
    for (name, places) in file("tests/fixtures/offers.json")["offers"].as_object().expect("sites") {
        let (site, words) = in_english(&seed(name));
        for place in Place::ALL {
            let LetterTemplates { stated, statutory, .. } = LetterTemplates::of(&site, &words, place);
            let stated: Vec<_> =
                stated.iter().map(|(right, offer)| row(&title(right, &words), offer.as_ref())).collect();
            let given: Vec<_> = statutory.iter().map(|(_, offer)| row(&offer.right, Some(offer))).collect();
            let wanted = &places[json!(place).as_str().expect("a name")];
            assert_eq!(json!({ "stated": stated, "given": given }), *wanted, "{name} {place:?}");
        }
    }
}

#[test]
fn a_request_is_due_on_the_days_that_the_table_says() {
    for row in file("tests/fixtures/offers.json")["due"].as_array().expect("rows") {
        let (site, words) = in_english(&seed(row["site"].as_str().expect("a site")));
        let place = Place::ALL.into_iter().find(|place| json!(place) == row["place"]).expect("a place");
        let offers = letters(&site, &words, place);
        let offer = offers.iter().find(|offer| row["right"] == offer.right).unwrap_or_else(|| panic!("{row}"));
        let received = row["received"].as_str().and_then(|day| day.parse().ok()).expect("a day");
        let due: Vec<_> = deadlines(&offer.clocks, offer.promise, received)
            .iter()
            .map(|due| json!([due.on.to_string(), due.clock]))
            .collect();
        assert_eq!(json!(due), row["due"], "{}", row["why"]);
    }
}

#[test]
fn every_right_stands_where_the_table_of_articles_says() {
    let table = file("tests/fixtures/articles.json");
    let rows = table["rows"].as_array().expect("rows");
    assert_eq!(rows.iter().filter_map(|row| row["kind"].as_str()).collect::<Vec<_>>(), *KINDS);
    for row in rows {
        let kind = kind(row["kind"].as_str().expect("a kind"));
        for law in LAWS {
            let name = json!(law);
            assert_eq!(json!(article(kind, law)), row[name.as_str().expect("a name")], "{kind:?} {law:?}");
        }
    }
}

#[test]
fn every_letter_cites_its_article_and_starts_the_clocks_of_its_law() {
    let table = file("tests/fixtures/articles.json");
    for (place, law, name, act) in [
        (Place::Eu, Regime::Gdpr, "gdpr", "GDPR Article "),
        (Place::Uk, Regime::UkGdpr, "uk-gdpr", "UK GDPR Article "),
        (Place::UsCa, Regime::Ccpa, "ccpa", "California Civil Code section "),
    ] {
        let (site, words) = in_english(&of_all_kinds(&json!([name])));
        let offers = letters(&site, &words, place);
        for row in table["rows"].as_array().expect("rows") {
            let offer = offers.iter().find(|offer| row["kind"] == offer.kind).unwrap_or_else(|| panic!("{row}"));
            let cited = row[name].as_str().map(|article| act.to_owned() + article);
            let cited = cited.or(row["cited"][name].as_str().map(str::to_owned));
            assert_eq!(offer.article, cited, "{} {place:?}", offer.kind);
            let in_plea = cited.map_or(".".to_owned(), |cited| format!(" ({cited})."));
            assert!(offer.request_text.ends_with(&in_plea), "{}", offer.request_text);
            assert_eq!(offer.clocks, Clock::of(kind(&offer.kind), law), "{} {place:?}", offer.kind);
            let is_known = offer.article.is_some() || !offer.clocks.is_empty();
            assert_eq!(offer.law.as_deref(), is_known.then_some(name), "{} {place:?}", offer.kind);
            assert_eq!(
                offer.deadline_text.is_empty(),
                offer.clocks.is_empty(),
                "{}: {}",
                offer.kind,
                offer.deadline_text
            );
        }
    }
}

#[test]
fn nothing_is_given_by_law_where_nobody_said_where_they_live_nor_by_coppa() {
    for name in crate::fixtures::SITES {
        let (site, words) = in_english(&seed(name));
        assert_eq!(statutory_rights(&site, Regime::Coppa), [], "{name}");
        assert_eq!(LetterTemplates::of(&site, &words, Place::Other).statutory, [], "{name}");
    }
    let (site, words) = in_english(&of_all_kinds(&json!(["gdpr", "uk-gdpr", "ccpa", "coppa"])));
    for offer in letters(&site, &words, Place::Other) {
        assert_eq!((offer.law, offer.article, offer.clocks, offer.deadline_text), (None, None, vec![], String::new()));
    }
    // What a site states under one law alone is asked for under that law, from wherever.
    for (law, cited) in
        [("ccpa", Some("California Civil Code section 1798.105")), ("gdpr", Some("GDPR Article 17")), ("coppa", None)]
    {
        let right = json!({ "kind": "deletion", "regimes": [law], "routes": [{ "email": "a@b.example" }] });
        let (site, words) = in_english(&self::site(json!({ "rights": [right] })));
        assert_eq!(letters(&site, &words, Place::Other)[0].article.as_deref(), cited, "{law}");
    }
}

#[test]
fn what_a_law_gives_is_offered_once_whether_the_site_states_it_or_not() {
    for name in crate::fixtures::SITES {
        let (site, words) = in_english(&seed(name));
        for place in [Place::Eu, Place::Uk, Place::UsCa] {
            let LetterTemplates { stated, statutory, .. } = LetterTemplates::of(&site, &words, place);
            for right in statutory_rights(&site, place.law().expect("a law")) {
                let by_law = statutory.iter().filter(|(kind, _)| *kind == right).count();
                let by_site = stated.iter().any(|(stated, _)| stated.kind == right);
                assert_eq!(by_law, usize::from(!by_site), "{name} {place:?} {right:?}");
            }
        }
    }
}

#[test]
fn only_a_site_that_says_that_it_neither_sells_nor_shares_is_not_asked_to_stop() {
    let said = [Value::Null, json!(true), json!(false)];
    for (sells, shares) in said.iter().flat_map(|sells| said.iter().map(move |shares| (sells, shares))) {
        let (site, words) = in_english(&site(json!({ "sells": sells, "shares": shares, "regimes": ["ccpa"] })));
        let offers = letters(&site, &words, Place::UsCa);
        let is_offered = offers.iter().any(|offer| offer.kind == "opt-out-of-sale");
        assert_eq!(is_offered, !(*sells == false && *shares == false), "{sells} {shares}");
        assert!(offers.iter().any(|offer| offer.kind == "limit-sensitive"), "that is another right");
    }
}

#[test]
fn a_law_that_the_site_does_not_name_is_cited_where_it_applies() {
    for (regimes, of_right, cited) in [
        (json!([]), json!([]), "(GDPR Article 17, where the GDPR applies)."),
        (json!(["ccpa", "uk-gdpr"]), json!([]), "(GDPR Article 17, where the GDPR applies)."),
        (json!(["gdpr"]), json!([]), "(GDPR Article 17)."),
        (json!([]), json!(["ccpa", "gdpr"]), "(GDPR Article 17)."),
    ] {
        let right = json!({ "kind": "deletion", "regimes": of_right, "routes": [{ "email": "a@b.example" }] });
        let (site, words) = in_english(&site(json!({ "regimes": regimes, "rights": [right] })));
        let plea = letters(&site, &words, Place::Eu).swap_remove(0).request_text;
        assert!(plea.ends_with(cited), "{regimes} {of_right}: {plea}");
    }
}

#[test]
fn every_kind_of_letter_has_a_subject_and_a_plea_of_its_own_in_every_language() {
    let every = of_all_kinds(&json!(["gdpr"]));
    for language in LANGUAGES {
        let (site, words) = in_language(&every, language.code);
        let mut offers = letters(&site, &words, Place::Other);
        offers.pop().expect("the letter about anything");
        assert_eq!(offers.iter().map(|offer| offer.kind.as_str()).collect::<Vec<_>>(), *KINDS);
        for (place, offer) in offers.iter().enumerate() {
            assert!(
                !offer.subject.is_empty() && !offer.request_text.is_empty() && !offer.right.is_empty(),
                "{}",
                offer.kind
            );
            let is_like =
                |other: &LetterTemplate| other.subject == offer.subject || other.request_text == offer.request_text;
            assert!(!offers[..place].iter().any(is_like), "{} {}", language.code, offer.kind);
        }
    }
    every_letter(|site, _, place, offer| {
        let texts =
            [&offer.right, &offer.subject, &offer.request_text, &offer.deadline_text].map(String::as_str).concat();
        assert!(!texts.contains(['{', '}']), "{} {place:?}: {texts}", site.name);
        assert!(!offer.subject.ends_with('.'), "{}", offer.subject);
    });
}
