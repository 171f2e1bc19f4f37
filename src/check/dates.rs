//! Dates: how old the policy is, and whether changes were told as early as promised.

use super::facts::{Facts, Fault};
use super::mentions::mentions;
use crate::site::{Day, Period, Policy, StatedDate};

const YEAR: Period = Period::months(12);

/// California asks for a review every 12 months (Civil Code 1798.130(a)(5)); elsewhere an old date is as good a sign.
pub(super) fn old(facts: &Facts) -> Vec<Fault> {
    let Some(stated) = facts.site.last_updated else { return Vec::new() };
    let until = match stated {
        StatedDate::Day(day) => day.plus(YEAR),
        // A month that is stated counts to its end: the last day before the next one, a year on.
        StatedDate::Month { year, month } => Day::new(year, month, 1)
            .and_then(|first| first.plus(Period::months(13)))
            .and_then(|next| Day::from_days_since_1970(next.days_since_1970() - 1)),
    };
    if until.is_none_or(|until| facts.today <= until) {
        return Vec::new();
    }
    let sentence = format!("the policy is dated {stated}, which is more than 12 months ago");
    let mend = "read it again and put the date of that day (California asks for it every 12 months: Civil Code 1798.130(a)(5))";
    vec![Fault::at(vec!["lastUpdated".into()], sentence, mend)]
}

/// The words by which a policy tells its date, in small letters, in the languages that there are words for.
const DATED: [&str; 12] = [
    "updated",
    "effective",
    "revised",
    "as of",
    "aktualisiert",
    "aktualisierung",
    "geändert",
    "stand",
    "تحديث",
    "التحديث",
    "تحديثها",
    "سارية",
];

/// A page of the owner's is not read, and an own text may have its date itself.
pub(super) fn undated(facts: &Facts) -> Vec<Fault> {
    let is_page = matches!(facts.site.policy, Some(Policy::Url { .. }));
    if facts.site.last_updated.is_some() || is_page || facts.text.is_some_and(|text| text.source.lines().any(is_date)) {
        return Vec::new();
    }
    let mend = "add \"lastUpdated\", so that visitors can see whether something changed (in California a must: 11 CCR 7011(e))";
    vec![Fault::at(vec!["lastUpdated".into()], "the policy has no date", mend)]
}

/// Whether a line says of when the policy is: one of the words, and a year.
fn is_date(line: &str) -> bool {
    let line = line.to_lowercase();
    let is_year = |word: &str| word.chars().count() == 4 && word.chars().all(char::is_numeric);
    DATED.iter().any(|word| mentions(&line, word)) && line.split(|c: char| !c.is_alphanumeric()).any(is_year)
}

/// "Two weeks before" and a change that came after one week: one of the two is not true.
pub(super) fn lead_time(facts: &Facts) -> Vec<Fault> {
    let Some(changes) = &facts.site.changes else { return Vec::new() };
    let Some(lead) = changes.lead_time else { return Vec::new() };
    let days_of_clock = i64::from(lead.clock() / 86_400);
    let early = changes.log.iter().enumerate().filter_map(|(place, change)| {
        let effective = change.effective?;
        let promised = change.on.plus(lead)?.days_since_1970() + days_of_clock;
        (effective.days_since_1970() < promised).then(|| {
            let places = vec!["changes.leadTime".into(), format!("changes.log[{place}].effective")];
            let (on, lead) = (change.on, facts.period(lead));
            let sentence = format!(
                "changes are promised to be told {lead} before, and the one of {on} takes effect on {effective}"
            );
            Fault::at(places, sentence, "correct the dates, or promise what you keep")
        })
    });
    early.collect()
}

/// Where no lead time is promised: a change still cannot hold before it is told.
pub(super) fn backdated(facts: &Facts) -> Vec<Fault> {
    let changes = facts.site.changes.as_ref().filter(|changes| changes.lead_time.is_none());
    let log = changes.map_or(&[][..], |changes| &changes.log).iter().enumerate();
    let early = log.filter_map(|(place, change)| {
        let (on, effective) = (change.on, change.effective.filter(|effective| *effective < change.on)?);
        let places = vec![format!("changes.log[{place}].on"), format!("changes.log[{place}].effective")];
        let sentence = format!("the change of {on} takes effect on {effective}, before it is told");
        Some(Fault::at(places, sentence, "correct the dates, or let it take effect when it is told at the earliest"))
    });
    early.collect()
}
