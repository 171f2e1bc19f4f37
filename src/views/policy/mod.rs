//! The policy: elements for the dialog, the page that needs no JavaScript, and a Markdown copy. Read-only, made by the build alone.

pub(super) mod contact;
pub mod header;
pub mod markdown;
pub(super) mod markup;
pub mod page;
pub mod prepare;
