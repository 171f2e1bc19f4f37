//! The command line: `build`, `check`, `init`, `words` and `schema`, parsed and dispatched.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::host::{Host, Stream};
use super::outcome::Outcome;
use super::output::Output;
use super::{build, check, init, internal_commands, watch, words};
use crate::site::Day;
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
    /// Reports what is wrong in a site file, what it contradicts and what it leaves out; exits with 1 if there is an error.
    ///
    /// With --built it also reports material facts that changed since the last build without a new "notice.version", and
    /// which visitors will be asked again, and about what. docs/check.md explains every finding.
    Check {
        /// The site file.
        site: PathBuf,
        /// Print one JSON object, for other programs.
        #[arg(long)]
        json: bool,
        /// The folder of the last build, or its manifest.json: also report what visitors will be asked again.
        #[arg(long, value_name = "DIR")]
        built: Option<PathBuf>,
        /// The day to check against (for this repository's own tests).
        #[arg(long, hide = true, value_parser = |text: &str| text.parse::<Day>().map_err(|error| error.to_string()))]
        today: Option<Day>,
    },
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
            let stream = if error.use_stderr() { Stream::Err } else { Stream::Out };
            let message = error.render();
            output.print(stream, |colour| if colour { message.ansi().to_string() } else { message.to_string() });
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let done = match cli.command {
        Command::Build(build) if build.watch => watch::watch(host, &output, build.resolve(host)),
        Command::Build(build) => build.resolve(host).run(host, &output),
        Command::Check { site, json, built, today } => {
            let built = built.map(|built| host.path(&built));
            check::check(host, &output, &host.path(&site), json, built, today)
        }
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
