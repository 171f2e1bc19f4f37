//! The app that a browser fetches when details are asked for: it joins the components and the browser for the loader.
//!
//! The loader calls [`start`] once and [`open`] and [`close`] after; what the visitor does goes back by its hooks.

mod browser_port;

use std::cell::RefCell;
use std::rc::Rc;

use crate::browser::{Parsed, clock, dialog, signals, storage, turn};
use crate::consent::{self, Current, Method, Record};
use crate::policy::Pages;
use crate::rights;
use crate::site::Json;
use crate::views::{
    Act, Action, App, AppProps, Choices, Decision, Desk, Draft, Element, Form, FormProps, Given, Leaving, Memory,
    Pieces, Rights, Screen, Shared, View,
};
use crate::words::Words;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use yew::{Callback, MouseEvent};

use browser_port::Browser;

#[wasm_bindgen]
extern "C" {
    /// What the loader does when the visitor does something, and the record that holds on this page.
    pub type Hooks;
    #[wasm_bindgen(method)]
    fn current(this: &Hooks) -> JsValue;
    #[wasm_bindgen(method)]
    fn closed(this: &Hooks);
    #[wasm_bindgen(method)]
    fn decided(this: &Hooks, record: &JsValue, kept: bool);
    #[wasm_bindgen(method)]
    fn opted(this: &Hooks, record: &JsValue, kept: bool);
    #[wasm_bindgen(method)]
    fn erased(this: &Hooks);
}

/// The way into the app. It is there once the app is drawn; what is asked for before that is done then.
enum Way {
    Waiting(Option<Action>),
    Open(Callback<Action>),
}

thread_local! {
    static WAY: RefCell<Way> = const { RefCell::new(Way::Waiting(None)) };
    /// The key of localStorage that holds the record; empty until the app starts.
    static KEY: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Draws the app, closed, into an element.
///
/// # Errors
/// Where what it is given was written by another version of Courtesy.
#[wasm_bindgen]
pub fn start(root: web_sys::Element, site: JsValue, words: JsValue, hooks: Hooks) -> Result<(), JsValue> {
    let site = Parsed::from(site);
    let words = Words::read(&Parsed::from(words));
    let own = site.stated("own").and_then(|own| own.parse().ok());
    let details = site.field("elements").map(|elements| pieces(elements.into(), own));
    let given = words.zip(details).and_then(|(words, details)| Given::read(&site, words, details, signals::signals()));
    let given = Shared::from(given.ok_or_else(other_version)?);
    KEY.set(consent::key(&given.id));
    let hooks = Rc::new(hooks);
    let desk = desk(&given.id, hooks.clone());
    let act = {
        let given = given.clone();
        Callback::from(move |act| match act {
            Act::Closed => hooks.closed(),
            Act::Decided(decision) => decide(&given, &decision, &hooks),
            Act::Erased => {
                // Where storage is blocked there is nothing to erase.
                let _ = KEY.with_borrow(|key| storage::erase(key));
                hooks.erased();
            }
        })
    };
    let screen = Callback::from(show);
    let soon = Callback::from(|call: Callback<()>| turn::soon(move || call.emit(())));
    let follow = Callback::from(|click: MouseEvent| dialog::follow(&click));
    let ready = Callback::from(|way: Callback<Action>| {
        if let Way::Waiting(Some(action)) = WAY.replace(Way::Open(way.clone())) {
            way.emit(action);
        }
    });
    yew::Renderer::<App>::with_root_and_props(
        root,
        AppProps { given, act, screen, soon, follow, ready, desk, draft: RefCell::new(Draft::default()).into() },
    )
    .render();
    Ok(())
}

fn desk(site: &str, hooks: Rc<Hooks>) -> Shared<Box<dyn Desk>> {
    let key = consent::key(site);
    let opted_out = Box::new(move |current: &Current, language: &str| opt_out(current, language, &hooks, &key));
    let desk: Box<dyn Desk> = Box::new(Browser { requests: rights::key(site), opted_out });
    desk.into()
}

/// Writes the record of an opt-out and passes it on; says whether it is stored.
fn opt_out(current: &Current, language: &str, hooks: &Hooks, key: &str) -> bool {
    let signals = signals::signals();
    let before = consent::read(&Parsed::from(hooks.current())).ok();
    let record = clock::now().and_then(|now| {
        let counted = current.counting(before.as_ref().map(Ok), signals, now);
        let (chosen, method) = (current.opted_out(), Method::OptOutRequest);
        Record::written(before, current, counted, chosen, method, language, signals, now)
    });
    let Some(record) = record.and_then(|record| storage::value(&record).ok()) else { return false };
    let is_stored = storage::write(key, &record).is_ok();
    hooks.opted(&record, is_stored);
    is_stored
}

/// Opens a view with what the build prepared for it; the details are here already. The loader knows whether the notice is still
/// due: it has assessed the record, and closed notices itself.
///
/// # Errors
/// Where what it is given was written by another version of Courtesy.
#[wasm_bindgen]
pub fn open(view: &str, data: JsValue, is_due: bool) -> Result<(), JsValue> {
    let view = match view {
        "policy" => View::Policy(pieces(data, None)),
        "rights" => View::Rights(read_rights(data).ok_or_else(other_version)?),
        "choices" => View::Choices(Choices::read(&Parsed::from(data)).into()),
        "receipt" => {
            let json = Parsed::from(data);
            let title = json.said("title");
            let elements = json.field("elements").ok_or_else(other_version)?;
            View::Receipt(title, pieces(elements.into(), None))
        }
        _ => View::Details,
    };
    dispatch(Action::Open(view, memory(is_due)));
    Ok(())
}

/// Draws the form on a page of its own.
///
/// # Errors
/// Where what it is given was written by another version of Courtesy.
#[wasm_bindgen]
pub fn start_form(root: web_sys::Element, data: JsValue, hooks: Hooks) -> Result<(), JsValue> {
    let rights = read_rights(data).ok_or_else(other_version)?;
    let desk = desk(&rights.id, Rc::new(hooks));
    let props = FormProps { rights, pages: Pages::default(), desk, draft: RefCell::new(Draft::default()).into() };
    yew::Renderer::<Form>::with_root_and_props(root, props).render();
    Ok(())
}

fn read_rights(data: JsValue) -> Option<Shared<Rights>> {
    let json = Parsed::from(data);
    let words = Words::read(&json.field("words")?)?;
    Some(Rights::read(&json, words).into())
}

fn pieces(elements: JsValue, own: Option<usize>) -> Pieces {
    let elements = Array::from(&elements);
    let count = elements.length() as usize;
    // There are fewer pieces than an array has places.
    let piece = move |place: usize| Element::read(&Parsed::from(elements.get(place as u32)));
    Pieces { count, own, read: Callback::from(piece) }
}

fn memory(is_due: bool) -> Memory {
    match (KEY.with_borrow(|key| storage::is_there(key)), is_due) {
        (true, true) => Memory::Stale,
        (true, false) => Memory::Recorded,
        (false, true) => Memory::Empty,
        (false, false) => Memory::Unkept,
    }
}

/// Closes whatever is open.
#[wasm_bindgen]
pub fn close() {
    dispatch(Action::Leave(Leaving::Back));
}

fn dispatch(action: Action) {
    WAY.with_borrow_mut(|way| match way {
        Way::Waiting(waiting) => *waiting = Some(action),
        Way::Open(way) => way.emit(action),
    });
}

fn other_version() -> JsValue {
    JsValue::from_str("the site's files and courtesy's are of different versions: run courtesy build again")
}

fn show(Screen { dialog, view, is_other }: Screen) {
    let Some(element) = dialog.get().and_then(|node| node.dyn_into().ok()) else { return };
    if view == View::Closed {
        return dialog::close(&element);
    }
    // It stands in the page, so there is nothing that could refuse.
    let _ = dialog::open(&element);
    if is_other {
        dialog::rewind(&element);
    }
}

/// Writes the record of what was decided, and tells of it.
fn decide(given: &Given, Decision { answers, method, assent }: &Decision, hooks: &Hooks) {
    let Given { current, signals, language, .. } = given;
    // Not what is stored: the browser may keep nothing, or a script of the page may have garbled it.
    let before = consent::read(&Parsed::from(hooks.current())).ok();
    let record = clock::now().and_then(|now| {
        let kept = current.counting(before.as_ref().map(Ok), *signals, now);
        let chosen = current.chosen(answers, &kept, *signals, *assent);
        Record::written(before, current, kept, chosen, *method, language, *signals, now)
    });
    match record.and_then(|record| storage::value(&record).ok()) {
        Some(record) => hooks.decided(&record, KEY.with_borrow(|key| storage::write(key, &record)).is_ok()),
        None => hooks.closed(),
    }
}
