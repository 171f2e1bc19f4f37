//! The command line: `build`, `check`, `init`, `words` and `schema`, parsed and dispatched.

use clap::{Parser, Subcommand};

use super::host::{Host, Stream};
use super::outcome::Outcome;
use super::output::Output;
use super::{build, check, init, internal_commands, usage_error, watch, words};
use crate::site::schema::schema;

/// A site's cookie and localStorage notice, privacy policy and rights form, from one site file.
#[derive(Parser)]
#[command(name = "courtesy", bin_name = "courtesy", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Build(build::Build),
    Check(check::Check),
    Init(init::Init),
    Words(words::Words),
    /// Prints the JSON Schema of the site file, which explains every field.
    Schema,
    #[command(flatten)]
    Internal(internal_commands::InternalCommand),
}

/// Runs the command with its arguments, without the program's name, and returns the exit code: 0 for success, 1 for failure,
/// 2 for arguments that cannot be parsed.
pub(super) fn run(host: &dyn Host, arguments: impl IntoIterator<Item = String>) -> u8 {
    let output = Output::new(host);
    let cli = match Cli::try_parse_from(["courtesy".to_owned()].into_iter().chain(arguments)) {
        Ok(cli) => cli,
        Err(error) => {
            usage_error::print(&output, &error);
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let done = match cli.command {
        Command::Build(build) if build.watch => watch::watch(host, &output, build.resolve(host)),
        Command::Build(build) => build.resolve(host).run(host, &output),
        Command::Check(check) => check.run(host, &output),
        Command::Init(init) => init.run(host, &output),
        Command::Words(words) => words.run(host, &output),
        Command::Schema => {
            output.print(Stream::Out, |_| format!("{:#}\n", schema()));
            Ok(Outcome::Success)
        }
        Command::Internal(command) => command.run(host).map(|()| Outcome::Success),
    };
    match done {
        Ok(Outcome::Success) => 0,
        Ok(Outcome::Failure) => 1,
        Err(sentence) => {
            output.error(&sentence);
            1
        }
    }
}
