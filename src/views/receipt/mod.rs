//! The receipt: the words around the visitor's record, which the loader fills in, and what the site states. Read-only.

pub mod prepare;
