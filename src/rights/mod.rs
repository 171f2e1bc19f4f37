//! Requests: how a visitor uses a right. What can be asked, what has to be filled in, the letter, where it goes, and the time limits that it starts.

mod answers;
mod calendar;
mod clock;
mod kept;
#[cfg(feature = "read")]
mod law;
mod letter;
mod mailto;
mod offer;
#[cfg(feature = "read")]
mod offers;
mod place;
mod request;
#[cfg(feature = "read")]
pub mod schema;
#[cfg(feature = "read")]
mod titles;

pub use answers::{Answers, Asker, Field, Needs};
pub use calendar::{Reminder, calendar};
pub use clock::{Clock, Deadline, deadlines};
pub use kept::{Kept, Mine, key};
#[cfg(feature = "read")]
pub use law::concept;
#[cfg(feature = "read")]
use law::exercise;
#[cfg(feature = "read")]
pub use law::{article, given};
pub use letter::letter;
pub use mailto::{LONGEST, mail, mailto};
pub use offer::Offer;
#[cfg(feature = "read")]
pub use offers::{Offers, law_word};
pub use place::Place;
pub use request::{Request, SCHEMA, Written};
#[cfg(feature = "read")]
use titles::right_words;
#[cfg(feature = "read")]
pub use titles::{regime_word, title};
