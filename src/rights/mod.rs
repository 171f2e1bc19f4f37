//! Requests: how a visitor uses a right: the letter, the time limits that it starts, and a reminder of them.

mod calendar;
mod clock;
mod mailto;

pub use calendar::{Reminder, calendar};
pub use clock::{Clock, Deadline, deadlines};
pub use mailto::{LONGEST, letter, mailto};
