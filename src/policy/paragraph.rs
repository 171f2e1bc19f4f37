//! A paragraph while it is read: Markdown and HTML hand out their text in parts, and an address may lie across several.

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
    /// Whether something in it is not bold.
    is_mixed: bool,
}

impl Paragraph {
    pub fn add(&mut self, text: &str) {
        self.is_mixed |= !text.trim().is_empty() && !self.styles.contains(&Style::Strong);
        self.text.push_str(text);
    }

    /// Adds text as HTML shows it, with one space for any number of them.
    pub fn add_collapsed(&mut self, text: &str) {
        let mut after_space = self.last().is_none_or(char::is_whitespace);
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            // A no-break space is text.
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}');
            if !(is_space && after_space) {
                shown.push(if is_space { ' ' } else { c });
            }
            after_space = is_space;
        }
        self.add(&shown);
    }

    /// Adds what parts two texts, if there is one before it and nothing parts it yet.
    pub fn part(&mut self, with: &str) {
        if self.last().is_some_and(|last| last != '\n') {
            self.text.truncate(self.text.trim_end_matches(' ').len());
            self.text.push_str(with);
        }
    }

    /// The last sign.
    pub fn last(&self) -> Option<char> {
        self.text.chars().next_back().or_else(|| self.spans.last().and_then(|span| span.text.chars().next_back()))
    }

    /// Whether there is no text in it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty() && self.spans.iter().all(|span| span.text.trim().is_empty())
    }

    /// Whether all of it is bold.
    pub fn is_bold(&self) -> bool {
        !self.is_mixed && !self.is_empty()
    }

    /// Adds text that no address is looked for in.
    pub fn literal(&mut self, text: &str, style: Option<Style>) {
        self.flush();
        self.is_mixed = true;
        let (style, link) = (style.or(self.styles.last().copied()), self.link());
        push(&mut self.spans, text, style, link);
    }

    pub fn start_style(&mut self, style: Style) {
        self.flush();
        self.styles.push(style);
    }

    /// Ends the last style of that kind, whichever began after it.
    pub fn end_style_of(&mut self, style: Style) {
        self.flush();
        if let Some(index) = self.styles.iter().rposition(|open| *open == style) {
            self.styles.remove(index);
        }
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
        self.is_mixed = false;
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
        self.flush();
        self.is_mixed = false;
        take(&mut self.spans).into_iter().map(|span| span.text).collect()
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
