//! Prebuilt tools: releases that projects publish with checksums, so that the tools need not be compiled.
//!
//! A release is installed only if its archive matches the published checksum. Otherwise the error is one sentence, and the caller compiles
//! the tool.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use crate::files;

/// The longest wait for a connection, in seconds.
const CONNECT: &str = "3";
/// The longest download, in seconds; the largest archive is 10 MB.
const DOWNLOAD: &str = "180";

/// A published archive.
pub struct Release {
    /// Its address.
    pub archive: String,
    /// The address of the file with its SHA-256.
    pub checksum: String,
    /// The programs in it, in whatever folder.
    pub programs: &'static [&'static str],
}

impl Release {
    /// Trunk's release for this machine.
    pub fn trunk(version: &str) -> Option<Self> {
        let target = target("gnu")?;
        let archive = format!("https://github.com/trunk-rs/trunk/releases/download/v{version}/trunk-{target}.tar.gz");
        Some(Self { checksum: format!("{archive}.sha256"), archive, programs: &["trunk"] })
    }

    /// wasm-bindgen's release for this machine, and its test runner.
    pub fn wasm_bindgen(version: &str) -> Option<Self> {
        let name = format!("wasm-bindgen-{version}-{}", target("musl")?);
        let archive = format!("https://github.com/wasm-bindgen/wasm-bindgen/releases/download/{version}/{name}.tar.gz");
        let programs = &["wasm-bindgen", "wasm-bindgen-test-runner"];
        Some(Self { checksum: format!("{archive}.sha256sum"), archive, programs })
    }

    /// Downloads it, compares its checksum and puts its programs into a folder.
    pub fn install(&self, into: &Path) -> Result<(), String> {
        let work = std::env::temp_dir().join(format!("courtesy-release-{}-{}", self.programs[0], std::process::id()));
        files::empty(&work)?;
        let done = self.install_by(&work, into);
        let _ = fs::remove_dir_all(&work);
        done
    }

    fn install_by(&self, work: &Path, into: &Path) -> Result<(), String> {
        let published = download(&self.checksum, &work.join("checksum"))?;
        let published = fs::read_to_string(published).map_err(|error| error.to_string())?;
        let published = published.split_whitespace().next().unwrap_or_default().to_lowercase();
        let archive = download(&self.archive, &work.join("archive.tar.gz"))?;
        let bytes = fs::read(&archive).map_err(|error| error.to_string())?;
        if published != hex(&Sha256::digest(bytes)) {
            return Err(format!("{} does not have the checksum that was published with it", self.archive));
        }
        let unpacked = Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(work).status();
        if !unpacked.is_ok_and(|status| status.success()) {
            return Err(format!("{} could not be unpacked", self.archive));
        }
        fs::create_dir_all(into).map_err(|error| error.to_string())?;
        for program in self.programs {
            let found = find(work, program).ok_or_else(|| format!("{} has no {program}", self.archive))?;
            fs::copy(found, into.join(program)).map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

/// The name that releases for this machine have; Linux has two C libraries.
fn target(libc: &str) -> Option<String> {
    let arch = std::env::consts::ARCH;
    let system = match std::env::consts::OS {
        "linux" => format!("unknown-linux-{libc}"),
        "macos" => "apple-darwin".into(),
        _ => return None,
    };
    ["x86_64", "aarch64"].contains(&arch).then(|| format!("{arch}-{system}"))
}

fn download(address: &str, to: &Path) -> Result<PathBuf, String> {
    let mut curl = Command::new("curl");
    curl.args([
        "--fail",
        "--silent",
        "--show-error",
        "--location",
        "--connect-timeout",
        CONNECT,
        "--max-time",
        DOWNLOAD,
    ]);
    let done = curl.arg("--output").arg(to).arg(address).output().map_err(|_| "curl is missing".to_owned())?;
    if done.status.success() {
        return Ok(to.to_owned());
    }
    let why = String::from_utf8_lossy(&done.stderr);
    Err(why.lines().last().unwrap_or("curl failed").trim().to_owned())
}

/// Bytes in hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file of that name in a folder or in one of its folders.
fn find(folder: &Path, name: &str) -> Option<PathBuf> {
    let paths = files::list(folder).ok()?;
    let direct = paths.iter().find(|path| path.is_file() && files::name_of(path) == name).cloned();
    direct.or_else(|| paths.iter().filter(|path| path.is_dir()).find_map(|path| find(path, name)))
}
