//! The delivery engine as a program, for the kill test: `sender --database URL --relay URL --journal FILE`.
//!
//! Sends what is queued in the database, which has its schema already, until it is killed. Retries come soon.

use std::error::Error;
use std::path::PathBuf;

use tidings::clock::{Clock, DAY};
use tidings::db::Db;
use tidings::delivery::engine::{Engine, Settings};
use tidings::delivery::retry::RetryPolicy;
use tidings::mail::{RelayAddress, Timeouts};
use tidings::token::Random;

fn main() -> Result<(), Box<dyn Error>> {
    let (mut database, mut relay, mut journal) = (String::new(), String::new(), PathBuf::new());
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let value = args.next().ok_or_else(|| format!("{arg} needs a value"))?;
        match arg.as_str() {
            "--database" => database = value,
            "--relay" => relay = value,
            "--journal" => journal = value.into(),
            _ => return Err(format!("{arg} is unknown").into()),
        }
    }
    let settings = Settings {
        relay: RelayAddress::parse(&relay)?,
        hello: "client.example".to_owned(),
        timeouts: Timeouts::default(),
        retry: RetryPolicy { first: 200, max_age: DAY },
        journal,
        node: 1,
        boot: std::fs::read_to_string("/proc/sys/kernel/random/boot_id").unwrap_or_default().trim().to_owned(),
    };
    let file = database.strip_prefix("sqlite:").map(PathBuf::from);
    let db = Db::open(&database, file.as_deref())?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let _engine = Engine::start(db, Clock::System, Random::System, settings).await?;
        std::future::pending().await
    })
}
