//! The kill test: `tidings serve` is killed ten times during one send. Every reader gets a mail, and a doubled mail
//! was in the journal as "dot written, no reply".
//!
//! Sink and server are processes of their own. The sink has a recipient on disk before it says 250.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use tidings::db::Conn;

use crate::support::engine::Rig;

const MAILS: i64 = 4_000;
const KILLS: usize = 10;
const CONNECTIONS: usize = 16;

/// A process that ends with the test.
struct Running(Child);

impl Running {
    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The path of an example program, which is built if it is missing: `cargo test --test tidings` builds none.
fn example(name: &str) -> PathBuf {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["build", "--quiet", "--example", name]);
    if cfg!(feature = "browser-tests") {
        cargo.args(["--features", "browser-tests"]);
    }
    assert!(cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap().success());
    let test = std::env::current_exe().unwrap();
    test.ancestors().nth(2).unwrap().join("examples").join(name)
}

fn start_sink(ledger: &Path) -> (Running, String) {
    let mut command = Command::new(example("sink"));
    let mut child = command.arg("--ledger").arg(ledger).stdout(Stdio::piped()).spawn().unwrap();
    let mut address = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut address).unwrap();
    (Running(child), address.trim().to_owned())
}

/// The product itself, on the rig's database, with a data folder that stays between its runs.
fn server(rig: &Rig, sink: &str) -> Command {
    let mut server = Command::new(env!("CARGO_BIN_EXE_tidings"));
    server
        .arg("serve")
        .env("DATABASE_URL", &rig.database.url)
        .env("TIDINGS_DATA_DIR", rig.folder.path().join("data"))
        .env("TIDINGS_LISTEN", "127.0.0.1:0")
        .env("TIDINGS_SECRET", "the secret of all tests is no secret")
        .env("TIDINGS_RELAY", format!("smtp://{sink}?connections={CONNECTIONS}"))
        .env("TIDINGS_FIRST_RETRY_SECONDS", "1")
        .env("TIDINGS_LOG", "error");
    server
}

fn accepted(ledger: &Path) -> Vec<(String, String)> {
    let text = std::fs::read_to_string(ledger).unwrap();
    let line = |line: &str| line.split_once(' ').map(|(to, id)| (to.to_owned(), id.to_owned())).unwrap();
    text.lines().map(line).collect()
}

#[derive(QueryableByName)]
struct Doubt {
    #[diesel(sql_type = BigInt)]
    delivery_id: i64,
    #[diesel(sql_type = BigInt)]
    times: i64,
}

/// By delivery, how often it was found as a dot without a reply.
fn doubts(conn: &mut Conn) -> HashMap<i64, i64> {
    let query = diesel::sql_query(
        "SELECT delivery_id, count(*) AS times FROM attempts
         WHERE reply = 'reply-unread' GROUP BY delivery_id",
    );
    let rows: Vec<Doubt> = match conn {
        Conn::Pg(pg) => query.load(pg).unwrap(),
        Conn::Sqlite(sqlite) => query.load(sqlite).unwrap(),
    };
    rows.into_iter().map(|row| (row.delivery_id, row.times)).collect()
}

/// SQLite's integrity check.
fn integrity(conn: &mut Conn) -> String {
    #[derive(QueryableByName)]
    struct Answer {
        #[diesel(sql_type = Text)]
        integrity_check: String,
    }
    match conn {
        Conn::Pg(_) => "ok".to_owned(),
        Conn::Sqlite(sqlite) => {
            diesel::sql_query("PRAGMA integrity_check").get_result::<Answer>(sqlite).unwrap().integrity_check
        }
    }
}

#[tokio::test]
async fn ten_kills_during_a_send_miss_nobody_and_double_only_mails_in_doubt() {
    let rig = Rig::new("capture:");
    let digest = rig.digest("r", MAILS).await;
    let ledger = rig.folder.path().join("ledger");
    let (_sink, address) = start_sink(&ledger);
    let mut sender = server(&rig, &address);

    for kill in 1..=KILLS {
        let mut running = Running(sender.spawn().unwrap());
        // Spread over the send, at times unrelated to it.
        let enough = usize::try_from(MAILS).unwrap() * kill / (KILLS + 2);
        let began = Instant::now();
        while accepted(&ledger).len() < enough {
            assert!(began.elapsed() < Duration::from_secs(30), "the sender does not come on after kill {kill}");
            tokio::time::sleep(Duration::from_millis(7)).await;
        }
        running.kill();
    }
    assert!(rig.counters(digest).await.to_go() > 0, "the kills came after the send");
    let _running = Running(sender.spawn().unwrap());
    let counters = rig.until_done(digest).await;
    assert_eq!((counters.failed, counters.sent + counters.unknown), (0, MAILS));

    let mut mails: HashMap<String, Vec<String>> = HashMap::new();
    for (recipient, message_id) in accepted(&ledger) {
        mails.entry(recipient).or_default().push(message_id);
    }
    let doubts = rig.db.read(|conn| Ok::<_, tidings::db::Error>(doubts(conn))).await.unwrap();
    let mut doubled = 0;
    for row in rig.rows(digest, None).await {
        let address = row.address.unwrap();
        let ids = mails.remove(&address).unwrap_or_else(|| panic!("{address} was left out"));
        assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
        let again = i64::try_from(ids.len()).unwrap() - 1;
        assert!(again <= doubts.get(&row.id).copied().unwrap_or_default(), "{address} came twice without a doubt");
        doubled += again;
    }
    assert!(mails.is_empty(), "{mails:?}");
    let most = i64::try_from(KILLS * CONNECTIONS).unwrap();
    assert!(doubts.values().sum::<i64>() <= most, "more doubts than one a connection and kill");
    assert_eq!(rig.db.read(|conn| Ok::<_, tidings::db::Error>(integrity(conn))).await.unwrap(), "ok");
    println!("{} in doubt, {doubled} doubled", doubts.len());
}
