//! Files and their names: a hash in the name lets a file be cached for ever, sha384 lets a page check it.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::json;
use sha2::{Digest, Sha256, Sha384};

use crate::check::MaterialFacts;
use crate::consent::Entries;

/// A file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name in the output folder.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl File {
    pub(super) fn new(name: String, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name, bytes: bytes.into() }
    }

    /// A file that is named after what it holds: `app-Xk29fjA1.js`.
    pub(super) fn hashed(stem: &str, ending: &str, bytes: Vec<u8>) -> Self {
        Self { name: format!("{stem}-{}.{ending}", short_hash(&bytes)), bytes }
    }
}

/// Eight characters of a SHA-256: 48 bits, enough to tell builds of one site apart.
pub fn short_hash(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..6])
}

/// What a page says of a file by `integrity`.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// `manifest.json`: every file with its size in bytes and its integrity, and what the next build is held against.
pub(super) fn manifest(material: MaterialFacts, files: &[File]) -> File {
    let MaterialFacts { mode, version, facts } = material;
    let listed: Vec<_> = files
        .iter()
        .map(|File { name, bytes }| json!({ "name": name, "bytes": bytes.len(), "integrity": integrity(bytes) }))
        .collect();
    let manifest = json!({
        "courtesy": env!("CARGO_PKG_VERSION"),
        "notice": { "mode": mode, "version": version, "facts": Entries(facts) },
        "files": listed,
    });
    File::new("manifest.json".into(), format!("{manifest:#}\n"))
}
