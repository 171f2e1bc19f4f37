//! Courtesy: a site's cookie and localStorage notice, its policy and its rights form, from one declaration.
//!
//! **The map.** Five pure rooms know no browser, no clock and no file, and neither does `check` over them; everything else
//! stands on them.
//!
//! | room | answers |
//! |---|---|
//! | [`site`] | what does the owner declare, and what is wrong with it? |
//! | [`consent`] | what did the visitor decide, and does it still count? |
//! | [`rights`] | how does a visitor use a right: what can be asked, the letter, by when an answer is due? |
//! | [`policy`] | where does the policy stand, section by section? |
//! | [`words`] | how is it said in the visitor's language? |
//! | `check` | what does the declaration contradict or leave out? Over `site`, `policy` and `words`; native |
//! | `views` | how does it look? Yew components over the five: data in, callbacks out |
//! | `browser` | what does the app need of a browser? Over the five, never `views`; fallible, never panicking |
//! | `compile` | which files does a site become? Over the five, `check` and `views`; no browser |
//!
//! **The arrows.** `site words` ← `consent rights` ← `policy` ← `check`, `views`; `browser` and `compile` as the table says;
//! the programs in `src/bin` join them. Features make the arrows compile errors where they can
//! (a pure room cannot name Yew), and `tests/domain/architecture.rs` checks the rest.
//!
//! **Scope.** It says what was declared, what was not stated, and what contradicts itself. It does not locate visitors,
//! fingerprint, phone home or decide the law for the owner, and it is not legal advice.
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
