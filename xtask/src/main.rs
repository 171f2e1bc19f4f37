//! `cargo xtask`: the commands that the README names. Each finds or installs the tools that it needs, shows its progress, and fails with
//! one sentence.

mod bench;
mod browsers;
mod build;
mod cargo_tests;
mod changed;
mod compiler;
mod count;
mod files;
mod glue;
mod languages;
mod loader;
mod node;
mod node_tests;
mod notices;
mod npm;
mod ordinary;
mod package;
mod plan;
mod prebuilt;
#[cfg(test)]
mod prebuilt_tests;
mod preview;
mod readme;
mod run;
mod servers;
mod sizes;
mod summary;
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
    /// Tests a change: every promise in one engine, those that engines may decide differently in all of them.
    Test {
        /// Only these kinds.
        #[arg(long, value_delimiter = ',', value_parser = plan::KINDS)]
        only: Vec<String>,
        /// Only what the changes since the merge base with main affect.
        #[arg(long, conflicts_with = "only")]
        changed: bool,
        /// Every test, in every engine and in both forms of the widget.
        #[arg(long)]
        all: bool,
        /// One part of the end-to-end files, such as 1/3.
        #[arg(long)]
        shard: Option<plan::Shard>,
    },
    /// Builds the release files into dist/ and checks their sizes against the budgets.
    Build {
        /// Writes the sizes into the README.
        #[arg(long)]
        readme: bool,
        /// Also packs the npm package, into target/npm.
        #[arg(long)]
        npm: bool,
        /// Packs the crate with the parts inside, and tests the packed crate.
        #[arg(long = "crate")]
        package: bool,
        /// Publishes the crate afterwards.
        #[arg(long, requires = "package")]
        publish: bool,
    },
    /// Packs the npm package from what the last build left (for work on the package).
    #[command(hide = true)]
    Pack,
    /// Compares this widget with its peers, measures how build and views grow with the site, and writes docs/speed.md and the README.
    Bench {
        /// Only these.
        #[arg(long, value_delimiter = ',', value_parser = bench::KINDS)]
        only: Vec<String>,
        /// The number of rounds of visits in the comparison with the peers; each takes more than a minute.
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..))]
        rounds: u32,
    },
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
        Command::Test { only, changed, all, shard } => {
            test::test(&root, &plan::Plan::new(&root, &only, changed, all, shard))
        }
        Command::Build { readme, npm, package, publish } => build::build(&root).and_then(|built| {
            built.check(&root, readme)?;
            if npm {
                npm::pack(&root)?;
            }
            if package { package::package(&root, publish) } else { Ok(()) }
        }),
        Command::Pack => npm::pack(&root).map(drop),
        Command::Bench { only, rounds } => bench::bench(&root, &only, rounds),
        Command::Screenshot => node_tests::screenshot(&root),
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
    tools::package_tools(root)?;
    for browser in browsers::all(root) {
        match browser.found {
            Ok(_) => println!("  {} found", browser.name),
            Err(missing) => println!("  {} not found: {missing}", browser.name),
        }
    }
    match servers::all() {
        Ok(()) => println!("  nginx, Apache and Caddy found"),
        Err(missing) => println!("  nginx, Apache or Caddy not found: {missing}"),
    }
    Ok(())
}

/// The repository: this package's parent folder. Cargo says where it runs from, which a cached build of another clone cannot know.
fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().unwrap_or(&package).to_owned()
}
