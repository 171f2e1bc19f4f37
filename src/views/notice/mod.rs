//! The first layer, rendered when courtesy is built and shown by the loader without wasm.

pub(super) mod markup;
pub(super) mod sentences;
