//! Passwords: the rule, the hash (argon2id, RFC 9106), the check. Pure, and slow on purpose: call it off the threads
//! that serve, with few at a time, because each takes 19 MiB.

use std::fmt;

use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use crate::token::Random;

/// OWASP ASVS 5.0, 6.2.1 asks for 8; an account here can write to every subscriber.
pub const SHORTEST: usize = 12;
const LONGEST: usize = 1_024;

/// What a password is held against where there is none, so that the time tells nothing: the costs are those of a real one.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGlzIGhlcmUu$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why a password is not taken; the words are for the person who chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error("A password has at least {SHORTEST} characters.")]
    TooShort,
    #[error("A password has at most {LONGEST} bytes.")]
    TooLong,
    #[error("The password could not be kept. Try again.")]
    Unhashable,
}

/// A password that somebody chose, and that keeps the rule. It is never printed.
#[derive(Clone)]
pub struct Password(String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

impl Password {
    /// Length alone counts; spaces and every script are welcome.
    pub fn parse(chosen: &str) -> Result<Self, PasswordError> {
        if chosen.chars().count() < SHORTEST {
            return Err(PasswordError::TooShort);
        }
        if chosen.len() > LONGEST {
            return Err(PasswordError::TooLong);
        }
        Ok(Self(chosen.to_owned()))
    }

    /// The PHC string to keep: argon2id with m=19456, t=2, p=1 (OWASP's password storage cheat sheet).
    pub fn hash(&self, random: &Random) -> Result<String, PasswordError> {
        let hash = Argon2::default().hash_password_with_salt(self.0.as_bytes(), &random.bytes::<16>());
        hash.map(|hash| hash.to_string()).map_err(|_| PasswordError::Unhashable)
    }
}

/// Whether `given` is the password of `hash`. Without a hash it takes as long and says no.
#[must_use]
pub fn verify(given: &str, hash: Option<&str>) -> bool {
    // What is longer was never kept.
    let given = if given.len() > LONGEST { "" } else { given };
    let fits = Argon2::default().verify_password(given.as_bytes(), hash.unwrap_or(NOBODY)).is_ok();
    fits && hash.is_some()
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    #[test]
    fn a_password_has_twelve_characters_of_any_kind() {
        for (chosen, error) in [
            ("elevenchars", Some(PasswordError::TooShort)),
            ("twelve chars", None),
            ("ääääääääääää", None),
            ("äääääää", Some(PasswordError::TooShort)),
            (&"x".repeat(1_024), None),
            (&"x".repeat(1_025), Some(PasswordError::TooLong)),
        ] {
            assert_eq!(Password::parse(chosen).err(), error, "{chosen:.20}");
        }
    }

    #[test]
    fn a_hash_matches_only_its_password() {
        let random = Random::seeded(1);
        let password = Password::parse("correct horse battery").unwrap();
        let hash = password.hash(&random).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, password.hash(&random).unwrap(), "each hash has its own salt");
        assert!(verify("correct horse battery", Some(&hash)));
        assert!(!verify("correct horse batterx", Some(&hash)));
        assert!(!verify("", Some(&hash)));
        assert!(!verify("correct horse battery", Some("no hash")));
        assert!(!verify("correct horse battery", None));
        assert!(!format!("{password:?}").contains("horse"));
    }

    #[test]
    fn an_unknown_user_takes_as_long_as_a_known_one() {
        let hash = Password::parse("correct horse battery").unwrap().hash(&Random::seeded(1)).unwrap();
        let time = |hash: Option<&str>| {
            let started = Instant::now();
            assert!(!verify("wrong horse battery", hash));
            started.elapsed()
        };
        // The best of three, because other tests run beside.
        let best = |hash: Option<&str>| (0..3).map(|_| time(hash)).min().unwrap();
        let (somebody, nobody) = (best(Some(&hash)), best(None));
        assert!(nobody * 3 > somebody && somebody * 3 > nobody, "{somebody:?} and {nobody:?}");
    }
}
