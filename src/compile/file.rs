//! A file of a build: a hash in its name lets it be cached for ever, sha384 lets a page check it.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256, Sha384};

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

    /// A file with a hash of its contents in its name: `app-Xk29fjA1.js`.
    pub(super) fn hashed(stem: &str, extension: &str, bytes: Vec<u8>) -> Self {
        Self { name: format!("{stem}-{}.{extension}", short_hash(&bytes)), bytes }
    }
}

/// Eight characters of a SHA-256: 48 bits, enough to tell builds of one site apart.
pub fn short_hash(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..6])
}

/// The value of an `integrity` attribute.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}
