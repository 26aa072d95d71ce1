//! What editors do with one reader: adding, asking again for the confirmation, ending a subscription, and suppressing an
//! address or lifting that. No editor confirms for a reader, and no mail exceeds the address's limit.

use super::ledger::append;
use super::letters::Stationery;
use super::queries::{self, recipient_keys};
use super::sign_up::{SignUp, closed, may_mail, pending, person, queue_confirmation};
use super::{ConsentAction, SubscriptionState, confirm};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn, StoreError};
use crate::delivery::{self, DeliveryReason, RecipientKey, SuppressionReason};
use crate::email_address::EmailAddress;
use crate::newsletter::{self, Newsletter};
use crate::token::Random;
use crate::word::word_enum;

/// The source of these changes in the ledger.
pub const SOURCE: &str = "admin";

word_enum! {
    /// What became of asking a reader to confirm.
    pub enum ConfirmationOutcome {
        /// The confirmation is queued.
        Sent = "sent",
        /// Not sent: the subscription is confirmed already.
        Confirmed = "confirmed",
        /// Not sent: the reader has unsubscribed, and only the reader may subscribe again.
        Left = "left",
        /// Not sent: the address has received as many such mails as it may for now.
        Limited = "limited",
        /// Not sent: the address is suppressed, and only its owner's sign-up may cause a mail.
        Suppressed = "suppressed",
    }
}

/// Adds a reader on an editor's word and asks for the confirmation. The ledger gets no wording: the reader agrees to it by
/// confirming. Returns the subscriber; `None` if nothing was stored.
pub fn add(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    with: &Stationery,
    newsletter: &Newsletter,
    input: &SignUp,
) -> Result<(Option<i64>, ConfirmationOutcome), StoreError> {
    if !newsletter::is_open(conn, newsletter.id)? {
        return Err(closed());
    }
    if delivery::is_suppressed(conn, &with.suppression_key, &input.address)? {
        let known = queries::by_address(conn, input.address.normalised())?.map(|person| person.id);
        return Ok((known, ConfirmationOutcome::Suppressed));
    }
    let subscriber = person(conn, now, newsletter, input)?;
    let (subscription, added) = pending(conn, now, subscriber, newsletter.id)?;
    if added {
        append(conn, now, actor, (subscriber, Some(newsletter.id)), ConsentAction::Requested, "", input.source)?;
    }
    let outcome = ask_to_confirm(conn, now, with, subscription.id)?;
    if matches!(outcome, ConfirmationOutcome::Sent | ConfirmationOutcome::Limited) {
        audit::record(conn, now, actor, "subscriber.add", "subscriber", Some(subscriber), "")?;
    }
    Ok((Some(subscriber), outcome))
}

/// Mails the confirmation of a pending subscription again, within the address's limit.
pub fn ask(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    with: &Stationery,
    subscription: i64,
) -> db::Result<ConfirmationOutcome> {
    let outcome = ask_to_confirm(conn, now, with, subscription)?;
    if outcome == ConfirmationOutcome::Sent {
        audit::record(conn, now, actor, "subscription.ask", "subscription", Some(subscription), "")?;
    }
    Ok(outcome)
}

fn ask_to_confirm(
    conn: &mut Conn,
    now: Timestamp,
    with: &Stationery,
    subscription: i64,
) -> db::Result<ConfirmationOutcome> {
    queries::locked_subscription(conn, subscription)?;
    let Some(details) = confirm::find(conn, subscription)? else { return Ok(ConfirmationOutcome::Left) };
    match details.subscription.state {
        SubscriptionState::Confirmed => return Ok(ConfirmationOutcome::Confirmed),
        SubscriptionState::Unsubscribed => return Ok(ConfirmationOutcome::Left),
        SubscriptionState::Pending => {}
    }
    let envelope = details.subscriber.envelope.unwrap_or_default();
    let Ok(address) = EmailAddress::parse(&envelope) else { return Ok(ConfirmationOutcome::Left) };
    if delivery::is_suppressed(conn, &with.suppression_key, &address)? {
        return Ok(ConfirmationOutcome::Suppressed);
    }
    if !may_mail(conn, now, with, &address)? {
        return Ok(ConfirmationOutcome::Limited);
    }
    queries::request_again(conn, now, subscription)?;
    queue_confirmation(conn, now, with, details.subscription.id, &address)?;
    Ok(ConfirmationOutcome::Sent)
}

/// Ends a subscription on behalf of its reader.
pub fn unsubscribe(conn: &mut Conn, actor: &Actor, now: Timestamp, subscription: i64) -> db::Result<()> {
    confirm::unsubscribe(conn, actor, now, subscription, SOURCE)?;
    audit::record(conn, now, actor, "subscription.unsubscribe", "subscription", Some(subscription), "")
}

/// The recipient keys of the person with an address.
fn keys_of(conn: &mut Conn, address: &EmailAddress) -> db::Result<Vec<RecipientKey>> {
    match queries::by_address(conn, address.normalised())? {
        Some(person) => recipient_keys(conn, person.id),
        None => Ok(Vec::new()),
    }
}

/// Suppresses an address at its owner's request, and skips its mails that are not yet sent.
pub fn suppress(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    address: &EmailAddress,
) -> db::Result<()> {
    let key = delivery::suppression::key(conn, random)?;
    delivery::suppress(conn, now, &key, address, SuppressionReason::Request, "")?;
    audit::record(conn, now, actor, "suppression.add", "suppression", None, "")?;
    for recipient in keys_of(conn, address)? {
        delivery::skip_waiting(conn, now, recipient, DeliveryReason::Suppressed)?;
    }
    Ok(())
}

/// Lifts the suppression with this key and notes it in its reader's ledger; false if there is none.
pub fn lift(conn: &mut Conn, actor: &Actor, now: Timestamp, key: &[u8]) -> db::Result<bool> {
    let Some(lifted) = delivery::suppression::by_key(conn, key)? else { return Ok(false) };
    delivery::suppression::lift_key(conn, key)?;
    audit::record(conn, now, actor, "suppression.lift", "suppression", None, "")?;
    let reader = match lifted.address.and_then(|address| EmailAddress::parse(&address).ok()) {
        Some(address) => queries::by_address(conn, address.normalised())?,
        None => None,
    };
    if let Some(reader) = reader {
        append(conn, now, actor, (reader.id, None), ConsentAction::SuppressionLifted, "", SOURCE)?;
    }
    Ok(true)
}
