//! How the notice behaves: when it shows, where, and for how long it stays away once closed.

use serde::{Deserialize, Serialize};

use super::Period;

/// How the notice behaves.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Notice", deny_unknown_fields))]
#[serde(rename_all = "camelCase", default, bound(deserialize = "T: Deserialize<'de>"))]
pub struct Notice<T = String> {
    /// Another version shows the notice again to everybody.
    #[cfg_attr(feature = "read", schemars(length(min = 1, max = 40)))]
    pub version: String,
    /// Shows the notice on the first visit. Essential storage asks for no notice, only for the information to be there.
    pub auto_show: bool,
    /// Where the notice is placed on wide screens.
    pub position: Position,
    /// Your own heading in place of the usual one; 60 characters at most.
    pub title: Option<T>,
    /// Your own text in place of the usual introduction: plain text, without HTML. Where visitors are asked, a sentence follows it that
    /// says whose question it is, that nothing starts before a yes, and that a yes can be withdrawn (GDPR Articles 4(11) and 7(3)).
    pub text: Option<T>,
    /// Your own words for the buttons.
    pub labels: Option<Labels<T>>,
    /// After how long the notice is shown again.
    pub expires_after: Period,
    /// When the widget keeps a button of its own for coming back.
    pub reopen: Reopen,
}

impl<T> Default for Notice<T> {
    fn default() -> Self {
        Self {
            version: "1".into(),
            auto_show: true,
            position: Position::Bottom,
            title: None,
            text: None,
            labels: None,
            expires_after: Period::months(6),
            reopen: Reopen::Auto,
        }
    }
}

/// Your own words for the buttons; 30 characters at most. Accepting and rejecting are worded together, so that both say what they
/// do with the same weight (EDPB Cookie Banner Taskforce report, 8 to 18).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema), schemars(rename = "Labels", deny_unknown_fields))]
pub struct Labels<T = String> {
    /// Accepts all that is asked; only with `reject`.
    pub accept: Option<T>,
    /// Rejects all that is asked; only with `accept`.
    pub reject: Option<T>,
    /// Leads to the single choices.
    pub choose: Option<T>,
    /// Closes a notice that only informs.
    pub ok: Option<T>,
}

/// Where the notice is placed on wide screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// In the bottom corner where lines begin.
    #[default]
    Bottom,
    /// In the bottom corner where lines end.
    BottomEnd,
}

/// When the widget keeps a button of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Reopen {
    /// Where the page has no `data-courtesy` control.
    #[default]
    Auto,
    /// On every page.
    Always,
    /// Never: the page brings its own control. Not possible where consent is asked (GDPR Article 7(3)).
    Never,
}
