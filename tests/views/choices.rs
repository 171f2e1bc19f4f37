//! The choices: nothing ticked that was not granted, a draft until a button decides, and labels that stay what they are.

use courtesy::consent::{Choice, Confirmation, Method, Signals};
use courtesy::views::choices::prepare;
use courtesy::views::{AppEvent, Choices, Decision, OpenView, RecordState};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::stage::{Stage, Visit, declared, settle};

const MEDIUX: &str = include_str!("../../www/sites/mediux/site.json");
const SEVERAL: &str = r#"{"name":"A","controller":{"contacts":[{"email":"a@b.c"}]},
    "purposes":[{"id":"ads","title":"Advertising","saleOrShare":true},
                {"id":"statistics","title":"Statistics","exemption":"uk-statistical"},
                {"id":"media","title":"Media"}],
    "services":[{"id":"x","name":"X","purposes":["media"]},{"id":"y","name":"Y","purposes":["media"]}],
    "items":[{"purpose":"essential"}]}"#;
const SURE: &str = "Turn on “Advertising” on this site, although my browser objects";
const GPC: Signals = Signals { gpc: Some(true) };

async fn choosing(site: &str, visit: Visit) -> Stage {
    let stage = Stage::visited(site, "en", visit).await;
    open(&stage, site).await;
    stage
}

async fn open(stage: &Stage, site: &str) {
    let choices = Choices::read(&json!(prepare::choices(&declared(site, "en")))).expect("what the build wrote");
    stage.show(OpenView::Choices(choices.into()), RecordState::Recorded).await;
}

fn boxes(stage: &Stage) -> Vec<(String, Element)> {
    let labels = stage.0.query_selector_all("label.choice").expect("a selector");
    let named = |place| {
        let label: Element = labels.get(place).expect("a label").unchecked_into();
        let input = label.query_selector("input").expect("a selector").expect("a box");
        (label.text_content().unwrap_or_default(), input)
    };
    (0..labels.length()).map(named).collect()
}

fn labels(stage: &Stage) -> Vec<String> {
    boxes(stage).into_iter().map(|(label, _)| label).collect()
}

fn is(input: &Element, property: &str) -> bool {
    js_sys::Reflect::get(input, &property.into()).ok().and_then(|value| value.as_bool()).expect("a property")
}

/// The labels of what is ticked; a mixed one has a `~`.
fn ticked(stage: &Stage) -> Vec<String> {
    let state = |(label, input): (String, Element)| match (is(&input, "checked"), is(&input, "indeterminate")) {
        (true, false) => Some(label),
        (false, true) => Some(format!("~{label}")),
        (false, false) => None,
        (true, true) => panic!("{label} is ticked and mixed"),
    };
    boxes(stage).into_iter().filter_map(state).collect()
}

async fn tick(stage: &Stage, label: &str) {
    let found = boxes(stage).into_iter().find(|(name, _)| name == label).unwrap_or_else(|| panic!("no {label}"));
    found.1.unchecked_into::<HtmlElement>().click();
    settle().await;
}

/// Presses a button, and gives what it decided.
async fn decided(stage: &Stage, button: &str) -> (Vec<(String, bool)>, Method, Confirmation) {
    stage.click(button).await;
    assert!(!stage.is_open(), "a decision closes the dialog");
    match stage.heard(1).await.as_slice() {
        [AppEvent::Decided(Decision { answers, method, confirmation })] => (answers.0.clone(), *method, *confirmation),
        other => panic!("{other:?}"),
    }
}

fn answers<const N: usize>(of: [(&str, bool); N]) -> Vec<(String, bool)> {
    of.into_iter().map(|(key, answer)| (key.to_owned(), answer)).collect()
}

#[wasm_bindgen_test]
async fn nothing_is_ticked_and_what_is_exempt_says_so_in_words() {
    let stage = choosing(MEDIUX, Visit::default()).await;
    assert_eq!(labels(&stage), ["Preferences", "Analytics"]);
    assert!(ticked(&stage).is_empty());
    assert_eq!(stage.texts(".choices > li > h3"), ["Session Always on", "Preferences", "Analytics"]);
    for (label, input) in boxes(&stage) {
        let about = input.get_attribute("aria-describedby").expect("a description");
        assert!(!stage.texts(&format!("[id='{about}']")).concat().is_empty(), "{label}");
    }
    let buttons = stage.texts(".answers button");
    assert_eq!(buttons, ["Accept all", "Reject all", "Save choices"]);
    let ways = ["details", "policy", "rights", "receipt"].map(|view| stage.find(&format!(".foot [data-act={view}]")));
    assert!(ways.iter().all(Option::is_some), "{ways:?}");
}

#[wasm_bindgen_test]
async fn it_is_a_draft_until_it_is_saved_and_closing_drops_it() {
    let stage = choosing(MEDIUX, Visit::default()).await;
    tick(&stage, "Analytics").await;
    assert_eq!(ticked(&stage), ["Analytics"]);
    assert!(stage.heard(0).await.is_empty());
    // As Esc does.
    stage.find("dialog").map(|dialog| courtesy::browser::dialog::close(&dialog)).expect("a dialog");
    assert_eq!(stage.heard(1).await, [AppEvent::Closed]);
    open(&stage, MEDIUX).await;
    assert!(ticked(&stage).is_empty(), "the draft is gone");
    tick(&stage, "Preferences").await;
    stage.click("Close").await;
    assert_eq!(stage.heard(2).await, [AppEvent::Closed, AppEvent::Closed]);
}

#[wasm_bindgen_test]
async fn saving_answers_each_purpose_and_accepting_or_refusing_all_of_them() {
    for (button, ticks, method, wanted) in [
        ("Save choices", true, Method::Choices, [false, true]),
        ("Save choices", false, Method::Choices, [false, false]),
        ("Accept all", false, Method::AcceptAll, [true, true]),
        ("Reject all", true, Method::RejectAll, [false, false]),
    ] {
        let stage = choosing(MEDIUX, Visit::default()).await;
        if ticks {
            tick(&stage, "Analytics").await;
        }
        let (said, by, _) = decided(&stage, button).await;
        assert_eq!((said, by), (answers([("preferences", wanted[0]), ("analytics", wanted[1])]), method), "{button}");
    }
}

#[wasm_bindgen_test]
async fn a_purpose_of_several_services_is_mixed_where_they_differ_and_ticks_all_of_them() {
    let stage = choosing(SEVERAL, Visit::default()).await;
    assert_eq!(labels(&stage), ["Advertising", "Statistics", "Media", "X", "Y"]);
    assert_eq!(stage.texts("fieldset legend"), ["Media: choose by service"]);
    let before = labels(&stage);
    tick(&stage, "Y").await;
    assert_eq!(ticked(&stage), ["~Media", "Y"]);
    tick(&stage, "Media").await;
    assert_eq!(ticked(&stage), ["Media", "X", "Y"]);
    tick(&stage, "Media").await;
    assert!(ticked(&stage).is_empty());
    tick(&stage, "X").await;
    assert_eq!(ticked(&stage), ["~Media", "X"], "mixed again after a click took it away");
    assert_eq!(labels(&stage), before, "labels never change");
    let (said, ..) = decided(&stage, "Save choices").await;
    let media = answers([("media", false), ("media/x", true), ("media/y", false)]);
    assert_eq!(said, [answers([("ads", false), ("statistics", false)]), media].concat());
}

#[wasm_bindgen_test]
async fn what_was_granted_is_ticked_and_what_was_refused_is_not() {
    let choices = vec![
        ("ads", Choice::Refused),
        ("statistics", Choice::Granted),
        ("media/x", Choice::Granted),
        ("media/y", Choice::Withdrawn),
    ];
    let stage = choosing(SEVERAL, Visit { choices, ..Visit::default() }).await;
    assert_eq!(ticked(&stage), ["Statistics", "~Media", "X"]);
}

#[wasm_bindgen_test]
async fn under_the_signal_a_yes_takes_two_steps() {
    let visit = || Visit { signals: GPC, ..Visit::default() };
    let stage = choosing(SEVERAL, visit()).await;
    assert!(stage.texts(".signal").concat().contains("selling and sharing are off"));
    let status = "Opt-Out Request Honored: off, because your browser sends Global Privacy Control.";
    assert_eq!(stage.texts(".told"), [status]);
    tick(&stage, "Advertising").await;
    assert_eq!((ticked(&stage), stage.texts(".told")), (vec!["Advertising".to_owned()], vec![status.to_owned()]));
    let (said, _, confirmation) = decided(&stage, "Save choices").await;
    assert_eq!((&said[0], confirmation), (&("ads".to_owned(), false), Confirmation::TwoSteps), "one step is no yes");

    let stage = choosing(SEVERAL, visit()).await;
    tick(&stage, "Advertising").await;
    tick(&stage, SURE).await;
    assert_eq!(stage.texts(".told"), [""]);
    tick(&stage, "Advertising").await;
    tick(&stage, "Advertising").await;
    assert_eq!(ticked(&stage), ["Advertising"], "the second step is to be taken again");
    tick(&stage, SURE).await;
    let (said, _, confirmation) = decided(&stage, "Save choices").await;
    assert_eq!((&said[0], confirmation), (&("ads".to_owned(), true), Confirmation::TwoSteps));

    let stage = choosing(SEVERAL, visit()).await;
    let (.., confirmation) = decided(&stage, "Accept all").await;
    assert_eq!(confirmation, Confirmation::OneStep, "one word for all is no second step");
}

#[wasm_bindgen_test]
async fn under_the_signal_a_further_service_takes_two_steps_and_what_was_granted_none() {
    let site = SEVERAL.replace(r#""title":"Media""#, r#""title":"Media","saleOrShare":true"#);
    let visit = || Visit { signals: GPC, choices: vec![("media/x", Choice::Granted)], ..Visit::default() };
    let stage = choosing(&site, visit()).await;
    assert_eq!(ticked(&stage), ["~Media", "X"]);
    let sure = SURE.replace("Advertising", "Media");
    assert!(!labels(&stage).contains(&sure), "nothing new is ticked");
    tick(&stage, "Y").await;
    assert_eq!(ticked(&stage), ["Media", "X", "Y"]);
    let (said, ..) = decided(&stage, "Save choices").await;
    let media = |y| answers([("media", y), ("media/x", true), ("media/y", y)]);
    assert_eq!(said[2..], media(false), "one step is no yes");

    let stage = choosing(&site, visit()).await;
    tick(&stage, "Y").await;
    tick(&stage, &sure).await;
    let (said, ..) = decided(&stage, "Save choices").await;
    assert_eq!(said[2..], media(true));
}

#[wasm_bindgen_test]
async fn without_the_signal_nothing_is_said_of_it() {
    for gpc in [None, Some(false)] {
        let stage = choosing(SEVERAL, Visit { signals: Signals { gpc }, ..Visit::default() }).await;
        tick(&stage, "Advertising").await;
        assert!(stage.find(".signal, .told").is_none() && !labels(&stage).contains(&SURE.to_owned()));
    }
}

#[wasm_bindgen_test]
async fn in_the_united_kingdom_an_exemption_is_on_until_its_box_is_unticked() {
    let visit = || Visit { jurisdiction: Some("uk"), ..Visit::default() };
    let stage = choosing(SEVERAL, visit()).await;
    assert_eq!(ticked(&stage), ["Statistics"]);
    assert!(
        stage.texts(".told").concat().contains("unless you object. To object, clear the box and press “Save choices”.")
    );
    let (said, ..) = decided(&stage, "Save choices").await;
    assert!(said.iter().all(|(key, _)| key != "statistics"), "what stays on is no consent: {said:?}");

    let stage = choosing(SEVERAL, visit()).await;
    tick(&stage, "Statistics").await;
    let (said, ..) = decided(&stage, "Save choices").await;
    assert!(said.contains(&("statistics".to_owned(), false)), "{said:?}");
    let elsewhere = choosing(SEVERAL, Visit { jurisdiction: Some("eu"), ..Visit::default() }).await;
    assert!(ticked(&elsewhere).is_empty() && elsewhere.find(".told").is_none());
}
