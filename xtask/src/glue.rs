//! The names between the glue and the wasm: wasm-opt makes them short, and the glue is told.
//!
//! wasm-bindgen's names end in sixteen digits of a hash, which no compression makes smaller, and stand in both files: 3.4 kB
//! (brotli) of nothing that anybody reads.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// Has wasm-opt shorten the names, and say which is which.
pub const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";
/// What wasm-opt calls the one module that everything is imported from then.
const MODULE: &str = "a";

/// What the app's files are asked for; what else wasm-bindgen writes is left out.
const ENTRY: &str = "export { default, start, open, close, start_form } from \"./short.js\";\n";

/// Writes `short.js` and `entry.js` beside the glue: the names as wasm-opt said that they are now.
pub fn rename(glue: &Path, said: &str) -> Result<(), String> {
    let fault = |error: std::io::Error| format!("{}: {error}", glue.display());
    let names: Value = serde_json::from_str(said).map_err(|error| format!("what wasm-opt said of names: {error}"))?;
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
            // A function of our own module is handed over as it is.
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

/// A text with what stands in it exactly once replaced: the glue is another than this was written for where it does not.
fn once(script: &str, from: &str, to: &str) -> Result<String, String> {
    match script.matches(from).count() {
        1 => Ok(script.replace(from, to)),
        count => Err(format!("`{}` stands {count} times in the glue, not once: see xtask/src/glue.rs", from.trim())),
    }
}

/// What the wasm exports is reached by `wasm.` and its name, which may be the beginning of another's.
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
