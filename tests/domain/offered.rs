//! What the form is sent: a button for each letter of a place, and texts that are never markup.

use courtesy::consent::OrderedMap;
use courtesy::rights::{LetterTemplate, Place};
use courtesy::views::builder::Declared;
use courtesy::views::rights::prepare::rights;
use courtesy::views::{Attribute, Element, Rights};
use serde_json::json;

use crate::fixtures::{SITES, letters, seed};
use crate::prepared::{all, declared, of};

/// What is sent, as the form reads it.
pub fn sent(declared: &Declared) -> Rights {
    Rights::read(&json!(rights(declared, &OrderedMap::default()))).expect("what the build wrote")
}

/// All that is said in an element.
pub fn said(element: &Element) -> String {
    let inside: Vec<_> = element.inside.iter().map(said).collect();
    [vec![element.text.clone()], inside].concat().join(" ")
}

#[test]
fn each_button_is_the_one_way_to_a_letter_of_its_place_and_stands_under_its_title() {
    for name in SITES {
        let declared = of(&seed(name));
        for local in sent(&declared).places {
            let entries = all(&local.elements, "li");
            let with_button = entries.iter().filter(|entry| entry.inside.iter().any(|inside| inside.name == "button"));
            let mut found = Vec::new();
            for entry in with_button {
                let (head, button) = (&entry.inside[0], entry.inside.last().expect("an element"));
                let number: usize =
                    button.get(Attribute::Offer).and_then(|number| number.parse().ok()).expect("a number");
                assert_eq!(
                    head.get(Attribute::Id),
                    Some(format!("right-{number}").as_str()),
                    "{name} {:?}",
                    local.place
                );
                assert_eq!(local.letters[number].right, head.text);
                found.push(number);
            }
            assert_eq!(found, (0..local.letters.len()).collect::<Vec<_>>(), "{name} {:?}", local.place);
            let buttons = all(&local.elements, "button");
            let of_letters = buttons.iter().filter(|button| button.get(Attribute::Offer).is_some());
            assert_eq!(of_letters.count(), found.len());
            let ids: Vec<_> = all(&local.elements, "h4").iter().filter_map(|head| head.get(Attribute::Id)).collect();
            assert_eq!(ids.len(), found.len(), "what has no letter has no number");
        }
    }
}

#[test]
fn what_the_form_reads_is_what_the_build_made() {
    for name in SITES {
        let declared = of(&seed(name));
        let (sent, json) = (sent(&declared), json!(rights(&declared, &OrderedMap::default())));
        assert_eq!((sent.language.as_str(), &sent.site, &sent.endpoint), ("en", &declared.site.name, &None));
        let places: Vec<_> = sent.places.iter().map(|local| local.place).collect();
        assert_eq!(places, [Place::Eu, Place::Uk, Place::UsCa, Place::Other], "the last is for whoever says nothing");
        for (local, json) in sent.places.iter().zip(json["places"].as_array().expect("places")) {
            assert_eq!(
                local.letters,
                letters(&declared.site, &declared.words, local.place),
                "{name} {:?}",
                local.place
            );
            assert_eq!(
                (json!(local.elements), json!(local.letters)),
                (json["elements"].clone(), json["letters"].clone())
            );
            assert_eq!(json!(local.title), json["title"]);
        }
    }
    assert_eq!(LetterTemplate::read(&json!(["another version's"])), LetterTemplate::default());
}

#[test]
fn no_text_of_an_owner_is_markup() {
    let hostile = "<script>a()</script><img src=x onerror=b()> javascript:c() [d](javascript:e()) {site}";
    let routes = json!([{ "email": "a@b.example", "subject": hostile }, { "url": "https://b.example/", "label": hostile },
        { "account": hostile }, { "inApp": hostile }, { "signOut": hostile }, { "browser": hostile }]);
    let declared = declared(json!({
        "name": hostile, "complaint": hostile, "regimes": ["gdpr"],
        "children": { "minimumAge": 13 }, "requests": { "endpoint": "https://b.example/requests?a=<b>" },
        "retention": [{ "what": hostile, "rule": hostile }],
        "rights": [{ "kind": "deletion", "title": hostile, "note": hostile, "routes": routes }],
    }));
    let sent = sent(&declared);
    let elements: Vec<_> =
        sent.places.iter().flat_map(|local| local.elements.clone()).chain(sent.collection.clone()).collect();
    let whole: String = elements.iter().map(said).collect();
    assert!(whole.matches("<script>a()</script><img src=x onerror=b()>").count() > 30, "{whole}");
    let mut known = 0;
    for name in ["", "h3", "h4", "p", "ul", "ol", "li", "details", "summary", "button", "a", "strong", "span"] {
        known += all(&elements, name).len();
    }
    let count = |element: &Element| said(element).len();
    assert_eq!(
        known,
        elements.iter().map(size).sum::<usize>(),
        "no other element, whatever is written: {}",
        count(&elements[0])
    );
    for link in all(&elements, "a") {
        let to = link.get(Attribute::Href).expect("an address");
        assert!(["https://", "mailto:", "privacy.html"].iter().any(|begin| to.starts_with(begin)), "{to}");
    }
}

fn size(element: &Element) -> usize {
    1 + element.inside.iter().map(size).sum::<usize>()
}
