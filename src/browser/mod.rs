//! What the app needs of the browser: one API per file, every one fallible, none panicking.
//!
//! The loader is the home of every effect on the page. Here is only what Rust itself must do: read and write the record,
//! know the time, read one signal, open and close a `<dialog>`, wait for a later task.

pub mod clock;
pub mod dialog;
pub mod form;
mod json;
pub mod signals;
pub mod storage;
pub mod task;

pub use json::Parsed;
