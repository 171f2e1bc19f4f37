//! Hidden commands for this repository's build: the parts that are not scripts of the loader, and the generic `courtesy.js`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::compile::output::with_path;
use crate::compile::{AppFiles, File, Parts, generic, generic_loader};
use clap::Subcommand;

use super::host::Host;
use super::site_files::{Snapshot, read_text};

#[derive(Subcommand)]
pub(super) enum InternalCommand {
    /// Writes the styles and the request page's script, not minified (for this repository's own build).
    #[command(hide = true)]
    Parts {
        /// The folder with `app` and `styles`.
        #[arg(long, value_name = "DIR", default_value = "www")]
        from: PathBuf,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// Writes the generic courtesy.js and the app's files (for this repository's own build).
    #[command(hide = true)]
    Generic {
        #[arg(long, value_name = "DIR", default_value = "target/parts")]
        parts: PathBuf,
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// Write only courtesy.js, for an app that another tool serves under these names.
        #[arg(long, num_args = 3, value_names = ["SCRIPT", "WASM", "STYLES"])]
        served_as: Option<Vec<String>>,
    },
}

impl InternalCommand {
    pub(super) fn run(self, host: &dyn Host) -> Result<(), String> {
        match self {
            Self::Parts { from, out } => write(host, &out, &parts(host, &from)?),
            Self::Generic { parts, out, served_as } => {
                let parts = Parts::on(host.files(), &parts);
                let files = match served_as.as_deref() {
                    Some([script, wasm, styles]) => {
                        let app = AppFiles { script: script.clone(), wasm: wasm.clone(), styles: styles.clone() };
                        generic_loader(&parts, &app).map(Vec::from)
                    }
                    _ => generic(&parts),
                };
                write(host, &out, &files.map_err(|missing| missing.to_string())?)
            }
        }
    }
}

fn parts(host: &dyn Host, from: &Path) -> Result<Vec<File>, String> {
    let mut files = vec![file("request.js", text(host, &from.join("app/request.js"))?)];
    let styles = texts(host, &from.join("styles"), "css")?;
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

fn write(host: &dyn Host, out: &Path, files: &[File]) -> Result<(), String> {
    host.files().make_folder(out).map_err(|error| with_path(out, &error))?;
    for File { name, bytes } in files {
        let path = out.join(name);
        host.files().write(&path, bytes).map_err(|error| with_path(&path, &error))?;
    }
    Ok(())
}

fn text(host: &dyn Host, path: &Path) -> Result<String, String> {
    read_text(host.files(), path, &mut Snapshot::new()).map_err(|why| format!("{}: {why}", path.display()))
}

/// The text files of a folder with that extension, by name.
fn texts(host: &dyn Host, folder: &Path, ending: &str) -> Result<BTreeMap<String, String>, String> {
    let names = host.files().list(folder).map_err(|error| with_path(folder, &error))?.into_iter();
    let wanted = names.filter(|name| Path::new(name).extension().is_some_and(|found| found == ending));
    wanted.map(|name| text(host, &folder.join(&name)).map(|text| (name, text))).collect()
}
