//! The app: one dialog, one reducer. Whoever starts it opens views by its dispatcher and hears what the visitor did.

use std::cell::RefCell;

use yew::prelude::*;

use super::choose::Choose;
use super::own::Own;
use super::picks::begun;
use super::pieces::pieces;
use super::state::{Action, Leaving, State, View};
use super::{Decision, Desk, Draft, Given, Shared, dialog, view};
use crate::site::Mode;
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
    pub ready: Callback<UseReducerDispatcher<State>>,
}

/// The app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer(State::default);
    let element = use_node_ref();
    {
        let (ready, dispatcher) = (props.ready.clone(), state.dispatcher());
        use_effect_with((), move |()| ready.emit(dispatcher));
    }
    {
        let (screen, dialog, before) = (props.screen.clone(), element.clone(), use_mut_ref(View::default));
        // Also when the record is erased: the button that had the focus is gone then.
        use_effect_with((state.view.clone(), state.memory, state.asked), move |(view, ..)| {
            let is_other = before.replace(view.clone()) != *view;
            screen.emit(Screen { dialog, view: view.clone(), is_other });
        });
    }
    let on_close = {
        let (act, state) = (props.act.clone(), state.clone());
        Callback::from(move |_: Event| {
            act.emit(match &state.leaving {
                Leaving::Back => Act::Closed,
                Leaving::Deciding(decision) => Act::Decided(decision.clone()),
            });
            state.dispatch(Action::Leave(Leaving::Back));
        })
    };
    let leave = {
        let state = state.dispatcher();
        Callback::from(move |leaving| state.dispatch(Action::Leave(leaving)))
    };
    let erase = {
        let (act, state) = (props.act.clone(), state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            state.dispatch(Action::Erase);
            act.emit(Act::Erased);
        })
    };
    let given = &props.given;
    let mode = given.current.mode;
    let dismiss = (mode == Mode::Notice && state.memory.is_due())
        .then(|| leave.reform(|_: MouseEvent| Leaving::Deciding(Decision::dismissal())));
    let own = Own { memory: state.memory, is_kept: props.desk.is_kept(), erase };
    let drawn = 1 + state.turns;
    // A closed dialog is empty: nothing of a long site is drawn before somebody wants to see it.
    let (count, title, shown) = match &state.view {
        View::Closed => (0, String::new(), Html::default()),
        View::Details => {
            let content = pieces(given, &given.details, drawn, &own);
            (given.details.count, given.title.clone(), view::details(given, content, dismiss))
        }
        View::Policy(policy) => {
            let content = pieces(given, policy, drawn, &own);
            let title = given.words.say(Word::NoticePolicy).to_owned();
            (policy.count, title, view::policy(given, content, &props.follow))
        }
        View::Rights(rights) => (0, rights.title.clone(), view::rights(props, rights)),
        View::Choices(choices) => {
            let begun = || begun(choices, given, &props.desk.choices(&given.current, choices.record.as_ref())).into();
            let picks = state.picks.clone().unwrap_or_else(begun);
            let has_record = state.memory.has_record();
            let choose = Choose { given, choices, picks, has_record, way: state.dispatcher() };
            (0, choices.title.clone(), choose.view())
        }
        View::Receipt(title, receipt) => {
            let content = pieces(given, receipt, drawn, &own);
            (receipt.count, title.clone(), view::receipt(given, content))
        }
    };
    {
        let (soon, dispatcher) = (props.soon.clone(), state.dispatcher());
        use_effect_with((state.view.clone(), state.turns, drawn < count), move |(_, _, is_short)| {
            if *is_short {
                soon.emit(Callback::from(move |()| dispatcher.dispatch(Action::Grow)));
            }
        });
    }
    dialog::frame(given, title, &element, on_close, leave.reform(|_: MouseEvent| Leaving::Back), shown)
}
