//! Reading one answer of `courtesy init`: asked again until it can be used.

use super::host::{Host, Stream};

pub(super) fn yes(text: &str) -> Result<bool, String> {
    match text.trim().to_lowercase().as_str() {
        "y" | "yes" => Ok(true),
        "n" | "no" => Ok(false),
        _ => Err("please answer yes or no".into()),
    }
}

/// An answer that may be left empty.
pub(super) fn optional<T>(text: &str, read: impl Fn(&str) -> Result<T, String>) -> Result<Option<T>, String> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// Asks until the answer can be used.
pub(super) fn answer<T>(host: &dyn Host, question: &str, read: impl Fn(&str) -> Result<T, String>) -> Option<T> {
    loop {
        match read(&ask(host, question)?) {
            Ok(answer) => return Some(answer),
            Err(error) => explain(host, &error),
        }
    }
}

pub(super) fn ask(host: &dyn Host, question: &str) -> Option<String> {
    host.write_text(Stream::Err, &format!("{question}\n> "));
    host.read_line()
}

pub(super) fn explain(host: &dyn Host, sentence: &str) {
    host.write_text(Stream::Err, &format!("  {sentence}\n"));
}
