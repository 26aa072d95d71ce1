//! An email address, parsed once and then trusted. Two spellings of one mailbox compare equal. This room looks up no
//! domain and does not check whether a mailbox exists.

use std::fmt;

use crate::text;

/// Why a text is not an address. [`crate::field`] puts it into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    Empty,
    /// There is no @, or nothing before it.
    NoAt,
    /// The part before the @ is too long or has characters that it may not have.
    Local,
    /// The part after the @ is not a domain name, or the address is too long.
    Domain,
}

/// A mailbox. Identity is the normalised form: local part in lower case, domain as lower-case A-label.
#[derive(Clone, Debug)]
pub struct EmailAddress {
    normalised: String,
    envelope: String,
}

impl EmailAddress {
    /// Parses a submitted address. RFC 5321 section 4.5.3.1 gives the lengths. Quoted local parts, comments and address
    /// literals are refused, because no reader has one and much software mishandles them.
    pub fn parse(submitted: &str) -> Result<Self, AddressError> {
        let submitted = text::visible(submitted);
        let submitted = submitted.trim();
        if submitted.is_empty() {
            return Err(AddressError::Empty);
        }
        let (local, domain) = submitted.rsplit_once('@').ok_or(AddressError::NoAt)?;
        if !is_local_part(local) {
            return Err(if local.is_empty() { AddressError::NoAt } else { AddressError::Local });
        }
        let domain = a_label(domain).ok_or(AddressError::Domain)?;
        let normalised = format!("{}@{domain}", local.to_lowercase());
        if normalised.len() > 254 {
            return Err(AddressError::Domain);
        }
        Ok(Self { normalised, envelope: format!("{local}@{domain}") })
    }

    /// The address of a row with its [envelope form](Self::envelope): nothing is checked again.
    #[must_use]
    pub fn from_envelope(envelope: &str) -> Self {
        let (local, domain) = envelope.rsplit_once('@').unwrap_or((envelope, ""));
        Self { normalised: format!("{}@{domain}", local.to_lowercase()), envelope: envelope.to_owned() }
    }

    /// The identity, which is unique, searched and suppressed.
    #[must_use]
    pub fn normalised(&self) -> &str {
        &self.normalised
    }

    /// The form for the envelope and the To header: the local part as it was submitted.
    #[must_use]
    pub fn envelope(&self) -> &str {
        &self.envelope
    }

    /// The lower-case A-label domain.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.normalised.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// Enough of it for its owner to know it: the first letter and the domain.
    #[must_use]
    pub fn masked(&self) -> String {
        let first: String = self.envelope.chars().take(1).collect();
        format!("{first}…@{}", self.domain())
    }

    /// One key for all spellings that a large provider delivers to the same mailbox. It counts for limits, never for
    /// identity.
    #[must_use]
    pub fn limit_key(&self) -> String {
        let (local, domain) = self.normalised.rsplit_once('@').unwrap_or((&self.normalised, ""));
        let base = local.split_once('+').map_or(local, |(base, _)| if base.is_empty() { local } else { base });
        match domain {
            "gmail.com" | "googlemail.com" => format!("{}@gmail.com", base.replace('.', "")),
            _ => format!("{base}@{domain}"),
        }
    }
}

impl PartialEq for EmailAddress {
    fn eq(&self, other: &Self) -> bool {
        self.normalised == other.normalised
    }
}

impl Eq for EmailAddress {}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.envelope)
    }
}

/// A dot-atom (RFC 5322 section 3.2.3), with non-ASCII letters as in RFC 6531.
fn is_local_part(local: &str) -> bool {
    let is_atext = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c);
    let is_beyond = |c: char| !c.is_ascii() && c.is_alphanumeric();
    // An encoded-word (RFC 2047 section 2), which some mail readers decode into another address.
    let is_encoded = local.split_once("=?").is_some_and(|(_, rest)| rest.contains("?="));
    local.len() <= 64
        && !is_encoded
        && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(|c| is_atext(c) || is_beyond(c)))
}

/// The domain as lower-case A-label (UTS 46, strict), with a dot and a last label that is not a number.
fn a_label(domain: &str) -> Option<String> {
    let ascii = idna::domain_to_ascii_strict(domain).ok()?;
    let (_, last) = ascii.rsplit_once('.')?;
    let numeric = last.bytes().all(|byte| byte.is_ascii_digit());
    (!last.is_empty() && !numeric && ascii.len() <= 253).then_some(ascii)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_accepted_in_their_normal_form() {
        for (typed, normalised, envelope) in [
            ("  Ada@Example.ORG ", "ada@example.org", "Ada@example.org"),
            ("b@BÜCHER.example", "b@xn--bcher-kva.example", "b@xn--bcher-kva.example"),
            ("o'brien+news@mail.example.co.uk", "o'brien+news@mail.example.co.uk", "o'brien+news@mail.example.co.uk"),
            ("jörg@example.org", "jörg@example.org", "jörg@example.org"),
            // Copied from a web page or a contact list.
            ("\u{200b}ada@example.org\u{200e}", "ada@example.org", "ada@example.org"),
            ("\u{202a}ada@exam\u{ad}ple.org\u{202c}", "ada@example.org", "ada@example.org"),
        ] {
            let address = EmailAddress::parse(typed).unwrap();
            assert_eq!((address.normalised(), address.envelope()), (normalised, envelope));
            let kept = EmailAddress::from_envelope(address.envelope());
            assert_eq!((kept.normalised(), kept.envelope()), (normalised, envelope));
        }
    }

    #[test]
    fn an_address_that_cannot_be_mailed_is_refused() {
        let long = format!("{}@example.org", "a".repeat(65));
        for (typed, error) in [
            ("", AddressError::Empty),
            ("   ", AddressError::Empty),
            ("ada", AddressError::NoAt),
            ("@example.org", AddressError::NoAt),
            ("ada@", AddressError::Domain),
            ("ada@localhost", AddressError::Domain),
            ("ada@[127.0.0.1]", AddressError::Domain),
            ("ada@127.0.0.1", AddressError::Domain),
            ("ada@example..org", AddressError::Domain),
            ("ada@-example.org", AddressError::Domain),
            ("ada@exa mple.org", AddressError::Domain),
            ("ada lovelace@example.org", AddressError::Local),
            ("\"ada\"@example.org", AddressError::Local),
            (".ada@example.org", AddressError::Local),
            ("=?utf-8?q?ada?=@example.org", AddressError::Local),
            ("a=?utf-8?b?YQ==?=@example.org", AddressError::Local),
            ("ada\r\nBcc: x@example.org", AddressError::Local),
            ("ada@example.org\u{0}", AddressError::Domain),
            ("ada@example.org>", AddressError::Domain),
            (long.as_str(), AddressError::Local),
        ] {
            assert_eq!(EmailAddress::parse(typed).unwrap_err(), error, "{typed:?}");
        }
    }

    #[test]
    fn spellings_of_one_mailbox_share_a_limit_but_not_an_identity() {
        let plain = EmailAddress::parse("ada@gmail.com").unwrap();
        let dotted = EmailAddress::parse("A.d.a+x@googlemail.com").unwrap();
        assert_eq!(plain.limit_key(), dotted.limit_key());
        assert_ne!(plain, dotted);
        assert_eq!(EmailAddress::parse("a.b+c@example.org").unwrap().limit_key(), "a.b@example.org");
    }
}
