//! Who is signed in: the session cookie, and the extractor [`SignedIn`], which a handler names to be reached by users only.
//! Without a session it answers with a redirect to the sign-in. The rules of a session are the account's.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::{FromRequest, HttpRequest, web};

use super::csrf;
use super::entrance::{HOME, safe_next};
use super::refusal::Refusal;
use super::section::Place;
use crate::account::{self, OpenSession};
use crate::actor::{Actor, Role};
use crate::assembly::App;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::links::Links;

/// A signed-in user whose role may use the route. A handler that takes one is out of reach for everyone else. A handler of
/// an unsafe method takes [`super::Posted`], which also checks that the form is ours.
#[derive(Clone, Debug)]
pub struct SignedIn {
    pub actor: Actor,
    pub session: i64,
    pub user: i64,
    pub role: Role,
    pub name: String,
    /// The value of the hidden field of this session's forms.
    pub csrf: String,
    /// The section of the request.
    pub place: Place,
}

impl SignedIn {
    /// Does what this user asks for, in one transaction.
    pub async fn act<T, E>(
        &self,
        app: &App,
        work: impl FnOnce(&mut Conn, &Actor, Timestamp) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<db::Error> + Send + 'static,
    {
        let (actor, now) = (self.actor.clone(), app.clock.now());
        app.db.write(move |conn| work(conn, &actor, now)).await
    }
}

impl FromRequest for SignedIn {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let user = find(&request).await?.ok_or_else(|| Refusal::SignedOut { next: next_of(&request) })?;
            match user.place.section.permission {
                Some(permission) if !user.role.may(permission) => Err(Refusal::Forbidden),
                _ => Ok(user),
            }
        })
    }
}

/// The app of a request; every route is registered beside it.
pub(super) fn app(request: &HttpRequest) -> Result<web::Data<App>, Refusal> {
    let app = request.app_data::<web::Data<App>>().cloned();
    app.ok_or_else(|| Refusal::Broken("the server was started without its state".to_owned()))
}

/// Where a request is. A route that was registered without a section is for administrators.
fn place(request: &HttpRequest) -> Place {
    request.app_data::<Place>().copied().unwrap_or(Place::outside(&[]))
}

/// Who is signed in, if anybody. Notes at most once a minute that the session was used.
pub async fn find(request: &HttpRequest) -> Result<Option<SignedIn>, Refusal> {
    let app = app(request)?;
    match token_of(request, &app.links) {
        Some(token) => of_token(request, &app, &token).await,
        None => Ok(None),
    }
}

/// The user of a session by its token; otherwise as [`find`].
pub async fn of_token(request: &HttpRequest, app: &App, token: &str) -> Result<Option<SignedIn>, Refusal> {
    let place = place(request);
    let (now, token) = (app.clock.now(), token.to_owned());
    let Some(session) = app.db.read(move |conn| account::session(conn, now, &token)).await? else { return Ok(None) };
    if session.is_stale(now) {
        let id = session.id;
        // A page that can be read is not refused because its reading cannot be noted.
        if let Err(error) = app.db.write(move |conn| account::touch(conn, now, id)).await {
            tracing::warn!(%error, "a session's last use was not noted");
        }
    }
    let OpenSession { id, user_id, role, ref name, .. } = session;
    let csrf = csrf::token(&app.keys, id);
    Ok(Some(SignedIn { actor: session.actor(), session: id, user: user_id, role, name: name.clone(), csrf, place }))
}

fn token_of(request: &HttpRequest, links: &Links) -> Option<String> {
    request.cookie(cookie_name(links)).map(|cookie| cookie.value().to_owned())
}

/// Where to go on after signing in: the page that was asked for; nothing for what was posted.
fn next_of(request: &HttpRequest) -> String {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return String::new();
    }
    request
        .uri()
        .path_and_query()
        .map(|path| safe_next(path.as_str()).to_owned())
        .filter(|next| next != HOME)
        .unwrap_or_default()
}

/// Whether cookies are for https alone: always, but for plain http on loopback, where browsers differ in what they take.
pub(super) fn is_secure(links: &Links) -> bool {
    links.secure() || !links.is_local()
}

/// `__Host-` binds a cookie to this host, to https and to the whole path (RFC 6265bis, section 4.1.3.2).
fn cookie_name(links: &Links) -> &'static str {
    if is_secure(links) { "__Host-tidings" } else { "tidings" }
}

/// The cookie of a session that was opened now.
#[must_use]
pub fn cookie(links: &Links, token: String) -> Cookie<'static> {
    Cookie::build(cookie_name(links), token)
        .path("/")
        .secure(is_secure(links))
        .http_only(true)
        .same_site(SameSite::Lax)
        .max_age(Duration::milliseconds(account::LIFETIME))
        .finish()
}

/// The cookie that takes the session's away.
#[must_use]
pub fn no_cookie(links: &Links) -> Cookie<'static> {
    let mut cookie = cookie(links, String::new());
    cookie.make_removal();
    cookie
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::*;

    #[test]
    fn a_cookie_is_bound_to_its_host_unless_on_plain_loopback() {
        for (base, name, secure) in [
            ("https://news.example.org", "__Host-tidings", true),
            ("https://localhost:8443", "__Host-tidings", true),
            ("http://news.example.org", "__Host-tidings", true),
            ("http://127.0.0.1:8080", "tidings", false),
            ("http://127.9.9.9", "tidings", false),
            ("http://[::1]:8080", "tidings", false),
            ("http://localhost:8080", "tidings", false),
            ("http://localhost.example.org", "__Host-tidings", true),
        ] {
            let cookie = cookie(&Links::new(&Url::parse(base).unwrap()), "t".to_owned());
            assert_eq!((cookie.name(), cookie.secure()), (name, Some(secure)), "{base}");
            let text = cookie.to_string();
            assert!(text.contains("HttpOnly") && text.contains("SameSite=Lax") && text.contains("Path=/"), "{text}");
            assert!(!text.contains("Domain"), "{text}");
        }
    }
}
