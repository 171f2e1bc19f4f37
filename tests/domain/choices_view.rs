//! What the choices show: every purpose with what it is for, who takes part, what is stored and how long; and what a signal does.

use courtesy::policy::signal;
use courtesy::views::builder::Declared;
use courtesy::views::choices::prepare::choices;
use courtesy::views::details::prepare::chunks;
use courtesy::views::{Attribute, Choices, Element, Row};
use serde_json::{Value, json};

use crate::compiling::built;
use crate::fixtures::{SEEDS, in_english, seed, site};
use crate::offered::said;
use crate::prepared::{all, declared, of};

fn sent(declared: &Declared) -> Choices {
    Choices::read(&json!(choices(declared))).expect("what the build wrote")
}

fn texts(elements: &[Element]) -> String {
    elements.iter().map(said).collect::<Vec<_>>().join("\n")
}

/// A site with analytics by two services, a UK exemption, and a purpose that is exempt everywhere.
fn several() -> Value {
    json!({
        "purposes": [
            { "id": "analytics", "title": "Analytics", "description": "Counts visits.", "legalBasis": "consent", "saleOrShare": true },
            { "id": "statistics", "exemption": "uk-statistical" },
            { "id": "transport", "exemption": "transmission" },
            { "id": "mail", "exemption": "no-storage" },
        ],
        "services": [
            { "id": "plausible", "name": "Plausible", "role": "web statistics", "purposes": ["analytics"] },
            { "id": "other", "role": "more statistics", "purposes": ["analytics"] },
        ],
        "items": [
            { "purpose": "essential" }, { "purpose": "transport" },
            { "purpose": "analytics", "name": "_a", "setBy": "plausible", "duration": "P1Y" },
            { "purpose": "analytics", "name": "_b", "setBy": "site", "duration": "session" },
            { "purpose": "analytics", "name": "_c" },
        ],
    })
}

fn row<'a>(sent: &'a Choices, id: &str) -> &'a Row {
    sent.rows.iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no row {id}"))
}

/// The value of a fact, where it is known.
fn fact(elements: &[Element], label: &str) -> Option<String> {
    let lists = elements.iter().filter(|element| element.name == "dl").flat_map(|list| &list.inside);
    lists.into_iter().find(|fact| fact.get(Attribute::Term) == Some(label)).map(|fact| fact.text.clone())
}

#[test]
fn each_purpose_of_mediux_is_told_with_title_reason_services_items_and_duration() {
    let sent = sent(&of(&seed("mediux")));
    let titles: Vec<_> = sent.rows.iter().map(|row| (row.title.as_str(), row.is_always)).collect();
    assert_eq!(
        titles,
        [("Session", true), ("Preferences", false), ("Analytics", false)],
        "what stores nothing is not shown"
    );
    for row in &sent.rows {
        let what = row.about.first().map(said).unwrap_or_default();
        assert!(!what.is_empty() && row.services.is_empty(), "{}", row.title);
        assert_eq!(fact(&row.elements, "Kept for"), None, "{}: its site file has no duration", row.title);
        let folded = row.elements.iter().find(|element| element.name == "details").expect("the items");
        assert_eq!(folded.inside[0].text, format!("More about {}", row.title));
        assert!(folded.inside[0].name == "summary" && !all(&folded.inside, "dl").is_empty(), "{}", row.title);
    }
    let analytics = row(&sent, "analytics");
    assert_eq!(
        fact(&analytics.elements, "Who we share data with").as_deref(),
        Some("Analytics of service use, with tools that respect privacy")
    );
    assert!(texts(&analytics.elements).contains("Analytics identifiers."));
    assert!(texts(&row(&sent, "essential").about).contains("Strictly necessary for a service that you asked for."));
}

#[test]
fn several_services_are_chosen_each_by_itself_with_their_own_items() {
    let sent = sent(&declared(several()));
    let analytics = row(&sent, "analytics");
    let titles: Vec<_> =
        analytics.services.iter().map(|service| (service.id.as_str(), service.title.as_str())).collect();
    assert_eq!(titles, [("plausible", "Plausible"), ("other", "More statistics")]);
    assert_eq!(analytics.each.as_deref(), Some("Analytics: choose by service"));
    assert_eq!(fact(&analytics.elements, "Kept for").as_deref(), Some("until you close your browser"));
    assert_eq!(fact(&analytics.services[0].elements, "Kept for").as_deref(), Some("1 year"));
    assert_eq!(fact(&analytics.services[1].elements, "Kept for"), None, "it sets nothing that is declared");
    let [whole, plausible, other] =
        [&analytics.elements, &analytics.services[0].elements, &analytics.services[1].elements].map(|part| texts(part));
    assert!(whole.contains("_b") && whole.contains("_c") && !whole.contains("_a"), "{whole}");
    assert!(plausible.contains("_a") && !other.contains("_a"), "{plausible}\n{other}");
    let about = texts(&analytics.about);
    for part in
        ["Counts visits.", "your consent (GDPR Article 6(1)(a))", "we sell personal data or share it for advertising"]
    {
        assert!(about.contains(part), "{part}: {about}");
    }
}

#[test]
fn what_is_exempt_is_always_on_and_a_uk_exemption_is_a_choice_with_its_reason() {
    let sent = sent(&declared(several()));
    let ids: Vec<_> = sent.rows.iter().map(|row| (row.id.as_str(), row.is_always)).collect();
    assert_eq!(ids, [("essential", true), ("analytics", false), ("statistics", false), ("transport", true)]);
    let statistics = row(&sent, "statistics");
    let about = texts(&statistics.about);
    assert_eq!(
        about,
        "We use it only for statistics that help us improve our service. In the United Kingdom and Switzerland this \
         needs no consent, and you can object. Elsewhere it is off unless you turn it on."
    );
    assert!(statistics.elements.is_empty(), "nothing is known of what it stores");
    assert_eq!(
        sent.uk,
        "Where you are, this is on unless you object. To object, clear the box and press “Save choices”."
    );
}

#[test]
fn a_long_list_of_items_is_left_to_the_details() {
    let items: Value = (0..21).map(|place| json!({ "purpose": "ads", "name": format!("n{place}") })).collect();
    let sent = sent(&declared(json!({ "purposes": [{ "id": "ads" }], "items": items })));
    let ads = row(&sent, "ads");
    let act = ads.elements.last().expect("a way to the details");
    assert_eq!((act.name.as_str(), act.get(Attribute::View)), ("button", Some("details")));
    assert!(all(&ads.elements, "li").is_empty() && fact(&ads.elements, "Kept for").is_none());
}

#[test]
fn only_a_site_that_asks_has_choices() {
    for name in SEEDS {
        let names: Vec<_> = built(&seed(name)).into_iter().map(|file| file.name).collect();
        assert_eq!(names.iter().any(|file| file.starts_with("choices-")), name == "mediux", "{name}: {names:?}");
    }
}

#[test]
fn a_signal_is_honoured_only_where_it_turns_something_off() {
    let sale = |exemption: Value| json!([{ "id": "ads", "saleOrShare": true, "exemption": exemption }]);
    for (patch, told, is_honoured) in [
        (
            json!({ "purposes": sale(Value::Null), "sells": true }),
            "Opt-Out Request Honored: selling and sharing are off",
            true,
        ),
        (
            json!({ "purposes": sale(json!("strictly-necessary")) }),
            "We sell or share personal information in a way that you cannot turn off here.",
            false,
        ),
        (
            json!({ "purposes": [{ "id": "ads", "saleOrShare": true }, { "id": "mail", "saleOrShare": true, "exemption": "no-storage" }] }),
            "in a way that you cannot turn off here",
            false,
        ),
        (
            json!({ "sells": true, "shares": false }),
            "We sell or share personal information in a way that you cannot turn off here.",
            false,
        ),
        (json!({ "shares": true }), "You can opt out with our privacy request form.", false),
        (json!({ "sells": false, "shares": false }), "Control. We do not sell or share personal information.", false),
        (json!({ "sells": false }), "Control. We do not sell personal information.", false),
        (
            json!({ "shares": false }),
            "Control. We do not share personal information for advertising across sites.",
            false,
        ),
    ] {
        let (site, words) = in_english(&site(patch.clone()));
        let text = signal(&site, &words);
        assert!(
            text.starts_with("Your browser sends Global Privacy Control. ") && text.contains(told),
            "{patch}: {text}"
        );
        assert_eq!(text.contains("Honored"), is_honoured, "{text}");
        let declared = declared(patch);
        assert_eq!(choices(&declared).gpc, text);
        let told: Vec<_> = all(&chunks(&declared).0, "gpc").iter().map(|element| element.text.clone()).collect();
        assert_eq!(told, [text], "once in the details, for who has the signal");
    }
    let silent = declared(json!({}));
    assert_eq!(choices(&silent).gpc, "", "a site that declares nothing about sale and sharing says nothing about it");
    assert!(all(&chunks(&silent).0, "gpc").is_empty());
}

#[test]
fn the_second_step_names_its_purpose_and_is_there_for_a_sale_only() {
    let patch = json!({ "purposes": [{ "id": "ads", "title": "Ads", "saleOrShare": true }, { "id": "films", "title": "Films" }] });
    let sent = sent(&declared(patch));
    assert_eq!(row(&sent, "ads").sure.as_deref(), Some("Turn on “Ads” on this site, although my browser objects"));
    assert_eq!(row(&sent, "films").sure, None);
}
