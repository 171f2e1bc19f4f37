//! The folder that a build writes to: what an earlier build left there is replaced, what the owner put there is not touched.
//!
//! `manifest.json` tells the two apart. Files are written aside first, so that a full disk leaves the folder as it was.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::Value;

use super::File;

const MANIFEST: &str = "manifest.json";

/// Writes a build's files into a folder, and removes those of the build before that have no successor; says which.
/// Files with a hash in their name stay: a page that was open before may still ask for them.
///
/// # Errors
/// A sentence, where a file of the owner's is in the way or the folder cannot be written; nothing was changed then, unless the
/// folder failed between two renames.
pub fn write(out: &Path, files: &[File]) -> Result<Vec<PathBuf>, String> {
    fs::create_dir_all(out).map_err(|error| about(out, &error))?;
    let before = listed(out);
    for File { name, bytes } in files {
        let path = out.join(name);
        let is_ours = before.contains(name)
            || fs::read(&path).map_or_else(|error| error.kind() == io::ErrorKind::NotFound, |found| found == *bytes);
        if !is_ours {
            let place = path.display();
            return Err(format!(
                "{place} is there already and no earlier build wrote it; move it away, or choose another --out"
            ));
        }
    }
    let aside = out.join(format!(".courtesy-{}", std::process::id()));
    let done = write_aside(&aside, out, files);
    // Whether or not it went well: where it did, the folder is empty.
    let _ = fs::remove_dir_all(&aside);
    done?;
    let left = before.iter().filter(|name| !is_hashed(name) && files.iter().all(|file| file.name != **name));
    left.map(|name| out.join(name))
        .filter(|path| path.is_file())
        .map(|path| fs::remove_file(&path).map_err(|error| about(&path, &error)).map(|()| path))
        .collect()
}

fn write_aside(aside: &Path, out: &Path, files: &[File]) -> Result<(), String> {
    fs::create_dir_all(aside).map_err(|error| about(aside, &error))?;
    for File { name, bytes } in files {
        fs::write(aside.join(name), bytes).map_err(|error| about(&out.join(name), &error))?;
    }
    // What names other files comes after them, and the manifest first: what it lists is known to be ours.
    let of_manifest = files.iter().filter(|file| file.name == MANIFEST);
    let (hashed, plain): (Vec<_>, Vec<_>) =
        files.iter().filter(|file| file.name != MANIFEST).partition(|file| is_hashed(&file.name));
    for File { name, .. } in of_manifest.chain(hashed).chain(plain) {
        fs::rename(aside.join(name), out.join(name)).map_err(|error| about(&out.join(name), &error))?;
    }
    Ok(())
}

/// What the build before wrote here, by its manifest.
fn listed(out: &Path) -> BTreeSet<String> {
    let manifest: Value =
        fs::read(out.join(MANIFEST)).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    if !manifest["courtesy"].is_string() {
        return BTreeSet::new();
    }
    let names = manifest["files"].as_array().into_iter().flatten().filter_map(|file| file["name"].as_str());
    // A manifest is no list of places elsewhere.
    let names = names.filter(|name| Path::new(name).file_name().is_some_and(|only| only == *name));
    names.chain([MANIFEST]).map(str::to_owned).collect()
}

/// Whether a file is named after what it holds: `app-Xk29fjA1.js`.
fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.len().checked_sub(9).and_then(|place| stem.as_bytes().get(place)) == Some(&b'-')
}

/// An error of the file system, with the path that it is about.
pub fn about(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}
