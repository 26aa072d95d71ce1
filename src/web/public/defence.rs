//! What a public form must pass before it acts: a honeypot, a limit per client, and a proof of work.
//!
//! A form without a solution is answered with a page that solves the challenge and posts the form again. Without
//! JavaScript the button of that page is one more click; its ticket says when the page was made, and a stricter limit
//! holds.

use std::time::Duration;

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, ORIGIN};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::pages::{Action, FormValues, Frame, PowPage};
use crate::clock::{HOUR, MINUTE, SECOND, Timestamp};
use crate::db::{self, Conn};
use crate::guard::challenge::{self, Solved};
use crate::guard::limits::{self, Rule};
use crate::token::{Keys, Purpose, sha256};
use crate::web::client::{client_address, client_key};
use crate::web::respond::{Answer, page, see_other};
use crate::web::{App, Refusal, Submitted};

const TICKET: &str = "ticket";

/// The source in the ledger of a sign-up that came from a form on another site.
pub const EMBED: &str = "embed";

/// Posts of one client to a public form.
const POSTS: Rule = Rule::new(60, HOUR);
/// Posts of one client with the extra click instead of the proof of work.
const CLICKS: Rule = Rule::new(5, HOUR);
/// Searches of one client.
const SEARCHES: Rule = Rule::new(60, MINUTE);
/// A sign-up is answered no sooner after its request: what is to be done depends on what is known of the address, and takes
/// a few milliseconds. With many at a time it takes longer, but then they are committed together and answered together.
const ANSWER_AFTER: Duration = Duration::from_millis(20);
/// A ticket is valid from a moment after it was made, when a person may have read the page, until it is old.
const TICKET_FROM: i64 = SECOND;
const TICKET_UNTIL: i64 = 20 * MINUTE;

/// The fields of the defence, which every public form has.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProofFields {
    altcha: String,
    ticket: String,
    /// The honeypot: people do not see this field, programs fill it in.
    homepage: String,
}

impl ProofFields {
    #[must_use]
    pub fn of(fields: &Submitted) -> Self {
        let field = |name: &str| fields.get(name).to_owned();
        Self { altcha: field("altcha"), ticket: field(TICKET), homepage: field("homepage") }
    }
}

/// What the fields of a form prove.
#[derive(Clone, Debug)]
pub enum Proof {
    /// The defence is switched off.
    NotNeeded,
    Solved(Solved),
    /// The button of the extra click was pressed. Its ticket counts once, as a solution does.
    Clicked(Solved),
    /// Nothing yet: show the page that solves.
    Missing,
}

/// Whether a form is admitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    Admitted,
    /// The solution or the ticket was used before.
    Used,
    TooMany,
}

/// Who sends a form.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The network address as text for the ledger; empty if unknown.
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

/// An answer whose time tells nothing about the address of a sign-up.
pub async fn evenly<T>(answer: impl Future<Output = T>) -> T {
    tokio::join!(answer, tokio::time::sleep(ANSWER_AFTER)).0
}

/// Whether this client may search now; counts the search if so.
pub async fn may_search(request: &HttpRequest, app: &App) -> db::Result<bool> {
    let (Some(key), now) = (sender(request, app).key, app.clock.now()) else { return Ok(true) };
    app.db.write(move |conn| limits::take(conn, now, "search", &key, SEARCHES)).await
}

/// Where a sign-up came from, for the ledger: another site, by the Origin header (Fetch standard), or `ours`.
#[must_use]
pub fn source(request: &HttpRequest, app: &App, ours: &'static str) -> &'static str {
    let origin = request.headers().get(ORIGIN).and_then(|origin| origin.to_str().ok());
    let foreign = origin.is_some_and(|origin| origin != "null" && origin != app.links.base());
    if foreign { EMBED } else { ours }
}

/// A public form.
#[derive(Clone, Copy, Debug)]
pub struct PublicForm {
    /// What the posts of one client are counted as.
    pub purpose: &'static str,
    pub url: &'static str,
    /// The page that follows.
    pub done: &'static str,
}

/// A post of a public form without errors.
pub struct Submission<'a> {
    pub app: &'a App,
    pub request: &'a HttpRequest,
    pub frame: Frame,
    pub proof: &'a ProofFields,
    /// The fields that the page that solves posts again.
    pub values: &'a [(&'static str, &'a str)],
    /// The form as it is shown again.
    pub again: &'a dyn Fn(StatusCode, FormValues) -> Answer,
}

impl PublicForm {
    /// Does `work` in the transaction that admits the form, given the client's network address. The answer leads to the
    /// page that follows or to the page that solves, or is the form with what is wrong. `work` runs again if PostgreSQL
    /// rolls the transaction back because of a conflict.
    pub async fn act(
        &self,
        submission: Submission<'_>,
        work: impl FnOnce(&mut Conn, String) -> Result<(), Refusal> + Clone + Send + 'static,
    ) -> Answer {
        if !submission.proof.homepage.is_empty() {
            return Ok(see_other(self.done));
        }
        let (app, now) = (submission.app, submission.app.clock.now());
        let proof = proof(app, submission.proof, now);
        if matches!(proof, Proof::Missing) {
            return self.solve(submission, now);
        }
        let (from, purpose) = (sender(submission.request, app), self.purpose);
        let admit_and_work = move |conn: &mut Conn| {
            let admission = admit(conn, now, purpose, &from, &proof)?;
            if admission == Admission::Admitted {
                work(conn, from.client)?;
            }
            Ok::<_, Refusal>(admission)
        };
        let values = || FormValues::new(submission.values);
        let locale = &submission.frame.locale;
        match app.db.write_again(admit_and_work).await {
            Ok(Admission::Admitted) => Ok(see_other(self.done)),
            Ok(Admission::Used) => self.solve(submission, now),
            // All values stay: nobody has to enter them twice because others share their network.
            Ok(Admission::TooMany) => {
                (submission.again)(StatusCode::TOO_MANY_REQUESTS, values().with_problem(locale.t("error-429-text")))
            }
            Err(Refusal::Fields(errors)) => {
                (submission.again)(StatusCode::UNPROCESSABLE_ENTITY, values().with_errors(locale, &errors))
            }
            Err(error) => Err(error),
        }
    }

    /// The page that solves the challenge, or asks for one more click, and posts the form again. A form with a valid proof
    /// has been accepted before: a person decides whether to send it again.
    fn solve(&self, submission: Submission<'_>, now: Timestamp) -> Answer {
        let Submission { app, frame, proof, values, .. } = submission;
        let accepted = !matches!(self::proof(app, proof, now), Proof::Missing);
        let text = match (accepted, proof.altcha.is_empty() && proof.ticket.is_empty()) {
            (true, _) => "pow-taken",
            (false, true) => "pow-text",
            (false, false) => "pow-again",
        };
        let ticket = ticket(&app.keys, now, i64::from_be_bytes(app.random.bytes()));
        let ticket = (TICKET, ticket.as_str());
        let values = values.iter().chain([&ticket]);
        let fields = values.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let action = Action { url: self.url.to_owned(), label: frame.t("pow-button"), fields };
        page(&PowPage { text: frame.t(text), at_once: !accepted, frame, action })
    }
}

/// Reads the proof of a form.
fn proof(app: &App, fields: &ProofFields, now: Timestamp) -> Proof {
    if !app.proof_of_work {
        return Proof::NotNeeded;
    }
    if let Ok(solved) = app.challenges.verify(&fields.altcha, now) {
        return Proof::Solved(solved);
    }
    valid_ticket(&app.keys, &fields.ticket, now).map_or(Proof::Missing, Proof::Clicked)
}

/// A signed time, with a number that tells tickets of the same moment apart.
fn ticket(keys: &Keys, now: Timestamp, nonce: i64) -> String {
    keys.sign(Purpose::Challenge, &[now.0, nonce])
}

fn valid_ticket(keys: &Keys, ticket: &str, now: Timestamp) -> Option<Solved> {
    let [made, nonce] = keys.verify(Purpose::Challenge, ticket)?;
    let hash = sha256(&[made.to_be_bytes(), nonce.to_be_bytes()].concat());
    let is_fresh = (TICKET_FROM..TICKET_UNTIL).contains(&now.0.saturating_sub(made));
    is_fresh.then_some(Solved { hash, expires: Timestamp(made).plus(TICKET_UNTIL) })
}

/// Admits a form in the transaction of its work: counts it for its client and uses up its solution.
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
        _ => Ok(Admission::Admitted),
    }
}

/// A fresh challenge as JSON; its solution goes into the field `altcha`.
pub async fn challenge(app: web::Data<App>) -> HttpResponse {
    let challenge = app.challenges.challenge(app.clock.now(), &app.random);
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(challenge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_valid_after_a_moment_and_for_a_while() {
        let keys = Keys::parse(&"k".repeat(32)).unwrap();
        let ticket = ticket(&keys, Timestamp(1_000_000), 7);
        for (age, valid) in [(0, false), (999, false), (1_000, true), (19 * MINUTE, true), (20 * MINUTE, false)] {
            assert_eq!(valid_ticket(&keys, &ticket, Timestamp(1_000_000 + age)).is_some(), valid, "{age}");
        }
        assert_eq!(valid_ticket(&keys, "junk", Timestamp(1_005_000)), None);
    }
}
