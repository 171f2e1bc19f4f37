//! The choices: what the build writes (`prepare`, `model`), and what the app draws of it (`view`) and remembers meanwhile (`draft`).

pub(crate) mod draft;
pub(crate) mod model;
#[cfg(feature = "read")]
pub(crate) mod prepare;
pub(crate) mod view;
