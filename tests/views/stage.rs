//! A stage for components: a host with an open shadow root, a root inside it, and the ways to look and click there.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use courtesy::consent::{Choice, Current, OrderedMap, Signals};
use courtesy::policy::Pages;
use courtesy::site::read::read;
use courtesy::site::{Exemption, Language, Purpose};
use courtesy::views::builder::Declared;
use courtesy::views::registry::View;
use courtesy::views::{
    Action, App, AppContext, AppEvent, AppProps, Chunks, CloseReason, Element as Drawn, OpenView, RecordState, Screen,
    details,
};
use courtesy::words;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, ShadowRoot};
use yew::{Callback, MouseEvent};

use crate::fake_port::Fake;

/// A shadow tree, for as long as it is looked at.
pub struct Shown(pub ShadowRoot);

/// The app on its stage.
pub struct Stage {
    shown: Shown,
    acts: Rc<RefCell<Vec<AppEvent>>>,
    dispatcher: Rc<RefCell<Option<Callback<Action>>>>,
    details: OpenView,
}

fn document() -> Document {
    web_sys::window().and_then(|window| window.document()).expect("a document")
}

/// An empty root in a new shadow tree.
pub fn root() -> (ShadowRoot, Element) {
    let host = document().create_element("div").expect("an element");
    document().body().expect("a body").append_child(&host).expect("a body");
    let init = js_sys::Object::new();
    js_sys::Reflect::set(&init, &"mode".into(), &"open".into()).expect("an object");
    let attach = js_sys::Reflect::get(&host, &"attachShadow".into()).expect("a browser");
    let shadow: ShadowRoot =
        attach.unchecked_into::<js_sys::Function>().call1(&host, &init).expect("a shadow root").unchecked_into();
    let root = document().create_element("div").expect("an element");
    shadow.append_child(&root).expect("a shadow root");
    (shadow, root)
}

pub fn declared(site: &str, language: &str) -> Declared {
    let file = read(site).expect("a site without problems");
    let language: Language = language.parse().expect("a language");
    Declared {
        site: file.in_language(&language),
        words: words::BuiltInLanguage::find(language.as_str()).expect("words").words(),
        pages: Pages::of(&file, "privacy.html", "request.html"),
        language,
    }
}

/// Chunks as the build cuts them.
pub fn chunks(chunks: Vec<Drawn>, own: Option<usize>) -> Chunks {
    Chunks { count: chunks.len(), own, read: Callback::from(move |index: usize| chunks[index].clone()) }
}

/// Who visits: where, with which signal, and what they decided before.
#[derive(Default)]
pub struct Visit {
    pub jurisdiction: Option<&'static str>,
    pub signals: Signals,
    pub choices: Vec<(&'static str, Choice)>,
}

/// The site of today, each hash the same.
fn current(declared: &Declared, visit: &Visit) -> Current {
    let site = &declared.site;
    let ids = |is: &dyn Fn(&Purpose) -> bool| -> Vec<String> {
        site.purposes.iter().filter(|purpose| is(purpose)).map(|purpose| purpose.id.to_string()).collect()
    };
    let services = |purpose: &str| -> Vec<String> {
        let of = site.services.iter().filter(|service| service.purposes.iter().any(|id| id.to_string() == purpose));
        of.map(|service| format!("{purpose}/{}", service.id)).collect()
    };
    let asked = ids(&|purpose| !purpose.is_exempt());
    let keys = asked.into_iter().flat_map(|purpose| [vec![purpose.clone()], services(&purpose)].concat());
    Current {
        mode: site.mode(),
        version: site.notice.version.clone(),
        facts: OrderedMap(keys.map(|key| (key, "hash".into())).collect()),
        policy_changes: Vec::new(),
        expires_after: site.notice.expires_after,
        exempt: ids(&Purpose::is_exempt),
        uk_exempt: ids(&|purpose| {
            matches!(purpose.exemption, Some(Exemption::UkStatistical | Exemption::UkAppearance))
        }),
        sale_or_share: ids(&|purpose| purpose.sale_or_share == Some(true)),
        jurisdiction: visit.jurisdiction.map(str::to_owned),
    }
}

/// The details, as they are opened.
pub fn details(declared: &Declared) -> OpenView {
    let (elements, own) = details::prepare::chunks(declared);
    OpenView::Elements(View::Details, declared.of_site(words::Word::DetailsTitle), chunks(elements, own))
}

/// What the app is given of a site, in the words that it is sent.
fn context(declared: &Declared, visit: &Visit) -> AppContext {
    let language = declared.language.to_string();
    AppContext {
        id: declared.site.id().to_owned(),
        current: current(declared, visit),
        signals: visit.signals,
        words: words::BuiltInLanguage::find(&language).expect("words").app_words(),
        pages: declared.pages.clone(),
        language,
    }
}

impl Stage {
    /// The app for a site file, drawn and closed.
    pub async fn with(site: &str, language: &str) -> Self {
        Self::visited(site, language, Visit::default()).await
    }

    /// The app for a site file and somebody who visits it.
    pub async fn visited(site: &str, language: &str, visit: Visit) -> Self {
        let port = Fake::default();
        port.0.borrow_mut().choices =
            OrderedMap(visit.choices.iter().map(|(key, choice)| ((*key).to_owned(), *choice)).collect());
        let (shadow, root) = root();
        let acts = Rc::new(RefCell::new(Vec::new()));
        let dispatcher = Rc::new(RefCell::new(None));
        let (heard, given) = (acts.clone(), dispatcher.clone());
        let declared = declared(site, language);
        let props = AppProps {
            context: context(&declared, &visit).into(),
            on_event: Callback::from(move |act| heard.borrow_mut().push(act)),
            screen: Callback::from(|Screen { dialog, is_open, .. }| {
                let Some(element) = dialog.cast::<Element>() else { return };
                if is_open {
                    courtesy::browser::dialog::open(&element).expect("a dialog");
                } else {
                    courtesy::browser::dialog::close(&element);
                }
            }),
            defer: Callback::from(|call: Callback<()>| courtesy::browser::task::defer(move || call.emit(()))),
            follow: Callback::from(|click: MouseEvent| courtesy::browser::dialog::follow(&click)),
            port: port.into_port(),
            draft: RefCell::default().into(),
            ready: Callback::from(move |dispatcher| *given.borrow_mut() = Some(dispatcher)),
        };
        yew::Renderer::<App>::with_root_and_props(root, props).render();
        yew::scheduler::flush().await;
        Self { shown: Shown(shadow), acts, dispatcher, details: details(&declared) }
    }

    pub async fn open(&self, record: RecordState) {
        self.show(self.details.clone(), record).await;
    }

    /// Opens a view, and draws as much of it as one turn does.
    pub async fn show(&self, view: OpenView, record: RecordState) {
        let dispatcher = self.dispatcher.borrow().clone().expect("the app has said how to open views");
        dispatcher.emit(Action::Open(view, record));
        yew::scheduler::flush().await;
    }

    /// Closes the dialog as the browser does, and asks for a view before anything of it is drawn.
    pub fn close_and_open(&self, record: RecordState) {
        courtesy::browser::dialog::close(&self.find("dialog").expect("a dialog"));
        let dispatcher = self.dispatcher.borrow().clone().expect("the app has said how to open views");
        dispatcher.emit(Action::Close(CloseReason::Back));
        dispatcher.emit(Action::Open(self.details.clone(), record));
    }

    /// What the visitor did, once that much has been heard: a dialog tells of its end in the browser's own time.
    pub async fn heard(&self, acts: usize) -> Vec<AppEvent> {
        for _ in 0..100 {
            if self.acts.borrow().len() >= acts {
                break;
            }
            settle().await;
        }
        self.acts.borrow().clone()
    }

    pub fn is_open(&self) -> bool {
        self.find("dialog[open]").is_some()
    }
}

impl Deref for Stage {
    type Target = Shown;

    fn deref(&self) -> &Shown {
        &self.shown
    }
}

impl Shown {
    pub fn find(&self, selector: &str) -> Option<Element> {
        self.0.query_selector(selector).expect("a selector")
    }

    pub fn texts(&self, selector: &str) -> Vec<String> {
        let found = self.0.query_selector_all(selector).expect("a selector");
        (0..found.length()).filter_map(|place| found.get(place)?.text_content()).collect()
    }

    /// Clicks the first button with that text or label, and lets what follows happen.
    pub async fn click(&self, name: &str) {
        let buttons = self.0.query_selector_all("button").expect("a selector");
        let named =
            |button: &Element| button.get_attribute("aria-label").or(button.text_content()).as_deref() == Some(name);
        let button =
            (0..buttons.length()).filter_map(|place| buttons.get(place)?.dyn_into::<Element>().ok()).find(named);
        button.unwrap_or_else(|| panic!("no button {name}")).unchecked_into::<HtmlElement>().click();
        settle().await;
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.0.host().remove();
    }
}

/// Lets the scheduler, then the browser's own events, run.
pub async fn settle() {
    yew::scheduler::flush().await;
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        let set = js_sys::Reflect::get(&js_sys::global(), &"setTimeout".into()).expect("a browser");
        set.unchecked_into::<js_sys::Function>().call2(&js_sys::global(), &resolve, &20.into()).expect("a browser");
    });
    wasm_bindgen_futures::JsFuture::from(wait).await.expect("a timer");
    yew::scheduler::flush().await;
}
