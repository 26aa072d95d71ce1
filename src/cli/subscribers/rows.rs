//! The records of a CSV file of readers as entries. It opens no file and keeps nothing.

use anyhow::{Context, bail};

use crate::email_address::EmailAddress;
use crate::subscriber::SubscriptionState;
use crate::subscriber::roll::Entry;
use crate::text;

/// What other programs call the address.
const SYNONYMS: [&str; 6] = ["e-mail", "mail", "email address", "email_address", "e-mail address", "address"];

/// Which columns a file has.
pub struct Columns {
    email: usize,
    name: Option<usize>,
    state: Option<usize>,
    newsletter: Option<usize>,
    /// Columns that are not read.
    pub others: Vec<String>,
}

impl Columns {
    /// From the first line, with or without the byte order mark that spreadsheets write.
    pub fn find(line: &[u8]) -> anyhow::Result<Self> {
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        let headers = record(line).map_err(anyhow::Error::msg).context("line 1")?.unwrap_or_default();
        let headers: Vec<&str> = headers.iter().map(str::trim).collect();
        let at = |wanted: &str| headers.iter().position(|header| header.eq_ignore_ascii_case(wanted));
        let Some(email) = at("email") else { bail!("the file has no column \"email\": {}", hint(&headers)) };
        let (name, state, newsletter) = (at("name"), at("state"), at("newsletter"));
        let used = |at: usize| [Some(email), name, state, newsletter].contains(&Some(at));
        let others = headers.iter().enumerate().filter(|(at, _)| !used(*at)).map(|(_, &name)| name.to_owned());
        Ok(Self { email, name, state, newsletter, others: others.collect() })
    }

    /// A reader of the newsletter `slug` and what they are, at most `given`; nothing for an empty record.
    pub fn read(
        &self,
        bytes: &[u8],
        slug: &str,
        given: SubscriptionState,
    ) -> Result<Option<(SubscriptionState, Entry)>, String> {
        let Some(record) = record(bytes)? else { return Ok(None) };
        let cell = |at: usize| text::csv_plain(record.get(at).unwrap_or_default());
        let address = EmailAddress::parse(cell(self.email)).map_err(|error| error.to_string())?;
        let name = self.name.map(cell).unwrap_or_default();
        let name = text::single_line(name, text::NAME).map_err(|error| error.to_string())?;
        let newsletter = self.newsletter.map(cell).unwrap_or_default().trim();
        if !newsletter.is_empty() && newsletter != slug {
            return Err(format!(
                "This is a reader of \"{}\", who has not agreed to this one.",
                text::clean_line(newsletter, 60)
            ));
        }
        let state = lower(given, self.state.map(cell).unwrap_or_default())?;
        Ok(Some((state, Entry { address, name })))
    }
}

/// What to do about a first line that names no address.
fn hint(headers: &[&str]) -> String {
    if let Some(separator) = [';', '\t', '|'].iter().find(|&&c| headers.iter().any(|header| header.contains(c))) {
        return format!("its columns seem to be separated by {separator:?}; save it with commas");
    }
    if let Some(near) = headers.iter().find(|header| SYNONYMS.contains(&header.to_ascii_lowercase().as_str())) {
        return format!("call the column \"{near}\" so");
    }
    if headers.iter().any(|header| header.contains('@')) {
        return "its first line is a reader already; put the line \"email,name\" above".to_owned();
    }
    "its first line must name the columns".to_owned()
}

/// The state of a row: what its cell says where that is less than what was given.
fn lower(given: SubscriptionState, cell: &str) -> Result<SubscriptionState, String> {
    use SubscriptionState::{Confirmed, Pending, Unsubscribed};
    let word = cell.trim().to_ascii_lowercase();
    match (SubscriptionState::parse(&word), given) {
        _ if word.is_empty() => Ok(given),
        (None, _) => Err("The state is none of confirmed, pending and unsubscribed.".to_owned()),
        (Some(Unsubscribed), _) | (_, Unsubscribed) => Ok(Unsubscribed),
        (Some(Pending), _) | (_, Pending) => Ok(Pending),
        (Some(Confirmed), Confirmed) => Ok(Confirmed),
    }
}

/// The cells of a record; none when it is an empty line.
fn record(line: &[u8]) -> Result<Option<csv::StringRecord>, String> {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return Ok(None);
    }
    // What stands behind the line is a record of its own only if the line has ended.
    let bytes = [line, b"\n-\n"].concat();
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.flexible(true).has_headers(false).buffer_capacity(bytes.len());
    let reader = builder.from_reader(bytes.as_slice());
    let records: Result<Vec<csv::StringRecord>, csv::Error> = reader.into_records().collect();
    let Ok(records) = records else { return Err("The line is not UTF-8; save the file as UTF-8.".to_owned()) };
    match records.len() {
        0 | 1 => Err("A quoted cell does not end.".to_owned()),
        2 => Ok(records.into_iter().next()),
        _ => Err("There is a line break (CR) within the line; save the file with LF or CRLF.".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use SubscriptionState::{Confirmed, Pending, Unsubscribed};

    #[test]
    fn a_file_without_addresses_is_told_what_to_change() {
        for (line, words) in [
            ("email;name", "separated by ';'"),
            ("email\tname", "separated by '\\t'"),
            ("E-Mail,name", "call the column \"E-Mail\" so"),
            ("ann@example.org,Ann", "put the line \"email,name\" above"),
            ("first,last", "must name the columns"),
            ("", "must name the columns"),
            ("email,\"name", "does not end"),
            ("email,name\rann@example.org,Ann", "CR"),
        ] {
            let error = Columns::find(line.as_bytes()).err().unwrap();
            assert!(format!("{error:#}").contains(words), "{line:?}: {error:#}");
        }
    }

    #[test]
    fn a_row_is_a_line_and_its_state_is_never_raised() {
        let columns = Columns::find("\u{feff}Email, name ,STATE,city\r\n".as_bytes()).unwrap();
        assert_eq!(columns.others, ["city"]);
        let read = |line: &str, given| {
            columns.read(line.as_bytes(), "morning", given).map(|row| row.map(|(state, entry)| (state, entry.name)))
        };
        for (line, given, expected) in [
            ("a@example.org,Ann", Confirmed, Confirmed),
            ("a@example.org,Ann,confirmed", Confirmed, Confirmed),
            ("a@example.org,Ann,confirmed", Pending, Pending),
            ("a@example.org,Ann, Pending ", Confirmed, Pending),
            ("a@example.org,Ann,unsubscribed", Confirmed, Unsubscribed),
            ("a@example.org,Ann,unsubscribed\r\n", Pending, Unsubscribed),
        ] {
            assert_eq!(read(line, given), Ok(Some((expected, "Ann".to_owned()))), "{line:?} {given}");
        }
        assert_eq!(read("\r\n", Confirmed), Ok(None));
        assert_eq!(read("a@example.org,\"A \"\"B\"\", C\"\n", Pending), Ok(Some((Pending, "A \"B\", C".to_owned()))));
        for line in ["a@example.org,\"Ann\n", "a@example.org,Ann,maybe", "nobody", "a@example.org,A\rb@example.org,B"] {
            assert!(read(line, Confirmed).is_err(), "{line:?}");
        }
        assert!(columns.read(b"a@example.org,Ren\xe9", "morning", Confirmed).unwrap_err().contains("UTF-8"));
    }

    /// An export of all newsletters that was imported for one made its readers of all.
    #[test]
    fn a_reader_of_another_newsletter_is_not_one_of_this() {
        let columns = Columns::find(b"email,newsletter").unwrap();
        for (slug, taken) in [("morning", true), ("", true), ("evening", false)] {
            let line = format!("a@example.org,{slug}");
            assert_eq!(columns.read(line.as_bytes(), "morning", Confirmed).is_ok(), taken, "{slug}");
        }
    }
}
