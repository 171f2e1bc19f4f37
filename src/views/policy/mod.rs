//! The policy: elements for the dialog, and the page that needs no JavaScript. Read-only, made by the build alone.

pub(crate) mod markup;
pub mod page;
