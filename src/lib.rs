//! Courtesy makes a website's privacy notice, policy and rights form from one declaration, `site.json`.
//!
//! # Where to look
//!
//! | module | contains | look here for |
//! |---|---|---|
//! | [`site`] | the site file: types, reading, rules, schema | a field, an item kind (`item.rs`), a right (`right.rs`), an error in a site file |
//! | [`words`] | texts for visitors, by name and language | how a text gets its numbers and names; the texts are in `www/words/<language>.json` |
//! | [`consent`] | a visitor's record: reading, what still counts, the next record | states, expiry, Global Privacy Control (`signals.rs`), the record after an act (`act.rs`, `next_record.rs`) |
//! | [`rights`] | rights requests | which rights are offered, letters, deadlines |
//! | [`policy`] | the privacy policy as a document | the order of its parts (`compose.rs`), reading an owner's text |
//! | `check` | `courtesy check` | a rule: one file per subject, all listed in `check/rules.rs` |
//! | `views` | Yew components, one folder per view, listed in `views/registry.rs` | a view of the dialog; the notice's markup (`views/notice`); the pages |
//! | `browser` | browser APIs, each returning an error instead of panicking | storing the record (`storage.rs`) |
//! | `app` | the WebAssembly app: opens a view, returns the visitor's decision | which view a name opens |
//! | `compile` | a site in, files out | `courtesy.js`, pages, `manifest.json`, `gpc.json`, receipts |
//! | `cli` | the command on a terminal and in Node | arguments, questions, everything that is printed (`output.rs`) |
//! | [`json`] | JSON as the app and the command both read it | |
//!
//! What happens on a visitor's page is JavaScript, in `www/loader`: the record and Global Privacy Control in `consent/`, the notice's
//! behaviour in `notice/`, gates and the removal of cookies in `effects/`, everything that can wait in `lazy/`. Styles are in
//! `www/styles`, the preview's sites in `www/sites`, byte budgets in `xtask/src/sizes.rs`. ARCHITECTURE.md has the design.
//!
//! # Who may import what
//!
//! `json` ← `site` ← `words` ← `rights` ← `policy` ← `check`, `views` ← `compile` ← `cli`; `site` ← `consent` ← `views`; `browser`,
//! `views` ← `app`. Everything up to `check` is pure: no browser, no clock, no files; functions take `now`. Features turn most wrong imports into compile
//! errors (a pure module cannot name Yew), and `tests/domain/circles.rs` checks the rest.
//!
//! # Reading a site
//!
//! ```
//! # #[cfg(feature = "read")] {
//! use courtesy::site::{Mode, read::read};
//!
//! let site = read(r#"{
//!     "name": "My shop",
//!     "controller": { "contacts": [{ "email": "privacy@example.com" }] },
//!     "items": [{ "kind": "cookie", "name": "basket", "purpose": "essential" }]
//! }"#).expect("this file has no problems");
//! assert_eq!(site.mode(), Mode::Notice); // nothing optional, so nothing is asked
//!
//! let problems = read(r#"{ "name": "My shop" }"#).unwrap_err();
//! assert_eq!(problems[0].path, "controller"); // every problem has a path, a sentence and a fix
//! # }
//! ```
//!
//! # Stability
//!
//! The command, the files it writes, `site.json`, the page's attributes and `window.courtesy` are what Courtesy promises. The Rust API is not promised
//! yet: any 0.x release may change it, except what this page shows.
#![forbid(unsafe_code)]
#![deny(missing_docs, missing_debug_implementations)]

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "read")]
pub mod check;
#[cfg(feature = "terminal")]
pub mod cli;
#[cfg(feature = "compile")]
pub mod compile;
pub mod consent;
pub mod json;
pub mod policy;
pub mod rights;
pub mod site;
#[cfg(feature = "views")]
pub mod views;
pub mod words;

/// The README's smallest site file has no problems.
///
/// ```
/// # #[cfg(feature = "read")] {
/// let readme = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md"));
/// let (_, rest) = readme.split_once("## Your site file").unwrap();
/// let (_, rest) = rest.split_once("```json\n").unwrap();
/// let (json, _) = rest.split_once("```").unwrap();
/// assert_eq!(courtesy::site::read::read(json).err(), None);
/// # }
/// ```
#[cfg(doctest)]
pub struct Readme;
