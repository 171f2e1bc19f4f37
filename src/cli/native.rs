//! The command on this computer: its files, terminal and clock.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use std::{env, thread};

use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};

use super::command;
use super::host::{Host, Stream};
use crate::compile::Parts;
use crate::compile::file_system::{FileSystem, Native};

// `BUNDLED_PARTS`: the files of the folder `parts` when this was compiled (build.rs).
include!(concat!(env!("OUT_DIR"), "/parts.rs"));

/// This computer.
#[derive(Default)]
struct NativeHost {
    progress: RefCell<Option<ProgressBar>>,
}

/// Runs the command with the arguments of this process.
pub fn main() -> ExitCode {
    // A path that is not Unicode could not be named in a site file either.
    let arguments = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    command::run(&NativeHost::default(), arguments).into()
}

impl Host for NativeHost {
    fn files(&self) -> &dyn FileSystem {
        &Native
    }

    fn program_name(&self) -> &'static str {
        // Cargo sets this variable for the programs that it runs: then it is a clone, and nothing is installed.
        match (env::var_os("CARGO_MANIFEST_DIR").is_some(), cfg!(debug_assertions)) {
            (false, _) => "courtesy",
            (true, true) => "cargo run --",
            (true, false) => "cargo run --release --",
        }
    }

    fn bundled_parts(&self) -> Parts {
        Parts::inside(BUNDLED_PARTS.iter().map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes))))
    }

    fn write_text(&self, stream: Stream, text: &str) {
        // Whether to use colour is decided already; `AutoStream` still translates it for old consoles of Windows.
        let _ = match stream {
            Stream::Out => AutoStream::new(io::stdout().lock(), ColorChoice::Always).write_all(text.as_bytes()),
            Stream::Err => AutoStream::new(io::stderr().lock(), ColorChoice::Always).write_all(text.as_bytes()),
        };
    }

    fn is_terminal(&self, stream: Stream) -> bool {
        match stream {
            Stream::Out => io::stdout().is_terminal(),
            Stream::Err => io::stderr().is_terminal(),
        }
    }

    fn is_interactive(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    fn read_line(&self) -> Option<String> {
        let mut line = String::new();
        let length = io::stdin().lock().read_line(&mut line).ok()?;
        (length > 0).then(|| line.trim_end_matches(['\n', '\r']).to_owned())
    }

    fn env_var(&self, name: &str) -> Option<String> {
        env::var(name).ok()
    }

    fn now(&self) -> Option<u64> {
        SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok().map(|since| since.as_secs())
    }

    fn sleep(&self, time: Duration) {
        thread::sleep(time);
    }

    fn progress(&self, step: Option<&str>) {
        let mut progress = self.progress.borrow_mut();
        let Some(step) = step.filter(|_| self.is_terminal(Stream::Err)) else {
            if let Some(bar) = progress.take() {
                bar.finish_and_clear();
            }
            return;
        };
        let bar = progress.get_or_insert_with(|| {
            let bar = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("  {spinner} {wide_msg} {elapsed}") {
                bar.set_style(style);
            }
            bar.enable_steady_tick(Duration::from_millis(120));
            bar
        });
        bar.set_message(step.to_owned());
    }
}
