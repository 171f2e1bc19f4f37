//! JSON as the browser parsed it.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::site::Json;

/// A value that `JSON.parse` gave.
#[derive(Clone, Debug)]
pub struct Parsed(JsValue);

impl From<JsValue> for Parsed {
    fn from(value: JsValue) -> Self {
        Self(value)
    }
}

impl From<Parsed> for JsValue {
    fn from(value: Parsed) -> Self {
        value.0
    }
}

impl Parsed {
    /// What a text holds, if it is JSON.
    pub fn parse(text: &str) -> Option<Self> {
        JSON::parse(text).ok().map(Self)
    }

    fn object(&self) -> Option<&Object> {
        // What the loader hands over has no prototype, and so is no instance of anything.
        (self.0.is_object() && !Array::is_array(&self.0)).then(|| self.0.unchecked_ref())
    }
}

impl Json for Parsed {
    fn field(&self, name: &str) -> Option<Self> {
        let (object, name) = (self.object()?, JsValue::from_str(name));
        // What a script of the page put on every object's prototype was never written there.
        if !Object::has_own(object, &name) {
            return None;
        }
        let value = Reflect::get(object, &name).ok()?;
        (!value.is_undefined()).then_some(Self(value))
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn flag(&self) -> Option<bool> {
        self.0.as_bool()
    }

    fn is_null(&self) -> bool {
        self.0.is_null()
    }

    fn list(&self) -> Option<Vec<Self>> {
        Array::is_array(&self.0).then(|| Array::from(&self.0).iter().map(Self).collect())
    }

    fn fields(&self) -> Option<Vec<(String, Self)>> {
        let field = |entry: JsValue| {
            let entry = Array::from(&entry);
            Some((entry.get(0).as_string()?, Self(entry.get(1))))
        };
        Object::entries(self.object()?).iter().map(field).collect()
    }
}
