//! The values of the request form, and which of them are missing or invalid. The form asks for nothing that the request does not need
//! (11 CCR 7026(c), 7060(b); GDPR Article 12(6)).

use serde::Serialize;

use crate::site::Json;

/// Who makes the request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "read", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Asker {
    /// The person whose data it is about.
    #[default]
    Oneself,
    /// Someone with the person's signed permission (11 CCR 7063).
    Agent,
    /// A parent or guardian of a child.
    Guardian,
    /// Someone below the site's minimum age: a parent or guardian has to ask.
    Young,
}

impl Asker {
    /// All of them, with their names in JSON.
    pub const ALL: [(&str, Self); 4] =
        [("oneself", Self::Oneself), ("agent", Self::Agent), ("guardian", Self::Guardian), ("young", Self::Young)];

    /// The one with that name.
    pub fn named(name: &str) -> Self {
        Self::ALL.iter().find(|(known, _)| *known == name).map_or(Self::Oneself, |(_, asker)| *asker)
    }
}

/// Which fields a request needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RequiredFields {
    /// Name and email address, so that the data can be found.
    #[default]
    Person,
    /// The same, with a confirmation before it is sent, because a deletion is final.
    Deletion,
    /// The same, and what is wrong.
    Correction,
    /// The same, and optional reasons (GDPR Article 21(1)).
    Reasons,
    /// The same, and what happened.
    Complaint,
    /// The same, and what it is about.
    Message,
    /// Nothing: opting out and limiting need no identity (11 CCR 7026(d), 7027(e), 7060(b)).
    Nothing,
}

impl RequiredFields {
    /// The one with that name in JSON.
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

    /// Whether the request makes no sense without a text.
    pub fn text(self) -> bool {
        matches!(self, Self::Correction | Self::Complaint | Self::Message)
    }

    /// Whether the request needs a name and an email address.
    pub fn identity(self) -> bool {
        self != Self::Nothing
    }
}

/// A field that can be missing or invalid, by the name of its input.
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

/// The values of the form, by the names of its inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormValues {
    /// Who makes the request.
    pub who: Asker,
    /// The name of the one who asks.
    pub name: String,
    /// The name of the person that an agent or a guardian asks for.
    pub person: String,
    /// Not empty where the box is ticked.
    pub permission: String,
    /// The e-mail address of an agent or a guardian.
    pub reply: String,
    /// The e-mail address that the site knows the person by.
    pub email: String,
    /// The free text.
    pub text: String,
}

impl FormValues {
    /// Reads the form. A field that is not shown is absent and keeps the value that it `was`.
    pub fn read(json: &impl Json, was: &Self) -> Self {
        let text = |name, was: &str| json.field(name).and_then(|value| value.text()).unwrap_or_else(|| was.to_owned());
        Self {
            who: json.field("who").and_then(|who| who.text()).map_or(was.who, |who| Asker::named(&who)),
            name: text("name", &was.name),
            person: text("person", &was.person),
            // A box that is not ticked is absent as well.
            permission: text("permission", ""),
            reply: text("reply", &was.reply),
            email: text("email", &was.email),
            text: text("text", &was.text),
        }
    }

    /// Whether the data is someone else's.
    pub fn is_for_another(&self) -> bool {
        matches!(self.who, Asker::Agent | Asker::Guardian)
    }

    /// The values of the fields that the form shows; a hidden field's value is not sent.
    pub fn shown(&self, required: RequiredFields) -> Self {
        let (other, agent) = (self.is_for_another(), self.who == Asker::Agent);
        let when = |is_shown: bool, text: &str| if is_shown { text.trim().to_owned() } else { String::new() };
        Self {
            who: self.who,
            name: when(required.identity() || other, &self.name),
            person: when(other, &self.person),
            permission: when(agent, &self.permission),
            reply: when(other, &self.reply),
            email: when(true, &self.email),
            text: when(true, &self.text),
        }
    }

    /// The fields that are missing or invalid, in the order of the form.
    pub fn invalid_fields(&self, required: RequiredFields) -> Vec<Field> {
        let is_missing = |text: &str| text.trim().is_empty();
        let identity = required.identity();
        let checks = [
            (Field::Person, self.is_for_another() && is_missing(&self.person)),
            (Field::Permission, self.who == Asker::Agent && self.permission.is_empty()),
            (Field::Name, (identity || self.is_for_another()) && is_missing(&self.name)),
            (Field::Reply, self.is_for_another() && !is_address(self.reply.trim())),
            (Field::Email, (identity || !is_missing(&self.email)) && !is_address(self.email.trim())),
            (Field::Text, required.text() && is_missing(&self.text)),
        ];
        checks.into_iter().filter(|(_, is_wrong)| *is_wrong).map(|(field, _)| field).collect()
    }
}

/// Whether it may be an email address, with letters of any language (RFC 6532). Only a mail server can be sure.
fn is_address(text: &str) -> bool {
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control());
    let parts = text.rsplit_once('@');
    is_plain
        && parts.is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !host.starts_with('.') && !host.ends_with('.')
        })
}
