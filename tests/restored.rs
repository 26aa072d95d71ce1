//! A back-up is restored that is older than what was sent.

use std::path::Path;
use std::time::Duration;

use tidings::clock::{Clock, SECOND};

use crate::support::postgres::TestDatabase;
use crate::support::server::Server;
use crate::support::sink::{Script, Sink};

const READERS: usize = 30;
/// Nobody listens there.
const NO_RELAY: &str = "smtp://127.0.0.1:9";

/// A back-up of a stopped server's database.
enum Backup {
    File(Vec<u8>),
    Postgres(TestDatabase),
}

impl Backup {
    fn of(server: &Server) -> Self {
        if server.database.is_postgres() {
            return Self::Postgres(server.database.copied());
        }
        let file = file(server);
        assert!(!file.with_extension("db-wal").exists(), "a stopped server leaves one file");
        Self::File(std::fs::read(file).unwrap())
    }

    fn restore(&self, server: &mut Server) {
        match self {
            Self::File(bytes) => std::fs::write(file(server), bytes).unwrap(),
            Self::Postgres(copy) => {
                let restored = copy.copied();
                server.set("DATABASE_URL", &restored.url);
                server.database = restored;
            }
        }
    }
}

fn file(server: &Server) -> std::path::PathBuf {
    server.data().join("tidings.db")
}

fn import_readers(server: &Server) {
    let rows: Vec<String> = (0..READERS).map(|n| format!("reader{n}@example.net")).collect();
    let file = server.folder.path().join("readers.csv");
    std::fs::write(&file, format!("email\n{}\n", rows.join("\n"))).unwrap();
    server.output(&["subscribers", "import", file.to_str().unwrap(), "--newsletter", "morning"]);
}

fn compose(server: &Server, subject: &str) -> String {
    server.output(&["digest", "compose", "--newsletter", "morning", "--subject", subject])
}

fn forget(folder: &Path) {
    for name in ["delivery.journal", "node"] {
        std::fs::remove_file(folder.join(name)).unwrap();
    }
}

/// Both went out a second time, to everybody.
#[tokio::test]
async fn a_restored_back_up_sends_nothing_until_somebody_lets_each_digest_go() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut server = Server::new(&[("TIDINGS_RELAY", NO_RELAY)]);
    let newsletter =
        ["newsletter", "add", "--slug", "morning", "--name", "The Morning", "--sender", "news@ledger.example"];
    server.output(
        &[&newsletter[..], &["--contact", "desk@ledger.example", "--postal-address", "1 Quay Street"]].concat(),
    );
    import_readers(&server);
    let (running, scheduled) = (compose(&server, "Boats"), compose(&server, "Nets"));
    server.start().await;
    server.output(&["digest", "send", &running]);
    let at = Clock::System.now().plus(6 * SECOND).to_string();
    server.output(&["digest", "send", &scheduled, "--at", &at]);
    server.stop();
    let backup = Backup::of(&server);

    server.set("TIDINGS_RELAY", &sink.url());
    server.start().await;
    let mails = sink.wait_for(2 * READERS, Duration::from_secs(30)).await;
    assert_eq!(mails.len(), 2 * READERS, "a restart holds nothing: {}", server.log());
    server.stop();

    for is_journal_lost in [false, true] {
        backup.restore(&mut server);
        if is_journal_lost {
            forget(&server.data());
        }
        server.start().await;
        tokio::time::sleep(Duration::from_millis(2_500)).await;
        assert_eq!(sink.ledger.mails().len(), 2 * READERS, "lost: {is_journal_lost}");
        let list = server.output(&["digest", "list"]);
        assert!(list.contains("\tpaused\t") && list.contains("\tapproved\t"), "lost: {is_journal_lost}: {list}");
        let reasons = server.output(&["--json", "digest", "list"]);
        assert!(reasons.contains("restored from a back-up"), "{reasons}");
        if !is_journal_lost {
            server.stop();
        }
    }
    assert_eq!(server.output(&["digest", "resume", &running]), "sending");
    assert_eq!(sink.wait_for(3 * READERS, Duration::from_secs(20)).await.len(), 3 * READERS);
    assert_eq!(server.output(&["digest", "cancel", &scheduled]), "cancelled");
    tokio::time::sleep(Duration::from_secs(1)).await;
    assert_eq!(sink.ledger.mails().len(), 3 * READERS);
}
