//! The file system that the command reads and writes, natively and in Node alike.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// What the command needs of a file system. Relative paths start in the folder in which the command was run.
pub trait FileSystem {
    /// Reads a file.
    ///
    /// # Errors
    /// If it cannot be read.
    fn read(&self, path: &Path) -> Result<Vec<u8>, FileError>;

    /// Writes a file, new or not.
    ///
    /// # Errors
    /// If it cannot be written.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), FileError>;

    /// Makes a folder and its parents. Succeeds if it exists.
    ///
    /// # Errors
    /// If it cannot be made.
    fn make_folder(&self, path: &Path) -> Result<(), FileError>;

    /// Renames a file in one step, replacing any file of that name.
    ///
    /// # Errors
    /// If it cannot be renamed.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError>;

    /// Removes a file.
    ///
    /// # Errors
    /// If it cannot be removed.
    fn remove(&self, path: &Path) -> Result<(), FileError>;

    /// Removes a folder and everything in it.
    ///
    /// # Errors
    /// If it cannot be removed.
    fn remove_folder(&self, path: &Path) -> Result<(), FileError>;

    /// The names in a folder, sorted.
    ///
    /// # Errors
    /// If it cannot be read.
    fn list(&self, folder: &Path) -> Result<Vec<String>, FileError>;

    /// The path of a file or folder without links and "..".
    ///
    /// # Errors
    /// If nothing has that name, or the system cannot tell.
    fn canonicalize(&self, path: &Path) -> Result<PathBuf, FileError>;

    /// Whether the path is a folder.
    fn is_folder(&self, path: &Path) -> bool;

    /// The id of this process, which no other has while it runs.
    fn process_id(&self) -> u32;
}

/// Why a file operation failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Nothing has that name.
    NotFound,
    /// It is a folder, not a file.
    IsFolder,
    /// It is a file, not a folder.
    NotFolder,
    /// The system does not allow it.
    PermissionDenied,
    /// The disk is full.
    DiskFull,
    /// Another error, in the system's words.
    Other(String),
}

impl fmt::Display for FileError {
    /// The same wording on all systems and hosts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotFound => "No such file or directory",
            Self::IsFolder => "Is a directory",
            Self::NotFolder => "Not a directory",
            Self::PermissionDenied => "Permission denied",
            Self::DiskFull => "No space left on the disk",
            Self::Other(why) => why,
        })
    }
}

impl From<io::Error> for FileError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::IsADirectory => Self::IsFolder,
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Self::NotFolder,
            io::ErrorKind::PermissionDenied => Self::PermissionDenied,
            io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// The file system of this computer.
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

impl FileSystem for Native {
    fn read(&self, path: &Path) -> Result<Vec<u8>, FileError> {
        Ok(fs::read(path)?)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
        Ok(fs::write(path, bytes)?)
    }

    fn make_folder(&self, path: &Path) -> Result<(), FileError> {
        Ok(fs::create_dir_all(path)?)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), FileError> {
        Ok(fs::rename(from, to)?)
    }

    fn remove(&self, path: &Path) -> Result<(), FileError> {
        Ok(fs::remove_file(path)?)
    }

    fn remove_folder(&self, path: &Path) -> Result<(), FileError> {
        Ok(fs::remove_dir_all(path)?)
    }

    fn list(&self, folder: &Path) -> Result<Vec<String>, FileError> {
        let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        let mut names: Vec<_> =
            entries.into_iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        Ok(names)
    }

    fn canonicalize(&self, path: &Path) -> Result<PathBuf, FileError> {
        // The folder of "site.json" is "".
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Ok(fs::canonicalize(path)?)
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn process_id(&self) -> u32 {
        std::process::id()
    }
}
