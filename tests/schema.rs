//! One schema on both databases: the migrations make the tables and columns that `src/db/schema.rs` names, indexes have
//! the same names, and reverting leaves nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use diesel::prelude::*;
use diesel::sql_types::Text;
use tidings::db::{Conn, Db, migrate};

use crate::support::database::open;
use crate::support::postgres::TestDatabase;

/// The type of each table and column, as schema.rs names it, and whether it may be null.
pub type Schema = BTreeMap<String, BTreeMap<String, (String, bool)>>;

/// Whether a table belongs to a database's own search, to diesel or to SQLite.
fn is_own(name: &str) -> bool {
    name.starts_with("article_search") || name.starts_with("__diesel") || name.starts_with("sqlite_")
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    table_name: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    nullable: String,
}

const SQLITE_COLUMNS: &str = "SELECT m.name AS table_name, c.name AS name, c.type AS kind,
    CASE WHEN c.\"notnull\" THEN 'NO' ELSE 'YES' END AS nullable
    FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'";
const POSTGRES_COLUMNS: &str = "SELECT CAST(table_name AS TEXT) AS table_name, CAST(column_name AS TEXT) AS name,
    CAST(data_type AS TEXT) AS kind, CAST(is_nullable AS TEXT) AS nullable
    FROM information_schema.columns WHERE table_schema = 'public'";

pub fn in_database(conn: &mut Conn) -> Schema {
    let columns: Vec<Column> = match conn {
        Conn::Sqlite(sqlite) => diesel::sql_query(SQLITE_COLUMNS).load(sqlite).unwrap(),
        Conn::Pg(pg) => diesel::sql_query(POSTGRES_COLUMNS).load(pg).unwrap(),
    };
    let mut schema = Schema::new();
    for column in columns.into_iter().filter(|column| !is_own(&column.table_name)) {
        let kind = in_diesels_words(&column.kind);
        schema.entry(column.table_name).or_default().insert(column.name, (kind, column.nullable == "YES"));
    }
    schema
}

fn in_diesels_words(kind: &str) -> String {
    let word = match kind.to_ascii_lowercase().as_str() {
        "bigint" | "integer" => "BigInt",
        "smallint" => "SmallInt",
        "text" => "Text",
        "blob" | "bytea" => "Binary",
        "boolean" => "Bool",
        "double" | "double precision" => "Double",
        other => panic!("a type that schema.rs has no word for: {other}"),
    };
    word.to_owned()
}

/// Reads the tables of schema.rs, and of the file below it, as text: `name -> Type,` lines below `name (keys) {`.
fn in_source() -> Schema {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/db");
    let files = ["schema.rs", "schema/newsroom.rs"].map(|file| std::fs::read_to_string(folder.join(file)).unwrap());
    let mut schema = Schema::new();
    let mut table = String::new();
    for line in files.iter().flat_map(|file| file.lines()).map(str::trim) {
        if line.starts_with("diesel::") {
            continue;
        }
        if let Some((column, kind)) = line.split_once(" -> ") {
            let kind = kind.trim_end_matches(',');
            let inner = kind.strip_prefix("Nullable<").and_then(|kind| kind.strip_suffix('>'));
            let entry = (inner.unwrap_or(kind).to_owned(), inner.is_some());
            schema.entry(table.clone()).or_default().insert(column.to_owned(), entry);
        } else if line.ends_with(") {")
            && let Some((name, _)) = line.split_once(" (")
        {
            name.clone_into(&mut table);
        }
    }
    schema
}

#[test]
fn the_database_has_the_tables_and_columns_of_the_source() {
    let (source, home) = (in_source(), open());
    let database = in_database(&mut home.connect().unwrap());
    assert!(source.len() > 30, "schema.rs was not understood");
    let names = |schema: &Schema| schema.keys().cloned().collect::<BTreeSet<_>>();
    assert_eq!(names(&database), names(&source));
    for (table, columns) in &source {
        assert_eq!(&database[table], columns, "{table}");
    }
}

/// The names of the indexes in the text of the migrations, so that both are compared whichever database runs.
fn indexes_in_source(kind: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(kind);
    let mut names = BTreeSet::new();
    for migration in folder.read_dir().unwrap() {
        let text = std::fs::read_to_string(migration.unwrap().path().join("up.sql")).unwrap();
        for line in text.lines() {
            let rest = line.strip_prefix("CREATE INDEX ").or_else(|| line.strip_prefix("CREATE UNIQUE INDEX "));
            names.extend(rest.and_then(|rest| rest.split(' ').next()).map(str::to_owned));
        }
    }
    names.retain(|name| !is_own(name));
    names
}

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The names of all indexes, including those of keys and unique columns.
pub fn indexes_in_database(conn: &mut Conn) -> BTreeSet<String> {
    let made: Vec<Index> = match conn {
        Conn::Sqlite(conn) => diesel::sql_query("SELECT name FROM sqlite_schema WHERE type = 'index'").load(conn),
        Conn::Pg(conn) => {
            diesel::sql_query("SELECT CAST(indexname AS TEXT) AS name FROM pg_indexes WHERE schemaname = 'public'")
                .load(conn)
        }
    }
    .unwrap();
    made.into_iter().map(|index| index.name).collect()
}

#[test]
fn indexes_have_one_name_on_both_databases() {
    let (sqlite, postgres) = (indexes_in_source("sqlite"), indexes_in_source("postgres"));
    assert!(sqlite.len() > 20, "the migrations were not understood");
    assert_eq!(sqlite, postgres);
    let home = open();
    let made = indexes_in_database(&mut home.connect().unwrap());
    // Each database also has indexes for keys and unique columns, which it names itself.
    assert_eq!(sqlite.difference(&made).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn the_migrations_have_the_same_names_on_both_databases() {
    let names = |kind: &str| -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(kind);
        folder.read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
    // Of two with one time, diesel would run the first only.
    let times: BTreeSet<_> =
        names("sqlite").iter().filter_map(|name| Some(name.split_once('_')?.0.to_owned())).collect();
    assert_eq!(times.len(), names("sqlite").len(), "{times:?}");
}

#[test]
fn reverted_migrations_leave_nothing_and_can_run_again() {
    let home = TestDatabase::create();
    let path = home.url.strip_prefix("sqlite:").map(Path::new);
    let mut conn = Db::open(&home.url, path).unwrap().connect().unwrap();
    migrate::run(&mut conn, path).unwrap();
    let before = in_database(&mut conn);
    assert_eq!(migrate::schema(&mut conn).unwrap(), migrate::Schema::Current);
    migrate::revert_all(&mut conn).unwrap();
    assert!(in_database(&mut conn).is_empty());
    assert_eq!(migrate::schema(&mut conn).unwrap(), migrate::Schema::Empty);
    assert!(!migrate::run(&mut conn, path).unwrap().names.is_empty());
    assert_eq!(in_database(&mut conn), before);
}
