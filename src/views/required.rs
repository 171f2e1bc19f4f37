//! Reads the fields that a model must have. One that is missing is noted, and the model is refused as a whole: an early return at
//! each field would cost the app kilobytes.

use std::cell::Cell;

use crate::json::Json;

/// Whether all fields were there so far.
#[derive(Debug, Default)]
pub(super) struct Required {
    is_missing: Cell<bool>,
}

impl Required {
    /// The text of a field.
    pub fn text(&self, json: &impl Json, name: &str) -> String {
        self.or_missing(json.stated(name))
    }

    /// The entries of a field.
    pub fn list<J: Json>(&self, json: &J, name: &str) -> Vec<J> {
        self.or_missing(json.field(name).and_then(|list| list.list()))
    }

    fn or_missing<T: Default>(&self, value: Option<T>) -> T {
        self.some(value).unwrap_or_default()
    }

    /// A value that was read, if it was there.
    pub fn some<T>(&self, value: Option<T>) -> Option<T> {
        self.is_missing.set(self.is_missing.get() || value.is_none());
        value
    }

    /// What was read, where nothing was missing.
    pub fn complete<T>(&self, read: T) -> Option<T> {
        (!self.is_missing.get()).then_some(read)
    }
}
