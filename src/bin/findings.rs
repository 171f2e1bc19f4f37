//! `courtesy check` at the terminal: reads what is to be checked, asks the library, and says what it found.

use std::path::Path;
use std::process::ExitCode;
use std::time::SystemTime;

use anstream::{print, println};
use courtesy::check::{Finding, Piece, Report, Severity, since};
use courtesy::compile::{Policies, earlier, material};
use courtesy::site::Day;
use courtesy::site::read::{Problem, read};
use owo_colors::OwoColorize;

use super::{beside, failure, in_utf8};

/// `courtesy check`: every finding about one site file, as text or as JSON.
pub fn check(path: &Path, json: bool, built: Option<&Path>, today: Option<Day>) -> ExitCode {
    let Some(today) = today.or_else(this_day) else { return failure("the clock of this computer is not set") };
    let site = path.display().to_string();
    let file = in_utf8(path).map_err(|why| vec![Problem::unreadable(&why)]).and_then(|text| read(&text));
    let (mode, findings) = match file {
        Err(problems) => (None, Finding::of_problems(problems, &site)),
        Ok(file) => {
            let (texts, problems) = match Policies::of(&file, beside(path)) {
                Ok(policies) => (policies.texts, Vec::new()),
                Err(problems) => (Vec::new(), problems),
            };
            let found = courtesy::check::check(&file, &texts, today);
            let changed = match built.map(earlier) {
                None => Vec::new(),
                Some(Ok(before)) => since(&before, &material(&file)).into_iter().collect(),
                Some(Err(problem)) => Finding::of_problems(vec![problem], &site),
            };
            let mut all = [Finding::of_problems(problems, &site), found, changed].concat();
            all.sort_by_key(|finding| finding.severity);
            (Some(file.mode()), all)
        }
    };
    let report = Report { site: &site, mode, findings: &findings };
    match json {
        true => println!("{}", report.json()),
        false => print!("{}", report.text(coloured)),
    }
    if report.count(Severity::Error) > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Today in UTC: half a day matters to no rule.
fn this_day() -> Option<Day> {
    let seconds = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs();
    Day::from_days_since_1970(i64::try_from(seconds / 86_400).ok()?)
}

/// The pieces of a report as a terminal shows them.
pub fn coloured(piece: Piece, text: &str) -> String {
    match piece {
        Piece::Severity(Severity::Error) => text.red().bold().to_string(),
        Piece::Severity(Severity::Warning) => text.yellow().bold().to_string(),
        Piece::Severity(Severity::Note) => text.cyan().bold().to_string(),
        Piece::Place => text.bold().to_string(),
        Piece::Ok => text.green().bold().to_string(),
    }
}
