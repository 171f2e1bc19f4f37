//! The folder that a build writes to: files of an earlier build are replaced, files of the owner are never touched.
//!
//! `manifest.json` tells them apart. Everything is first written to a temporary folder, with copies of what it replaces; then
//! files are only renamed, one after the other, and a failure renames them back.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::file::File;
use super::file_system::{FileError, FileSystem};

const MANIFEST: &str = "manifest.json";

/// A file that a build changes, and what it held before.
struct Replaced<'a> {
    file: &'a File,
    before: Option<Vec<u8>>,
}

/// Writes a build's files into a folder, and removes and returns those of the previous build that this one does not have.
/// Files with a hash in their name stay: a page that is open may still fetch them.
///
/// # Errors
/// A sentence, if a file of the owner's is in the way or the folder cannot be written. Nothing is changed then, unless renaming
/// back failed too: then the sentence names where the previous files are.
pub fn write(disk: &dyn FileSystem, out: &Path, files: &[File]) -> Result<Vec<PathBuf>, String> {
    disk.make_folder(out).map_err(|error| with_path(out, &error))?;
    let before = listed(disk, out);
    let mut changed = Vec::new();
    for file in files {
        let path = out.join(&file.name);
        match disk.read(&path) {
            Ok(found) if found == file.bytes => {}
            Ok(found) if before.contains(&file.name) => changed.push(Replaced { file, before: Some(found) }),
            Err(FileError::NotFound) => changed.push(Replaced { file, before: None }),
            // A file that cannot be read may be the owner's.
            _ => {
                let path = path.display();
                return Err(format!(
                    "{path} already exists and no earlier build wrote it; move it away, or choose another --out"
                ));
            }
        }
    }
    if !changed.is_empty() {
        replace(disk, &out.join(format!(".courtesy-{}", disk.process_id())), out, changed)?;
    }
    let left = before.iter().filter(|name| !is_hashed(name) && files.iter().all(|file| file.name != **name));
    let mut removed = Vec::new();
    for path in left.map(|name| out.join(name)) {
        match disk.remove(&path) {
            Ok(()) => removed.push(path),
            Err(FileError::NotFound) => {}
            Err(error) => {
                let why = with_path(&path, &error);
                return Err(format!(
                    "{why}: the site was built, but this file of an earlier build could not be removed"
                ));
            }
        }
    }
    Ok(removed)
}

/// Writes to a temporary folder, then renames. The folder is removed, unless it holds previous files that could not be restored.
fn replace(disk: &dyn FileSystem, temporary: &Path, out: &Path, mut changed: Vec<Replaced>) -> Result<(), String> {
    // Files follow those that they name. The manifest is first, so that all files are known to be a build's.
    changed.sort_by_key(|Replaced { file, .. }| (file.name != MANIFEST, !is_hashed(&file.name)));
    let moved = write_temporary(disk, temporary, out, &changed).and_then(|()| rename(disk, temporary, out, &changed));
    if !matches!(moved, Err(Failure::Mixed(_))) {
        let _ = disk.remove_folder(temporary);
    }
    moved.map_err(|(Failure::Unchanged(sentence) | Failure::Mixed(sentence))| sentence)
}

/// What the folder holds after a failure.
enum Failure {
    /// The previous files.
    Unchanged(String),
    /// Files of both builds.
    Mixed(String),
}

fn write_temporary(disk: &dyn FileSystem, temporary: &Path, out: &Path, changed: &[Replaced]) -> Result<(), Failure> {
    disk.make_folder(temporary).map_err(|error| Failure::Unchanged(with_path(temporary, &error)))?;
    for Replaced { file, before } in changed {
        let written = disk.write(&temporary.join(&file.name), &file.bytes);
        let copied = before.as_ref().map_or(Ok(()), |before| disk.write(&copy(temporary, file), before));
        written.and(copied).map_err(|error| Failure::Unchanged(with_path(&out.join(&file.name), &error)))?;
    }
    Ok(())
}

/// Where the copy of the previous file is.
fn copy(temporary: &Path, file: &File) -> PathBuf {
    temporary.join(format!("before-{}", file.name))
}

fn rename(disk: &dyn FileSystem, temporary: &Path, out: &Path, changed: &[Replaced]) -> Result<(), Failure> {
    for (done, Replaced { file, .. }) in changed.iter().enumerate() {
        let path = out.join(&file.name);
        let Err(error) = disk.rename(&temporary.join(&file.name), &path) else { continue };
        let why = with_path(&path, &error);
        // In reverse order, so that no page ever names a missing file.
        for Replaced { file, before } in changed[..done].iter().rev() {
            let path = out.join(&file.name);
            let restored = match before {
                Some(_) => disk.rename(&copy(temporary, file), &path),
                None => disk.remove(&path),
            };
            restored.map_err(|_| {
                let (path, temporary) = (path.display(), temporary.display());
                Failure::Mixed(format!(
                    "{why}, and {path} could not be restored, so the folder holds files of two builds; build again, or restore the previous files from {temporary}"
                ))
            })?;
        }
        return Err(Failure::Unchanged(why));
    }
    Ok(())
}

/// The files of the previous build, by its manifest.
pub(super) fn listed(disk: &dyn FileSystem, out: &Path) -> BTreeSet<String> {
    let manifest: Value =
        disk.read(&out.join(MANIFEST)).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    if !manifest["courtesy"].is_string() {
        return BTreeSet::new();
    }
    let names = manifest["files"].as_array().into_iter().flatten().filter_map(|file| file["name"].as_str());
    // Only names: a path in a manifest could lead out of the folder.
    let names = names.filter(|name| Path::new(name).file_name().is_some_and(|only| only == *name));
    names.chain([MANIFEST]).map(str::to_owned).collect()
}

/// Whether a file has a hash in its name: `app-Xk29fjA1.js`.
pub(super) fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.len().checked_sub(9).and_then(|index| stem.as_bytes().get(index)) == Some(&b'-')
}

/// The error with its path, for a message.
pub fn with_path(path: &Path, error: &FileError) -> String {
    format!("{}: {error}", path.display())
}
