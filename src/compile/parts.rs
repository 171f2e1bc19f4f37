//! The parts that are the same for every site, as `cargo xtask build` makes them: from a folder, or from inside the command.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use super::file_system::{FileSystem, Native};
use crate::site::{Mode, Purpose, SiteFile};

/// What a site may do without, in the order of the loaders' names, each with the constant that leaves it out: the one table for this
/// file, for xtask and for `www/loader/page/features.js`.
const VARIANTS: &str = include_str!("../../www/loader/variants.json");

/// `loader.js`, `gates.js`, `later.js`, `receipts.js` and `audit.js` (joined, their slots open), the loader without what a site may do without
/// (`loader-…js`), `consent-mode.js`, `microsoft-consent.js`, `integrity.js`, `notice.css`, `position.css`, `app.css`, `page.css`, `request.js`, `app.js` and `app.wasm`.
#[derive(Clone, Debug)]
pub struct Parts {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    /// Where they are from, for the sentence about one that is missing.
    folder: PathBuf,
}

/// A part that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingPart {
    path: PathBuf,
}

impl Parts {
    /// The parts in a folder of this computer.
    pub fn in_folder(folder: impl Into<PathBuf>) -> Self {
        Self::on(&Native, &folder.into())
    }

    /// The parts in a folder of a file system. One that cannot be read is missed when it is needed.
    pub fn on(disk: &dyn FileSystem, folder: &Path) -> Self {
        let names = disk.list(folder).unwrap_or_default().into_iter();
        let files = names.filter_map(|name| disk.read(&folder.join(&name)).ok().map(|bytes| (name, bytes.into())));
        Self { files: files.collect(), folder: folder.to_owned() }
    }

    /// Parts that a program brings along, by their names.
    pub fn inside(files: impl IntoIterator<Item = (String, Cow<'static, [u8]>)>) -> Self {
        Self { files: files.into_iter().collect(), folder: PathBuf::new() }
    }

    /// Whether there is none at all.
    pub fn are_missing(&self) -> bool {
        self.files.is_empty()
    }

    /// The loader with what a site needs of it; the whole one where no variant was made.
    pub(super) fn loader(&self, site: &SiteFile) -> Result<String, MissingPart> {
        if site.shares_choices().is_some() {
            return self.variant("-shared");
        }
        // An endpoint for records comes with the signals, and so does California's way back (www/loader/page/features.js).
        let is_spoken_to = |purpose: &Purpose<_>| purpose.is_uk_exempt();
        let signals = site.records.is_some() || site.sells_or_shares() || site.purposes.iter().any(is_spoken_to);
        let is_needed = |part: &str| match part {
            "notice" => site.mode() == Mode::Notice,
            "languages" => site.languages.len() > 1,
            "news" => site.logs_changes(),
            "signals" => signals,
            other => panic!("www/loader/variants.json has `{other}`, which nothing here decides on"),
        };
        // The table is compiled in, and every build of a site reads it: neither can fail but in a test of this repository.
        let parts: Vec<[String; 2]> = serde_json::from_str(VARIANTS).expect("pairs of names");
        let needed: String =
            parts.iter().filter(|[part, _]| is_needed(part)).map(|[part, _]| format!("-{part}")).collect();
        self.variant(&needed)
    }

    fn variant(&self, needed: &str) -> Result<String, MissingPart> {
        let has_variants = self.files.keys().any(|name| name.starts_with("loader-site"));
        if has_variants { self.text(&format!("loader-site{needed}.js")) } else { self.text("loader.js") }
    }

    pub(super) fn bytes(&self, name: &str) -> Result<Vec<u8>, MissingPart> {
        self.files.get(name).map(|bytes| bytes.to_vec()).ok_or_else(|| self.missing(name))
    }

    pub(super) fn text(&self, name: &str) -> Result<String, MissingPart> {
        String::from_utf8(self.bytes(name)?).map_err(|_| self.missing(name))
    }

    fn missing(&self, name: &str) -> MissingPart {
        MissingPart { path: self.folder.join(name) }
    }
}

impl fmt::Display for MissingPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} cannot be read; run `cargo xtask build`, which makes it, or name another folder with --parts DIR",
            self.path.display()
        )
    }
}

impl std::error::Error for MissingPart {}
