//! The sink as a program: `sink --listen 127.0.0.1:0 --ledger FILE [--no-pipelining] [--size BYTES]`.
//!
//! Prints its address on one line and runs until it is killed.

#[path = "mod.rs"]
#[allow(dead_code, unused_imports, reason = "only tests use these")]
mod sink;

use std::error::Error;
use std::io::Write;
use std::path::Path;

use sink::{Ledger, Script, Sink};

fn main() -> Result<(), Box<dyn Error>> {
    let mut listen = "127.0.0.1:0".to_owned();
    let mut ledger = Ledger::default();
    let mut script = Script::default();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value"));
        match arg.as_str() {
            "--listen" => listen = value()?,
            "--ledger" => ledger = Ledger::in_file(Path::new(&value()?))?,
            "--no-pipelining" => script.pipelining = false,
            "--size" => script.size = Some(value()?.parse()?),
            _ => return Err(format!("{arg} is unknown").into()),
        }
    }
    tokio::runtime::Runtime::new()?.block_on(async {
        let sink = Sink::listen(&listen, script, ledger).await?;
        println!("{}", sink.addr);
        std::io::stdout().flush()?;
        std::future::pending().await
    })
}
