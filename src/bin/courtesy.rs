//! The command of an owner: `courtesy build` makes a site's files, `courtesy check` says what is wrong in a site file.
//!
//! It reads and writes files and speaks to the terminal; everything else is the library's.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{eprintln, println};
use clap::{Parser, Subcommand};
use courtesy::compile::loader::{self, AppFiles};
use courtesy::compile::output::{self, about};
use courtesy::compile::{File, Form, Parts, compile, generic, generic_loader};
use courtesy::site::read::{Problem, read};
use courtesy::site::{Mode, Policy, SiteFile};
use owo_colors::OwoColorize;

/// A site's cookie and localStorage notice, its policy and its rights form, from one site file.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Writes everything that a web server needs to serve for a site.
    Build {
        /// The site file.
        site: PathBuf,
        /// The folder to write to; files that no build wrote are left alone, and hashed ones of earlier builds stay.
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
        /// The folder with the loader and the app, made by `cargo xtask build`.
        #[arg(long, value_name = "DIR", default_value = "target/parts")]
        parts: PathBuf,
        /// Writes only the site's own files, for a page whose tag says data-site and gets courtesy.js from elsewhere.
        #[arg(long)]
        site_only: bool,
    },
    /// Says everything that is wrong in a site file.
    Check {
        /// The site file.
        site: PathBuf,
    },
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

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Build { site, out, parts, site_only } => build(&site, &out, &Parts::in_folder(parts), site_only),
        Command::Check { site } => check(&site),
        Command::Parts { from, out } => write_parts(&from, &out),
        Command::Generic { parts, out, served_as } => {
            write_generic(&Parts::in_folder(parts), &out, served_as.as_deref())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{} {message}", "error:".red().bold());
            ExitCode::FAILURE
        }
    }
}

fn build(path: &Path, out: &Path, parts: &Parts, site_only: bool) -> Result<(), String> {
    let site = site_file(path).map_err(|sentence| sentence + "; nothing was written")?;
    if let Some(Policy::Source { source, .. }) = &site.policy {
        let note = "is not read by this version: privacy.html has the declared facts only";
        eprintln!("{} policy.source ({source}) {note}", "note:".yellow().bold());
    }
    let form = if site_only { Form::SiteOnly } else { Form::Built };
    let files = compile(&site, parts, form).map_err(|missing| missing.to_string())?;
    let removed = output::write(out, &files)?;
    for File { name, bytes } in &files {
        println!("{:>9}  {}", bytes.len().dimmed(), out.join(name).display());
    }
    for path in removed {
        println!("{:>9}  {}", "removed".dimmed(), path.display());
    }
    Ok(())
}

fn check(path: &Path) -> Result<(), String> {
    let site = site_file(path)?;
    let mode = match site.mode() {
        Mode::Notice => "it informs and asks for nothing (notice mode)",
        Mode::Consent => "it has something to ask for (consent mode)",
    };
    println!("{} {}: {mode}", "ok".green().bold(), path.display());
    Ok(())
}

fn site_file(path: &Path) -> Result<SiteFile, String> {
    let text = fs::read_to_string(path).map_err(|error| about(path, &error))?;
    read(&text).map_err(|problems| {
        let count = problems.len();
        for Problem { path: place, sentence, mend, .. } in problems {
            let place = if place.is_empty() { String::new() } else { format!("{}: ", place.bold()) };
            eprintln!("{place}{sentence}; {mend}");
        }
        let problems = if count == 1 { "1 problem".into() } else { format!("{count} problems") };
        format!("{} has {problems}", path.display())
    })
}

fn write_parts(from: &Path, out: &Path) -> Result<(), String> {
    let modules = texts(&from.join("loader"), "js")?;
    let joined = loader::join(&modules, "start.js")?;
    let mut files = vec![file("loader.js", joined)];
    let styles = texts(&from.join("styles"), "css")?;
    let facts = styles.get("facts.css").ok_or_else(|| format!("{} has no facts.css", from.display()))?;
    files.extend(styles.iter().map(|(name, text)| match name.as_str() {
        // Both show the same lists.
        "app.css" | "page.css" => file(name, format!("{text}\n{facts}")),
        _ => file(name, text.clone()),
    }));
    write(out, &files)
}

fn write_generic(parts: &Parts, out: &Path, served_as: Option<&[String]>) -> Result<(), String> {
    let files = match served_as {
        Some([script, wasm, styles]) => {
            let app = AppFiles { script: script.clone(), wasm: wasm.clone(), styles: styles.clone() };
            generic_loader(parts, &app).map(|text| vec![file("courtesy.js", text)])
        }
        _ => generic(parts),
    };
    write(out, &files.map_err(|missing| missing.to_string())?)
}

fn file(name: &str, text: String) -> File {
    File { name: name.into(), bytes: text.into_bytes() }
}

fn write(out: &Path, files: &[File]) -> Result<(), String> {
    fs::create_dir_all(out).map_err(|error| about(out, &error))?;
    for File { name, bytes } in files {
        let path = out.join(name);
        fs::write(&path, bytes).map_err(|error| about(&path, &error))?;
    }
    Ok(())
}

/// The texts of a folder's files with that ending, by name.
fn texts(folder: &Path, ending: &str) -> Result<BTreeMap<String, String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| about(folder, &error))?;
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let wanted = paths.filter(|path| path.extension().is_some_and(|found| found == ending));
    wanted
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            Ok((name, fs::read_to_string(&path).map_err(|error| about(&path, &error))?))
        })
        .collect()
}
