//! The number that a line begins with, such as "1.", "2.1" or "3)": it is kept as written, never renumbered.

/// What ends a sentence or leads over to what follows, in the scripts that have signs of their own for it.
pub(super) const ENDS: [char; 13] = ['.', ':', ';', '!', '?', '。', '：', '；', '！', '？', '؟', '؛', '۔'];

/// Each zero is followed by its other nine digits: ASCII, Arabic, Persian, Devanagari, full width.
const ZEROS: [u32; 5] = [0x30, 0x660, 0x6F0, 0x966, 0xFF10];
const DOTS: [char; 2] = ['.', '．'];
const BRACKETS: [char; 3] = [')', '）', '、'];

/// A line that begins with a number.
#[derive(Debug)]
pub(super) struct Number<'a> {
    /// The number with its signs.
    pub mark: &'a str,
    /// Its parts: `[2, 1]` for "2.1".
    pub parts: Vec<u32>,
    /// What follows it.
    pub words: &'a str,
}

impl<'a> Number<'a> {
    /// The number that this line begins with.
    ///
    /// A part has at most three digits, so that a year is none. A number of one part needs a sign ("1.", "1)"); one of several
    /// parts does not ("2.1"), but then no amount ("3.5 million") and no date ("21.03.") is taken for one.
    pub fn of(line: &'a str) -> Option<Self> {
        let end = line.find(|c| digit(c).is_none() && !DOTS.contains(&c))?;
        let (figures, after) = line.split_at(end);
        let groups = figures.strip_suffix(DOTS).unwrap_or(figures);
        let parts = groups.split(DOTS).map(part).collect::<Option<Vec<_>>>()?;
        let rest = after.strip_prefix(BRACKETS).unwrap_or(after);
        let words = rest.trim_start();
        let is_closed = groups.len() + rest.len() < line.len();
        let is_set_off = words.len() < rest.len() || is_closed && words.starts_with(char::is_alphabetic);
        let is_number = match &parts[..] {
            [_] => is_closed && !(parts[0] < 32 && is_month_and_year(words)),
            _ => (is_closed || !begins_small(words)) && !groups.split(DOTS).any(|group| group.starts_with('0')),
        };
        let mark = &line[..line.len() - rest.len()];
        (is_number && is_set_off && !words.is_empty()).then_some(Self { mark, parts, words })
    }

    /// The number of a heading in a text that numbers its headings without a sign: "3 Contact".
    pub fn bare(title: &'a str) -> Option<Self> {
        let (mark, words) = title.split_once(char::is_whitespace)?;
        let parts = mark.split(DOTS).map(part).collect::<Option<Vec<_>>>()?;
        let is_title = words.starts_with(char::is_alphabetic) && !begins_small(words);
        is_title.then_some(Self { mark, parts, words })
    }

    /// Whether it is "1." and not "1.1".
    pub fn is_single(&self) -> bool {
        self.parts.len() == 1
    }
}

/// The value of a decimal digit.
pub(super) fn digit(c: char) -> Option<u32> {
    ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero).filter(|value| *value < 10))
}

/// Whether it can be a title: of few characters, without an address, and no sentence but perhaps a question.
pub(super) fn is_short(text: &str, most: usize) -> bool {
    let goes_on = |c| ENDS.contains(&c) && !['?', '？', '؟'].contains(&c) || [',', '，', '،'].contains(&c);
    let has_address = ["@", "://", "www."].iter().any(|sign| text.contains(sign));
    text.chars().count() <= most && !text.ends_with(goes_on) && !has_address
}

/// Whether it contains four digits by themselves: a year.
pub(super) fn has_year(text: &str) -> bool {
    text.split(|c| digit(c).is_none()).any(|digits| digits.chars().count() == 4)
}

/// Whether it contains a date in digits ("4.5.31") or a year.
pub(super) fn has_date(text: &str) -> bool {
    let is_date = |word: &str| {
        word.split(['.', '/', '-']).filter(|part| !part.is_empty() && part.chars().all(|c| digit(c).is_some())).count()
            > 2
    };
    has_year(text) || text.split_whitespace().any(is_date)
}

/// Whether its first word has small letters only; scripts that do not tell small from large have none.
pub(super) fn begins_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
        && !text.split(char::is_whitespace).next().unwrap_or_default().contains(char::is_uppercase)
}

fn part(digits: &str) -> Option<u32> {
    let is_short = (1..=3).contains(&digits.chars().count());
    is_short.then(|| digits.chars().try_fold(0, |value, c| Some(value * 10 + digit(c)?)))?
}

/// "10. Januar 2026" is a date, whatever follows, although it begins like a heading; "2016/679" is no year, but names a law.
fn is_month_and_year(words: &str) -> bool {
    let year = words.split_whitespace().nth(1).map(|word| word.trim_end_matches(|c: char| digit(c).is_none()));
    year.is_some_and(|year| year.chars().count() == 4 && year.chars().all(|c| digit(c).is_some()))
}
