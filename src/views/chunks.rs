//! A view's content, cut into chunks by the build and read one by one by the app.

use yew::Callback;

#[cfg(feature = "read")]
use super::builder::within;
use super::element::Element;

/// The content of a view. Each chunk is read when it is drawn: reading a long view whole would block the browser far too long.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunks {
    /// How many there are.
    pub count: usize,
    /// The index of the one with the visitor's own record in it.
    pub own: Option<usize>,
    /// Reads one of them.
    pub read: Callback<usize, Element>,
}

/// How many elements a chunk has at most, where none in it has more by itself: a few milliseconds' work.
#[cfg(feature = "read")]
const WEIGHT: usize = 200;

/// A row of elements, cut into chunks of about the same weight.
#[cfg(feature = "read")]
pub fn cut(elements: Vec<Element>) -> Vec<Element> {
    let mut chunks: Vec<Element> = Vec::new();
    let mut weight = 0;
    for element in elements {
        let its = self::weight(&element);
        weight += its;
        match chunks.last_mut() {
            Some(chunk) if weight <= WEIGHT => chunk.inside.push(element),
            _ => {
                weight = its;
                chunks.push(within("", vec![element]));
            }
        }
    }
    chunks
}

#[cfg(feature = "read")]
fn weight(element: &Element) -> usize {
    1 + element.inside.iter().map(weight).sum::<usize>()
}
