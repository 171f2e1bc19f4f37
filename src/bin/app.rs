//! The wasm that a visitor's browser fetches: what `courtesy::app` exports, and an allocator.

// Nothing runs before the loader calls, so nothing of the standard library's way to `main` is shipped.
#![cfg_attr(target_arch = "wasm32", no_main)]

// Links the exports of the library: nothing here calls them.
use courtesy as _;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
