//! The promises of the pure rooms and of the compiler, natively: `cargo test`.

mod architecture;
mod compiling;
mod fixtures;
mod loader;
mod markdown;
mod output;
mod problems;
mod reading;
mod records;
mod rules;
mod schema;
mod seeds;
#[path = "../fixtures/tables.rs"]
mod tables;
mod values;
mod wording;
mod written;
