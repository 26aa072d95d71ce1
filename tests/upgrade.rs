//! Released schemas are frozen: their migrations never change, and a database of each release is brought up to date.
//!
//! `tests/upgrade/VERSION.sqlite.sql` and `VERSION.postgres.sql` are small databases of a release with rows in every
//! table; `released.txt` has the hashes of its migrations. A release writes them, once for each database:
//!
//! ```text
//! WRITE_RELEASE=1 cargo test --test tidings upgrade::the_data_set
//! WRITE_RELEASE=1 TEST_DATABASE_URL=postgres://.. cargo test --test tidings upgrade::the_data_set
//! ```

mod data_set;
mod dump;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tidings::actor::Role;
use tidings::db::{Conn, Db, migrate};
use tidings::subscriber::{self, SubscriptionState};
use tidings::token::{hex, sha256};

use crate::api::{Api, key};
use crate::schema;
use crate::support::app::{Options, TestApp};
use crate::support::database;
use crate::support::postgres::TestDatabase;

/// Columns with a few values, and how many of them the data set has at least.
const VALUES: &[(&str, &str, i64)] = &[
    ("users", "role", 2),
    ("subscriptions", "state", 3),
    ("articles", "state", 2),
    ("digests", "state", 4),
    ("dispatches", "kind", 5),
    ("dispatches", "state", 4),
    ("deliveries", "state", 8),
    ("enquiries", "state", 3),
    ("suppressions", "reason", 2),
];

/// Tables whose rows wait for a worker, an import or the folding of PostgreSQL's counters. They may be empty at any time.
const QUEUES: &[&str] =
    &["article_comparisons", "articles_to_index", "dispatch_additions", "newsletter_changes", "postponed_indexes"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/upgrade")
}

fn kind(conn: &Conn) -> &'static str {
    if conn.is_postgres() { "postgres" } else { "sqlite" }
}

#[tokio::test]
async fn the_data_set_has_rows_in_every_table() {
    let database = data_set::fill().await;
    let mut conn = database.connect().unwrap();
    let counts = dump::counts(&mut conn);
    let empty: Vec<_> =
        counts.iter().filter(|(table, rows)| **rows == 0 && !QUEUES.contains(&table.as_str())).collect();
    assert!(empty.is_empty(), "the data set has nothing in {empty:?}");
    for (table, column, values) in VALUES {
        let found = dump::count(&mut conn, &format!("(SELECT DISTINCT {column} FROM {table}) AS found"));
        assert!(found >= *values, "the data set has only {found} values of {column} in {table}");
    }
    if std::env::var_os("WRITE_RELEASE").is_some() {
        let kind = kind(&conn);
        let path = folder().join(format!("{}.{kind}.sql", env!("CARGO_PKG_VERSION")));
        std::fs::write(path, dump::write(&mut conn)).unwrap();
        let lines: Vec<String> = hashes().map(|(path, hash)| format!("{hash}  {path}")).collect();
        std::fs::write(folder().join("released.txt"), lines.join("\n") + "\n").unwrap();
    }
}

/// Path and SHA-256 of each file under `migrations/`.
fn hashes() -> impl Iterator<Item = (String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = |folder: PathBuf| folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let files = list(root.join("migrations")).flat_map(list).flat_map(list).collect::<BTreeSet<_>>();
    files.into_iter().map(move |path| {
        let hash = hex(&sha256(&std::fs::read(&path).unwrap()));
        (path.strip_prefix(root).unwrap().to_string_lossy().into_owned(), hash)
    })
}

/// The dumps for the database that the tests run on, with their version.
fn dumps(kind: &str) -> BTreeMap<String, String> {
    let files = folder().read_dir().unwrap().map(|entry| entry.unwrap().path());
    let named = files.filter_map(|path| {
        let version = path.file_name()?.to_str()?.strip_suffix(&format!(".{kind}.sql"))?.to_owned();
        Some((version, std::fs::read_to_string(path).unwrap()))
    });
    named.collect()
}

#[test]
fn the_migrations_of_a_release_are_unchanged() {
    let released = std::fs::read_to_string(folder().join("released.txt")).unwrap_or_default();
    let today: BTreeMap<String, String> = hashes().collect();
    for line in released.lines() {
        let (hash, path) = line.split_once("  ").unwrap();
        assert_eq!(today.get(path).map(String::as_str), Some(hash), "{path} was released; write a new migration");
    }
    for kind in ["sqlite", "postgres"] {
        let has_hashes = released.contains(&format!("migrations/{kind}/"));
        assert_eq!(has_hashes, !dumps(kind).is_empty(), "released.txt and the {kind} dumps come together");
    }
}

/// A database of a release, after all migrations.
fn upgraded(sql: &str) -> (TestDatabase, BTreeMap<String, i64>) {
    let home = TestDatabase::create();
    let path = home.url.strip_prefix("sqlite:").map(Path::new);
    let mut conn = Db::open(&home.url, path).unwrap().connect().unwrap();
    conn.batch(sql).unwrap();
    let before = dump::counts(&mut conn);
    migrate::run(&mut conn, path).unwrap();
    assert_eq!(migrate::schema(&mut conn).unwrap(), migrate::Schema::Current);
    (home, before)
}

#[test]
fn a_database_of_each_release_gets_the_schema_of_today_and_keeps_its_rows() {
    let fresh = database::open();
    let mut fresh = fresh.connect().unwrap();
    for (version, sql) in dumps(kind(&fresh)) {
        let (home, before) = upgraded(&sql);
        let database = database::over(home);
        let mut conn = database.connect().unwrap();
        assert_eq!(schema::in_database(&mut conn), schema::in_database(&mut fresh), "{version}");
        assert_eq!(schema::indexes_in_database(&mut conn), schema::indexes_in_database(&mut fresh), "{version}");
        let after = dump::counts(&mut conn);
        for (table, rows) in before {
            let kept = after.get(&table).copied().unwrap_or_default();
            assert!(kept >= rows, "{version}: {table} had {rows} rows and has {kept}");
        }
    }
}

#[tokio::test]
async fn tidings_runs_on_a_database_of_each_release() {
    let kind = kind(&database::open().connect().unwrap());
    for (version, sql) in dumps(kind) {
        let (home, _) = upgraded(&sql);
        let app = TestApp::over(database::over(home), Options::default()).await;
        pages_are_shown(&app, &version).await;
        let editor = key(&app, Role::Editor).await.1;
        let api = Api { admin: editor.clone(), editor, app };
        digests_go_on(&api, &version).await;
        an_old_link_unsubscribes(&api.app, &version).await;
    }
}

async fn pages_are_shown(app: &TestApp, version: &str) {
    for path in ["/", "/archive", "/search?q=ferry", "/feed.xml", "/topics/harbour", "/articles/night-ferries-return"] {
        let answer = app.get(path).await;
        assert_eq!(answer.status, 200, "{version}: {path}: {}", answer.body);
    }
}

/// Queued and deferred mails are sent once their digests are resumed: a database without its server's journal is taken for
/// an older copy.
async fn digests_go_on(api: &Api, version: &str) {
    let digests = api.get("/digests?limit=100").await.expect(200);
    let digests = digests["items"].as_array().unwrap().clone();
    assert!(digests.iter().all(|digest| digest["state"] != "sending"), "{version}: they are held");
    for digest in digests.iter().filter(|digest| digest["state"] == "paused") {
        api.act(&format!("/digests/{}/resume", digest["id"])).await;
    }
    api.app.settled().await;
    for digest in digests.iter().filter(|digest| digest["state"] == "paused") {
        let now = api.get(&format!("/digests/{}", digest["id"])).await.expect(200);
        assert_eq!((&now["state"], &now["to_go"]), (&"sent".into(), &0.into()), "{version}: {now}");
        assert!(now["sent"].as_i64() > digest["sent"].as_i64(), "{version}: {now}");
    }
}

/// The secret is the same, so that a link in a mail of the old release still works.
async fn an_old_link_unsubscribes(app: &TestApp, version: &str) {
    let mails = app.mails_to(data_set::READER).await;
    let mail = mails.iter().find(|mail| mail.text.contains("/unsubscribe/")).unwrap();
    let at = mail.text.find("/unsubscribe/").unwrap();
    let link: String = mail.text[at..].chars().take_while(|c| !c.is_whitespace()).collect();
    let answer = app.post(&link, &[]).await;
    assert_eq!(answer.status, 200, "{version}: {}", answer.body);
    let reader = app.read(|conn| subscriber::by_address(conn, data_set::READER)).await.unwrap();
    let subscriptions = app.read(move |conn| subscriber::subscriptions_of(conn, reader.id)).await;
    assert!(
        subscriptions.iter().all(|subscription| subscription.state == SubscriptionState::Unsubscribed),
        "{version}"
    );
}
