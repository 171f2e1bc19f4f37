//! `cargo xtask`: the commands that the README names. Each finds or installs what it needs, says what it does and how far it
//! is, and ends with one sentence where it cannot do its job.

mod bench;
mod browsers;
mod build;
mod compiler;
mod glue;
mod loader;
mod preview;
mod readme;
mod run;
mod sizes;
mod test;
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// The commands of the Courtesy repository.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the preview: the four seed sites and an invented one, on a believable page.
    Preview {
        /// The port of its address.
        #[arg(long, short, default_value_t = 8080)]
        port: u16,
        /// Further arguments for `trunk serve`.
        #[arg(last = true)]
        trunk: Vec<String>,
    },
    /// Runs every test and ends with one summary.
    Test {
        /// Only these kinds.
        #[arg(long, value_delimiter = ',', value_parser = test::KINDS)]
        only: Vec<String>,
    },
    /// Builds the release files into dist/ and holds their sizes against the budgets.
    Build {
        /// Writes the sizes into the README.
        #[arg(long)]
        readme: bool,
    },
    /// Measures how the build and the views grow with the site, and writes docs/speed.md.
    Bench,
    /// Makes the README's picture of the preview.
    Screenshot,
    /// Finds or installs every tool that the other commands need.
    Setup,
    /// Writes the preview's site files into Trunk's staging folder (called by Trunk.toml).
    #[command(hide = true)]
    Stage,
}

fn main() -> ExitCode {
    let root = root();
    let done = match Cli::parse().command {
        Command::Preview { port, trunk } => preview::serve(&root, port, &trunk),
        Command::Test { only } => test::test(&root, &only),
        Command::Build { readme } => build::build(&root).and_then(|built| built.check(&root, readme)),
        Command::Bench => bench::bench(&root),
        Command::Screenshot => test::screenshot(&root),
        Command::Setup => setup(&root),
        Command::Stage => preview::stage(&root),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nxtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn setup(root: &Path) -> Result<(), String> {
    compiler::for_release(root)?;
    tools::trunk(root)?;
    tools::wasm_bindgen(root)?;
    tools::node_tools(root)?;
    tools::test_packages(root)?;
    for browser in browsers::all(root) {
        match browser.found {
            Ok(_) => println!("  {} is there", browser.name),
            Err(missing) => println!("  {} is not there: {missing}", browser.name),
        }
    }
    Ok(())
}

/// The repository: this package's parent folder.
fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_owned()
}
