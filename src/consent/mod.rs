//! What the visitor decided, and whether it still counts.
//!
//! One key of localStorage, `courtesy:<id of the site>`, holds one [`Record`]. [`read`] takes whatever stands there, [`Current::counting`] says what
//! of it still counts for the site of today, [`Current::chosen`] what a visitor's answers come to, and [`Record::written`] writes it.
//! [`assess`] says *honour* or *ask*. The loader (`www/loader`) does the same without wasm; `tests/fixtures` binds the two, row by row.
//!
//! A yes counts for as long as the site says; a no counts until there is a yes, and its age only decides whether the visitor is asked
//! again (docs/decisions/017).
//!
//! Nothing that is read here can grant anything that was not granted: what cannot be understood counts as undecided
//! (GDPR Recital 32: silence is not consent).

mod assess;
mod choice;
mod current;
mod method;
mod moment;
mod ordered_map;
mod read;
mod record;
mod resolve_answers;
mod validity;

pub use crate::site::Json;
pub use assess::{Assessment, Reason, assess};
pub use choice::{Choice, State, Status};
pub use current::{Current, News, Signals};
pub use method::Method;
pub use moment::Moment;
pub use ordered_map::Entries;
pub use read::{Unread, read};
pub use record::{Event, Notice, Record};
pub use resolve_answers::{Answers, Assent};

/// The key of localStorage that holds the record of the site with that id.
pub fn key(site: &str) -> String {
    crate::site::OWN_KEYS[0].to_owned() + site
}

/// The form of the record that is written and read here.
pub const SCHEMA: &str = "courtesy/1";
