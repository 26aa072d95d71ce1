//! What a server offers in its answer to EHLO.

use lettre::transport::smtp::authentication::Mechanism;

/// The extensions that are used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Offers {
    pub pipelining: bool,
    pub starttls: bool,
    pub smtputf8: bool,
    /// The largest mail in bytes, if the server says so; 0 means no limit (RFC 1870 3).
    pub size: Option<u64>,
    pub auth: Vec<Mechanism>,
}

impl Offers {
    /// Parses the lines of the reply without their code; the first names the server.
    pub fn read<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let mut offers = Self::default();
        for line in lines.skip(1) {
            let line = line.to_ascii_uppercase();
            let mut words = line.split([' ', '=']).filter(|word| !word.is_empty());
            match words.next() {
                Some("PIPELINING") => offers.pipelining = true,
                Some("STARTTLS") => offers.starttls = true,
                Some("SMTPUTF8") => offers.smtputf8 = true,
                Some("SIZE") => offers.size = words.next().and_then(|size| size.parse().ok()).filter(|&size| size > 0),
                Some("AUTH") => offers.auth.extend(words.filter_map(mechanism)),
                _ => {}
            }
        }
        offers
    }
}

fn mechanism(word: &str) -> Option<Mechanism> {
    match word {
        "PLAIN" => Some(Mechanism::Plain),
        "LOGIN" => Some(Mechanism::Login),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_extensions_are_found_among_others() {
        let lines = ["STARTTLS.example", "PIPELINING", "size 1000", "AUTH=LOGIN", "AUTH CRAM-MD5 PLAIN", "X-Y"];
        let offers = Offers::read(lines.into_iter());
        let auth = vec![Mechanism::Login, Mechanism::Plain];
        let expected = Offers { pipelining: true, starttls: false, smtputf8: false, size: Some(1000), auth };
        assert_eq!(offers, expected);
        assert_eq!(Offers::read(["x", "SIZE", "SIZE 0"].into_iter()).size, None);
    }
}
