//! `courtesy build`: a site file in, the files of a web server out; or, with `--check`, whether the folder is up to date.

use std::path::{Path, PathBuf};

use clap::Args;
use owo_colors::OwoColorize;

use super::findings::{missing_facts, print_problems};
use super::host::{Host, Stream};
use super::outcome::Outcome;
use super::output::{Output, style};
use super::site_files::{SiteFolder, Snapshot, read_text};
use super::table::Table;
use crate::check::{Finding, Report, Sources, copied_names, find_gaps, not_ready, reprompts};
use crate::compile::file_system::FileError;
use crate::compile::{
    Differences, File, Form, Parts, Policies, compare, compile, material_facts, output as folder, previous_build, tag,
};
use crate::site::SiteFile;
use crate::site::read::read;

/// Writes everything that a web server needs to serve for a site.
///
/// If the folder holds an earlier build, it reports what visitors will be asked again. A failed build leaves the files of the
/// earlier one unchanged.
#[derive(Args)]
pub(super) struct Build {
    /// The site file.
    pub site: PathBuf,
    /// The folder to write to. Files that no build wrote are never touched, and hashed files of earlier builds stay.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// The folder with the loader and the app [default: those in this command, else target/parts].
    #[arg(long, value_name = "DIR")]
    parts: Option<PathBuf>,
    /// Write only the site's own files, for pages that load courtesy.js from elsewhere with data-site.
    #[arg(long)]
    site_only: bool,
    /// Do not print the table of files, whose sizes take longer to measure than the files to make.
    #[arg(long, short)]
    pub quiet: bool,
    /// Build again whenever the site file, or a text that it names, changes.
    #[arg(long)]
    pub watch: bool,
    /// Write nothing; exit with 1 and a list if the folder is not up to date.
    #[arg(long, conflicts_with = "watch")]
    check: bool,
    /// Write nothing and exit with 1 if facts are missing that the law requires before the site is published.
    #[arg(long)]
    strict: bool,
}

/// Where the parts are in a clone of the repository.
const PARTS_IN_CLONE: &str = "target/parts";

impl Build {
    /// With its paths in the form that the host's file system takes.
    pub(super) fn resolve(self, host: &dyn Host) -> Self {
        let parts = self.parts.map(|parts| host.path(&parts));
        Self { site: host.path(&self.site), out: host.path(&self.out), parts, ..self }
    }

    pub(super) fn run(&self, host: &dyn Host, output: &Output) -> Result<Outcome, String> {
        let done = self.run_once(host, output, &mut Snapshot::new());
        host.progress(None);
        done
    }

    /// One build; `snapshot` records every file that it was made from.
    pub(super) fn run_once(
        &self,
        host: &dyn Host,
        output: &Output,
        snapshot: &mut Snapshot,
    ) -> Result<Outcome, String> {
        let Self { out, site: path, .. } = self;
        host.progress(Some(&format!("reading {}", path.display())));
        let (text, site) = read_site(host, output, path, snapshot)?;
        let site_folder = SiteFolder::of(host.files(), path);
        let policies = Policies::of(&site, |name| site_folder.read(name));
        snapshot.extend(site_folder.read.take());
        let sources = site_folder.sources(path, &text);
        let policies = policies.map_err(|problems| print_problems(output, &sources, problems))?;
        let gaps = find_gaps(&site, &policies.texts);
        let not_ready = not_ready(&gaps);
        if let (true, Some((sentence, facts))) = (self.strict, &not_ready) {
            output.error_with(&format!("{sentence}; nothing was written"), facts);
            return Ok(Outcome::Failure);
        }
        let parts = self.parts(host)?;
        let languages = site.languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        host.progress(Some(&format!("generating the files ({languages})")));
        let form = if self.site_only { Form::SiteOnly } else { Form::Built };
        let files = compile(&site, &policies, &parts, form).map_err(|missing| missing.to_string())?;
        if self.check {
            host.progress(None);
            return Ok(self.print_differences(output, &compare(host.files(), out, &files)));
        }
        // A manifest of another program stops the build below, and one of an older version cannot be compared.
        let before = previous_build(host.files(), out).ok();
        host.progress(Some(&format!("writing {} files to {}", files.len(), out.display())));
        let removed = folder::write(host.files(), out, &files)?;
        if !self.quiet {
            host.progress(Some("measuring download sizes"));
            let table = Table::new(&site, &files, out, &removed);
            host.progress(None);
            output.print(Stream::Out, |colour| table.text(colour) + &self.next_steps(&site, &files, form));
        }
        let mut findings: Vec<Finding> = copied_names(&site);
        findings.extend(before.and_then(|before| reprompts(&before, &material_facts(&site))));
        let report = Report { sources: &sources, mode: Some(site.mode()), findings: &findings };
        output.print(Stream::Out, |colour| report.each(style(colour)));
        if let Some((sentence, facts)) = &not_ready {
            output.warning_with(sentence, facts);
        }
        if !self.quiet {
            output.print(Stream::Out, |_| missing_facts(host, path, &gaps));
        }
        Ok(Outcome::Success)
    }

    /// What to do with the files: the tag to paste, and which file is which.
    fn next_steps(&self, site: &SiteFile, files: &[File], form: Form) -> String {
        let out = self.out.display();
        let exists = |name: &str| files.iter().any(|file| file.name == name);
        let pages = [
            ("embed.html", "has the tag with integrity and the Content-Security-Policy"),
            ("privacy.html", "is your policy"),
            ("request.html", "is the request form"),
        ];
        let pages = pages.iter().filter(|(name, _)| exists(name)).map(|(name, what)| format!("{name} {what}"));
        let pages = pages.collect::<Vec<_>>().join("; ");
        let pages = if pages.is_empty() { String::new() } else { format!("in {out}, {pages}\n") };
        let place = if site.consent_mode.is_empty() { "ideally in <head>" } else { "first in <head>" };
        format!("\nserve {out} at /courtesy/ and paste this into your pages, {place}:\n  {}\n{pages}", tag(site, form))
    }

    fn parts(&self, host: &dyn Host) -> Result<Parts, String> {
        if let Some(folder) = &self.parts {
            return Ok(Parts::on(host.files(), folder));
        }
        let bundled = host.bundled_parts();
        if !bundled.are_missing() {
            return Ok(bundled);
        }
        let parts = Parts::on(host.files(), Path::new(PARTS_IN_CLONE));
        if parts.are_missing() {
            return Err(format!(
                "the loader and the app are missing, both in this program and in {PARTS_IN_CLONE}; run `cargo xtask build`, or name their folder with --parts DIR"
            ));
        }
        Ok(parts)
    }

    fn print_differences(&self, output: &Output, differences: &Differences) -> Outcome {
        let (out, site) = (self.out.display(), self.site.display());
        if differences.are_none() {
            output.print(Stream::Out, |colour| {
                let ok = if colour { "ok:".green().bold().to_string() } else { "ok:".into() };
                format!("{ok} {out} is up to date with {site}\n")
            });
            return Outcome::Success;
        }
        let Differences { version, missing, changed, left } = differences;
        let kinds = [("missing", missing), ("changed", changed), ("left over", left)];
        let names = kinds.iter().flat_map(|(kind, names)| names.iter().map(move |name| format!("{kind}: {name}")));
        let this = env!("CARGO_PKG_VERSION");
        let why = version.as_ref().map(|other| {
            format!(
                "why: courtesy {other} built it and this is {this}, so files can differ even if the site has not changed"
            )
        });
        let notes: Vec<_> = names.chain(["help: build it again".into()]).chain(why).collect();
        output.error_with(&format!("{out} is not up to date with {site}"), &notes);
        Outcome::Failure
    }
}

/// The text of the site file and what it declares; its problems are printed before the sentence that nothing was written.
fn read_site(
    host: &dyn Host,
    output: &Output,
    path: &Path,
    snapshot: &mut Snapshot,
) -> Result<(String, SiteFile), String> {
    let name = path.display().to_string();
    let text = read_text(host.files(), path, snapshot).map_err(|why| {
        let is_missing = host.files().read(path) == Err(FileError::NotFound);
        let fix = if is_missing {
            "name your site file, or create one with `init`"
        } else {
            "name a site file: JSON, in UTF-8"
        };
        format!("{name} cannot be read: {why}; {fix}")
    })?;
    match read(&text) {
        Ok(site) => Ok((text, site)),
        Err(problems) => Err(print_problems(output, &Sources::new(&name, &text), problems)),
    }
}
