//! The native command `courtesy`.

use std::process::ExitCode;

fn main() -> ExitCode {
    courtesy::cli::native::main()
}
