//! The same site gives the same bytes, in another process, another folder and another environment.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::command::{courtesy, folder};
use crate::compiling::parts;
use crate::fixtures::path;

/// What a build of its own process writes, by file name.
fn built(name: &str, site: &Path, environment: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let folder = folder(name);
    let site = site.to_str().expect("a path in UTF-8");
    let mut command = courtesy(&folder, &["build", site, "--out", "out", "--parts", "../../parts", "--quiet"]);
    assert!(command.envs(environment.iter().copied()).status().expect("it runs").success(), "{site}");
    let files = fs::read_dir(folder.join("out")).expect("it was built").flatten();
    files.map(|file| (file.file_name().to_string_lossy().into(), fs::read(file.path()).expect("a file"))).collect()
}

#[test]
fn two_processes_write_the_same_bytes() {
    parts();
    for name in ["mazoon", "mjpro", "nanoflux", "mediux", "quillhaven"] {
        let site = path(&format!("www/sites/{name}/site.json"));
        let first = built(&format!("determinism-{name}-1"), &site, &[]);
        let second = built(&format!("determinism-{name}-2"), &site, &[("TZ", "Asia/Tokyo"), ("LANG", "de_DE.UTF-8")]);
        assert!(first.len() > 10 && first == second, "{name}");
    }
}
