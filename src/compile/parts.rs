//! The parts that are the same for every site, as `cargo xtask build` leaves them in a folder.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder with `loader.js` (joined, its slots open), `notice.css`, `app.css`, `page.css`, `request.js`, `app.js` and `app.wasm`.
#[derive(Clone, Debug)]
pub struct Parts {
    folder: PathBuf,
}

/// A part that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPart {
    path: PathBuf,
}

impl Parts {
    /// The parts in a folder. Each is read when it is needed.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    pub(super) fn bytes(&self, name: &str) -> Result<Vec<u8>, MissingPart> {
        read(&self.folder.join(name))
    }

    pub(super) fn text(&self, name: &str) -> Result<String, MissingPart> {
        let path = self.folder.join(name);
        String::from_utf8(read(&path)?).map_err(|_| MissingPart { path })
    }
}

fn read(path: &Path) -> Result<Vec<u8>, MissingPart> {
    fs::read(path).map_err(|_| MissingPart { path: path.to_owned() })
}

impl fmt::Display for MissingPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} cannot be read; it is made by `cargo xtask build`, and `--parts DIR` names another folder with the parts",
            self.path.display()
        )
    }
}

impl std::error::Error for MissingPart {}
