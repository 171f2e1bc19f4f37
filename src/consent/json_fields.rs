//! Typed fields of a JSON value. Each is `None` where the field has another type, so that a whole record is then unreadable.

use super::{Json, OrderedMap};
use crate::site::Mode;

pub(super) fn mode(json: &impl Json) -> Option<Mode> {
    match json.stated("mode")?.as_str() {
        "notice" => Some(Mode::Notice),
        "consent" => Some(Mode::Consent),
        _ => None,
    }
}

pub(super) fn texts(json: &impl Json) -> Option<Vec<String>> {
    json.list()?.iter().map(Json::text).collect()
}

pub(super) fn ordered_map<J: Json, V>(json: &J, read: impl Fn(&J) -> Option<V>) -> Option<OrderedMap<V>> {
    json.fields()?.into_iter().map(|(name, value)| Some((name, read(&value)?))).collect::<Option<_>>().map(OrderedMap)
}

/// A field that may be absent or null, but not of another type.
pub(super) fn optional<J: Json, T>(json: Option<J>, read: impl Fn(&J) -> Option<T>) -> Option<Option<T>> {
    match json.filter(|json| !json.is_null()) {
        None => Some(None),
        Some(json) => read(&json).map(Some),
    }
}
