//! Passwords: the rule, the hash (argon2id, RFC 9106) and the check. Pure, and slow by design: call it outside the threads
//! that serve requests. Each call works in the caller's [`Memory`].

use std::fmt;

use argon2::password_hash::phc::{Output, ParamsString, Salt};
use argon2::{Algorithm, Argon2, Block, Params, PasswordHash, Version};

use crate::account::common_password::is_common;
use crate::token::Random;

/// Characters. OWASP ASVS 5.0, 6.2.1 asks for 8; a user here can mail every subscriber.
const SHORTEST: usize = 12;
/// Bytes.
const LONGEST: usize = 1_024;

/// The hash to compare with if there is none, with the costs of a real one, so that the time tells nothing.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGlzIGhlcmUu$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// The working memory of a hash: 19 MiB, to be used for one hash after the other.
pub struct Memory(Vec<Block>);

impl Default for Memory {
    fn default() -> Self {
        Self(vec![Block::new(); Params::DEFAULT.block_count()])
    }
}

impl fmt::Debug for Memory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Memory(..)")
    }
}

/// Why a password is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordError {
    TooShort,
    TooLong,
    /// It is among those that are guessed first.
    Common,
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
    /// Spaces and every script are allowed.
    pub fn parse(chosen: &str) -> Result<Self, PasswordError> {
        if chosen.chars().count() < SHORTEST {
            return Err(PasswordError::TooShort);
        }
        if chosen.len() > LONGEST {
            return Err(PasswordError::TooLong);
        }
        if is_common(chosen) {
            return Err(PasswordError::Common);
        }
        Ok(Self(chosen.to_owned()))
    }

    /// The PHC string to store: argon2id with m=19456, t=2, p=1 (OWASP's password storage cheat sheet).
    pub fn hash(&self, random: &Random, memory: &mut Memory) -> Result<String, PasswordError> {
        hash(&self.0, &random.bytes(), memory).ok_or(PasswordError::Unhashable)
    }
}

fn hash(password: &str, salt: &[u8; 16], memory: &mut Memory) -> Option<String> {
    let argon2 = Argon2::default();
    let mut out = [0; Params::DEFAULT_OUTPUT_LEN];
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut out, memory.0.as_mut_slice()).ok()?;
    let hash = PasswordHash {
        algorithm: Algorithm::default().ident(),
        version: Some(Version::default().into()),
        params: ParamsString::try_from(argon2.params()).ok()?,
        salt: Some(Salt::new(salt).ok()?),
        hash: Some(Output::new(&out).ok()?),
    };
    Some(hash.to_string())
}

/// Whether `given` is the password of `hash`. Without a hash it is false, after the same time.
#[must_use]
pub fn verify(given: &str, hash: Option<&str>, memory: &mut Memory) -> bool {
    // No longer password was ever accepted.
    let given = if given.len() > LONGEST { "" } else { given };
    let fits = fits(given, hash.unwrap_or(NOBODY), memory) == Some(true);
    fits && hash.is_some()
}

/// Whether a password has this PHC string; `None` if the string cannot be checked.
fn fits(given: &str, hash: &str, memory: &mut Memory) -> Option<bool> {
    let hash = PasswordHash::new(hash).ok()?;
    let algorithm = Algorithm::try_from(hash.algorithm.as_str()).ok()?;
    let version = Version::try_from(hash.version?).ok()?;
    let argon2 = Argon2::new(algorithm, version, Params::try_from(&hash).ok()?);
    let (salt, expected) = (hash.salt?, hash.hash?);
    let mut out = [0; Output::MAX_LENGTH];
    let out = out.get_mut(..expected.len())?;
    argon2.hash_password_into_with_memory(given.as_bytes(), &salt, out, memory.0.as_mut_slice()).ok()?;
    // `Output` compares in constant time.
    Some(Output::new(out).ok()? == expected)
}

#[cfg(test)]
mod tests {
    use argon2::PasswordVerifier;

    use super::*;

    #[test]
    fn a_password_has_twelve_characters_of_any_kind() {
        for (chosen, error) in [
            ("elevenchars", Some(PasswordError::TooShort)),
            ("twelve chars", None),
            ("ääöüßéçñøåæê", None),
            ("password1234", Some(PasswordError::Common)),
            ("äääääää", Some(PasswordError::TooShort)),
            (&"four words of mine ".repeat(53), None),
            (&"four words of mine ".repeat(54), Some(PasswordError::TooLong)),
        ] {
            assert_eq!(Password::parse(chosen).err(), error, "{chosen:.20}");
        }
    }

    #[test]
    fn a_hash_matches_only_its_password() {
        let random = Random::seeded(1);
        let mut memory = Memory::default();
        let password = Password::parse("correct horse battery").unwrap();
        let hash = password.hash(&random, &mut memory).unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert_ne!(hash, password.hash(&random, &mut memory).unwrap(), "each hash has its own salt");
        // The library allocates; both must agree.
        assert!(Argon2::default().verify_password(b"correct horse battery", hash.as_str()).is_ok());
        for (given, known, right) in [
            ("correct horse battery", Some(hash.as_str()), true),
            ("correct horse batterx", Some(&hash), false),
            ("", Some(&hash), false),
            ("correct horse battery", Some("no hash"), false),
            ("correct horse battery", Some(&hash.replace("m=19456", "m=38912")), false),
            ("correct horse battery", None, false),
        ] {
            assert_eq!(verify(given, known, &mut memory), right, "{given} {known:?}");
        }
        assert!(!format!("{password:?}").contains("horse"));
    }

    /// The same computation takes the same time, whoever is asked for.
    #[test]
    fn an_unknown_user_costs_as_much_as_a_known_one() {
        let mut memory = Memory::default();
        let hash = Password::parse("correct horse battery").unwrap().hash(&Random::seeded(1), &mut memory).unwrap();
        let costs = |hash: &str| hash.split('$').take(4).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(costs(NOBODY), costs(&hash));
        // A hash that cannot be read would be refused at once.
        for hash in [NOBODY, &hash] {
            assert_eq!(fits("wrong horse battery", hash, &mut memory), Some(false));
        }
    }
}
