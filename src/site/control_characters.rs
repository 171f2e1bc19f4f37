//! Characters that nobody sees and that change how the text around them is read (Unicode Bidirectional Algorithm, UAX #9).

/// Whether it changes the direction or the line of what follows.
pub(crate) fn steers(c: char) -> bool {
    is_embedding(c) || is_isolate(c) || matches!(c, END | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}')
}

/// Whether nobody sees it.
pub(super) fn is_unseen(c: char) -> bool {
    steers(c) || matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// An owner's text that turns no text around it: without embeddings and overrides, and with each isolate ended on its line.
#[cfg(feature = "read")]
pub(crate) fn level(text: &str) -> String {
    if text.contains(|c| is_embedding(c) || is_isolate(c) || c == END) {
        text.split_inclusive('\n').map(level_line).collect()
    } else {
        text.to_owned()
    }
}

#[cfg(feature = "read")]
fn level_line(line: &str) -> String {
    let (text, end) = line.strip_suffix('\n').map_or((line, ""), |text| (text, "\n"));
    let mut open = 0_usize;
    let mut level: String = text
        .chars()
        .filter(|c| match *c {
            END if open == 0 => false,
            END => {
                open -= 1;
                true
            }
            c if is_isolate(c) => {
                open += 1;
                true
            }
            c => !is_embedding(c),
        })
        .collect();
    level.extend(std::iter::repeat_n(END, open));
    level + end
}

/// What ends an isolate.
const END: char = '\u{2069}';

fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

fn is_embedding(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}')
}
