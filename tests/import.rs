//! Importing subscribers: what is stored, counted and logged.

mod tools;
mod undo;

use std::io::{self, Cursor, Read};

use tidings::actor::Actor;
use tidings::audit;
use tidings::clock::{Clock, Timestamp};
use tidings::db::{self, Conn, Result, migrate};
use tidings::email_address::AddressError;
use tidings::field::FieldError;
use tidings::newsletter::{self, Input, Newsletter, Settings};
use tidings::subscriber::import::{self, Import, ImportError, Reading, Refusal, RefusalKind, Report, Stored};
use tidings::subscriber::{self, ConsentAction, SubscriptionState};
use tidings::token::Random;

use crate::schema::indexes_in_database;
use crate::support::database::{self, OpenDatabase};

const NOW: Timestamp = Timestamp(1_761_177_600_000);

struct Office {
    db: OpenDatabase,
    newsletter: i64,
}

impl Office {
    async fn open() -> Self {
        let db = database::open();
        let settings = Settings {
            slug: "morning".to_owned(),
            name: "The Morning".to_owned(),
            sender: "news@example.org".to_owned(),
            contact: "desk@example.org".to_owned(),
            ..Settings::default()
        };
        let input = Input { newsletter: settings, ..Input::default() };
        let add = move |conn: &mut Conn| newsletter::add(conn, &Actor::Operator, NOW, input);
        let newsletter = db.write(add).await.unwrap();
        Self { db, newsletter }
    }

    async fn read<T: Send + 'static>(&self, work: impl FnOnce(&mut Conn) -> Result<T> + Send + 'static) -> T {
        self.db.read(work).await.unwrap()
    }

    async fn newsletter(&self) -> Newsletter {
        let id = self.newsletter;
        self.read(move |conn| newsletter::by_id(conn, id)).await.unwrap()
    }

    /// Pending, confirmed and unsubscribed.
    async fn counters(&self) -> (i64, i64, i64) {
        let newsletter = self.newsletter().await;
        (newsletter.pending, newsletter.confirmed, newsletter.unsubscribed)
    }

    async fn import(
        &self,
        state: SubscriptionState,
        file: impl Read + Send + 'static,
    ) -> std::result::Result<Report, ImportError> {
        let import = self.plan(state).await;
        import::run(&self.db, &Clock::System, import, file, |_| ()).await
    }

    async fn plan(&self, state: SubscriptionState) -> Import {
        Import {
            actor: Actor::Operator,
            newsletter: self.newsletter().await,
            highest: state.into(),
            reading: Reading::default(),
            is_trial: false,
            served: false,
            random: Random::System,
        }
    }

    async fn import_text(&self, state: SubscriptionState, file: &str) -> Report {
        self.import(state, Cursor::new(file.to_owned())).await.unwrap()
    }

    /// The state of an address, and its lines in the ledger.
    async fn standing(&self, address: &'static str) -> (SubscriptionState, Vec<ConsentAction>) {
        let find = move |conn: &mut Conn| {
            let person = subscriber::by_address(conn, address)?.unwrap();
            let subscriptions = subscriber::subscriptions_of(conn, person.id)?;
            let lines = subscriber::consents_of(conn, person.id)?;
            Ok((subscriptions[0].state, lines.iter().map(|line| line.action).collect()))
        };
        self.read(find).await
    }

    /// The numbers in the audit log's lines of imports, the newest first.
    async fn audited(&self) -> Vec<String> {
        let entries = self.read(|conn| audit::page(conn, &audit::Filter::default(), i64::MAX, 100)).await;
        let imports = entries.into_iter().filter(|entry| entry.action == "subscriber.import");
        imports.map(|entry| entry.detail).collect()
    }
}

use SubscriptionState::{Confirmed, Pending, Unsubscribed};

#[tokio::test]
async fn rows_become_subscriptions_with_their_ledger_and_counters() {
    let office = Office::open().await;
    let file = "email,name,state,city\nZoe@example.org,Zoe,,X\nben@example.org,Ben,pending,X\neve@example.org,Eve,unsubscribed,X\nnobody,N,,X\nzoe@EXAMPLE.org,Other,pending,X\n";
    let report = office.import_text(Confirmed, file).await;
    assert_eq!(report.stored, Stored { pending: 1, confirmed: 1, unsubscribed: 1, kept: 1, ..Stored::default() });
    let kind = RefusalKind::Field(FieldError::new("email", AddressError::NoAt));
    assert_eq!((report.refused, report.refusals), (1, vec![Refusal { line: 5, kind }]));
    assert_eq!(report.unused_columns, ["city"]);
    assert_eq!(office.counters().await, (1, 1, 1));
    assert_eq!(office.standing("zoe@example.org").await, (Confirmed, vec![ConsentAction::Imported]));
    assert_eq!(office.standing("ben@example.org").await, (Pending, vec![ConsentAction::Imported]));
    assert_eq!(office.standing("eve@example.org").await, (Unsubscribed, vec![ConsentAction::Withdrawn]));
    let zoe = office.read(|conn| subscriber::by_address(conn, "zoe@example.org")).await.unwrap();
    assert_eq!((zoe.envelope.as_deref(), zoe.name.as_str()), (Some("Zoe@example.org"), "Zoe"));
    assert_eq!(office.audited().await, ["3"]);
}

#[tokio::test]
async fn a_subscription_that_exists_stays_as_it_is() {
    let office = Office::open().await;
    office.import_text(Confirmed, "email,state\nann@example.org,unsubscribed\nben@example.org,pending\n").await;
    let file = "email,name\nann@example.org,Ann\nben@example.org,Ben\ncy@example.org,Cy\n";
    for (added, counters) in [(1, (1, 1, 1)), (0, (1, 1, 1))] {
        let report = office.import_text(Confirmed, file).await;
        assert_eq!((report.stored.added(), report.stored.kept), (added, 3 - added));
        assert_eq!(office.counters().await, counters);
    }
    assert_eq!(office.standing("ann@example.org").await, (Unsubscribed, vec![ConsentAction::Withdrawn]));
    assert_eq!(office.standing("ben@example.org").await, (Pending, vec![ConsentAction::Imported]));
    let ann = office.read(|conn| subscriber::by_address(conn, "ann@example.org")).await.unwrap();
    assert_eq!(ann.name, "", "an import renames nobody");
    assert_eq!(office.audited().await, ["1", "2"]);
}

/// More rows than one transaction takes, and statistics of the tables behind them.
#[tokio::test]
async fn a_long_file_is_stored_in_several_transactions() {
    const ROWS: i64 = 21_000;
    let office = Office::open().await;
    let rows: String =
        (0..ROWS).fold(String::new(), |rows, n| rows + format!("r{}@example.org\n", n * 7_919 % ROWS).as_str());
    let report = office.import_text(Confirmed, &format!("email\n{rows}")).await;
    assert_eq!(report.stored, Stored { confirmed: ROWS, ..Stored::default() });
    assert_eq!(office.counters().await, (0, 21_000, 0));
    assert_eq!(office.audited().await, ["21000"]);
}

#[tokio::test]
async fn an_import_that_ends_early_keeps_and_notes_the_chunks_before() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::ErrorKind::ConnectionReset.into())
        }
    }
    let office = Office::open().await;
    let rows: String = (0..25_000).fold(String::new(), |rows, n| rows + format!("r{n}@example.org\n").as_str());
    let file = Cursor::new(format!("email\n{rows}")).chain(Broken);
    assert!(matches!(office.import(Pending, file).await, Err(ImportError::Read(_))));
    let (pending, ..) = office.counters().await;
    assert!(pending > 0, "a chunk is stored before the file is read to its end");
    assert_eq!(office.audited().await, [pending.to_string()]);
}

/// A big import leaves out the indexes of a search, which took half of its time, and builds them at its end.
#[tokio::test]
async fn a_big_import_ends_with_every_index() {
    let office = Office::open().await;
    let before = indexes_in_database(&mut office.db.connect().unwrap());
    let rows: Vec<String> = (0..10_000).map(|n| format!("r{n}@example.org")).collect();
    let (import, file) = (office.plan(Confirmed).await, Cursor::new(format!("email\n{}\n", rows.join("\n"))));
    let mut during = before.clone();
    let mut other = office.db.connect().unwrap();
    let look = |_: import::Progress<'_>| during = indexes_in_database(&mut other);
    let report = import::run(&office.db, &Clock::System, import, file, look).await.unwrap();
    assert_eq!(report.stored.added(), 10_000);
    let left_out: Vec<_> = before.difference(&during).map(String::as_str).collect();
    assert_eq!(left_out, ["subscribers_by_domain", "subscribers_by_name", "subscribers_by_surname"]);
    assert_eq!(indexes_in_database(&mut other), before);
}

/// An import that was killed before it built them again.
#[tokio::test]
async fn the_next_start_builds_the_indexes_that_were_left_out() {
    let office = Office::open().await;
    let mut conn = office.db.connect().unwrap();
    let before = indexes_in_database(&mut conn);
    conn.write_transaction(|conn| db::postpone(conn, &["subscribers_by_name"])).unwrap();
    assert_eq!(indexes_in_database(&mut conn).len(), before.len() - 1);
    let folder = tempfile::tempdir().unwrap();
    migrate::run(&mut conn, Some(&folder.path().join("tidings.db"))).unwrap();
    assert_eq!(indexes_in_database(&mut conn), before);
}

/// Every command looks for indexes to build when it starts, and waited for whoever was writing even where there were none.
#[tokio::test]
async fn a_start_without_indexes_to_build_waits_for_no_writer() {
    let office = Office::open().await;
    let folder = tempfile::tempdir().unwrap();
    let mut writer = office.db.connect().unwrap();
    let start = |_: &mut Conn| migrate::run(&mut office.db.connect().unwrap(), Some(&folder.path().join("tidings.db")));
    let migrated = writer.write_transaction(start).unwrap();
    assert!(migrated.names.is_empty());
}
