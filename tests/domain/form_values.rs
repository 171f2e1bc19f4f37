//! What a request needs: for each kind of request and each who asks, what is missing, in the order of the form; and nothing more.

use courtesy::rights::{Asker, Field, FormValues, Place, RequiredFields};
use serde_json::{Value, json};

use crate::fixtures::{KINDS, every_letter, in_english, letters, of_all_kinds};

use Field::{Email, Name, Permission, Person, Reply, Text};

const ALL: [RequiredFields; 7] = [
    RequiredFields::Person,
    RequiredFields::Deletion,
    RequiredFields::Correction,
    RequiredFields::Reasons,
    RequiredFields::Complaint,
    RequiredFields::Message,
    RequiredFields::Nothing,
];

/// A field, and what it holds.
type Part = (Field, fn(&mut FormValues) -> &mut String);

const FIELDS: [Part; 6] = [
    (Person, |answers| &mut answers.person),
    (Permission, |answers| &mut answers.permission),
    (Name, |answers| &mut answers.name),
    (Reply, |answers| &mut answers.reply),
    (Email, |answers| &mut answers.email),
    (Text, |answers| &mut answers.text),
];

fn filled(who: Asker) -> FormValues {
    let text = |text: &str| text.to_owned();
    FormValues {
        who,
        name: text("Jane"),
        person: text("Li"),
        permission: text("true"),
        reply: "jane@agency.example".into(),
        email: text("jane@example.com"),
        text: text("Why"),
    }
}

#[test]
fn what_is_missing_in_an_empty_form_is_told_in_the_order_of_the_form() {
    for (needs, oneself, agent, guardian) in [
        (RequiredFields::Person, "Name Email", "Person Permission Name Reply Email", "Person Name Reply Email"),
        (RequiredFields::Deletion, "Name Email", "Person Permission Name Reply Email", "Person Name Reply Email"),
        (
            RequiredFields::Correction,
            "Name Email Text",
            "Person Permission Name Reply Email Text",
            "Person Name Reply Email Text",
        ),
        (RequiredFields::Reasons, "Name Email", "Person Permission Name Reply Email", "Person Name Reply Email"),
        (
            RequiredFields::Complaint,
            "Name Email Text",
            "Person Permission Name Reply Email Text",
            "Person Name Reply Email Text",
        ),
        (
            RequiredFields::Message,
            "Name Email Text",
            "Person Permission Name Reply Email Text",
            "Person Name Reply Email Text",
        ),
        // Who opts out themselves gives nothing; who does it for another says who they are (11 CCR 7026(j), 7063).
        (RequiredFields::Nothing, "", "Person Permission Name Reply", "Person Name Reply"),
    ] {
        for (who, wanted) in [(Asker::Oneself, oneself), (Asker::Agent, agent), (Asker::Guardian, guardian)] {
            for blank in ["", " \t\r\n\u{a0}"] {
                let text = || blank.to_owned();
                let answers = FormValues {
                    who,
                    name: text(),
                    person: text(),
                    reply: text(),
                    email: text(),
                    text: text(),
                    ..filled(who)
                };
                let answers = FormValues { permission: String::new(), ..answers };
                let faults: Vec<_> = answers.invalid_fields(needs).iter().map(|field| format!("{field:?}")).collect();
                assert_eq!(faults.join(" "), wanted, "{needs:?} {who:?}");
            }
        }
    }
}

#[test]
fn each_field_that_is_emptied_is_the_one_fault_if_it_was_needed_and_what_is_filled_in_has_none() {
    for needs in ALL {
        for who in [Asker::Oneself, Asker::Agent, Asker::Guardian] {
            assert_eq!(filled(who).invalid_fields(needs), [], "{needs:?} {who:?}");
            let of_empty = FormValues { who, ..FormValues::default() }.invalid_fields(needs);
            for (field, part) in FIELDS {
                let mut answers = filled(who);
                part(&mut answers).clear();
                let wanted: Vec<_> = of_empty.iter().copied().filter(|needed| *needed == field).collect();
                assert_eq!(answers.invalid_fields(needs), wanted, "{needs:?} {who:?} {field:?}");
            }
        }
    }
}

#[test]
fn only_what_is_shown_is_taken_and_whatever_can_be_wrong_is_shown() {
    for needs in ALL {
        for (who, shown) in [
            (Asker::Oneself, "Name Email Text"),
            (Asker::Agent, "Person Permission Name Reply Email Text"),
            (Asker::Guardian, "Person Name Reply Email Text"),
        ] {
            let is_nameless = (needs, who) == (RequiredFields::Nothing, Asker::Oneself);
            let shown = if is_nameless { "Email Text" } else { shown };
            let mut taken = filled(who).shown(needs);
            let found = FIELDS.iter().filter(|(_, part)| !part(&mut taken).is_empty());
            let found: Vec<_> = found.map(|(field, _)| format!("{field:?}")).collect();
            assert_eq!(found.join(" "), shown, "{needs:?} {who:?}");
            let faults = FormValues { who, ..FormValues::default() }.invalid_fields(needs);
            assert!(faults.iter().all(|fault| shown.contains(&format!("{fault:?}"))), "{faults:?}");
            assert_eq!(filled(who).shown(needs).invalid_fields(needs), [], "what is taken is enough");
        }
    }
}

#[test]
fn addresses_of_every_script_are_taken_and_what_nobody_could_write_to_is_not() {
    let is_wrong = |email: &str, needs| {
        let answers = FormValues { email: email.to_owned(), ..filled(Asker::Oneself) };
        answers.invalid_fields(needs) == [Email]
    };
    for needs in ALL {
        for email in [
            "jane@example.com",
            " jane@example.com\n",
            "jane+tag@example.co.uk",
            "o'neil@localhost",
            "用户@例子.公司",
            "γιάννης@παράδειγμα.ελ",
            "بريد@مثال.إختبار",
            "jürgen@müller.example",
            "\"a@b\"@example.com",
            "a@[192.0.2.1]",
            "j@[IPv6:2001:db8::1]",
        ] {
            assert!(!is_wrong(email, needs), "{email} {needs:?}");
        }
        for email in [
            "jane",
            "@",
            "jane@",
            "@example.com",
            "jane@.com",
            "jane@example.",
            "ja ne@example.com",
            "jane@exa\u{a0}mple.com",
            "jane@example.com\r\nBcc: x@y.z",
            "Jane <jane@example.com>",
            "jane\0@example.com",
        ] {
            assert!(is_wrong(email, needs), "{email} {needs:?}");
        }
    }
}

#[test]
fn each_kind_of_letter_needs_what_it_needs_and_an_opt_out_nothing() {
    let (site, words) = in_english(&of_all_kinds(&json!(["gdpr"])));
    for (kind, offer) in KINDS.iter().zip(letters(&site, &words, Place::UsCa)) {
        let wanted = match kind.as_str() {
            "opt-out-of-sale" | "limit-sensitive" => RequiredFields::Nothing,
            "deletion" | "platform-deletion" => RequiredFields::Deletion,
            "correction" => RequiredFields::Correction,
            "objection" => RequiredFields::Reasons,
            "complaint" | "non-discrimination" => RequiredFields::Complaint,
            "other" | "storage" => RequiredFields::Message,
            _ => RequiredFields::Person,
        };
        assert_eq!((offer.kind.as_str(), offer.required_fields), (kind.as_str(), wanted));
    }
    every_letter(|site, _, place, offer| {
        let is_free = FormValues::default().invalid_fields(offer.required_fields).is_empty();
        let is_opt_out = ["opt-out-of-sale", "limit-sensitive"].contains(&offer.kind.as_str());
        assert_eq!(is_free, is_opt_out, "{} {place:?} {}", site.name, offer.right);
    });
}

#[test]
fn what_the_form_does_not_show_stays_what_it_was_but_for_the_box() {
    let was = filled(Asker::Agent);
    assert_eq!(FormValues::read(&json!({}), &was), FormValues { permission: String::new(), ..was.clone() });
    let json = json!({ "who": "guardian", "name": "", "email": "x@y.z", "permission": "true", "birthday": "1" });
    let read = FormValues { who: Asker::Guardian, name: String::new(), email: "x@y.z".into(), ..was.clone() };
    assert_eq!(FormValues::read(&json, &was), read);
    assert_eq!(
        FormValues::read(&json!({ "who": ["x"], "name": 1 }), &was),
        FormValues { permission: String::new(), ..was }
    );
}

#[test]
fn names_are_read_as_they_are_written() {
    for (name, asker) in Asker::ALL {
        assert_eq!((json!(asker), Asker::named(name)), (Value::from(name), asker));
    }
    assert_eq!(Asker::named("nobody"), Asker::Oneself);
    for needs in ALL {
        assert_eq!(RequiredFields::named(json!(needs).as_str().expect("a name")), needs);
    }
}
