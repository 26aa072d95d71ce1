//! PostgreSQL ends a deadlock by rolling one of its transactions back. The work of a public form is then done again.

use std::time::{Duration, Instant};

use diesel::RunQueryDsl;
use diesel::sql_types::Bool;
use tidings::db::{Conn, MayConflict as _};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::support::app::TestApp;

const ANN: &[(&str, &str)] = &[("email", "ann@example.org")];
const PATIENCE: Duration = Duration::from_secs(10);

/// Begins a transaction that locks the limit of an address and then, once another transaction waits for it, the
/// subscriber. A sign-up locks them in the other order. It waits first, so it is the one that is rolled back.
async fn other_transaction(app: &TestApp) -> JoinHandle<()> {
    let mut conn = app.app.db.connect().unwrap();
    let (locked, has_locked) = oneshot::channel();
    let other = tokio::task::spawn_blocking(move || {
        conn.batch("BEGIN; UPDATE limits SET count = count").unwrap();
        locked.send(()).unwrap();
        let began = Instant::now();
        while !is_awaited(&mut conn) {
            assert!(began.elapsed() < PATIENCE, "nobody waits for the lock");
            std::thread::sleep(Duration::from_millis(5));
        }
        conn.batch("UPDATE subscribers SET name = name; COMMIT").unwrap();
    });
    has_locked.await.unwrap();
    other
}

/// Whether another connection waits for a lock of this one.
fn is_awaited(conn: &mut Conn) -> bool {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = Bool)]
        awaited: bool,
    }
    let query = diesel::sql_query(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))
         AS awaited",
    );
    let Conn::Pg(pg) = conn else { return false };
    query.get_result::<Row>(pg).unwrap().awaited
}

#[tokio::test]
async fn a_sign_up_that_loses_a_deadlock_is_tried_again() {
    let app = TestApp::start().await;
    if !app.app.db.is_postgres() {
        // SQLite has one writer.
        return;
    }
    assert_eq!(app.post("/subscribe", ANN).await.status, 303);
    app.settled().await;

    let other = other_transaction(&app).await;
    let work = |conn: &mut Conn| conn.batch("UPDATE subscribers SET name = name; UPDATE limits SET count = count");
    let error = app.app.db.write(work).await.unwrap_err();
    assert!(error.is_conflict(), "{error}");
    other.await.unwrap();

    let other = other_transaction(&app).await;
    assert_eq!(app.post("/subscribe", ANN).await.status, 303);
    other.await.unwrap();
}
