//! The policy's file: its elements below a title, in chunks.

use serde::Serialize;

use super::markup::markup;
use crate::policy::Document;
use crate::views::builder::{Declared, Source, Surface};
use crate::views::chunks::cut;
use crate::views::element::Element;
use crate::words::Word;

#[derive(Serialize)]
struct File {
    title: String,
    elements: Vec<Element>,
}

/// What the view is drawn of; nothing where the owner has a page of their own.
pub(crate) fn file(Source { declared, policy, .. }: &Source) -> Option<impl Serialize> {
    let title = declared.say(Word::NoticePolicy).to_owned();
    Some(File { title, elements: chunks(declared, (*policy)?) })
}

/// The chunks of a policy in the dialog.
pub fn chunks(declared: &Declared, document: &Document) -> Vec<Element> {
    cut(markup(declared, document, Surface::Dialog))
}
