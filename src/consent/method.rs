//! By which act something was decided, as the record's events name it.

/// By which act something was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// A notice was closed, and nothing answered.
    Dismiss,
    /// Everything that was asked was accepted in one act.
    AcceptAll,
    /// Everything that was asked was refused in one act.
    RejectAll,
    /// The choices were set one by one and saved.
    Choices,
    /// A script of the page decided.
    Api,
    /// Everything that was on was turned off: consent withdrawn, and objected to what needs none in the United Kingdom.
    Withdraw,
    /// "Always" on a placeholder.
    Placeholder,
    /// Global Privacy Control met a grant that was given without it.
    Gpc,
    /// A request to opt out of sale or sharing left the form: it counts on this device, too (11 CCR 7026).
    OptOutRequest,
}

impl Method {
    /// Its name in a record.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Dismiss => "dismiss",
            Self::AcceptAll => "accept-all",
            Self::RejectAll => "reject-all",
            Self::Choices => "choices",
            Self::Api => "api",
            Self::Withdraw => "withdraw",
            Self::Placeholder => "placeholder",
            Self::Gpc => "gpc",
            Self::OptOutRequest => "opt-out-request",
        }
    }
}
