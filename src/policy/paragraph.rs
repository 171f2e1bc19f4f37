//! A paragraph of Markdown while it is read: Markdown hands out its text in parts, and an address may lie across several.

use std::mem::take;

use super::links::{linked, push};
use super::{Span, Style};

#[derive(Debug, Default)]
pub(super) struct Paragraph {
    spans: Vec<Span>,
    /// Text whose addresses are not linked yet.
    text: String,
    styles: Vec<Style>,
    links: Vec<String>,
}

impl Paragraph {
    pub fn add(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds text that no address is looked for in.
    pub fn literal(&mut self, text: &str, style: Option<Style>) {
        self.flush();
        let (style, link) = (style.or(self.styles.last().copied()), self.link());
        push(&mut self.spans, text, style, link);
    }

    pub fn start_style(&mut self, style: Style) {
        self.flush();
        self.styles.push(style);
    }

    pub fn end_style(&mut self) {
        self.flush();
        self.styles.pop();
    }

    pub fn start_link(&mut self, link: String) {
        self.flush();
        self.links.push(link);
    }

    pub fn end_link(&mut self) {
        self.flush();
        self.links.pop();
    }

    /// Where the text leads that is being added.
    pub fn link(&self) -> Option<String> {
        self.links.last().cloned()
    }

    /// The finished paragraph, without the space at its end.
    pub fn take(&mut self) -> Vec<Span> {
        self.flush();
        while let Some(last) = self.spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            self.spans.pop();
        }
        take(&mut self.spans)
    }

    /// The text alone, as code is.
    pub fn take_text(&mut self) -> String {
        take(&mut self.text)
    }

    fn flush(&mut self) {
        let (text, style, link) = (take(&mut self.text), self.styles.last().copied(), self.link());
        match link {
            Some(_) => push(&mut self.spans, &text, style, link),
            None => {
                linked(&text, style).into_iter().for_each(|span| push(&mut self.spans, &span.text, style, span.link))
            }
        }
    }
}
