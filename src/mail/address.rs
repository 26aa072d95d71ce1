//! Addresses that are safe in a header and in an envelope.
//!
//! Whether an address may sign up is decided elsewhere. Here the domain is an A-label already, and the only question is
//! whether a byte could end a line, a path or a header (RFC 5321 4.1.2).

use lettre::Address;

use crate::mail::header;

/// Longest local part in octets (RFC 5321 4.5.3.1.1).
const LOCAL_MAX: usize = 64;
/// Longest domain in octets (RFC 5321 4.5.3.1.2).
const DOMAIN_MAX: usize = 255;

/// Why an address cannot be written into a mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressError {
    NoAt,
    /// The part before the @ is empty, longer than 64 bytes or has a character that is not allowed.
    LocalPart,
    /// The part after the @ is not a domain name in ASCII form.
    Domain,
}

impl AddressError {
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoAt => "no-at",
            Self::LocalPart => "local-part",
            Self::Domain => "domain",
        }
    }
}

/// A sender or recipient in a header: `Name <local@domain>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailbox {
    name: Option<String>,
    address: String,
}

impl Mailbox {
    /// Removes control and bidi characters from `name`; an empty name counts as none. `address` must be safe as it is.
    pub fn new(name: Option<&str>, address: &str) -> Result<Self, AddressError> {
        check_address(address)?;
        let name = name.map(header::harmless).filter(|name| !name.is_empty());
        Ok(Self { name, address: address.to_owned() })
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.name.as_deref()
    }

    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// The SMTP envelope of one delivery: the return path and the recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Envelope {
    pub(super) return_path: Option<Address>,
    pub(super) recipient: Address,
}

impl Envelope {
    /// An empty `return_path` is the null sender, for mails that nobody may answer (RFC 5321 4.5.5).
    pub fn new(return_path: &str, recipient: &str) -> Result<Self, AddressError> {
        let return_path = if return_path.is_empty() { None } else { Some(checked(return_path)?) };
        Ok(Self { return_path, recipient: checked(recipient)? })
    }

    #[must_use]
    pub fn return_path(&self) -> &str {
        self.return_path.as_ref().map_or("", AsRef::<str>::as_ref)
    }

    #[must_use]
    pub fn recipient(&self) -> &str {
        self.recipient.as_ref()
    }

    /// Whether it requires SMTPUTF8 (RFC 6531 3.2).
    #[must_use]
    pub fn needs_smtputf8(&self) -> bool {
        !self.return_path().is_ascii() || !self.recipient().is_ascii()
    }
}

/// lettre's own check refuses addresses that exist, such as one with two dots in a row, and accepts bidi controls, so
/// it is not used.
fn checked(address: &str) -> Result<Address, AddressError> {
    check_address(address)?;
    let (local, domain) = address.rsplit_once('@').ok_or(AddressError::NoAt)?;
    Ok(Address::new_dangerous(local, domain))
}

/// Whether the address can stand between `<` and `>` in an envelope and in a header.
pub fn check_address(address: &str) -> Result<(), AddressError> {
    let (local, domain) = address.rsplit_once('@').ok_or(AddressError::NoAt)?;
    if local.is_empty() || local.len() > LOCAL_MAX || !is_safe_local(local) {
        return Err(AddressError::LocalPart);
    }
    if is_safe_domain(domain) { Ok(()) } else { Err(AddressError::Domain) }
}

fn is_safe_local(local: &str) -> bool {
    match local.strip_prefix('"') {
        Some(rest) => rest.strip_suffix('"').is_some_and(is_safe_quoted),
        None => local.chars().all(|c| c == '.' || header::is_atext(c) || is_safe_unicode(c)),
    }
}

/// The content of a quoted local part: quotes and backslashes only after a backslash (RFC 5321 4.1.2).
fn is_safe_quoted(inside: &str) -> bool {
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        let c = match c {
            '"' => return false,
            '\\' => match chars.next() {
                Some(escaped) => escaped,
                None => return false,
            },
            c => c,
        };
        if !(c == ' ' || c.is_ascii_graphic() || is_safe_unicode(c)) {
            return false;
        }
    }
    true
}

fn is_safe_unicode(c: char) -> bool {
    !c.is_ascii() && !c.is_whitespace() && !header::is_harmful(c)
}

fn is_safe_domain(domain: &str) -> bool {
    let is_label_char = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    domain.len() <= DOMAIN_MAX && domain.split('.').all(|label| !label.is_empty() && label.chars().all(is_label_char))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_could_leave_its_brackets_is_refused() {
        let cases = [
            ("a@example.org", Ok(())),
            ("a.b+c=d@example.org", Ok(())),
            ("a@localhost", Ok(())),
            ("jörg@xn--bcher-kva.example", Ok(())),
            ("\"a b\"@example.org", Ok(())),
            ("\"a\\\"b\"@example.org", Ok(())),
            ("a", Err(AddressError::NoAt)),
            ("@example.org", Err(AddressError::LocalPart)),
            ("a b@example.org", Err(AddressError::LocalPart)),
            ("a>b@example.org", Err(AddressError::LocalPart)),
            ("a\r\nRCPT TO:<x@example.org", Err(AddressError::LocalPart)),
            ("a\0@example.org", Err(AddressError::LocalPart)),
            ("a\u{202e}@example.org", Err(AddressError::LocalPart)),
            ("a\u{2028}@example.org", Err(AddressError::LocalPart)),
            ("\"a\"b\"@example.org", Err(AddressError::LocalPart)),
            ("\"a\\\"@example.org", Err(AddressError::LocalPart)),
            ("\"a\r\n\"@example.org", Err(AddressError::LocalPart)),
            ("a@", Err(AddressError::Domain)),
            ("a@example..org", Err(AddressError::Domain)),
            ("a@bücher.example", Err(AddressError::Domain)),
            ("a@example.org> SIZE=1", Err(AddressError::Domain)),
            ("a@example.org\n", Err(AddressError::Domain)),
        ];
        for (address, expected) in cases {
            assert_eq!(check_address(address), expected, "{address:?}");
            assert_eq!(Envelope::new("", address).is_ok(), expected.is_ok(), "{address:?}");
            assert_eq!(Mailbox::new(None, address).is_ok(), expected.is_ok(), "{address:?}");
        }
        let local = "a".repeat(65);
        assert_eq!(check_address(&format!("{local}@example.org")), Err(AddressError::LocalPart));
        assert_eq!(check_address(&format!("a@{}org", "ab.".repeat(90))), Err(AddressError::Domain));
    }

    #[test]
    fn characters_that_could_break_a_header_are_removed_from_a_name() {
        let mailbox = Mailbox::new(Some("Ann\r\nBcc: x\u{202e}@y\0"), "a@example.org").unwrap();
        assert_eq!(mailbox.name(), Some("Ann  Bcc: x@y"));
        assert_eq!(Mailbox::new(Some(" \r\n"), "a@example.org").unwrap().name(), None);
    }
}
