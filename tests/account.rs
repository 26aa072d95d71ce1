//! Users, sessions, links and keys on either database, and the way in over HTTP.

use std::sync::Arc;

use actix_web::dev::ServiceResponse;
use actix_web::http::{StatusCode, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App as ActixApp, web};
use chrono::TimeDelta;
use tidings::account::password::Password;
use tidings::account::{self, AddUserError, Attempt, Browser, ChangePasswordError, NewUser, SignInError};
use tidings::actor::{Actor, Role};
use tidings::audit;
use tidings::clock::{Clock, DAY, HOUR, MINUTE, SECOND, Timestamp};
use tidings::config::DoubtPolicy;
use tidings::db::{self, Conn, Db};
use tidings::delivery::engine::Handle;
use tidings::email_address::EmailAddress;
use tidings::guard::challenge::Challenges;
use tidings::links::Links;
use tidings::subscriber::letters::LetterBox;
use tidings::token::{Keys, Random};
use tidings::web::{App, admin, csrf};

use crate::support::app::feeds;
use crate::support::database;

const NOW: Timestamp = Timestamp(1_761_177_600_000);
const BASE: &str = "http://127.0.0.1:8080";
const ADDRESS: &str = "ada@example.org";
const PASSWORD: &str = "correct horse battery";

fn random() -> Random {
    Random::System
}

fn address(text: &str) -> EmailAddress {
    EmailAddress::parse(text).unwrap()
}

fn newcomer(typed: &str, password: Option<&str>) -> NewUser {
    let password_hash = password.map(|password| Password::parse(password).unwrap().hash(&random()).unwrap());
    NewUser { address: address(typed), name: "Ada".to_owned(), role: Role::Editor, password_hash }
}

async fn write<T: Send + 'static>(db: &Db, work: impl FnOnce(&mut Conn) -> db::Result<T> + Send + 'static) -> T {
    db.write(work).await.unwrap()
}

async fn add(db: &Db, password: Option<&str>) -> i64 {
    let new = newcomer(ADDRESS, password);
    db.write(move |conn| account::add_user(conn, &Actor::Operator, NOW, &new)).await.unwrap()
}

/// Opens a session by a link; its token.
async fn open(db: &Db, user: i64) -> String {
    write(db, move |conn| {
        let link = account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user)?.unwrap();
        let opened = account::use_sign_in_link(conn, NOW, &random(), &link, &Browser::default(), None)?;
        Ok(opened.unwrap().token)
    })
    .await
}

async fn session(db: &Db, at: Timestamp, token: &str) -> Option<account::OpenSession> {
    let token = token.to_owned();
    db.read(move |conn| account::session(conn, at, &token)).await.unwrap()
}

#[tokio::test]
async fn an_address_stands_for_one_user_however_it_is_spelt() {
    let db = database::open();
    let id = add(&db, None).await;
    let again = newcomer(" ADA@Example.ORG", None);
    let refused = db.write(move |conn| account::add_user(conn, &Actor::Operator, NOW, &again)).await;
    assert!(matches!(refused, Err(AddUserError::Taken)));
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
    assert_eq!(write(&db, |conn| account::purge(conn, NOW.plus(7 * DAY))).await, 2, "the session and its link");
}

#[tokio::test]
async fn a_token_that_is_not_ours_opens_nothing() {
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
async fn of_a_hundred_uses_of_a_link_at_once_one_signs_in() {
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
async fn a_link_is_good_for_half_an_hour_and_for_nobody_disabled() {
    let db = database::open();
    let user = add(&db, None).await;
    let make = move |conn: &mut Conn| account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user);
    let link = write(&db, make).await.unwrap();
    let holder = |at: i64| {
        let link = link.clone();
        db.read(move |conn| account::holder_of_link(conn, NOW.plus(at), &link))
    };
    assert_eq!(holder(30 * MINUTE - 1).await.unwrap().map(|holder| holder.user), Some(user));
    assert_eq!(holder(30 * MINUTE).await.unwrap(), None);
    let token = open(&db, user).await;
    assert!(write(&db, move |conn| account::disable_user(conn, &Actor::Operator, NOW, user)).await);
    assert_eq!(holder(0).await.unwrap(), None);
    assert!(session(&db, NOW, &token).await.is_none());
    assert_eq!(write(&db, make).await, None);
    assert!(write(&db, move |conn| account::enable_user(conn, &Actor::Operator, NOW, user)).await);
    assert!(write(&db, make).await.is_some());
}

#[tokio::test]
async fn a_first_password_is_set_by_the_link_and_a_later_one_is_not() {
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
        assert_eq!(kept.as_deref(), Some("first"));
    }
}

#[tokio::test]
async fn a_changed_password_ends_the_other_sessions() {
    let db = database::open();
    let user = add(&db, Some(PASSWORD)).await;
    let (here, there) = (open(&db, user).await, open(&db, user).await);
    let kept = session(&db, NOW, &here).await.unwrap();
    let known = db.read(move |conn| account::password_hash(conn, user)).await.unwrap();
    let change = |hash: &'static str| {
        let (known, actor, id) = (known.clone(), kept.actor(), kept.id);
        db.write(move |conn| account::change_password(conn, &actor, NOW, user, Some(id), known.as_deref(), hash))
    };
    change("new").await.unwrap();
    assert!(session(&db, NOW, &here).await.is_some());
    assert!(session(&db, NOW, &there).await.is_none());
    assert!(matches!(change("newer").await, Err(ChangePasswordError::Overtaken)));
}

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

#[tokio::test]
async fn an_address_under_attack_stays_open_to_the_places_its_user_is_known_at() {
    let db = database::open();
    add(&db, Some(PASSWORD)).await;
    let home = attempt(ADDRESS, "192.0.2.1");
    let candidate = begin(&db, &home).await.unwrap();
    finish(&db, &home, candidate).await.unwrap();
    for victim in [ADDRESS, "nobody@example.org"] {
        for i in 0..30 {
            assert!(begin(&db, &attempt(victim, &format!("198.51.100.{i}"))).await.is_ok());
        }
        let stranger = begin(&db, &attempt(victim, "203.0.113.1")).await;
        assert!(matches!(stranger, Err(SignInError::TooMany)), "{victim}: known or not, the limit is the same");
    }
    let candidate = begin(&db, &home).await.unwrap();
    assert!(candidate.verify(PASSWORD) && !candidate.verify("wrong horse battery"));
    finish(&db, &home, candidate).await.unwrap();
}

#[tokio::test]
async fn nobody_signs_in_without_a_password_or_with_one_that_has_changed() {
    let db = database::open();
    let user = add(&db, None).await;
    let try_it = attempt(ADDRESS, "192.0.2.1");
    let candidate = begin(&db, &try_it).await.unwrap();
    assert!(!candidate.verify(PASSWORD));
    assert!(matches!(finish(&db, &try_it, candidate).await, Err(SignInError::Wrong)));
    let unknown = attempt("nobody@example.org", "192.0.2.1");
    let candidate = begin(&db, &unknown).await.unwrap();
    assert!(matches!(finish(&db, &unknown, candidate).await, Err(SignInError::Wrong)));
    let change = |known: Option<&'static str>, hash: &'static str| {
        db.write(move |conn| account::change_password(conn, &Actor::Operator, NOW, user, None, known, hash))
    };
    change(None, "one").await.unwrap();
    let candidate = begin(&db, &try_it).await.unwrap();
    change(Some("one"), "two").await.unwrap();
    assert!(matches!(finish(&db, &try_it, candidate).await, Err(SignInError::Wrong)));
}

#[tokio::test]
async fn an_api_key_is_good_until_it_is_revoked() {
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
    let newest = db.read(|conn| audit::page(conn, None, 2)).await.unwrap();
    let actions: Vec<&str> = newest.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(actions, ["user.sign-in-by-link", "user.make-sign-in-link"]);
    let before = newest[1].id;
    let rest = db.read(move |conn| audit::page(conn, Some(before), 10)).await.unwrap();
    assert_eq!((rest.len(), rest[0].action.as_str(), rest[0].subject_id), (1, "user.add", Some(user)));
    let all = format!("{newest:?}{rest:?}");
    assert!(!all.contains('@') && !all.contains(&token), "{all}");
}

// Over HTTP.

fn app(db: &Db) -> App {
    let keys = Keys::parse(&"k".repeat(32)).unwrap();
    App {
        db: db.clone(),
        clock: Clock::fixed(NOW),
        random: random(),
        links: Links::new(&BASE.parse().unwrap()),
        trusted_proxies: Vec::new(),
        client_limits: true,
        proof_of_work: true,
        challenges: Challenges::new(&keys),
        engine: Handle::default(),
        letters: Arc::new(LetterBox::default()),
        doubt: DoubtPolicy::Resend,
        signals: Arc::default(),
        feeds: feeds(db, &Clock::fixed(NOW)),
        captures: true,
        keys,
    }
}

macro_rules! serve {
    ($app:expr) => {
        init_service(ActixApp::new().app_data(web::Data::new($app.clone())).configure(admin::configure)).await
    };
}

fn get(path: &str) -> TestRequest {
    TestRequest::get().uri(path).peer_addr(([127, 0, 0, 1], 4711).into())
}

fn post(path: &str, fields: &[(&str, &str)]) -> TestRequest {
    let request = TestRequest::post().uri(path).peer_addr(([127, 0, 0, 1], 4711).into());
    request.insert_header((header::ORIGIN, BASE)).set_form(fields)
}

fn location(response: &ServiceResponse) -> &str {
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    response.headers().get(header::LOCATION).unwrap().to_str().unwrap()
}

/// The session's cookie as the browser sends it back.
fn cookie(response: &ServiceResponse) -> String {
    let set = response.response().cookies().find(|cookie| cookie.name() == "tidings").expect("a session's cookie");
    assert!(set.http_only().unwrap() && !set.value().is_empty());
    format!("tidings={}", set.value())
}

fn text(body: &[u8]) -> String {
    String::from_utf8(body.to_vec()).unwrap()
}

#[actix_web::test]
async fn the_way_in_by_password_leads_where_one_wanted_to_go() {
    let db = database::open();
    add(&db, Some(PASSWORD)).await;
    let app = app(&db);
    let server = serve!(app);
    let away = call_service(&server, get("/admin/account?a=1").to_request()).await;
    let sign_in = location(&away).to_owned();
    assert_eq!(sign_in, "/admin/sign-in?next=%2Fadmin%2Faccount%3Fa%3D1");
    let page = call_service(&server, get(&sign_in).to_request()).await;
    assert!(text(&read_body(page).await).contains(r#"value="/admin/account?a=1""#));
    let fields = [("email", "Ada@Example.org"), ("password", PASSWORD), ("next", "/admin/account?a=1")];
    let arrived = call_service(&server, post("/admin/sign-in", &fields).to_request()).await;
    assert_eq!(location(&arrived), "/admin/account?a=1");
    let cookie = cookie(&arrived);
    let page =
        call_service(&server, get("/admin/account").insert_header((header::COOKIE, cookie.clone())).to_request());
    let page = page.await;
    assert_eq!(page.status(), StatusCode::OK);
    assert!(text(&read_body(page).await).contains("127.0.0.1"));
    let again = call_service(&server, get("/admin/sign-in").insert_header((header::COOKIE, cookie)).to_request()).await;
    assert_eq!(location(&again), "/admin");
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    let db = database::open();
    add(&db, Some(PASSWORD)).await;
    let app = app(&db);
    let server = serve!(app);
    let mut answers = Vec::new();
    for (email, password) in [(ADDRESS, "wrong horse battery"), ("eve@example.org", PASSWORD), ("no address", PASSWORD)]
    {
        let fields = [("email", email), ("password", password), ("next", "//evil.example")];
        let refused = call_service(&server, post("/admin/sign-in", &fields).to_request()).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.response().cookies().next().is_none());
        answers.push(text(&read_body(refused).await).replace(email, ""));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0] && !answer.contains("evil")));
}

#[actix_web::test]
async fn a_form_from_elsewhere_or_without_its_field_is_refused() {
    let db = database::open();
    let user = add(&db, Some(PASSWORD)).await;
    let app = app(&db);
    let server = serve!(app);
    let token = open(&db, user).await;
    let cookie = (header::COOKIE, format!("tidings={token}"));
    let id = session(&db, NOW, &token).await.unwrap().id;
    let field = csrf::token(&app.keys, id);
    let foreign = csrf::token(&app.keys, id + 1);
    for (field, origin, status) in [
        (None, BASE, StatusCode::FORBIDDEN),
        (Some(foreign.as_str()), BASE, StatusCode::FORBIDDEN),
        (Some(field.as_str()), "https://evil.example", StatusCode::FORBIDDEN),
        (Some(field.as_str()), BASE, StatusCode::SEE_OTHER),
    ] {
        let fields: Vec<(&str, &str)> = field.into_iter().map(|field| ("csrf", field)).collect();
        let request = post("/admin/sign-out", &fields).insert_header((header::ORIGIN, origin));
        let answer = call_service(&server, request.insert_header(cookie.clone()).to_request()).await;
        assert_eq!(answer.status(), status, "{fields:?} {origin}");
        assert_eq!(session(&db, NOW, &token).await.is_none(), status == StatusCode::SEE_OTHER);
    }
    let fields = [("email", ADDRESS), ("password", PASSWORD)];
    let elsewhere = post("/admin/sign-in", &fields).insert_header(("sec-fetch-site", "cross-site"));
    assert_eq!(call_service(&server, elsewhere.to_request()).await.status(), StatusCode::FORBIDDEN);
}

#[actix_web::test]
async fn looking_at_a_link_uses_nothing_and_its_button_works_once() {
    let db = database::open();
    let user = add(&db, None).await;
    let app = app(&db);
    let server = serve!(app);
    let make = move |conn: &mut Conn| account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user);
    let url = format!("/admin/sign-in/{}", write(&db, make).await.unwrap());
    for request in [get(&url), get(&url), TestRequest::default().method(actix_web::http::Method::HEAD).uri(&url)] {
        assert_eq!(call_service(&server, request.to_request()).await.status(), StatusCode::OK);
    }
    let weak = [("password", "short"), ("password_again", "short")];
    let weak = call_service(&server, post(&url, &weak).to_request()).await;
    assert_eq!(weak.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let arrived = call_service(&server, post(&url, &[]).to_request()).await;
    assert_eq!(location(&arrived), "/admin");
    let first = cookie(&arrived);
    let spent = call_service(&server, post(&url, &[]).to_request()).await;
    assert_eq!(spent.status(), StatusCode::GONE);
    assert_eq!(call_service(&server, get(&url).to_request()).await.status(), StatusCode::GONE);

    let url = format!("/admin/sign-in/{}", write(&db, make).await.unwrap());
    let chosen = post(&url, &[("password", PASSWORD), ("password_again", PASSWORD)]);
    let arrived = call_service(&server, chosen.insert_header((header::COOKIE, first.clone())).to_request()).await;
    assert_eq!(location(&arrived), "/admin");
    let old = first.strip_prefix("tidings=").unwrap();
    assert!(session(&db, NOW, old).await.is_none(), "a browser has one session");
    let fields = [("email", ADDRESS), ("password", PASSWORD)];
    assert_eq!(location(&call_service(&server, post("/admin/sign-in", &fields).to_request()).await), "/admin");
}

#[actix_web::test]
async fn the_account_page_changes_the_password_and_ends_sessions() {
    let db = database::open();
    let user = add(&db, Some(PASSWORD)).await;
    let app = app(&db);
    let server = serve!(app);
    let (here, there, third) = (open(&db, user).await, open(&db, user).await, open(&db, user).await);
    let cookie = (header::COOKIE, format!("tidings={here}"));
    let field = csrf::token(&app.keys, session(&db, NOW, &here).await.unwrap().id);
    let new = "a new horse battery";
    for (now, chosen, again, done) in [
        ("wrong horse battery", new, new, false),
        (PASSWORD, "short", "short", false),
        (PASSWORD, new, "another horse battery", false),
        (PASSWORD, new, new, true),
    ] {
        if done {
            let id = session(&db, NOW, &third).await.unwrap().id;
            let end = post(&format!("/admin/account/sessions/{id}/end"), &[("csrf", &field)]);
            let ended = call_service(&server, end.insert_header(cookie.clone()).to_request()).await;
            assert_eq!(location(&ended), "/admin/account");
            assert!(session(&db, NOW, &third).await.is_none() && session(&db, NOW, &there).await.is_some());
        }
        let fields = [("csrf", field.as_str()), ("password", now), ("password_new", chosen), ("password_again", again)];
        let request = post("/admin/account/password", &fields).insert_header(cookie.clone());
        let answer = call_service(&server, request.to_request()).await;
        let status = if done { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!(answer.status(), status, "{now} {chosen} {again}");
    }
    assert!(session(&db, NOW, &here).await.is_some());
    assert!(session(&db, NOW, &there).await.is_none());
}

#[actix_web::test]
async fn being_here_is_noted_once_a_minute() {
    let db = database::open();
    let user = add(&db, None).await;
    let app = app(&db);
    let server = serve!(app);
    let token = open(&db, user).await;
    for (seconds, seen) in [(59, 0), (1, 60), (59, 60), (2, 121)] {
        app.clock.advance(TimeDelta::seconds(seconds));
        let request = get("/admin/account").insert_header((header::COOKIE, format!("tidings={token}")));
        assert_eq!(call_service(&server, request.to_request()).await.status(), StatusCode::OK);
        let last = session(&db, app.clock.now(), &token).await.unwrap().last_seen_at;
        assert_eq!(last, NOW.plus(seen * SECOND));
    }
}
