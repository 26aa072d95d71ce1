//! Limits, used challenges and stored answers with a hundred simultaneous requests.

use tidings::clock::{DAY, HOUR, MINUTE, Timestamp};
use tidings::db::{self, Conn, Db};
use tidings::guard::challenge::{self, Solved};
use tidings::guard::idempotency::{self, Begun};
use tidings::guard::limits::{self, Rule};

use crate::support::database;

const NOW: Timestamp = Timestamp(1_761_177_600_000);

async fn take(db: &Db, now: Timestamp, key: &'static str, rule: Rule) -> bool {
    db.write(move |conn| limits::take(conn, now, "test", key.as_bytes(), rule)).await.unwrap()
}

/// The results of a hundred simultaneous transactions.
async fn a_hundred<T: Send + 'static>(db: &Db, work: fn(&mut Conn) -> db::Result<T>) -> Vec<T> {
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move { db.write(work).await.unwrap() })
        })
        .collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.unwrap());
    }
    answers
}

#[tokio::test]
async fn of_a_hundred_simultaneous_requests_one_mail_goes_to_an_address() {
    let db = database::open();
    let allowed = a_hundred(&db, |conn| limits::take(conn, NOW, "mail", b"key", Rule::MAILS_TO_ADDRESS)).await;
    assert_eq!(allowed.into_iter().filter(|yes| *yes).count(), 1);
}

#[tokio::test]
async fn of_a_hundred_simultaneous_requests_as_many_pass_as_the_rule_allows() {
    let db = database::open();
    let allowed = a_hundred(&db, |conn| limits::take(conn, NOW, "form", b"key", Rule::new(7, HOUR))).await;
    assert_eq!(allowed.into_iter().filter(|yes| *yes).count(), 7);
}

#[tokio::test]
async fn an_address_gets_three_mails_a_day_a_quarter_of_an_hour_apart() {
    let db = database::open();
    for (at, allowed) in [
        (0, true),
        (15 * MINUTE - 1, false),
        (15 * MINUTE, true),
        (20 * MINUTE, false),
        (30 * MINUTE, true),
        (45 * MINUTE, false),
        (DAY - 1, false),
        (DAY, true),
        (DAY + 14 * MINUTE, false),
        (DAY + 15 * MINUTE, true),
    ] {
        assert_eq!(take(&db, NOW.plus(at), "a", Rule::MAILS_TO_ADDRESS).await, allowed, "after {at} ms");
    }
    assert!(take(&db, NOW, "b", Rule::MAILS_TO_ADDRESS).await, "another address has its own limit");
}

/// Days began with the first mail: late in one and early in the next, an address got five mails in an hour.
#[tokio::test]
async fn an_address_gets_at_most_three_mails_in_any_day() {
    let db = database::open();
    for (at, allowed) in [
        (0, true),
        (DAY - 30 * MINUTE, true),
        (DAY - 15 * MINUTE, true),
        (DAY, true),
        (DAY + 15 * MINUTE, false),
        (2 * DAY - 30 * MINUTE - 1, false),
        (2 * DAY - 30 * MINUTE, true),
        (2 * DAY - 15 * MINUTE, true),
        (2 * DAY, true),
        (2 * DAY + 15 * MINUTE, false),
    ] {
        assert_eq!(take(&db, NOW.plus(at), "a", Rule::MAILS_TO_ADDRESS).await, allowed, "after {at} ms");
    }
}

#[tokio::test]
async fn a_count_given_back_can_be_taken_again() {
    let db = database::open();
    let rule = Rule::new(1, HOUR);
    assert!(take(&db, NOW, "a", rule).await);
    assert!(!take(&db, NOW, "a", rule).await);
    for _ in 0..2 {
        db.write(|conn| limits::give_back(conn, "test", b"a")).await.unwrap();
    }
    assert!(take(&db, NOW, "a", rule).await);
    assert!(!take(&db, NOW, "a", rule).await, "giving back twice gives no second");
    assert!(!take(&db, NOW, "c", Rule::new(0, HOUR)).await, "a rule of none lets none pass");
}

#[tokio::test]
async fn a_limit_is_deleted_when_no_rule_needs_it() {
    let db = database::open();
    assert!(take(&db, NOW, "a", Rule::new(1, DAY)).await);
    let purge = |at| db.write(move |conn| limits::purge(conn, NOW.plus(at), 9));
    assert_eq!(purge(DAY).await.unwrap(), 0);
    assert_eq!(purge(2 * DAY).await.unwrap(), 1);
}

#[tokio::test]
async fn a_challenge_is_accepted_once() {
    fn spend(conn: &mut Conn) -> db::Result<bool> {
        challenge::spend(conn, &Solved { hash: [7; 32], expires: NOW.plus(MINUTE) })
    }
    let db = database::open();
    let paid = a_hundred(&db, spend).await;
    assert_eq!(paid.into_iter().filter(|yes| *yes).count(), 1);
    assert_eq!(db.write(|conn| challenge::purge(conn, NOW, 9)).await.unwrap(), 0);
    assert_eq!(db.write(|conn| challenge::purge(conn, NOW.plus(MINUTE), 9)).await.unwrap(), 1);
}

fn begin(conn: &mut Conn, now: Timestamp, body: u8) -> db::Result<Begun> {
    idempotency::begin(conn, now, "1 POST /articles", "key", &[body; 32])
}

#[tokio::test]
async fn of_a_hundred_simultaneous_requests_one_acts_and_the_rest_get_its_answer() {
    fn act(conn: &mut Conn) -> db::Result<Begun> {
        let begun = begin(conn, NOW, 1)?;
        if begun == Begun::Fresh {
            idempotency::remember(conn, "1 POST /articles", "key", 201, "{\"id\":7}")?;
        }
        Ok(begun)
    }
    let db = database::open();
    let begun = a_hundred(&db, act).await;
    let replay = Begun::Replay { status: 201, body: "{\"id\":7}".to_owned() };
    assert_eq!(begun.iter().filter(|one| **one == Begun::Fresh).count(), 1);
    assert_eq!(begun.iter().filter(|one| **one == replay).count(), 99);
}

#[tokio::test]
async fn a_key_is_bound_to_its_body_and_free_again_after_a_day_or_a_failure() {
    let db = database::open();
    let at = |after, body| db.write(move |conn| begin(conn, NOW.plus(after), body));
    let failed: db::Result<()> = db
        .write(|conn| {
            begin(conn, NOW, 1)?;
            Err(db::Error::Busy)
        })
        .await;
    assert!(failed.is_err());
    assert_eq!(at(0, 1).await.unwrap(), Begun::Fresh, "a failed action leaves its key free");
    assert_eq!(at(0, 1).await.unwrap(), Begun::InProgress);
    assert_eq!(at(0, 2).await.unwrap(), Begun::Mismatch);
    db.write(|conn| idempotency::forget(conn, "1 POST /articles", "key")).await.unwrap();
    assert_eq!(at(0, 2).await.unwrap(), Begun::Fresh);
    db.write(|conn| idempotency::remember(conn, "1 POST /articles", "key", 202, "")).await.unwrap();
    assert_eq!(at(DAY - 1, 2).await.unwrap(), Begun::Replay { status: 202, body: String::new() });
    assert_eq!(at(DAY, 3).await.unwrap(), Begun::Fresh);
    let other = db.write(|conn| idempotency::begin(conn, NOW, "2 POST /articles", "key", &[1; 32])).await;
    assert_eq!(other.unwrap(), Begun::Fresh, "another scope has its own keys");
    assert_eq!(db.write(|conn| idempotency::purge(conn, NOW.plus(DAY), 9)).await.unwrap(), 1);
}
