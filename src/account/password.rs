//! Passwords: the rule, the hash (argon2id, RFC 9106) and the check. Pure, and slow by design: call it outside the threads
//! that serve requests, a few at a time, because each call takes 19 MiB.

use std::fmt;

use argon2::{Argon2, PasswordHasher, PasswordVerifier};

use crate::token::Random;

/// Characters. OWASP ASVS 5.0, 6.2.1 asks for 8; a user here can mail every subscriber.
const SHORTEST: usize = 12;
/// Bytes.
const LONGEST: usize = 1_024;

/// The hash to compare with if there is none, with the costs of a real one, so that the time tells nothing.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGlzIGhlcmUu$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Why a password is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    TooShort,
    TooLong,
    /// It could not be hashed.
    Unhashable,
}

/// A new password that meets the rule. It is never printed.
#[derive(Clone)]
pub struct Password(String);

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(..)")
    }
}

impl Password {
    /// Only the length counts; spaces and every script are allowed.
    pub fn parse(chosen: &str) -> Result<Self, PasswordError> {
        if chosen.chars().count() < SHORTEST {
            return Err(PasswordError::TooShort);
        }
        if chosen.len() > LONGEST {
            return Err(PasswordError::TooLong);
        }
        Ok(Self(chosen.to_owned()))
    }

    /// The PHC string to store: argon2id with m=19456, t=2, p=1 (OWASP's password storage cheat sheet).
    pub fn hash(&self, random: &Random) -> Result<String, PasswordError> {
        let hash = Argon2::default().hash_password_with_salt(self.0.as_bytes(), &random.bytes::<16>());
        hash.map(|hash| hash.to_string()).map_err(|_| PasswordError::Unhashable)
    }
}

/// Whether `given` is the password of `hash`. Without a hash it is false, after the same time.
#[must_use]
pub fn verify(given: &str, hash: Option<&str>) -> bool {
    // No longer password was ever accepted.
    let given = if given.len() > LONGEST { "" } else { given };
    let fits = Argon2::default().verify_password(given.as_bytes(), hash.unwrap_or(NOBODY)).is_ok();
    fits && hash.is_some()
}

#[cfg(test)]
mod tests {
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

    /// The same computation takes the same time, whoever is asked for.
    #[test]
    fn an_unknown_user_costs_as_much_as_a_known_one() {
        let hash = Password::parse("correct horse battery").unwrap().hash(&Random::seeded(1)).unwrap();
        let costs = |hash: &str| hash.split('$').take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(costs(NOBODY), costs(&hash));
        // A hash that cannot be read would be refused at once, with another error.
        let error = |hash| Argon2::default().verify_password(b"wrong horse battery", hash).unwrap_err().to_string();
        assert_eq!(error(NOBODY), error(&hash));
    }
}
