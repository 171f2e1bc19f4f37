//! How many bytes a visitor fetches, raw and as servers send them, and the budgets (ARCHITECTURE.md, "Budgets").

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files::name_of;
use crate::{files, languages, ordinary};

/// Everything that a first visit needs, in one request, brotli: a site in one language, whether it asks or informs.
const FIRST_VISIT: usize = 6_600;
/// The script that opens and closes gates, brotli (docs/decisions/019).
const GATES: usize = 3_500;
/// The loader's second half, brotli (docs/decisions/013).
const LATER: usize = 7_500;
/// The app with its styles and the words of one language, brotli.
const APP: usize = 96_000;

/// File names have hashes, whose compressed size varies by chance (docs/bytes.md).
const CHANCE: usize = 15;

/// A line of the table.
pub struct Row {
    /// What is measured.
    pub name: String,
    /// Whether it is the app's.
    pub of_app: bool,
    raw: usize,
    gzip: usize,
    /// Compressed, as a server sends it.
    pub brotli: usize,
    /// What it may be.
    pub budget: Option<usize>,
}

impl Row {
    /// Whether it is over its budget.
    pub fn is_over(&self) -> bool {
        self.budget.is_some_and(|budget| self.brotli > budget)
    }
}

/// The rows for the built sites.
pub fn rows(root: &Path, sites: &[PathBuf]) -> Result<Vec<Row>, String> {
    let mut rows = Vec::new();
    for site in sites {
        let name = name_of(site);
        let script = root.join("target/sites").join(&name).join("courtesy.js");
        // Quillhaven has three languages and a log of changes.
        let budget = (name != "quillhaven").then_some(FIRST_VISIT);
        rows.push(Row { budget, ..measure(format!("first visit, {name}"), &[script])? });
    }
    for site in ordinary::SITES {
        let script = root.join(ordinary::FOLDER).join(site).join("courtesy.js");
        rows.push(measure(format!("first visit, a {site}"), &[script])?);
    }
    // A visitor reads one language; the others may add a tenth.
    let (folder, twenty) = (root.join("target/sites/mediux"), root.join(languages::TWENTY_FOLDER));
    let a_tenth_more = |one: &Row| Some(one.brotli * 11 / 10 + CHANCE);
    let budget = rows.iter().find(|row| row.name.ends_with("mediux")).and_then(a_tenth_more);
    let script = twenty.join("courtesy.js");
    rows.push(Row { budget, ..measure("  in twenty languages".into(), &[&script])? });
    let other = starting(&twenty, &["notice-de-AT-"])?;
    let alone = root.join(languages::ONE_FOLDER).join("courtesy.js");
    let budget = a_tenth_more(&measure(String::new(), &[alone])?);
    rows.push(Row { budget, ..measure("    not the first of them".into(), &[vec![script], other].concat())? });
    let checked = measure("  with integrity".into(), &starting(&folder, &["courtesy-"])?)?;
    let budget = a_tenth_more(&checked);
    rows.push(checked);
    let script = starting(&twenty, &["courtesy-"])?
        .into_iter()
        .filter(|file| name_of(file).len() == "courtesy-12345678.js".len());
    rows.push(Row { budget, ..measure("    in twenty languages".into(), &script.collect::<Vec<_>>())? });
    let gates = starting(&folder, &["gates-"])?;
    rows.push(Row { budget: Some(GATES), ..measure("the gates".into(), &gates)? });
    let later = starting(&folder, &["later-"])?;
    rows.push(Row { budget: Some(LATER), ..measure("the loader's second half".into(), &later)? });
    let mut app = starting(&folder, &["app-", "words-en-"])?;
    // The words of the form are in the same file as the site's rights, which are not counted.
    let words = root.join("target/words-form.json");
    fs::write(&words, form_words(&folder)?).map_err(|error| format!("{}: {error}", words.display()))?;
    app.push(words);
    for file in &app {
        let kind = name_of(file).split('-').next().unwrap_or_default().to_owned();
        let ending = file.extension().unwrap_or_default().to_string_lossy().into_owned();
        rows.push(Row { of_app: true, ..measure(format!("  {kind}.{ending}"), &[file])? });
    }
    rows.push(Row { of_app: true, budget: Some(APP), ..measure("the app, one language".into(), &app)? });
    Ok(rows)
}

/// The files of a folder whose names begin with one of `starts`, sorted.
fn starting(folder: &Path, starts: &[&str]) -> Result<Vec<PathBuf>, String> {
    let paths = files::list(folder)?.into_iter();
    Ok(paths.filter(|path| starts.iter().any(|start| name_of(path).starts_with(start))).collect())
}

/// The words of the form, from the file of the rights.
fn form_words(folder: &Path) -> Result<String, String> {
    let file = starting(folder, &["rights-en-"])?.pop().ok_or("no rights-en-… was built")?;
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let json: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(json["words"].to_string())
}

/// Prints the table.
pub fn print(rows: &[Row]) {
    println!("\n  {:<26}{:>10}{:>10}{:>10}{:>10}", "bytes", "raw", "gzip", "brotli", "budget");
    for Row { name, raw, gzip, brotli, budget, .. } in rows {
        let budget = budget.map_or(String::new(), |budget| budget.to_string());
        println!("  {name:<26}{raw:>10}{gzip:>10}{brotli:>10}{budget:>10}");
    }
}

/// The sizes of files that are fetched together, each compressed separately, as servers do.
fn measure<P: AsRef<Path>>(name: String, files: &[P]) -> Result<Row, String> {
    let mut row = Row { name, of_app: false, raw: 0, gzip: 0, brotli: 0, budget: None };
    for file in files {
        let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.as_ref().display()))?;
        row.raw += bytes.len();
        row.gzip += gzip(&bytes).map_err(|error| error.to_string())?;
        row.brotli += brotli(&bytes).map_err(|error| error.to_string())?;
    }
    Ok(row)
}

fn gzip(bytes: &[u8]) -> std::io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> std::io::Result<usize> {
    let mut compressed = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &settings)?;
    Ok(compressed.len())
}
