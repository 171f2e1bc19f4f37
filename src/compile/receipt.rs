//! The receipt's skeleton: what a site declares of the fields of ISO/IEC TS 27560:2023, in the terms of W3C DPV. The loader's lazy
//! module puts the record into it.
//!
//! A mandatory field that the site does not declare is [`NOT_STATED`]. docs/receipts.md has the sources.

use serde_json::{Value, json};

use super::dpv::{NOT_STATED, or_not_stated, reference};
use super::{parties, processes};
use crate::rights::{dpv_concept, title};
use crate::site::{Kept, Mode, Regime, Retention, Right};
use crate::views::builder::Declared;
use crate::views::receipt::prepare::view;
use crate::words::Word;

/// What the lazy module fetches for the receipt: the view's elements and texts, and the skeleton.
pub fn receipt(declared: &Declared) -> Value {
    view(declared, &skeleton(declared))
}

/// The receipt without the visitor's decisions.
pub(super) fn skeleton(declared: &Declared) -> Value {
    json!({
        "@context": {
            "dpv": "https://w3id.org/dpv#",
            "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
            "dct": "http://purl.org/dc/terms/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        },
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": ["https://w3id.org/dpv/schema/dpv-27560#receipt", "courtesy-receipt/1"],
        "dpv:hasIdentifier": NOT_STATED,
        "dct:created": NOT_STATED,
        "dpv:hasRecordOfActivity": [record(declared)],
    })
}

/// The record without the visitor's decisions.
fn record(declared: &Declared) -> Value {
    let Declared { site, language, .. } = declared;
    json!({
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": "https://w3id.org/dpv/schema/dpv-27560#record",
        "dct:identifier": NOT_STATED,
        "dpv:hasDataSubject": { "@type": "dpv:DataSubject", "dct:identifier": NOT_STATED },
        "dct:language": language,
        "dct:valid": NOT_STATED,
        "dpv:hasJurisdiction": or_not_stated(json!(site.jurisdiction)),
        "dpv:hasApplicableLaw": or_not_stated(site.regimes.iter().map(|law| self::law(*law)).collect()),
        "dpv:hasContext": [{ "dct:title": "Global Privacy Control", "rdf:value": NOT_STATED }],
        "dpv:hasDataController": reference(parties::CONTROLLER),
        "dpv:hasEntity": parties::entities(site),
        "dpv:hasNotice": notice(declared),
        "dpv:hasProcess": or_not_stated(processes::processes(declared)),
        "dpv:hasLocation": or_not_stated(json!(site.transfers.as_ref().map(|transfers| &transfers.to))),
        "dpv:hasStorageCondition": or_not_stated(site.retention.iter().map(kept).collect()),
        "dpv:hasConsentControl": control(declared),
        "dpv:hasRight": or_not_stated(site.rights.iter().map(|right| self::right(declared, right)).collect()),
        "dpv:hasAuthority": or_not_stated(json!(site.complaint)),
        "dpv:hasConsentStatus": NOT_STATED,
    })
}

/// The current notice; the loader knows which version the visitor saw, and the full address.
fn notice(declared: &Declared) -> Value {
    let Declared { site, language, pages, .. } = declared;
    let kind = match site.mode() {
        Mode::Consent => "dpv:ConsentNotice",
        Mode::Notice => "dpv:PrivacyNotice",
    };
    json!({
        "@type": kind,
        "dct:identifier": site.notice.version,
        "dct:source": pages.policy,
        "dct:modified": or_not_stated(json!(site.last_updated)),
        "dct:language": language,
    })
}

/// How consent is withdrawn: in this widget, as easily as it was given (GDPR Article 7(3)).
fn control(declared: &Declared) -> Value {
    match declared.site.mode() {
        Mode::Notice => json!(NOT_STATED),
        Mode::Consent => json!({
            "@type": ["dpv:ProvideConsent", "dpv:WithdrawConsent"],
            "dct:title": declared.words.say(Word::ChoicesAgain),
            "dpv:isExercisedAt": NOT_STATED,
        }),
    }
}

fn law(law: Regime) -> Value {
    if law == Regime::Gdpr { reference("eu-gdpr:GDPR") } else { json!(law) }
}

fn right(declared: &Declared, right: &Right) -> Value {
    let concept =
        dpv_concept(right.kind).map(|concept| concept.replace("https://w3id.org/dpv/legal/eu/gdpr#", "eu-gdpr:"));
    let types: Vec<_> = [Some("dpv:DataSubjectRight".to_owned()), concept].into_iter().flatten().collect();
    json!({
        "@type": types,
        "dct:title": title(right, &declared.words),
        "dpv:isExercisedAt": declared.pages.rights,
    })
}

/// How long one kind of data is stored; a site does not tie it to a purpose.
fn kept(retention: &Retention) -> Value {
    let Retention { what, period, from, because, rule, exception, .. } = retention;
    let duration = match period {
        Some(Kept::For(period)) => json!(period),
        Some(Kept::Indefinitely) => json!({ "@type": "dpv:EndlessDuration" }),
        None => json!(NOT_STATED),
    };
    let described: Vec<_> = [from, rule, because, exception].into_iter().flatten().collect();
    let mut kept = json!({ "@type": "dpv:StorageDuration", "dct:title": what, "dpv:hasDuration": duration });
    if !described.is_empty() {
        kept["dct:description"] = json!(described);
    }
    kept
}
