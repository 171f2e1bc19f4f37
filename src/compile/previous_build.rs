//! The material facts of the previous build, from its `manifest.json`: `courtesy check` compares the site with them.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::file_system::FileSystem;
use super::material_facts::hashes;
use crate::check::MaterialFacts;
use crate::site::read::Problem;
use crate::site::{Mode, SiteFile};

/// The material facts of a site.
pub fn material_facts(site: &SiteFile) -> MaterialFacts {
    MaterialFacts { mode: site.mode(), version: site.notice.version.clone(), facts: hashes(site).0 }
}

/// The material facts of an earlier build, from its folder or its manifest.
///
/// # Errors
/// If there is no manifest, or another program or an older `courtesy build` wrote it.
pub fn previous_build(disk: &dyn FileSystem, built: &Path) -> Result<MaterialFacts, Problem> {
    let manifest = if disk.is_folder(built) { built.join("manifest.json") } else { built.to_owned() };
    let shown = manifest.display();
    let problem = |sentence, fix| Problem::new("built-unreadable", "", sentence, fix);
    let unusable = |sentence| problem(sentence, "name the folder of the last build, or the manifest.json in it");
    let text = disk.read(&manifest).map_err(|error| unusable(format!("{shown} cannot be read: {error}")))?;
    let json: Value =
        serde_json::from_slice(&text).map_err(|error| unusable(format!("{shown} is not JSON: {error}")))?;
    if !json["courtesy"].is_string() {
        return Err(unusable(format!("{shown} was not written by courtesy build")));
    }
    read(&json["notice"]).ok_or_else(|| {
        let sentence =
            format!("{shown} does not say what the notice was made of: another version of courtesy wrote it");
        problem(sentence, "build the site with this version once; from then on it can be compared")
    })
}

fn read(notice: &Value) -> Option<MaterialFacts> {
    let facts = notice["facts"].as_object()?.iter();
    Some(MaterialFacts {
        mode: Mode::deserialize(&notice["mode"]).ok()?,
        version: notice["version"].as_str()?.to_owned(),
        facts: facts.map(|(key, hash)| Some((key.clone(), hash.as_str()?.to_owned()))).collect::<Option<_>>()?,
    })
}
