//! The parts that are the same for every site, as `cargo xtask build` leaves them in a folder.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use crate::site::{Mode, Purpose, SiteFile};

/// A folder with `loader.js`, `later.js` and `receipts.js` (joined, their slots open), the loader without what a site may do without
/// (`loader-…js`), `consent-mode.js`, `integrity.js`, `notice.css`, `position.css`, `app.css`, `page.css`, `request.js`, `app.js` and `app.wasm`.
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

    /// The loader with what a site needs of it; the whole one where no other was made.
    pub(super) fn loader(&self, site: &SiteFile) -> Result<String, MissingPart> {
        // An endpoint for records comes with the signals (www/loader/has.js).
        let is_spoken_to = |purpose: &Purpose<_>| purpose.is_uk_exempt() || purpose.sale_or_share == Some(true);
        let signals = site.records.is_some() || site.purposes.iter().any(is_spoken_to);
        let needs = [
            ("notice", site.mode() == Mode::Notice),
            ("languages", site.languages.len() > 1),
            ("news", site.logs_changes()),
            ("signals", signals),
        ];
        let needed: String = needs.iter().filter(|(_, needed)| *needed).map(|(name, _)| format!("-{name}")).collect();
        self.text(&format!("loader-site{needed}.js")).or_else(|_| self.text("loader.js"))
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
