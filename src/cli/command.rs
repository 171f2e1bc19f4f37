//! The command of an owner, for every machine: `build`, `check`, `init`, `words` and `schema`. docs/command.md explains them.
//!
//! It is given its arguments and a machine, and gives back an exit code: 0 where all is well, 1 where it is not, 2 where the
//! arguments are not understood.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::check::{Finding, Report};
use crate::compile::disk::Disk;
use crate::site::Day;
use crate::site::read::Problem;
use crate::site::schema::schema;
use clap::{Parser, Subcommand};
use owo_colors::OwoColorize;

use super::host::{Machine, Speech, Stream};
use super::{build, check, init, internal_commands, words};

/// A site's cookie and localStorage notice, its policy and its rights form, from one site file.
#[derive(Parser)]
#[command(name = "courtesy", bin_name = "courtesy", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Build),
    /// Says what is wrong in a site file, what it contradicts and what it leaves out; ends with 1 if there is an error.
    ///
    /// With --built it also says which material facts changed since the last build while "notice.version" did not, and
    /// who is asked again about what. docs/check.md explains every finding.
    Check {
        /// The site file.
        site: PathBuf,
        /// Writes one JSON object, for other programs.
        #[arg(long)]
        json: bool,
        /// The folder of the last build, or the manifest.json in it: says what visitors are asked again since then.
        #[arg(long, value_name = "DIR")]
        built: Option<PathBuf>,
        /// The day to count from (for this repository's own tests).
        #[arg(long, hide = true, value_parser = |text: &str| text.parse::<Day>().map_err(|error| error.to_string()))]
        today: Option<Day>,
    },
    Init(init::Init),
    Words(words::Words),
    /// Prints the JSON Schema of the site file, which explains every field.
    Schema,
    #[command(flatten)]
    Own(internal_commands::Own),
}

/// Does what the arguments say (without the program's name), and gives the exit code.
pub fn run(machine: &dyn Machine, arguments: impl IntoIterator<Item = String>) -> u8 {
    let speech = Speech::of(machine);
    let cli = match Cli::try_parse_from(["courtesy".to_owned()].into_iter().chain(arguments)) {
        Ok(cli) => cli,
        Err(error) => {
            let stream = if error.use_stderr() { Stream::Err } else { Stream::Out };
            let said = error.render();
            speech.say(stream, |colour| if colour { said.ansi().to_string() } else { said.to_string() });
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let done = match cli.command {
        Command::Build(build) => build.run(machine, &speech),
        Command::Check { site, json, built, today } => {
            let built = built.map(|built| machine.path(&built));
            check::check(machine, &speech, &machine.path(&site), json, built, today)
        }
        Command::Init(init) => init.run(machine, &speech),
        Command::Words(words) => words.run(machine, &speech),
        Command::Schema => {
            speech.say(Stream::Out, |_| format!("{:#}\n", schema()));
            Ok(Outcome::Well)
        }
        Command::Own(own) => own.run(machine).map(|()| Outcome::Well),
    };
    match done {
        Ok(Outcome::Well) => 0,
        Ok(Outcome::Faulty) => 1,
        Err(sentence) => {
            failure(&speech, &sentence);
            1
        }
    }
}

/// How a command ended that said everything itself.
pub(super) enum Outcome {
    Well,
    Faulty,
}

pub(super) fn failure(speech: &Speech, sentence: &str) {
    speech.say(Stream::Err, |colour| {
        let word = if colour { "error:".red().bold().to_string() } else { "error:".into() };
        format!("{word} {sentence}\n")
    });
}

/// What files held when they were read; `None` where one could not be.
pub(super) type Seen = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// Reads the files that a site file names from where it is, and remembers what they held.
pub(super) struct Beside<'a> {
    disk: &'a dyn Machine,
    folder: &'a Path,
    pub seen: RefCell<Seen>,
}

impl<'a> Beside<'a> {
    pub fn of(disk: &'a dyn Machine, site: &'a Path) -> Self {
        Self { disk, folder: site.parent().unwrap_or(Path::new("")), seen: RefCell::default() }
    }

    pub fn read(&self, name: &str) -> Result<String, String> {
        let path = self.folder.join(name);
        if self.leads_out(name, &path) {
            return Err("it is outside the folder of the site file".into());
        }
        in_utf8(self.disk, &path, &mut self.seen.borrow_mut())
    }

    /// Whether a name leads out of the folder of the site file, by itself or through a link: what is read there is published.
    fn leads_out(&self, name: &str, path: &Path) -> bool {
        let mut depth = 0;
        for part in Path::new(name).components() {
            depth += match part {
                Component::Normal(_) => 1,
                Component::CurDir => 0,
                Component::ParentDir => -1,
                Component::Prefix(_) | Component::RootDir => return true,
            };
            if depth < 0 {
                return true;
            }
        }
        // A file that is not there is said to be missing.
        let (folder, file) = (self.disk.real(self.folder), self.disk.real(path));
        folder.is_ok_and(|folder| file.is_ok_and(|file| !file.starts_with(folder)))
    }
}

/// A text; `seen` hears what the file held.
pub(super) fn in_utf8(disk: &dyn Disk, path: &Path, seen: &mut Seen) -> Result<String, String> {
    let read = disk.read(path);
    seen.insert(path.to_owned(), read.clone().ok());
    let bytes = read.map_err(|fault| fault.to_string())?;
    String::from_utf8(bytes).map_err(|_| "it is not in UTF-8".into())
}

/// Says what is wrong in a site file, or in the text that it names.
pub(super) fn tell(speech: &Speech, path: &Path, problems: Vec<Problem>) -> String {
    let site = path.display().to_string();
    let findings = Finding::of_problems(problems, &site);
    let report = Report { site: &site, mode: None, findings: &findings };
    speech.say(Stream::Err, |colour| report.text(check::painted(colour)));
    format!("{site} cannot be built")
}
