//! Undoing an import.

use std::io::{Cursor, Read};

use tidings::actor::Actor;
use tidings::clock::Clock;
use tidings::db::Conn;
use tidings::delivery::SuppressionReason;
use tidings::subscriber::import::{self, Entry, ImportError, undo};
use tidings::subscriber::{self, confirm};

use super::{Confirmed, Office};

impl Office {
    async fn entries(&self) -> Vec<Entry> {
        self.read(|conn| import::list(conn, i64::MAX, 10)).await
    }

    async fn ask(&self, id: i64) -> Option<bool> {
        let now = Clock::System.now();
        self.db.write(move |conn| undo::ask(conn, &Actor::Operator, now, id)).await.unwrap()
    }
}

#[tokio::test]
async fn undoing_removes_who_was_added_and_has_done_nothing_since() {
    let office = Office::open().await;
    office.import_text(Confirmed, "email\nann@example.org\n").await;
    let file = "email,status\nann@example.org,active\nben@example.org,active\ncy@example.org,pending\ndi@example.org,bounced\nel@example.org,active\n";
    office.import_text(Confirmed, file).await;
    assert_eq!(office.suppressed("di@example.org").await, Some(SuppressionReason::HardBounce));
    let leave = |conn: &mut Conn| {
        let id = subscriber::by_address(conn, "el@example.org")?.unwrap().id;
        let subscription = subscriber::subscriptions_of(conn, id)?[0].id;
        let visitor = Actor::Visitor { client: String::new() };
        confirm::unsubscribe(conn, &visitor, Clock::System.now(), subscription, "link")
    };
    office.db.write(leave).await.unwrap();
    let entry = office.entries().await.remove(0);
    assert_eq!((entry.stored.added(), entry.stored.kept, entry.refused), (4, 1, 0));
    assert!(entry.finished_at.is_some() && entry.undone_at.is_none());

    assert_eq!((office.ask(entry.id).await, office.ask(entry.id).await), (Some(true), Some(false)));
    assert_eq!(office.ask(99).await, None);
    undo::run(&office.db, &Clock::System).await.unwrap();
    let undone = office.entries().await.remove(0);
    assert_eq!((undone.removed, undone.undone_at.is_some()), (3, true));
    assert_eq!(office.counters().await, (0, 1, 1), "the reader from before, and the one who left");
    for address in ["ben@example.org", "cy@example.org", "di@example.org"] {
        assert!(office.read(move |conn| subscriber::by_address(conn, address)).await.is_none(), "{address}");
    }
    assert_eq!(office.suppressed("di@example.org").await, None);
    undo::run(&office.db, &Clock::System).await.unwrap();
    assert_eq!(office.entries().await.remove(0), undone, "it is done once");
    office.import_text(Confirmed, file).await;
    assert_eq!(office.counters().await, (1, 2, 2), "a corrected file can be imported");
}

/// More than one chunk, and what was imported before and after stays.
#[tokio::test]
async fn a_long_import_is_undone_whole_and_alone() {
    let office = Office::open().await;
    let file = |of: &str, rows: usize| (0..rows).map(|n| format!("{of}{n}@example.org\n")).collect::<Vec<_>>().concat();
    office.import_text(Confirmed, &format!("email\n{}", file("before", 3))).await;
    office.import_text(Confirmed, &format!("email\n{}", file("wrong", 1_201))).await;
    office.import_text(Confirmed, &format!("email\n{}", file("after", 4))).await;
    let wrong = office.entries().await[1].clone();
    office.ask(wrong.id).await;
    undo::run(&office.db, &Clock::System).await.unwrap();
    assert_eq!(office.counters().await, (0, 7, 0));
    assert_eq!(office.entries().await[1].removed, 1_201);
}

/// A file that asks for its own import to be undone once its first chunk is read.
struct Undoing {
    db: tidings::db::Db,
    rows: Cursor<String>,
}

impl Read for Undoing {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let read = self.rows.read(into)?;
        if read == 0 {
            let mut conn = self.db.connect().unwrap();
            let ask = |conn: &mut Conn| undo::ask(conn, &Actor::Operator, Clock::System.now(), 1);
            conn.write_transaction(ask).unwrap();
        }
        Ok(read)
    }
}

#[tokio::test]
async fn an_import_that_is_undone_while_it_runs_stops() {
    let office = Office::open().await;
    let rows = (0..25_000).map(|n| format!("r{n}@example.org\n")).collect::<Vec<_>>().concat();
    let file = Undoing { db: office.db.clone(), rows: Cursor::new(format!("email\n{rows}")) };
    assert!(matches!(office.import(Confirmed, file).await, Err(ImportError::Undone)));
    undo::run(&office.db, &Clock::System).await.unwrap();
    assert_eq!(office.counters().await, (0, 0, 0));
}
