//! Files and folders: what the other commands would each write for themselves.

use std::fs;
use std::path::{Path, PathBuf};

/// The last part of a path.
pub fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Makes an empty folder, so that no file of an earlier build is taken for one of this build.
pub fn empty(folder: &Path) -> Result<(), String> {
    let emptied = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    emptied.and_then(|()| fs::create_dir_all(folder)).map_err(|error| format!("{}: {error}", folder.display()))
}

/// Copies the files of a folder, not its subfolders, into an emptied one.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    empty(to)?;
    for file in list(from)? {
        fs::copy(&file, to.join(name_of(&file))).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// The entries of a folder, sorted.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}
