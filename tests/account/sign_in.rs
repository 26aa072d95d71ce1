//! Signing in by password, and its limits.

use tidings::account::password::Memory;
use tidings::account::{self, Attempt, Browser, NewPassword, SignInError};
use tidings::actor::Actor;
use tidings::audit::{self, Filter, Retention};
use tidings::clock::DAY;
use tidings::db::Db;

use super::{ADDRESS, NOW, PASSWORD, add, address, random, write};
use crate::support::database;

fn attempt(typed: &str, client: &str) -> Attempt {
    let pad = |text: &str| {
        let mut key = [0; 32];
        key.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
        key
    };
    Attempt {
        address: address(typed),
        address_key: pad(typed),
        client_key: Some(pad(client)),
        known: None,
        browser: Browser { client: client.to_owned(), agent: String::new() },
    }
}

async fn begin(db: &Db, attempt: &Attempt) -> Result<account::Candidate, SignInError> {
    let attempt = attempt.clone();
    db.write(move |conn| account::begin_sign_in(conn, NOW, &attempt)).await
}

async fn finish(db: &Db, attempt: &Attempt, candidate: account::Candidate) -> Result<account::Opened, SignInError> {
    let attempt = attempt.clone();
    db.write(move |conn| account::sign_in(conn, NOW, &random(), &attempt, &candidate)).await
}

#[tokio::test]
async fn failures_stop_a_client_and_successes_do_not_count() {
    let db = database::open();
    add(&db, Some(PASSWORD)).await;
    let good = attempt(ADDRESS, "192.0.2.1");
    for _ in 0..40 {
        let candidate = begin(&db, &good).await.unwrap();
        finish(&db, &good, candidate).await.unwrap();
    }
    for i in 0..20 {
        assert!(begin(&db, &attempt(&format!("u{i}@example.org"), "192.0.2.9")).await.is_ok());
    }
    assert!(matches!(begin(&db, &attempt(ADDRESS, "192.0.2.9")).await, Err(SignInError::TooMany)));
    assert!(begin(&db, &good).await.is_ok());
}

/// Whoever shared the network of a user could try without a limit.
#[tokio::test]
async fn a_user_under_attack_can_sign_in_from_a_known_browser() {
    let db = database::open();
    let user = add(&db, Some(PASSWORD)).await;
    let home = attempt(ADDRESS, "192.0.2.1");
    let candidate = begin(&db, &home).await.unwrap();
    finish(&db, &home, candidate).await.unwrap();
    for victim in [ADDRESS, "nobody@example.org"] {
        for i in 0..30 {
            assert!(begin(&db, &attempt(victim, &format!("198.51.100.{i}"))).await.is_ok());
        }
        for (client, known) in [("203.0.113.1", None), ("192.0.2.1", None), ("192.0.2.1", Some(user + 1))] {
            let refused = begin(&db, &Attempt { known, ..attempt(victim, client) }).await;
            assert!(matches!(refused, Err(SignInError::TooMany)), "{victim} from {client}, {known:?}");
        }
    }
    let abroad = Attempt { known: Some(user), ..attempt(ADDRESS, "203.0.113.1") };
    let candidate = begin(&db, &abroad).await.unwrap();
    let memory = &mut Memory::default();
    assert!(candidate.verify(PASSWORD, memory) && !candidate.verify("wrong horse battery", memory));
    finish(&db, &abroad, candidate).await.unwrap();
    let elsewhere = Attempt { known: Some(user), ..attempt("nobody@example.org", "203.0.113.1") };
    assert!(matches!(begin(&db, &elsewhere).await, Err(SignInError::TooMany)), "the cookie is one user's");
}

#[tokio::test]
async fn nobody_signs_in_without_a_password_or_with_one_that_has_changed() {
    let db = database::open();
    let user = add(&db, None).await;
    let try_it = attempt(ADDRESS, "192.0.2.1");
    let candidate = begin(&db, &try_it).await.unwrap();
    assert!(!candidate.verify(PASSWORD, &mut Memory::default()));
    assert!(matches!(finish(&db, &try_it, candidate).await, Err(SignInError::Wrong)));
    let unknown = attempt("nobody@example.org", "192.0.2.1");
    let candidate = begin(&db, &unknown).await.unwrap();
    assert!(matches!(finish(&db, &unknown, candidate).await, Err(SignInError::Wrong)));
    let change = |known: Option<&'static str>, hash: &'static str| {
        let new = NewPassword { user, session: None, known, hash };
        db.write(move |conn| account::change_password(conn, &Actor::Operator, NOW, &random(), new))
    };
    change(None, "one").await.unwrap();
    let candidate = begin(&db, &try_it).await.unwrap();
    change(Some("one"), "two").await.unwrap();
    assert!(matches!(finish(&db, &try_it, candidate).await, Err(SignInError::Wrong)));
}

#[tokio::test]
async fn entries_of_the_log_are_deleted_when_they_are_old_and_failed_sign_ins_earlier() {
    let db = database::open();
    let retention = Retention { entries: 100 * DAY, failed_sign_ins: 10 * DAY };
    for (age, action) in
        [(101, "user.sign-in"), (99, "user.sign-out"), (11, "user.sign-in-failed"), (9, "user.sign-in-failed")]
    {
        write(&db, move |conn| audit::record(conn, NOW.plus(-age * DAY), &Actor::Operator, action, "user", None, ""))
            .await;
    }
    assert_eq!(write(&db, move |conn| audit::purge(conn, NOW, retention, 10)).await, 2);
    let kept = db.read(|conn| audit::page(conn, &Filter::default(), i64::MAX, 10)).await.unwrap();
    let kept: Vec<_> = kept.iter().map(|entry| (entry.action.as_str(), NOW.0 - entry.at.0)).collect();
    assert_eq!(kept, [("user.sign-in-failed", 9 * DAY), ("user.sign-out", 99 * DAY)]);
}

#[tokio::test]
async fn a_failure_is_in_the_log_without_an_address() {
    let db = database::open();
    let user = add(&db, Some(PASSWORD)).await;
    for typed in [ADDRESS, "nobody@example.org"] {
        let candidate = begin(&db, &attempt(typed, "192.0.2.1")).await.unwrap();
        write(&db, move |conn| account::refuse_sign_in(conn, NOW, &candidate)).await;
    }
    let filter = Filter { actor: Some(("visitor".to_owned(), None)), subject: Some("user".to_owned()) };
    let lines = db.read(move |conn| audit::page(conn, &filter, i64::MAX, 10)).await.unwrap();
    let recorded: Vec<_> = lines.iter().map(|line| (line.action.as_str(), line.subject_id)).collect();
    assert_eq!(recorded, [("user.sign-in-failed", None), ("user.sign-in-failed", Some(user))]);
    assert!(lines.iter().all(|line| line.detail.is_empty()));
}
