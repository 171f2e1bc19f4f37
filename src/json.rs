//! A JSON value as somebody else parsed it: the browser in the app, serde_json in native tests.
//!
//! The record is the one input that nobody checked before, so it is read by hand, in the same steps as in the loader.

/// A parsed JSON value. An array is no object, and a value of another kind is `None`.
pub trait Json: Sized {
    /// A field of an object.
    fn field(&self, name: &str) -> Option<Self>;
    /// A text.
    fn text(&self) -> Option<String>;
    /// True or false.
    fn flag(&self) -> Option<bool>;
    /// Whether it is null.
    fn is_null(&self) -> bool;
    /// The entries of an array.
    fn list(&self) -> Option<Vec<Self>>;
    /// The fields of an object, in order.
    fn fields(&self) -> Option<Vec<(String, Self)>>;

    /// The text of a field.
    fn stated(&self, name: &str) -> Option<String> {
        self.field(name)?.text()
    }
    /// The text of a field, empty where there is none.
    fn said(&self, name: &str) -> String {
        self.stated(name).unwrap_or_default()
    }
    /// The entries of a field, none where it is no list.
    fn listed(&self, name: &str) -> Vec<Self> {
        self.field(name).and_then(|list| list.list()).unwrap_or_default()
    }
}

#[cfg(feature = "read")]
impl Json for serde_json::Value {
    fn field(&self, name: &str) -> Option<Self> {
        self.as_object()?.get(name).cloned()
    }

    fn text(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }

    fn is_null(&self) -> bool {
        self.is_null()
    }

    fn list(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }

    fn fields(&self) -> Option<Vec<(String, Self)>> {
        Some(self.as_object()?.iter().map(|(name, value)| (name.clone(), value.clone())).collect())
    }
}
