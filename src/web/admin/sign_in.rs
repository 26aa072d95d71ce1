//! Signing in and out, by password or by a one-time link. A link's GET shows a button; its POST acts.

use actix_web::http::StatusCode;
use actix_web::http::header::USER_AGENT;
use actix_web::{HttpRequest, HttpResponse, web};

use super::door::{Door, SignInPage};
use super::frame::AdminFrame;
use super::kept;
use super::password::hash_chosen;
use crate::account::{self, Attempt, Browser, Opened, SignInError, User};
use crate::db;
use crate::email_address::EmailAddress;
use crate::web::client::{address_key, client_address, client_key};
use crate::web::entrance::{HOME, SIGN_IN, safe_next};
use crate::web::kept::Kept;
use crate::web::known_browser;
use crate::web::respond::{self, Answer, page, page_with, see_other};
use crate::web::route::get;
use crate::web::session;
use crate::web::{App, Posted, Refusal, Submitted, csrf};

pub const SIGN_OUT: &str = "/admin/sign-out";

/// Bytes of the form, which may carry another one that was kept, with every character encoded.
const MOST_FORM: usize = 1_024 * 1_024;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .service(
            web::resource("").app_data(respond::forms_up_to(MOST_FORM)).route(get(show)).route(web::post().to(sign_in)),
        )
        .service(web::resource("/{token}").route(get(show_link)).route(web::post().to(use_link)));
}

pub fn sign_out_route(routes: &mut web::ServiceConfig) {
    routes.route("", web::post().to(sign_out));
}

async fn show(request: HttpRequest, app: web::Data<App>, query: web::Query<Submitted>) -> Answer {
    let next = safe_next(query.get("next"));
    if session::find(&request).await?.is_some() {
        return Ok(see_other(next));
    }
    page(&SignInPage::new(Door::load(&app).await?, "", next, None))
}

/// Signs in. The form may carry another one, `kept`, that waits for the sign-in, and where that goes, `kept_to`.
async fn sign_in(request: HttpRequest, app: web::Data<App>, form: web::Form<Submitted>) -> Answer {
    check_origin(&request, &app)?;
    let (email, next) = (form.get("email"), safe_next(form.get("next")));
    let kept = Kept::of(form.get("kept_to"), form.get("kept"));
    match try_password(&request, &app, email, form.get("password").to_owned()).await {
        Ok(opened) => {
            end_old_session(&request, &app).await?;
            match kept {
                Some(kept) => arrive_with(&request, &app, opened, &kept).await,
                None => Ok(arrive(&app, opened, next)),
            }
        }
        Err(SignInError::Database(error)) => Err(error.into()),
        Err(error) => {
            let (status, key) = match error {
                SignInError::TooMany => (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many"),
                _ => (StatusCode::UNPROCESSABLE_ENTITY, "sign-in-wrong"),
            };
            let door = Door::load(&app).await?;
            let problem = Some(door.locale.t(key));
            match kept {
                Some(kept) => page_with(status, &kept::sign_in_page(door, email, problem, &kept)),
                None => page_with(status, &SignInPage::new(door, email, next, problem)),
            }
        }
    }
}

async fn try_password(request: &HttpRequest, app: &App, email: &str, password: String) -> Result<Opened, SignInError> {
    // What is no address cannot be a user's; saying so tells nothing.
    let address = EmailAddress::parse(email).map_err(|_| SignInError::Wrong)?;
    let client_key = limited_client(request, app);
    let address_key = address_key(&app.keys, &address.limit_key());
    let known = known_browser::user(request, app);
    let attempt = Attempt { address, address_key, client_key, known, browser: browser(request, app) };
    let (now, tried) = (app.clock.now(), attempt.clone());
    let candidate = app.db.write(move |conn| account::begin_sign_in(conn, now, &tried)).await?;
    let held = candidate.clone();
    if !app.hashing.run(move |memory| held.verify(&password, memory)).await.unwrap_or(false) {
        tracing::warn!(client = %attempt.browser.client, "a sign-in failed");
        let now = app.clock.now();
        app.db.write(move |conn| account::refuse_sign_in(conn, now, &candidate)).await?;
        return Err(SignInError::Wrong);
    }
    let (now, random) = (app.clock.now(), app.random.clone());
    app.db.write(move |conn| account::sign_in(conn, now, &random, &attempt, &candidate)).await
}

/// The user of a link that is still good.
async fn user_of_link(app: &App, token: &str) -> db::Result<Option<User>> {
    let (now, token) = (app.clock.now(), token.to_owned());
    app.db.read(move |conn| account::holder_of_link(conn, now, &token)).await
}

fn link_url(token: &str) -> String {
    format!("{SIGN_IN}/{token}")
}

async fn show_link(app: web::Data<App>, token: web::Path<String>) -> Answer {
    let (user, door) = (user_of_link(&app, &token).await?, Door::load(&app).await?);
    match user {
        None => no_link(door),
        Some(user) => page(&SignInPage::link(door, &link_url(&token), &user, None)),
    }
}

/// Uses a link. Without fields it signs in; with them it sets a password as well.
async fn use_link(
    request: HttpRequest,
    app: web::Data<App>,
    token: web::Path<String>,
    form: Option<web::Form<Submitted>>,
) -> Answer {
    check_origin(&request, &app)?;
    let token = token.into_inner();
    let form = form.map(web::Form::into_inner).unwrap_or_default();
    let chosen = match form.get("password") {
        "" => None,
        password => match choose(&request, &app, &token, password, form.get("password_again")).await? {
            Ok(hash) => Some(hash),
            Err(answer) => return Ok(answer),
        },
    };
    let (now, random, browser) = (app.clock.now(), app.random.clone(), browser(&request, &app));
    let opened =
        app.db.write(move |conn| account::use_sign_in_link(conn, now, &random, &token, &browser, chosen.as_deref()));
    match opened.await? {
        Some(opened) => {
            end_old_session(&request, &app).await?;
            Ok(arrive(&app, opened, HOME))
        }
        None => no_link(Door::load(&app).await?),
    }
}

/// The hash of a password that was chosen by a link, or the page that says what is wrong. Hashing costs a core's time, so
/// it is done for good links only, and only so often for one client.
async fn choose(
    request: &HttpRequest,
    app: &App,
    token: &str,
    password: &str,
    again: &str,
) -> Result<Result<String, HttpResponse>, Refusal> {
    let Some(user) = user_of_link(app, token).await? else {
        return no_link(Door::load(app).await?).map(Err);
    };
    let (now, client) = (app.clock.now(), limited_client(request, app));
    let counted =
        app.db.write(move |conn| account::take_link_attempt(conn, now, client.as_ref().map(<[u8; 32]>::as_slice)));
    let (status, key) = if counted.await? {
        match hash_chosen(app, password, again).await {
            Ok(hash) => return Ok(Ok(hash)),
            Err(key) => (StatusCode::UNPROCESSABLE_ENTITY, key),
        }
    } else {
        (StatusCode::TOO_MANY_REQUESTS, "sign-in-too-many")
    };
    let door = Door::load(app).await?;
    let problem = Some(door.locale.t(key));
    page_with(status, &SignInPage::link(door, &link_url(token), &user, problem)).map(Err)
}

async fn sign_out(app: web::Data<App>, posted: Posted) -> Answer {
    let (user, session) = (posted.by.user, posted.by.session);
    posted.by.act(&app, move |conn, actor, now| account::sign_out(conn, actor, now, user, session)).await?;
    let mut response = see_other(SIGN_IN);
    let _ = response.add_cookie(&session::no_cookie(&app.links));
    Ok(response)
}

fn check_origin(request: &HttpRequest, app: &App) -> Result<(), Refusal> {
    let from_here = csrf::is_from_here(request.method(), request.headers(), &app.links);
    if from_here { Ok(()) } else { Err(Refusal::Forbidden) }
}

/// The key of the client for limits; none where limits by client are off.
fn limited_client(request: &HttpRequest, app: &App) -> Option<[u8; 32]> {
    let client = client_address(request, app).filter(|_| app.client_limits);
    client.map(|ip| client_key(&app.keys, ip))
}

fn browser(request: &HttpRequest, app: &App) -> Browser {
    let agent = request.headers().get(USER_AGENT).and_then(|value| value.to_str().ok());
    let client = client_address(request, app).map(|ip| ip.to_string());
    Browser { client: client.unwrap_or_default(), agent: agent.unwrap_or_default().to_owned() }
}

/// Ends the session that the browser had before: it has one at a time.
async fn end_old_session(request: &HttpRequest, app: &App) -> Result<(), Refusal> {
    if let Some(old) = session::find(request).await? {
        let (user, session) = (old.user, old.session);
        old.act(app, move |conn, actor, now| account::sign_out(conn, actor, now, user, session)).await?;
    }
    Ok(())
}

fn no_link(door: Door) -> Answer {
    let problem = door.locale.t("sign-in-link-gone");
    page_with(StatusCode::GONE, &SignInPage::new(door, "", HOME, Some(problem)))
}

fn arrive(app: &App, opened: Opened, next: &str) -> HttpResponse {
    with_cookies(app, opened, see_other(next))
}

fn with_cookies(app: &App, opened: Opened, mut response: HttpResponse) -> HttpResponse {
    // It fails only for an invalid cookie name or value, and ours are letters.
    let _ = response.add_cookie(&session::cookie(&app.links, opened.token));
    let _ = response.add_cookie(&known_browser::cookie(app, opened.user, app.clock.now()));
    response
}

/// Shows the button that sends the form that was kept.
async fn arrive_with(request: &HttpRequest, app: &App, opened: Opened, kept: &Kept) -> Answer {
    let by = session::of_token(request, app, &opened.token).await?.ok_or(Refusal::Forbidden)?;
    let response = page(&kept::send_page(AdminFrame::load(app, by).await?, kept))?;
    Ok(with_cookies(app, opened, response))
}
