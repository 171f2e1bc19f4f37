//! The native command `courtesy`: the command of `command.rs`, on this computer's disk, terminal and clock.

use std::borrow::Cow;
use std::cell::RefCell;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, SystemTime};
use std::{env, thread};

use crate::compile::Parts;
use crate::compile::disk::{Disk, Fault, Native};
use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};

use super::host::{Machine, Stream};

// `INSIDE`: what stood in the folder `parts` when this was compiled (build.rs).
include!(concat!(env!("OUT_DIR"), "/parts.rs"));

/// This computer.
#[derive(Default)]
struct Computer {
    progress: RefCell<Option<ProgressBar>>,
}

/// Runs the command with the arguments of this process.
pub fn main() -> ExitCode {
    // What is not Unicode is no path that a site file could name either.
    let arguments = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    super::command::run(&Computer::default(), arguments).into()
}

impl Machine for Computer {
    fn called(&self) -> &'static str {
        // Cargo says to the programs that it runs where their package is; in a clone, nothing is installed.
        match (env::var_os("CARGO_MANIFEST_DIR").is_some(), cfg!(debug_assertions)) {
            (false, _) => "courtesy",
            (true, true) => "cargo run --",
            (true, false) => "cargo run --release --",
        }
    }

    fn parts(&self) -> Option<Parts> {
        Some(Parts::inside(INSIDE.iter().map(|(name, bytes)| ((*name).to_owned(), Cow::Borrowed(*bytes)))))
    }

    fn write_text(&self, stream: Stream, text: &str) {
        // Colour was decided on already; old consoles of Windows are still spoken to in their own way.
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

    fn is_asked(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    fn read_line(&self) -> Option<String> {
        let mut line = String::new();
        let length = io::stdin().lock().read_line(&mut line).ok()?;
        (length > 0).then(|| line.trim_end_matches(['\n', '\r']).to_owned())
    }

    fn variable(&self, name: &str) -> Option<String> {
        env::var(name).ok()
    }

    fn now(&self) -> Option<u64> {
        SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok().map(|since| since.as_secs())
    }

    fn sleep(&self, time: Duration) {
        thread::sleep(time);
    }

    fn doing(&self, what: Option<&str>) {
        let mut progress = self.progress.borrow_mut();
        let Some(what) = what.filter(|_| self.is_terminal(Stream::Err)) else {
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
        bar.set_message(what.to_owned());
    }
}

impl Disk for Computer {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Fault> {
        Native.read(path)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        Native.write(path, bytes)
    }

    fn make_folder(&self, path: &Path) -> Result<(), Fault> {
        Native.make_folder(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        Native.rename(from, to)
    }

    fn remove(&self, path: &Path) -> Result<(), Fault> {
        Native.remove(path)
    }

    fn remove_folder(&self, path: &Path) -> Result<(), Fault> {
        Native.remove_folder(path)
    }

    fn names(&self, folder: &Path) -> Result<Vec<String>, Fault> {
        Native.names(folder)
    }

    fn real(&self, path: &Path) -> Result<PathBuf, Fault> {
        Native.real(path)
    }

    fn is_folder(&self, path: &Path) -> bool {
        Native.is_folder(path)
    }

    fn number(&self) -> u32 {
        Native.number()
    }
}
