//! What editors do with one reader: adding with a question to confirm, asking again, suppressing an address and lifting
//! that. Nobody is ever confirmed by hand, and no mail goes out beyond what the address's limit allows.

use super::letters::Stationery;
use super::queries;
use super::sign_up::{SignUp, may_mail, pending, person, queue_confirmation};
use super::{ConsentAction, SubscriptionState, append, confirm, recipient_keys};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryReason, RecipientKey, SuppressionReason};
use crate::email_address::EmailAddress;
use crate::newsletter::Newsletter;
use crate::token::Random;
use crate::word::word_enum;

/// The source of changes made here, as the ledger names it.
pub const SOURCE: &str = "admin";

word_enum! {
    /// What became of a question to confirm.
    pub enum Asked {
        /// The confirmation is queued.
        Sent = "sent",
        /// There is nothing to ask: the subscription is confirmed.
        Confirmed = "confirmed",
        /// The reader has left; only the reader may come back.
        Left = "left",
        /// The address has had as many such mails as it may have for now.
        Limited = "limited",
        /// No mail goes to this address; only its owner's own sign-up may ask for one.
        Suppressed = "suppressed",
    }
}

/// Adds a reader who told an editor, and asks for the confirmation. The ledger names no wording: the reader agrees to it
/// by confirming. `None` for the person when nothing was kept.
pub fn add(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    with: &Stationery,
    newsletter: &Newsletter,
    input: &SignUp,
) -> db::Result<(Option<i64>, Asked)> {
    if is_suppressed(conn, &with.random, &input.address)? {
        let known = queries::by_address(conn, input.address.normalised())?.map(|person| person.id);
        return Ok((known, Asked::Suppressed));
    }
    let subscriber = person(conn, now, newsletter, input)?;
    let (subscription, made) = pending(conn, now, subscriber, newsletter.id)?;
    if made {
        append(conn, now, actor, (subscriber, Some(newsletter.id)), ConsentAction::Requested, "", input.source)?;
    }
    let asked = question(conn, now, with, subscription.id)?;
    if matches!(asked, Asked::Sent | Asked::Limited) {
        audit::record(conn, now, actor, "subscriber.add", "subscriber", Some(subscriber), "")?;
    }
    Ok((Some(subscriber), asked))
}

/// Mails the confirmation of a pending subscription, within the address's limit.
pub fn ask(conn: &mut Conn, actor: &Actor, now: Timestamp, with: &Stationery, subscription: i64) -> db::Result<Asked> {
    let asked = question(conn, now, with, subscription)?;
    if asked == Asked::Sent {
        audit::record(conn, now, actor, "subscription.ask", "subscription", Some(subscription), "")?;
    }
    Ok(asked)
}

fn question(conn: &mut Conn, now: Timestamp, with: &Stationery, subscription: i64) -> db::Result<Asked> {
    queries::locked_subscription(conn, subscription)?;
    let Some(found) = confirm::find(conn, subscription)? else { return Ok(Asked::Left) };
    match found.subscription.state {
        SubscriptionState::Confirmed => return Ok(Asked::Confirmed),
        SubscriptionState::Unsubscribed => return Ok(Asked::Left),
        SubscriptionState::Pending => {}
    }
    let envelope = found.subscriber.envelope.unwrap_or_default();
    let Ok(address) = EmailAddress::parse(&envelope) else { return Ok(Asked::Left) };
    if is_suppressed(conn, &with.random, &address)? {
        return Ok(Asked::Suppressed);
    }
    if !may_mail(conn, now, &with.random, &address)? {
        return Ok(Asked::Limited);
    }
    queries::asked_again(conn, now, subscription)?;
    queue_confirmation(conn, now, with, &found.subscription, &address)?;
    Ok(Asked::Sent)
}

/// Ends a subscription for a reader who told an editor.
pub fn unsubscribe(conn: &mut Conn, actor: &Actor, now: Timestamp, subscription: i64) -> db::Result<()> {
    confirm::unsubscribe(conn, actor, now, subscription, SOURCE)?;
    audit::record(conn, now, actor, "subscription.unsubscribe", "subscription", Some(subscription), "")
}

fn is_suppressed(conn: &mut Conn, random: &Random, address: &EmailAddress) -> db::Result<bool> {
    let key = delivery::suppression::key(conn, random)?;
    delivery::is_suppressed(conn, &key, address)
}

/// The recipient keys of the person with an address.
fn keys_of(conn: &mut Conn, address: &EmailAddress) -> db::Result<Vec<RecipientKey>> {
    match queries::by_address(conn, address.normalised())? {
        Some(person) => recipient_keys(conn, person.id),
        None => Ok(Vec::new()),
    }
}

/// Suppresses an address at its owner's request, and skips its mails that are not handed over.
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

/// Lifts the suppression of this key, with a line in the ledger of its reader; false when there was none.
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
