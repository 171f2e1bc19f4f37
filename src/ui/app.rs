//! The app: one dialog, one reducer. Whoever starts it opens views by its dispatcher and hears what the visitor did.

use yew::prelude::*;

use super::details::{Details, details};
use super::state::{Action, Leaving, State, View};
use super::{Shared, dialog};

/// What the visitor did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Closed the dialog, nothing else.
    Closed,
    /// Closed it with the notice's own button: the notice is done with.
    Dismissed,
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
}

/// What the app is given.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AppProps {
    /// What it shows.
    pub declared: Shared,
    /// Hears what the visitor did.
    pub act: Callback<Act>,
    /// Opens and closes the dialog element: only a browser can.
    pub screen: Callback<Screen>,
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
        let (screen, dialog) = (props.screen.clone(), element.clone());
        // Also when the record is erased: the button that had the focus is gone then.
        use_effect_with((state.view, state.memory), move |(view, _)| screen.emit(Screen { dialog, view: *view }));
    }
    let on_close = {
        let (act, state) = (props.act.clone(), state.clone());
        Callback::from(move |_: Event| {
            act.emit(if state.leaving == Leaving::Dismissing { Act::Dismissed } else { Act::Closed });
            state.dispatch(Action::Leave(Leaving::Back));
        })
    };
    let leave = |leaving| {
        let state = state.dispatcher();
        Callback::from(move |_: MouseEvent| state.dispatch(Action::Leave(leaving)))
    };
    let erase = {
        let (act, state) = (props.act.clone(), state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            state.dispatch(Action::Erase);
            act.emit(Act::Erased);
        })
    };
    let dismiss = state.memory.is_due().then(|| leave(Leaving::Dismissing));
    let view = details(Details { declared: &props.declared, memory: state.memory, dismiss, erase });
    dialog::frame(&props.declared, &element, on_close, leave(Leaving::Back), view)
}
