//! The choices: what the build writes (`prepare`, `model`), what the app draws of it (`view`), and what is ticked meanwhile (`draft`).

pub(super) mod draft;
pub(super) mod model;
#[cfg(feature = "read")]
pub mod prepare;
#[cfg(feature = "read")]
pub(super) mod purpose;
pub(super) mod view;
