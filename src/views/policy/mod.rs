//! The policy: elements for the dialog, and the page that needs no JavaScript. Read-only, made by the build alone.

pub(super) mod contact;
pub(super) mod markup;
pub mod page;
pub mod prepare;
