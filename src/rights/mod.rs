//! Requests: how a visitor uses a right. The first piece is the address of a letter.

mod mailto;

pub use mailto::mailto;
