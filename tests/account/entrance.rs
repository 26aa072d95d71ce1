//! Signing in over HTTP: by password, by link; and the page of one's own account.

use std::path::Path;

use actix_web::dev::ServiceResponse;
use actix_web::http::{StatusCode, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use actix_web::{App as ActixApp, web};
use chrono::TimeDelta;
use tidings::account::{self, Attempt, Browser};
use tidings::actor::Actor;
use tidings::assembly::Assembly;
use tidings::clock::{Clock, SECOND};
use tidings::db::{Conn, Db};
use tidings::web::client::address_key;
use tidings::web::{App, admin, csrf};

use super::{ADDRESS, NOW, PASSWORD, add, address, open, random, session, write};
use crate::support::app::assembly;
use crate::support::database;

const BASE: &str = "http://127.0.0.1:8080";

fn app(db: &Db) -> App {
    let parts = assembly(db, BASE, Path::new(""));
    App::new(Assembly { clock: Clock::fixed(NOW), random: random(), ..parts }, Vec::new())
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
async fn signing_in_leads_to_the_page_that_was_asked_for() {
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
async fn the_cookie_of_a_browser_survives_signing_out_and_the_failures_of_others() {
    let db = database::open();
    add(&db, Some(PASSWORD)).await;
    let app = App::new(Assembly { client_limits: false, ..app(&db).assembly }, Vec::new());
    let server = serve!(app);
    let sign_in = |password: &str| post("/admin/sign-in", &[("email", ADDRESS), ("password", password)]);
    let arrived = call_service(&server, sign_in(PASSWORD).to_request()).await;
    let set = arrived.response().cookies().find(|cookie| cookie.name() == "tidings-browser").unwrap();
    assert!(set.http_only().unwrap() && set.to_string().contains("SameSite=Strict"));
    let known = (header::COOKIE, format!("tidings-browser={}", set.value()));
    let attempt = Attempt {
        address: address(ADDRESS),
        address_key: address_key(&app.keys, ADDRESS),
        client_key: None,
        known: None,
        browser: Browser::default(),
    };
    for _ in 0..30 {
        let attempt = attempt.clone();
        let _ = db.write(move |conn| account::begin_sign_in(conn, NOW, &attempt)).await;
    }
    let refused = call_service(&server, sign_in(PASSWORD).to_request()).await;
    assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
    let arrived = call_service(&server, sign_in(PASSWORD).insert_header(known).to_request()).await;
    assert_eq!(arrived.status(), StatusCode::SEE_OTHER);
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
async fn opening_a_link_does_not_use_it_and_its_button_works_once() {
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
    let mine = (header::COOKIE, format!("tidings={here}"));
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
            let ended = call_service(&server, end.insert_header(mine.clone()).to_request()).await;
            assert_eq!(location(&ended), "/admin/account");
            assert!(session(&db, NOW, &third).await.is_none() && session(&db, NOW, &there).await.is_some());
        }
        let fields = [("csrf", field.as_str()), ("password", now), ("password_new", chosen), ("password_again", again)];
        let request = post("/admin/account/password", &fields).insert_header(mine.clone());
        let answer = call_service(&server, request.to_request()).await;
        let status = if done { StatusCode::SEE_OTHER } else { StatusCode::UNPROCESSABLE_ENTITY };
        assert_eq!(answer.status(), status, "{now} {chosen} {again}");
        if done {
            let renewed = cookie(&answer).strip_prefix("tidings=").unwrap().to_owned();
            assert!(session(&db, NOW, &renewed).await.is_some(), "the one who changes it stays signed in");
        }
    }
    assert!(session(&db, NOW, &here).await.is_none() && session(&db, NOW, &there).await.is_none());
}

#[actix_web::test]
async fn the_last_use_of_a_session_is_noted_at_most_once_a_minute() {
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

/// Each password submitted to an invented link cost the server a password hash, without a limit.
#[actix_web::test]
async fn attempts_to_set_a_password_by_a_link_are_limited() {
    let db = database::open();
    let user = add(&db, None).await;
    let app = app(&db);
    let server = serve!(app);
    let make = move |conn: &mut Conn| account::make_sign_in_link(conn, &Actor::Operator, NOW, &random(), user);
    let good = format!("/admin/sign-in/{}", write(&db, make).await.unwrap());
    let chosen = [("password", PASSWORD), ("password_again", PASSWORD)];
    let mismatched = [("password", PASSWORD), ("password_again", "another one altogether")];
    for _ in 0..20 {
        let answer = call_service(&server, post(&good, &mismatched).to_request()).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    for (path, status) in [(good.as_str(), StatusCode::TOO_MANY_REQUESTS), ("/admin/sign-in/nothing", StatusCode::GONE)]
    {
        let answer = call_service(&server, post(path, &chosen).to_request()).await;
        assert_eq!(answer.status(), status);
    }
    assert_eq!(location(&call_service(&server, post(&good, &[]).to_request()).await), "/admin", "the link still works");
}
