//! A database for one test: an SQLite file, or a new database on the server of `TEST_DATABASE_URL`.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};
use tempfile::TempDir;
use url::Url;

use super::shared::Shared;

/// Empty when created, removed when dropped.
pub struct TestDatabase {
    /// `sqlite:/path/tidings.db` (the file does not exist yet) or `postgres://...`: a value for `DATABASE_URL`.
    pub url: String,
    storage: Storage,
    /// Keeps the template for as long as a copy of it exists.
    template: Option<Arc<TestDatabase>>,
}

enum Storage {
    Folder(TempDir),
    Server(OnServer),
}

struct OnServer {
    admin: Url,
    name: String,
}

impl TestDatabase {
    pub fn create() -> Self {
        match server() {
            None => Self::in_folder(|_| ()),
            Some(admin) => Self::on_server(admin, None),
        }
    }

    /// A copy of a database on which `prepare` (such as the migrations) has run once for all tests of the process.
    /// `prepare` gets the URL and must leave no connection open; every caller must pass the same function.
    pub fn prepared(prepare: fn(&str)) -> Self {
        static TEMPLATE: Shared<TestDatabase> = Shared::new();
        let template = TEMPLATE.get(|| {
            let template = Self::create();
            prepare(&template.url);
            template
        });
        let mut copy = template.copied();
        copy.template = Some(template);
        copy
    }

    /// A copy as it is now; nobody may be connected to it.
    pub fn copied(&self) -> Self {
        match &self.storage {
            Storage::Folder(folder) => Self::in_folder(|to| copy_files(folder.path(), to)),
            Storage::Server(OnServer { admin, name }) => Self::on_server(admin.clone(), Some(name)),
        }
    }

    pub fn is_postgres(&self) -> bool {
        matches!(self.storage, Storage::Server(_))
    }

    fn in_folder(fill: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fill(folder.path());
        let url = format!("sqlite:{}", folder.path().join("tidings.db").display());
        Self { url, storage: Storage::Folder(folder), template: None }
    }

    fn on_server(admin: Url, template: Option<&str>) -> Self {
        let name = unique_name();
        let template = template.map(|name| format!(" TEMPLATE {name}")).unwrap_or_default();
        execute(&admin, &format!("CREATE DATABASE {name}{template}")).expect("TEST_DATABASE_URL: create a database");
        let mut url = admin.clone();
        url.set_path(&name);
        Self { url: url.into(), storage: Storage::Server(OnServer { admin, name }), template: None }
    }
}

impl Drop for OnServer {
    fn drop(&mut self) {
        // FORCE: Tidings may still be closing its connections.
        if let Err(error) = execute(&self.admin, &format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name)) {
            eprintln!("the test database {} was not removed: {error}", self.name);
        }
    }
}

fn server() -> Option<Url> {
    let text = std::env::var("TEST_DATABASE_URL").ok().filter(|text| !text.is_empty())?;
    let url = Url::parse(&text).expect("TEST_DATABASE_URL is a URL");
    assert!(matches!(url.scheme(), "postgres" | "postgresql"), "TEST_DATABASE_URL begins with postgres://");
    Some(url)
}

/// A name that is unique on the server: process id, counter, and the time, because process ids are reused.
fn unique_name() -> String {
    static COUNTER: AtomicU32 = AtomicU32::new(0);
    let micros = std::time::UNIX_EPOCH.elapsed().expect("a clock after 1970").as_micros();
    format!("t_{}_{}_{micros}", std::process::id(), COUNTER.fetch_add(1, Ordering::Relaxed))
}

fn execute(server: &Url, sql: &str) -> anyhow::Result<()> {
    PgConnection::establish(server.as_str())?.batch_execute(sql)?;
    Ok(())
}

fn copy_files(from: &Path, to: &Path) {
    for entry in from.read_dir().expect("the template's folder") {
        let entry = entry.expect("a file of the template");
        std::fs::copy(entry.path(), to.join(entry.file_name())).expect("copy the template");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::prelude::*;
    use diesel::sql_types::BigInt;
    use diesel::{QueryResult, SqliteConnection, sql_query};

    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }

    fn run(url: &str, sql: &str) -> QueryResult<()> {
        match url.strip_prefix("sqlite:") {
            Some(path) => SqliteConnection::establish(path).unwrap().batch_execute(sql),
            None => PgConnection::establish(url).unwrap().batch_execute(sql),
        }
    }

    fn count(url: &str) -> i64 {
        let query = sql_query("SELECT count(*) AS n FROM numbers");
        let count: Count = match url.strip_prefix("sqlite:") {
            Some(path) => query.get_result(&mut SqliteConnection::establish(path).unwrap()).unwrap(),
            None => query.get_result(&mut PgConnection::establish(url).unwrap()).unwrap(),
        };
        count.n
    }

    #[test]
    fn test_database_url_selects_the_kind_of_database() {
        let on_postgres = std::env::var("TEST_DATABASE_URL").is_ok_and(|url| !url.is_empty());
        let database = TestDatabase::create();
        assert_eq!(database.is_postgres(), on_postgres);
        assert_eq!(database.url.starts_with("postgres"), on_postgres);
    }

    #[test]
    fn two_databases_share_nothing() {
        let (one, other) = (TestDatabase::create(), TestDatabase::create());
        run(&one.url, "CREATE TABLE numbers (id integer); INSERT INTO numbers VALUES (1)").unwrap();
        run(&other.url, "CREATE TABLE numbers (id integer)").unwrap();
        assert_eq!((count(&one.url), count(&other.url)), (1, 0));
    }

    #[test]
    fn a_dropped_database_is_removed() {
        let database = TestDatabase::create();
        run(&database.url, "CREATE TABLE numbers (id integer)").unwrap();
        let url = database.url.clone();
        drop(database);
        match url.strip_prefix("sqlite:") {
            Some(path) => assert!(!Path::new(path).exists()),
            None => assert!(PgConnection::establish(&url).is_err()),
        }
    }

    #[test]
    fn a_prepared_database_is_a_copy_with_its_own_rows() {
        // Not `prepared`, whose template has Tidings' schema.
        let template = TestDatabase::create();
        run(&template.url, "CREATE TABLE numbers (id integer); INSERT INTO numbers VALUES (1)").unwrap();
        let copy = template.copied();
        run(&copy.url, "INSERT INTO numbers VALUES (2)").unwrap();
        assert_eq!((count(&template.url), count(&copy.url)), (1, 2));
    }
}
