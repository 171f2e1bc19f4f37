//! The app: one dialog, one reducer. Whoever starts it opens views by its dispatcher and hears what the visitor did.

use std::cell::RefCell;

use yew::prelude::*;

use super::browser_port::Desk;
use super::chunks::pieces;
use super::record_controls::Own;
use super::state::{Action, Leaving, Memory, State, View};
use super::{Given, Shared, dialog, layout as view};
use crate::site::Mode;
use crate::views::choices::draft::begun;
use crate::views::choices::model::Decision;
use crate::views::choices::view::Choose;
use crate::views::rights::event::Draft;
use crate::words::Word;

/// What the visitor did.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
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
    /// The view that it shows.
    pub view: View,
    /// Whether that is another view than before.
    pub is_other: bool,
}

/// What the app is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What it shows.
    pub given: Shared<Given>,
    /// Hears what the visitor did.
    pub act: Callback<Act>,
    /// Opens and closes the dialog element: only a browser can.
    pub screen: Callback<Screen>,
    /// Calls back in the browser's next turn.
    pub soon: Callback<Callback<()>>,
    /// Follows a link to a heading of the dialog, where a click was on one.
    pub follow: Callback<MouseEvent>,
    /// What the form for requests needs of a browser.
    pub desk: Shared<Box<dyn Desk>>,
    /// What was written in it before it was closed.
    pub draft: Shared<RefCell<Draft>>,
    /// Is given the way to open views, once.
    pub ready: Callback<Callback<Action>>,
}

/// The app. A component of its own: hooks are 2 kB that nothing else here needs (docs/bytes.md).
#[derive(Debug)]
pub struct App {
    state: State,
    element: NodeRef,
    /// What the dialog was opened or closed for last.
    shown: Option<(View, Memory, usize)>,
    /// What was drawn last, in how many turns, and whether there was more.
    grown: Option<(View, usize, bool)>,
}

impl Component for App {
    type Message = Action;
    type Properties = AppProps;

    fn create(ctx: &Context<Self>) -> Self {
        ctx.props().ready.emit(ctx.link().callback(|action| action));
        Self { state: State::default(), element: NodeRef::default(), shown: None, grown: None }
    }

    fn update(&mut self, _: &Context<Self>, action: Action) -> bool {
        let next = self.state.after(action);
        // What is the same is not drawn again.
        let is_other = next != self.state;
        self.state = next;
        is_other
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        let AppProps { given, screen, soon, .. } = ctx.props();
        let State { view, memory, asked, turns, .. } = &self.state;
        // Also when the record is erased: the button that had the focus is gone then.
        let shown = Some((view.clone(), *memory, *asked));
        if shown != self.shown {
            let is_other = self.shown.as_ref().map_or(&View::Closed, |(before, ..)| before) != view;
            screen.emit(Screen { dialog: self.element.clone(), view: view.clone(), is_other });
            self.shown = shown;
        }
        let is_short = self.drawn() < view.count(given);
        let grown = Some((view.clone(), *turns, is_short));
        if grown != self.grown {
            if is_short {
                soon.emit(ctx.link().callback(|()| Action::Grow));
            }
            self.grown = grown;
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let (props, link, state) = (ctx.props(), ctx.link(), &self.state);
        let on_close = {
            let (act, link, leaving) = (props.act.clone(), link.clone(), state.leaving.clone());
            Callback::from(move |_: Event| {
                act.emit(match &leaving {
                    Leaving::Back => Act::Closed,
                    Leaving::Deciding(decision) => Act::Decided(decision.clone()),
                });
                link.send_message(Action::Leave(Leaving::Back));
            })
        };
        let erase = {
            let (act, link) = (props.act.clone(), link.clone());
            Callback::from(move |_: MouseEvent| {
                link.send_message(Action::Erase);
                act.emit(Act::Erased);
            })
        };
        let given = &props.given;
        let dismiss = (given.current.mode == Mode::Notice && state.memory.is_due())
            .then(|| link.callback(|_: MouseEvent| Action::Leave(Leaving::Deciding(Decision::dismissal()))));
        let own = Own { memory: state.memory, is_kept: props.desk.is_kept(), erase };
        let content = |content| pieces(given, content, self.drawn(), &own);
        // A closed dialog is empty: nothing of a long site is drawn before somebody wants to see it.
        let (title, shown) = match &state.view {
            View::Closed => ("", Html::default()),
            View::Details => (&*given.title, view::details(given, content(&given.details), dismiss)),
            View::Policy(policy) => {
                (given.words.say(Word::NoticePolicy), view::policy(given, content(policy), &props.follow))
            }
            View::Rights(rights) => (&*rights.title, view::rights(props, rights)),
            View::Choices(choices) => {
                let begun =
                    || begun(choices, given, &props.desk.choices(&given.current, choices.record.as_ref())).into();
                let picks = state.picks.clone().unwrap_or_else(begun);
                let choose = Choose { given, choices, picks, has_record: state.memory.has_record(), way: link };
                (&*choices.title, choose.view())
            }
            View::Receipt(title, receipt) => (&**title, view::receipt(given, content(receipt))),
        };
        let close = link.callback(|_: MouseEvent| Action::Leave(Leaving::Back));
        dialog::frame(given, title.to_owned(), &self.element, on_close, close, shown)
    }
}

impl App {
    /// How many pieces of the view are drawn.
    fn drawn(&self) -> usize {
        1 + self.state.turns
    }
}
