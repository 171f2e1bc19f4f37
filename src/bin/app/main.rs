//! The app that a browser fetches when details are asked for: it joins the components and the browser for the loader.
//!
//! The loader calls [`start`] once and [`open`] and [`close`] after; what the visitor does goes back by its hooks. Shipped is
//! this thin program, never a `cdylib` of the library (docs/decisions/001).

#[cfg(target_arch = "wasm32")]
mod desk;

#[cfg(target_arch = "wasm32")]
mod app {
    use std::cell::RefCell;

    use courtesy::browser::{Parsed, clock, dialog, signals, storage, turn};
    use courtesy::consent::{Current, Entries, KEY, News, Record};
    use courtesy::policy::Pages;
    use courtesy::site::{Day, Json, Mode, Period};
    use courtesy::ui::{
        Act, Action, App, AppProps, Desk, Draft, Element, Given, Leaving, Memory, Pieces, Rights, Screen, Shared, State, View,
    };
    use courtesy::words::{SHAPE, Words};
    use js_sys::Array;
    use serde::Deserialize;
    use serde::de::DeserializeOwned;
    use wasm_bindgen::prelude::*;
    use yew::{Callback, MouseEvent, UseReducerDispatcher};

    use crate::desk::Browser;

    #[wasm_bindgen]
    extern "C" {
        /// What the loader does when the visitor does something.
        pub type Hooks;
        #[wasm_bindgen(method)]
        fn closed(this: &Hooks);
        #[wasm_bindgen(method)]
        fn dismissed(this: &Hooks, record: &JsValue, kept: bool);
        #[wasm_bindgen(method)]
        fn erased(this: &Hooks);
    }

    /// What the app needs of what the loader knows of the site, and of what the build prepared for the details.
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Site {
        language: String,
        mode: Mode,
        notice: Notice,
        facts: Entries<String>,
        #[serde(default)]
        news: Vec<(Day, Day, String)>,
        pages: Pages,
        title: String,
        expires_after: Period,
        own: Option<usize>,
        #[serde(with = "serde_wasm_bindgen::preserve")]
        elements: Array,
    }

    #[derive(Deserialize)]
    struct Notice {
        version: String,
    }

    /// The way to the reducer. It is there once the app is drawn; what is asked for before that is done then.
    enum Way {
        Waiting(Option<Action>),
        Open(UseReducerDispatcher<State>),
    }

    thread_local! {
        static WAY: RefCell<Way> = const { RefCell::new(Way::Waiting(None)) };
    }

    /// Draws the app, closed, into an element.
    ///
    /// # Errors
    /// Where what it is given was written by another version of Courtesy.
    #[wasm_bindgen]
    pub fn start(root: web_sys::Element, site: JsValue, words: JsValue, hooks: Hooks) -> Result<(), JsValue> {
        let site: Site = read(&site)?;
        let words: Words = read(&words)?;
        if words.shape != SHAPE {
            return Err(other_version());
        }
        let current = Current {
            mode: site.mode,
            version: site.notice.version,
            facts: site.facts,
            news: site.news.iter().map(|(on, told_from, _)| News { on: *on, told_from: *told_from }).collect(),
            expires_after: site.expires_after,
        };
        let details = pieces(site.elements, site.own);
        let language = site.language.clone();
        let act = Callback::from(move |act| match act {
            Act::Closed => hooks.closed(),
            Act::Dismissed => dismiss(&current, &language, &hooks),
            Act::Erased => {
                // Where storage is blocked there is nothing to erase.
                let _ = storage::erase(KEY);
                hooks.erased();
            }
        });
        let given =
            Given { language: site.language, mode: site.mode, words, pages: site.pages, title: site.title, details }
                .into();
        let screen = Callback::from(show);
        let soon = Callback::from(|call: Callback<()>| turn::soon(move || call.emit(())));
        let follow = Callback::from(|click: MouseEvent| dialog::follow(&click));
        let ready = Callback::from(|dispatcher: UseReducerDispatcher<State>| {
            if let Way::Waiting(Some(action)) = WAY.replace(Way::Open(dispatcher.clone())) {
                dispatcher.dispatch(action);
            }
        });
        yew::Renderer::<App>::with_root_and_props(root, AppProps { given, act, screen, soon, follow, ready, desk: desk(), draft: RefCell::new(Draft::default()).into() }).render();
        Ok(())
    }

    fn desk() -> Shared<Box<dyn Desk>> {
        let desk: Box<dyn Desk> = Box::new(Browser);
        desk.into()
    }

    /// Opens a view with what the build prepared for it; the details are here already. The loader knows whether the notice is still
    /// due: it has assessed the record, and closed notices itself.
    ///
    /// # Errors
    /// Where what it is given was written by another version of Courtesy.
    #[wasm_bindgen]
    pub fn open(view: &str, data: JsValue, is_due: bool) -> Result<(), JsValue> {
        let view = match view {
            "policy" => View::Policy(pieces(data.into(), None)),
            "rights" => View::Rights(rights(data)?),
            _ => View::Details,
        };
        dispatch(Action::Open(view, memory(is_due)));
        Ok(())
    }

    fn rights(data: JsValue) -> Result<Shared<Rights>, JsValue> {
        let json = Parsed::from(data.clone());
        let words = json.field("words").ok_or_else(other_version)?;
        let words: Words = read(words.value())?;
        if words.shape != SHAPE {
            return Err(other_version());
        }
        Ok(Rights::read(&json, words).into())
    }

    fn pieces(elements: Array, own: Option<usize>) -> Pieces {
        let count = elements.length() as usize;
        // There are fewer pieces than an array has places.
        let piece = move |place: usize| Element::read(&Parsed::from(elements.get(place as u32)));
        Pieces { count, own, read: Callback::from(piece) }
    }

    fn memory(is_due: bool) -> Memory {
        match (storage::is_there(KEY), is_due) {
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
            Way::Open(dispatcher) => dispatcher.dispatch(action),
        });
    }

    fn read<T: DeserializeOwned>(value: &JsValue) -> Result<T, JsValue> {
        serde_wasm_bindgen::from_value(value.clone()).map_err(|_| other_version())
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

    fn dismiss(current: &Current, language: &str, hooks: &Hooks) {
        let before = storage::read().and_then(Result::ok);
        let record = clock::now().and_then(|now| Record::dismissed(before, current, language, signals::signals(), now));
        match record.and_then(|record| storage::value(&record).ok()) {
            Some(record) => hooks.dismissed(&record, storage::write(&record).is_ok()),
            None => hooks.closed(),
        }
    }
}

fn main() {}
