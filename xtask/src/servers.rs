//! The web servers for the tests of docs/serving.md: found, or installed if that is allowed. Debian starts a server when it installs it;
//! this is prevented, because the tests start the servers themselves.

use std::fs;
use std::path::{Path, PathBuf};

use crate::{compiler, run};

/// The files that the tests need, and the Debian packages that have them.
const MODULES: [&str; 4] = [
    "/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so",
    "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so",
    "/usr/lib/apache2/modules/mod_brotli.so",
    "/etc/mime.types",
];
const PROGRAMS: [&str; 3] = ["nginx", "apache2", "caddy"];
const PACKAGES: [&str; 6] = [
    "nginx",
    "libnginx-mod-http-brotli-filter",
    "libnginx-mod-http-brotli-static",
    // The program and its modules, without the service.
    "apache2-bin",
    "media-types",
    "caddy",
];

/// Finds nginx, Apache and Caddy, or installs them.
pub fn all() -> Result<(), String> {
    if missing().is_empty() {
        return Ok(());
    }
    let _stopped = NoServices::begin();
    compiler::apt_install("a web server of the serving tests", &PACKAGES)?;
    let missing = missing();
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!("{} missing, although {} are installed", missing.join(", "), PACKAGES.join(" ")))
}

fn missing() -> Vec<&'static str> {
    let is_program = |name: &str| run::on_path(name).is_some() || Path::new("/usr/sbin").join(name).is_file();
    let programs = PROGRAMS.into_iter().filter(|name| !is_program(name));
    programs.chain(MODULES.into_iter().filter(|path| !Path::new(path).is_file())).collect()
}

/// Until this is dropped, Debian's packages start no service. An administrator's rule is left alone.
struct NoServices(Option<PathBuf>);

impl NoServices {
    fn begin() -> Self {
        let rule = PathBuf::from("/usr/sbin/policy-rc.d");
        if rule.exists() || !run::may_install() {
            return Self(None);
        }
        // If it cannot be written, installing fails for the same reason.
        let written = fs::write(&rule, "#!/bin/sh\nexit 101\n").and_then(|()| compiler::executable(&rule));
        Self(written.is_ok().then_some(rule))
    }
}

impl Drop for NoServices {
    fn drop(&mut self) {
        if let Some(rule) = &self.0 {
            // A rule that remains has the same effect on the next installation.
            let _ = fs::remove_file(rule);
        }
    }
}
