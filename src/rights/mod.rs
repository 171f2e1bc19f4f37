//! Requests: how a visitor uses a right. What can be asked, what has to be filled in, the letter, where it goes, and the time limits that it starts.

mod calendar;
mod clock;
mod form_values;
mod letter;
mod letter_template;
#[cfg(feature = "read")]
mod letter_templates;
mod mailto;
mod place;
mod request;
mod saved_requests;
#[cfg(feature = "read")]
pub mod schema;
#[cfg(feature = "read")]
mod statutory_rights;
#[cfg(feature = "read")]
mod titles;

pub use calendar::{Reminder, calendar};
pub use clock::{Clock, Deadline, deadlines};
pub use form_values::{Answers, Asker, Field, Needs};
pub use letter::letter;
pub use letter_template::Offer;
#[cfg(feature = "read")]
pub use letter_templates::{Offers, law_word};
pub use mailto::{LONGEST, mail, mailto};
pub use place::Place;
pub use request::{Request, SCHEMA, Written};
pub use saved_requests::{Kept, Mine, key};
#[cfg(feature = "read")]
pub use statutory_rights::concept;
#[cfg(feature = "read")]
use statutory_rights::exercise;
#[cfg(feature = "read")]
pub use statutory_rights::{article, given};
#[cfg(feature = "read")]
use titles::right_words;
#[cfg(feature = "read")]
pub use titles::{regime_word, title};
