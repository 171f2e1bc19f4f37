//! How a subcommand ends when it has already printed everything that there is to say.

/// Success exits with 0, failure with 1. An `Err` of a subcommand is a sentence that still has to be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Success,
    Failure,
}
