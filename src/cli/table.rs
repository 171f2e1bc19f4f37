//! The table at the end of a build: every file with its bytes, and what a visitor fetches of them.

use std::path::{Path, PathBuf};

use crate::compile::File;
use crate::site::SiteFile;
use owo_colors::OwoColorize;

/// What was written.
pub(super) struct Table {
    rows: Vec<Row>,
    removed: Vec<String>,
    out: String,
    languages: Vec<String>,
}

struct Row {
    name: String,
    raw: usize,
    sent: usize,
}

/// The table of a build's files.
pub(super) fn of(site: &SiteFile, files: &[File], out: &Path, removed: &[PathBuf]) -> Table {
    let row = |file: &File| Row { name: file.name.clone(), raw: file.bytes.len(), sent: brotli(&file.bytes) };
    Table {
        rows: files.iter().map(row).collect(),
        removed: removed.iter().map(|path| path.display().to_string()).collect(),
        out: out.display().to_string(),
        languages: site.languages.iter().map(ToString::to_string).collect(),
    }
}

/// The bytes as a server sends them that compressed its files beforehand.
fn brotli(bytes: &[u8]) -> usize {
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    // Writing to memory does not fail; a size that is not known would be the raw one.
    brotli::BrotliCompress(&mut &bytes[..], &mut compressed, &settings).map_or(bytes.len(), |_| compressed.len())
}

impl Table {
    /// As text: a line for each file, and the totals.
    pub(super) fn text(&self, colour: bool) -> String {
        let faint = |text: String| if colour { text.dimmed().to_string() } else { text };
        let mut text = faint(format!("{:>9} {:>9}  {}", "bytes", "brotli", self.out)) + "\n";
        for Row { name, raw, sent } in &self.rows {
            text += &format!("{}  {name}\n", faint(format!("{raw:>9} {sent:>9}")));
        }
        for path in &self.removed {
            text += &format!("{}  {path}\n", faint(format!("{:>19}", "removed")));
        }
        let Some((first, others)) = self.languages.split_first() else { return text };
        let notice = |language: &String| self.sum(&["courtesy.js", &format!("notice-{language}-")]);
        let details = [format!("details-{first}-"), format!("words-{first}-"), format!("later-{first}-")];
        let [details, words, later] = &details;
        // The second half has no language in its name, only a hash.
        let half = self.rows.iter().find(|row| row.name.starts_with("later-") && row.name.ends_with(".js"));
        let half = half.map_or(later.as_str(), |row| &row.name);
        let totals = [
            ("a first visit".to_owned(), Some(self.sum(&["courtesy.js"]))),
            (format!("in another language ({})", others.join(", ")), others.iter().map(notice).max_by_key(|sum| sum.1)),
            (
                "the details, besides, when a visitor opens them".into(),
                Some(self.sum(&[half, later, "app-", words, details])),
            ),
        ];
        let at_most = |place: usize| if place == 1 && others.len() > 1 { "at most " } else { "" };
        for (place, (what, sum)) in totals.iter().enumerate() {
            let Some((files, sent)) = sum.filter(|(files, _)| *files > 0) else { continue };
            let requests = if files == 1 { "one request".into() } else { format!("{files} requests") };
            text += &format!("{what}: {}{} bytes (brotli) in {requests}\n", at_most(place), grouped(sent));
        }
        text
    }

    /// How many files have names that begin so, and their bytes.
    fn sum(&self, starts: &[&str]) -> (usize, usize) {
        // What follows is a hash and an ending: "notice-de-" is no beginning of "notice-de-AT-8D9o2kVV.json".
        let is_whole = |rest: &str| rest.is_empty() || rest.as_bytes().get(8) == Some(&b'.');
        let is_one = |row: &&Row| starts.iter().any(|start| row.name.strip_prefix(start).is_some_and(is_whole));
        let found = self.rows.iter().filter(is_one);
        found.fold((0, 0), |(files, sent), row| (files + 1, sent + row.sent))
    }
}

/// A number with commas between its thousands.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let parts: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    parts.join(",")
}
