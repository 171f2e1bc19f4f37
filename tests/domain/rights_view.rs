//! What the view of rights says: the site's steps in its words, the law's marked as the law's, and what happens to what is written.

use courtesy::rights::{LetterTemplate, Place};
use courtesy::views::{Attribute, Element, PlaceRights};
use serde_json::{Value, json};

use crate::fixtures::{SITES, seed};
use crate::offered::{said, sent};
use crate::prepared::{all, declared, of};

fn from(name: &str, place: Place) -> PlaceRights {
    let read = sent(&of(&seed(name)));
    read.places.into_iter().find(|local| local.place == place).expect("a place")
}

/// The entry of a right, by its title.
fn entry<'a>(local: &'a PlaceRights, title: &str) -> &'a Element {
    let entries = all(&local.elements, "li");
    let is_of = |entry: &&&Element| entry.inside.first().is_some_and(|head| head.name == "h4" && head.text == title);
    entries.iter().find(is_of).unwrap_or_else(|| panic!("{title}"))
}

#[test]
fn a_right_is_told_with_the_steps_that_the_site_states() {
    let says = |name: &str, place, title: &str, parts: &[&str]| {
        let text = said(entry(&from(name, place), title));
        let places: Vec<_> = parts.iter().map(|part| text.find(part)).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{name} {title}: {parts:?} in {text}");
    };
    says("mazoon", Place::Eu, "See your data", &["account settings"]);
    says(
        "mjpro",
        Place::Other,
        "Have your data deleted",
        &["removes the data in your browser", "dm.ciguleva@gmail.com", "on our server"],
    );
    says(
        "nanoflux",
        Place::Eu,
        "Have your data deleted",
        &[
            "delete the account",
            "within 30 days",
            "What we keep, and for how long",
            "Log data",
            "90 days",
            "Payment records",
            "7 years",
        ],
    );
    says("nanoflux", Place::Uk, "Account data export", &["Write to", "support@nanoflux.ai"]);
    says(
        "mediux",
        Place::Eu,
        "Delete data from Google",
        &["Data Deletion Request", "your Google account’s permissions"],
    );
    says("mediux", Place::UsCa, "Right to delete", &["California Privacy Request", "45 days"]);
    let links = all(&from("mediux", Place::Eu).elements, "a")
        .iter()
        .filter_map(|link| link.get(Attribute::Href).map(str::to_owned))
        .collect::<Vec<_>>();
    assert!(links.contains(&"https://myaccount.google.com/permissions".to_owned()), "{links:?}");
}

#[test]
fn rights_of_the_law_are_marked_as_such_with_the_article() {
    let europe = from("mjpro", Place::Eu);
    let parts: Vec<_> = all(&europe.elements, "h3").iter().map(|part| part.text.clone()).collect();
    assert_eq!(parts, ["What we offer", "Rights by law", "Complaints"]);
    assert!(said(entry(&europe, "See your data")).contains("GDPR Article 15"));
    let unnamed = "These legal deadlines apply where the GDPR applies to us.";
    let is_clocked = |offer: &&LetterTemplate| !offer.clocks.is_empty();
    assert!(europe.letters.iter().filter(is_clocked).all(|offer| offer.applicability == unnamed));
    let text: String = europe.elements.iter().map(said).collect();
    assert!(text.contains("Where the GDPR applies to us, it gives you these rights."), "{text}");
    let stated = from("mediux", Place::Uk);
    assert!(
        stated
            .letters
            .iter()
            .all(|offer| offer.applicability.is_empty() && !offer.request_text.contains(", where the "))
    );
    assert!(!stated.elements.iter().map(said).any(|text| text.contains("applies to us")));
}

#[test]
fn what_stops_or_lengthens_a_clock_is_told_where_it_does() {
    let notes_of = |name, place, title: &str| {
        let local = from(name, place);
        local.letters.iter().find(|offer| offer.right == title).unwrap_or_else(|| panic!("{title}")).notes.join(" ")
    };
    let notes = |place, title: &str| notes_of("mjpro", place, title);
    assert!(notes(Place::Uk, "See your data").contains("The month pauses while we wait"));
    assert!(!notes(Place::Uk, "Have your data deleted").contains("pauses"));
    assert!(notes(Place::Uk, "Have your data deleted").contains("once we know"));
    assert_eq!(notes(Place::Uk, "Complain"), "", "thirty days are thirty days");
    assert!(notes(Place::Eu, "Have your data deleted").contains("If the last day is a public holiday"));
    assert!(
        notes_of("mazoon", Place::UsCa, "Have your data deleted")
            .contains("Each public holiday adds a day to a count of business days")
    );
}

#[test]
fn whoever_lives_elsewhere_can_write_about_anything() {
    let silent = sent(&declared(json!({})));
    let local = silent.places.last().expect("a place");
    let text: String = local.elements.iter().map(said).collect();
    assert!(text.contains("The law may give you rights over your data. To use them, write to a@b.example."), "{text}");
    assert_eq!(local.letters.iter().map(|offer| offer.right.as_str()).collect::<Vec<_>>(), ["Something else"]);
    assert!(local.letters[0].clocks.is_empty() && local.letters[0].deadline_text.is_empty());
}

#[test]
fn consent_is_withdrawn_on_the_spot_wherever_the_gdpr_gives_it() {
    for name in SITES {
        for place in Place::ALL {
            let local = from(name, place);
            let entries = all(&local.elements, "h4").iter().filter(|head| head.text == "Withdraw consent").count();
            // Nothing of quillhaven rests on consent.
            let is_given = matches!(place, Place::Eu | Place::Uk) && name != "quillhaven";
            assert_eq!(entries, usize::from(is_given || name == "mediux"), "{name} {place:?}");
            let ways =
                all(&local.elements, "button").iter().filter(|act| act.get(Attribute::View) == Some("choices")).count();
            assert_eq!(ways, usize::from(name == "mediux"), "where something is asked, the choices are one step away");
            if entries == 1 {
                let text = said(entry(&local, "Withdraw consent"));
                let spot = if name == "mediux" {
                    "withdraw your consent in our privacy choices at any time, with immediate effect"
                } else {
                    "there is none to withdraw there"
                };
                assert!(text.contains(spot), "{text}");
            }
        }
    }
}

#[test]
fn whom_to_complain_to_is_said_in_the_sites_words_and_the_laws() {
    let says = |name, place| from(name, place).elements.iter().map(said).collect::<Vec<_>>().join("\n");
    for name in SITES {
        let stated = seed(name).complaint.is_some();
        let (eu, uk) = (says(name, Place::Eu), says(name, Place::Uk));
        assert!(eu.contains("data protection authority") && uk.contains("the Information Commission,"), "{name}");
        assert!(uk.contains("We acknowledge your complaint within 30 days"), "{uk}");
        for place in [Place::UsCa, Place::Other] {
            assert_eq!(says(name, place).contains("Complaints"), stated, "{name} {place:?}");
        }
    }
    assert!(says("mediux", Place::Other).contains("you can complain to your local data protection authority"));
}

#[test]
fn what_happens_to_what_is_written_is_said_where_it_is_sent() {
    let of = |patch: Value| {
        let sent = sent(&declared(patch));
        (sent.collection.iter().map(said).collect::<String>(), sent.endpoint, sent.collection)
    };
    let (by_mail, none, elements) = of(json!({}));
    assert!(
        by_mail.contains("We use what you write here to answer your request.")
            && by_mail.contains("You send it yourself,"),
        "{by_mail}"
    );
    assert_eq!((none, all(&elements, "a")[0].get(Attribute::Href)), (None, Some("privacy.html")));
    let (kept, _, elements) = of(json!({ "retention": [{ "what": "Logs", "period": "P90D" }] }));
    assert!(kept.contains("How long we keep data:"), "{kept}");
    assert_eq!(all(&elements, "a")[0].get(Attribute::Href), Some("privacy.html#retention"));
    let (posted, endpoint, _) = of(json!({ "requests": { "endpoint": "https://api.b.example/requests" } }));
    assert!(posted.contains("We receive it at api.b.example."), "{posted}");
    assert_eq!(endpoint.as_deref(), Some("https://api.b.example/requests"));
}

#[test]
fn whoever_is_below_the_stated_age_is_told_whom_to_show_it_and_nobody_is_asked_where_none_is_stated() {
    let young = sent(&of(&seed("mjpro")));
    assert_eq!(young.under.as_deref(), Some("Me, and I am under 16"));
    assert!(
        ["parent or guardian", "dm.ciguleva@gmail.com"]
            .iter()
            .all(|part| young.young.as_ref().is_some_and(|text| text.contains(part))),
        "{:?}",
        young.young
    );
    let all_ages = sent(&declared(json!({})));
    assert_eq!((all_ages.under, all_ages.young), (None, None));
}
