//! The visitor's choices: what was decided, whether it still counts, and what an act makes of the record.
//!
//! Half of this room ships in the app: [`read`], [`Current::valid_choices`], [`Current::status`] and [`act`], which the dialog and the
//! request form use. The rest is the reference implementation that the loader (`www/loader/consent`) is tested against and no visitor
//! downloads: [`assess`], [`Current::unanswered`], [`Reason`], [`act::after_signal`] and the methods of acts outside the dialog.
//! The tables in `tests/fixtures` bind the two languages row by row.
//!
//! One key of localStorage, `courtesy:<id of the site>`, holds one [`Record`]. A grant counts for as long as the site says. A refusal
//! counts until there is a grant; its age only decides whether the visitor is asked again (docs/decisions/017).
//!
//! No stored text can grant anything that was not granted: what cannot be read counts as undecided (GDPR Recital 32: silence is not
//! consent).

pub mod act;
mod assess;
mod choice;
mod current;
mod json_fields;
mod keys;
mod method;
mod moment;
mod next_record;
mod ordered_map;
mod read;
mod reason;
mod record;
mod resolve_answers;
mod signals;
mod status;
mod validity;

pub use crate::site::Json;
pub use assess::{Assessment, assess};
pub use choice::{Choice, State, Status};
pub use current::{Current, PolicyChange};
pub use keys::key;
pub use method::{Act, Method};
pub use moment::Moment;
pub use ordered_map::OrderedMap;
pub use read::{Unread, read};
pub use reason::Reason;
pub use record::{Event, Notice, Record, SCHEMA};
pub use resolve_answers::{Answers, Confirmation};
pub use signals::Signals;
