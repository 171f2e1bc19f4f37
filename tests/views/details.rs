//! The details: the known facts of every item, the widget's own among them; left by button or Esc, with what the visitor meant.

use courtesy::views::{AppEvent, Decision, RecordState};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Stage;

const MAZOON: &str = include_str!("../../www/sites/mazoon/site.json");
const MEDIUX: &str = include_str!("../../www/sites/mediux/site.json");
const SMALLEST: &str = r#"{"name":"A","languages":["de","ar"],"controller":{"contacts":[{"email":"a@b.c"}]},
    "services":[{"id":"x","role":{"de":"Zahlung","ar":"الدفع"},"policyUrl":"https://x.example/p"}],
    "items":[{"purpose":"essential","kind":"cookie","name":"sid_","match":"prefix","setBy":"x","duration":"P1Y6M"},
             {"purpose":"essential","kind":"session-storage","name":"tab","duration":"session"}]}"#;

#[wasm_bindgen_test]
async fn four_items_and_the_widgets_own_are_listed_with_what_is_known_of_them() {
    let stage = Stage::with(MAZOON, "en").await;
    assert!(!stage.is_open());
    stage.open(RecordState::Empty).await;
    assert!(stage.is_open());
    let titles = stage.texts(".entries:first-of-type h4");
    assert_eq!(titles.len(), 5, "{titles:?}");
    let facts = stage.texts(".entries > li:first-child dl > div");
    let why = "Why we do not ask firstStrictly necessary for a service that you asked for.";
    assert_eq!(facts[..4], ["TypeCookie", "Set byMazoon", "PurposeSign-in and session", why]);
}

#[wasm_bindgen_test]
async fn names_durations_and_setters_are_shown_as_declared_in_each_language() {
    for (language, duration, session) in [
        ("de", "1 Jahr und 6 Monate", "bis Sie den Tab schließen"),
        ("ar", "سنة واحدة و6 أشهر", "حتى تغلق علامة التبويب"),
    ] {
        let stage = Stage::with(SMALLEST, language).await;
        stage.open(RecordState::Empty).await;
        assert_eq!(stage.texts(".entries:first-of-type h4")[..2], ["sid_…", "tab"]);
        let facts = stage.texts(".entries:first-of-type dd").join("|");
        for shown in [duration, session, if language == "de" { "Zahlung" } else { "الدفع" }] {
            assert!(facts.contains(shown), "{shown}: {facts}");
        }
        let dialog = stage.find("dialog").expect("a dialog");
        assert_eq!(dialog.get_attribute("dir").as_deref(), Some(if language == "ar" { "rtl" } else { "ltr" }));
        let link = stage.find("a[href='https://x.example/p']").expect("the service's own policy");
        assert_eq!(link.get_attribute("rel").as_deref(), Some("noopener noreferrer"));
    }
}

#[wasm_bindgen_test]
async fn closing_says_closed_once_and_ok_says_dismissed_once() {
    let stage = Stage::with(MAZOON, "en").await;
    stage.open(RecordState::Empty).await;
    stage.click("Close").await;
    assert!(!stage.is_open());
    assert_eq!(stage.heard(1).await, [AppEvent::Closed]);
    stage.open(RecordState::Empty).await;
    stage.click("OK").await;
    assert!(!stage.is_open());
    assert_eq!(stage.heard(2).await, [AppEvent::Closed, AppEvent::Decided(Decision::dismissal())]);
    stage.open(RecordState::Recorded).await;
    stage.find("dialog").map(|dialog| courtesy::browser::dialog::close(&dialog)).expect("a dialog");
    assert_eq!(stage.heard(3).await, [AppEvent::Closed, AppEvent::Decided(Decision::dismissal()), AppEvent::Closed]);
    stage.open(RecordState::Empty).await;
    assert!(stage.is_open(), "it opens again");
}

#[wasm_bindgen_test]
async fn a_record_can_be_erased_and_the_result_is_announced() {
    let stage = Stage::with(MAZOON, "en").await;
    stage.open(RecordState::Recorded).await;
    assert!(!stage.texts(".foot button").contains(&"OK".to_owned()), "what is closed already need not be closed");
    stage.click("Delete this record").await;
    assert_eq!(stage.heard(1).await, [AppEvent::Erased]);
    assert_eq!(stage.texts("[role=status]"), ["Deleted. The next page will treat this as your first visit."]);
    assert!(stage.texts("button").iter().all(|name| name != "Delete this record"));
}

#[wasm_bindgen_test]
async fn what_can_be_closed_and_erased_follows_from_what_is_remembered() {
    let stage = Stage::with(MAZOON, "en").await;
    for (record, closes, erases) in [
        (RecordState::Empty, true, false),
        (RecordState::Unsaved, false, false),
        (RecordState::Stale, true, true),
        (RecordState::Recorded, false, true),
    ] {
        stage.open(record).await;
        let names = stage.texts("button");
        let has = |name: &str| names.iter().any(|other| other == name);
        assert_eq!((has("OK"), has("Delete this record")), (closes, erases), "{record:?}");
    }
}

#[wasm_bindgen_test]
async fn a_site_that_will_ask_says_that_what_is_optional_stays_off() {
    let stage = Stage::with(MEDIUX, "en").await;
    stage.open(RecordState::Empty).await;
    let facts = stage.texts(".entries dl > div").join("|");
    assert!(facts.contains("ConsentOff unless you turn it on."), "{facts}");
    assert_eq!(stage.texts(".foot button"), ["Privacy choices"], "there is no notice to close, and a way to choose");
    let button = stage.find(".foot button").expect("a button");
    assert_eq!(button.get_attribute("data-act").as_deref(), Some("choices"));
}

#[wasm_bindgen_test]
async fn what_is_closed_and_asked_for_in_one_turn_is_open() {
    let stage = Stage::with(MAZOON, "en").await;
    stage.open(RecordState::Empty).await;
    stage.close_and_open(RecordState::Empty);
    yew::scheduler::flush().await;
    assert!(stage.is_open());
}
