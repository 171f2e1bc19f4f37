//! The build before: what its `manifest.json` says of the notice, for `courtesy check` to hold the site of today against.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::disk::Disk;
use super::material_facts::facts;
use crate::check::MaterialFacts;
use crate::site::read::Problem;
use crate::site::{Mode, SiteFile};

/// What the site tells of its notice today.
pub fn material(site: &SiteFile) -> MaterialFacts {
    MaterialFacts { mode: site.mode(), version: site.notice.version.clone(), facts: facts(site).0 }
}

/// What an earlier build told of it, by its manifest: a folder that was built into, or the manifest itself.
///
/// # Errors
/// Where there is no manifest, or another program or an older `courtesy build` wrote it.
pub fn earlier(disk: &dyn Disk, built: &Path) -> Result<MaterialFacts, Problem> {
    let manifest = if disk.is_folder(built) { built.join("manifest.json") } else { built.to_owned() };
    let shown = manifest.display();
    let problem = |sentence, fix| Problem::new("built-unreadable", "", sentence, fix);
    let fault = |sentence| problem(sentence, "name the folder of the last build, or the manifest.json in it");
    let text = disk.read(&manifest).map_err(|error| fault(format!("{shown} cannot be read: {error}")))?;
    let json: Value = serde_json::from_slice(&text).map_err(|error| fault(format!("{shown} is not JSON: {error}")))?;
    if !json["courtesy"].is_string() {
        return Err(fault(format!("{shown} was not written by courtesy build")));
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
