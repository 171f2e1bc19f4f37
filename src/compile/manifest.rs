//! `manifest.json`: the files of a build with size and integrity, and the material facts that the next build is compared with.

use serde_json::json;

use super::file::{File, integrity};
use crate::check::MaterialFacts;
use crate::consent::OrderedMap;

/// The manifest of these files.
pub(super) fn manifest(material: MaterialFacts, files: &[File]) -> File {
    let MaterialFacts { mode, version, facts } = material;
    let listed: Vec<_> = files
        .iter()
        .map(|File { name, bytes }| json!({ "name": name, "bytes": bytes.len(), "integrity": integrity(bytes) }))
        .collect();
    let manifest = json!({
        "courtesy": env!("CARGO_PKG_VERSION"),
        "notice": { "mode": mode, "version": version, "facts": OrderedMap(facts) },
        "files": listed,
    });
    File::new("manifest.json".into(), format!("{manifest:#}\n"))
}
