//! The texts that are written in a form of their own, each by the name of its type in the schema.

use super::{
    Anchor, Colour, Country, Day, Duration, Email, Endpoint, FontFamilies, Id, Kept, Language, Length, Link, Malformed,
    Period, Phone, Setter, SharedDomain, SiteId, StatedDate, Url,
};

/// Says what is wrong with a text that is written in a form of its own, by asking the type that reads it.
pub(super) type Check = fn(&str) -> Option<Malformed>;

pub(super) fn malformed(type_name: &str) -> Option<Check> {
    fn check<T: std::str::FromStr<Err = Malformed>>(text: &str) -> Option<Malformed> {
        text.parse::<T>().err()
    }
    let checks: [(&str, Check); 20] = [
        ("Anchor", check::<Anchor>),
        ("Colour", check::<Colour>),
        ("Country", check::<Country>),
        ("Day", check::<Day>),
        ("Duration", check::<Duration>),
        ("Email", check::<Email>),
        ("Endpoint", check::<Endpoint>),
        ("FontFamilies", check::<FontFamilies>),
        ("Id", check::<Id>),
        ("Kept", check::<Kept>),
        ("Language", check::<Language>),
        ("Length", check::<Length>),
        ("Link", check::<Link>),
        ("Period", check::<Period>),
        ("Phone", check::<Phone>),
        ("Setter", check::<Setter>),
        ("SharedDomain", check::<SharedDomain>),
        ("SiteId", check::<SiteId>),
        ("StatedDate", check::<StatedDate>),
        ("Url", check::<Url>),
    ];
    checks.into_iter().find(|(name, _)| *name == type_name).map(|(_, check)| check)
}
