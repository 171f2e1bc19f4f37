//! The details: every item and service as declared. Read-only, drawn from elements that the build wrote.

pub(crate) mod definition_list;
pub(crate) mod items;
pub(crate) mod prepare;
pub(crate) mod services;
