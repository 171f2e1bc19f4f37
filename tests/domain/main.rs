//! The promises of the pure rooms and of the compiler, natively: `cargo test`.

mod answers;
mod architecture;
mod calendars;
mod checked_promises;
mod checked_texts;
mod checking;
mod clocks;
mod compiling;
mod composing;
mod fixtures;
mod letters;
mod loader;
mod mail;
mod markdown;
mod offers;
mod output;
mod own_texts;
mod page;
mod policies;
mod prepared;
mod problems;
mod questions;
mod reading;
mod records;
mod reports;
mod rules;
mod schema;
mod seeds;
#[path = "../fixtures/tables.rs"]
mod tables;
mod values;
mod wording;
mod written;
