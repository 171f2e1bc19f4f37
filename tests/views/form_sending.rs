//! The form for requests, looked over: the letter, the days, the ways to send it, and not a word more than is known of it.

use std::cell::RefCell;

use courtesy::views::{ByAddress, Draft};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake_port::Filled;
use crate::form::MJPRO;
use crate::stage::settle;

const POSTED: &str = r#"{"name":"A","controller":{"contacts":[{"email":"a@b.c"}]},"requests":{"endpoint":"https://b.c/r"},
    "items":[{"purpose":"essential"}],"rights":[{"kind":"access","routes":[{"email":"a@b.c"}],"respondWithin":"P10D"},
    {"kind":"portability","routes":[{"email":"a@b.c"}]}]}"#;
const SEND: &str = "Send request";
const MAIL: &str = "Open in your email program";

/// A form that is looked over.
async fn reviewed(site: &str, right: &str) -> Filled {
    let form = Filled::with(site).await;
    fill(&form, right).await;
    form
}

async fn fill(form: &Filled, right: &str) {
    form.ask("European Union, Iceland, Liechtenstein or Norway", right).await;
    form.write("name", "Jane").await;
    form.write("email", "jane@example.com").await;
    form.click("Review request").await;
}

async fn answered(form: &Filled, answer: &str) {
    let done = form.port.0.borrow().sent.last().map(|(.., done)| done.clone());
    done.expect("something was sent").emit(answer.to_owned());
    settle().await;
}

#[wasm_bindgen_test]
async fn the_letter_its_days_and_its_ways_are_shown_and_nothing_is_sent() {
    let form = reviewed(MJPRO, "Data export").await;
    let letter = form.texts("pre.letter").concat();
    assert!(letter.contains("(GDPR Article 20, where the GDPR applies)"), "{letter}");
    assert!(
        letter.ends_with("Kind regards,\nJane\n\nEmail address: jane@example.com\nDate: en 2026-11-21"),
        "{letter}"
    );
    let days = form.texts(".days strong");
    assert_eq!(days, ["en 2026-12-21", "en 2027-02-22"]);
    assert!(form.texts(".days li")[1].contains("en 2027-02-21 is a Saturday or Sunday"));
    assert_eq!(form.status(), "Nothing has been sent from this page.");
    assert!(!form.has(SEND), "no address is declared");
    let link = form.find("a.button").and_then(|link| link.get_attribute("href")).expect("a link");
    assert_eq!(
        link,
        courtesy::rights::mail("dm.ciguleva@gmail.com", "Request for my personal data in a portable form", &letter)
    );
    form.click("Copy letter").await;
    assert_eq!(
        form.port.0.borrow().copied,
        [format!("dm.ciguleva@gmail.com\n\nRequest for my personal data in a portable form\n\n{letter}")]
    );
    assert_eq!(form.status(), "Letter copied, with address and subject. Nothing has been sent from this page.");
    form.port.0.borrow_mut().copies = false;
    form.click("Copy letter").await;
    assert!(form.status().starts_with("Your browser did not let us copy the letter."));
    form.click("Download request (JSON)").await;
    assert_eq!(form.status(), "We passed the file to your browser to download. Nothing has been sent from this page.");
    let saved = form.port.0.borrow().saved[0].clone();
    assert_eq!(
        (&saved["letter"], &saved["place"], &saved["writtenOn"]),
        (&letter.into(), &"eu".into(), &"2026-11-21".into())
    );
    assert!(form.port.0.borrow().sent.is_empty());
}

#[wasm_bindgen_test]
async fn a_letter_that_is_too_long_for_a_link_is_copied_into_a_mail_that_is_addressed() {
    let form = reviewed(MJPRO, "Data export").await;
    form.click("Edit").await;
    let text = "🙂 ä\r\n".repeat(2_000);
    form.write("text", &text).await;
    form.click("Review request").await;
    let link = form.find("a.button").and_then(|link| link.get_attribute("href")).expect("a link");
    let subject = "Request for my personal data in a portable form";
    assert_eq!(link, courtesy::rights::mailto("dm.ciguleva@gmail.com", Some(subject)), "the letter is pasted into it");
    assert!(form.texts("p").concat().contains("This letter is too long for a link."));
    form.click("Copy letter").await;
    assert!(form.port.0.borrow().copied[0].contains(text.trim().replace("\r\n", "\n").as_str()));
}

#[wasm_bindgen_test]
async fn only_an_endpoint_that_answered_well_has_received_it() {
    let form = reviewed(POSTED, "See your data").await;
    assert!(form.has(SEND) && !form.has(MAIL));
    form.click(SEND).await;
    assert_eq!(form.status(), "Sending…");
    form.click(SEND).await;
    assert_eq!(form.port.0.borrow().sent.len(), 1, "once, while it is on its way");
    for (answer, status) in [("503", "our server did not confirm it (answer 503)."), ("", "our server did not answer.")]
    {
        answered(&form, answer).await;
        assert!(
            form.status().starts_with("We do not know whether your request arrived: ".to_owned().as_str())
                && form.status().contains(status)
                && form.status().contains("What you wrote is still here."),
            "{}",
            form.status()
        );
        assert!(form.has(SEND) && form.has(MAIL), "again, or by mail");
        assert_eq!(form.focused().text_content(), Some(form.status()));
        form.click(SEND).await;
    }
    answered(&form, "2xx").await;
    assert_eq!(form.status(), "Received. Our server confirmed on en 2026-11-21 that it has your request.");
    assert!(!form.has(SEND), "it is there");
    let sent =
        form.port.0.borrow().sent.iter().map(|(to, request, _)| (to.clone(), request.clone())).collect::<Vec<_>>();
    assert_eq!((sent.len(), sent[0].0.as_str(), &sent[0].1["name"]), (3, "https://b.c/r", &"Jane".into()));
    assert!(sent.iter().all(|attempt| *attempt == sent[0]), "each attempt is the same request, with the same key");
    form.click("Edit").await;
    form.click("Review request").await;
    assert!(
        form.status().starts_with("Received") && !form.has(SEND),
        "it is the same request still: {}",
        form.status()
    );
    form.click("Edit").await;
    form.write("text", "more").await;
    form.click("Review request").await;
    assert_eq!(form.status(), "Nothing has been sent from this page.");
    form.click(SEND).await;
    assert_ne!(form.port.0.borrow().sent[3].1["id"], sent[0].1["id"], "what was changed is another request");
}

#[wasm_bindgen_test]
async fn the_way_by_mail_stays_once_sending_has_failed() {
    let form = reviewed(POSTED, "See your data").await;
    form.click(SEND).await;
    answered(&form, "500").await;
    for button in ["Copy letter", "Download request (JSON)", "Keep a copy in this browser"] {
        form.click(button).await;
        assert!(form.has(MAIL), "{button}");
    }
    form.click("Edit").await;
    form.write("text", "more").await;
    form.click("Review request").await;
    assert!(!form.has(MAIL), "a new request has not failed");
}

#[wasm_bindgen_test]
async fn what_is_being_sent_is_not_changed_so_that_an_answer_is_said_of_that_request() {
    let form = reviewed(POSTED, "See your data").await;
    form.click(SEND).await;
    form.click("Edit").await;
    assert_eq!((form.texts("h3"), form.status()), (vec!["Check your request".to_owned()], "Sending…".to_owned()));
    form.click("Copy letter").await;
    form.click(SEND).await;
    assert_eq!(form.port.0.borrow().sent.len(), 1);
    answered(&form, "2xx").await;
    assert!(form.status().starts_with("Received"));
    form.click("Edit").await;
    form.click("Back").await;
    form.ask("European Union, Iceland, Liechtenstein or Norway", "Take your data with you").await;
    form.click("Review request").await;
    assert_eq!(form.status(), "Nothing has been sent from this page.", "another right is another request");
    assert!(form.has(SEND));
}

#[wasm_bindgen_test]
async fn an_answer_is_known_also_where_the_form_was_closed_before_it_came() {
    let draft: ByAddress<RefCell<Draft>> = RefCell::default().into();
    let form = Filled::again(POSTED, draft.clone()).await;
    fill(&form, "See your data").await;
    assert_eq!(form.texts("dd")[0], "b.c", "it goes to the declared address");
    form.click(SEND).await;
    let done = form.port.0.borrow().sent[0].2.clone();
    drop(form);
    let again = Filled::again(POSTED, draft).await;
    assert_eq!(again.status(), "Sending…");
    again.click(SEND).await;
    assert!(again.port.0.borrow().sent.is_empty(), "it is on its way already");
    done.emit("500".to_owned());
    settle().await;
    assert!(again.status().contains("did not confirm it"), "{}", again.status());
    assert_eq!((again.texts("dd")[0].as_str(), again.has(MAIL)), ("a@b.c", true));
}

#[wasm_bindgen_test]
async fn a_request_is_remembered_only_when_asked_and_can_be_erased() {
    let form = reviewed(POSTED, "See your data").await;
    assert!(form.port.0.borrow().mine.0.is_empty());
    form.click("Keep a copy in this browser").await;
    assert_eq!(
        form.status(),
        "Kept under “Your requests”, in this browser only. Nothing has been sent from this page."
    );
    assert!(!form.port.0.borrow().mine.0[0].received);
    form.click(SEND).await;
    answered(&form, "2xx").await;
    let mine = form.port.0.borrow().mine.0.clone();
    assert_eq!(
        (mine.len(), mine[0].received, mine[0].right.as_str()),
        (1, true, "See your data"),
        "what is received is remembered as such"
    );
    form.click("Edit").await;
    form.click("Back").await;
    assert!(form.texts("h4").contains(&"A: See your data".to_owned()));
    form.click("Download reminders (.ics)").await;
    assert_eq!(
        form.port.0.borrow().calendars[0].matches("BEGIN:VEVENT").count(),
        3,
        "the promise, the law's month, and two more"
    );
    form.click("Delete your requests").await;
    assert_eq!(form.focused().text_content().as_deref(), Some("Your requests are deleted from this browser."));
    assert!(form.port.0.borrow().mine.0.is_empty() && !form.texts("h3").contains(&"Your requests".to_owned()));
}
