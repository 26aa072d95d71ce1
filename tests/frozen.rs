//! Several servers on one PostgreSQL, of which one freezes in a transaction or drops off the network.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use rustix::process::{Pid, Signal, kill_process};
use tidings::db::{self, Conn};

use crate::support::engine::Rig;
use crate::support::server::Server;
use crate::support::sink::{Script, Sink};

const READERS: usize = 3_000;

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

fn number(conn: &mut PgConnection, sql: &str) -> i64 {
    diesel::sql_query(sql).get_result::<Number>(conn).unwrap().n
}

/// Transactions that wait for their client while they hold the dispatch's row.
const HELD: &str = "SELECT count(DISTINCT a.pid) AS n FROM pg_stat_activity a JOIN pg_locks l ON l.pid = a.pid
    JOIN pg_class c ON c.oid = l.relation WHERE a.datname = current_database() AND a.state = 'idle in transaction'
    AND a.state_change < clock_timestamp() - interval '80 milliseconds'
    AND c.relname = 'dispatches' AND l.mode IN ('RowShareLock', 'RowExclusiveLock') AND l.granted";

/// Outcomes that were recorded.
const RECORDED: &str = "SELECT (SELECT count(*) FROM attempts) + sum(sent)::bigint AS n FROM dispatches";

fn signal(process: u32, signal: Signal) {
    kill_process(Pid::from_raw(i32::try_from(process).unwrap()).unwrap(), signal).unwrap();
}

/// Stops a process in a transaction that holds the dispatch's row.
fn freeze(process: u32, conn: &mut PgConnection) {
    for wait in 0..500 {
        signal(process, Signal::STOP);
        std::thread::sleep(Duration::from_millis(120));
        if number(conn, HELD) > 0 {
            return;
        }
        signal(process, Signal::CONT);
        std::thread::sleep(Duration::from_millis(11 + wait % 37));
    }
    panic!("it was never in a transaction");
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A digest to many readers, each of whom the relay turns away at first, so that recording takes many statements.
fn prepare(server: &Server) -> String {
    let newsletter =
        ["newsletter", "add", "--slug", "morning", "--name", "The Morning", "--sender", "news@ledger.example"];
    server.output(
        &[&newsletter[..], &["--contact", "desk@ledger.example", "--postal-address", "1 Quay Street"]].concat(),
    );
    let file = server.folder.path().join("readers.csv");
    let mut rows = File::create(&file).unwrap();
    writeln!(rows, "email").unwrap();
    for n in 0..READERS {
        writeln!(rows, "once-{n}@example.net").unwrap();
    }
    server.output(&["subscribers", "import", file.to_str().unwrap(), "--newsletter", "morning"]);
    server.output(&["digest", "compose", "--newsletter", "morning", "--subject", "Boats"])
}

/// Starts a second server on the database, with a data folder of its own.
async fn start_another(server: &Server) -> (Running, String) {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut command = server.command(&["serve"]);
    command.env("TIDINGS_DATA_DIR", server.folder.path().join("other"));
    command.env("TIDINGS_LISTEN", format!("127.0.0.1:{port}"));
    let running = Running(command.stderr(Stdio::null()).spawn().unwrap());
    let ready = format!("http://127.0.0.1:{port}/readyz");
    let began = Instant::now();
    while server.client.get(&ready).send().await.is_err() {
        assert!(began.elapsed() < Duration::from_secs(20), "the second server did not start");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    (running, ready)
}

/// The other servers stood still until the kernel gave the frozen one up, which may take two hours.
#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_freezes_in_a_transaction_stops_the_others_for_seconds_only() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let relay = format!("{}?connections=4&messages_per_second=150", sink.url());
    let settings = [("TIDINGS_RELAY", relay.as_str()), ("TIDINGS_FIRST_RETRY_SECONDS", "1")];
    let mut server = Server::new(&settings);
    if !server.database.is_postgres() {
        return;
    }
    let digest = prepare(&server);
    server.start().await;
    server.output(&["digest", "send", &digest]);
    sink.wait_for(1, Duration::from_secs(20)).await;
    // A new server that joins others holds no digest, although it has no journal.
    let (_other, ready) = start_another(&server).await;
    let mut conn = PgConnection::establish(&server.database.url).unwrap();
    let frozen = server.pid();
    tokio::task::block_in_place(|| freeze(frozen, &mut conn));

    let (began, before) = (Instant::now(), number(&mut conn, RECORDED));
    while number(&mut conn, RECORDED) < before + 50 {
        assert!(began.elapsed() < Duration::from_secs(15), "the other server stands still");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    println!("the other server went on after {:?}", began.elapsed());
    assert_eq!(server.client.get(&ready).send().await.unwrap().status(), 200);
    signal(frozen, Signal::CONT);

    let began = Instant::now();
    while number(&mut conn, "SELECT count(*) AS n FROM dispatches WHERE kind = 0 AND state = 2") == 0 {
        assert!(began.elapsed() < Duration::from_mins(1), "{} outcomes were recorded", number(&mut conn, RECORDED));
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for mail in sink.ledger.mails() {
        *times.entry(mail.recipient).or_default() += 1;
    }
    assert_eq!((times.len(), times.values().sum::<usize>()), (READERS, READERS), "lost or doubled");
    assert_eq!(number(&mut conn, "SELECT failed + unknown + skipped AS n FROM dispatches WHERE kind = 0"), 0);
}

/// With TCP's defaults a server that is gone keeps its locks for two hours.
#[tokio::test]
async fn both_ends_of_a_connection_notice_soon_that_the_other_is_gone() {
    #[derive(QueryableByName)]
    struct Setting {
        #[diesel(sql_type = Text)]
        value: String,
    }
    let rig = Rig::new("capture:");
    if !rig.database.is_postgres() {
        return;
    }
    for (name, expected) in [
        ("idle_in_transaction_session_timeout", "10s"),
        ("tcp_keepalives_idle", "5"),
        ("tcp_keepalives_interval", "2"),
        ("tcp_keepalives_count", "3"),
        ("tcp_user_timeout", "10000"),
    ] {
        let read = move |conn: &mut Conn| {
            let query = diesel::sql_query("SELECT current_setting($1) AS value").bind::<Text, _>(name);
            let Conn::Pg(pg) = conn else { unreachable!() };
            Ok::<_, db::Error>(query.get_result::<Setting>(pg)?.value)
        };
        assert_eq!(rig.db.read(read).await.unwrap(), expected, "{name}");
    }
}
