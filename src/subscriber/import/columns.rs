//! Which column of a file holds what, and the subscription that a row describes. It reads no file.

use super::cells::Cells;
use super::{HeaderError, RefusalKind, Row};
use crate::email_address::EmailAddress;
use crate::field::{FieldError, FieldErrorKind};
use crate::subscriber::SubscriptionState;
use crate::text;

/// What other programs call the column of addresses.
const SYNONYMS: [&str; 6] = ["e-mail", "mail", "email address", "email_address", "e-mail address", "address"];
/// Characters of another newsletter's slug that a refusal repeats.
const SLUG_SHOWN: usize = 60;

/// The columns that are read, by their places.
pub(super) struct Columns {
    email: usize,
    name: Option<usize>,
    state: Option<usize>,
    newsletter: Option<usize>,
    /// The names of the other columns.
    pub unused: Vec<String>,
}

impl Columns {
    /// From the first record of a file.
    pub fn from_header(header: &Cells) -> Result<Self, HeaderError> {
        let names: Vec<&str> = header.iter().map(str::trim).collect();
        let find = |name: &str| names.iter().position(|found| found.eq_ignore_ascii_case(name));
        let Some(email) = find("email") else { return Err(explain(&names)) };
        let (name, state, newsletter) = (find("name"), find("state"), find("newsletter"));
        let is_used = |at: usize| [Some(email), name, state, newsletter].contains(&Some(at));
        let unused = names.iter().enumerate().filter(|(at, _)| !is_used(*at)).map(|(_, &name)| name.to_owned());
        Ok(Self { email, name, state, newsletter, unused: unused.collect() })
    }

    /// A subscription to the newsletter with this slug, in `highest` or a lower state.
    pub fn row(&self, cells: &Cells, slug: &str, highest: SubscriptionState) -> Result<Row, RefusalKind> {
        let cell = |at: usize| text::csv_plain(cells.get(at));
        let address = EmailAddress::parse(cell(self.email)).map_err(|error| refuse("email", error))?;
        let name = self.name.map(cell).unwrap_or_default();
        let name = text::single_line(name, text::NAME).map_err(|error| refuse("name", error))?;
        let newsletter = self.newsletter.map(cell).unwrap_or_default().trim();
        if !newsletter.is_empty() && newsletter != slug {
            return Err(RefusalKind::OtherNewsletter(text::clean_line(newsletter, SLUG_SHOWN)));
        }
        let state = lower(highest, self.state.map(cell).unwrap_or_default())?;
        Ok(Row { address, name, state })
    }
}

fn refuse(field: &'static str, kind: impl Into<FieldErrorKind>) -> RefusalKind {
    RefusalKind::Field(FieldError::new(field, kind))
}

/// What is wrong with a header that has no column "email".
fn explain(names: &[&str]) -> HeaderError {
    let is_separator = |c: &&char| names.iter().any(|name| name.contains(**c));
    let is_synonym = |name: &&&str| SYNONYMS.contains(&name.to_ascii_lowercase().as_str());
    if let Some(separator) = [';', '\t', '|'].iter().find(is_separator) {
        return HeaderError::Separator(*separator);
    }
    if let Some(name) = names.iter().find(is_synonym) {
        return HeaderError::Synonym((*name).to_owned());
    }
    if names.iter().any(|name| name.contains('@')) { HeaderError::NoHeader } else { HeaderError::NoEmail }
}

/// The state of a row: its cell's where that is lower than `highest`.
fn lower(highest: SubscriptionState, cell: &str) -> Result<SubscriptionState, RefusalKind> {
    use SubscriptionState::{Confirmed, Pending, Unsubscribed};
    let word = cell.trim().to_ascii_lowercase();
    if word.is_empty() {
        return Ok(highest);
    }
    match (SubscriptionState::parse(&word), highest) {
        (None, _) => {
            let words = SubscriptionState::ALL.iter().map(ToString::to_string).collect();
            Err(refuse("state", FieldErrorKind::NotOneOf { words }))
        }
        (Some(Unsubscribed), _) | (_, Unsubscribed) => Ok(Unsubscribed),
        (Some(Pending), _) | (_, Pending) => Ok(Pending),
        (Some(Confirmed), Confirmed) => Ok(Confirmed),
    }
}

#[cfg(test)]
mod tests {
    use super::super::cells::CellReader;
    use super::*;
    use SubscriptionState::{Confirmed, Pending, Unsubscribed};

    fn columns(header: &str) -> Result<Columns, HeaderError> {
        let mut reader = CellReader::new();
        Columns::from_header(&reader.read(header.as_bytes()).unwrap())
    }

    fn row(columns: &Columns, line: &str, highest: SubscriptionState) -> Result<Row, RefusalKind> {
        let mut reader = CellReader::new();
        columns.row(&reader.read(line.as_bytes()).unwrap(), "morning", highest)
    }

    #[test]
    fn a_header_without_addresses_is_explained() {
        for (header, expected) in [
            ("email;name\n", HeaderError::Separator(';')),
            ("email\tname\n", HeaderError::Separator('\t')),
            ("E-Mail,name\n", HeaderError::Synonym("E-Mail".to_owned())),
            ("ann@example.org,Ann\n", HeaderError::NoHeader),
            ("first,last\n", HeaderError::NoEmail),
        ] {
            assert_eq!(columns(header).err(), Some(expected), "{header:?}");
        }
    }

    #[test]
    fn a_row_never_raises_the_state() {
        let columns = columns("\u{feff}Email, name ,STATE,city\n").unwrap();
        assert_eq!(columns.unused, ["city"]);
        for (line, highest, expected) in [
            ("a@example.org,Ann\n", Confirmed, Confirmed),
            ("a@example.org,Ann,confirmed\n", Confirmed, Confirmed),
            ("a@example.org,Ann,confirmed\n", Pending, Pending),
            ("a@example.org,Ann, Pending \n", Confirmed, Pending),
            ("a@example.org,Ann,unsubscribed\n", Confirmed, Unsubscribed),
            ("a@example.org,Ann,unsubscribed\n", Pending, Unsubscribed),
        ] {
            let row = row(&columns, line, highest).unwrap();
            assert_eq!((row.state, row.name.as_str()), (expected, "Ann"), "{line:?} {highest}");
        }
        for (line, expected) in [("a@example.org,Ann,maybe\n", "state"), ("nobody\n", "email")] {
            let Err(RefusalKind::Field(error)) = row(&columns, line, Confirmed) else { panic!("{line:?}") };
            assert_eq!(error.field, expected, "{line:?}");
        }
    }

    /// An export of all newsletters, imported for one, subscribed everybody to that one.
    #[test]
    fn a_row_of_another_newsletter_is_refused() {
        let columns = columns("email,newsletter\n").unwrap();
        for (slug, expected) in
            [("morning", None), ("", None), ("evening", Some(RefusalKind::OtherNewsletter("evening".to_owned())))]
        {
            assert_eq!(row(&columns, &format!("a@example.org,{slug}\n"), Confirmed).err(), expected, "{slug}");
        }
    }
}
