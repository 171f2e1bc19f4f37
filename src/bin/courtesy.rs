//! The command of an owner: `courtesy build` makes a site's files, `courtesy check` says what is wrong or missing in a site file.
//!
//! It reads and writes files and speaks to the terminal; everything else is the library's.

mod findings;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{eprint, eprintln, print, println};
use clap::{Parser, Subcommand};
use courtesy::check::{Finding, Report, since};
use courtesy::compile::loader::{self, AppFiles, Joined};
use courtesy::compile::output::{self, about};
use courtesy::compile::{File, Form, Parts, Policies, compile, earlier, generic, generic_loader, material};
use courtesy::site::read::{Problem, read};
use courtesy::site::{Day, SiteFile};
use owo_colors::OwoColorize;

use findings::{check, coloured};

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
    ///
    /// Where an earlier build stands in the folder, it says what visitors are asked again.
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
    /// Says what is wrong in a site file, what it contradicts and what it leaves out; ends with 1 if there is an error.
    ///
    /// With --built it also says which material facts changed since the last build while "notice.version" did not, and
    /// who is asked again about what. docs/check.md explains every finding.
    Check {
        /// The site file.
        site: PathBuf,
        /// Writes one JSON object, for other programs.
        #[arg(long)]
        json: bool,
        /// The folder of the last build, or the manifest.json in it: says what visitors are asked again since then.
        #[arg(long, value_name = "DIR")]
        built: Option<PathBuf>,
        /// The day to count from (for this repository's own tests).
        #[arg(long, hide = true, value_parser = |text: &str| text.parse::<Day>().map_err(|error| error.to_string()))]
        today: Option<Day>,
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
        Command::Check { site, json, built, today } => return check(&site, json, built.as_deref(), today),
        Command::Parts { from, out } => write_parts(&from, &out),
        Command::Generic { parts, out, served_as } => {
            write_generic(&Parts::in_folder(parts), &out, served_as.as_deref())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => failure(&message),
    }
}

fn failure(message: &str) -> ExitCode {
    eprintln!("{} {message}", "error:".red().bold());
    ExitCode::FAILURE
}

fn build(path: &Path, out: &Path, parts: &Parts, site_only: bool) -> Result<(), String> {
    let site = site_file(path).map_err(|sentence| sentence + "; nothing was written")?;
    let policies =
        Policies::of(&site, beside(path)).map_err(|problems| tell(path, problems) + "; nothing was written")?;
    let form = if site_only { Form::SiteOnly } else { Form::Built };
    let files = compile(&site, &policies, parts, form).map_err(|missing| missing.to_string())?;
    // Another program's manifest is in the way of this build, and with an older version's nothing can be compared yet.
    let before = earlier(out).ok();
    let removed = output::write(out, &files)?;
    for File { name, bytes } in &files {
        println!("{:>9}  {}", bytes.len().dimmed(), out.join(name).display());
    }
    for path in removed {
        println!("{:>9}  {}", "removed".dimmed(), path.display());
    }
    let changed: Vec<Finding> = before.and_then(|before| since(&before, &material(&site))).into_iter().collect();
    let name = path.display().to_string();
    print!("{}", Report { site: &name, mode: Some(site.mode()), findings: &changed }.each(coloured));
    Ok(())
}

/// Reads the files that a site file names from where it is.
fn beside(site: &Path) -> impl Fn(&str) -> Result<String, String> {
    let folder = site.parent().unwrap_or(Path::new("")).to_owned();
    move |name| in_utf8(&folder.join(name))
}

fn in_utf8(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|_| "it is not in UTF-8".into())
}

/// The site file, or (after its problems are said) that it cannot be read.
fn site_file(path: &Path) -> Result<SiteFile, String> {
    let text = fs::read_to_string(path).map_err(|error| about(path, &error))?;
    read(&text).map_err(|problems| tell(path, problems))
}

/// Says what is wrong in a site file, or in the text that it names.
fn tell(path: &Path, problems: Vec<Problem>) -> String {
    let site = path.display().to_string();
    let findings = Finding::of_problems(problems, &site);
    eprint!("{}", Report { site: &site, mode: None, findings: &findings }.text(coloured));
    format!("{site} cannot be built")
}

fn write_parts(from: &Path, out: &Path) -> Result<(), String> {
    let modules = texts(&from.join("loader"), "js")?;
    let mut files = vec![
        file("loader.js", loader::join(&modules, "start.js", Joined::Script)?),
        file("later.js", loader::join(&modules, "later.js", Joined::Module)?),
        file("receipts.js", loader::join(&modules, "receipts.js", Joined::Module)?),
        file("consent-mode.js", loader::join(&modules, "consent-mode.js", Joined::Script)?),
        file("integrity.js", loader::join(&modules, "integrity.js", Joined::Script)?),
    ];
    let page = from.join("app/request.js");
    files.push(file("request.js", fs::read_to_string(&page).map_err(|error| about(&page, &error))?));
    let styles = texts(&from.join("styles"), "css")?;
    let shared = |name: &str| styles.get(name).ok_or_else(|| format!("{} has no {name}", from.display()));
    let (facts, form, choices) = (shared("facts.css")?, shared("form.css")?, shared("choices.css")?);
    files.extend(styles.iter().map(|(name, text)| match name.as_str() {
        // Both show the same lists and the same form.
        "app.css" => file(name, format!("{text}\n{facts}\n{form}\n{choices}")),
        "page.css" => file(name, format!("{text}\n{facts}\n{form}")),
        _ => file(name, text.clone()),
    }));
    write(out, &files)
}

fn write_generic(parts: &Parts, out: &Path, served_as: Option<&[String]>) -> Result<(), String> {
    let files = match served_as {
        Some([script, wasm, styles]) => {
            let app = AppFiles { script: script.clone(), wasm: wasm.clone(), styles: styles.clone() };
            generic_loader(parts, &app).map(Vec::from)
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
