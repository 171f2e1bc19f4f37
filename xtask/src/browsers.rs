//! The engines that the tests run in: found, installed if that is allowed, or listed as not run.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::{compiler, run, tools};

/// An engine.
pub struct Browser {
    /// Its name in the tests and in the summary.
    pub name: &'static str,
    /// Its programs, or what is missing.
    pub found: Result<Engine, String>,
}

/// A browser and the program that drives it.
pub struct Engine {
    pub driver: PathBuf,
    pub binary: PathBuf,
    /// A program that gives it a screen, if it cannot run without one.
    pub screen: Option<PathBuf>,
}

impl Engine {
    /// The form that the end-to-end tests read.
    pub fn json(&self) -> Value {
        json!({ "driver": self.driver, "binary": self.binary, "screen": self.screen })
    }
}

/// The three engines.
pub fn all(root: &Path) -> [Browser; 3] {
    [
        Browser { name: "chromium", found: chromium() },
        Browser { name: "firefox", found: firefox(root) },
        Browser { name: "webkit", found: webkit() },
    ]
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| run::on_path(name))
}

/// Searches, installs Debian's packages if that is allowed, and searches again.
fn find(what: &str, packages: &[&str], look: impl Fn() -> Option<Engine>) -> Result<Engine, String> {
    if let Some(engine) = look() {
        return Ok(engine);
    }
    compiler::apt_install(what, packages)?;
    look().ok_or_else(|| format!("{what} was not found, although {} are installed", packages.join(" ")))
}

fn chromium() -> Result<Engine, String> {
    find("Chromium with its driver", &["chromium", "chromium-driver"], || {
        let binary = first(&["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])?;
        Some(Engine { driver: run::on_path("chromedriver")?, binary, screen: None })
    })
}

fn firefox(root: &Path) -> Result<Engine, String> {
    let binary = || first(&["firefox-esr", "firefox"]);
    if binary().is_none() {
        compiler::apt_install("Firefox", &["firefox-esr"])?;
    }
    let binary = binary().ok_or("Firefox is missing")?;
    Ok(Engine { driver: tools::geckodriver(root)?, binary, screen: None })
}

fn webkit() -> Result<Engine, String> {
    find("WebKit (WebKitGTK's MiniBrowser with its driver)", &["webkit2gtk-driver", "xvfb", "xauth"], || {
        let driver = run::on_path("WebKitWebDriver")?;
        let folders = fs::read_dir("/usr/lib").ok()?.filter_map(|entry| Some(entry.ok()?.path()));
        let binary = folders.map(|folder| folder.join("webkit2gtk-4.1/MiniBrowser")).find(|path| path.is_file())?;
        Some(Engine { driver, binary, screen: Some(run::on_path("xvfb-run")?) })
    })
}
