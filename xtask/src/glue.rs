//! The names shared by the glue and the wasm: wasm-opt shortens them, and this module writes the short names into the glue.
//!
//! wasm-bindgen's names end in sixteen hash digits, which do not compress and occur in both files: 3.4 kB (brotli).

use std::fs;
use std::path::Path;

use serde_json::Value;

/// Makes wasm-opt shorten the names and print the mapping.
pub const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";
/// The name that wasm-opt gives to the single import module.
const MODULE: &str = "a";

/// The exports that the loader uses; the bundle leaves out the rest of wasm-bindgen's.
const ENTRY: &str = "export { default, start, open, close, start_form } from \"./short.js\";\n";

/// Writes `short.js`, the glue with the short names of wasm-opt's `mapping`, and `entry.js`.
pub fn rename(glue: &Path, mapping: &str) -> Result<(), String> {
    let fault = |error: std::io::Error| format!("{}: {error}", glue.display());
    let names: Value =
        serde_json::from_str(mapping).map_err(|error| format!("wasm-opt's mapping of names: {error}"))?;
    let script = fs::read_to_string(glue.join("app.js")).map_err(fault)?;
    let script = renamed(script, &names)?;
    fs::write(glue.join("short.js"), script).and_then(|()| fs::write(glue.join("entry.js"), ENTRY)).map_err(fault)
}

fn renamed(mut script: String, names: &Value) -> Result<String, String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |name| names[name].as_array().cloned().unwrap_or_default();
    let mut others = String::new();
    for import in list("imports") {
        let [module, name, short] = [0, 1, 2].map(|place| text(&import[place]));
        if module == "./app_bg.js" {
            script = once(&script, &format!("        {name}: function("), &format!("        \"{short}\": function("))?;
        } else {
            // A function of this project's modules is passed unchanged.
            let of_module = format!("\"{module}\": ");
            let namespace = script.split(&of_module).nth(1).and_then(|rest| rest.split(',').next());
            let namespace = namespace.ok_or(format!("the glue imports nothing from {module}"))?.to_owned();
            others += &format!("\"{short}\": {namespace}.{name}, ");
            script = once(&script, &format!("{of_module}{namespace},"), "")?;
        }
    }
    for export in list("exports") {
        let [name, short] = [0, 1].map(|place| text(&export[place]));
        script = of_wasm(&script, &name, &short);
    }
    once(&script, "\"./app_bg.js\": import0,", &format!("{MODULE}: {{ ...import0, {others}}},"))
}

/// Replaces a text that occurs exactly once; otherwise the glue has changed, and this module must follow.
fn once(script: &str, from: &str, to: &str) -> Result<String, String> {
    match script.matches(from).count() {
        1 => Ok(script.replace(from, to)),
        count => Err(format!("`{}` occurs {count} times in the glue, not once: see xtask/src/glue.rs", from.trim())),
    }
}

/// Renames `wasm.name`, but not a longer name that begins with it.
fn of_wasm(script: &str, name: &str, short: &str) -> String {
    let from = format!("wasm.{name}");
    let mut parts = script.split(&from);
    let mut renamed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_longer = part.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_' || next == '$');
        renamed += if is_longer { &from } else { "wasm." };
        renamed += if is_longer { "" } else { short };
        renamed += part;
    }
    renamed
}
