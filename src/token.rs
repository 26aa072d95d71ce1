//! Secrets, random bytes, and signed tokens.
//!
//! A token is an HMAC-SHA-256 (RFC 2104) of ids with a purpose and a key number, so no table stores a token. Only this
//! room uses randomness. It knows no URL and no noun.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use aws_lc_rs::{constant_time, digest, hmac, rand};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// Bytes of MAC in a token: 128 bits cannot be guessed over the network.
const MAC_BYTES: usize = 16;

/// The purpose of a token. A token of one purpose is not valid for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Confirms one subscription; ids: subscription, minute of issue.
    Confirm,
    /// Ends one subscription; ids: subscription.
    Unsubscribe,
    /// Opens a person's preferences; ids: subscriber, minute of issue (0: from a digest, without expiry).
    Preferences,
    /// A click in a digest; ids: subscription, digest.
    Click,
    /// The anti-forgery field of a signed-in form; ids: session.
    Form,
    /// A proof-of-work challenge.
    Challenge,
    /// The nonce of a message's slots.
    Slots,
    /// A person whose signals are counted, for one day.
    Person,
    /// A browser in which a user has signed in; ids: user, minute of issue.
    Browser,
    /// Identifies the secret of a server; no ids.
    Installation,
}

impl Purpose {
    const fn label(self) -> &'static [u8] {
        match self {
            Self::Confirm => b"confirm.1",
            Self::Unsubscribe => b"unsubscribe.1",
            Self::Preferences => b"preferences.1",
            Self::Click => b"click.1",
            Self::Form => b"form.1",
            Self::Challenge => b"challenge.1",
            Self::Slots => b"slots.1",
            Self::Person => b"person.1",
            Self::Browser => b"browser.1",
            Self::Installation => b"installation.1",
        }
    }
}

/// Why a secret cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SecretError {
    #[error("a secret must have at least 32 bytes; number {0} has {1}")]
    TooShort(usize, usize),
    #[error("the secret is empty")]
    Empty,
}

struct Key {
    number: u8,
    key: hmac::Key,
}

/// The keys, newest first: the newest signs, all verify.
#[derive(Clone)]
pub struct Keys(Arc<Vec<Key>>);

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Keys({} live)", self.0.len())
    }
}

impl Keys {
    /// Parses `TIDINGS_SECRET`: secrets of at least 32 bytes, separated by commas, the newest first.
    pub fn parse(secrets: &str) -> Result<Self, SecretError> {
        let mut keys = Vec::new();
        for (index, secret) in secrets.split(',').map(str::trim).filter(|secret| !secret.is_empty()).enumerate() {
            if secret.len() < 32 {
                return Err(SecretError::TooShort(index + 1, secret.len()));
            }
            let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
            let number = hmac::sign(&key, b"key-number").as_ref().first().copied().unwrap_or_default();
            keys.push(Key { number, key });
        }
        if keys.is_empty() {
            return Err(SecretError::Empty);
        }
        Ok(Self(Arc::new(keys)))
    }

    /// Whether these keys can verify tokens of the newest of `others`.
    #[must_use]
    pub fn hold(&self, others: &Self) -> bool {
        self.verify::<0>(Purpose::Installation, &others.sign(Purpose::Installation, &[])).is_some()
    }

    /// A URL-safe token over `ids` for one purpose, signed with the newest key.
    #[must_use]
    pub fn sign(&self, purpose: Purpose, ids: &[i64]) -> String {
        let mut bytes = Vec::with_capacity(1 + ids.len() * 5 + MAC_BYTES);
        if let Some(Key { number, key }) = self.0.first() {
            bytes.push(*number);
            for id in ids {
                push_varint(&mut bytes, *id);
            }
            let mac = mac(key, purpose, bytes.get(1..).unwrap_or_default());
            bytes.extend_from_slice(&mac);
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The ids of a token that one of the keys signed for this purpose; `None` for anything else. Punctuation after it is
    /// ignored ([`without_punctuation`]).
    #[must_use]
    pub fn verify<const N: usize>(&self, purpose: Purpose, token: &str) -> Option<[i64; N]> {
        if token.len() > 128 {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(without_punctuation(token)).ok()?;
        let (number, rest) = bytes.split_first()?;
        let (payload, given) = rest.split_at_checked(rest.len().checked_sub(MAC_BYTES)?)?;
        let fits = |key: &&Key| {
            key.number == *number
                && constant_time::verify_slices_are_equal(&mac(&key.key, purpose, payload), given).is_ok()
        };
        self.0.iter().find(fits)?;
        read_varints(payload)
    }

    /// The full MAC of bytes with the newest key, for purposes other than links: a challenge's key, a person of a day.
    #[must_use]
    pub fn digest(&self, purpose: Purpose, bytes: &[u8]) -> [u8; 32] {
        let mut out = [0; 32];
        if let Some(Key { key, .. }) = self.0.first() {
            out.copy_from_slice(full_mac(key, purpose, bytes).as_ref());
        }
        out
    }
}

fn full_mac(key: &hmac::Key, purpose: Purpose, payload: &[u8]) -> hmac::Tag {
    let mut context = hmac::Context::with_key(key);
    context.update(purpose.label());
    context.update(&[0]);
    context.update(payload);
    context.sign()
}

fn mac(key: &hmac::Key, purpose: Purpose, payload: &[u8]) -> [u8; MAC_BYTES] {
    let mut out = [0; MAC_BYTES];
    full_mac(key, purpose, payload).as_ref().iter().zip(&mut out).for_each(|(from, to)| *to = *from);
    out
}

/// LEB128 of the id's 64 bits: small ids make short links.
fn push_varint(bytes: &mut Vec<u8>, id: i64) {
    let mut rest = id.cast_unsigned();
    loop {
        let low = u8::try_from(rest & 0x7f).unwrap_or_default();
        rest >>= 7;
        if rest == 0 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
    }
}

fn read_varints<const N: usize>(payload: &[u8]) -> Option<[i64; N]> {
    let mut bytes = payload.iter();
    let mut ids = [0; N];
    for id in &mut ids {
        let mut value = 0_u64;
        let mut shift = 0;
        loop {
            let byte = bytes.next()?;
            value |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                break;
            }
            shift += 7;
        }
        *id = value.cast_signed();
    }
    bytes.next().is_none().then_some(ids)
}

/// SHA-256 (FIPS 180-4).
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
    out
}

/// HMAC-SHA-256 with a key from the database, such as the suppression key.
#[must_use]
pub fn keyed_hash(key: &[u8], bytes: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    out.copy_from_slice(hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), bytes).as_ref());
    out
}

/// Lower-case hexadecimal.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

/// The bytes of up to 128 hexadecimal digits.
#[must_use]
pub fn from_hex(hex: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        hex.chars().map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    let digits = digits.filter(|digits| digits.len().is_multiple_of(2) && digits.len() <= 128)?;
    Some(digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit)).collect())
}

/// Base64url without padding, for secrets that a person copies.
#[must_use]
pub fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The source of random bytes: the machine's generator, or a seed that makes a test repeatable.
#[derive(Clone, Debug)]
pub enum Random {
    System,
    Seeded(Arc<AtomicU64>),
}

impl Random {
    #[must_use]
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(AtomicU64::new(seed)))
    }

    /// `N` random bytes. Without a working generator no secret is safe, so a failure ends the process.
    #[must_use]
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        match self {
            Self::System => {
                if rand::fill(&mut out).is_err() {
                    tracing::error!("the system's random generator failed");
                    std::process::abort();
                }
            }
            Self::Seeded(seed) => {
                for chunk in out.chunks_mut(32) {
                    let block = sha256(&seed.fetch_add(1, Ordering::SeqCst).to_be_bytes());
                    chunk.iter_mut().zip(block).for_each(|(to, from)| *to = from);
                }
            }
        }
        out
    }

    #[must_use]
    pub fn number(&self) -> u64 {
        u64::from_be_bytes(self.bytes())
    }
}

/// The last part of a link without punctuation at its end, which mail programs and people take for a part of the link.
#[must_use]
pub fn without_punctuation(last_part: &str) -> &str {
    last_part.trim_end_matches(|c: char| {
        matches!(
            c,
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '>' | '"' | '\'' | '*' | '/' | '’' | '”' | '»' | '…'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "an old secret of more than thirty-two bytes";
    const NEW: &str = "a new secret of more than thirty-two bytes";

    #[test]
    fn hexadecimal_digits_are_read_back() {
        assert_eq!(from_hex(&hex(&[0, 9, 0xab, 0xff])), Some(vec![0, 9, 0xab, 0xff]));
        for wrong in ["0", "xy", "0g", &"00".repeat(65)] {
            assert_eq!(from_hex(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_token_is_verified_for_its_purpose_only() {
        let keys = Keys::parse(NEW).unwrap();
        for ids in [[0, 1], [1, i64::MAX], [-1, 77], [300, 128]] {
            let token = keys.sign(Purpose::Confirm, &ids);
            assert_eq!(keys.verify(Purpose::Confirm, &token), Some(ids));
            assert_eq!(keys.verify::<2>(Purpose::Unsubscribe, &token), None);
            assert_eq!(keys.verify::<1>(Purpose::Confirm, &token), None, "a token has all of its ids");
        }
    }

    #[test]
    fn a_token_with_a_flipped_bit_is_refused() {
        let keys = Keys::parse(NEW).unwrap();
        let token = keys.sign(Purpose::Unsubscribe, &[4_711]);
        let bytes = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(keys.verify::<1>(Purpose::Unsubscribe, &URL_SAFE_NO_PAD.encode(flipped)), None);
        }
        for broken in ["", "A", "====", &token[1..], &"A".repeat(2_000)] {
            assert_eq!(keys.verify::<1>(Purpose::Unsubscribe, broken), None);
        }
    }

    #[test]
    fn a_retired_key_still_verifies() {
        let token = Keys::parse(OLD).unwrap().sign(Purpose::Unsubscribe, &[9]);
        let rotated = Keys::parse(&format!("{NEW},{OLD}")).unwrap();
        assert_eq!(rotated.verify(Purpose::Unsubscribe, &token), Some([9]));
        assert_eq!(Keys::parse(NEW).unwrap().verify::<1>(Purpose::Unsubscribe, &token), None);
    }

    #[test]
    fn a_short_secret_is_refused() {
        assert!(matches!(Keys::parse("short"), Err(SecretError::TooShort(1, 5))));
        assert!(matches!(Keys::parse(" , "), Err(SecretError::Empty)));
    }

    #[test]
    fn a_seed_repeats_its_bytes_in_order() {
        let (a, b) = (Random::seeded(1), Random::seeded(1));
        let first: [u8; 40] = a.bytes();
        assert_eq!(first, b.bytes::<40>());
        assert_ne!(first, a.bytes::<40>());
    }
}
