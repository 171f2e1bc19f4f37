//! The app that a browser fetches when a view is opened: it joins the components and the browser for the loader.
//!
//! The loader calls [`start`] once and [`open`] and [`close`] after; what the visitor does goes back by its hooks.

mod browser_port;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::*;
use yew::{Callback, MouseEvent};

use crate::browser::{Parsed, clock, dialog, signals, storage, task};
use crate::consent::act::{after_act, after_opt_out};
use crate::consent::{self, Current};
use crate::json::Json;
use crate::policy::Pages;
use crate::rights;
use crate::views::registry::{Content, View};
use crate::views::{
    Action, App, AppContext, AppEvent, AppProps, BrowserPort, ByAddress, Choices, Chunks, CloseReason, Decision, Draft,
    Element, Form, FormProps, OpenView, RecordState, Rights, Screen,
};
use crate::words::Words;
use browser_port::Browser;

#[wasm_bindgen]
extern "C" {
    /// What the loader does when the visitor does something, and the record that holds on this page.
    #[derive(Debug)]
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

/// What dispatches actions to the app. It is ready once the app is drawn; what is dispatched before that is done then.
enum Dispatcher {
    Waiting(Option<Action>),
    Ready(Callback<Action>),
}

thread_local! {
    static DISPATCHER: RefCell<Dispatcher> = const { RefCell::new(Dispatcher::Waiting(None)) };
    /// The key of localStorage that holds the record; empty until the app starts.
    static KEY: RefCell<String> = const { RefCell::new(String::new()) };
    /// The details, which the app starts with.
    static DETAILS: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// Draws the app, closed, into an element.
///
/// # Errors
/// Where what it is given was written by another version of Courtesy.
#[wasm_bindgen]
pub fn start(root: web_sys::Element, site: JsValue, words: JsValue, hooks: Hooks) -> Result<(), JsValue> {
    let words = Words::read(&Parsed::from(words)).ok_or_else(other_version)?;
    // They are read when they are opened.
    DETAILS.set(site.clone());
    let context = AppContext::read(&Parsed::from(site), words, signals::signals());
    let context = ByAddress::from(context.ok_or_else(other_version)?);
    KEY.set(consent::key(&context.id));
    let hooks = Rc::new(hooks);
    let port = port(&context.id, hooks.clone());
    let on_event = {
        let context = context.clone();
        Callback::from(move |event| match event {
            AppEvent::Closed => hooks.closed(),
            AppEvent::Decided(decision) => decide(&context, &decision, &hooks),
            AppEvent::Erased => {
                // Where storage is blocked there is nothing to erase.
                let _ = KEY.with_borrow(|key| storage::erase(key));
                hooks.erased();
            }
        })
    };
    let screen = Callback::from(show);
    let defer = Callback::from(|call: Callback<()>| task::defer(move || call.emit(())));
    let follow = Callback::from(|click: MouseEvent| dialog::follow(&click));
    let ready = Callback::from(|dispatcher: Callback<Action>| {
        if let Dispatcher::Waiting(Some(action)) = DISPATCHER.replace(Dispatcher::Ready(dispatcher.clone())) {
            dispatcher.emit(action);
        }
    });
    yew::Renderer::<App>::with_root_and_props(
        root,
        AppProps {
            context,
            on_event,
            screen,
            defer,
            follow,
            ready,
            port,
            draft: RefCell::new(Draft::default()).into(),
        },
    )
    .render();
    Ok(())
}

fn port(site: &str, hooks: Rc<Hooks>) -> ByAddress<Box<dyn BrowserPort>> {
    let key = consent::key(site);
    let opt_out = Box::new(move |current: &Current, language: &str| opt_out(current, language, &hooks, &key));
    let port: Box<dyn BrowserPort> = Box::new(Browser { requests: rights::key(site), opt_out });
    port.into()
}

/// Writes the record of an opt-out and passes it on; returns whether it is stored.
fn opt_out(current: &Current, language: &str, hooks: &Hooks, key: &str) -> bool {
    let signals = signals::signals();
    let before = consent::read(&Parsed::from(hooks.current())).ok();
    let record = clock::now().and_then(|now| after_opt_out(before, current, language, signals, now));
    let Some(record) = record.and_then(|record| storage::value(&record).ok()) else { return false };
    let is_stored = storage::write(key, &record).is_ok();
    hooks.opted(&record, is_stored);
    is_stored
}

/// Opens a view with what the build prepared for it; the details are here already. The loader knows whether the notice is still
/// due: it has assessed the record, and closed notices itself.
///
/// # Errors
/// Where there is no view of that name, or what it is given was written by another version of Courtesy.
#[wasm_bindgen]
pub fn open(name: &str, data: JsValue, is_due: bool) -> Result<(), JsValue> {
    let view = View::find(name).and_then(|view| match view.row().content {
        Content::Elements if data.is_undefined() => DETAILS.with_borrow(|details| elements(view, details)),
        Content::Elements => elements(view, &data),
        Content::Choices => Some(OpenView::Choices(Choices::read(&Parsed::from(data))?.into())),
        Content::Rights => Some(OpenView::Rights(Rights::read(&Parsed::from(data))?.into())),
    });
    dispatch(Action::Open(view.ok_or_else(other_version)?, record_state(is_due)));
    Ok(())
}

/// Draws the form on a page of its own.
///
/// # Errors
/// Where what it is given was written by another version of Courtesy.
#[wasm_bindgen]
pub fn start_form(root: web_sys::Element, data: JsValue, hooks: Hooks) -> Result<(), JsValue> {
    let rights: ByAddress<Rights> = Rights::read(&Parsed::from(data)).ok_or_else(other_version)?.into();
    let port = port(&rights.id, Rc::new(hooks));
    let props = FormProps { rights, pages: Pages::default(), port, draft: RefCell::new(Draft::default()).into() };
    yew::Renderer::<Form>::with_root_and_props(root, props).render();
    Ok(())
}

/// A view that is only read. Its chunks are read when they are drawn.
fn elements(view: View, data: &JsValue) -> Option<OpenView> {
    let json = Parsed::from(data.clone());
    let elements = Array::from(&json.field("elements")?.into());
    let own = json.stated("recordChunk").and_then(|index| index.parse().ok());
    let count = elements.length() as usize;
    // There are fewer chunks than an array has places.
    let read = Callback::from(move |index: usize| Element::read(&Parsed::from(elements.get(index as u32))));
    Some(OpenView::Elements(view, json.stated("title")?, Chunks { count, own, read }))
}

fn record_state(is_due: bool) -> RecordState {
    match (KEY.with_borrow(|key| storage::contains(key)), is_due) {
        (true, true) => RecordState::Stale,
        (true, false) => RecordState::Recorded,
        (false, true) => RecordState::Empty,
        (false, false) => RecordState::Unsaved,
    }
}

/// Closes the open view.
#[wasm_bindgen]
pub fn close() {
    dispatch(Action::Close(CloseReason::Back));
}

fn dispatch(action: Action) {
    DISPATCHER.with_borrow_mut(|dispatcher| match dispatcher {
        Dispatcher::Waiting(waiting) => *waiting = Some(action),
        Dispatcher::Ready(dispatcher) => dispatcher.emit(action),
    });
}

fn other_version() -> JsValue {
    JsValue::from_str("the site's files and courtesy's are of different versions: run courtesy build again")
}

fn show(Screen { dialog, is_open, is_other }: Screen) {
    let Some(element) = dialog.get().and_then(|node| node.dyn_into().ok()) else { return };
    if !is_open {
        return dialog::close(&element);
    }
    // It is in the page, so there is nothing that could refuse.
    let _ = dialog::open(&element);
    if is_other {
        dialog::rewind(&element);
    }
}

/// Writes the record of what was decided, and passes it on.
fn decide(context: &AppContext, Decision { answers, method, confirmation }: &Decision, hooks: &Hooks) {
    let AppContext { current, signals, language, .. } = context;
    // Not what is stored: the browser may store nothing, or a script of the page may have garbled it.
    let before = consent::read(&Parsed::from(hooks.current())).ok();
    let record = clock::now().and_then(|now| {
        let (method, confirmation, signals) = (*method, *confirmation, *signals);
        let act = consent::Act { answers, confirmation, is_informed: true, method, language, signals, now };
        after_act(before, current, &act)
    });
    match record.and_then(|record| storage::value(&record).ok()) {
        Some(record) => hooks.decided(&record, KEY.with_borrow(|key| storage::write(key, &record)).is_ok()),
        None => hooks.closed(),
    }
}
