//! The `tidings` program: reads its arguments and does what they say.

use std::process::ExitCode;

fn main() -> ExitCode {
    tidings::cli::main()
}
