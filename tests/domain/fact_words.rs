//! The words that say a declared value in a policy.

use courtesy::words::Word;
use serde_json::Value;

pub fn law_word(law: &Value) -> Word {
    match law.as_str() {
        Some("gdpr") => Word::RegimeGdpr,
        Some("uk-gdpr") => Word::RegimeUkGdpr,
        Some("ccpa") => Word::RegimeCcpa,
        Some("coppa") => Word::RegimeCoppa,
        other => panic!("{other:?}"),
    }
}

pub fn claim_word(claim: &Value) -> (&'static str, Word) {
    match claim.as_str() {
        Some("not-shared") => ("sharing", Word::PolicyClaimNotShared),
        Some("no-analytics") => ("storage", Word::PolicyClaimNoAnalytics),
        Some("no-tracking") => ("storage", Word::PolicyClaimNoTracking),
        Some("only-necessary") => ("storage", Word::PolicyClaimOnlyNecessary),
        Some("no-ads") => ("storage", Word::PolicyClaimNoAds),
        other => panic!("{other:?}"),
    }
}

pub fn right_word(kind: &Value) -> Word {
    match kind.as_str() {
        Some("access") => Word::RightAccess,
        Some("correction") => Word::RightCorrection,
        Some("deletion") => Word::RightDeletion,
        Some("portability") => Word::RightPortability,
        Some("objection") => Word::RightObjection,
        Some("restriction") => Word::RightRestriction,
        Some("withdrawal") => Word::RightWithdrawal,
        Some("automated-decisions") => Word::RightAutomatedDecisions,
        Some("stop-messages") => Word::RightStopMessages,
        Some("storage") => Word::RightStorage,
        other => panic!("{other:?}"),
    }
}

pub fn value_word(list: &str, field: &str, value: &Value) -> Word {
    match (list, field, value.as_str().expect("a text")) {
        ("items", "kind", "cookie") => Word::KindCookie,
        ("items", "kind", "local-storage") => Word::KindLocalStorage,
        ("services", "kind", "processor") => Word::ServiceKindProcessor,
        ("services", "kind", "platform") => Word::DetailsPlatforms,
        ("services", "kind", "library") => Word::ServiceKindLibrary,
        ("services", "kind", "source") => Word::ServiceKindSource,
        ("controller", "role", "privacy") => Word::RolePrivacy,
        ("controller", "role", "dpo") => Word::RoleDpo,
        ("controller", "role", "support") => Word::RoleSupport,
        ("collected", "source", "given") => Word::PolicyGiven,
        ("collected", "source", "automatic") => Word::PolicyAutomatic,
        ("collected", "source", "third-party") => Word::PolicyThirdParty,
        ("purposes", "nature", "function") => Word::PolicyForFunction,
        ("purposes", "nature", "security") => Word::PolicyForSecurity,
        ("purposes", "nature", "preference") => Word::PolicyForPreference,
        ("purposes", "nature", "analytics") => Word::PolicyForAnalytics,
        ("purposes", "nature", "communication") => Word::PolicyForCommunication,
        ("purposes", "exemption", "strictly-necessary") => Word::WhyStrictlyNecessary,
        ("purposes", "exemption", "no-storage") => Word::PolicyStoredNothing,
        ("purposes", "legalBasis", "contract") => Word::PolicyByContract,
        ("purposes", "legalBasis", "consent") => Word::PolicyByConsent,
        ("purposes", "legalBasis", "legitimate-interests") => Word::PolicyByLegitimateInterests,
        ("purposes", "legalBasis", "legal-obligation") => Word::PolicyByLegalObligation,
        ("retention", "ends", "on-request") => Word::PolicyEndsOnRequest,
        ("changes", "channels", "email") => Word::PolicyChannelEmail,
        ("changes", "channels", "in-app") => Word::PolicyChannelInApp,
        ("changes", "channels", "page") => Word::PolicyChannelPage,
        ("changes", "channelsMean", "any" | "any-or-all") => Word::PolicyChannelEmail,
        ("changes", "acceptance", "continued-use") => Word::PolicyAcceptance,
        other => panic!("{other:?}: which word says this?"),
    }
}
