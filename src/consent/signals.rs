//! What the browser signals by itself: Global Privacy Control. A signal is not a choice, and nothing is stored for a signal alone.

use super::Current;
use super::keys::has_purpose_of;

/// The signals of a browser.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// `navigator.globalPrivacyControl`; `None` where the browser has no such signal.
    pub gpc: Option<bool>,
}

impl Current {
    /// Whether Global Privacy Control blocks a key: it is sent, and the key is for a sale or for sharing.
    pub fn is_blocked_by_gpc(&self, key: &str, signals: Signals) -> bool {
        signals.gpc == Some(true) && has_purpose_of(&self.sale_or_share, key)
    }
}
