//! The form for requests: choosing, filling in, what is wrong, and back again without losing a word.

use std::cell::RefCell;

use courtesy::views::{ByAddress, Draft};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::fake_port::Filled;

pub const MJPRO: &str = include_str!("../../www/sites/mjpro/site.json");
const MAZOON: &str = include_str!("../../www/sites/mazoon/site.json");
const CALIFORNIA: &str = "California";
const DELETION: &str = "Have your data deleted";
const EXPORT: &str = "Data export";
const OPT_OUT: &str = "Opt out of sale and sharing";
const REVIEW: &str = "Review request";

#[wasm_bindgen_test]
async fn a_place_decides_which_rights_are_there_and_a_right_opens_its_own_letter() {
    let form = Filled::with(MAZOON).await;
    assert!(!form.texts("h4").contains(&OPT_OUT.to_owned()), "nobody said where they live");
    form.choose(CALIFORNIA).await;
    assert!(form.texts("h4").contains(&OPT_OUT.to_owned()));
    form.ask(CALIFORNIA, OPT_OUT).await;
    assert_eq!(form.focused().text_content().as_deref(), Some(OPT_OUT));
    assert_eq!(form.texts("dd"), ["amrbakry@mazoonai.com", "Opt-out of sale and sharing"]);
    form.click("Back").await;
    let heading = form.focused().get_attribute("aria-describedby").expect("a right's own button");
    assert_eq!(form.texts(&format!("#{heading}")), [OPT_OUT], "the focus is where the visitor was");
    form.ask(CALIFORNIA, EXPORT).await;
    assert_eq!(form.texts("dd")[1], "Request for my personal data in a portable form");
}

#[wasm_bindgen_test]
async fn a_fault_stands_at_its_field_keeps_what_was_written_and_goes_when_it_is_mended() {
    let form = Filled::with(MJPRO).await;
    form.ask(CALIFORNIA, EXPORT).await;
    form.write("email", "jane at example").await;
    assert!(form.find("[aria-invalid]").is_none(), "nobody is told of a fault while still writing");
    form.click(REVIEW).await;
    assert_eq!(form.focused().get_attribute("name").as_deref(), Some("name"), "the first fault has the focus");
    for (name, fault) in
        [("name", "Enter your name."), ("email", "Enter a full email address, such as name@example.com.")]
    {
        let field = form.field(name);
        assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
        assert!(
            field
                .get_attribute("aria-describedby")
                .is_some_and(|ids| ids.split(' ').any(|id| id == format!("fault-{name}")))
        );
        assert_eq!(form.texts(&format!("#fault-{name}")), [fault]);
    }
    assert_eq!(form.value("email"), "jane at example");
    form.write("name", "Jane").await;
    assert_eq!((form.texts("#fault-name"), form.texts("[aria-invalid]").len()), (vec![String::new()], 1));
    form.write("email", "jane@example.com").await;
    assert!(form.find("[aria-invalid]").is_none());
    form.click(REVIEW).await;
    assert_eq!(form.focused().text_content().as_deref(), Some("Check your request"));
}

#[wasm_bindgen_test]
async fn only_what_a_request_needs_is_asked() {
    let names = |form: &Filled| {
        let fields = form.0.query_selector_all("form [name]").expect("a selector");
        let fields = (0..fields.length())
            .filter_map(|place| wasm_bindgen::JsCast::dyn_into::<web_sys::Element>(fields.get(place)?).ok());
        fields.filter_map(|field| field.get_attribute("name")).filter(|name| name != "who").collect::<Vec<_>>()
    };
    let form = Filled::with(MAZOON).await;
    form.ask(CALIFORNIA, OPT_OUT).await;
    assert_eq!(names(&form), ["email", "text"]);
    form.choose("Someone else, with their permission").await;
    assert_eq!(names(&form), ["person", "permission", "name", "reply", "email", "text"]);
    form.click(REVIEW).await;
    assert_eq!(form.texts(".fault").iter().filter(|fault| !fault.is_empty()).count(), 4);
    form.choose("A child, as their parent or guardian").await;
    assert_eq!(names(&form), ["person", "name", "reply", "email", "text"]);
    form.choose("Me").await;
    form.click(REVIEW).await;
    assert_eq!(form.texts("h3"), ["Check your request"], "an opt-out needs nothing");
    assert!(form.find("input[type=password], input[type=file], input[type=date]").is_none());
}

#[wasm_bindgen_test]
async fn going_back_and_closing_the_form_keep_every_word() {
    let draft: ByAddress<RefCell<Draft>> = RefCell::default().into();
    let form = Filled::again(MAZOON, draft.clone()).await;
    form.ask(CALIFORNIA, EXPORT).await;
    form.choose("Someone else, with their permission").await;
    form.choose("I have this person’s signed permission").await;
    let written = [
        ("name", "Jane 🙂"),
        ("person", "<b>Li</b>"),
        ("reply", "jane@agency.example"),
        ("email", "li@example.com"),
        ("text", "one\ntwo  {name}"),
    ];
    for (name, text) in written {
        form.write(name, text).await;
    }
    let holds = |form: &Filled| {
        written.iter().for_each(|(name, text)| assert_eq!(form.value(name), *text));
        assert!(form.find("[name=permission]:checked").is_some() && form.find("[value=agent]:checked").is_some());
    };
    form.click(REVIEW).await;
    form.click("Edit").await;
    holds(&form);
    form.click("Back").await;
    form.ask(CALIFORNIA, DELETION).await;
    assert_eq!(
        (form.value("name").as_str(), form.value("text").as_str()),
        ("Jane 🙂", ""),
        "a text is for its own right"
    );
    form.click("Back").await;
    form.ask(CALIFORNIA, OPT_OUT).await;
    assert_eq!(form.value("email"), "", "an opt-out needs no address");
    form.click("Back").await;
    form.ask(CALIFORNIA, EXPORT).await;
    holds(&form);
    drop(form);
    let again = Filled::again(MAZOON, draft).await;
    holds(&again);
    again.click("Back").await;
    assert!(again.texts("h4").contains(&OPT_OUT.to_owned()), "the place is remembered, too");
}

#[wasm_bindgen_test]
async fn a_deletion_is_looked_over_with_the_focus_on_the_way_back() {
    let form = Filled::with(MJPRO).await;
    for (right, focus, warnings) in [(DELETION, "Edit", 1), (EXPORT, "Check your request", 0)] {
        form.ask(CALIFORNIA, right).await;
        form.write("name", "Jane").await;
        form.write("email", "jane@example.com").await;
        form.submit().await;
        assert_eq!(form.focused().text_content().as_deref(), Some(focus), "{right}");
        assert_eq!(form.texts(".warning").len(), warnings);
        form.click("Edit").await;
        form.click("Back").await;
    }
}

#[wasm_bindgen_test]
async fn whoever_is_too_young_is_told_whom_to_show_it_and_gets_no_further() {
    let form = Filled::with(MAZOON).await;
    for right in [DELETION, OPT_OUT] {
        form.ask(CALIFORNIA, right).await;
        form.choose("Me").await;
        if right == DELETION {
            form.write("name", "Jane").await;
        }
        form.write("email", "jane@example.com").await;
        form.choose("Me, and I am under 13").await;
        assert!(form.texts(".aside").concat().contains("Please show this page to a parent or guardian."));
        assert!(!form.has(REVIEW) && form.find("form input:not([type=radio]), form textarea").is_none());
        // A form without a button is sent by the enter key all the same.
        form.submit().await;
        assert!(form.find(".letter").is_none(), "{right}");
        assert!(form.find("form .aside").is_some(), "{right}");
        form.click("Back").await;
    }
}
