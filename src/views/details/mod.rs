//! The details: every item and service as declared. Read-only, drawn of elements that the build wrote.

pub(super) mod definition_list;
pub(super) mod items;
pub mod prepare;
pub(super) mod services;
