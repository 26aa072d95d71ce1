//! What a public form goes through before it is read: the honeypot, the limit by client, the proof of work.
//!
//! A form without a solution is led through a page that solves it. Without JavaScript that page's button is one more
//! click, with a ticket that shows when the page was made, under a stricter limit.

use actix_web::HttpRequest;
use actix_web::http::header::ORIGIN;

use super::pages::{Action, Frame, PowPage};
use crate::clock::{HOUR, MINUTE, SECOND, Timestamp};
use crate::db::{self, Conn};
use crate::guard::challenge::{self, Solved};
use crate::guard::limits::{self, Rule};
use crate::token::{Keys, Purpose, sha256};
use crate::web::App;
use crate::web::client::{client_address, client_key};

/// The field that people don't see and programs fill in.
pub const HONEYPOT: &str = "homepage";
pub const SOLUTION: &str = "altcha";
pub const TICKET: &str = "ticket";

/// The source in the ledger of a sign-up that came from a form on another site.
pub const EMBED: &str = "embed";

/// Posts of one client to a public form.
const POSTS: Rule = Rule::new(60, HOUR);
/// Posts of one client by the extra click instead of the proof of work.
const CLICKS: Rule = Rule::new(5, HOUR);
/// Searches of one client.
const SEARCHES: Rule = Rule::new(60, MINUTE);
/// A ticket is good from a moment after it was made, when a person may have read the page, until it is old.
const TICKET_FROM: i64 = SECOND;
const TICKET_UNTIL: i64 = 20 * MINUTE;

/// What the fields of a form prove.
#[derive(Clone, Debug)]
pub enum Proof {
    /// The defence is switched off.
    Free,
    Solved(Solved),
    /// The page with the extra click was shown and its button pressed. Its ticket counts once, as a solution does.
    Clicked(Solved),
    /// Nothing yet: show the page that solves.
    Missing,
}

/// What the transaction of a form says of its sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    Welcome,
    /// The solution or the ticket was used before: solve again.
    Used,
    TooMany,
}

/// Who sends a form.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The address as text for the ledger; empty when unknown.
    pub client: String,
    key: Option<[u8; 32]>,
}

#[must_use]
pub fn sender(request: &HttpRequest, app: &App) -> Sender {
    let address = client_address(request, app);
    Sender {
        client: address.map(|ip| ip.to_string()).unwrap_or_default(),
        key: address.filter(|_| app.client_limits).map(|ip| client_key(&app.keys, ip)),
    }
}

/// Whether this client may search now; counts the search if so.
pub async fn may_search(request: &HttpRequest, app: &App) -> db::Result<bool> {
    let (Some(key), now) = (sender(request, app).key, app.clock.now()) else { return Ok(true) };
    app.db.write(move |conn| limits::take(conn, now, "search", &key, SEARCHES)).await
}

/// Where a sign-up came from, for the ledger: another site, as browsers say of it (Fetch standard, the Origin header),
/// or `ours`.
#[must_use]
pub fn source(request: &HttpRequest, app: &App, ours: &'static str) -> &'static str {
    let origin = request.headers().get(ORIGIN).and_then(|origin| origin.to_str().ok());
    let foreign = origin.is_some_and(|origin| origin != "null" && origin != app.links.base());
    if foreign { EMBED } else { ours }
}

/// Reads the proof of a form.
#[must_use]
pub fn proof(app: &App, solution: &str, ticket: &str, now: Timestamp) -> Proof {
    if !app.proof_of_work {
        return Proof::Free;
    }
    if let Ok(solved) = app.challenges.verify(solution, now) {
        return Proof::Solved(solved);
    }
    fresh_ticket(&app.keys, ticket, now).map_or(Proof::Missing, Proof::Clicked)
}

/// When it was made, and what tells it from others of the same moment.
fn ticket(keys: &Keys, now: Timestamp, nonce: i64) -> String {
    keys.sign(Purpose::Challenge, &[now.0, nonce])
}

fn fresh_ticket(keys: &Keys, ticket: &str, now: Timestamp) -> Option<Solved> {
    let [made, nonce] = keys.verify(Purpose::Challenge, ticket)?;
    let hash = sha256(&[made.to_be_bytes(), nonce.to_be_bytes()].concat());
    let is_fresh = (TICKET_FROM..TICKET_UNTIL).contains(&now.0.saturating_sub(made));
    is_fresh.then_some(Solved { hash, expires: Timestamp(made).plus(TICKET_UNTIL) })
}

/// Admits a form in the transaction of what it does: counts it for its client and uses its solution up.
pub fn admit(conn: &mut Conn, now: Timestamp, purpose: &str, from: &Sender, proof: &Proof) -> db::Result<Admission> {
    if let Some(key) = from.key {
        let clicked = matches!(proof, Proof::Clicked(_));
        let by_click = format!("{purpose}-by-click");
        if !limits::take(conn, now, purpose, &key, POSTS)?
            || (clicked && !limits::take(conn, now, &by_click, &key, CLICKS)?)
        {
            return Ok(Admission::TooMany);
        }
    }
    match proof {
        Proof::Solved(once) | Proof::Clicked(once) if !challenge::spend(conn, once)? => Ok(Admission::Used),
        _ => Ok(Admission::Welcome),
    }
}

/// The page that solves the proof of work, or asks for one more click, and carries the form on. A form that proves
/// something and is here all the same was taken before: a person decides whether it goes once more.
#[must_use]
pub fn pow_page(app: &App, frame: Frame, url: &str, mut fields: Vec<(String, String)>, now: Timestamp) -> PowPage {
    let carried = |name: &str| fields.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str());
    let (solution, ticket) = (carried(SOLUTION), carried(TICKET));
    let taken = !matches!(proof(app, solution, ticket, now), Proof::Missing);
    let text = match (taken, solution.is_empty() && ticket.is_empty()) {
        (true, _) => "pow-taken",
        (false, true) => "pow-text",
        (false, false) => "pow-again",
    };
    fields.retain(|(name, _)| name != SOLUTION && name != TICKET);
    fields.push((TICKET.to_owned(), self::ticket(&app.keys, now, i64::from_be_bytes(app.random.bytes()))));
    let action = Action { url: url.to_owned(), label: frame.t("pow-button"), fields };
    PowPage { text: frame.t(text), at_once: !taken, frame, action }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_good_after_a_moment_and_for_a_while() {
        let keys = Keys::parse(&"k".repeat(32)).unwrap();
        let ticket = ticket(&keys, Timestamp(1_000_000), 7);
        for (age, good) in [(0, false), (999, false), (1_000, true), (19 * MINUTE, true), (20 * MINUTE, false)] {
            assert_eq!(fresh_ticket(&keys, &ticket, Timestamp(1_000_000 + age)).is_some(), good, "{age}");
        }
        assert_eq!(fresh_ticket(&keys, "junk", Timestamp(1_005_000)), None);
    }
}
