//! Whether a test mail may be sent: an editor, or whoever has a leaked key, chooses the address and in part the text, and
//! the mail comes from the publisher.

use super::queries;
use crate::account;
use crate::actor::Actor;
use crate::clock::{HOUR, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::{self, suppression};
use crate::email_address::EmailAddress;
use crate::guard::limits::{self, Rule};
use crate::locale::{Locale, said_error};
use crate::newsletter;
use crate::subscriber::SubscriptionState;
use crate::token::{Random, keyed_hash};

/// Test mails of a user or an API key.
const BY_SENDER: Rule = Rule::new(20, HOUR);

/// Why a test mail is refused.
#[derive(Debug)]
pub enum TestMailError {
    /// The address is suppressed.
    Suppressed,
    /// The user or the key has sent too many.
    TooMany,
    /// A stranger's address, which has been mailed as often as strangers may be.
    Stranger,
    Db(db::Error),
}

impl TestMailError {
    /// The key of its text.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Suppressed => "test-mail-suppressed",
            Self::TooMany => "test-mail-too-many",
            Self::Stranger => "test-mail-stranger",
            Self::Db(_) => "digest-error-database",
        }
    }

    #[must_use]
    pub fn said(&self, locale: &Locale) -> String {
        match self {
            Self::Db(error) => locale.t1(self.key(), "reason", error.to_string()),
            _ => locale.t(self.key()),
        }
    }
}

said_error!(TestMailError: Db(db::Error));

/// Counts a test mail to an address, or refuses it. The operator, who could change the database, is not counted.
pub fn take(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    address: &EmailAddress,
) -> Result<(), TestMailError> {
    let suppression_key = suppression::key(conn, random)?;
    if delivery::is_suppressed(conn, &suppression_key, address)? {
        return Err(TestMailError::Suppressed);
    }
    let Some(sender) = actor.id() else { return Ok(()) };
    let sender = format!("{} {sender}", actor.kind());
    if !limits::take(conn, now, "test-mail", sender.as_bytes(), BY_SENDER)? {
        return Err(TestMailError::TooMany);
    }
    let key = keyed_hash(&suppression_key, address.limit_key().as_bytes());
    if !is_known(conn, address)? && !limits::take(conn, now, "mail-on-request", &key, Rule::MAILS_TO_ADDRESS)? {
        return Err(TestMailError::Stranger);
    }
    Ok(())
}

/// Whether an address is that of a user, of a newsletter, or of a reader who has confirmed.
fn is_known(conn: &mut Conn, address: &EmailAddress) -> db::Result<bool> {
    let is_same = |own: &str| EmailAddress::parse(own).is_ok_and(|own| own == *address);
    if newsletter::list_uncounted(conn)?.iter().any(|letter| is_same(&letter.contact) || is_same(&letter.sender)) {
        return Ok(true);
    }
    if account::user_by_address(conn, address)?.is_some_and(|user| user.disabled_at.is_none()) {
        return Ok(true);
    }
    let Some(person) = queries::by_address(conn, address.normalised())? else { return Ok(false) };
    let subscriptions = queries::subscriptions_of(conn, person.id)?;
    Ok(subscriptions.iter().any(|subscription| subscription.state == SubscriptionState::Confirmed))
}
