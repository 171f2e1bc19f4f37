//! The command `courtesy` as wasm for Node, which `npx courtesy` runs.

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs the command with its arguments (`build site.json …`) and returns the exit code. Never throws for a mistake of the owner's.
#[wasm_bindgen]
pub fn run(arguments: Vec<String>) -> i32 {
    courtesy::cli::node::run(arguments)
}

fn main() {}
