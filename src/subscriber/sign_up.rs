//! Sign-up: a visitor submits an address and agrees to the wording. Until its owner confirms, the address gets nothing but
//! confirmation mails, within limits. The answer never depends on whether the address is known.
//!
//! A new address costs one transaction, in which no statement waits for another sign-up.

use super::ledger::append;
use super::letters::{Stationery, queue};
use super::queries::{self, Requested};
use super::{ConsentAction, Subscription, SubscriptionState};
use crate::actor::Actor;
use crate::clock::{DAY, MINUTE, Timestamp};
use crate::db::{self, Conn, StoreError};
use crate::delivery::{self, DispatchKind, Recipient, RecipientKey, SpliceValues};
use crate::email_address::EmailAddress;
use crate::field::{FieldError, FieldErrorKind, FieldErrors};
use crate::guard::limits::{self, Rule};
use crate::newsletter::{self, Newsletter};
use crate::text;
use crate::token::{Purpose, keyed_hash};

/// Confirmation mails to a suppressed address, which only a sign-up causes.
const WHEN_SUPPRESSED: Rule = Rule::new(1, 2 * DAY);

/// How long a confirmation link is valid, in minutes.
pub const CONFIRM_MINUTES: i64 = 7 * 24 * 60;
/// How long a link to the preferences that was requested by address is valid, in minutes.
pub const PREFERENCES_MINUTES: i64 = 24 * 60;
/// Characters of a wording of consent.
const WORDING: usize = 1_000;

/// The submitted values of a sign-up.
#[derive(Clone, Debug)]
pub struct SignUpInput<'a> {
    pub email: &'a str,
    pub name: &'a str,
    /// The wording that was shown; empty if none is known.
    pub wording: &'a str,
    pub newsletter: Result<&'a Newsletter, FieldErrorKind>,
}

/// A checked sign-up.
#[derive(Clone, Debug)]
pub struct SignUp {
    pub address: EmailAddress,
    /// One line; may be empty.
    pub name: String,
    /// The wording that was shown and agreed to; empty if none is known.
    pub wording: String,
    pub source: &'static str,
}

impl<'a> SignUpInput<'a> {
    /// The newsletter and the sign-up to it, or all errors.
    pub fn check(self, source: &'static str) -> Result<(&'a Newsletter, SignUp), FieldErrors> {
        let mut errors = FieldErrors::default();
        let address = errors.check("email", EmailAddress::parse(self.email));
        let name = errors.check("name", text::person_name(self.name));
        let wording = errors.check("wording", text::paragraphs(self.wording, WORDING));
        let newsletter = errors.check("newsletter", self.newsletter);
        match (address, name, wording, newsletter) {
            (Some(address), Some(name), Some(wording), Some(newsletter)) => {
                Ok((newsletter, SignUp { address, name, wording, source }))
            }
            _ => Err(errors),
        }
    }
}

/// A checked sign-up to one newsletter, with what its mails need.
#[derive(Clone)]
pub struct NewsletterSignUp {
    pub with: Stationery,
    pub newsletter: Newsletter,
    pub input: SignUp,
}

/// Stores the sign-ups of one person and queues one mail, if the address may be mailed now: the confirmation of the first
/// newsletter that is not confirmed, whose page offers the others, or the link to the preferences. One transaction. An
/// error of the field `newsletter`, and nothing stored, if one is closed.
pub fn sign_up(conn: &mut Conn, actor: &Actor, now: Timestamp, wanted: &[NewsletterSignUp]) -> Result<(), StoreError> {
    let Some((first, others)) = wanted.split_first() else { return Ok(()) };
    let mut requested = vec![first_request(conn, actor, now, first)?];
    for one in others {
        requested.push(request(conn, actor, now, &one.newsletter, &one.input)?);
    }
    let address = &first.input.address;
    if !may_mail(conn, now, &first.with, address)? {
        return Ok(());
    }
    let mut pairs = wanted.iter().zip(&requested);
    if let Some((one, requested)) = pairs.find(|(_, requested)| requested.state != SubscriptionState::Confirmed) {
        queue_confirmation(conn, now, &one.with, requested.id, address)?;
    } else {
        let subscriber = requested.first().map(|requested| requested.subscriber_id).unwrap_or_default();
        queue_preferences(conn, now, &first.with, (subscriber, address), "")?;
    }
    Ok(())
}

/// The first sign-up of a form: for a new address it is one statement.
fn first_request(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    wanted: &NewsletterSignUp,
) -> Result<Requested, StoreError> {
    let NewsletterSignUp { newsletter, input, .. } = wanted;
    let newcomer = queries::Newcomer {
        address: &input.address,
        name: &input.name,
        language: &newsletter.language,
        newsletter: newsletter.id,
        wording: &input.wording,
        client: actor.client(),
        source: input.source,
    };
    match queries::add_newcomer(conn, now, &newcomer)? {
        Some(subscription) => Ok(subscription),
        None => request(conn, actor, now, newsletter, input),
    }
}

/// The sign-up of an address that may be known.
fn request(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    newsletter: &Newsletter,
    input: &SignUp,
) -> Result<Requested, StoreError> {
    if !newsletter::is_open(conn, newsletter.id)? {
        return Err(closed());
    }
    let subscriber = person(conn, now, newsletter, input)?;
    let (subscription, added) = pending(conn, now, subscriber, newsletter.id)?;
    if !added {
        queries::request_again(conn, now, subscription.id)?;
    }
    let of = (subscriber, Some(newsletter.id));
    append(conn, now, actor, of, ConsentAction::Requested, &input.wording, input.source)?;
    Ok(Requested { id: subscription.id, subscriber_id: subscriber, state: subscription.state })
}

/// The newsletter has been closed.
pub(super) fn closed() -> StoreError {
    StoreError::Fields(FieldError::new("newsletter", FieldErrorKind::Closed).into())
}

/// The person of an address, added if new. Until one of their subscriptions is confirmed, each sign-up replaces the name, so
/// that a name submitted by a stranger does not greet the owner.
pub(super) fn person(conn: &mut Conn, now: Timestamp, newsletter: &Newsletter, input: &SignUp) -> db::Result<i64> {
    let (subscriber, added) = queries::ensure(conn, now, &input.address, &input.name, &newsletter.language)?;
    if !added {
        queries::rename_unproven(conn, subscriber, &input.name)?;
    }
    Ok(subscriber)
}

/// A person's subscription to a newsletter, added and counted as pending if new, and whether it was added.
pub(super) fn pending(
    conn: &mut Conn,
    now: Timestamp,
    subscriber: i64,
    newsletter: i64,
) -> db::Result<(Subscription, bool)> {
    let (subscription, added) =
        queries::ensure_subscription(conn, now, subscriber, newsletter, SubscriptionState::Pending)?;
    if added {
        newsletter::count_change(conn, newsletter, 1, 0, 0)?;
    }
    Ok((subscription, added))
}

/// Whether a mail that anybody can request may go to this address now; counts it if so.
pub fn may_mail(conn: &mut Conn, now: Timestamp, with: &Stationery, address: &EmailAddress) -> db::Result<bool> {
    let limit_key = keyed_hash(&with.suppression_key, address.limit_key().as_bytes());
    let suppressed = delivery::is_suppressed(conn, &with.suppression_key, address)?;
    let allowed = limits::take(conn, now, "mail-on-request", &limit_key, Rule::MAILS_TO_ADDRESS)?;
    Ok(allowed && (!suppressed || limits::take(conn, now, "mail-when-suppressed", &limit_key, WHEN_SUPPRESSED)?))
}

/// Queues the mail with the link that confirms.
pub fn queue_confirmation(
    conn: &mut Conn,
    now: Timestamp,
    with: &Stationery,
    subscription: i64,
    address: &EmailAddress,
) -> db::Result<()> {
    let confirm = with.keys.sign(Purpose::Confirm, &[subscription, now.0 / MINUTE]);
    let recipient = Recipient {
        key: RecipientKey::Subscription(subscription),
        turn: now.0,
        address: address.clone(),
        fields: SpliceValues { confirm, ..SpliceValues::default() }.into_fields(),
    };
    queue(conn, now, DispatchKind::Confirmation, &with.letters.confirmation, &recipient)
}

/// Queues the mail with the link to the preferences; `greeting` may be empty.
pub fn queue_preferences(
    conn: &mut Conn,
    now: Timestamp,
    with: &Stationery,
    to: (i64, &EmailAddress),
    greeting: &str,
) -> db::Result<()> {
    let (subscriber, address) = to;
    let preferences = with.keys.sign(Purpose::Preferences, &[subscriber, now.0 / MINUTE]);
    let values = SpliceValues { greeting: greeting.to_owned(), preferences, ..SpliceValues::default() };
    let recipient = Recipient {
        key: RecipientKey::Subscriber(subscriber),
        turn: now.0,
        address: address.clone(),
        fields: values.into_fields(),
    };
    queue(conn, now, DispatchKind::Notice, &with.letters.preferences, &recipient)
}
