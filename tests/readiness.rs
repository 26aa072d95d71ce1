//! A server that cannot write is not ready, and says why.

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection, SqliteConnection};

use crate::support::server::Server;

/// Waits until `/readyz` has this status and text.
async fn until(server: &Server, status: u16, text: &str) {
    let began = Instant::now();
    loop {
        let found = server.ready().await;
        if found == (status, format!("{text}\n")) {
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(15), "{status} {text}: still {found:?}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Makes new transactions of a database read-only, as on a standby, or not, and ends the sessions that are open.
fn set_read_only(conn: &mut PgConnection, database: &str, on: &str) {
    conn.batch_execute(&format!(
        "ALTER DATABASE {database} SET default_transaction_read_only = {on};
         SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()"
    ))
    .unwrap();
}

/// It answered 200, and every sign-up got a 503.
#[tokio::test]
async fn a_server_that_cannot_write_is_not_ready_and_says_why() {
    let mut server = Server::new(&[]);
    server.start().await;
    until(&server, 200, "ready").await;
    if server.database.is_postgres() {
        let mut conn = PgConnection::establish(&server.database.url).unwrap();
        let name = url::Url::parse(&server.database.url).unwrap().path().trim_start_matches('/').to_owned();
        set_read_only(&mut conn, &name, "on");
        until(&server, 503, "nothing can be written: the database is read-only").await;
        conn.batch_execute("SET default_transaction_read_only = off").unwrap();
        set_read_only(&mut conn, &name, "off");
    } else {
        let mut conn = SqliteConnection::establish(server.data().join("tidings.db").to_str().unwrap()).unwrap();
        conn.batch_execute("BEGIN IMMEDIATE").unwrap();
        until(&server, 503, "nothing can be written: the database is busy, or another program has locked it").await;
        conn.batch_execute("ROLLBACK").unwrap();
    }
    until(&server, 200, "ready").await;
}
