//! Arguments that cannot be parsed, in the form of every other error; help and versions as they are.

use clap::error::ErrorKind;

use super::host::Stream;
use super::output::Output;

/// Prints what clap has to say.
pub(super) fn print(output: &Output, error: &clap::Error) {
    let message = error.render();
    let is_help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if is_help {
        let stream = if error.use_stderr() { Stream::Err } else { Stream::Out };
        return output.print(stream, |colour| if colour { message.ansi().to_string() } else { message.to_string() });
    }
    let (sentence, help) = parts(&message.to_string());
    output.error_with(&sentence, &help.into_iter().map(|help| format!("help: {help}")).collect::<Vec<_>>());
}

/// The sentence of an error, and what helps. clap separates its parts by empty lines: what is wrong, tips, the usage, and where to
/// read more.
fn parts(message: &str) -> (String, Vec<String>) {
    let mut blocks = message.split("\n\n").map(|block| block.split_whitespace().collect::<Vec<_>>().join(" "));
    let first = blocks.next().unwrap_or_default();
    let sentence = first.strip_prefix("error: ").unwrap_or(&first);
    let mut help = Vec::new();
    // A value's own error ends with its fix; a list of values is one.
    let sentence = match (sentence.split_once(" [possible values: "), sentence.split_once("; ")) {
        (Some((sentence, values)), _) => {
            help.push(format!("expected one of {}", values.trim_end_matches(']')));
            sentence
        }
        (None, Some((sentence, fix))) => {
            help.push(fix.to_owned());
            sentence
        }
        (None, None) => sentence,
    };
    for block in blocks {
        if let Some(tip) = block.strip_prefix("tip: ") {
            help.push(tip.to_owned());
        } else if let Some(usage) = block.strip_prefix("Usage: ") {
            help.push(format!("usage: {usage}"));
        }
    }
    (sentence.to_owned(), help)
}
