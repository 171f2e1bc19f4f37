//! What the owner declares, and what is wrong with it: the site file as types that cannot hold nonsense.
//!
//! One declaration feeds the notice, the details, the policy page and the rights form, so that they cannot disagree.
//! Everything the owner left out is `None` or empty and is left out of the pages; nothing is ever invented.
//!
//! [`Site`] is the file in *one* language (`Site<String>`), of which details and pages are made. The owner's own file,
//! where a text may be given once per language, is [`SiteFile`]; [`read`](read::read) makes it from JSON and reports every
//! problem at once, and [`SiteFile::in_language`] turns it into a `Site`.
//!
//! Units: periods are ISO 8601 durations (`P90D`), dates ISO 8601 (`2026-03` or `2026-03-21`), languages BCP 47 tags.

mod address;
mod checked_text;
mod claim_contradictions;
mod collected;
#[cfg(feature = "read")]
mod consistency;
mod contact;
mod control_characters;
mod controller;
mod country;
mod date;
mod declaration;
#[cfg(feature = "read")]
mod derived_id;
mod email;
mod id;
mod item;
#[cfg(feature = "read")]
mod languages;
#[cfg(feature = "read")]
mod localise;
#[cfg(feature = "read")]
mod name_overlap;
mod notice;
#[cfg(feature = "read")]
mod notice_rules;
#[cfg(feature = "read")]
mod one_of;
mod page_link;
mod pattern;
mod period;
mod phone;
#[cfg(feature = "read")]
mod problem;
#[cfg(feature = "read")]
mod problem_phrases;
mod publishing;
mod purpose;
#[cfg(feature = "read")]
mod raw;
#[cfg(feature = "read")]
pub mod read;
#[cfg(feature = "read")]
mod regions;
mod retention;
mod right;
#[cfg(feature = "read")]
pub mod schema;
#[cfg(feature = "read")]
mod schema_validation;
mod service;
mod shared_domain;
#[cfg(feature = "read")]
pub(crate) mod source_map;
mod statements;
#[cfg(feature = "read")]
mod string_formats;
#[cfg(feature = "read")]
mod text;
mod tokens;
#[cfg(feature = "read")]
mod unique_fields;

pub use crate::json::Json;
#[cfg(feature = "views")]
pub(crate) use address::authority;
pub use address::{Endpoint, Link, Url};
pub use checked_text::Malformed;
pub use claim_contradictions::Contradiction;
pub use collected::{Collected, Source};
pub use contact::{Contact, ContactRole};
#[cfg(feature = "read")]
pub(crate) use control_characters::{level, steers};
pub use controller::Controller;
pub use country::Country;
pub(crate) use date::digits;
pub use date::{Day, StatedDate};
pub use declaration::Site;
#[cfg(feature = "read")]
pub use derived_id::derived_id;
pub use email::Email;
pub use id::{Id, Language, SiteId};
pub use item::{Duration, Item, ItemKind, OWN_KEYS, Setter};
pub use notice::{Labels, Notice, Position, Reopen};
pub use page_link::PageLink;
#[cfg(feature = "read")]
pub(crate) use pattern::fault;
#[cfg(feature = "compile")]
pub(crate) use pattern::overlap;
pub use pattern::{Match, parts};
pub use period::Period;
pub use phone::Phone;
pub use publishing::{Anchor, ConsentSignal, Jurisdiction, MicrosoftSignal, Policy, Records, Requests, Sections};
pub use purpose::{Exemption, ICON_FILE, LegalBasis, Mode, Nature, Purpose};
#[cfg(feature = "read")]
pub(crate) use regions::region_name;
pub use retention::{Ends, Kept, Retention};
pub use right::{Regime, Right, RightKind, Route};
pub use service::{Service, ServiceKind};
#[cfg(feature = "read")]
pub use shared_domain::longest_shared;
pub use shared_domain::{SharedDomain, shared_cookie};
pub use statements::{Acceptance, Change, Changes, Channel, ChannelsMean, Children, Claim, Transfers};
#[cfg(feature = "read")]
pub use text::{SiteFile, Translated};
pub use tokens::{Colour, DarkTokens, FontFamilies, Length, Tokens};
