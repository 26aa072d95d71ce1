//! Signing in by password, in three steps: `begin_sign_in` counts the attempt and finds the hash; the caller verifies the
//! password outside the database's threads; `sign_in` opens the session and takes the count back, or `refuse_sign_in`
//! records the failure.
//!
//! An unknown address and a wrong password get the same answer. Failures limit further attempts at an address, but do not
//! lock its user out: a browser in which that user has signed in before is exempt, and so is a sign-in link.

use super::password::Memory;
use super::queries::users;
use super::{Browser, Opened, password, session};
use crate::actor::Actor;
use crate::audit;
use crate::clock::{HOUR, MINUTE, Timestamp};
use crate::db::{self, Conn};
use crate::email_address::EmailAddress;
use crate::guard::limits::{self, Rule};
use crate::token::Random;

pub(super) const BY_CLIENT: Rule = Rule::new(20, 15 * MINUTE);
const BY_ADDRESS: Rule = Rule::new(30, HOUR);
pub(super) const CLIENT: &str = "sign-in-client";
const ADDRESS: &str = "sign-in-address";

/// An attempt to sign in.
#[derive(Clone, Debug)]
pub struct Attempt {
    pub address: EmailAddress,
    /// Keyed hash of the normalised address.
    pub address_key: [u8; 32],
    /// Keyed hash of the client's network; `None` if limits by client are off.
    pub client_key: Option<[u8; 32]>,
    /// The user who has signed in in this browser before.
    pub known: Option<i64>,
    pub browser: Browser,
}

/// The hash to verify the password with. An unknown address gets a candidate, too.
#[derive(Clone)]
pub struct Candidate {
    user: Option<i64>,
    hash: Option<String>,
}

impl Candidate {
    /// Whether the password is right. Slow; see [`password`].
    #[must_use]
    pub fn verify(&self, given: &str, memory: &mut Memory) -> bool {
        password::verify(given, self.hash.as_deref(), memory) && self.user.is_some()
    }
}

/// Why a sign-in is refused.
#[derive(Debug)]
pub enum SignInError {
    /// The password is not that of the address.
    Wrong,
    /// Too many attempts.
    TooMany,
    Database(db::Error),
}

impl From<db::Error> for SignInError {
    fn from(error: db::Error) -> Self {
        Self::Database(error)
    }
}

/// Counts the attempt and finds the hash to verify the password with.
pub fn begin_sign_in(conn: &mut Conn, now: Timestamp, attempt: &Attempt) -> Result<Candidate, SignInError> {
    if let Some(key) = &attempt.client_key
        && !limits::take(conn, now, CLIENT, key, BY_CLIENT)?
    {
        return Err(SignInError::TooMany);
    }
    let found = users::credentials(conn, attempt.address.normalised())?;
    let (user, hash) = found.map_or((None, None), |(user, hash)| (Some(user), hash));
    let is_known = user.is_some() && user == attempt.known;
    if !limits::take(conn, now, ADDRESS, &attempt.address_key, BY_ADDRESS)? && !is_known {
        return Err(SignInError::TooMany);
    }
    Ok(Candidate { user, hash })
}

/// Opens a session for a candidate whose password was verified.
pub fn sign_in(
    conn: &mut Conn,
    now: Timestamp,
    random: &Random,
    attempt: &Attempt,
    candidate: &Candidate,
) -> Result<Opened, SignInError> {
    let user = candidate.user.ok_or(SignInError::Wrong)?;
    let (role, hash) = users::enabled(conn, user)?.ok_or(SignInError::Wrong)?;
    if hash.is_none() || hash != candidate.hash {
        return Err(SignInError::Wrong);
    }
    if let Some(key) = &attempt.client_key {
        limits::give_back(conn, CLIENT, key)?;
    }
    limits::give_back(conn, ADDRESS, &attempt.address_key)?;
    let actor = Actor::User { id: user, role };
    Ok(session::open(conn, &actor, now, random, user, &attempt.browser, "user.sign-in")?)
}

/// Records a wrong password. The log names the user, if there is one, and no address.
pub fn refuse_sign_in(conn: &mut Conn, now: Timestamp, candidate: &Candidate) -> db::Result<()> {
    let actor = Actor::Visitor { client: String::new() };
    audit::record(conn, now, &actor, "user.sign-in-failed", "user", candidate.user, "")
}
