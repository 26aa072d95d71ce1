//! Which column of a file holds what, and the subscription that a row describes. It reads no file.

use std::net::IpAddr;

use super::cells::Cells;
use super::roles::Role;
use super::standing::Standing;
use super::times;
use super::tool::Tool;
use super::words::{self, normal};
use super::{Event, HeaderError, History, Reading, RefusalKind, Row};
use crate::delivery::SuppressionReason;
use crate::email_address::EmailAddress;
use crate::field::{FieldError, FieldErrorKind};
use crate::text;

/// Characters of a cell that a refusal repeats.
const SHOWN: usize = 60;

/// The columns that are read, by their places.
pub(super) struct Columns {
    pub tool: Tool,
    email: usize,
    name: Option<usize>,
    first_name: Option<usize>,
    last_name: Option<usize>,
    newsletter: Option<usize>,
    opted_in_at: Option<usize>,
    opted_in_from: Option<usize>,
    confirmed_at: Option<usize>,
    confirmed_from: Option<usize>,
    paused_until: Option<usize>,
    /// Every column that says something about the state, with its name.
    states: Vec<(usize, Role, String)>,
    /// What the file as a whole says about its readers.
    all: Standing,
    count: usize,
    /// The names of the other columns.
    pub unused: Vec<String>,
}

impl Columns {
    /// From the first record of a file.
    pub fn from_header(header: &Cells, reading: &Reading) -> Result<Self, HeaderError> {
        let names: Vec<&str> = header.iter().map(str::trim).collect();
        let ignored: Vec<String> = reading.ignored.iter().map(|name| normal(name)).collect();
        if let Some(missing) = ignored.iter().position(|name| !names.iter().any(|known| normal(known) == *name)) {
            return Err(HeaderError::NothingToIgnore(reading.ignored.get(missing).cloned().unwrap_or_default()));
        }
        let all: Vec<String> = names.iter().map(|name| normal(name)).collect();
        let tool = reading.from.unwrap_or_else(|| Tool::of(&all));
        let read: Vec<String> =
            all.into_iter().map(|name| if ignored.contains(&name) { String::new() } else { name }).collect();
        let roles: Vec<Role> = read.iter().map(|name| Role::of(tool, name)).collect();
        let find = |role: Role| roles.iter().position(|known| *known == role);
        let Some(email) = find(Role::Email) else { return Err(explain(&names)) };
        check_states(tool, &names, &read, &roles, &ignored)?;
        let mut columns = Self {
            tool,
            email,
            name: find(Role::Name),
            first_name: find(Role::FirstName),
            last_name: find(Role::LastName),
            newsletter: find(Role::Newsletter),
            opted_in_at: find(Role::OptedInAt),
            opted_in_from: find(Role::OptedInFrom),
            confirmed_at: find(Role::ConfirmedAt),
            confirmed_from: find(Role::ConfirmedFrom),
            paused_until: find(Role::PausedUntil),
            states: Vec::new(),
            all: tool.of_file(&read, &reading.file.to_lowercase()),
            count: names.len(),
            unused: Vec::new(),
        };
        for (at, (role, name)) in roles.iter().zip(&names).enumerate() {
            if role.says_state() {
                columns.states.push((at, *role, (*name).to_owned()));
            } else if !columns.reads(at) {
                columns.unused.push((*name).to_owned());
            }
        }
        Ok(columns)
    }

    fn reads(&self, at: usize) -> bool {
        let names = [self.name, self.first_name, self.last_name, self.newsletter];
        let times = [self.opted_in_at, self.opted_in_from, self.confirmed_at, self.confirmed_from, self.paused_until];
        at == self.email || names.iter().chain(&times).any(|place| *place == Some(at))
    }

    /// A subscription to the newsletter with this slug, as high as `highest` or lower.
    pub fn row(&self, cells: &Cells, slug: &str, highest: Standing) -> Result<Row, RefusalKind> {
        if (self.count..cells.len()).any(|at| !cells.get(at).trim().is_empty()) {
            return Err(RefusalKind::TooManyCells);
        }
        let address = EmailAddress::parse(cell(cells, self.email)).map_err(|error| refuse("email", error))?;
        let name = self.name(cells)?;
        let newsletter = optional(cells, self.newsletter);
        if !newsletter.is_empty() && newsletter != slug {
            return Err(RefusalKind::OtherNewsletter(text::clean_line(newsletter, SHOWN)));
        }
        let standing = self.standing(cells, highest.lower(self.all))?;
        let history = self.history(cells, standing).map(Box::new);
        Ok(Row { address, name, state: standing.state, history })
    }

    /// The name, or first and last name joined.
    fn name(&self, cells: &Cells) -> Result<String, RefusalKind> {
        let whole = optional(cells, self.name);
        let joined = if whole.is_empty() {
            [self.first_name, self.last_name].map(|place| optional(cells, place)).join(" ")
        } else {
            whole.to_owned()
        };
        text::single_line(&joined, text::NAME).map_err(|error| refuse("name", error))
    }

    /// The lowest standing that a column gives.
    fn standing(&self, cells: &Cells, highest: Standing) -> Result<Standing, RefusalKind> {
        self.states.iter().try_fold(highest, |standing, (at, role, name)| {
            let cell = cell(cells, *at).trim();
            let unclear = || RefusalKind::State { column: name.clone(), value: text::clean_line(cell, SHOWN) };
            let found = self.one_standing(*role, cell).ok_or_else(unclear)?;
            Ok(standing.lower(found))
        })
    }

    /// What a cell says; `None` where that is not understood.
    fn one_standing(&self, role: Role, cell: &str) -> Option<Standing> {
        match role {
            Role::State if cell.is_empty() => (!self.tool.always_says_the_state()).then_some(Standing::CONFIRMED),
            Role::State => words::standing(self.tool, cell),
            Role::Suppressed => suppressed(cell),
            Role::Left(_) if cell.is_empty() || words::yes_or_no(cell) == Some(false) => Some(Standing::CONFIRMED),
            Role::Left(left) => Some(left),
            Role::Flag { yes, no } => match words::yes_or_no(cell) {
                Some(flag) => Some(if flag { yes } else { no }),
                // The time since when it is so.
                None if times::read(cell).is_some() => Some(yes),
                None => words::standing(self.tool, cell),
            },
            _ => Some(Standing::CONFIRMED),
        }
    }

    /// When and from where the reader opted in, confirmed and left; `None` if the file says nothing about it.
    fn history(&self, cells: &Cells, standing: Standing) -> Option<History> {
        let time = |place: Option<usize>| times::read(optional(cells, place));
        let client = |place: Option<usize>| {
            let address: Option<IpAddr> = optional(cells, place).parse().ok();
            address.map(|address| address.to_string()).unwrap_or_default()
        };
        let event = |at: Option<usize>, from: Option<usize>| time(at).map(|at| Event { at, client: client(from) });
        let left = |(at, role, _): &(usize, Role, String)| match role {
            Role::Left(_) => time(Some(*at)),
            _ => None,
        };
        let history = History {
            suppression: standing.suppression,
            opted_in: event(self.opted_in_at, self.opted_in_from),
            confirmed: event(self.confirmed_at, self.confirmed_from),
            left_at: self.states.iter().find_map(left),
            paused_until: time(self.paused_until),
        };
        (history != History::default()).then_some(history)
    }
}

/// A cell without the apostrophe that protects it from being read as a formula.
fn cell<'a>(cells: &Cells<'a>, at: usize) -> &'a str {
    text::csv_plain(cells.get(at))
}

fn optional<'a>(cells: &Cells<'a>, at: Option<usize>) -> &'a str {
    at.map(|at| cell(cells, at)).unwrap_or_default().trim()
}

fn refuse(field: &'static str, kind: impl Into<FieldErrorKind>) -> RefusalKind {
    RefusalKind::Field(FieldError::new(field, kind))
}

/// The reason of a suppression in an export of Tidings, or a flag.
fn suppressed(cell: &str) -> Option<Standing> {
    let reason =
        SuppressionReason::parse(cell).map(|reason| Standing { suppression: Some(reason), ..Standing::CONFIRMED });
    let flag = || words::yes_or_no(cell).map(|flag| if flag { Standing::BLOCKED } else { Standing::CONFIRMED });
    reason.or_else(flag)
}

/// Whether it is clear who may be mailed.
fn check_states(
    tool: Tool,
    names: &[&str],
    read: &[String],
    roles: &[Role],
    ignored: &[String],
) -> Result<(), HeaderError> {
    let unclear = roles.iter().zip(names).filter(|(role, _)| **role == Role::Unclear);
    let unclear: Vec<String> = unclear.map(|(_, name)| (*name).to_owned()).collect();
    if !unclear.is_empty() {
        return Err(HeaderError::UnclearState(unclear));
    }
    let needed = tool.states();
    let is_there = |name: &&&str| read.iter().chain(ignored).any(|known| known == **name);
    if needed.is_empty() || needed.iter().any(|name| is_there(&name)) {
        return Ok(());
    }
    Err(HeaderError::NoState { tool, column: needed.first().copied().unwrap_or_default() })
}

/// What is wrong with a header that has no column of addresses.
fn explain(names: &[&str]) -> HeaderError {
    let is_address = |name: &&&str| normal(name) == "address";
    if let Some(name) = names.iter().find(is_address) {
        return HeaderError::Synonym((*name).to_owned());
    }
    if names.iter().any(|name| name.contains('@')) { HeaderError::NoHeader } else { HeaderError::NoEmail }
}

#[cfg(test)]
mod tests {
    use super::super::cells::CellReader;
    use super::*;
    use crate::subscriber::SubscriptionState::{Confirmed, Pending, Unsubscribed};

    fn read(header: &str, reading: &Reading) -> Result<Columns, HeaderError> {
        let mut reader = CellReader::new(b',');
        Columns::from_header(&reader.read(header.as_bytes()).unwrap(), reading)
    }

    fn columns(header: &str) -> Columns {
        read(header, &Reading::default()).unwrap()
    }

    fn ignoring(names: &[&str]) -> Reading {
        Reading { ignored: names.iter().map(|name| (*name).to_owned()).collect(), ..Reading::default() }
    }

    fn row(columns: &Columns, line: &str, highest: Standing) -> Result<Row, RefusalKind> {
        let mut reader = CellReader::new(b',');
        columns.row(&reader.read(line.as_bytes()).unwrap(), "morning", highest)
    }

    #[test]
    fn a_header_without_addresses_is_explained() {
        for (header, expected) in [
            ("Address,name\n", HeaderError::Synonym("Address".to_owned())),
            ("ann@example.org,Ann\n", HeaderError::NoHeader),
            ("first,last\n", HeaderError::NoEmail),
        ] {
            assert_eq!(read(header, &Reading::default()).err(), Some(expected), "{header:?}");
        }
    }

    #[test]
    fn a_column_that_looks_like_a_state_is_understood_or_ignored() {
        let unclear = |names: &[&str]| HeaderError::UnclearState(names.iter().map(|name| (*name).to_owned()).collect());
        let no_state = HeaderError::NoState { tool: Tool::Keila, column: "status" };
        let header = "email,Patron Status,Mailing opted out\n";
        let keila = "Email,First name,Last name,Data\n";
        for (header, reading, expected) in [
            (header, Reading::default(), Some(unclear(&["Patron Status", "Mailing opted out"]))),
            (header, ignoring(&["patron_status"]), Some(unclear(&["Mailing opted out"]))),
            (header, ignoring(&["Patron Status", "Mailing opted out"]), None),
            (header, ignoring(&["city"]), Some(HeaderError::NothingToIgnore("city".to_owned()))),
            (keila, Reading::default(), Some(no_state)),
            (keila, Reading { from: Some(Tool::Csv), ..Reading::default() }, None),
            (
                "email,name\n",
                Reading { from: Some(Tool::Ghost), ..Reading::default() },
                Some(HeaderError::NoState { tool: Tool::Ghost, column: "subscribed to emails" }),
            ),
        ] {
            assert_eq!(read(header, &reading).err(), expected, "{header:?} {reading:?}");
        }
    }

    #[test]
    fn a_row_never_raises_the_state() {
        let columns = columns("\u{feff}Email, name ,STATE,city\n");
        assert_eq!(columns.unused, ["city"]);
        for (line, highest, expected) in [
            ("a@example.org,Ann\n", Confirmed, Confirmed),
            ("a@example.org,Ann,confirmed\n", Confirmed, Confirmed),
            ("a@example.org,Ann,confirmed\n", Pending, Pending),
            ("a@example.org,Ann, Pending \n", Confirmed, Pending),
            ("a@example.org,Ann,unsubscribed\n", Confirmed, Unsubscribed),
            ("a@example.org,Ann,unsubscribed\n", Pending, Unsubscribed),
        ] {
            let row = row(&columns, line, highest.into()).unwrap();
            assert_eq!((row.state, row.name.as_str()), (expected, "Ann"), "{line:?} {highest}");
        }
        let unclear = RefusalKind::State { column: "STATE".to_owned(), value: "maybe".to_owned() };
        assert_eq!(row(&columns, "a@example.org,Ann,maybe\n", Standing::CONFIRMED).err(), Some(unclear));
        let shifted = row(&columns, "a@example.org,Smith, Ann,unsubscribed,Oslo\n", Standing::CONFIRMED);
        assert_eq!(shifted.err(), Some(RefusalKind::TooManyCells));
        let Err(RefusalKind::Field(error)) = row(&columns, "nobody\n", Standing::CONFIRMED) else { panic!() };
        assert_eq!(error.field, "email");
    }

    /// Each of these exports came in with everybody confirmed.
    #[test]
    fn who_left_another_program_is_not_confirmed() {
        let listmonk = "uuid,email,name,attributes,status,created_at,updated_at\n";
        let substack = "email,active_subscription,expiry,email_disabled,created_at\n";
        let ghost =
            "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at\n";
        let mailchimp = "Email Address,First Name,OPTIN_TIME,UNSUB_TIME,LEID,EUID\n";
        let cleaned = "Email Address,First Name,OPTIN_TIME,CLEAN_TIME,LEID,EUID\n";
        let keila = "Email,First name,Last name,Data,Status\n";
        let ours = "email,name,newsletter,state,since,suppressed\n";
        for (header, line, expected) in [
            (listmonk, "u,a@example.org,Ann,{},enabled,,\n", Standing::CONFIRMED),
            (listmonk, "u,a@example.org,Ann,{},disabled,,\n", Standing::UNSUBSCRIBED),
            (listmonk, "u,a@example.org,Ann,{},blocklisted,,\n", Standing::BLOCKED),
            (substack, "a@example.org,false,,false,\n", Standing::CONFIRMED),
            (substack, "a@example.org,true,,true,\n", Standing::UNSUBSCRIBED),
            (ghost, "1,a@example.org,Ann,,true,false,,,\n", Standing::CONFIRMED),
            (ghost, "1,a@example.org,Ann,,false,false,,,\n", Standing::UNSUBSCRIBED),
            (ghost, "1,a@example.org,Ann,,true,false,,,2024-01-01T00:00:00.000Z\n", Standing::UNSUBSCRIBED),
            (mailchimp, "a@example.org,Ann,,2024-01-01 00:00:00,1,2\n", Standing::UNSUBSCRIBED),
            (cleaned, "a@example.org,Ann,,2024-01-01 00:00:00,1,2\n", Standing::BOUNCED),
            (keila, "a@example.org,Ann,Lee,,unreachable\n", Standing::BOUNCED),
            ("Email,Status,Created At,Subscription Tier\n", "a@example.org,inactive,,free\n", Standing::UNSUBSCRIBED),
            ("email_address,type,metadata\n", "a@example.org,unsubscribed,{}\n", Standing::UNSUBSCRIBED),
            ("email,unsubscribed\n", "a@example.org,yes\n", Standing::UNSUBSCRIBED),
            ("email,confirmed\n", "a@example.org,0\n", Standing::PENDING),
            ("email,subscribed\n", "a@example.org,2024-01-01 00:00:00\n", Standing::CONFIRMED),
            (ours, "a@example.org,Ann,,unsubscribed,,complaint\n", Standing::COMPLAINED),
            (ours, "a@example.org,Ann,,confirmed,,\n", Standing::CONFIRMED),
        ] {
            let row = row(&columns(header), line, Standing::CONFIRMED).unwrap();
            let suppression = row.history.and_then(|history| history.suppression);
            assert_eq!(Standing { state: row.state, suppression }, expected, "{header} {line}");
        }
        let cut_off = row(&columns(listmonk), "u,a@example.org\n", Standing::CONFIRMED);
        assert!(matches!(cut_off, Err(RefusalKind::State { .. })), "{cut_off:?}");
    }

    #[test]
    fn names_are_joined_and_the_history_is_kept() {
        let header = "Email Address,First Name,Last Name,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID\n";
        let line = "a@example.org,Ann,Lee,2018-06-12 07:53:28,192.0.2.7,2018-06-12 08:00:00,::1,1,2\n";
        let found = row(&columns(header), line, Standing::CONFIRMED).unwrap();
        let event = |at: &str, client: &str| Some(Event { at: at.parse().unwrap(), client: client.to_owned() });
        let history = History {
            opted_in: event("2018-06-12T07:53:28Z", "192.0.2.7"),
            confirmed: event("2018-06-12T08:00:00Z", "::1"),
            ..History::default()
        };
        assert_eq!((found.name.as_str(), found.history), ("Ann Lee", Some(Box::new(history))));
        let plain = row(&columns("email,first name,last name\n"), "a@example.org,,Lee\n", Standing::CONFIRMED).unwrap();
        assert_eq!((plain.name.as_str(), plain.history), ("Lee", None));
    }

    /// An export of all newsletters, imported for one, subscribed everybody to that one.
    #[test]
    fn a_row_of_another_newsletter_is_refused() {
        let columns = columns("email,newsletter\n");
        for (slug, expected) in
            [("morning", None), ("", None), ("evening", Some(RefusalKind::OtherNewsletter("evening".to_owned())))]
        {
            assert_eq!(
                row(&columns, &format!("a@example.org,{slug}\n"), Standing::CONFIRMED).err(),
                expected,
                "{slug}"
            );
        }
    }
}
