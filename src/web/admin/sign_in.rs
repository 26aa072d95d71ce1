//! Signing in and out: by password, by a one-time link. A link's GET shows a button; its POST acts.

use actix_web::http::StatusCode;
use actix_web::http::header::USER_AGENT;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use tokio::sync::Semaphore;

use super::frame::frame;
use super::kept;
use super::pages::{Door, Holder, SignInPage};
use crate::account::password::{Password, PasswordError};
use crate::account::{self, Attempt, Browser, Opened, SignInError, User};
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::site;
use crate::web::client::{address_key, client_address, client_key};
use crate::web::kept::Kept;
use crate::web::posted::Empty;
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::routes::get;
use crate::web::session::{self, HOME, safe_next};
use crate::web::{App, Posted, Refusal, csrf};

/// Passwords that are hashed at a time: each takes 19 MiB and all of a core.
static HASHING: Semaphore = Semaphore::const_new(4);

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let link = web::resource("/admin/sign-in/{token}");
    routes
        .service(web::resource(session::SIGN_IN).route(get(show)).route(web::post().to(sign_in)))
        .service(link.route(get(show_link)).route(web::post().to(use_link)))
        .route("/admin/sign-out", web::post().to(sign_out));
}

#[derive(Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
struct SignInForm {
    #[serde(default)]
    email: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    next: String,
    /// A form that waits, and where it goes.
    #[serde(default)]
    kept: String,
    #[serde(default)]
    kept_to: String,
}

#[derive(Default, Deserialize)]
struct LinkForm {
    password: Option<String>,
    password_again: Option<String>,
}

async fn show(request: HttpRequest, app: web::Data<App>, query: web::Query<Next>) -> Answer {
    let next = safe_next(&query.next);
    if session::find(&request).await?.is_some() {
        return Ok(see_other(next));
    }
    let shown = SignInPage::new(door(&app).await?, "", "", next, None);
    page(&shown)
}

async fn sign_in(request: HttpRequest, app: web::Data<App>, form: web::Form<SignInForm>) -> Answer {
    check_origin(&request, &app)?;
    let SignInForm { email, password, next, kept, kept_to } = form.into_inner();
    let kept = Kept::of(&kept_to, &kept);
    match try_password(&request, &app, &email, password).await {
        Ok(opened) => {
            leave_old_session(&request, &app).await?;
            match kept {
                Some(kept) => arrive_with(&app, opened, &kept).await,
                None => Ok(arrive(&app, opened, safe_next(&next))),
            }
        }
        Err(SignInError::Database(error)) => Err(error.into()),
        Err(error) => {
            let (status, key) = match error {
                SignInError::TooMany => (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many"),
                _ => (StatusCode::UNPROCESSABLE_ENTITY, "sign-in-wrong"),
            };
            let door = door(&app).await?;
            let problem = Some(door.locale.t(key));
            match kept {
                Some(kept) => page_with(status, &kept::sign_in_page(&app, &email, problem, &kept).await?),
                None => page_with(status, &SignInPage::new(door, "", &email, safe_next(&next), problem)),
            }
        }
    }
}

async fn try_password(request: &HttpRequest, app: &App, email: &str, password: String) -> Result<Opened, SignInError> {
    // What is no address cannot be a user's; that tells nothing.
    let address = EmailAddress::parse(email).map_err(|_| SignInError::Wrong)?;
    let client_key = limited_client(request, app);
    let address_key = address_key(&app.keys, &address.limit_key());
    let attempt = Attempt { address, address_key, client_key, browser: browser(request, app) };
    let (now, tried) = (app.clock.now(), attempt.clone());
    let candidate = app.db.write(move |conn| account::begin_sign_in(conn, now, &tried)).await?;
    let held = candidate.clone();
    if !slowly(move || held.verify(&password)).await.unwrap_or(false) {
        tracing::warn!(client = %attempt.browser.client, "a sign-in failed");
        let now = app.clock.now();
        app.db.write(move |conn| account::refuse_sign_in(conn, now, &candidate)).await?;
        return Err(SignInError::Wrong);
    }
    let (now, random) = (app.clock.now(), app.random.clone());
    app.db.write(move |conn| account::sign_in(conn, now, &random, &attempt, &candidate)).await
}

async fn show_link(app: web::Data<App>, token: web::Path<String>) -> Answer {
    let (now, asked) = (app.clock.now(), token.clone());
    let holder = app.db.read(move |conn| account::holder_of_link(conn, now, &asked)).await?;
    let door = door(&app).await?;
    let url = format!("/admin/sign-in/{token}");
    match holder {
        None => no_link(door),
        Some(holder) => page(&SignInPage::link(door, &url, holder_of(&holder), None)),
    }
}

/// Uses a link. Without fields it signs in; with them it sets a password as well.
async fn use_link(
    request: HttpRequest,
    app: web::Data<App>,
    token: web::Path<String>,
    form: Option<web::Form<LinkForm>>,
) -> Answer {
    check_origin(&request, &app)?;
    let token = token.into_inner();
    let form = form.map(web::Form::into_inner).unwrap_or_default();
    let chosen = match form.password.filter(|password| !password.is_empty()) {
        None => None,
        Some(password) => {
            let again = form.password_again.unwrap_or_default();
            match choose(&request, &app, &token, password, again).await? {
                Chosen::Hash(hash) => Some(hash),
                Chosen::Not(answer) => return Ok(answer),
            }
        }
    };
    let (now, random, browser) = (app.clock.now(), app.random.clone(), browser(&request, &app));
    let opened =
        app.db.write(move |conn| account::use_sign_in_link(conn, now, &random, &token, &browser, chosen.as_deref()));
    match opened.await? {
        Some(opened) => {
            leave_old_session(&request, &app).await?;
            Ok(arrive(&app, opened, HOME))
        }
        None => no_link(door(&app).await?),
    }
}

/// The hash of a password that was chosen by a link, or the page that says what is wrong.
enum Chosen {
    Hash(String),
    Not(HttpResponse),
}

/// Only a link that is good has a password hashed for it, and only so often for one client: that costs a core's time.
async fn choose(
    request: &HttpRequest,
    app: &App,
    token: &str,
    password: String,
    again: String,
) -> Result<Chosen, Refusal> {
    let (now, asked) = (app.clock.now(), token.to_owned());
    let Some(holder) = app.db.read(move |conn| account::holder_of_link(conn, now, &asked)).await? else {
        return no_link(door(app).await?).map(Chosen::Not);
    };
    let client = limited_client(request, app);
    let counted =
        app.db.write(move |conn| account::take_link_attempt(conn, now, client.as_ref().map(<[u8; 32]>::as_slice)));
    let (status, key) = if counted.await? {
        match hash_chosen(app, password, again).await {
            Ok(hash) => return Ok(Chosen::Hash(hash)),
            Err(key) => (StatusCode::UNPROCESSABLE_ENTITY, key),
        }
    } else {
        (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many")
    };
    let door = door(app).await?;
    let (url, problem) = (format!("/admin/sign-in/{token}"), door.locale.t(key));
    page_with(status, &SignInPage::link(door, &url, holder_of(&holder), Some(problem))).map(Chosen::Not)
}

async fn sign_out(app: web::Data<App>, posted: Posted<Empty>) -> Answer {
    let (now, by) = (app.clock.now(), posted.by);
    app.db.write(move |conn| account::sign_out(conn, &by.actor, now, by.user, by.session)).await?;
    let mut response = see_other(session::SIGN_IN);
    let _ = response.add_cookie(&session::no_cookie(&app.links));
    Ok(response)
}

/// Hashes a password that was chosen and typed twice, or gives the key of what is wrong with it.
pub(super) async fn hash_chosen(app: &App, chosen: String, again: String) -> Result<String, &'static str> {
    let key = |error| match error {
        PasswordError::TooShort => "password-too-short",
        PasswordError::TooLong => "password-too-long",
        PasswordError::Unhashable => "password-not-kept",
    };
    if chosen != again {
        return Err("password-differs");
    }
    let password = Password::parse(&chosen).map_err(key)?;
    let random = app.random.clone();
    let hashed = slowly(move || password.hash(&random)).await;
    hashed.map_err(|_| "password-not-kept")?.map_err(key)
}

/// Runs what takes a core for a while, a few at a time.
pub(super) async fn slowly<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Refusal> {
    let broken = |reason: String| Refusal::Broken(reason);
    let _turn = HASHING.acquire().await.map_err(|error| broken(error.to_string()))?;
    web::block(work).await.map_err(|error| broken(error.to_string()))
}

fn check_origin(request: &HttpRequest, app: &App) -> Result<(), Refusal> {
    let from_here = csrf::is_from_here(request.method(), request.headers(), &app.links);
    if from_here { Ok(()) } else { Err(Refusal::Forbidden) }
}

/// The key of the client for limits; none where they are off.
fn limited_client(request: &HttpRequest, app: &App) -> Option<[u8; 32]> {
    let client = client_address(request, app).filter(|_| app.client_limits);
    client.map(|ip| client_key(&app.keys, ip))
}

fn browser(request: &HttpRequest, app: &App) -> Browser {
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    let client = client_address(request, app).map(|ip| ip.to_string());
    Browser { client: client.unwrap_or_default(), agent: agent.unwrap_or_default().to_owned() }
}

/// A browser has one session: the one that it had ends when another begins.
async fn leave_old_session(request: &HttpRequest, app: &App) -> Result<(), Refusal> {
    if let Some(old) = session::find(request).await? {
        let now = app.clock.now();
        app.db.write(move |conn| account::sign_out(conn, &old.actor, now, old.user, old.session)).await?;
    }
    Ok(())
}

async fn door(app: &App) -> Result<Door, Refusal> {
    let site = app.db.read(site::site).await?;
    Ok(Door::new(Locale::default(), &site.name))
}

/// A user as the pages about passwords know them.
pub(super) fn holder_of(user: &User) -> Holder<'_> {
    Holder { address: &user.address, has_password: user.has_password }
}

fn no_link(door: Door) -> Answer {
    let problem = door.locale.t("sign-in-link-gone");
    page_with(StatusCode::GONE, &SignInPage::new(door, "", "", HOME, Some(problem)))
}

fn arrive(app: &App, opened: Opened, next: &str) -> HttpResponse {
    let mut response = see_other(next);
    // It fails only for a name or value that is no cookie's, and ours are letters.
    let _ = response.add_cookie(&session::cookie(&app.links, opened.token));
    response
}

/// Arrives at the button that sends what was typed before.
async fn arrive_with(app: &App, opened: Opened, kept: &Kept) -> Answer {
    let by = session::of_token(app, &opened.token).await?.ok_or(Refusal::Forbidden)?;
    let mut response = page(&kept::send_page(frame(app, &by, "").await?, kept))?;
    let _ = response.add_cookie(&session::cookie(&app.links, opened.token));
    Ok(response)
}
