//! The files that a build reads: the site file, and the texts that it names, which must be in its folder or below.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::check::Sources;
use crate::compile::file_system::FileSystem;

/// What files held when they were read; `None` where one could not be read.
pub(super) type Snapshot = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// The folder of a site file. Records what it reads, for `--watch` and for the snippets of findings.
pub(super) struct SiteFolder<'a> {
    files: &'a dyn FileSystem,
    folder: &'a Path,
    pub read: RefCell<Snapshot>,
    /// The texts by the names that the site file gives them.
    texts: RefCell<BTreeMap<String, String>>,
}

impl<'a> SiteFolder<'a> {
    pub fn of(files: &'a dyn FileSystem, site: &'a Path) -> Self {
        Self {
            files,
            folder: site.parent().unwrap_or(Path::new("")),
            read: RefCell::default(),
            texts: RefCell::default(),
        }
    }

    /// A text by the name that the site file gives it.
    pub fn read(&self, name: &str) -> Result<String, String> {
        let path = self.folder.join(name);
        if self.leads_out(name, &path) {
            return Err("it is outside the folder of the site file".into());
        }
        let text = read_text(self.files, &path, &mut self.read.borrow_mut())?;
        self.texts.borrow_mut().insert(name.into(), text.clone());
        Ok(text)
    }

    /// What findings can point into: the site file, and what was read since.
    pub fn sources(&self, site: &Path, text: &str) -> Sources {
        let mut sources = Sources::new(&site.display().to_string(), text);
        self.texts.borrow().iter().for_each(|(name, text)| sources.add(name, text));
        sources
    }

    /// Whether a name leads out of the folder, by itself or through a link: what is read there gets published.
    fn leads_out(&self, name: &str, path: &Path) -> bool {
        let mut depth = 0;
        for part in Path::new(name).components() {
            depth += match part {
                Component::Normal(_) => 1,
                Component::CurDir => 0,
                Component::ParentDir => -1,
                Component::Prefix(_) | Component::RootDir => return true,
            };
            if depth < 0 {
                return true;
            }
        }
        // A missing file has no canonical path; reading it reports that.
        let (folder, file) = (self.files.canonicalize(self.folder), self.files.canonicalize(path));
        folder.is_ok_and(|folder| file.is_ok_and(|file| !file.starts_with(folder)))
    }
}

/// A text file; `snapshot` records what it held.
pub(super) fn read_text(files: &dyn FileSystem, path: &Path, snapshot: &mut Snapshot) -> Result<String, String> {
    let read = files.read(path);
    snapshot.insert(path.to_owned(), read.clone().ok());
    let bytes = read.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|_| "it is not in UTF-8".into())
}
