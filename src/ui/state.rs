//! What the app shows, as one value, and what can happen to it: the one reducer of the app.

use std::rc::Rc;

use yew::Reducible;

/// Which view is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// None: the dialog is closed.
    #[default]
    Closed,
    /// What is stored, by whom, what for and how long.
    Details,
}

/// Whether this visitor has a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Memory {
    /// No.
    #[default]
    Empty,
    /// Yes.
    Recorded,
    /// It was just erased.
    Erased,
}

/// How the dialog is being left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Leaving {
    /// Without a word: the notice stays as it was.
    #[default]
    Back,
    /// With the notice's own button.
    Dismissing,
}

/// What the app shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The open view.
    pub view: View,
    /// The visitor's record.
    pub memory: Memory,
    /// How the dialog was left last.
    pub leaving: Leaving,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A view is asked for, by a visitor with or without a record.
    Open(View, Memory),
    /// The dialog is left.
    Leave(Leaving),
    /// The visitor erased the record.
    Erase,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = match action {
            Action::Open(view, memory) => Self { view, memory, leaving: Leaving::Back },
            Action::Leave(leaving) => Self { view: View::Closed, leaving, ..*self },
            Action::Erase => Self { memory: Memory::Erased, ..*self },
        };
        // The same value is the same `Rc`: nothing is drawn again.
        if next == *self { self } else { next.into() }
    }
}
