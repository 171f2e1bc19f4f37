//! What the app shows, as one value, and what can happen to it: the one reducer of the app.

use super::by_address::ByAddress;
use super::choices::draft::PurposeDraft;
use super::choices::model::Choices;
use super::chunks::Chunks;
use super::decision::Decision;
use super::registry::View;
use super::rights::model::Rights;

/// The open view, with what is drawn there.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenView {
    /// One that is only read: its title and its content.
    Elements(View, String, Chunks),
    /// The choices.
    Choices(ByAddress<Choices>),
    /// The rights, and the form for requests.
    Rights(ByAddress<Rights>),
}

impl OpenView {
    /// How many chunks it is drawn in.
    pub(super) fn count(&self) -> usize {
        match self {
            Self::Elements(_, _, chunks) => chunks.count,
            Self::Choices(_) | Self::Rights(_) => 0,
        }
    }
}

/// The state of this visitor's record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RecordState {
    /// Nothing is stored.
    #[default]
    Empty,
    /// Nothing is stored, because the browser would not; the notice was closed all the same.
    Unsaved,
    /// What is stored does not count, or no longer.
    Stale,
    /// A record that counts.
    Recorded,
    /// What was stored was just erased.
    Erased,
}

impl RecordState {
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
        !matches!(self, Self::Unsaved | Self::Recorded)
    }
}

/// Why the dialog is closed.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CloseReason {
    /// The visitor goes back: the notice stays as it was.
    #[default]
    Back,
    /// A button that decides, the notice's own among them.
    Decided(Decision),
}

/// What the app shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The open view; `None` while the dialog is closed.
    pub view: Option<OpenView>,
    /// The visitor's record.
    pub record: RecordState,
    /// How often a view was opened. Closing and opening in one turn leave the same view, and yet the dialog is closed then.
    pub opened: usize,
    /// Why the dialog was closed last.
    pub reason: CloseReason,
    /// How many chunks of the view are drawn besides the first.
    pub more_chunks: usize,
    /// The draft of the choices, once something was ticked; it ends with the view.
    pub draft: Option<ByAddress<Vec<PurposeDraft>>>,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A view is opened, by a visitor with such a record.
    Open(OpenView, RecordState),
    /// The dialog is closed.
    Close(CloseReason),
    /// The visitor erased the record.
    Erase,
    /// There is one more chunk to draw.
    DrawMore,
    /// The visitor ticked something.
    Edit(ByAddress<Vec<PurposeDraft>>),
}

impl State {
    /// What is shown after that.
    pub fn after(&self, action: Action) -> Self {
        match action {
            Action::Open(view, record) => Self { view: Some(view), record, opened: self.opened + 1, ..Self::default() },
            Action::Close(reason) => Self { reason, record: self.record, opened: self.opened, ..Self::default() },
            Action::Erase => Self { record: RecordState::Erased, ..self.clone() },
            Action::Edit(draft) => Self { draft: Some(draft), ..self.clone() },
            Action::DrawMore => Self { more_chunks: self.more_chunks + 1, ..self.clone() },
        }
    }
}
