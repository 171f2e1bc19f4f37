//! `courtesy check`: every finding about one site file, for a person or for another program.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::host::{Host, Stream};
use super::outcome::Outcome;
use super::output::{Output, style};
use super::site_files::{SiteFolder, Snapshot, read_text};
use crate::check::{self, Finding, Format, Report, Severity, Sources, not_ready, reprompts};
use crate::compile::{Policies, material_facts, previous_build};
use crate::site::read::{Problem, read};
use crate::site::{Day, Mode};

/// Reports what is wrong in a site file, what it contradicts and what it leaves out; exits with 1 if there is an error.
///
/// With --built it also reports material facts that changed since the last build without a new "notice.version", and
/// which visitors will be asked again, and about what. docs/check.md explains every finding.
#[derive(Args)]
pub(super) struct Check {
    /// The site file.
    site: PathBuf,
    /// How to print the findings: for a person, as one JSON object (check.schema.json), as annotations of GitHub Actions, or as
    /// SARIF for code scanning.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// The same as --format json.
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// The folder of the last build, or its manifest.json: also report what visitors will be asked again.
    #[arg(long, value_name = "DIR")]
    built: Option<PathBuf>,
    /// The day to check against (for this repository's own tests).
    #[arg(long, hide = true, value_parser = |text: &str| text.parse::<Day>().map_err(|error| error.to_string()))]
    today: Option<Day>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Json,
    Github,
    Sarif,
}

impl Check {
    /// Checks a site file, against an earlier build where one is named.
    pub(super) fn run(self, host: &dyn Host, output: &Output) -> Result<Outcome, String> {
        let today = self.today.or_else(|| host.today()).ok_or("the clock of this computer is not set")?;
        let built = self.built.map(|built| host.path(&built));
        let (sources, mode, findings) = found(host, &host.path(&self.site), built.as_deref(), today);
        let report = Report { sources: &sources, mode, findings: &findings };
        let format = match self.format {
            _ if self.json => Format::Json,
            Form::Text => Format::Text,
            Form::Json => Format::Json,
            Form::Github => Format::Github,
            Form::Sarif => Format::Sarif,
        };
        if let (Format::Text, Some((sentence, _))) = (format, not_ready(&findings)) {
            output.warning_with(&sentence, &[]);
        }
        output.print(Stream::Out, |colour| report.written(format, style(colour)));
        Ok(if report.count(Severity::Error) > 0 { Outcome::Failure } else { Outcome::Success })
    }
}

/// The findings about a site file, with the texts that they point into.
fn found(host: &dyn Host, path: &Path, built: Option<&Path>, today: Day) -> (Sources, Option<Mode>, Vec<Finding>) {
    let name = path.display().to_string();
    let text = match read_text(host.files(), path, &mut Snapshot::new()) {
        Ok(text) => text,
        Err(why) => {
            let problems = vec![Problem::unreadable(&name, &why)];
            return (Sources::new(&name, ""), None, Finding::of_problems(problems, &name));
        }
    };
    let file = match read(&text) {
        Ok(file) => file,
        Err(problems) => return (Sources::new(&name, &text), None, Finding::of_problems(problems, &name)),
    };
    let folder = SiteFolder::of(host.files(), path);
    let (Policies { texts, own_words, .. }, problems) = match Policies::of(&file, |name| folder.read(name)) {
        Ok(policies) => (policies, Vec::new()),
        Err(problems) => (Policies::default(), problems),
    };
    let changed = match built.map(|built| previous_build(host.files(), built)) {
        None => Vec::new(),
        Some(Ok(before)) => reprompts(&before, &material_facts(&file)).into_iter().collect(),
        Some(Err(problem)) => Finding::of_problems(vec![problem], &name),
    };
    let mut all = [
        Finding::of_problems(problems, &name),
        check::check(&file, &texts, today),
        check::untranslated_words(&own_words),
        changed,
    ]
    .concat();
    check::sort(&mut all);
    (folder.sources(path, &text), Some(file.mode()), all)
}
