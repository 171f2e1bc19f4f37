//! The sizes in the README: written by a build, and checked by every build.

use std::fs;
use std::path::Path;

use crate::sizes::Row;

const BEGIN: &str = "<!-- sizes: written by cargo xtask build --readme -->\n";
const END: &str = "<!-- /sizes -->";
const BEGIN_RANGE: &str = "<!-- range -->";
const END_RANGE: &str = "<!-- /range -->";
/// By how many percent a quoted size may differ: compilers differ a little.
const TOLERANCE: usize = 2;

/// Checks the README's sizes against the measured ones, or writes them.
pub fn check(root: &Path, rows: &[Row], write: bool, larger: bool) -> Result<(), String> {
    let path = root.join("README.md");
    let text = fs::read_to_string(&path).map_err(|error| format!("README.md: {error}"))?;
    let (before, rest) = text.split_once(BEGIN).ok_or("README.md has no mark where the sizes begin")?;
    let (table, after) = rest.split_once(END).ok_or("README.md has no mark where the sizes end")?;
    let quoted: Vec<&Row> = rows.iter().filter(|row| is_quoted(row)).collect();
    let (start, rest_of_range) =
        before.split_once(BEGIN_RANGE).ok_or("README.md has no mark where the range of sizes begins")?;
    let (quoted_range, between) =
        rest_of_range.split_once(END_RANGE).ok_or("README.md has no mark where the range of sizes ends")?;
    let range = range(rows);
    if write {
        let before = format!("{start}{BEGIN_RANGE}{range}{END_RANGE}{between}");
        let lines: String = quoted.iter().map(|row| line(row)).collect();
        let head = "| fetched | bytes, brotli | budget |\n|---|---:|---:|\n";
        return fs::write(&path, format!("{before}{BEGIN}{head}{lines}{END}{after}"))
            .map_err(|error| error.to_string());
    }
    let quoted_size = |row: &&&Row| {
        let number = table.lines().find(|line| line.contains(title(row).0))?.split('|').nth(2)?.trim().replace(',', "");
        number.parse::<usize>().ok().filter(|size| size.abs_diff(row.brotli) * 100 <= row.brotli * TOLERANCE)
    };
    let stale: Vec<_> = quoted
        .iter()
        .filter(|row| !(larger && row.of_app) && quoted_size(row).is_none())
        .map(|row| title(row).0)
        .collect();
    let stale_range = (!is_near(quoted_range, &range)).then_some("a first visit, in its first paragraph");
    let stale: Vec<_> = stale.into_iter().chain(stale_range).collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(format!("the README quotes stale sizes: {}; run `cargo xtask build --readme`", stale.join(", ")))
}

/// The first visits of which the README's first paragraph gives the range.
const IN_RANGE: [&str; 3] = ["first visit, mediux", "first visit, a portfolio", "first visit, a shop"];

/// The range of ordinary sites, as the first paragraph has it: in tenths of a kilobyte, which differ little between compilers.
fn range(rows: &[Row]) -> String {
    let sizes = rows.iter().filter(|row| IN_RANGE.contains(&row.name.as_str())).map(|row| row.brotli);
    let (least, most) = sizes.fold((usize::MAX, 0), |(least, most), size| (least.min(size), most.max(size)));
    let kilobytes = |size: usize| format!("{}.{}", size / 1000, size / 100 % 10);
    format!("{} to {} kB", kilobytes(least), kilobytes(most + 99))
}

/// Whether two ranges differ by a tenth of a kilobyte at most: names of files hold hashes, which compress by chance.
fn is_near(one: &str, other: &str) -> bool {
    let tenths =
        |text: &str| -> Vec<usize> { text.split(' ').filter_map(|word| word.replace('.', "").parse().ok()).collect() };
    let (one, other) = (tenths(one), tenths(other));
    one.len() == 2 && other.len() == 2 && one.iter().zip(&other).all(|(one, other)| one.abs_diff(*other) <= 1)
}

/// The rows that the README quotes: how the row's name begins, its title there, and the rest of the line.
const TITLES: [(&str, &str, &str); 7] = [
    ("first visit, mediux", "a first visit", ": everything, in one request (Mediux AI's site: two purposes, English)"),
    ("first visit, a portfolio", "the same of a portfolio", " that only informs, in two languages"),
    ("first visit, a shop", "the same of a shop", " with consent mode, Global Privacy Control and four purposes"),
    (
        "  in twenty",
        "Mediux AI's site in twenty languages",
        " (words for en, de and ar are built in; these are their regions): at most a tenth more than in one",
    ),
    ("the gates", "the gates", ", where something optional is on or a frame waits"),
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
    let budget = row.budget.map_or("–".into(), grouped);
    format!("| {title}{rest} | {} | {budget} |\n", grouped(row.brotli))
}

/// A number with a comma before each three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let lead = digits.len() % 3;
    let (first, rest) = digits.split_at(lead);
    let groups = rest.as_bytes().chunks(3).map(|group| String::from_utf8_lossy(group).into_owned());
    [first.to_owned()].into_iter().filter(|first| !first.is_empty()).chain(groups).collect::<Vec<_>>().join(",")
}
