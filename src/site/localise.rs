//! The site file in one of its languages. The compiler asks for every text: none can be forgotten.

use super::{
    Change, Changes, Children, Collected, Contact, Controller, Item, Labels, Language, Notice, PageLink, Policy,
    Purpose, Retention, Right, Route, Service, Site, SiteFile, Transfers, Translated,
};

impl SiteFile {
    /// The declaration as visitors of that language read it; the language should be a declared one.
    pub fn in_language(&self, language: &Language) -> Site {
        let say = &|text: &Translated| text.in_language(language);
        let file = self.clone();
        Site {
            schema: None,
            name: say(&file.name),
            url: file.url,
            id: file.id,
            languages: file.languages,
            words: file.words,
            controller: controller(&self.controller, say),
            last_updated: file.last_updated,
            notice: notice(&self.notice, say),
            purposes: self.purposes.iter().map(|purpose| self::purpose(purpose, say)).collect(),
            services: self.services.iter().map(|service| self::service(service, say)).collect(),
            items: self.items.iter().map(|item| self::item(item, say)).collect(),
            collected: self.collected.iter().map(|group| collected(group, say)).collect(),
            rights: self.rights.iter().map(|right| self::right(right, say)).collect(),
            retention: self.retention.iter().map(|kind| retention(kind, say)).collect(),
            children: self.children.as_ref().map(|stated| children(stated, say)),
            transfers: self.transfers.as_ref().map(|stated| transfers(stated, say)),
            sells: file.sells,
            shares: file.shares,
            honours_gpc: file.honours_gpc,
            regimes: file.regimes,
            claims: file.claims,
            legal_bases: all(&self.legal_bases, say),
            platform_terms: all(&self.platform_terms, say),
            complaint: maybe(&self.complaint, say),
            security: all(&self.security, say),
            changes: self.changes.as_ref().map(|stated| changes(stated, say)),
            policy: self.policy.as_ref().map(|policy| self::policy(policy, say)),
            requests: file.requests,
            links: self.links.iter().map(|link| self::link(link, say)).collect(),
            records: file.records,
            consent_mode: file.consent_mode,
            microsoft_consent_mode: file.microsoft_consent_mode,
            tokens: file.tokens,
            jurisdiction: file.jurisdiction,
            shared_across: file.shared_across,
        }
    }
}

type Say<'a> = &'a dyn Fn(&Translated) -> String;

fn maybe(text: &Option<Translated>, say: Say) -> Option<String> {
    text.as_ref().map(say)
}

fn all(texts: &[Translated], say: Say) -> Vec<String> {
    texts.iter().map(say).collect()
}

fn controller(from: &Controller<Translated>, say: Say) -> Controller {
    Controller {
        legal_name: maybe(&from.legal_name, say),
        place: maybe(&from.place, say),
        address: all(&from.address, say),
        country: from.country.clone(),
        contacts: from.contacts.iter().map(|contact| self::contact(contact, say)).collect(),
    }
}

fn contact(from: &Contact<Translated>, say: Say) -> Contact {
    Contact {
        role: from.role,
        email: from.email.clone(),
        phone: from.phone.clone(),
        post: all(&from.post, say),
        url: from.url.clone(),
    }
}

fn link(from: &PageLink<Translated>, say: Say) -> PageLink {
    PageLink { title: say(&from.title), url: from.url.clone() }
}

fn notice(from: &Notice<Translated>, say: Say) -> Notice {
    Notice {
        version: from.version.clone(),
        auto_show: from.auto_show,
        position: from.position,
        title: maybe(&from.title, say),
        text: maybe(&from.text, say),
        labels: from.labels.as_ref().map(|labels| Labels {
            accept: maybe(&labels.accept, say),
            reject: maybe(&labels.reject, say),
            choose: maybe(&labels.choose, say),
            ok: maybe(&labels.ok, say),
        }),
        expires_after: from.expires_after,
        reopen: from.reopen,
    }
}

fn purpose(from: &Purpose<Translated>, say: Say) -> Purpose {
    Purpose {
        id: from.id.clone(),
        title: maybe(&from.title, say),
        description: maybe(&from.description, say),
        nature: from.nature,
        exemption: from.exemption,
        legal_basis: from.legal_basis,
        sale_or_share: from.sale_or_share,
    }
}

fn service(from: &Service<Translated>, say: Say) -> Service {
    Service {
        id: from.id.clone(),
        name: maybe(&from.name, say),
        role: maybe(&from.role, say),
        kind: from.kind,
        purposes: from.purposes.clone(),
        policy_url: from.policy_url.clone(),
        data: maybe(&from.data, say),
        country: from.country.clone(),
        address: all(&from.address, say),
    }
}

fn item(from: &Item<Translated>, say: Say) -> Item {
    Item {
        kind: from.kind,
        name: from.name.clone(),
        matches: from.matches,
        path: from.path.clone(),
        domain: from.domain.clone(),
        purpose: from.purpose.clone(),
        set_by: from.set_by.clone(),
        when: maybe(&from.when, say),
        duration: from.duration,
        description: maybe(&from.description, say),
        without_it: maybe(&from.without_it, say),
    }
}

fn collected(from: &Collected<Translated>, say: Say) -> Collected {
    Collected {
        group: maybe(&from.group, say),
        data: all(&from.data, say),
        source: from.source,
        purposes: from.purposes.clone(),
    }
}

fn right(from: &Right<Translated>, say: Say) -> Right {
    Right {
        kind: from.kind,
        title: maybe(&from.title, say),
        regimes: from.regimes.clone(),
        routes: from.routes.iter().map(|route| self::route(route, say)).collect(),
        respond_within: from.respond_within,
        note: maybe(&from.note, say),
    }
}

fn route(from: &Route<Translated>, say: Say) -> Route {
    match from {
        Route::Email { email, subject } => Route::Email { email: email.clone(), subject: maybe(subject, say) },
        Route::Url { url, label } => Route::Url { url: url.clone(), label: maybe(label, say) },
        Route::Phone(phone) => Route::Phone(phone.clone()),
        Route::Post(lines) => Route::Post(all(lines, say)),
        Route::Account(text) => Route::Account(say(text)),
        Route::InApp(text) => Route::InApp(say(text)),
        Route::SignOut(text) => Route::SignOut(say(text)),
        Route::Browser(text) => Route::Browser(say(text)),
    }
}

fn retention(from: &Retention<Translated>, say: Say) -> Retention {
    Retention {
        what: say(&from.what),
        period: from.period,
        ends: from.ends,
        from: maybe(&from.from, say),
        because: maybe(&from.because, say),
        rule: maybe(&from.rule, say),
        exception: maybe(&from.exception, say),
    }
}

fn children(from: &Children<Translated>, say: Say) -> Children {
    Children { minimum_age: from.minimum_age, note: maybe(&from.note, say) }
}

fn transfers(from: &Transfers<Translated>, say: Say) -> Transfers {
    Transfers { to: all(&from.to, say), safeguard: maybe(&from.safeguard, say) }
}

fn changes(from: &Changes<Translated>, say: Say) -> Changes {
    Changes {
        channels: from.channels.clone(),
        channels_mean: from.channels_mean,
        acceptance: from.acceptance,
        lead_time: from.lead_time,
        log: from.log.iter().map(|change| self::change(change, say)).collect(),
    }
}

fn change(from: &Change<Translated>, say: Say) -> Change {
    Change { on: from.on, effective: from.effective, what: say(&from.what) }
}

fn policy(from: &Policy<Translated>, say: Say) -> Policy {
    match from {
        Policy::Source { source, sections } => Policy::Source { source: say(source), sections: sections.clone() },
        Policy::Url { url, sections } => Policy::Url { url: url.clone(), sections: sections.clone() },
        Policy::Composed { summary } => Policy::Composed { summary: say(summary) },
    }
}
