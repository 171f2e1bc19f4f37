//! What the command prints, in colour where that is wanted.

use owo_colors::OwoColorize;

use super::host::{Host, Stream};
use crate::check::{ReportPart, Severity, render_error, render_warning};

/// The two streams of a host, and whether each is in colour.
pub struct Output<'a> {
    host: &'a dyn Host,
    out: bool,
    err: bool,
}

impl<'a> Output<'a> {
    /// Decides once whether to use colour: <https://no-color.org>, `FORCE_COLOR`, `CLICOLOR_FORCE`, else the terminal.
    pub fn new(host: &'a dyn Host) -> Self {
        let set = |name| host.env_var(name).filter(|value| !value.is_empty());
        let is_on = |value: String| value != "0" && value != "false";
        let forced = set("FORCE_COLOR").or_else(|| set("CLICOLOR_FORCE")).map(is_on);
        let in_colour = |stream| match (set("NO_COLOR"), forced) {
            (Some(_), _) => false,
            (None, Some(forced)) => forced,
            (None, None) => host.is_terminal(stream) && set("TERM").is_none_or(|term| term != "dumb"),
        };
        Self { host, out: in_colour(Stream::Out), err: in_colour(Stream::Err) }
    }

    /// Prints what `text` returns, given whether the stream is in colour.
    pub fn print(&self, stream: Stream, text: impl FnOnce(bool) -> String) {
        let in_colour = match stream {
            Stream::Out => self.out,
            Stream::Err => self.err,
        };
        self.host.write_text(stream, &text(in_colour));
    }

    /// Prints an error: a sentence and, after a semicolon, how to fix it.
    pub fn error(&self, sentence: &str) {
        let (sentence, help) = sentence.split_once("; ").map_or((sentence, None), |(what, fix)| (what, Some(fix)));
        self.error_with(sentence, help.map(|fix| format!("help: {fix}")).as_slice());
    }

    /// Prints an error with notes.
    pub fn error_with(&self, sentence: &str, notes: &[String]) {
        self.print(Stream::Err, |colour| render_error(sentence, notes, &style(colour)));
    }

    /// Prints a warning with notes, among the results.
    pub fn warning_with(&self, sentence: &str, notes: &[String]) {
        self.print(Stream::Out, |colour| render_warning(sentence, notes, &style(colour)));
    }
}

/// The pieces of a report, in colour or without.
pub(super) fn style(colour: bool) -> impl Fn(ReportPart, &str) -> String {
    move |piece, text| match piece {
        _ if !colour => text.to_owned(),
        ReportPart::Severity(Severity::Error) => text.red().bold().to_string(),
        ReportPart::Severity(Severity::Warning) => text.yellow().bold().to_string(),
        ReportPart::Severity(Severity::Note) => text.cyan().bold().to_string(),
        ReportPart::Message => text.bold().to_string(),
        ReportPart::Mark(Severity::Error) => text.red().to_string(),
        ReportPart::Mark(Severity::Warning) => text.yellow().to_string(),
        ReportPart::Mark(Severity::Note) => text.cyan().to_string(),
        ReportPart::SecondMark | ReportPart::Frame => text.blue().to_string(),
        ReportPart::Ok => text.green().bold().to_string(),
    }
}
