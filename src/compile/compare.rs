//! Whether a folder is up to date: for CI of a repository that has the built files next to the site file.

use std::path::Path;

use serde_json::Value;

use super::file::File;
use super::file_system::FileSystem;
use super::output::{is_hashed, listed};

/// How a folder differs from a build.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// The version of courtesy that built the folder, if it is another.
    pub version: Option<String>,
    /// Files that do not exist.
    pub missing: Vec<String>,
    /// Files with other contents.
    pub changed: Vec<String>,
    /// Files of the previous build that this one does not have.
    pub left: Vec<String>,
}

impl Differences {
    /// Whether the folder is up to date.
    pub fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Compares a folder with a build's files. Hashed files of earlier builds are not differences.
pub fn compare(disk: &dyn FileSystem, out: &Path, files: &[File]) -> Differences {
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
