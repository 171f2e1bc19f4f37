//! What the command needs of the program that it runs in: files, a terminal, a clock. `native` and `node` implement it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::compile::Parts;
use crate::compile::file_system::FileSystem;
use crate::site::Day;

/// A standard stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Results.
    Out,
    /// Errors, questions and progress.
    Err,
}

/// A program that runs the command.
pub trait Host {
    /// The file system that the owner's paths refer to.
    fn files(&self) -> &dyn FileSystem;

    /// What the owner types to run this command: `courtesy`, or `npx courtesy`.
    fn program_name(&self) -> &'static str;

    /// A path as it was typed, in the form that the file system takes.
    fn path(&self, typed: &Path) -> PathBuf {
        typed.to_owned()
    }

    /// The parts that the program carries.
    fn bundled_parts(&self) -> Parts;

    /// Writes text as it is. A closed stream is not an error.
    fn write_text(&self, stream: Stream, text: &str);

    /// Whether the stream is a terminal.
    fn is_terminal(&self, stream: Stream) -> bool;

    /// Whether someone can answer questions.
    fn is_interactive(&self) -> bool;

    /// The next line of input without its end; `None` at the end of input.
    fn read_line(&self) -> Option<String>;

    /// An environment variable.
    fn env_var(&self, name: &str) -> Option<String>;

    /// Seconds since 1970.
    fn now(&self) -> Option<u64>;

    /// Today in UTC: no rule depends on half a day.
    fn today(&self) -> Option<Day> {
        Day::from_days_since_1970(i64::try_from(self.now()? / 86_400).ok()?)
    }

    /// Blocks for a while.
    fn sleep(&self, time: Duration);

    /// Shows the current step on a terminal; `None` clears it.
    fn progress(&self, step: Option<&str>);
}
