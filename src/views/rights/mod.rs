//! The rights: what the build writes (`prepare`, `model`), the form for requests, and its page without JavaScript.

pub(crate) mod deadlines;
pub(crate) mod event;
pub(crate) mod fields;
pub(crate) mod form;
pub(crate) mod model;
#[cfg(feature = "read")]
pub mod page;
#[cfg(feature = "read")]
pub(crate) mod prepare;
pub(crate) mod saved_requests;
pub(crate) mod sending;
pub(crate) mod steps;
