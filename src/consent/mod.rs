//! What the visitor decided, and whether it still counts.
//!
//! One key of localStorage, `courtesy`, holds one [`Record`]. [`read`] takes whatever stands there, [`assess`] holds it
//! against the site of today and says *honour* or *ask*, and [`Record::dismissed`] writes what a visitor did.
//! The loader (`www/loader`) does the same three things without wasm; `tests/fixtures` binds the two, row by row.
//!
//! Nothing that is read here can grant anything that was not granted: what cannot be understood counts as undecided
//! (GDPR Recital 32: silence is not consent).

mod assess;
mod choice;
mod entries;
mod moment;
mod read;
mod record;

pub use crate::site::Json;
pub use assess::{Assessment, Current, News, Reason, Signals, assess};
pub use choice::{Choice, State, Status};
pub use entries::Entries;
pub use moment::Moment;
pub use read::{Unread, read};
pub use record::{Event, Method, Notice, Record};

/// The key of localStorage that holds the record.
pub const KEY: &str = crate::site::OWN_KEYS[0];

/// The form of the record that is written and read here.
pub const SCHEMA: &str = "courtesy/1";
