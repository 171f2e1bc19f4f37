//! The choices as the build prepares them: a row for each purpose that stores something, in the site's order, with what it is
//! for, who takes part, what is stored and how long (GDPR Recital 42; CJEU C-673/17: durations, and who has access).

use serde::Serialize;

use super::model::{Choices, Row};
use super::purpose::{about, facts_and_lists, how_long, recipients};
use crate::policy::signal;
use crate::site::{Exemption, Item, Mode, Purpose, Service, Setter};
use crate::views::builder::{Declared, Source, text};
use crate::views::details::services::called;
use crate::words::Word;

/// What the view is drawn of; nothing where the site does not ask.
pub(crate) fn file(Source { declared, .. }: &Source) -> Option<impl Serialize> {
    (declared.site.mode() == Mode::Consent).then(|| choices(declared))
}

/// The choices of a site.
pub fn choices(declared: &Declared) -> Choices {
    let say = |word| declared.say(word).to_owned();
    let shown = declared.site.stated_purposes().filter(|purpose| purpose.exemption != Some(Exemption::NoStorage));
    Choices {
        title: say(Word::ChoicesTitle),
        intro: say(Word::ChoicesIntro),
        gpc: signal(&declared.site, &declared.words),
        rows: shown.map(|purpose| row(declared, purpose)).collect(),
        always: say(Word::ChoicesAlways),
        uk: declared.words.fill(Word::ChoicesUk, &[("save", declared.say(Word::ChoicesSave))]),
        signal: say(Word::ChoicesSignal),
        opted_out: say(Word::ChoicesOptedOut),
        save: say(Word::ChoicesSave),
        accept: say(Word::ChoicesAccept),
        refuse: say(Word::ChoicesRefuse),
        receipt: say(Word::ChoicesReceipt),
        record: None,
    }
}

/// A purpose. Its services are rows within it where there are several; one alone shares the purpose's answer.
fn row(declared: &Declared, purpose: &Purpose) -> Row {
    let takes_part = |service: &&Service| service.purposes.contains(&purpose.id);
    let services: Vec<&Service> = declared.site.services.iter().filter(takes_part).collect();
    let items: Vec<&Item> = declared.site.items.iter().filter(|item| item.purpose == purpose.id).collect();
    let is_asked = !purpose.is_exempt();
    let (separate, together) =
        if is_asked && services.len() > 1 { (services, Vec::new()) } else { (Vec::new(), services) };
    let is_theirs = |item: &Item| separate.iter().any(|service| is_set_by(item, service));
    let others: Vec<&Item> = items.iter().copied().filter(|item| !is_theirs(item)).collect();
    let known = [(Word::DetailsServices, recipients(declared, &together)), how_long(declared, &others)];
    let title = declared.purpose(&purpose.id);
    let of_title = |word| declared.words.fill(word, &[("purpose", &title)]);
    Row {
        id: purpose.id.to_string(),
        each: (!separate.is_empty()).then(|| of_title(Word::ChoicesEach)),
        sure: (is_asked && purpose.sale_or_share == Some(true)).then(|| of_title(Word::ChoicesSure)),
        is_always: purpose.is_exempt(),
        about: about(declared, purpose),
        elements: facts_and_lists(declared, &title, known, &together, &others),
        services: separate.iter().map(|service| part(declared, service, &items)).collect(),
        title,
    }
}

/// A service that is chosen by itself.
fn part(declared: &Declared, service: &Service, items: &[&Item]) -> Row {
    let items: Vec<&Item> = items.iter().copied().filter(|item| is_set_by(item, service)).collect();
    let title = called(declared, service);
    let role = service.role.as_ref().filter(|_| service.name.is_some());
    Row {
        id: service.id.to_string(),
        about: role.map(|role| vec![text("p", role)]).unwrap_or_default(),
        elements: facts_and_lists(declared, &title, [how_long(declared, &items)], &[service], &items),
        title,
        ..Row::default()
    }
}

fn is_set_by(item: &Item, service: &Service) -> bool {
    matches!(&item.set_by, Some(Setter::Service(id)) if *id == service.id)
}
