//! Dates: how old the policy is, and whether changes were announced as early as promised.

use super::context::{Context, Violation};
use crate::policy::{TextDate, dates, is_dated};
use crate::site::{Day, Period, Policy, StatedDate};

const YEAR: Period = Period::months(12);

/// California asks for a review every 12 months (Civil Code 1798.130(a)(5)); elsewhere an old date is as good a sign.
pub(super) fn old(context: &Context) -> Vec<Violation> {
    let of_text = of_text(context);
    let Some(stated) = context.site.last_updated.or(of_text.map(|(_, date)| date)) else { return Vec::new() };
    let until = match stated {
        StatedDate::Day(day) => day.plus(YEAR),
        // A month that is stated counts to its end: the last day before the next one, a year on.
        StatedDate::Month { year, month } => last_day(StatedDate::Month { year: year + 1, month }),
    };
    if until.is_none_or(|until| context.today <= until) {
        return Vec::new();
    }
    let sentence = format!("your policy is dated {stated}, more than 12 months ago");
    let fix = "review it, and write the date of the review";
    match (context.site.last_updated, context.text, of_text) {
        (None, Some(text), Some((line, _))) => Violation::in_text(text, [line], sentence, fix),
        _ => vec![Violation::at(vec!["lastUpdated".into()], sentence, fix)],
    }
}

/// A page of the owner's is not read, and an own text may have its date itself.
pub(super) fn undated(context: &Context) -> Vec<Violation> {
    let is_page = matches!(context.site.policy, Some(Policy::Url { .. }));
    if context.site.last_updated.is_some() || is_page || context.text.is_some_and(|text| is_dated(&text.source)) {
        return Vec::new();
    }
    let fix = "add \"lastUpdated\"";
    vec![Violation::at(vec!["lastUpdated".into()], "the date of your policy is missing", fix)]
}

/// The newest date that the owner's text gives itself, with its line.
fn of_text(context: &Context) -> Option<(usize, StatedDate)> {
    let known = dates(&context.text?.source).into_iter().filter_map(|(line, date)| match date {
        TextDate::Known(date) => Some((line, date)),
        TextDate::Unclear(_) => None,
    });
    known.max_by_key(|(_, date)| last_day(*date))
}

/// A stated month counts to its end.
fn last_day(stated: StatedDate) -> Option<Day> {
    match stated {
        StatedDate::Day(day) => Some(day),
        StatedDate::Month { year, month } => Day::new(year, month, 1)
            .and_then(|first| first.plus(Period::months(1)))
            .and_then(|next| Day::from_days_since_1970(next.days_since_1970() - 1)),
    }
}

/// Two dates for one text: visitors read the one, and `lastUpdated` is another.
pub(super) fn differs(context: &Context) -> Vec<Violation> {
    let (Some(text), Some(stated)) = (context.text, context.site.last_updated) else { return Vec::new() };
    let Some((line, written)) = of_text(context) else { return Vec::new() };
    let month = |date| match date {
        StatedDate::Day(day) => (day.parts().0, day.parts().1),
        StatedDate::Month { year, month } => (year, month),
    };
    let is_same = match (stated, written) {
        (StatedDate::Day(stated), StatedDate::Day(written)) => stated == written,
        _ => month(stated) == month(written),
    };
    // A date far in the past may be that of a law, or of the first version.
    if is_same || last_day(written) < last_day(stated).and_then(|day| day.minus(YEAR)) {
        return Vec::new();
    }
    let sentence = format!("your text is dated {written}, but \"lastUpdated\" is {stated}");
    Violation::in_text(text, [line], sentence, "write the same date in both")
}

/// "Two weeks before" and a change that came after one week: one of the two is not true.
pub(super) fn lead_time(context: &Context) -> Vec<Violation> {
    let Some(changes) = &context.site.changes else { return Vec::new() };
    let Some(lead) = changes.lead_time else { return Vec::new() };
    let days_of_clock = i64::from(lead.clock() / 86_400);
    let early = changes.log.iter().enumerate().filter_map(|(index, change)| {
        let effective = change.effective?;
        let promised = change.on.plus(lead)?.days_since_1970() + days_of_clock;
        (effective.days_since_1970() < promised).then(|| {
            let places = vec!["changes.leadTime".into(), format!("changes.log[{index}].effective")];
            let (on, lead) = (change.on, context.period(lead));
            let sentence =
                format!("you announce changes {lead} in advance, but the one of {on} takes effect on {effective}");
            Violation::at(places, sentence, "correct the dates, or shorten \"leadTime\"")
        })
    });
    early.collect()
}

/// Where no lead time is promised: a change still cannot hold before it is announced.
pub(super) fn backdated(context: &Context) -> Vec<Violation> {
    let changes = context.site.changes.as_ref().filter(|changes| changes.lead_time.is_none());
    let log = changes.map_or(&[][..], |changes| &changes.log).iter().enumerate();
    let early = log.filter_map(|(index, change)| {
        let (on, effective) = (change.on, change.effective.filter(|effective| *effective < change.on)?);
        let places = vec![format!("changes.log[{index}].on"), format!("changes.log[{index}].effective")];
        let sentence = format!("your change of {on} takes effect on {effective}, before you announce it");
        Some(Violation::at(places, sentence, "write a date in \"effective\" that is not before \"on\""))
    });
    early.collect()
}
