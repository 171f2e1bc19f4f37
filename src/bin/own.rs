//! What only this repository's own build asks of the command: the parts before they are minified, and `courtesy.js` for no site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use courtesy::compile::loader::{self, AppFiles, Joined};
use courtesy::compile::output::about;
use courtesy::compile::{File, Parts, generic, generic_loader};

use super::machine::Machine;

#[derive(Subcommand)]
pub(super) enum Own {
    /// Joins the loader and copies the styles: the parts, before they are minified (for this repository's own build).
    #[command(hide = true)]
    Parts {
        /// The folder with `loader` and `styles`.
        #[arg(long, value_name = "DIR", default_value = "www")]
        from: PathBuf,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Writes the courtesy.js that is built for no site, and the app's files (for this repository's own build).
    #[command(hide = true)]
    Generic {
        #[arg(long, value_name = "DIR", default_value = "target/parts")]
        parts: PathBuf,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Writes only courtesy.js, for an app that another tool serves under these names: script, wasm, styles.
        #[arg(long, num_args = 3, value_names = ["SCRIPT", "WASM", "STYLES"])]
        served_as: Option<Vec<String>>,
    },
}

impl Own {
    pub(super) fn run(self, machine: &dyn Machine) -> Result<(), String> {
        match self {
            Self::Parts { from, out } => write(machine, &out, &parts(machine, &from)?),
            Self::Generic { parts, out, served_as } => {
                let parts = Parts::on(machine, &parts);
                let files = match served_as.as_deref() {
                    Some([script, wasm, styles]) => {
                        let app = AppFiles { script: script.clone(), wasm: wasm.clone(), styles: styles.clone() };
                        generic_loader(&parts, &app).map(Vec::from)
                    }
                    _ => generic(&parts),
                };
                write(machine, &out, &files.map_err(|missing| missing.to_string())?)
            }
        }
    }
}

fn parts(machine: &dyn Machine, from: &Path) -> Result<Vec<File>, String> {
    let modules = modules(machine, &from.join("loader"))?;
    let mut files = vec![
        file("loader.js", loader::join(&modules, "start.js", Joined::Script)?),
        file("gates.js", loader::join(&modules, "effects/gates.js", Joined::Module)?),
        file("later.js", loader::join(&modules, "lazy/lazy.js", Joined::Module)?),
        file("receipts.js", loader::join(&modules, "lazy/receipt-actions.js", Joined::Module)?),
        file("consent-mode.js", loader::join(&modules, "effects/consent-mode.js", Joined::Script)?),
        file("microsoft-consent.js", loader::join(&modules, "effects/microsoft-consent.js", Joined::Script)?),
        file("integrity.js", loader::join(&modules, "page/integrity.js", Joined::Script)?),
        file("request.js", text(machine, &from.join("app/request.js"))?),
    ];
    let styles = texts(machine, &from.join("styles"), "css")?;
    let shared = |name: &str| styles.get(name).ok_or_else(|| format!("{} has no {name}", from.display()));
    let (facts, form, choices) = (shared("facts.css")?, shared("form.css")?, shared("choices.css")?);
    files.extend(styles.iter().map(|(name, text)| match name.as_str() {
        // Both show the same lists and the same form.
        "app.css" => file(name, format!("{text}\n{facts}\n{form}\n{choices}")),
        "page.css" => file(name, format!("{text}\n{facts}\n{form}")),
        _ => file(name, text.clone()),
    }));
    Ok(files)
}

fn file(name: &str, text: String) -> File {
    File { name: name.into(), bytes: text.into_bytes() }
}

fn write(machine: &dyn Machine, out: &Path, files: &[File]) -> Result<(), String> {
    machine.make_folder(out).map_err(|fault| about(out, &fault))?;
    for File { name, bytes } in files {
        let path = out.join(name);
        machine.write(&path, bytes).map_err(|fault| about(&path, &fault))?;
    }
    Ok(())
}

fn text(machine: &dyn Machine, path: &Path) -> Result<String, String> {
    super::in_utf8(machine, path, &mut super::Seen::new()).map_err(|why| format!("{}: {why}", path.display()))
}

/// The loader's modules, by their paths inside its folder.
fn modules(machine: &dyn Machine, loader: &Path) -> Result<BTreeMap<String, String>, String> {
    let mut modules = texts(machine, loader, "js")?;
    for folder in ["consent", "notice", "effects", "lazy", "page"] {
        let texts = texts(machine, &loader.join(folder), "js")?;
        modules.extend(texts.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text)));
    }
    Ok(modules)
}

/// The texts of a folder's files with that ending, by name.
fn texts(machine: &dyn Machine, folder: &Path, ending: &str) -> Result<BTreeMap<String, String>, String> {
    let names = machine.names(folder).map_err(|fault| about(folder, &fault))?.into_iter();
    let wanted = names.filter(|name| Path::new(name).extension().is_some_and(|found| found == ending));
    wanted.map(|name| text(machine, &folder.join(&name)).map(|text| (name, text))).collect()
}
