//! Runs other programs, each behind one line of progress.

use std::env;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{LazyLock, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

/// How many of a failed program's last lines are shown.
const LAST_LINES: usize = 40;

/// Runs a program behind one line of progress; its output is shown only if it fails.
pub fn run(what: &str, command: &mut Command) -> Result<(), String> {
    let begun = Instant::now();
    let line = Line::begin(what);
    let mut child = start(command)?;
    let mut printed = Vec::new();
    for text in lines(&mut child) {
        line.say(what, &text);
        printed.push(text);
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    if status.success() {
        line.end(&format!("✓ {what} ({})", spoken(begun.elapsed())));
        return Ok(());
    }
    line.end(&format!("✗ {what}"));
    for text in &printed[printed.len().saturating_sub(LAST_LINES)..] {
        eprintln!("    {text}");
    }
    Err(format!("{what} failed: `{}` ended with {status}; its last lines are above", shown(command)))
}

/// Runs a program behind one line of progress and returns its output.
pub fn capture(what: &str, command: &mut Command) -> Result<String, String> {
    let begun = Instant::now();
    let line = Line::begin(what);
    let done = command.stdin(Stdio::null()).output();
    let done = done.map_err(|error| format!("`{}` could not be run: {error}", shown(command)))?;
    if done.status.success() {
        line.end(&format!("✓ {what} ({})", spoken(begun.elapsed())));
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    line.end(&format!("✗ {what}"));
    let why = String::from_utf8_lossy(&done.stderr).trim().to_owned();
    Err(format!("{what} failed: `{}` ended with {}: {why}", shown(command), done.status))
}

/// Runs a program that may fail, because the caller has an alternative.
pub fn try_run(what: &str, command: &mut Command) {
    let line = Line::begin(what);
    match output(command) {
        Some(_) => line.end(&format!("✓ {what}")),
        None => line.end(&format!("– {what}: not possible on this machine")),
    }
}

/// Runs a program and prints its output; returns whether it succeeded, and the output's lines.
pub fn stream(what: &str, command: &mut Command) -> Result<(bool, Vec<String>), String> {
    print(&format!("→ {what}"));
    let mut child = start(command)?;
    let mut printed = Vec::new();
    for text in lines(&mut child) {
        print(&format!("  {text}"));
        printed.push(text);
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    Ok((status.success(), printed))
}

/// The output of a program, if it could be run and succeeded.
pub fn output(command: &mut Command) -> Option<String> {
    let done = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).trim().to_owned())
}

/// A program of that name on the path.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let paths = env::var_os("PATH")?;
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&paths).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The path with these folders first.
pub fn path_with(first: &[&Path]) -> std::ffi::OsString {
    let rest = env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().map(|folder| folder.to_path_buf()).chain(env::split_paths(&rest));
    // Joining fails only for a folder with a separator in its name, which cannot be on the path already.
    env::join_paths(folders).unwrap_or(rest.clone())
}

/// Whether this may install packages: as root, and in CI.
pub fn may_install() -> bool {
    in_ci() || output(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

/// Whether this is CI, where every engine is required.
pub fn in_ci() -> bool {
    env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

fn start(command: &mut Command) -> Result<Child, String> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().map_err(|error| format!("`{}` could not be started: {error}", shown(command)))
}

/// The lines of both outputs, in order of arrival.
fn lines(child: &mut Child) -> mpsc::Receiver<String> {
    let (send, receive) = mpsc::channel();
    let read = |from: Option<Box<dyn Read + Send>>| {
        let send = send.clone();
        thread::spawn(move || {
            for line in BufReader::new(from?).lines() {
                send.send(line.ok()?).ok()?;
            }
            Some(())
        });
    };
    read(child.stdout.take().map(|out| Box::new(out) as _));
    read(child.stderr.take().map(|out| Box::new(out) as _));
    receive
}

fn shown(command: &Command) -> String {
    let words = [command.get_program()].into_iter().chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// A duration in whole seconds and minutes.
pub fn spoken(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {} s", seconds / 60, seconds % 60) }
}

/// The progress lines of programs that run at the same time.
static LINES: LazyLock<MultiProgress> = LazyLock::new(MultiProgress::new);

/// Prints a line above the progress lines.
pub fn print(text: &str) {
    LINES.suspend(|| println!("{text}"));
}

/// A spinning line on a terminal; elsewhere one line at the beginning and one at the end.
struct Line(Option<ProgressBar>);

impl Line {
    fn begin(what: &str) -> Self {
        if !std::io::stderr().is_terminal() {
            eprintln!("  … {what}");
            return Self(None);
        }
        let style = ProgressStyle::with_template("  {spinner} {wide_msg} {elapsed}");
        let bar = LINES.add(ProgressBar::new_spinner().with_message(what.to_owned()));
        if let Ok(style) = style {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self(Some(bar))
    }

    fn say(&self, what: &str, text: &str) {
        if let Some(bar) = &self.0 {
            bar.set_message(format!("{what} · {}", text.trim()));
        }
    }

    fn end(self, text: &str) {
        if let Some(bar) = self.0 {
            bar.finish_and_clear();
        }
        LINES.suspend(|| eprintln!("  {text}"));
    }
}
