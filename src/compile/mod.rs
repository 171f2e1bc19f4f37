//! A site becomes files: `courtesy.js` with its facts, its site file per language, its pages, and the app.
//!
//! The parts that are the same for every site (the minified loader, the styles, the app) are built beforehand ([`Parts`]); the
//! rest is made from the site file alone, without a browser, a network or a wasm toolchain. The same input gives the same bytes.

mod assemble;
mod compare;
mod consent_mode;
mod csp;
mod dpv;
mod embed;
mod file;
pub mod file_system;
mod integrity;
mod lazy_facts;
mod loader;
mod loader_facts;
mod localized_site;
mod manifest;
mod material_facts;
mod named_site;
mod notice_tree;
mod opt_out_link;
pub mod output;
mod page_styles;
mod pages;
mod parties;
mod parts;
mod policies;
mod policy_changes;
mod previous_build;
mod processes;
mod receipt;
mod render;
mod well_known;

pub use assemble::{compile, generic, generic_loader};
pub use compare::{Differences, compare};
pub use embed::{Form, tag};
pub use file::{File, short_hash};
pub use loader::AppFiles;
pub use parts::{MissingPart, Parts};
pub use policies::Policies;
pub use previous_build::{material_facts, previous_build};
pub use receipt::receipt;
