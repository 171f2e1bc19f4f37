//! Measures a site in twenty languages: a visitor fetches one of them, and of the others only their names.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use crate::{files, run};

/// Twenty tags; a tag with a region uses the words of its language.
const TWENTY: [&str; 20] = [
    "en", "en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-IN", "en-NZ", "de", "de-AT", "de-CH", "de-DE", "de-LU",
    "ar", "ar-AE", "ar-EG", "ar-JO", "ar-MA", "ar-SA", "ar-TN",
];

/// Where the sites are built: one with all of them, and one with a single language that is not English.
pub const TWENTY_FOLDER: &str = "target/languages/twenty";
pub const ONE_FOLDER: &str = "target/languages/one";

/// Builds Mediux AI's site in both sets of languages.
pub fn build(root: &Path, command: &Path, parts: &Path) -> Result<(), String> {
    let given = root.join("www/sites/mediux/site.json");
    let text = fs::read_to_string(&given).map_err(|error| format!("{}: {error}", given.display()))?;
    let mut site: Value = serde_json::from_str(&text).map_err(|error| format!("{}: {error}", given.display()))?;
    for (languages, folder) in [(&TWENTY[..], TWENTY_FOLDER), (&["de"], ONE_FOLDER)] {
        site["languages"] = json!(languages);
        let out = root.join(folder);
        files::empty(&out)?;
        let file = out.with_extension("json");
        fs::write(&file, site.to_string()).map_err(|error| format!("{}: {error}", file.display()))?;
        let mut build = Command::new(command);
        build.args(["build", "--quiet"]).arg(&file).arg("--parts").arg(parts).arg("--out").arg(&out);
        run::run(&format!("building a site in other languages: {}", languages.len()), &mut build)?;
    }
    Ok(())
}
