//! Requests as data: every request that the form can make has the published shape, its fields in their order, and nothing that was
//! not shown.

use courtesy::rights::{
    Asker, FormValues, LetterTemplate, Place, Request, RequiredFields, SCHEMA, Submission, article,
};
use courtesy::site::Regime;
use jsonschema::Validator;
use serde_json::{Value, from_value, json};

use crate::fixtures::{KINDS, every_letter, json as file};

/// The fields, in the order in which they are written.
const FIELDS: [&str; 22] = [
    "schema",
    "id",
    "site",
    "language",
    "right",
    "place",
    "who",
    "name",
    "person",
    "permission",
    "reply",
    "email",
    "text",
    "kind",
    "law",
    "article",
    "exercise",
    "dpv",
    "to",
    "subject",
    "letter",
    "writtenOn",
];

fn published() -> Validator {
    jsonschema::validator_for(&file("www/request.schema.json")).expect("a schema")
}

fn all(who: Asker) -> FormValues {
    let text = |text: &str| text.to_owned();
    FormValues {
        who,
        name: text("Jane Doe"),
        person: text("Li Wei"),
        permission: text("true"),
        reply: "jane@agency.example".into(),
        email: text("jane@example.com"),
        text: text("🙂\r\n{\"schema\": 1}"),
    }
}

fn written(offer: &LetterTemplate, answers: &FormValues, place: Place) -> Value {
    let on = "2026-11-21".parse().ok();
    let written = Submission { id: "0f1e", site: "Mazoon", language: "ar", letter: "Hello,\n", on };
    json!(Request::of(offer, &answers.shown(offer.required_fields), place, written))
}

fn names(request: &Value) -> Vec<&str> {
    request.as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn every_request_has_the_published_shape_and_its_fields_in_their_order() {
    let shape = published();
    let properties = file("www/request.schema.json")["properties"].clone();
    assert_eq!(names(&properties), FIELDS);
    let mut kinds = Vec::new();
    every_letter(|site, _, place, offer| {
        for who in [Asker::Oneself, Asker::Agent, Asker::Guardian] {
            for answers in [all(who), FormValues { who, ..FormValues::default() }] {
                let request = written(offer, &answers, place);
                let faults: Vec<_> = shape.iter_errors(&request).map(|fault| fault.to_string()).collect();
                assert_eq!(faults, [""; 0], "{} {place:?} {request}", site.name);
                let wanted: Vec<_> = FIELDS.into_iter().filter(|name| request.get(name).is_some()).collect();
                assert_eq!(names(&request), wanted);
                assert!(request.as_object().expect("an object").values().all(|value| !value.is_null() && value != ""));
            }
        }
        kinds.push(offer.kind.clone());
    });
    assert!(KINDS.iter().all(|kind| kinds.iter().any(|found| found == kind)), "every kind was among them");
}

#[test]
fn a_request_says_what_was_chosen_and_written() {
    let offer = LetterTemplate {
        kind: "deletion".into(),
        right: "Have your data deleted".into(),
        law: Some("gdpr".into()),
        article: Some("GDPR Article 17".into()),
        exercise: Some("deletion".into()),
        dpv: Some("https://w3id.org/dpv/legal/eu/gdpr#A17".into()),
        to: "a@b.example".into(),
        subject: "Request".into(),
        required_fields: RequiredFields::Deletion,
        ..LetterTemplate::default()
    };
    assert_eq!(
        written(&offer, &all(Asker::Agent), Place::Eu),
        json!({
            "schema": "courtesy-request/1", "id": "0f1e", "site": "Mazoon", "language": "ar",
            "right": "Have your data deleted", "place": "eu", "who": "agent", "name": "Jane Doe", "person": "Li Wei",
            "permission": true, "reply": "jane@agency.example", "email": "jane@example.com", "text": "🙂\r\n{\"schema\": 1}", "kind": "deletion",
            "law": "gdpr", "article": "GDPR Article 17", "exercise": "deletion",
            "dpv": "https://w3id.org/dpv/legal/eu/gdpr#A17", "to": "a@b.example", "subject": "Request",
            "letter": "Hello,\n", "writtenOn": "2026-11-21",
        })
    );
}

#[test]
fn nothing_that_was_not_shown_is_in_it() {
    let of = |needs, who| {
        let request =
            written(&LetterTemplate { required_fields: needs, ..LetterTemplate::default() }, &all(who), Place::UsCa);
        ["name", "person", "permission", "reply", "email", "text"].map(|name| request.get(name).is_some())
    };
    assert_eq!(of(RequiredFields::Person, Asker::Oneself), [true, false, false, false, true, true]);
    assert_eq!(of(RequiredFields::Person, Asker::Guardian), [true, true, false, true, true, true]);
    assert_eq!(of(RequiredFields::Person, Asker::Agent), [true; 6]);
    assert_eq!(of(RequiredFields::Nothing, Asker::Oneself), [false, false, false, false, true, true]);
    assert_eq!(of(RequiredFields::Nothing, Asker::Agent), [true; 6]);
}

#[test]
fn names_of_other_vocabularies_stand_beside_ours_where_they_have_one() {
    every_letter(|_, _, place, offer| {
        let exercise = match offer.kind.as_str() {
            "access" => Some("access"),
            "portability" => Some("access:specific"),
            "deletion" | "platform-deletion" => Some("deletion"),
            "opt-out-of-sale" => Some("sale:opt-out"),
            _ => None,
        };
        assert_eq!(offer.exercise.as_deref(), exercise, "{}", offer.kind);
        // A concept of the EU's regulation has the number of its article, where that law gives the right.
        let kind = from_value(offer.kind.clone().into()).expect("a right");
        let is_of_gdpr = offer.law.as_deref() == Some("gdpr");
        let concept = article(kind, Regime::Gdpr).filter(|_| is_of_gdpr).map(|article| {
            let article = if article == "7(3)" { "7-3" } else { article.split('(').next().unwrap_or_default() };
            format!("https://w3id.org/dpv/legal/eu/gdpr#A{article}")
        });
        assert_eq!(offer.dpv, concept, "{place:?} {}", offer.kind);
    });
}

#[test]
fn what_a_form_without_javascript_sends_has_the_published_shape_too() {
    let sent = json!({
        "schema": SCHEMA, "site": "A", "language": "en", "place": "other", "right": "See your data", "who": "agent",
        "name": "", "email": "", "text": "", "person": "Li", "permission": "true",
    });
    let shape = published();
    assert!(shape.is_valid(&sent));
    for certain in ["schema", "site", "language", "right", "place", "who"] {
        let mut less = sent.clone();
        less.as_object_mut().expect("an object").remove(certain);
        assert!(!shape.is_valid(&less), "{certain} is always there");
    }
    for (name, other) in
        [("schema", "courtesy-request/2"), ("place", "atlantis"), ("who", "nobody"), ("kind", "x"), ("law", "x")]
    {
        let mut changed = sent.clone();
        changed[name] = other.into();
        assert!(!shape.is_valid(&changed), "{name} is never {other}");
    }
}
