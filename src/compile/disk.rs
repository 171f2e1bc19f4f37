//! The files of the machine that the command runs on: what it reads and writes goes through here, natively and in Node alike.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

/// What the command needs of a file system. Paths are the owner's: from the folder in which the command was called.
pub trait Disk {
    /// What a file holds.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn read(&self, path: &Path) -> Result<Vec<u8>, Fault>;

    /// Writes a file, whether it was there or not.
    ///
    /// # Errors
    /// Where it cannot be written.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault>;

    /// Makes a folder and those above it; one that is there is well.
    ///
    /// # Errors
    /// Where it cannot be made.
    fn make_folder(&self, path: &Path) -> Result<(), Fault>;

    /// Gives a file another name, in one step, in the place of the one that had it.
    ///
    /// # Errors
    /// Where it cannot be renamed.
    fn rename(&self, from: &Path, to: &Path) -> Result<(), Fault>;

    /// Removes a file.
    ///
    /// # Errors
    /// Where it cannot be removed.
    fn remove(&self, path: &Path) -> Result<(), Fault>;

    /// Removes a folder with all that is in it.
    ///
    /// # Errors
    /// Where it cannot be removed.
    fn remove_folder(&self, path: &Path) -> Result<(), Fault>;

    /// The names in a folder, in order.
    ///
    /// # Errors
    /// Where it cannot be read.
    fn names(&self, folder: &Path) -> Result<Vec<String>, Fault>;

    /// Where a file or folder really is, without links and "..".
    ///
    /// # Errors
    /// Where nothing has that name, or the system does not say.
    fn real(&self, path: &Path) -> Result<PathBuf, Fault>;

    /// Whether there is a folder of that name.
    fn is_folder(&self, path: &Path) -> bool;

    /// A number that no other program has while this one runs.
    fn number(&self) -> u32;
}

/// Why something cannot be done with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing has that name.
    Missing,
    /// A folder is where a file should be.
    Folder,
    /// A file is where a folder should be.
    NoFolder,
    /// The system does not allow it.
    Forbidden,
    /// The disk is full.
    Full,
    /// What else the system says.
    Other(String),
}

impl fmt::Display for Fault {
    /// In one wording for all systems and hosts.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Missing => "No such file or directory",
            Self::Folder => "Is a directory",
            Self::NoFolder => "Not a directory",
            Self::Forbidden => "Permission denied",
            Self::Full => "No space left on the disk",
            Self::Other(why) => why,
        })
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Self::NoFolder,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Other(error.to_string()),
        }
    }
}

/// The disk of a native program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Native;

impl Disk for Native {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Fault> {
        Ok(fs::read(path)?)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<(), Fault> {
        Ok(fs::write(path, bytes)?)
    }

    fn make_folder(&self, path: &Path) -> Result<(), Fault> {
        Ok(fs::create_dir_all(path)?)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<(), Fault> {
        Ok(fs::rename(from, to)?)
    }

    fn remove(&self, path: &Path) -> Result<(), Fault> {
        Ok(fs::remove_file(path)?)
    }

    fn remove_folder(&self, path: &Path) -> Result<(), Fault> {
        Ok(fs::remove_dir_all(path)?)
    }

    fn names(&self, folder: &Path) -> Result<Vec<String>, Fault> {
        let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        let mut names: Vec<_> =
            entries.into_iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        Ok(names)
    }

    fn real(&self, path: &Path) -> Result<PathBuf, Fault> {
        // The folder of "site.json" has no name.
        let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Ok(fs::canonicalize(path)?)
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn number(&self) -> u32 {
        std::process::id()
    }
}
