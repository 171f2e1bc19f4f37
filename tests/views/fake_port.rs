//! A browser port that a test can look into, and the form on it: what is copied, saved and sent stays here.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use courtesy::browser::form;
use courtesy::consent::{Choice, Current, OrderedMap, Record};
use courtesy::policy::Pages;
use courtesy::rights::{FormValues, Request, SavedRequest, SavedRequests};
use courtesy::site::Day;
use courtesy::views::rights::prepare::rights;
use courtesy::views::{BrowserPort, ByAddress, Draft, Form, FormProps, Rights};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node};
use yew::{Callback, MouseEvent, NodeRef};

use crate::stage::{Shown, declared, root, settle};

/// What was done with the port.
#[derive(Debug, Default)]
pub struct Done {
    /// What was copied.
    pub copied: Vec<String>,
    /// Whether the browser copies.
    pub copies: bool,
    /// What was saved.
    pub saved: Vec<Value>,
    /// What was sent, where, and whom to tell what was answered.
    pub sent: Vec<(String, Value, Callback<String>)>,
    /// The reminders.
    pub calendars: Vec<String>,
    /// What is remembered.
    pub mine: SavedRequests,
    /// What was decided.
    pub choices: OrderedMap<Choice>,
    /// What was turned off by a request, in which language.
    pub opted_out: Vec<(OrderedMap<Choice>, String)>,
    /// Whether the browser stores nothing.
    pub is_fixed: bool,
    /// How many keys were given.
    pub keys: usize,
}

/// A port on which it is always 21 November 2026.
#[derive(Clone, Debug, Default)]
pub struct Fake(pub Rc<RefCell<Done>>);

impl Fake {
    pub fn into_port(self) -> ByAddress<Box<dyn BrowserPort>> {
        let port: Box<dyn BrowserPort> = Box::new(self);
        port.into()
    }
}

impl BrowserPort for Fake {
    fn form_values(&self, inside: &NodeRef, was: &FormValues) -> FormValues {
        form::values(&inside.cast().expect("it is drawn"), was)
    }

    fn letter_index(&self, click: &MouseEvent) -> Option<usize> {
        form::letter_index(click)
    }

    fn focus(&self, inside: &NodeRef, selector: &str) {
        form::focus(&inside.cast().expect("it is drawn"), selector);
    }

    fn today(&self) -> Option<Day> {
        "2026-11-21".parse().ok()
    }

    fn date(&self, day: Day, language: &str) -> String {
        format!("{language} {day}")
    }

    fn new_key(&self) -> String {
        self.0.borrow_mut().keys += 1;
        format!("key {}", self.0.borrow().keys)
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        self.0.borrow_mut().copied.push(text.to_owned());
        done.emit(self.0.borrow().copies);
    }

    fn download(&self, request: &Request) {
        self.0.borrow_mut().saved.push(json!(request));
    }

    fn remind(&self, calendar: &dyn Fn(&str) -> String) {
        self.0.borrow_mut().calendars.push(calendar("2026-11-21T10:15:00Z"));
    }

    fn send(&self, address: &str, request: &Request, done: Callback<String>) {
        self.0.borrow_mut().sent.push((address.to_owned(), json!(request), done));
    }

    fn choices(&self, _: &Current, _: Option<&Record>) -> OrderedMap<Choice> {
        self.0.borrow().choices.clone()
    }

    fn opt_out(&self, current: &Current, language: &str) -> bool {
        self.0.borrow_mut().opted_out.push((current.opt_out_choices(), language.to_owned()));
        !self.0.borrow().is_fixed
    }

    fn saved_requests(&self) -> SavedRequests {
        self.0.borrow().mine.clone()
    }

    fn has_saved_requests(&self) -> bool {
        !self.0.borrow().mine.0.is_empty()
    }

    fn save(&self, request: SavedRequest) -> bool {
        let mine = self.saved_requests().with(request);
        self.0.borrow_mut().mine = mine;
        true
    }

    fn erase_requests(&self) {
        self.0.borrow_mut().mine = SavedRequests::default();
    }
}

/// The form of a site, with a port.
pub struct Filled {
    shown: Shown,
    pub port: Fake,
}

impl Deref for Filled {
    type Target = Shown;

    fn deref(&self) -> &Shown {
        &self.shown
    }
}

impl Filled {
    /// The form, with nothing written.
    pub async fn with(site: &str) -> Self {
        Self::again(site, RefCell::default().into()).await
    }

    /// The form, with what was written before.
    pub async fn again(site: &str, draft: ByAddress<RefCell<Draft>>) -> Self {
        let (shadow, root) = root();
        let port = Fake::default();
        port.0.borrow_mut().copies = true;
        let rights = json!(rights(&declared(site, "en"), &OrderedMap::default()));
        let rights = Rights::read(&rights).expect("what the build wrote");
        let props = FormProps { rights: rights.into(), pages: Pages::default(), port: port.clone().into_port(), draft };
        yew::Renderer::<Form>::with_root_and_props(root, props).render();
        settle().await;
        Self { shown: Shown(shadow), port }
    }

    /// Chooses a place, and the letter of a right by its title.
    pub async fn ask(&self, place: &str, right: &str) {
        self.choose(place).await;
        let heads = self.texts("h4");
        let lists = self.0.query_selector_all("li > h4[id]").expect("a selector");
        let head = (0..lists.length()).filter_map(|place| lists.get(place)).find(|head| is_named(head, right));
        let head: Element = head.unwrap_or_else(|| panic!("no {right} in {heads:?}")).unchecked_into();
        let button = self.find(&format!("button[aria-describedby={}]", head.id())).expect("a button");
        button.unchecked_into::<HtmlElement>().click();
        settle().await;
    }

    /// Chooses a radio button, or ticks a box, by its label.
    pub async fn choose(&self, label: &str) {
        let labels = self.0.query_selector_all("label.choice").expect("a selector");
        let found = (0..labels.length()).filter_map(|place| labels.get(place)).find(|found| is_named(found, label));
        found.unwrap_or_else(|| panic!("no {label}")).unchecked_into::<HtmlElement>().click();
        settle().await;
    }

    /// Writes into a field, as a visitor does.
    pub async fn write(&self, name: &str, text: &str) {
        let field = self.field(name);
        js_sys::Reflect::set(&field, &"value".into(), &text.into()).expect("a field");
        let event = js_sys::eval("new Event('input', { bubbles: true })").expect("an event").unchecked_into();
        field.dispatch_event(&event).expect("an event");
        settle().await;
    }

    /// Looks at the request, as the enter key does.
    pub async fn submit(&self) {
        let form: JsValue = self.find("form").expect("a form").into();
        let submit = js_sys::Reflect::get(&form, &"requestSubmit".into()).expect("a browser");
        submit.unchecked_into::<js_sys::Function>().call0(&form).expect("a form");
        settle().await;
    }

    pub fn field(&self, name: &str) -> Element {
        self.find(&format!("[name={name}]")).unwrap_or_else(|| panic!("no field {name}"))
    }

    pub fn value(&self, name: &str) -> String {
        js_sys::Reflect::get(&self.field(name), &"value".into())
            .ok()
            .and_then(|value| value.as_string())
            .expect("a value")
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Element {
        let active = js_sys::Reflect::get(&self.0, &"activeElement".into()).expect("a browser");
        active.dyn_into().expect("something has the focus")
    }

    pub fn status(&self) -> String {
        self.texts("[role=status]").concat()
    }

    pub fn has(&self, button: &str) -> bool {
        self.texts("button, a.button").iter().any(|name| name == button)
    }
}

fn is_named(node: &Node, name: &str) -> bool {
    node.text_content().as_deref() == Some(name)
}
