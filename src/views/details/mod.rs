//! The details: the known facts of every item and service. Read-only, drawn of elements that the build wrote.

pub(super) mod definition_list;
pub(super) mod item_facts;
pub(super) mod items;
pub(super) mod items_table;
pub mod prepare;
pub(super) mod services;
pub(super) mod services_table;
