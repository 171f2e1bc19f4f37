//! `courtesy check`: reads what is to be checked, asks the library, and says what it found.

use std::path::{Path, PathBuf};

use crate::check::{Finding, Report, ReportPart, Severity, reprompts};
use crate::compile::{Policies, earlier, material};
use crate::site::Day;
use crate::site::read::{Problem, read};
use owo_colors::OwoColorize;

use super::command::{Beside, Outcome, Seen, in_utf8};
use super::host::{Machine, Speech, Stream};

/// Every finding about one site file, as text or as JSON.
pub(super) fn check(
    machine: &dyn Machine,
    speech: &Speech,
    path: &Path,
    json: bool,
    built: Option<PathBuf>,
    today: Option<Day>,
) -> Result<Outcome, String> {
    let today = today.or_else(|| this_day(machine)).ok_or("the clock of this computer is not set")?;
    let site = path.display().to_string();
    let file = in_utf8(machine, path, &mut Seen::new())
        .map_err(|why| vec![Problem::unreadable(&why)])
        .and_then(|text| read(&text));
    let (mode, findings) = match file {
        Err(problems) => (None, Finding::of_problems(problems, &site)),
        Ok(file) => {
            let beside = Beside::of(machine, path);
            let (Policies { texts, own_words, .. }, problems) = match Policies::of(&file, |name| beside.read(name)) {
                Ok(policies) => (policies, Vec::new()),
                Err(problems) => (Policies::default(), problems),
            };
            let found = crate::check::check(&file, &texts, today);
            let changed = match built.map(|built| earlier(machine, &built)) {
                None => Vec::new(),
                Some(Ok(before)) => reprompts(&before, &material(&file)).into_iter().collect(),
                Some(Err(problem)) => Finding::of_problems(vec![problem], &site),
            };
            let mut all =
                [Finding::of_problems(problems, &site), found, crate::check::untranslated_words(&own_words), changed]
                    .concat();
            crate::check::sort(&mut all);
            (Some(file.mode()), all)
        }
    };
    let report = Report { site: &site, mode, findings: &findings };
    speech.say(Stream::Out, |colour| if json { report.json() + "\n" } else { report.text(painted(colour)) });
    Ok(if report.count(Severity::Error) > 0 { Outcome::Faulty } else { Outcome::Well })
}

/// Today in UTC: half a day matters to no rule.
pub(super) fn this_day(machine: &dyn Machine) -> Option<Day> {
    Day::from_days_since_1970(i64::try_from(machine.now()? / 86_400).ok()?)
}

/// The pieces of a report, in colour or without.
pub(super) fn painted(colour: bool) -> impl Fn(ReportPart, &str) -> String {
    move |piece, text| match piece {
        _ if !colour => text.to_owned(),
        ReportPart::Severity(Severity::Error) => text.red().bold().to_string(),
        ReportPart::Severity(Severity::Warning) => text.yellow().bold().to_string(),
        ReportPart::Severity(Severity::Note) => text.cyan().bold().to_string(),
        ReportPart::Location => text.bold().to_string(),
        ReportPart::Ok => text.green().bold().to_string(),
    }
}
