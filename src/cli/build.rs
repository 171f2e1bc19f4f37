//! `courtesy build`: a site file in, the files of a web server out; or, with `--check`, whether they are out already.

use std::path::{Path, PathBuf};

use crate::check::{Finding, Report, copied_names, reprompts};
use crate::compile::disk::Fault;
use crate::compile::{Differences, File, Form, Parts, Policies, compare, compile, earlier, material, output, tag};
use crate::site::SiteFile;
use crate::site::read::read;
use clap::Args;
use owo_colors::OwoColorize;

use super::command::{Beside, Outcome, Seen, failure, in_utf8, tell};
use super::host::{Machine, Speech, Stream};
use super::{check, table, watch};

/// Writes everything that a web server needs to serve for a site.
///
/// Where an earlier build stands in the folder, it says what visitors are asked again. A build that fails leaves the files of
/// the one before.
#[derive(Args)]
pub(super) struct Build {
    /// The site file.
    pub site: PathBuf,
    /// The folder to write to; files that no build wrote are left alone, and hashed ones of earlier builds stay.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The folder with the loader and the app; else those inside this command, else target/parts.
    #[arg(long, value_name = "DIR")]
    parts: Option<PathBuf>,
    /// Writes only the site's own files, for a page whose tag says data-site and gets courtesy.js from elsewhere.
    #[arg(long)]
    site_only: bool,
    /// Leaves out the table, which takes longer to measure than the files to make.
    #[arg(long, short)]
    pub quiet: bool,
    /// Builds again whenever the site file, or a text that it names, changes; until it is stopped.
    #[arg(long)]
    watch: bool,
    /// Writes nothing; ends with 1, and a list, where the folder is not what a build would write.
    #[arg(long, conflicts_with = "watch")]
    check: bool,
}

/// Where the parts are in a clone of the repository.
const IN_CLONE: &str = "target/parts";

impl Build {
    pub(super) fn run(self, machine: &dyn Machine, speech: &Speech) -> Result<Outcome, String> {
        let site = machine.path(&self.site);
        let this =
            Self { out: machine.path(&self.out), parts: self.parts.map(|parts| machine.path(&parts)), site, ..self };
        if this.watch {
            watch::watch(machine, speech, this);
        }
        let done = this.once(machine, speech, &mut Seen::new());
        machine.doing(None);
        done
    }

    /// One build; `seen` hears of every file that it was made of, and what it held.
    pub(super) fn once(&self, machine: &dyn Machine, speech: &Speech, seen: &mut Seen) -> Result<Outcome, String> {
        let Self { out, site: path, .. } = self;
        machine.doing(Some(&format!("reading {}", path.display())));
        let nothing = |sentence: String| sentence + "; nothing was written";
        let site = site_file(machine, speech, path, seen).map_err(nothing)?;
        let beside = Beside::of(machine, path);
        let policies = Policies::of(&site, |name| beside.read(name));
        seen.extend(beside.seen.take());
        let policies = policies.map_err(|problems| nothing(tell(speech, path, problems)))?;
        let parts = self.parts(machine)?;
        let languages = site.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        machine.doing(Some(&format!("making the files ({languages})")));
        let form = if self.site_only { Form::SiteOnly } else { Form::Built };
        let files = compile(&site, &policies, &parts, form).map_err(|missing| missing.to_string())?;
        if self.check {
            machine.doing(None);
            return Ok(self.say_differences(speech, &compare(machine, out, &files)));
        }
        // Another program's manifest is in the way of this build, and with an older version's nothing can be compared yet.
        let before = earlier(machine, out).ok();
        machine.doing(Some(&format!("writing {} files to {}", files.len(), out.display())));
        let removed = output::write(machine, out, &files)?;
        if !self.quiet {
            machine.doing(Some("measuring what a visitor fetches"));
            let table = table::of(&site, &files, out, &removed);
            machine.doing(None);
            speech.say(Stream::Out, |colour| table.text(colour) + &self.next(&site, &files, form));
        }
        let mut found: Vec<Finding> = copied_names(&site);
        found.extend(before.and_then(|before| reprompts(&before, &material(&site))));
        let name = path.display().to_string();
        let report = Report { site: &name, mode: Some(site.mode()), findings: &found };
        speech.say(Stream::Out, |colour| report.each(check::painted(colour)));
        Ok(Outcome::Well)
    }

    /// What to do with what was written: the tag to paste, and which file is what.
    fn next(&self, site: &SiteFile, files: &[File], form: Form) -> String {
        let out = self.out.display();
        let has = |name: &str| files.iter().any(|file| file.name == name);
        let which = [
            ("embed.html", "has the tag with integrity and the Content-Security-Policy"),
            ("privacy.html", "is your policy"),
            ("request.html", "is the form for requests"),
        ];
        let which = which.iter().filter(|(name, _)| has(name)).map(|(name, what)| format!("{name} {what}"));
        let which = which.collect::<Vec<_>>().join("; ");
        let place = if site.consent_mode.is_empty() { "best in <head>" } else { "first in <head>" };
        let which = if which.is_empty() { String::new() } else { format!("in {out}, {which}\n") };
        format!("\nserve {out} as /courtesy/, and paste this into your pages, {place}:\n  {}\n{which}", tag(site, form))
    }

    fn parts(&self, machine: &dyn Machine) -> Result<Parts, String> {
        if let Some(folder) = &self.parts {
            return Ok(Parts::on(machine, folder));
        }
        let inside = machine.parts().filter(|parts| !parts.are_missing());
        let parts = inside.unwrap_or_else(|| Parts::on(machine, Path::new(IN_CLONE)));
        if parts.are_missing() {
            return Err(format!(
                "this command has no loader and no app inside, and {IN_CLONE} has none either; make them with `cargo xtask build`, or name their folder with --parts DIR"
            ));
        }
        Ok(parts)
    }

    fn say_differences(&self, speech: &Speech, differences: &Differences) -> Outcome {
        let out = self.out.display();
        if differences.are_none() {
            speech.say(Stream::Out, |colour| {
                let word = if colour { "ok".green().bold().to_string() } else { "ok".into() };
                format!("{word} {out}: it is what a build of {} writes\n", self.site.display())
            });
            return Outcome::Well;
        }
        let Differences { version, missing, changed, left } = differences;
        let kinds = [("missing", missing), ("changed", changed), ("left over", left)];
        let lines = kinds.iter().flat_map(|(kind, names)| names.iter().map(move |name| format!("{kind:>9}  {name}\n")));
        let lines: String = lines.collect();
        let here = env!("CARGO_PKG_VERSION");
        let why = version.as_ref().map_or(String::new(), |there| {
            format!(
                ": courtesy {there} built it, and this is {here}, so files differ even where the site did not change"
            )
        });
        failure(
            speech,
            &format!(
                "{out} is not what a build of {} writes{why}; build it again\n{}",
                self.site.display(),
                lines.trim_end()
            ),
        );
        Outcome::Faulty
    }
}

/// The site file, or (after its problems are said) that it cannot be read.
fn site_file(machine: &dyn Machine, speech: &Speech, path: &Path, seen: &mut Seen) -> Result<SiteFile, String> {
    let text = in_utf8(machine, path, seen).map_err(|why| {
        let is_missing = machine.read(path) == Err(Fault::Missing);
        let fix = if is_missing { "; name your site file, or begin one with `init`" } else { "" };
        format!("{}: {why}{fix}", path.display())
    })?;
    read(&text).map_err(|problems| tell(speech, path, problems))
}
