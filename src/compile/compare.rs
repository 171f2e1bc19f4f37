//! Whether a folder is what a build would write: for CI, where the built files are kept beside their site file.

use std::path::Path;

use serde_json::Value;

use super::File;
use super::disk::Disk;
use super::output::{is_hashed, listed};

/// How a folder differs from a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The version of courtesy that built the folder, where it is another one.
    pub version: Option<String>,
    /// Files that are not there.
    pub missing: Vec<String>,
    /// Files that hold something else.
    pub changed: Vec<String>,
    /// Files of the earlier build that this one does not have.
    pub left: Vec<String>,
}

impl Differences {
    /// Whether there is none.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Holds a folder against a build's files. Hashed files of earlier builds are no difference.
pub fn compare(disk: &dyn Disk, out: &Path, files: &[File]) -> Differences {
    let mut differences = Differences::default();
    for File { name, bytes } in files {
        match disk.read(&out.join(name)) {
            Ok(found) if found == *bytes => {}
            Ok(_) => differences.changed.push(name.clone()),
            Err(_) => differences.missing.push(name.clone()),
        }
    }
    let left = listed(disk, out).into_iter().filter(|name| !is_hashed(name));
    let left = left.filter(|name| files.iter().all(|file| file.name != *name));
    differences.left = left.filter(|name| disk.read(&out.join(name)).is_ok()).collect();
    let manifest = disk.read(&out.join("manifest.json")).ok();
    let manifest: Value = manifest.and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    let version = manifest["courtesy"].as_str().filter(|version| *version != env!("CARGO_PKG_VERSION"));
    differences.version = version.map(str::to_owned);
    differences
}
