//! The promises of the pure rooms and of the compiler, natively: `cargo test`.

mod schema;
