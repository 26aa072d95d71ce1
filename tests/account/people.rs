//! Users, their sessions and keys, and the audit log.

use tidings::account::{self, ChangeUserError, NewUser};
use tidings::actor::{Actor, Role};
use tidings::audit::{self, Filter};
use tidings::clock::{DAY, HOUR, MINUTE, SECOND};
use tidings::db::Db;

use super::{ADDRESS, NOW, PASSWORD, add, address, newcomer, open, random, session, write};
use crate::support::database;

#[tokio::test]
async fn an_address_stands_for_one_user_however_it_is_spelt() {
    let db = database::open();
    let id = add(&db, None).await;
    let again = newcomer(" ADA@Example.ORG", None);
    let refused = db.write(move |conn| account::add_user(conn, &Actor::Operator, NOW, &again)).await;
    assert!(refused.unwrap_err().is_taken());
    let found = db.read(|conn| account::user_by_address(conn, &address("Ada@example.org"))).await.unwrap().unwrap();
    assert_eq!((found.id, found.address.as_str(), found.has_password), (id, ADDRESS, false));
}

#[tokio::test]
async fn a_session_ends_when_idle_and_when_old() {
    let db = database::open();
    let user = add(&db, None).await;
    let token = open(&db, user).await;
    let opened = session(&db, NOW, &token).await.unwrap();
    assert_eq!((opened.user_id, opened.actor()), (user, Actor::User { id: user, role: Role::Editor }));
    assert!(!opened.is_stale(NOW.plus(59 * SECOND)) && opened.is_stale(NOW.plus(MINUTE)));
    assert!(session(&db, NOW.plus(12 * HOUR - 1), &token).await.is_some());
    assert!(session(&db, NOW.plus(12 * HOUR), &token).await.is_none());
    let mut at = NOW;
    while at.plus(6 * HOUR) < NOW.plus(7 * DAY) {
        at = at.plus(6 * HOUR);
        write(&db, move |conn| account::touch(conn, at, opened.id)).await;
        assert!(session(&db, at, &token).await.is_some());
    }
    assert!(session(&db, NOW.plus(7 * DAY), &token).await.is_none());
    assert_eq!(write(&db, |conn| account::purge(conn, NOW.plus(7 * DAY), 9)).await, 2, "the session and its link");
}

#[tokio::test]
async fn a_foreign_token_opens_nothing() {
    let db = database::open();
    let user = add(&db, None).await;
    let token = open(&db, user).await;
    for wrong in ["", "x", &token[1..], &token.to_uppercase(), &format!("{token}A")] {
        assert!(session(&db, NOW, wrong).await.is_none(), "{wrong:?}");
    }
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all_but_one() {
    let db = database::open();
    let user = add(&db, None).await;
    let tokens = [open(&db, user).await, open(&db, user).await, open(&db, user).await];
    let kept = session(&db, NOW, &tokens[0]).await.unwrap().id;
    let other = session(&db, NOW, &tokens[1]).await.unwrap().id;
    let actor = Actor::User { id: user, role: Role::Editor };
    let by = actor.clone();
    assert!(!write(&db, move |conn| account::end_session(conn, &by, NOW, user + 1, other)).await, "not one's own");
    let by = actor.clone();
    assert!(write(&db, move |conn| account::end_session(conn, &by, NOW, user, other)).await);
    assert!(session(&db, NOW, &tokens[1]).await.is_none());
    assert_eq!(write(&db, move |conn| account::end_other_sessions(conn, &actor, NOW, user, kept)).await, 1);
    let left = db.read(move |conn| account::sessions_of(conn, NOW, user)).await.unwrap();
    assert_eq!(left.iter().map(|session| session.id).collect::<Vec<_>>(), [kept]);
}

#[tokio::test]
async fn an_api_key_is_valid_until_it_is_revoked() {
    let db = database::open();
    let (id, key) =
        write(&db, |conn| account::add_api_key(conn, &Actor::Operator, NOW, &random(), "importer", Role::Editor)).await;
    assert!(key.starts_with("tid_"));
    let find = |key: String| db.read(move |conn| account::find_api_key(conn, &key));
    let found = find(key.clone()).await.unwrap().unwrap();
    assert_eq!((found.actor(), found.is_stale(NOW)), (Actor::ApiKey { id, role: Role::Editor }, true));
    write(&db, move |conn| account::touch_api_key(conn, NOW, id)).await;
    assert!(!find(key.clone()).await.unwrap().unwrap().is_stale(NOW.plus(59 * SECOND)));
    for wrong in ["", "tid_", &key[4..], &key.to_lowercase(), &format!("{key}x")] {
        assert_eq!(find(wrong.to_owned()).await.unwrap(), None, "{wrong}");
    }
    assert!(write(&db, move |conn| account::revoke_api_key(conn, &Actor::Operator, NOW, id)).await);
    assert!(!write(&db, move |conn| account::revoke_api_key(conn, &Actor::Operator, NOW, id)).await);
    assert_eq!(find(key).await.unwrap(), None);
    let listed = db.read(account::api_keys).await.unwrap();
    assert_eq!((listed.len(), listed[0].name.as_str(), listed[0].revoked_at), (1, "importer", Some(NOW)));
}

#[tokio::test]
async fn the_audit_log_is_read_by_page_and_holds_no_secret() {
    let db = database::open();
    let user = add(&db, Some(PASSWORD)).await;
    let token = open(&db, user).await;
    let newest = db.read(|conn| audit::page(conn, &Filter::default(), i64::MAX, 2)).await.unwrap();
    let actions: Vec<&str> = newest.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["user.sign-in-by-link", "user.make-sign-in-link"]);
    let before = newest[1].id;
    let rest = db.read(move |conn| audit::page(conn, &Filter::default(), before, 10)).await.unwrap();
    assert_eq!((rest.len(), rest[0].action.as_str(), rest[0].subject_id), (1, "user.add", Some(user)));
    let all = format!("{newest:?}{rest:?}");
    assert!(!all.contains('@') && !all.contains(&token), "{all}");
}

async fn user(db: &Db, typed: &'static str, role: Role) -> i64 {
    let new = NewUser { role, ..newcomer(typed, None) };
    db.write(move |conn| account::add_user(conn, &Actor::Operator, NOW, &new)).await.unwrap()
}

#[tokio::test]
async fn an_administrator_always_remains() {
    let db = database::open();
    let (ada, eve) = (user(&db, ADDRESS, Role::Admin).await, user(&db, "eve@example.org", Role::Admin).await);
    let change =
        |by: Actor, id: i64, role: Role| db.write(move |conn| account::change_user(conn, &by, NOW, id, "Ada", role));
    let disable = |by: Actor, id: i64| db.write(move |conn| account::disable_user(conn, &by, NOW, id));
    let as_ada = || Actor::User { id: ada, role: Role::Admin };
    assert!(matches!(disable(as_ada(), ada).await, Err(ChangeUserError::Own)));
    assert!(matches!(change(as_ada(), ada, Role::Editor).await, Err(ChangeUserError::Own)));
    disable(as_ada(), eve).await.unwrap();
    assert!(matches!(disable(Actor::Operator, ada).await, Err(ChangeUserError::LastAdmin)));
    assert!(matches!(change(Actor::Operator, ada, Role::Editor).await, Err(ChangeUserError::LastAdmin)));
    change(Actor::Operator, ada, Role::Admin).await.unwrap();
    assert!(matches!(disable(Actor::Operator, 99).await, Err(ChangeUserError::NotFound)));
}

#[tokio::test]
async fn of_two_administrators_who_disable_each_other_at_once_one_remains() {
    let db = database::open();
    let ids = [user(&db, ADDRESS, Role::Admin).await, user(&db, "eve@example.org", Role::Admin).await];
    let tasks = [(ids[0], ids[1]), (ids[1], ids[0])].map(|(by, id)| {
        let (db, actor) = (db.clone(), Actor::User { id: by, role: Role::Admin });
        tokio::spawn(async move { db.write(move |conn| account::disable_user(conn, &actor, NOW, id)).await.is_ok() })
    });
    for task in tasks {
        task.await.unwrap();
    }
    let open = db.read(account::users).await.unwrap().into_iter().filter(|user| user.disabled_at.is_none());
    assert_eq!(open.count(), 1);
}

#[tokio::test]
async fn a_new_role_applies_from_the_next_request_and_a_name_is_never_empty() {
    let db = database::open();
    let id = add(&db, None).await;
    let token = open(&db, id).await;
    for (name, role, shown) in [("Ada L.", Role::Admin, "Ada L."), (" ", Role::Admin, ADDRESS)] {
        db.write(move |conn| account::change_user(conn, &Actor::Operator, NOW, id, name, role)).await.unwrap();
        let open = session(&db, NOW, &token).await.unwrap();
        assert_eq!((open.role, open.name.as_str()), (role, shown));
    }
}
