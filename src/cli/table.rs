//! The table at the end of a build: every file with its size, and what a visitor downloads.

use std::path::{Path, PathBuf};

use crate::compile::File;
use crate::site::SiteFile;
use owo_colors::OwoColorize;

/// The files of a build.
pub(super) struct Table {
    rows: Vec<Row>,
    removed: Vec<String>,
    out: String,
    languages: Vec<String>,
}

struct Row {
    name: String,
    raw: usize,
    brotli: usize,
}

/// The size of a file that a server has compressed beforehand.
fn brotli(bytes: &[u8]) -> usize {
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    // Writing to memory does not fail.
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &settings).map_or(bytes.len(), |_| compressed.len())
}

impl Table {
    pub(super) fn new(site: &SiteFile, files: &[File], out: &Path, removed: &[PathBuf]) -> Self {
        let row = |file: &File| Row { name: file.name.clone(), raw: file.bytes.len(), brotli: brotli(&file.bytes) };
        Self {
            rows: files.iter().map(row).collect(),
            removed: removed.iter().map(|path| path.display().to_string()).collect(),
            out: out.display().to_string(),
            languages: site.languages.iter().map(ToString::to_string).collect(),
        }
    }

    /// As text: a line for each file, and the totals.
    pub(super) fn text(&self, colour: bool) -> String {
        let faint = |text: String| if colour { text.dimmed().to_string() } else { text };
        let mut text = faint(format!("{:>9} {:>9}  {}", "bytes", "brotli", self.out)) + "\n";
        for Row { name, raw, brotli } in &self.rows {
            text += &format!("{}  {name}\n", faint(format!("{raw:>9} {brotli:>9}")));
        }
        for path in &self.removed {
            text += &format!("{}  {path}\n", faint(format!("{:>19}", "removed")));
        }
        let Some((first, others)) = self.languages.split_first() else { return text };
        let notice = |language: &String| self.sum(&["courtesy.js", &format!("notice-{language}-")]);
        let details = [format!("details-{first}-"), format!("words-{first}-"), format!("later-{first}-")];
        let [details, words, later] = &details;
        // The loader's lazy module has no language in its name.
        let module = self.rows.iter().find(|row| row.name.starts_with("later-") && row.name.ends_with(".js"));
        let module = module.map_or(later.as_str(), |row| &row.name);
        let totals = [
            ("a first visit".to_owned(), Some(self.sum(&["courtesy.js"]))),
            (format!("in another language ({})", others.join(", ")), others.iter().map(notice).max_by_key(|sum| sum.1)),
            (
                "the details, only when a visitor opens them".into(),
                Some(self.sum(&[module, later, "app-", words, details])),
            ),
        ];
        let at_most = |index: usize| if index == 1 && others.len() > 1 { "at most " } else { "" };
        for (index, (what, sum)) in totals.iter().enumerate() {
            let Some((files, bytes)) = sum.filter(|(files, _)| *files > 0) else { continue };
            let requests = if files == 1 { "one request".into() } else { format!("{files} requests") };
            text += &format!("{what}: {}{} bytes (brotli) in {requests}\n", at_most(index), grouped(bytes));
        }
        text
    }

    /// How many files have a name with one of these stems, and their bytes.
    fn sum(&self, starts: &[&str]) -> (usize, usize) {
        // A hash and an ending must follow: "notice-de-" is not the stem of "notice-de-AT-8D9o2kVV.json".
        let is_whole = |rest: &str| rest.is_empty() || rest.as_bytes().get(8) == Some(&b'.');
        let is_one = |row: &&Row| starts.iter().any(|start| row.name.strip_prefix(start).is_some_and(is_whole));
        let found = self.rows.iter().filter(is_one);
        found.fold((0, 0), |(files, bytes), row| (files + 1, bytes + row.brotli))
    }
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let parts: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    parts.join(",")
}
