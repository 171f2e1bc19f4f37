//! What the app shows, as one value, and what can happen to it: the one reducer of the app.

use super::chunks::Pieces;
use super::{Given, Shared};
use crate::views::choices::draft::Pick;
use crate::views::choices::model::{Choices, Decision};
use crate::views::rights::model::Rights;

/// Which view is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum View {
    /// None: the dialog is closed.
    #[default]
    Closed,
    /// What is stored, by whom, what for and how long.
    Details,
    /// The policy.
    Policy(Pieces),
    /// The rights, and the form for requests.
    Rights(Shared<Rights>),
    /// The choices.
    Choices(Shared<Choices>),
    /// The receipt, under its title.
    Receipt(String, Pieces),
}

impl View {
    /// How many pieces it is drawn in.
    pub(super) fn count(&self, given: &Given) -> usize {
        match self {
            Self::Details => given.details.count,
            Self::Policy(pieces) | Self::Receipt(_, pieces) => pieces.count,
            _ => 0,
        }
    }
}

/// What is remembered of this visitor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Memory {
    /// Nothing is stored.
    #[default]
    Empty,
    /// Nothing is stored, because the browser would not; the notice was closed all the same.
    Unkept,
    /// What is stored does not count, or no longer.
    Stale,
    /// A record that counts.
    Recorded,
    /// What was stored was just erased.
    Erased,
}

impl Memory {
    /// Whether there is something to erase.
    pub fn is_stored(self) -> bool {
        matches!(self, Self::Stale | Self::Recorded)
    }

    /// Whether there is a record, be it only of this page view.
    pub fn has_record(self) -> bool {
        !matches!(self, Self::Empty | Self::Erased)
    }

    /// Whether the notice is still to be closed.
    pub fn is_due(self) -> bool {
        !matches!(self, Self::Unkept | Self::Recorded)
    }
}

/// How the dialog is being left.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Leaving {
    /// Without a word: the notice stays as it was.
    #[default]
    Back,
    /// With a button that decides, the notice's own among them.
    Deciding(Decision),
}

/// What the app shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The open view.
    pub view: View,
    /// What is remembered.
    pub memory: Memory,
    /// How often a view was asked for. Closing and opening in one turn leave the same view, and yet the dialog is closed then.
    pub asked: usize,
    /// How the dialog was left last.
    pub leaving: Leaving,
    /// How many turns have drawn one more piece of the view: long ones take several.
    pub turns: usize,
    /// The draft of the choices, once something was ticked; it ends with the view.
    pub picks: Option<Shared<Vec<Pick>>>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A view is asked for, by a visitor of whom this is remembered.
    Open(View, Memory),
    /// The dialog is left.
    Leave(Leaving),
    /// The visitor erased the record.
    Erase,
    /// There is more to draw.
    Grow,
    /// The visitor ticked something.
    Pick(Shared<Vec<Pick>>),
}

impl State {
    /// What is shown after that.
    pub fn after(&self, action: Action) -> Self {
        match action {
            Action::Open(view, memory) => Self { view, memory, asked: self.asked + 1, ..Self::default() },
            Action::Leave(leaving) => Self { leaving, memory: self.memory, asked: self.asked, ..Self::default() },
            Action::Erase => Self { memory: Memory::Erased, ..self.clone() },
            Action::Pick(picks) => Self { picks: Some(picks), ..self.clone() },
            Action::Grow => Self { turns: self.turns + 1, ..self.clone() },
        }
    }
}
