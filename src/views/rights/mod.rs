//! The rights: what the build writes (`prepare`, `model`), the form for requests (`form`), and its page without JavaScript (`page`).

#[cfg(feature = "read")]
pub(super) mod blank_fields;
pub(super) mod deadlines;
pub(super) mod delivery;
pub(super) mod draft;
pub(super) mod event;
pub(super) mod fields;
pub(super) mod form;
pub(super) mod model;
pub(super) mod outcome;
#[cfg(feature = "read")]
pub mod page;
#[cfg(feature = "read")]
pub mod prepare;
pub(super) mod saved_requests;
pub(super) mod steps;
