//! The app: one dialog, one reducer. Its host opens views with the dispatcher that it is given, and hears what the visitor did.

use std::cell::RefCell;

use yew::prelude::*;

use super::app_context::AppContext;
use super::browser_port::BrowserPort;
use super::by_address::ByAddress;
use super::choices::draft::initial;
use super::choices::view::ChoicesView;
use super::chunk::chunks;
use super::chunks::Chunks;
use super::decision::Decision;
use super::record_controls::RecordControls;
use super::registry::View;
use super::rights::draft::Draft;
use super::rights::form::Form;
use super::state::{Action, CloseReason, OpenView, RecordState, State};
use super::{dialog, layout};
use crate::site::Mode;

/// What the visitor did.
#[derive(Clone, Debug, PartialEq)]
pub enum AppEvent {
    /// Closed the dialog, nothing else.
    Closed,
    /// Closed it with a button that decides: the notice is done with.
    Decided(Decision),
    /// Erased the record.
    Erased,
}

/// A dialog element, and whether it must be open.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The `<dialog>`.
    pub dialog: NodeRef,
    /// Whether it shows a view.
    pub is_open: bool,
    /// Whether that is another view than before.
    pub is_other: bool,
}

/// What the app is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What every view can ask for.
    pub context: ByAddress<AppContext>,
    /// Hears what the visitor did.
    pub on_event: Callback<AppEvent>,
    /// Opens and closes the dialog element: only a browser can.
    pub screen: Callback<Screen>,
    /// Calls back in a later task of the browser.
    pub defer: Callback<Callback<()>>,
    /// Follows a link to a heading of the dialog, where a click was on one.
    pub follow: Callback<MouseEvent>,
    /// What the form for requests needs of a browser.
    pub port: ByAddress<Box<dyn BrowserPort>>,
    /// What was written in it before it was closed.
    pub draft: ByAddress<RefCell<Draft>>,
    /// Is given the dispatcher, once.
    pub ready: Callback<Callback<Action>>,
}

/// The app. A component of its own: hooks are 2 kB that nothing else here needs (docs/bytes.md).
#[derive(Debug)]
pub struct App {
    state: State,
    element: NodeRef,
    /// What the dialog was opened or closed for last.
    shown: Option<(Option<OpenView>, RecordState, usize)>,
    /// What was drawn last, with how many more chunks, and whether there was another.
    rendered: Option<(Option<OpenView>, usize, bool)>,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props().ready.emit(ctx.link().callback(|action| action));
        Self { state: State::default(), element: NodeRef::default(), shown: None, rendered: None }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let next = self.state.after(action);
        // What is the same is not drawn again.
        let is_other = next != self.state;
        self.state = next;
        is_other
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let AppProps { screen, defer, .. } = ctx.props();
        let State { view, record, opened, more_chunks, .. } = &self.state;
        // Also when the record is erased: the button that had the focus is gone then.
        let shown = Some((view.clone(), *record, *opened));
        if shown != self.shown {
            let is_other = self.shown.as_ref().map_or(&None, |(before, ..)| before) != view;
            screen.emit(Screen { dialog: self.element.clone(), is_open: view.is_some(), is_other });
            self.shown = shown;
        }
        let is_short = self.drawn() < view.as_ref().map_or(0, OpenView::count);
        let rendered = Some((view.clone(), *more_chunks, is_short));
        if rendered != self.rendered {
            if is_short {
                defer.emit(ctx.link().callback(|()| Action::DrawMore));
            }
            self.rendered = rendered;
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (props, link) = (ctx.props(), ctx.link());
        let on_close = {
            let (on_event, link, reason) = (props.on_event.clone(), link.clone(), self.state.reason.clone());
            Callback::from(move |_: Event| {
                on_event.emit(match &reason {
                    CloseReason::Back => AppEvent::Closed,
                    CloseReason::Decided(decision) => AppEvent::Decided(decision.clone()),
                });
                link.send_message(Action::Close(CloseReason::Back));
            })
        };
        // A closed dialog is empty: nothing of a long site is drawn before somebody wants to see it.
        let (title, view) = match &self.state.view {
            None => ("", Html::default()),
            Some(OpenView::Elements(view, title, chunks)) => (title.as_str(), self.elements(ctx, *view, chunks)),
            Some(OpenView::Choices(choices)) => {
                let AppProps { context, port, .. } = props;
                let before = || port.choices(&context.current, choices.record.as_ref());
                let draft = self.state.draft.clone().unwrap_or_else(|| initial(choices, context, &before()).into());
                let has_record = self.state.record.has_record();
                let dispatch = link.callback(|action| action);
                (&*choices.title, ChoicesView { context, choices, draft, has_record, dispatch }.view())
            }
            Some(OpenView::Rights(rights)) => {
                let AppProps { context, port, draft, .. } = props;
                let form = html! {
                    <Form rights={rights.clone()} pages={context.pages.clone()} port={port.clone()} draft={draft.clone()} />
                };
                (&*rights.title, layout::layout(form, layout::links(context, View::Rights, None), None))
            }
        };
        let close = link.callback(|_: MouseEvent| Action::Close(CloseReason::Back));
        dialog::frame(&props.context, title.to_owned(), &self.element, on_close, close, view)
    }
}

impl App {
    /// How many chunks of the view are drawn.
    fn drawn(&self) -> usize {
        1 + self.state.more_chunks
    }

    /// A view that is only read.
    fn elements(&self, ctx: &Context<Self>, view: View, content: &Chunks) -> Html {
        let (AppProps { context, on_event, port, follow, .. }, link) = (ctx.props(), ctx.link());
        let erase = {
            let (on_event, link) = (on_event.clone(), link.clone());
            Callback::from(move |_: MouseEvent| {
                link.send_message(Action::Erase);
                on_event.emit(AppEvent::Erased);
            })
        };
        let record = self.state.record;
        let dismiss = (context.current.mode == Mode::Notice && record.is_due())
            .then(|| link.callback(|_: MouseEvent| Action::Close(CloseReason::Decided(Decision::dismissal()))));
        let controls = RecordControls { record, has_saved_requests: port.has_saved_requests(), erase };
        let content = chunks(context, content, self.drawn(), &controls);
        layout::read_only(context, view, content, dismiss, follow)
    }
}
