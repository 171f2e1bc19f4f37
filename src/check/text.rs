//! A finding as a terminal shows it, in the form that rustc made known: a sentence, the lines it is about, how to fix it, and why.

use std::fmt;

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity as Level};
use codespan_reporting::term::{Config, WriteStyle, emit_to_write_style};

use super::snippet::{Excerpt, Excerpts, plain};
use super::sources::Locator;
use super::{Finding, Severity};

/// A piece of a report that a terminal may colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportPart {
    /// The word for a severity, with the code.
    Severity(Severity),
    /// What is wrong.
    Message,
    /// The mark under the first place.
    Mark(Severity),
    /// The mark under a further place.
    SecondMark,
    /// Line numbers, and the lines of the drawing.
    Frame,
    /// The word for "nothing is wrong".
    Ok,
}

/// More places than these are counted.
const MOST_PLACES: usize = 3;

/// The form of one finding, with an empty line after it.
pub(super) fn render(
    finding: &Finding,
    locator: &Locator,
    site: &str,
    paint: &dyn Fn(ReportPart, &str) -> String,
) -> String {
    let places = &finding.places;
    let located = places.iter().enumerate().filter_map(|(index, place)| Some((index, locator.locate(place)?)));
    let located: Vec<_> = located.filter(|(_, place)| !place.is_root).take(MOST_PLACES).collect();
    let mut excerpts = Excerpts(Vec::new());
    let (mut labels, mut shown): (Vec<Label<usize>>, usize) = (Vec::new(), 0);
    for (index, place) in &located {
        let known = excerpts.0.iter().position(|excerpt| excerpt.is_of(place.source));
        let id = known.unwrap_or(excerpts.0.len());
        if known.is_none() {
            excerpts.0.push(Excerpt::of(place.source));
        }
        let Some(range) = excerpts.0[id].show(place) else { continue };
        let style = if labels.is_empty() { LabelStyle::Primary } else { LabelStyle::Secondary };
        let message = match (&finding.label, &place.missing) {
            (Some(label), _) if *index == 0 => plain(label),
            (_, Some(field)) => format!("\"{}\" is missing", plain(field)),
            _ => String::new(),
        };
        shown += 1;
        // Two fields that are missing in the same place are one mark.
        if !labels.iter().any(|label| label.file_id == id && label.range == range && label.message == message) {
            labels.push(Label::new(style, id, range).with_message(message));
        }
    }
    excerpts.0.iter_mut().for_each(Excerpt::close_gaps);
    let mut notes = Vec::new();
    if labels.is_empty() {
        shown = places.len().min(MOST_PLACES);
        let names: Vec<_> = places.iter().take(MOST_PLACES).map(ToString::to_string).collect();
        // A sentence about the file as a whole names it.
        if !names.is_empty() || !finding.sentence.contains(site) {
            let names = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
            notes.push(plain(&format!("in {site}{names}")));
        }
    }
    match places.len().saturating_sub(shown) {
        0 => {}
        1 => notes.push("and 1 more place".into()),
        more => notes.push(format!("and {more} more places")),
    }
    notes.push(format!("help: {}", plain(&finding.fix)));
    notes.extend(finding.why.as_ref().map(|why| format!("why: {}", plain(why))));
    let diagnostic = Diagnostic::new(level(finding.severity))
        .with_code(finding.code)
        .with_message(plain(&finding.sentence))
        .with_labels(labels)
        .with_notes(notes);
    written(&diagnostic, &excerpts, paint)
}

/// An error that is about no text, with notes such as what to do about it.
pub fn render_error(sentence: &str, notes: &[String], paint: &dyn Fn(ReportPart, &str) -> String) -> String {
    render_message(Diagnostic::error(), sentence, notes, paint)
}

/// The same as a warning.
pub fn render_warning(sentence: &str, notes: &[String], paint: &dyn Fn(ReportPart, &str) -> String) -> String {
    render_message(Diagnostic::warning(), sentence, notes, paint)
}

fn render_message(
    diagnostic: Diagnostic<usize>,
    sentence: &str,
    notes: &[String],
    paint: &dyn Fn(ReportPart, &str) -> String,
) -> String {
    let notes = notes.iter().map(|note| plain(note)).collect();
    let diagnostic = diagnostic.with_message(plain(sentence)).with_notes(notes);
    written(&diagnostic, &Excerpts(Vec::new()), paint).trim_end().to_owned() + "\n"
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Note => Level::Note,
    }
}

fn written(diagnostic: &Diagnostic<usize>, excerpts: &Excerpts, paint: &dyn Fn(ReportPart, &str) -> String) -> String {
    let mut painted = Painted { text: String::new(), piece: String::new(), part: None, paint };
    // Every label is within a shown line, and writing to a string cannot fail; a finding without its snippet is still a finding.
    if emit_to_write_style(&mut painted, &Config::default(), excerpts, diagnostic).is_err() {
        painted.end();
        painted.text += &format!("{}: {}\n", diagnostic.notes.join("; "), diagnostic.message);
    }
    painted.end();
    // An empty label leaves a space at the end of its line.
    painted.text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Collects what is written, and colours each piece when it is complete.
struct Painted<'a> {
    text: String,
    piece: String,
    part: Option<ReportPart>,
    paint: &'a dyn Fn(ReportPart, &str) -> String,
}

impl Painted<'_> {
    fn begin(&mut self, part: ReportPart) -> fmt::Result {
        self.end();
        self.part = Some(part);
        Ok(())
    }

    fn end(&mut self) {
        let piece = std::mem::take(&mut self.piece);
        match self.part.take().filter(|_| !piece.is_empty()) {
            Some(part) => self.text += &(self.paint)(part, &piece),
            None => self.text += &piece,
        }
    }
}

impl fmt::Write for Painted<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.piece += text;
        Ok(())
    }
}

fn severity(level: Level) -> Severity {
    match level {
        Level::Bug | Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Note | Level::Help => Severity::Note,
    }
}

impl WriteStyle for Painted<'_> {
    fn set_header(&mut self, level: Level) -> fmt::Result {
        self.begin(ReportPart::Severity(severity(level)))
    }

    fn set_header_message(&mut self) -> fmt::Result {
        self.begin(ReportPart::Message)
    }

    fn set_line_number(&mut self) -> fmt::Result {
        self.begin(ReportPart::Frame)
    }

    fn set_note_bullet(&mut self) -> fmt::Result {
        self.begin(ReportPart::Frame)
    }

    fn set_source_border(&mut self) -> fmt::Result {
        self.begin(ReportPart::Frame)
    }

    fn set_label(&mut self, level: Level, style: LabelStyle) -> fmt::Result {
        self.begin(match style {
            LabelStyle::Primary => ReportPart::Mark(severity(level)),
            LabelStyle::Secondary => ReportPart::SecondMark,
        })
    }

    fn reset(&mut self) -> fmt::Result {
        self.end();
        Ok(())
    }
}
