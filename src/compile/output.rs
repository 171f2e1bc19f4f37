//! The folder that a build writes to: what an earlier build left there is replaced, what the owner put there is not touched.
//!
//! `manifest.json` tells the two apart. Everything is written aside first, also what is to be replaced; from then on files only
//! change their names, one after the other, and where that fails they are given back those that they had.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::File;
use super::disk::{Disk, Fault};

const MANIFEST: &str = "manifest.json";

/// A file that a build changes, and what was there before.
struct Replaced<'a> {
    file: &'a File,
    before: Option<Vec<u8>>,
}

/// Writes a build's files into a folder, and removes those of the build before that have no successor; says which.
/// Files with a hash in their name stay: a page that was open before may still ask for them.
///
/// # Errors
/// A sentence, where a file of the owner's is in the way or the folder cannot be written. Nothing was changed then; where even
/// putting back failed, the sentence says what is left and where the files of before are.
pub fn write(disk: &dyn Disk, out: &Path, files: &[File]) -> Result<Vec<PathBuf>, String> {
    disk.make_folder(out).map_err(|fault| about(out, &fault))?;
    let before = listed(disk, out);
    let mut changed = Vec::new();
    for file in files {
        let path = out.join(&file.name);
        match disk.read(&path) {
            Ok(found) if found == file.bytes => {}
            Ok(found) if before.contains(&file.name) => changed.push(Replaced { file, before: Some(found) }),
            Err(Fault::Missing) => changed.push(Replaced { file, before: None }),
            // What cannot be read is as much in the way as a file of the owner's.
            _ => {
                let place = path.display();
                return Err(format!(
                    "{place} is there already and no earlier build wrote it; move it away, or choose another --out"
                ));
            }
        }
    }
    if !changed.is_empty() {
        replace(disk, &out.join(format!(".courtesy-{}", disk.number())), out, changed)?;
    }
    let left = before.iter().filter(|name| !is_hashed(name) && files.iter().all(|file| file.name != **name));
    let mut removed = Vec::new();
    for path in left.map(|name| out.join(name)) {
        match disk.remove(&path) {
            Ok(()) => removed.push(path),
            Err(Fault::Missing) => {}
            Err(fault) => {
                let why = about(&path, &fault);
                return Err(format!(
                    "{why}; the site was built, but this file of an earlier build could not be removed"
                ));
            }
        }
    }
    Ok(removed)
}

/// Writes aside, then renames; the folder aside is gone afterwards, unless the files of before are still needed.
fn replace(disk: &dyn Disk, aside: &Path, out: &Path, mut changed: Vec<Replaced>) -> Result<(), String> {
    // What names other files comes after them, and the manifest first: what it lists is known to be ours.
    changed.sort_by_key(|Replaced { file, .. }| (file.name != MANIFEST, !is_hashed(&file.name)));
    let moved = write_aside(disk, aside, out, &changed).and_then(|()| rename(disk, aside, out, &changed));
    if !matches!(moved, Err(Broken::Mixed(_))) {
        let _ = disk.remove_folder(aside);
    }
    moved.map_err(|(Broken::AsBefore(sentence) | Broken::Mixed(sentence))| sentence)
}

/// What a failure has left in the folder.
enum Broken {
    /// The files of before, all of them.
    AsBefore(String),
    /// Files of both builds.
    Mixed(String),
}

fn write_aside(disk: &dyn Disk, aside: &Path, out: &Path, changed: &[Replaced]) -> Result<(), Broken> {
    disk.make_folder(aside).map_err(|fault| Broken::AsBefore(about(aside, &fault)))?;
    for Replaced { file, before } in changed {
        let written = disk.write(&aside.join(&file.name), &file.bytes);
        let kept = before.as_ref().map_or(Ok(()), |before| disk.write(&kept(aside, file), before));
        written.and(kept).map_err(|fault| Broken::AsBefore(about(&out.join(&file.name), &fault)))?;
    }
    Ok(())
}

/// Where the file of before is kept.
fn kept(aside: &Path, file: &File) -> PathBuf {
    aside.join(format!("before-{}", file.name))
}

fn rename(disk: &dyn Disk, aside: &Path, out: &Path, changed: &[Replaced]) -> Result<(), Broken> {
    for (done, Replaced { file, .. }) in changed.iter().enumerate() {
        let path = out.join(&file.name);
        let Err(fault) = disk.rename(&aside.join(&file.name), &path) else { continue };
        let why = about(&path, &fault);
        // The last comes back first: no page ever names a file that is not there.
        for Replaced { file, before } in changed[..done].iter().rev() {
            let path = out.join(&file.name);
            let back = match before {
                Some(_) => disk.rename(&kept(aside, file), &path),
                None => disk.remove(&path),
            };
            back.map_err(|_| {
                let (path, aside) = (path.display(), aside.display());
                Broken::Mixed(format!(
                    "{why}; {path} could not be put back either, so files of two builds are there: build again, or take those of before from {aside}"
                ))
            })?;
        }
        return Err(Broken::AsBefore(why));
    }
    Ok(())
}

/// What the build before wrote here, by its manifest.
pub(super) fn listed(disk: &dyn Disk, out: &Path) -> BTreeSet<String> {
    let manifest: Value =
        disk.read(&out.join(MANIFEST)).ok().and_then(|text| serde_json::from_slice(&text).ok()).unwrap_or_default();
    if !manifest["courtesy"].is_string() {
        return BTreeSet::new();
    }
    let names = manifest["files"].as_array().into_iter().flatten().filter_map(|file| file["name"].as_str());
    // A manifest is no list of places elsewhere.
    let names = names.filter(|name| Path::new(name).file_name().is_some_and(|only| only == *name));
    names.chain([MANIFEST]).map(str::to_owned).collect()
}

/// Whether a file is named after what it holds: `app-Xk29fjA1.js`.
pub(super) fn is_hashed(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.len().checked_sub(9).and_then(|place| stem.as_bytes().get(place)) == Some(&b'-')
}

/// A fault of a disk, with the path that it is about.
pub fn about(path: &Path, fault: &Fault) -> String {
    format!("{}: {fault}", path.display())
}
