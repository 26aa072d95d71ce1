//! Proof of work for public forms (ALTCHA version 2), which costs a client some computation for each request.
//!
//! A challenge is signed and not stored; only a used one is, until it expires. Making and verifying are functions of
//! values; only `spend` and `purge` use the database.

use altcha::{ChallengeParameters, HmacAlgorithm, Payload, VerifySolutionOptions, sign_challenge, verify_solution};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::queries::challenge as queries;
use crate::clock::{MINUTE, Timestamp};
use crate::db::{Conn, Result};
use crate::token::{Keys, Purpose, Random, hex, sha256};

pub use altcha::Challenge;

/// How long a challenge is valid: a reader may take time to fill in a form.
const LIFETIME: i64 = 20 * MINUTE;
/// Rounds of an attempt, and the prefix of its key: 256 attempts on average, a tenth of a second on a phone, while the
/// check is one attempt.
const COST: u32 = 500;
const KEY_PREFIX: &str = "00";
/// Longest payload; a valid one is much shorter.
const LONGEST_PAYLOAD: usize = 4_096;
/// The signed field with the expiry. Not the library's own, which it would compare with the machine's clock.
const EXPIRES: &str = "expires";

/// Makes and verifies challenges with the newest key. After a change of the secret, open forms need a new solution.
#[derive(Clone)]
pub struct Challenges {
    secret: String,
}

/// Why a solution is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChallengeError {
    Missing,
    /// It is not of the form that solutions have.
    Unreadable,
    /// The challenge was not made here, or its solution is wrong.
    Wrong,
    Expired,
}

/// A correct solution, or another proof of patience. It counts once: see [`spend`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solved {
    pub hash: [u8; 32],
    pub expires: Timestamp,
}

impl Challenges {
    #[must_use]
    pub fn new(keys: &Keys) -> Self {
        Self { secret: hex(&keys.digest(Purpose::Challenge, b"altcha")) }
    }

    /// A fresh challenge to serve as JSON: `{"parameters": {..}, "signature": ".."}`.
    #[must_use]
    pub fn challenge(&self, now: Timestamp, random: &Random) -> Challenge {
        let mut parameters = ChallengeParameters {
            algorithm: "PBKDF2/SHA-256".to_owned(),
            cost: COST,
            data: Some([(EXPIRES.to_owned(), Value::from(now.plus(LIFETIME).0))].into()),
            expires_at: None,
            key_length: 32,
            key_prefix: KEY_PREFIX.to_owned(),
            key_signature: None,
            memory_cost: None,
            nonce: hex(&random.bytes::<16>()),
            parallelism: None,
            salt: hex(&random.bytes::<16>()),
        };
        sign_challenge(&HmacAlgorithm::Sha256, &mut parameters, None, &self.secret, None).unwrap_or_else(|error| {
            // Unsigned, and so never accepted. This does not happen with these parameters.
            tracing::error!(%error, "a challenge could not be signed");
            Challenge { parameters, signature: None }
        })
    }

    /// Checks the value of a form: the base64 of `{"challenge": .., "solution": {"counter": .., "derivedKey": ".."}}`.
    pub fn verify(&self, payload: &str, now: Timestamp) -> std::result::Result<Solved, ChallengeError> {
        let payload = payload.trim();
        if payload.is_empty() {
            return Err(ChallengeError::Missing);
        }
        let payload = read(payload).ok_or(ChallengeError::Unreadable)?;
        let options = VerifySolutionOptions::new(&payload.challenge, &payload.solution, self.secret.as_str());
        match verify_solution(options) {
            Ok(result) if result.verified => {}
            _ => return Err(ChallengeError::Wrong),
        }
        let data = payload.challenge.parameters.data.as_ref();
        let expires = data.and_then(|data| data.get(EXPIRES)?.as_i64()).map(Timestamp).ok_or(ChallengeError::Wrong)?;
        if expires <= now {
            return Err(ChallengeError::Expired);
        }
        // The signature covers the whole challenge, and only one spelling of it verifies.
        let signature = payload.challenge.signature.unwrap_or_default();
        Ok(Solved { hash: sha256(signature.as_bytes()), expires })
    }
}

fn read(payload: &str) -> Option<Payload> {
    if payload.len() > LONGEST_PAYLOAD {
        return None;
    }
    serde_json::from_slice(&STANDARD.decode(payload).ok()?).ok()
}

/// Marks a solution as used, in the transaction of the request; false if it was used before.
pub fn spend(conn: &mut Conn, solved: &Solved) -> Result<bool> {
    queries::insert(conn, &solved.hash, solved.expires)
}

/// Deletes at most `limit` used challenges that have expired; returns how many.
pub fn purge(conn: &mut Conn, now: Timestamp, limit: usize) -> Result<usize> {
    queries::purge(conn, now, limit)
}

#[cfg(test)]
mod tests {
    use altcha::{Solution, SolveChallengeOptions, solve_challenge};

    use super::*;

    const NOW: Timestamp = Timestamp(1_761_177_600_000);

    type Change = fn(&mut Payload);

    fn challenges(secret: &str) -> Challenges {
        Challenges::new(&Keys::parse(&secret.repeat(32)).unwrap())
    }

    /// As a browser does it: through JSON and back.
    fn solve(challenge: &Challenge) -> Payload {
        let served: Challenge = serde_json::from_str(&serde_json::to_string(challenge).unwrap()).unwrap();
        let solution = solve_challenge(SolveChallengeOptions::new(&served)).unwrap().unwrap();
        Payload { challenge: served, solution: Solution { time: None, ..solution } }
    }

    fn encode(payload: &Payload) -> String {
        STANDARD.encode(serde_json::to_vec(payload).unwrap())
    }

    #[test]
    fn a_solved_challenge_is_accepted_until_it_expires() {
        let challenges = challenges("a");
        let challenge = challenges.challenge(NOW, &Random::seeded(1));
        let payload = encode(&solve(&challenge));
        let solved = challenges.verify(&payload, NOW.plus(LIFETIME - 1)).unwrap();
        assert_eq!(solved.expires, NOW.plus(LIFETIME));
        assert_eq!(challenges.verify(&payload, NOW.plus(LIFETIME)), Err(ChallengeError::Expired));
    }

    #[test]
    fn one_challenge_has_one_hash_however_it_is_solved() {
        let challenges = challenges("a");
        let challenge = challenges.challenge(NOW, &Random::seeded(1));
        let first = solve(&challenge);
        let next = SolveChallengeOptions {
            counter_start: first.solution.counter + 1,
            ..SolveChallengeOptions::new(&challenge)
        };
        let second = Payload { solution: solve_challenge(next).unwrap().unwrap(), ..first.clone() };
        let hash = |payload: &Payload| challenges.verify(&encode(payload), NOW).unwrap().hash;
        assert_ne!(first.solution.counter, second.solution.counter);
        assert_eq!(hash(&first), hash(&second));
        let other = solve(&challenges.challenge(NOW, &Random::seeded(9)));
        assert_ne!(hash(&first), hash(&other));
    }

    #[test]
    fn a_changed_value_is_refused() {
        let challenges = challenges("a");
        let good = solve(&challenges.challenge(NOW, &Random::seeded(1)));
        let tamper: [(&str, Change); 7] = [
            ("prefix", |p| p.challenge.parameters.key_prefix = String::new()),
            ("cost", |p| p.challenge.parameters.cost = 1),
            ("expiry", |p| p.challenge.parameters.data = Some([(EXPIRES.to_owned(), i64::MAX.into())].into())),
            ("no expiry", |p| p.challenge.parameters.data = None),
            ("signature", |p| p.challenge.signature = p.challenge.signature.as_ref().map(|s| s.to_uppercase())),
            ("no signature", |p| p.challenge.signature = None),
            ("counter", |p| p.solution.counter += 1),
        ];
        for (what, change) in tamper {
            let mut payload = good.clone();
            change(&mut payload);
            assert_eq!(challenges.verify(&encode(&payload), NOW), Err(ChallengeError::Wrong), "{what}");
        }
        let mut free = good;
        free.solution.derived_key = "00".repeat(32);
        assert_eq!(challenges.verify(&encode(&free), NOW), Err(ChallengeError::Wrong));
    }

    #[test]
    fn a_challenge_of_another_secret_is_refused() {
        let payload = encode(&solve(&challenges("b").challenge(NOW, &Random::seeded(1))));
        assert_eq!(challenges("a").verify(&payload, NOW), Err(ChallengeError::Wrong));
    }

    #[test]
    fn junk_is_refused() {
        for (payload, error) in [
            ("", ChallengeError::Missing),
            (" ", ChallengeError::Missing),
            ("%%%", ChallengeError::Unreadable),
            ("e30=", ChallengeError::Unreadable),
            (&"A".repeat(LONGEST_PAYLOAD + 4), ChallengeError::Unreadable),
        ] {
            assert_eq!(challenges("a").verify(payload, NOW), Err(error), "{payload:.10}");
        }
    }
}
