//! The cookie of a browser in which a user has signed in: that browser is not kept out by the failures of others at the
//! user's address. A network would not do, because many share one.

use actix_web::HttpRequest;
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};

use super::App;
use super::session::is_secure;
use crate::clock::{DAY, MINUTE, Timestamp};
use crate::links::Links;
use crate::token::{Keys, Purpose};

/// Milliseconds after the last sign-in.
const LIFETIME: i64 = 180 * DAY;

fn name(links: &Links) -> &'static str {
    if is_secure(links) { "__Host-tidings-browser" } else { "tidings-browser" }
}

/// The cookie of a browser in which a user signs in.
#[must_use]
pub fn cookie(app: &App, user: i64, now: Timestamp) -> Cookie<'static> {
    Cookie::build(name(&app.links), value(&app.keys, user, now))
        .path("/")
        .secure(is_secure(&app.links))
        .http_only(true)
        .same_site(SameSite::Strict)
        .max_age(Duration::milliseconds(LIFETIME))
        .finish()
}

/// The user who has signed in in this browser before.
#[must_use]
pub fn user(request: &HttpRequest, app: &App) -> Option<i64> {
    user_of(&app.keys, request.cookie(name(&app.links))?.value(), app.clock.now())
}

fn value(keys: &Keys, user: i64, now: Timestamp) -> String {
    keys.sign(Purpose::Browser, &[user, now.0 / MINUTE])
}

fn user_of(keys: &Keys, value: &str, now: Timestamp) -> Option<i64> {
    let [user, minute] = keys.verify(Purpose::Browser, value)?;
    (now.0 / MINUTE - minute < LIFETIME / MINUTE).then_some(user)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_for_half_a_year() {
        let keys = Keys::parse(&"k".repeat(32)).unwrap();
        let now = Timestamp(1_761_177_600_000);
        let value = value(&keys, 7, now);
        for (later, known) in [(0, Some(7)), (LIFETIME - MINUTE, Some(7)), (LIFETIME, None)] {
            assert_eq!(user_of(&keys, &value, now.plus(later)), known, "{later}");
        }
        assert_eq!(user_of(&keys, &keys.sign(Purpose::Preferences, &[7, now.0 / MINUTE]), now), None);
    }
}
