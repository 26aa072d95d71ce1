//! One-time links, and passwords that are changed.

use tidings::account::{self, Browser, ChangePasswordError, NewPassword};
use tidings::actor::Actor;
use tidings::clock::MINUTE;
use tidings::db::Conn;

use super::{NOW, PASSWORD, add, open, random, session, write};
use crate::support::database;

#[tokio::test]
async fn of_a_hundred_simultaneous_uses_of_a_link_one_signs_in() {
    let db = database::open();
    let user = add(&db, None).await;
    let link = write(&db, move |conn| account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user)).await;
    let link = link.unwrap();
    let tasks: Vec<_> = (0..100)
        .map(|_| {
            let (db, link) = (db.clone(), link.clone());
            tokio::spawn(async move {
                let open = move |conn: &mut Conn| {
                    account::use_sign_in_link(conn, NOW, &random(), &link, &Browser::default(), None)
                };
                write(&db, open).await.is_some()
            })
        })
        .collect();
    let mut signed_in = 0;
    for task in tasks {
        signed_in += usize::from(task.await.unwrap());
    }
    assert_eq!(signed_in, 1);
}

#[tokio::test]
async fn a_link_is_valid_for_half_an_hour_and_not_for_a_disabled_user() {
    let db = database::open();
    let user = add(&db, None).await;
    let make = move |conn: &mut Conn| account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user);
    let link = write(&db, make).await.unwrap();
    let holder = |at: i64| {
        let link = link.clone();
        db.read(move |conn| account::holder_of_link(conn, NOW.plus(at), &link))
    };
    assert_eq!(holder(30 * MINUTE - 1).await.unwrap().map(|holder| holder.id), Some(user));
    assert_eq!(holder(30 * MINUTE).await.unwrap(), None);
    let token = open(&db, user).await;
    db.write(move |conn| account::disable_user(conn, &Actor::Operator, NOW, user)).await.unwrap();
    assert_eq!(holder(0).await.unwrap(), None);
    assert!(session(&db, NOW, &token).await.is_none());
    assert_eq!(write(&db, make).await, None);
    db.write(move |conn| account::enable_user(conn, &Actor::Operator, NOW, user)).await.unwrap();
    assert!(write(&db, make).await.is_some());
}

/// A user with a forgotten password could sign in by a link but not set a new one, because the page asked for the old
/// one.
#[tokio::test]
async fn a_link_sets_a_first_password_and_replaces_a_forgotten_one() {
    let db = database::open();
    let user = add(&db, None).await;
    for hash in ["first", "second"] {
        write(&db, move |conn| {
            let link = account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user)?.unwrap();
            account::use_sign_in_link(conn, NOW, &random(), &link, &Browser::default(), Some(hash))
        })
        .await
        .unwrap();
        let kept = db.read(move |conn| account::password_hash(conn, user)).await.unwrap();
        assert_eq!(kept.as_deref(), Some(hash));
    }
    let (there, link) = (open(&db, user).await, write(&db, move |conn| link_for(conn, user)).await.unwrap());
    let spare = write(&db, move |conn| link_for(conn, user)).await.unwrap();
    let replaced = write(&db, move |conn| {
        account::use_sign_in_link(conn, NOW, &random(), &link, &Browser::default(), Some("third"))
    });
    let here = replaced.await.unwrap().token;
    assert!(session(&db, NOW, &here).await.is_some());
    assert!(session(&db, NOW, &there).await.is_none(), "whoever was signed in with the old password is signed out");
    assert_eq!(db.read(move |conn| account::holder_of_link(conn, NOW, &spare)).await.unwrap(), None);
}

fn link_for(conn: &mut Conn, user: i64) -> tidings::db::Result<Option<String>> {
    account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user)
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions_and_renews_the_current_one() {
    let db = database::open();
    let user = add(&db, Some(PASSWORD)).await;
    let (here, there) = (open(&db, user).await, open(&db, user).await);
    let kept = session(&db, NOW, &here).await.unwrap();
    let known = db.read(move |conn| account::password_hash(conn, user)).await.unwrap();
    let change = |hash: &'static str| {
        let (known, actor, session) = (known.clone(), kept.actor(), Some(kept.id));
        db.write(move |conn| {
            let new = NewPassword { user, session, known: known.as_deref(), hash };
            account::change_password(conn, &actor, NOW, &random(), new)
        })
    };
    let renewed = change("new").await.unwrap().unwrap();
    assert_eq!(session(&db, NOW, &renewed).await.unwrap().id, kept.id);
    assert!(session(&db, NOW, &here).await.is_none(), "a stolen token of one's own is worth nothing either");
    assert!(session(&db, NOW, &there).await.is_none());
    assert!(matches!(change("newer").await, Err(ChangePasswordError::Overtaken)));
}
