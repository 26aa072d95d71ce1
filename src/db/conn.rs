//! One connection type over both databases, and what diesel's derive lacks for it.

use diesel::backend::Backend;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::query_dsl::RunQueryDsl;
use diesel::serialize::ToSql;
use diesel::sql_types::{BigInt, HasSqlType, Text};
use diesel::{Connection, PgConnection, QueryResult, QueryableByName, SqliteConnection};
use url::form_urlencoded;

use super::{Error, Result};

/// A connection to either database. Never call its `establish`: that would open a PostgreSQL address as a file name.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    Pg(PgConnection),
    Sqlite(SqliteConnection),
}

/// Runs the same body on whichever connection there is, typed for its database: for upserts and batch inserts.
macro_rules! on_each {
    ($conn:expr, |$c:ident| $body:expr) => {
        match $conn {
            $crate::db::Conn::Pg($c) => $body,
            $crate::db::Conn::Sqlite($c) => $body,
        }
    };
}
pub(crate) use on_each;

/// A query that both databases can write but diesel's `MultiConnection` cannot, such as an upsert.
#[derive(Clone, Copy)]
pub struct Both<Q>(pub Q);

impl<Q: QueryId> QueryId for Both<Q> {
    type QueryId = Q::QueryId;
    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
}

impl<Q: Query> Query for Both<Q> {
    type SqlType = Q::SqlType;
}

impl<Q> RunQueryDsl<Conn> for Both<Q> {}

impl<Q> QueryFragment<MultiBackend> for Both<Q>
where
    Q: QueryFragment<diesel::pg::Pg> + QueryFragment<diesel::sqlite::Sqlite>,
{
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, MultiBackend>) -> QueryResult<()> {
        MultiBackend::walk_variant_ast(&self.0, pass)
    }
}

/// A query whose text is always the same, such as a `sql_query` or one with fragments of SQL, which diesel would parse each
/// time. It is parsed once a connection if it is loaded; diesel's `execute` parses it each time. For statements whose plan
/// does not depend on how many rows a table has, because PostgreSQL may keep the plan as well.
#[derive(Clone, Copy)]
pub struct Prepared<Q>(pub Q);

impl<Q> QueryId for Prepared<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Prepared<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, C> RunQueryDsl<C> for Prepared<Q> {}

impl<Q: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for Prepared<Q> {
    fn walk_ast<'b>(&'b self, pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.0.walk_ast(pass)
    }

    fn is_safe_to_cache_prepared(&self, _: &DB) -> QueryResult<bool> {
        Ok(true)
    }
}

/// A query of a few rows, with their number in its text. PostgreSQL plans a query with a bound number at each execution,
/// because a plan for any number looks dearer than one for a few. Only for constant numbers, because each text is kept.
#[derive(Clone, Copy)]
pub struct Limited<Q> {
    pub query: Q,
    pub limit: i64,
    pub offset: i64,
}

impl<Q> QueryId for Limited<Q> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Limited<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, C> RunQueryDsl<C> for Limited<Q> {}

impl<Q, DB> QueryFragment<DB> for Limited<Q>
where
    Q: QueryFragment<DB>,
    DB: Backend + HasSqlType<BigInt>,
    i64: ToSql<BigInt, DB>,
{
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.query.walk_ast(pass.reborrow())?;
        pass.push_sql(&format!(" LIMIT {}", self.limit));
        if self.offset > 0 {
            pass.push_sql(" OFFSET ");
            pass.push_bind_param::<BigInt, _>(&self.offset)?;
        }
        Ok(())
    }
}

impl Conn {
    /// Connects to PostgreSQL and refuses a server that acknowledges before it has written.
    pub(super) fn open_postgres(url: &str) -> Result<Self> {
        let mut conn = PgConnection::establish(&bounded(url)).map_err(|error| Error::Gone(error.to_string()))?;
        // A deadlock is recognised by its message. Only some users may choose the language; others get the server's.
        let _ = conn.batch_execute("SET lc_messages = 'C'");
        // Not every server knows or supports all of them.
        let _ = conn.batch_execute(LOSS);
        conn.batch_execute(LIMITS)?;
        Ok(Self::Pg(conn))
    }

    #[must_use]
    pub fn is_postgres(&self) -> bool {
        matches!(self, Self::Pg(_))
    }

    /// One write transaction. On SQLite it takes the write lock at once: a transaction that has read may be refused it.
    pub fn write_transaction<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        self.begin().map_err(E::from)?;
        match work(self) {
            Ok(value) => self.commit().map(|()| value).map_err(E::from),
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    /// A part of a transaction that may fail without ending the whole.
    pub fn savepoint<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        type Manager = <Conn as Connection>::TransactionManager;
        Manager::begin_transaction(self).map_err(|error| E::from(error.into()))?;
        match work(self) {
            Ok(value) => Manager::commit_transaction(self).map(|()| value).map_err(|error| E::from(error.into())),
            Err(error) => {
                self.roll_back();
                Err(error)
            }
        }
    }

    pub(super) fn begin(&mut self) -> Result<()> {
        match self {
            Self::Pg(conn) => AnsiTransactionManager::begin_transaction(conn)?,
            Self::Sqlite(conn) => AnsiTransactionManager::begin_transaction_sql(conn, "BEGIN IMMEDIATE")?,
        }
        Ok(())
    }

    pub(super) fn commit(&mut self) -> Result<()> {
        type Manager = <Conn as Connection>::TransactionManager;
        Ok(Manager::commit_transaction(self)?)
    }

    /// Rolls back one level. A failure leaves a broken connection, which its owner replaces.
    pub(super) fn roll_back(&mut self) {
        type Manager = <Conn as Connection>::TransactionManager;
        if let Err(error) = Manager::rollback_transaction(self) {
            tracing::warn!(%error, "a rollback failed");
        }
    }

    /// Whether diesel has given this connection up.
    pub(super) fn is_unusable(&mut self) -> bool {
        on_each!(self, |c| AnsiTransactionManager::is_broken_transaction_manager(c))
    }

    /// Statements without parameters or rows, as migrations and pragmas need them.
    pub fn batch(&mut self, sql: &str) -> Result<()> {
        Ok(on_each!(self, |c| c.batch_execute(sql))?)
    }
}

/// A process that freezes or drops off the network in a transaction must not hold its locks for long: the other servers
/// would wait for them.
const LIMITS: &str = "SET lock_timeout = '10s'; SET statement_timeout = '60s';
    SET idle_in_transaction_session_timeout = '10s'; SET synchronous_commit = 'on'";

/// How soon the server notices that this machine is gone (PostgreSQL's documentation, sections "TCP Settings" and
/// "Client Connection Defaults"): as soon as this machine notices that the server is, by [`bounded`].
const LOSS: &str = "SELECT set_config(s.name, v.value, false) FROM pg_settings s JOIN (VALUES
    ('tcp_keepalives_idle', '5'), ('tcp_keepalives_interval', '2'), ('tcp_keepalives_count', '3'),
    ('tcp_user_timeout', '10000'), ('client_connection_check_interval', '5000')) AS v (name, value) ON s.name = v.name";

/// The application name of a server's connections begins with this.
const SERVER: &str = "tidings serve";

/// A PostgreSQL address whose connections carry the application name of the server with this number. libpq takes the last
/// of a parameter that is given twice.
#[must_use]
pub fn as_server(url: &str, number: u64) -> String {
    let before = if url.contains('?') { '&' } else { '?' };
    format!("{url}{before}application_name={}%20{number:016x}", SERVER.replace(' ', "%20"))
}

/// Whether a server other than this process is connected to this PostgreSQL database now.
pub fn is_served(conn: &mut Conn) -> Result<bool> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        servers: i64,
    }
    let query = diesel::sql_query(
        "SELECT count(*) AS servers FROM pg_stat_activity WHERE datname = current_database()
         AND application_name LIKE $1 AND application_name <> current_setting('application_name')",
    );
    match conn {
        Conn::Sqlite(_) => Ok(false),
        Conn::Pg(pg) => Ok(query.bind::<Text, _>(format!("{SERVER} %")).get_result::<Row>(pg)?.servers > 0),
    }
}

/// A PostgreSQL address with limits on how long libpq waits for an absent server, unless the operator has set them
/// (PostgreSQL's documentation, section "Parameter Key Words"): in seconds, the last one in milliseconds.
fn bounded(url: &str) -> String {
    with_parameters(
        url,
        &[
            ("connect_timeout", "5"),
            ("keepalives_idle", "5"),
            ("keepalives_interval", "2"),
            ("keepalives_count", "3"),
            ("tcp_user_timeout", "10000"),
        ],
    )
}

/// The address with these parameters added, except those that it already has.
fn with_parameters(url: &str, parameters: &[(&str, &str)]) -> String {
    // Only the query is read: an address with several hosts is libpq's alone.
    let (_, query) = url.split_once('?').unwrap_or((url, ""));
    let mut longer = url.to_owned();
    for (name, value) in parameters {
        if !form_urlencoded::parse(query.as_bytes()).any(|(known, _)| known == *name) {
            let before = if longer.contains('?') { "&" } else { "?" };
            longer.extend([before, name, "=", value]);
        }
    }
    longer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postgres_address_gets_the_limits_that_it_lacks() {
        let network = "keepalives_idle=5&keepalives_interval=2&keepalives_count=3&tcp_user_timeout=10000";
        let limits = format!("connect_timeout=5&{network}");
        for (url, expected) in [
            ("postgres://a:b%40c@host/news", format!("postgres://a:b%40c@host/news?{limits}")),
            (
                "postgres://host/news?sslmode=require&connect_timeout=2",
                format!("postgres://host/news?sslmode=require&connect_timeout=2&{network}"),
            ),
            ("postgres:///news?host=/run/postgresql", format!("postgres:///news?host=/run/postgresql&{limits}")),
            ("postgres://one:1,two:2/news", format!("postgres://one:1,two:2/news?{limits}")),
        ] {
            assert_eq!(bounded(url), expected);
        }
    }
}
