//! What the command asks of the machine that it runs on, besides its disk: a native program and Node answer it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::compile::Parts;
use crate::compile::disk::Disk;

/// Where the command writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// What was asked for.
    Out,
    /// What is wrong, and how far it is.
    Err,
}

/// A machine with a disk, a terminal and a clock.
pub trait Machine: Disk {
    /// What the owner types to call this command: `courtesy`, or `npx courtesy`.
    fn called(&self) -> &'static str;

    /// A path as it was typed, in the form that this machine's disk takes.
    fn path(&self, typed: &Path) -> PathBuf {
        typed.to_owned()
    }

    /// The parts that the program brings along.
    fn parts(&self) -> Option<Parts>;

    /// Writes text as it is; where nobody listens any more, nothing happens.
    fn write_text(&self, stream: Stream, text: &str);

    /// Whether somebody reads that stream on a terminal.
    fn is_terminal(&self, stream: Stream) -> bool;

    /// Whether somebody can answer a question.
    fn is_asked(&self) -> bool;

    /// The next line that somebody types, without its end; `None` where there is no more.
    fn read_line(&self) -> Option<String>;

    /// A variable of the environment.
    fn variable(&self, name: &str) -> Option<String>;

    /// Seconds since the beginning of 1970.
    fn now(&self) -> Option<u64>;

    /// Does nothing for a while.
    fn sleep(&self, time: Duration);

    /// Says what is being done now, where somebody watches; `None` when it is done.
    fn doing(&self, what: Option<&str>);
}

/// What the command says, in colour where that is wanted.
pub struct Speech<'a> {
    machine: &'a dyn Machine,
    out: bool,
    err: bool,
}

impl<'a> Speech<'a> {
    /// Asks once whether colour is wanted: <https://no-color.org>, `FORCE_COLOR`, `CLICOLOR_FORCE`, else the terminal.
    pub fn of(machine: &'a dyn Machine) -> Self {
        let said = |name| machine.variable(name).filter(|value| !value.is_empty());
        let is_on = |value: String| value != "0" && value != "false";
        let forced = said("FORCE_COLOR").or_else(|| said("CLICOLOR_FORCE")).map(is_on);
        let shows = |stream| match (said("NO_COLOR"), forced) {
            (Some(_), _) => false,
            (None, Some(forced)) => forced,
            (None, None) => machine.is_terminal(stream) && said("TERM").is_none_or(|term| term != "dumb"),
        };
        Self { machine, out: shows(Stream::Out), err: shows(Stream::Err) }
    }

    /// Whether a stream is in colour.
    pub fn is_coloured(&self, stream: Stream) -> bool {
        match stream {
            Stream::Out => self.out,
            Stream::Err => self.err,
        }
    }

    /// Says something: `text` is made in colour or without.
    pub fn say(&self, stream: Stream, text: impl FnOnce(bool) -> String) {
        self.machine.write_text(stream, &text(self.is_coloured(stream)));
    }
}
