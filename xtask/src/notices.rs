//! THIRD-PARTY-NOTICES.md: the licence of every crate whose code is compiled into what is published, each text once.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::run;

/// The file's name, in the npm package and in the crate.
pub const FILE: &str = "THIRD-PARTY-NOTICES.md";

/// How the names of licence files begin, in upper case.
const LICENCES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"];

const FIRST: &str = "# Third-party notices\n
Courtesy itself is MIT or Apache-2.0. The WebAssembly and JavaScript files of this package contain code of the crates below, and of Rust's
standard library (MIT or Apache-2.0, <https://github.com/rust-lang/rust>). `cargo xtask build` writes this file.\n";

/// Writes the notices for the app, which both packages contain, and for the command as WebAssembly, which npm's contains.
pub fn write(root: &Path, to: &Path) -> Result<(), String> {
    let crates = compiled_in(root)?;
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut missing = crates.clone();
    for entry in metadata(root)? {
        let field = |name: &str| entry[name].as_str().unwrap_or_default();
        let title = format!("{} {}", field("name"), field("version"));
        if !crates.contains(&title) {
            continue;
        }
        missing.retain(|name| *name != title);
        let mut licences = licence_files(Path::new(field("manifest_path")));
        if licences.is_empty() {
            licences.push(format!(
                "{} (the package has no licence file; see {})",
                field("license"),
                field("repository")
            ));
        }
        for text in licences {
            texts.entry(text).or_default().push(format!("{title} ({})", field("license")));
        }
    }
    if !missing.is_empty() {
        return Err(format!("no licence known of {}", missing.join(", ")));
    }
    let mut sections: Vec<_> = texts.into_iter().map(|(text, crates)| (crates, text)).collect();
    sections.sort();
    let mut file = FIRST.to_owned();
    for (crates, text) in sections {
        // A fence of four: no licence contains one.
        let _ = write!(file, "\n## {}\n\n````text\n{text}\n````\n", crates.join(", "));
    }
    fs::write(to, file).map_err(|error| format!("{}: {error}", to.display()))
}

/// The crates that the app and the command for Node link, as `name version`; not those that only run at compile time.
fn compiled_in(root: &Path) -> Result<Vec<String>, String> {
    let mut tree = Command::new("cargo");
    tree.args(["tree", "--locked", "--package", "courtesy", "--edges", "normal,no-proc-macro", "--prefix", "none"]);
    tree.args(["--no-default-features", "--features", "app,node", "--target", "wasm32-unknown-unknown"]);
    let lines = run::output(tree.current_dir(root)).ok_or("`cargo tree` failed: no third-party notices")?;
    let crates = lines.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" v")?;
        Some(format!("{name} {}", rest.split(' ').next()?))
    });
    Ok(crates.filter(|title| !title.starts_with("courtesy ")).collect())
}

fn metadata(root: &Path) -> Result<Vec<Value>, String> {
    let mut metadata = Command::new("cargo");
    metadata.args(["metadata", "--locked", "--all-features", "--format-version", "1"]).current_dir(root);
    let json = run::output(&mut metadata).ok_or("`cargo metadata` failed: no third-party notices")?;
    let json: Value = serde_json::from_str(&json).map_err(|error| format!("cargo metadata: {error}"))?;
    Ok(json["packages"].as_array().cloned().unwrap_or_default())
}

/// The texts of a package's licence files; of a choice that includes MIT, MIT's alone.
fn licence_files(manifest: &Path) -> Vec<String> {
    let entries = manifest.parent().and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .map(|entry| (entry.file_name().to_string_lossy().to_uppercase(), entry.path()))
        .filter(|(name, _)| LICENCES.iter().any(|start| name.starts_with(start)))
        .collect();
    files.sort();
    if files.iter().any(|(name, _)| name.contains("MIT")) {
        files.retain(|(name, _)| name.contains("MIT") || !(name.contains("APACHE") || name.starts_with("UNLICENSE")));
    }
    let text = |path: &Path| fs::read_to_string(path).ok().map(|text| text.replace("\r\n", "\n").trim().to_owned());
    files.iter().filter_map(|(_, path)| text(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_crate_that_is_compiled_in_is_named_with_its_licence() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
        let to = std::env::temp_dir().join(format!("courtesy-notices-{}.md", std::process::id()));
        write(root, &to).expect("the notices are written");
        let file = fs::read_to_string(&to).expect("they can be read");
        fs::remove_file(&to).expect("they can be removed");
        for name in ["yew", "serde_core", "brotli", "icu_experimental", "selectors", "rlsf", "wasm-bindgen"] {
            assert!(file.contains(&format!("{name} ")), "{name}");
        }
        for name in ["indicatif", "jsonschema", "serde_derive"] {
            assert!(!file.contains(&format!("{name} ")), "{name} is not in the published files");
        }
        assert!(file.contains("Mozilla Public License Version 2.0") && file.contains("UNICODE LICENSE V3"));
    }
}
