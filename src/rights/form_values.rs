//! What the visitor fills in, and what is missing in it. Nothing is asked that the request does not need (11 CCR 7026(c), 7060(b); GDPR Article 12(6)).

use serde::Serialize;

use crate::site::Json;

/// Who asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Asker {
    /// The person whose data it is.
    #[default]
    Oneself,
    /// Somebody with the person's signed permission (11 CCR 7063).
    Agent,
    /// A parent or guardian of a child.
    Guardian,
    /// Somebody below the site's minimum age: a parent or guardian has to ask.
    Young,
}

impl Asker {
    /// Each of them by its name.
    pub const ALL: [(&str, Self); 4] =
        [("oneself", Self::Oneself), ("agent", Self::Agent), ("guardian", Self::Guardian), ("young", Self::Young)];

    /// Whoever has that name.
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().find(|(known, _)| *known == name).map_or(Self::Oneself, |(_, asker)| *asker)
    }
}

/// What a request of some kind asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    /// Who asks, so that the data can be found.
    #[default]
    Person,
    /// That, and a second look before it is sent: what is deleted is gone.
    Deletion,
    /// That, and what is wrong.
    Correction,
    /// That, and reasons, if there are any (GDPR Article 21(1)).
    Reasons,
    /// That, and what happened.
    Complaint,
    /// That, and what it is about.
    Message,
    /// Nothing: opting out and limiting ask for no identity (11 CCR 7026(d), 7027(e), 7060(b)).
    Nothing,
}

impl Needs {
    /// The needs of that name, as the build writes them.
    pub fn named(name: &str) -> Self {
        match name {
            "deletion" => Self::Deletion,
            "correction" => Self::Correction,
            "reasons" => Self::Reasons,
            "complaint" => Self::Complaint,
            "message" => Self::Message,
            "nothing" => Self::Nothing,
            _ => Self::Person,
        }
    }

    /// Whether nobody can act on the request without a text.
    pub fn text(self) -> bool {
        matches!(self, Self::Correction | Self::Complaint | Self::Message)
    }

    /// Whether it must be said who asks.
    pub fn identity(self) -> bool {
        self != Self::Nothing
    }
}

/// A field that can be wrong. Its name is that of the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// `name`
    Name,
    /// `person`
    Person,
    /// `permission`
    Permission,
    /// `reply`
    Reply,
    /// `email`
    Email,
    /// `text`
    Text,
}

/// What stands in the form, under the names of its inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// Who asks.
    pub who: Asker,
    /// The name of whoever asks.
    pub name: String,
    /// The name of the person that an agent or a guardian asks for.
    pub person: String,
    /// Present where the box is ticked.
    pub permission: String,
    /// The e-mail address of an agent or a guardian.
    pub reply: String,
    /// The e-mail address that the site knows the person by.
    pub email: String,
    /// What else was written.
    pub text: String,
}

impl Answers {
    /// What stands in the form, as its inputs are named; what is not shown is absent, and then stays what it `was`.
    pub fn read(json: &impl Json, was: &Self) -> Self {
        let text = |name, was: &str| json.field(name).and_then(|value| value.text()).unwrap_or_else(|| was.to_owned());
        Self {
            who: json.field("who").and_then(|who| who.text()).map_or(was.who, |who| Asker::named(&who)),
            name: text("name", &was.name),
            person: text("person", &was.person),
            // A box that is not ticked is absent, too.
            permission: text("permission", ""),
            reply: text("reply", &was.reply),
            email: text("email", &was.email),
            text: text("text", &was.text),
        }
    }

    /// Whether somebody else's data is asked for.
    pub fn is_for_another(&self) -> bool {
        matches!(self.who, Asker::Agent | Asker::Guardian)
    }

    /// What of it a request of this kind takes: what stands in a field that is not shown goes nowhere.
    pub fn shown(&self, needs: Needs) -> Self {
        let (other, agent) = (self.is_for_another(), self.who == Asker::Agent);
        let when = |is_shown: bool, text: &str| if is_shown { text.trim().to_owned() } else { String::new() };
        Self {
            who: self.who,
            name: when(needs.identity() || other, &self.name),
            person: when(other, &self.person),
            permission: when(agent, &self.permission),
            reply: when(other, &self.reply),
            email: when(true, &self.email),
            text: when(true, &self.text),
        }
    }

    /// What has to be fixed before there is a request, in the order of the form.
    pub fn faults(&self, needs: Needs) -> Vec<Field> {
        let is_missing = |text: &str| text.trim().is_empty();
        let identity = needs.identity();
        let checks = [
            (Field::Person, self.is_for_another() && is_missing(&self.person)),
            (Field::Permission, self.who == Asker::Agent && self.permission.is_empty()),
            (Field::Name, (identity || self.is_for_another()) && is_missing(&self.name)),
            (Field::Reply, self.is_for_another() && !is_address(self.reply.trim())),
            (Field::Email, (identity || !is_missing(&self.email)) && !is_address(self.email.trim())),
            (Field::Text, needs.text() && is_missing(&self.text)),
        ];
        checks.into_iter().filter(|(_, is_wrong)| *is_wrong).map(|(field, _)| field).collect()
    }
}

/// Whether it can be an address. Only a mail server knows; what is refused here could not be written to (RFC 6532: letters of any language).
fn is_address(text: &str) -> bool {
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let parts = text.rsplit_once('@');
    is_plain
        && parts.is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !host.starts_with('.') && !host.ends_with('.')
        })
}
