//! The README quotes sizes; they come from a build, and a build says when they are no longer true.

use std::fs;
use std::path::Path;

use crate::sizes::Row;

const BEGIN: &str = "<!-- sizes: written by cargo xtask build --readme -->\n";
const END: &str = "<!-- /sizes -->";
/// Compilers differ by a little; what the README says may be off by so many hundredths.
const TOLERANCE: usize = 2;

/// Holds the README's sizes against the rows that have a budget, or writes them there.
pub fn check(root: &Path, rows: &[Row], write: bool, larger: bool) -> Result<(), String> {
    let path = root.join("README.md");
    let text = fs::read_to_string(&path).map_err(|error| format!("README.md: {error}"))?;
    let (before, rest) = text.split_once(BEGIN).ok_or("README.md has no place for the sizes")?;
    let (table, after) = rest.split_once(END).ok_or("README.md has no end of the sizes")?;
    let quoted: Vec<&Row> = rows.iter().filter(|row| row.budget.is_some() && is_quoted(row)).collect();
    if write {
        let lines: String = quoted.iter().map(|row| line(row)).collect();
        let head = "| fetched | bytes, brotli | budget |\n|---|---:|---:|\n";
        return fs::write(&path, format!("{before}{BEGIN}{head}{lines}{END}{after}"))
            .map_err(|error| error.to_string());
    }
    let told = |row: &&&Row| {
        let number = table.lines().find(|line| line.contains(title(row).0))?.split('|').nth(2)?.trim().replace(',', "");
        number.parse::<usize>().ok().filter(|told| told.abs_diff(row.brotli) * 100 <= row.brotli * TOLERANCE)
    };
    let stale: Vec<_> =
        quoted.iter().filter(|row| !(larger && row.of_app) && told(row).is_none()).map(|row| title(row).0).collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("the README no longer tells the size of: {}; run `cargo xtask build --readme`", stale.join(", ")))
}

/// How the README tells of the rows that have a budget: how the row's name begins, its title there, and the rest of the line.
const TITLES: [(&str, &str, &str); 4] = [
    ("first visit", "a first visit", ": everything, in one request (Mediux AI's site)"),
    ("  in twenty", "the same in twenty languages", ": at most a tenth more than in one"),
    ("the loader's", "the loader's second half", ", on demand: whatever no first answer needs"),
    ("the app", "the app, on demand", ": glue, wasm, styles and the words of one language, all views"),
];

fn is_quoted(row: &Row) -> bool {
    TITLES.iter().any(|(name, ..)| row.name.starts_with(name))
}

fn title(row: &Row) -> (&'static str, &'static str) {
    let found = TITLES.iter().find(|(name, ..)| row.name.starts_with(name));
    found.map_or(("?", ""), |(_, title, rest)| (*title, *rest))
}

fn line(row: &Row) -> String {
    let (title, rest) = title(row);
    format!("| {title}{rest} | {} | {} |\n", grouped(row.brotli), grouped(row.budget.unwrap_or_default()))
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let lead = digits.len() % 3;
    let (first, rest) = digits.split_at(lead);
    let groups = rest.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    [first.to_owned()].into_iter().filter(|first| !first.is_empty()).chain(groups).collect::<Vec<_>>().join(",")
}
