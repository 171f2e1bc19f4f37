//! Lines that are headings by their looks: short and wholly bold, or, in a text with no other heading, short and by themselves.

use super::numbers::{Number, digit, has_date, is_short};
use super::source_blocks::{SourceBlock, TopParagraph};
use super::{Block, Span, Style};

impl TopParagraph {
    fn text(&self) -> String {
        self.spans.iter().map(|span| &*span.text).collect()
    }

    /// Whether it is short, in one line, no sentence, no date, and leads nowhere.
    fn can_head(&self) -> bool {
        let text = self.text();
        let text = text.trim();
        let words = text.strip_suffix([':', '：']).unwrap_or(text);
        // "We collect the following:" opens a list; "Cookies:" is the name of a part.
        let is_name = words.len() == text.len() || words.split_whitespace().count() <= 5;
        is_name && is_title(words) && self.spans.iter().all(|span| span.link.is_none())
    }

    /// The same for a line that is not bold: a capital, nothing behind a colon, and no long name.
    fn can_head_alone(&self) -> bool {
        let text = self.text();
        let is_capital = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        let words = text.strip_suffix([':', '：']).unwrap_or(&text);
        is_capital && !words.contains([':', '：']) && text.chars().count() <= 60 && self.can_head()
    }
}

fn is_title(text: &str) -> bool {
    let has_words = text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    // "Main Street 12" and "Version 2" head nothing; "Section 3" hardly does.
    let is_open = !text.ends_with(|c| digit(c).is_some());
    has_words && is_open && !text.contains('\n') && is_short(text, 80) && !has_date(text)
}

/// Parts each bold line from the sentences under it in the same paragraph, and says which parts are such lines. The bold name over
/// an address stays with it.
pub(super) fn split_bold_lines(spans: Vec<Span>) -> Vec<(Vec<Span>, bool)> {
    let lines = lines(spans);
    let text = |line: &[Span]| line.iter().map(|span| &*span.text).collect::<String>().trim().to_owned();
    let is_head = |at: usize| {
        let is_bold = lines[at].iter().all(|span| span.style == Some(Style::Strong) && span.link.is_none());
        let next = lines.get(at + 1).map(|next| text(next)).unwrap_or_default();
        let is_over_text = next.chars().count() > 40 || next.ends_with(super::numbers::ENDS);
        // Or its text is the next paragraph.
        let is_last = at > 0 && at + 1 == lines.len() && text(&lines[at - 1]).ends_with(super::numbers::ENDS);
        is_bold && (is_over_text || is_last) && is_title(text(&lines[at]).trim_end_matches([':', '：']))
    };
    let heads: Vec<bool> = (0..lines.len()).map(is_head).collect();
    let mut parts: Vec<(Vec<Span>, bool)> = Vec::new();
    for (line, is_head) in lines.into_iter().zip(heads) {
        match parts.last_mut() {
            Some((before, false)) if !is_head => {
                before.push(Span::plain("\n"));
                before.extend(line);
            }
            _ => parts.push((line, is_head)),
        }
    }
    parts
}

/// The lines of a paragraph.
fn lines(spans: Vec<Span>) -> Vec<Vec<Span>> {
    let mut lines = vec![Vec::new()];
    for span in spans {
        for (at, text) in span.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let (Some(line), false) = (lines.last_mut(), text.is_empty()) {
                line.push(Span { text: text.to_owned(), ..span.clone() });
            }
        }
    }
    lines.retain(|line: &Vec<Span>| !line.is_empty());
    lines
}

/// The same, where lines that are headings are such.
pub(super) fn with_visual_headings(found: Vec<SourceBlock>) -> Vec<SourceBlock> {
    let bold = |line: &TopParagraph| line.is_bold && line.can_head();
    let mut heads = heads(&found, bold);
    let has_headings = found.iter().any(|found| matches!(found, SourceBlock::Heading { .. }));
    if !has_headings && !heads.contains(&true) {
        heads = self::heads(&found, TopParagraph::can_head_alone);
        // Without anything bold, a heading has something longer under it, and the lines of an address are none.
        let is_short = |at: usize| heads.get(at) == Some(&true);
        let words = |at: usize| match &found[at] {
            SourceBlock::Paragraph(line) => line.text().split_whitespace().count(),
            _ => 0,
        };
        let over = |at: usize| match found.get(at + 1) {
            Some(SourceBlock::Paragraph(next)) => {
                let text = next.text();
                text.chars().count() > 60
                    || text.trim_end().ends_with(super::numbers::ENDS)
                    || at == 0
                    || has_date(&text)
            }
            // A line directly over a list may be the first half of a sentence.
            Some(SourceBlock::Block(block)) => !matches!(block, Block::Code(_)) && words(at) < 6,
            _ => false,
        };
        heads = (0..found.len()).map(|at| is_short(at) && (over(at) || at == 0 && is_short(1))).collect();
    }
    let is_titled = heads.first() == Some(&true) && is_title_of(&found, &heads);
    let head = |(at, found): (usize, SourceBlock)| match found {
        SourceBlock::Paragraph(line) if heads[at] => {
            let title = line.text().split_whitespace().collect::<Vec<_>>().join(" ");
            // A first line is the title of the whole, as one sign says.
            let signs = (is_titled && at == 0).then_some(1);
            SourceBlock::Heading { at: line.at, signs, title, ids: line.ids }
        }
        found => found,
    };
    found.into_iter().enumerate().map(head).collect()
}

/// Which lines can be headings: something follows them, and they are not in a row, as the lines of an address are.
fn heads(found: &[SourceBlock], can: impl Fn(&TopParagraph) -> bool) -> Vec<bool> {
    const ROW: usize = 4;
    let mut heads: Vec<bool> =
        found.iter().map(|found| matches!(found, SourceBlock::Paragraph(line) if can(line))).collect();
    if let Some(last) = heads.last_mut() {
        *last = false;
    }
    let mut at = 0;
    while at < heads.len() {
        let row = heads[at..].iter().take_while(|head| **head).count();
        if row >= ROW {
            heads[at + 1..at + row].fill(false);
        }
        at += row.max(1);
    }
    heads
}

/// Whether the first line names the whole: another heading follows it at once, or after a date.
fn is_title_of(found: &[SourceBlock], heads: &[bool]) -> bool {
    let SourceBlock::Paragraph(first) = &found[0] else { return false };
    let is_head =
        |at: usize| heads.get(at) == Some(&true) || matches!(found.get(at), Some(SourceBlock::Heading { .. }));
    let is_dated = matches!(found.get(1), Some(SourceBlock::Paragraph(line)) if has_date(&line.text()));
    let has_signs = found.iter().any(|found| matches!(found, SourceBlock::Heading { signs: Some(1), .. }));
    Number::of(&first.text()).is_none() && !has_signs && (is_head(1) || is_dated)
}
