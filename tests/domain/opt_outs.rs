//! A request to opt out of sale or sharing is done on this device, too (11 CCR 7026): what the record says then, and what the form is sent.

use courtesy::consent::act::after_opt_out;
use courtesy::consent::{Choice, Current, OrderedMap, Record, Signals};
use courtesy::views::rights::prepare::rights;
use serde_json::{Value, json};

use crate::compiling::built;
use crate::fixtures::{json as file, site};
use crate::prepared::{all, declared};
use crate::records::stored;
use crate::tables::{current, merged, moment};

const NOW: &str = "2026-12-01T08:00:00Z";

/// The record after a request to opt out.
fn opted_out(before: &Value, site: &Current, now: &str) -> Record {
    let (stored, now) = (stored((!before.is_null()).then(|| before.to_string()).as_deref()), moment(&json!(now)));
    after_opt_out(stored.and_then(Result::ok), site, "en", Signals::default(), now).expect("near")
}

fn base() -> (Value, Value) {
    let base = &file("tests/fixtures/states.json")["base"];
    (base["stored"].clone(), base["site"].clone())
}

fn states(record: &Record, site: &Current, now: &str) -> Vec<(String, String)> {
    let counted = site.valid_choices(Some(record), Signals::default(), moment(&json!(now)));
    let name = |(key, choice): &(String, Choice)| (key.clone(), json!(choice).as_str().expect("a name").to_owned());
    counted.0.iter().map(name).collect()
}

#[test]
fn whatever_was_answered_before_a_sale_is_off_and_nothing_else_changes() {
    let (record, site) = base();
    let of = |choice: Value| {
        let events = json!([{ "at": "2026-11-21T20:00:00Z", "state": "granted",
            "purposes": ["analytics", "analytics/plausible", "ads", "ads/adco"], "method": "accept-all", "language": "en" }]);
        let patch = json!({ "choices": { "ads": choice, "ads/adco": choice }, "events": events });
        merged(Some(&record), &patch)
    };
    for choice in [json!("granted"), json!("refused"), json!("withdrawn"), json!("objected"), Value::Null] {
        let site = current(&site);
        let after = opted_out(&of(choice.clone()), &site, NOW);
        let expected = [
            ("analytics", "granted"),
            ("analytics/plausible", "granted"),
            ("ads", "objected"),
            ("ads/adco", "objected"),
            ("stats", "refused"),
        ];
        assert_eq!(states(&after, &site, NOW), expected.map(|(key, state)| (key.into(), state.into())), "{choice}");
        let event = json!({ "at": NOW, "state": "objected", "purposes": ["ads", "ads/adco"], "method": "opt-out-request", "language": "en" });
        assert_eq!((json!(after.events.last()), after.events.len()), (event, 2), "{choice}: one event");
        assert_eq!(json!(after)["expires"], record["expires"], "{choice}: no yes is lengthened");
    }
}

#[test]
fn nothing_is_taken_for_answered_or_shown_that_was_not() {
    let (record, site) = base();
    let uk = current(&merged(Some(&site), &json!({ "jurisdiction": "uk" })));
    let plain = current(&site);
    let rest = ["analytics", "analytics/plausible", "stats"];
    let version = merged(Some(&record), &json!({ "notice": { "version": "0" } }));
    let expired = merged(Some(&record), &json!({ "expires": "2026-11-30T00:00:00Z" }));
    let notice = merged(Some(&record), &json!({ "mode": "notice" }));
    let unreadable = json!({ "schema": "courtesy/1" });
    for before in [Value::Null, version, expired, notice, unreadable] {
        for site in [&plain, &uk] {
            let after = opted_out(&before, site, NOW);
            let open = site.unanswered(Some(&after), Signals::default(), moment(&json!(NOW)));
            // An objection in the United Kingdom is never asked about again.
            let is_refused = after.choices.get("stats").is_some() && site.jurisdiction.is_some();
            let expected: Vec<_> = rest.into_iter().filter(|key| !(is_refused && *key == "stats")).collect();
            assert_eq!(open, expected, "{before}");
            assert!(states(&after, site, NOW).contains(&("ads".into(), "objected".into())), "{before}");
        }
    }
}

#[test]
fn for_twelve_months_it_is_not_asked_for_again() {
    let (_, site) = base();
    let site = current(&site);
    let after = opted_out(&Value::Null, &site, NOW);
    for (now, is_asked) in
        [("2026-12-02T00:00:00Z", false), ("2027-11-30T00:00:00Z", false), ("2027-12-02T00:00:00Z", true)]
    {
        let open = site.unanswered(Some(&after), Signals::default(), moment(&json!(now)));
        assert_eq!(open.iter().any(|key| key == "ads"), is_asked, "{now}");
        assert!(
            states(&after, &site, now).contains(&("ads".into(), "objected".into())),
            "it is off until there is a yes"
        );
    }
}

#[test]
fn a_site_without_an_optional_sale_has_nothing_to_turn_off() {
    let (_, facts) = base();
    for patch in [json!({ "sold": [] }), json!({ "sold": ["other"] }), json!({ "mode": "notice" })] {
        assert!(current(&merged(Some(&facts), &patch)).opt_out_choices().0.is_empty(), "{patch}");
    }
    for patch in [
        json!({ "sells": true, "purposes": [{ "id": "ads" }] }),
        json!({ "shares": true }),
        json!({ "purposes": [{ "id": "ads", "saleOrShare": false }] }),
        json!({ "purposes": [{ "id": "ads", "saleOrShare": true, "exemption": "strictly-necessary" }] }),
        json!({ "purposes": [{ "id": "ads", "saleOrShare": true, "exemption": "no-storage" }] }),
    ] {
        let files = built(&site(patch.clone()));
        let rights = files.iter().find(|file| file.name.starts_with("rights-")).expect("the form");
        let rights: Value = serde_json::from_slice(&rights.bytes).expect("JSON");
        assert_eq!(rights.get("optOut"), None, "{patch}");
        let page = files.iter().find(|file| file.name == "request.html").expect("the page");
        assert!(!String::from_utf8_lossy(&page.bytes).contains("data-later"), "{patch}");
    }
}

/// A site that sells for two purposes.
fn selling(more: Value) -> Value {
    let purposes = json!([
        { "id": "analytics" }, { "id": "ads", "title": "Advertising", "saleOrShare": true },
        { "id": "films", "title": "Films & more", "saleOrShare": true }]);
    let items = json!([{ "kind": "cookie", "name": "ad", "purpose": "ads" }, { "kind": "cookie", "name": "a", "purpose": "analytics" }]);
    merged(Some(&json!({ "regimes": ["ccpa"], "purposes": purposes, "items": items })), &more)
}

#[test]
fn the_form_is_sent_what_it_turns_off_and_says() {
    let files = built(&site(selling(json!({}))));
    let rights = files.iter().find(|file| file.name.starts_with("rights-")).expect("the form");
    let rights: Value = serde_json::from_slice(&rights.bytes).expect("JSON");
    let opt_out = &rights["optOut"];
    assert_eq!(opt_out["done"], "We’ve also turned off sale and sharing on this device: Advertising, Films & more.");
    assert!(opt_out["unkept"].as_str().expect("a sentence").ends_with("Advertising, Films & more."));
    assert_eq!(opt_out["items"].as_array().expect("items").len(), 2, "also what another purpose shares a name with");
    let site_of_page = Current::read(&opt_out["site"]).expect("a site");
    let keys: Vec<_> = site_of_page.opt_out_choices().0.into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["ads", "films"]);
    let page = files.iter().find(|file| file.name == "request.html").expect("the page");
    let page = String::from_utf8_lossy(&page.bytes);
    let later =
        files.iter().find(|file| file.name.starts_with("later-") && file.name.ends_with(".js")).expect("a module");
    assert!(page.contains(&format!("data-later=\"{}\"", later.name)));
    assert!(
        page.contains("This letter does not change anything on this device."),
        "a letter by itself does nothing here"
    );
}

#[test]
fn the_form_says_beforehand_what_is_turned_off_here() {
    let also = "also turn off sale and sharing on this device, at once: Advertising, Films & more.";
    for (more, places) in [
        (json!({}), vec![2]),
        (json!({ "rights": [{ "kind": "opt-out-of-sale" }] }), vec![0, 1, 2, 3]),
        (
            json!({ "rights": [{ "kind": "opt-out-of-sale", "routes": [{ "email": "a@b.example" }] }] }),
            vec![0, 1, 2, 3],
        ),
        (json!({ "rights": [{ "kind": "opt-out-of-sale", "routes": [{ "url": "/out" }] }] }), vec![]),
        (json!({ "rights": [{ "kind": "limit-sensitive" }] }), vec![2]),
    ] {
        let rights = json!(rights(&declared(selling(more.clone())), &OrderedMap::default()));
        let found: Vec<usize> = (0..4).filter(|place| rights["places"][*place].to_string().contains(also)).collect();
        assert_eq!(found, places, "{more}");
    }
    let silent =
        json!(rights(&declared(json!({ "purposes": [{ "id": "analytics" }], "sells": true })), &OrderedMap::default()));
    assert!(!silent.to_string().contains("on this device, at once"));
    assert_eq!(all(&[], "p").len(), 0);
}
