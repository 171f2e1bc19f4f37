//! The time, from the visitor's clock.

use crate::consent::Moment;

/// Now, to the second; `None` where the clock is outside the years 0 to 9999.
pub fn now() -> Option<Moment> {
    Moment::from_seconds_since_1970((js_sys::Date::now() / 1000.0).floor() as i64)
}
