//! `courtesy check`: every finding about one site file, as text or as JSON.

use std::path::{Path, PathBuf};

use super::findings::style;
use super::gaps;
use super::host::{Host, Stream};
use super::outcome::Outcome;
use super::output::Output;
use super::site_files::{SiteFolder, Snapshot, read_text};
use crate::check::{self, Finding, Report, Severity, not_ready, reprompts};
use crate::compile::{Policies, material_facts, previous_build};
use crate::site::Day;
use crate::site::read::{Problem, read};

/// Checks a site file, against an earlier build where one is named.
pub(super) fn check(
    host: &dyn Host,
    output: &Output,
    path: &Path,
    json: bool,
    built: Option<PathBuf>,
    today: Option<Day>,
) -> Result<Outcome, String> {
    let today = today.or_else(|| host.today()).ok_or("this computer's clock is not set")?;
    let site = path.display().to_string();
    let file = read_text(host.files(), path, &mut Snapshot::new())
        .map_err(|why| vec![Problem::unreadable(&why)])
        .and_then(|text| read(&text));
    let (mode, findings) = match file {
        Err(problems) => (None, Finding::of_problems(problems, &site)),
        Ok(file) => {
            let folder = SiteFolder::of(host.files(), path);
            let (Policies { texts, own_words, .. }, problems) = match Policies::of(&file, |name| folder.read(name)) {
                Ok(policies) => (policies, Vec::new()),
                Err(problems) => (Policies::default(), problems),
            };
            let changed = match built.map(|built| previous_build(host.files(), &built)) {
                None => Vec::new(),
                Some(Ok(before)) => reprompts(&before, &material_facts(&file)).into_iter().collect(),
                Some(Err(problem)) => Finding::of_problems(vec![problem], &site),
            };
            let mut all = [
                Finding::of_problems(problems, &site),
                check::check(&file, &texts, today),
                check::untranslated_words(&own_words),
                changed,
            ]
            .concat();
            check::sort(&mut all);
            (Some(file.mode()), all)
        }
    };
    if let Some((sentence, _)) = not_ready(&findings).filter(|_| !json) {
        output.print(Stream::Out, |colour| gaps::warning(colour, &sentence));
    }
    let report = Report { site: &site, mode, findings: &findings };
    output.print(Stream::Out, |colour| if json { report.json() + "\n" } else { report.text(style(colour)) });
    Ok(if report.count(Severity::Error) > 0 { Outcome::Failure } else { Outcome::Success })
}
