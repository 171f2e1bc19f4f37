//! Named values in an order that is kept: JSON objects that two writers must write alike.

use serde::ser::{Serialize, SerializeMap, Serializer};

/// Named values in a given order, written as a JSON object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entries<V>(pub Vec<(String, V)>);

impl<V> Entries<V> {
    /// The value of that name; of several, the last, as in JSON.
    pub fn get(&self, name: &str) -> Option<&V> {
        self.0.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value)
    }
}

impl<V> Default for Entries<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Serialize> Serialize for Entries<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}
