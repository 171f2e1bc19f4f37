//! A value behind an `Rc` that never changes, so that two of them are equal where they are the same one: cheap for Yew to compare.

use std::ops::Deref;
use std::rc::Rc;

/// A shared value, compared by its address.
#[derive(Debug)]
pub struct ByAddress<T>(Rc<T>);

impl<T> Clone for ByAddress<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for ByAddress<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for ByAddress<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<T> for ByAddress<T> {
    fn from(value: T) -> Self {
        Self(Rc::new(value))
    }
}
