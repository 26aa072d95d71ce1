//! Who calls: the API key of a request, and the middleware that lets nobody past without one.

use std::future::{Ready, ready};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, FromRequest, HttpMessage, HttpRequest, HttpResponse, web};

use super::problem::Problem;
use crate::account::{self, ValidKey};
use crate::actor::{Actor, Permission, Role};
use crate::web::App;

/// The key of a request, known and not revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub id: i64,
    pub actor: Actor,
    pub role: Role,
}

impl Key {
    /// Passes keys whose role may do this.
    pub fn require(&self, permission: Permission) -> Result<(), Problem> {
        if self.role.may(permission) {
            return Ok(());
        }
        Err(Problem::new(StatusCode::FORBIDDEN, "api-role"))
    }
}

impl FromRequest for Key {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(request.extensions().get::<Self>().cloned().ok_or_else(missing))
    }
}

fn missing() -> Problem {
    Problem::new(StatusCode::UNAUTHORIZED, "api-key-missing")
}

/// Lets a request with a good key through, before anything else of it is read.
pub async fn known_only(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody + 'static>>, Error> {
    let app = request.app_data::<web::Data<App>>().cloned();
    let given = request.headers().get(AUTHORIZATION).and_then(|value| bearer(value.to_str().ok()?).map(str::to_owned));
    match find(app, given).await {
        Ok(key) => {
            request.extensions_mut().insert(key);
            next.call(request).await.map(ServiceResponse::map_into_left_body)
        }
        Err(problem) => Ok(request.into_response(HttpResponse::from_error(problem)).map_into_right_body()),
    }
}

/// The credentials of the scheme Bearer (RFC 6750 section 2.1), whose name is written in any case.
fn bearer(header: &str) -> Option<&str> {
    let (scheme, key) = header.trim().split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| key.trim())
}

async fn find(app: Option<web::Data<App>>, given: Option<String>) -> Result<Key, Problem> {
    let app = app.ok_or_else(|| Problem::broken(&"the server was started without its state"))?;
    let given = given.ok_or_else(missing)?;
    let found = app.db.read(move |conn| account::find_api_key(conn, &given)).await?;
    let found = found.ok_or_else(|| Problem::new(StatusCode::UNAUTHORIZED, "api-key-unknown"))?;
    note_use(&app, found).await;
    Ok(Key { id: found.id, actor: found.actor(), role: found.role })
}

/// Notes at most once a minute that the key was used; failing that fails nothing else.
async fn note_use(app: &App, key: ValidKey) {
    let now = app.clock.now();
    if key.is_stale(now)
        && let Err(error) = app.db.write(move |conn| account::touch_api_key(conn, now, key.id)).await
    {
        tracing::warn!(%error, "the use of an API key could not be noted");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_follows_the_scheme_bearer() {
        for (header, key) in [
            ("Bearer tid_x", Some("tid_x")),
            ("bearer  tid_x ", Some("tid_x")),
            ("Basic tid_x", None),
            ("tid_x", None),
            ("", None),
        ] {
            assert_eq!(bearer(header), key, "{header:?}");
        }
    }
}
