//! Why a visitor is asked, or shown the notice again.

/// Why a visitor is asked, or shown the notice again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// There is no record.
    FirstVisit,
    /// The stored text is not a record.
    Unreadable,
    /// A newer version of Courtesy wrote it.
    Newer,
    /// The site asks for consent, and something is undecided or was refused too long ago.
    Undecided,
    /// It was written when the site asked and now only informs, or the other way round.
    OtherMode,
    /// The owner has changed `notice.version`.
    OtherVersion,
    /// Material facts have changed, or another site of the same origin wrote it.
    OtherFacts,
    /// Its newest event is dated more than a day ahead. Only the newest counts: older ones may come from a clock that was set right.
    FutureDated,
    /// It has expired, or its newest event is older than the site allows.
    Expired,
    /// The policy has changed since; the choices still count.
    Changes,
}

impl Reason {
    /// Its name in fixtures and in `courtesy:ready`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FirstVisit => "first-visit",
            Self::Unreadable => "unreadable",
            Self::Newer => "newer",
            Self::Undecided => "undecided",
            Self::OtherMode => "other-mode",
            Self::OtherVersion => "other-version",
            Self::OtherFacts => "other-facts",
            Self::FutureDated => "future-dated",
            Self::Expired => "expired",
            Self::Changes => "changes",
        }
    }
}
