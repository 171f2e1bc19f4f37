//! Requests: how a visitor uses a right. The letter templates, the fields of the form, the finished letter and its address, and the
//! deadlines for the answer.

mod calendar;
mod clock;
mod form_values;
mod letter;
mod letter_template;
#[cfg(feature = "read")]
mod letter_templates;
#[cfg(feature = "read")]
mod letter_wording;
mod mailto;
mod place;
#[cfg(feature = "read")]
mod recipient;
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
pub use form_values::{Asker, Field, FormValues, RequiredFields};
pub use letter::letter;
pub use letter_template::LetterTemplate;
#[cfg(feature = "read")]
pub use letter_templates::LetterTemplates;
pub use mailto::{LONGEST, mail, mailto};
pub use place::Place;
pub use request::{Request, SCHEMA, Submission};
pub use saved_requests::{SavedRequest, SavedRequests, key};
#[cfg(feature = "read")]
pub use statutory_rights::{added_rights, article, dpv_concept, statutory_rights};
#[cfg(feature = "read")]
pub use titles::{law_word, regime_word, right_word, title};
