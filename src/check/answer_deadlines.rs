//! Clocks: a promise to answer that is longer than the law's time, per law.

use super::context::{Context, Law, Violation};
use super::rights::titled;
use crate::site::{Period, RightKind};

const DAY: u32 = 86_400;
const A_MONTH: &str = "write \"P1M\" or less";

/// The requests of GDPR Articles 15 to 22, which Article 12(3) gives one month.
const OF_GDPR: &[RightKind] = &[
    RightKind::Access,
    RightKind::Correction,
    RightKind::Deletion,
    RightKind::PlatformDeletion,
    RightKind::Restriction,
    RightKind::Portability,
    RightKind::Objection,
    RightKind::StopMessages,
    RightKind::AutomatedDecisions,
];
/// What a business in California has 45 days for (Civil Code 1798.130(a)(2)).
const OF_CCPA: &[RightKind] = &[
    RightKind::Access,
    RightKind::Correction,
    RightKind::Deletion,
    RightKind::PlatformDeletion,
    RightKind::Portability,
];
/// What it has 15 business days for.
const AT_ONCE: &[RightKind] = &[RightKind::OptOutOfSale, RightKind::LimitSensitive];

/// Whether a law limits the time to answer a request about it.
pub(super) fn has_deadline(kind: RightKind) -> bool {
    OF_GDPR.contains(&kind) || AT_ONCE.contains(&kind)
}

pub(super) fn gdpr(context: &Context) -> Vec<Violation> {
    let late = |period: Period| {
        let (months, seconds) = (period.calendar().0, on_top(period));
        months > 1 || months == 1 && seconds > 0 || months == 0 && seconds > 31 * u64::from(DAY)
    };
    promised(context, Law::Gdpr, OF_GDPR, late, "you take longer than one month to answer", A_MONTH)
}

/// 29 to 31 days end within a month or after it, depending on the month: received on 31 January, the month ends in February.
pub(super) fn gdpr_close(context: &Context) -> Vec<Violation> {
    let close = |period: Period| {
        period.calendar().0 == 0 && (28 * u64::from(DAY) + 1..=31 * u64::from(DAY)).contains(&on_top(period))
    };
    let sentence = "you can take longer than one month to answer, as after 31 January";
    promised(context, Law::Gdpr, OF_GDPR, close, sentence, A_MONTH)
}

pub(super) fn ccpa(context: &Context) -> Vec<Violation> {
    let sentence = "you take longer than 45 days to answer Californians";
    let fix = "write \"P45D\" or less";
    promised(context, Law::Ccpa, OF_CCPA, |period| at_most(period) > 45 * u64::from(DAY), sentence, fix)
}

/// Fifteen business days are three weeks.
pub(super) fn ccpa_at_once(context: &Context) -> Vec<Violation> {
    let sentence = "you take longer than 15 business days to answer Californians";
    let fix = "write \"P21D\" or less";
    promised(context, Law::Ccpa, AT_ONCE, |period| at_most(period) > 21 * u64::from(DAY), sentence, fix)
}

/// Seconds on top of the months.
fn on_top(period: Period) -> u64 {
    u64::from(period.calendar().1) * u64::from(DAY) + u64::from(period.clock())
}

/// The most seconds that a period can be: every month has 31 days.
fn at_most(period: Period) -> u64 {
    u64::from(period.calendar().0) * 31 * u64::from(DAY) + on_top(period)
}

fn promised(
    context: &Context,
    law: Law,
    kinds: &[RightKind],
    is_fault: impl Fn(Period) -> bool,
    sentence: &str,
    fix: &str,
) -> Vec<Violation> {
    let rights = context.site.rights.iter().enumerate();
    let of_law = rights.filter(|(_, right)| kinds.contains(&right.kind) && law.covers(&right.regimes));
    let found = of_law.filter_map(|(index, right)| {
        let period = right.respond_within.filter(|period| is_fault(*period))?;
        let name = format!("{} ({})", titled(context, right), context.period(period));
        Some((format!("rights[{index}].respondWithin"), name))
    });
    let sentence = |names: &str| format!("{sentence}: {names}");
    Violation::of(found, sentence, fix)
}
