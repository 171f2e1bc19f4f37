//! The rights that a law adds: by the declared legal bases (tests/fixtures/legal-bases.json) and laws, the same in the policy and in the form.

use courtesy::policy::composed;
use courtesy::rights::{LetterTemplates, Place, added_rights, right_word, statutory_rights};
use courtesy::site::{Regime, RightKind, SiteFile};
use serde_json::{Value, from_value, json};

use crate::compiling::parts;
use crate::fixtures::{SITES, in_english, json as file, seed, site};
use crate::page::policy_page;

const CONDITIONAL: [RightKind; 3] = [RightKind::Portability, RightKind::Objection, RightKind::Withdrawal];
const ALWAYS: [RightKind; 6] = [
    RightKind::Access,
    RightKind::Correction,
    RightKind::Deletion,
    RightKind::Restriction,
    RightKind::StopMessages,
    RightKind::AutomatedDecisions,
];

/// A site whose purposes have these bases; `asks` for consent to store for the first.
fn with_bases(row: &Value, regimes: &Value) -> SiteFile {
    let purpose = |(index, basis): (usize, &Value)| {
        let asks = row["asks"] == true && index == 0;
        let exemption = if asks { Value::Null } else { json!("strictly-necessary") };
        json!({ "id": format!("p{index}"), "title": "P", "legalBasis": basis, "exemption": exemption })
    };
    let bases = row["bases"].as_array().expect("bases");
    let purposes: Vec<_> = bases.iter().enumerate().map(purpose).collect();
    let items = json!([{ "purpose": if bases.is_empty() { "essential" } else { "p0" } }]);
    let general = if row["general"] == true { json!(["Legitimate interests: security."]) } else { json!([]) };
    site(json!({ "purposes": purposes, "items": items, "legalBases": general, "regimes": regimes }))
}

#[test]
fn legal_bases_exclude_rights_as_the_table_says() {
    for row in file("tests/fixtures/legal-bases.json")["rows"].as_array().expect("rows") {
        let (site, _) = in_english(&with_bases(row, &json!(["gdpr"])));
        for law in [Regime::Gdpr, Regime::UkGdpr] {
            let given = statutory_rights(&site, law);
            assert!(ALWAYS.iter().all(|kind| given.contains(kind)), "{} {given:?}", row["why"]);
            let wanted: Vec<RightKind> = from_value(row["gives"].clone()).expect("rights");
            let found: Vec<_> = CONDITIONAL.into_iter().filter(|kind| given.contains(kind)).collect();
            assert_eq!(found, wanted, "{}", row["why"]);
        }
    }
}

#[test]
fn the_policy_lists_what_the_form_offers_by_law() {
    let rows = file("tests/fixtures/legal-bases.json")["rows"].clone();
    let declared = rows.as_array().expect("rows").iter().map(|row| with_bases(row, &json!(["gdpr", "ccpa"])));
    for file in declared.chain(SITES.map(seed)) {
        let (site, words) = in_english(&file);
        let policy = format!("{:?}", composed(&site, &words));
        for place in [Place::Eu, Place::Uk, Place::UsCa] {
            let law = place.law().filter(|law| site.regimes.contains(law));
            for (kind, letter) in LetterTemplates::of(&site, &words, place).statutory {
                let is_listed = policy.contains(&format!("{:?}", words.say(right_word(kind))));
                // Complaints have a section of their own.
                assert!(law.is_none() || is_listed || kind == RightKind::Complaint, "{} {}", site.name, letter.right);
            }
        }
    }
}

#[test]
fn the_ccpa_gives_nothing_where_the_owner_does_not_name_it() {
    for regimes in [json!([]), json!(["gdpr"])] {
        let (site, words) =
            in_english(&site(json!({ "regimes": regimes, "sells": true, "rights": [{ "kind": "deletion" }] })));
        assert_eq!(added_rights(&site, Regime::Ccpa), []);
        let offers = LetterTemplates::of(&site, &words, Place::UsCa);
        assert_eq!(offers.statutory, []);
        assert!(offers.general.is_some(), "they can still write about anything");
        for (_, letter) in offers.stated {
            let letter = letter.expect("a letter");
            assert_eq!((letter.law, letter.clocks), (None, vec![]));
        }
        let page = policy_page(&self::site(json!({ "regimes": regimes })), &parts(), 0, |_| unreachable!());
        assert!(!page.html.contains("CCPA") && !page.html.contains("11 CCR"), "{}", page.under("rights"));
    }
}

#[test]
fn a_stated_right_stays_where_the_bases_exclude_it() {
    let patch = json!({
        "regimes": ["gdpr"],
        "purposes": [{ "id": "law", "title": "Law", "exemption": "strictly-necessary", "legalBasis": "legal-obligation" }],
        "items": [{ "purpose": "law" }], "rights": [{ "kind": "portability" }, { "kind": "objection", "note": "Say why" }],
    });
    let page = policy_page(&site(patch), &parts(), 0, |_| unreachable!());
    assert!(
        page.under("rights")
            .contains("Take your data with you. Write to a@b.example. You can get the data that you gave us")
    );
    assert!(page.under("objection").contains("Object to the use of your data. Write to a@b.example. Say why."));
    assert!(!page.under("rights").contains("Withdraw consent"));
}

#[test]
fn objection_has_a_section_of_its_own_with_direct_marketing() {
    let page = |regimes: Value, basis: &str| {
        let purposes =
            json!([{ "id": "shop", "title": "Shop", "exemption": "strictly-necessary", "legalBasis": basis }]);
        policy_page(
            &site(json!({ "regimes": regimes, "purposes": purposes, "items": [{ "purpose": "shop" }] })),
            &parts(),
            0,
            |_| unreachable!(),
        )
    };
    let interests = page(json!(["gdpr"]), "legitimate-interests");
    assert!(interests.under("objection").contains("Object to the use of your data (Article 21). You can object when"));
    assert!(
        interests
            .under("objection")
            .contains("Stop marketing messages (Article 21(2)). You can object to direct marketing")
    );
    let contract = page(json!(["gdpr"]), "contract");
    assert!(!contract.under("objection").contains("legitimate interests"));
    assert!(contract.under("objection").contains("direct marketing"));
    assert!(!page(json!(["ccpa"]), "legitimate-interests").anchors().contains(&"objection"));
}

#[test]
fn the_two_gdprs_share_their_rights_and_their_clock() {
    let page = |regimes: Value, rights: Value| {
        policy_page(&site(json!({ "regimes": regimes, "rights": rights })), &parts(), 0, |_| unreachable!())
    };
    let both = page(json!(["gdpr", "uk-gdpr"]), json!([]));
    let text = both.under("rights");
    assert_eq!(text.matches("See your data (Article 15).").count(), 1, "{text}");
    assert!(text.contains("(Article 22; in the United Kingdom, Articles 22A–22D)"), "{text}");
    let clock = "We answer within one month. For a complex request we may take two more, and tell you so within the first month \
        (GDPR Article 12(3), UK GDPR Article 12A).";
    assert_eq!(text.matches("one month").count(), 1, "{text}");
    assert!(text.contains(clock), "{text}");
    let promised = page(json!(["gdpr"]), json!([{ "kind": "access", "respondWithin": "P10D" }]));
    assert!(promised.under("rights").contains("We answer within 10 days."), "{}", promised.under("rights"));
    assert!(
        promised.under("rights").contains("The law sets one month for an answer."),
        "one promise, and the law's time"
    );
    assert!(!page(json!([]), json!([])).under("rights").contains("month"));
}

#[test]
fn the_law_s_time_is_said_only_where_a_right_has_no_promise() {
    let rights = |regimes: Value, promised: &[&str]| {
        let right = |kind| json!({ "kind": kind, "respondWithin": "P10D" });
        // What no law gives, and what visitors do themselves, needs no answer.
        let unanswered = [
            json!({ "kind": "other", "title": "Ask Ann" }),
            json!({ "kind": "platform-deletion", "routes": [{ "inApp": "disconnect it" }] }),
        ];
        let stated: Vec<_> = promised.iter().map(right).chain(unanswered).collect();
        let site = site(json!({ "regimes": regimes, "rights": stated }));
        policy_page(&site, &parts(), 0, |_| unreachable!()).under("rights").to_owned()
    };
    let ccpa = ["access", "deletion", "correction", "portability", "opt-out-of-sale", "limit-sensitive"];
    assert!(!rights(json!(["ccpa"]), &ccpa).contains("business days"));
    assert!(
        rights(json!(["ccpa"]), &ccpa[1..]).contains("Under the CCPA, we confirm a request within 10 business days")
    );
    let gdpr = ["access", "deletion", "correction", "portability", "restriction", "objection", "withdrawal"];
    let gdpr = [&gdpr[..], &["stop-messages", "automated-decisions"]].concat();
    assert!(!rights(json!(["gdpr"]), &gdpr).contains("one month"));
    assert!(rights(json!(["gdpr"]), &gdpr[..8]).contains("The law sets one month for an answer."));
}

#[test]
fn complaints_say_the_owners_words_then_the_named_laws() {
    let page = |patch: Value| policy_page(&site(patch), &parts(), 0, |_| unreachable!());
    assert!(!page(json!({})).anchors().contains(&"complaint"));
    assert!(!page(json!({ "regimes": ["ccpa"] })).anchors().contains(&"complaint"));
    let all = page(json!({ "regimes": ["gdpr", "uk-gdpr"], "complaint": "Tell Ann first." }));
    let order = [
        "Tell Ann first.",
        "We acknowledge your complaint within 30 days",
        "the Information Commission",
        "where you live",
    ];
    let places: Vec<_> = order.iter().map(|part| all.under("complaint").find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} {}", all.under("complaint"));
    assert!(!page(json!({ "regimes": ["gdpr"] })).under("complaint").contains("United Kingdom"));
}
