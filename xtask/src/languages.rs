//! A site in twenty languages, measured: a visitor fetches one of them, and pays for the others with their names alone.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::run;

/// Twenty tags that there are words for; a tag with a region has those of its language.
const TWENTY: [&str; 20] = [
    "en", "en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-IN", "en-NZ", "de", "de-AT", "de-CH", "de-DE", "de-LU",
    "ar", "ar-AE", "ar-EG", "ar-JO", "ar-MA", "ar-SA", "ar-TN",
];

/// Where the site stands that has them.
pub const FOLDER: &str = "target/languages";

/// Builds Mediux AI's site in twenty languages instead of one, into [`FOLDER`].
pub fn build(root: &Path, command: &Path, parts: &Path) -> Result<(), String> {
    let one = root.join("www/sites/mediux/site.json");
    let text = fs::read_to_string(&one).map_err(|error| format!("{}: {error}", one.display()))?;
    let mut site: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", one.display()))?;
    site["languages"] = json!(TWENTY);
    let out = root.join(FOLDER);
    crate::build::empty(&out)?;
    let file = root.join("target/languages.json");
    fs::write(&file, site.to_string()).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut build = Command::new(command);
    build.args(["build", "--quiet"]).arg(&file).arg("--parts").arg(parts).arg("--out").arg(&out);
    run::quietly("building a site in twenty languages", &mut build)
}
