//! Approving, scheduling and sending: how a digest becomes deliveries, each reader once.
//!
//! The audience is frozen at the start by a boundary. Rows are planned chunk by chunk with a cursor, and the first
//! chunk is on its way while the rest is planned; a stop between two chunks loses nothing and doubles nothing.

use super::render::{self, Content, Headlines};
use super::{Digest, DigestError, DigestState, Needs, note, queries, ready};
use crate::actor::Actor;
use crate::audit;
use crate::clock::{HOUR, MINUTE, Timestamp};
use crate::config::DoubtPolicy;
use crate::db::Conn;
use crate::delivery::{self, DeliveryReason, DispatchKind, PauseReason, Recipient, RecipientKey};
use crate::email_address::EmailAddress;
use crate::links::Links;
use crate::subscriber::mails::greeting;
use crate::subscriber::{self, Reader};
use crate::token::{Keys, Purpose, Random};

/// Readers of one planning transaction.
pub const CHUNK: i64 = 2_000;
/// A scheduled digest that is later than this is held: yesterday's news is no surprise for the night.
const LATEST: i64 = HOUR;

/// What stands for a reader in the links of a test.
pub const NOBODY: &str = "test";

/// What sending needs besides the connection.
#[derive(Clone)]
pub struct Outfit {
    pub keys: Keys,
    pub links: Links,
    pub random: Random,
    pub doubt: DoubtPolicy,
}

fn load(conn: &mut Conn, id: i64) -> Result<Digest, DigestError> {
    queries::locked(conn, id)?.ok_or(DigestError::NotFound)
}

/// Approves a draft that could be sent as it is. Approving an approved one again changes nothing, unless its articles
/// changed since.
pub fn approve(conn: &mut Conn, actor: &Actor, now: Timestamp, outfit: &Outfit, id: i64) -> Result<(), DigestError> {
    let digest = load(conn, id)?;
    match digest.state {
        DigestState::Draft => {}
        DigestState::Approved | DigestState::Scheduled => {
            if !ready::is_altered(&render::content(conn, digest.clone())?) {
                return Ok(());
            }
        }
        other => return Err(DigestError::State(other, Needs::Draft)),
    }
    let content = ready_anew(conn, outfit, digest)?;
    // A program knows what it sends; a person has overlooked it.
    if matches!(actor, Actor::User { .. }) && ready::is_empty(&content) {
        return Err(DigestError::Empty);
    }
    store_approved(conn, actor, now, content)
}

/// What is to be approved, whatever was approved before.
fn ready_anew(conn: &mut Conn, outfit: &Outfit, digest: Digest) -> Result<Content, DigestError> {
    queries::lock_edition(conn, digest.edition_id)?;
    let (content, _) = ready::check(conn, outfit, Digest { approved_content: None, ..digest })?;
    Ok(content)
}

fn store_approved(conn: &mut Conn, actor: &Actor, now: Timestamp, content: Content) -> Result<(), DigestError> {
    let approved_content = Some(ready::fingerprint(&content));
    let state = match content.digest.state {
        DigestState::Draft => DigestState::Approved,
        as_it_was => as_it_was,
    };
    let digest = content.digest;
    let approved = Digest { state, approved_at: Some(now), approved_content, held: String::new(), ..digest };
    queries::store(conn, now, &approved)?;
    Ok(note(conn, actor, now, "digest.approve", approved.id)?)
}

/// Sets the time at which an approved digest is sent.
pub fn schedule(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    outfit: &Outfit,
    id: i64,
    at: Timestamp,
) -> Result<(), DigestError> {
    let digest = load(conn, id)?;
    if !matches!(digest.state, DigestState::Approved | DigestState::Scheduled) {
        return Err(DigestError::State(digest.state, Needs::Approved));
    }
    if at.0 < now.0 - MINUTE {
        return Err(DigestError::Past);
    }
    let (content, _) = ready::check(conn, outfit, digest)?;
    let scheduled =
        Digest { state: DigestState::Scheduled, scheduled_at: Some(at), held: String::new(), ..content.digest };
    queries::store(conn, now, &scheduled)?;
    Ok(note(conn, actor, now, "digest.schedule", id)?)
}

/// Begins to send an approved digest: freezes it and opens its dispatch, which exists once whoever asks how often.
/// Sending what is already sending changes nothing. Returns the dispatch.
pub fn send(conn: &mut Conn, actor: &Actor, now: Timestamp, outfit: &Outfit, id: i64) -> Result<i64, DigestError> {
    let digest = load(conn, id)?;
    if let (DigestState::Sending | DigestState::Paused | DigestState::Sent, Some(dispatch)) =
        (digest.state, digest.dispatch_id)
    {
        return Ok(dispatch);
    }
    if !matches!(digest.state, DigestState::Approved | DigestState::Scheduled) {
        return Err(DigestError::State(digest.state, Needs::Approved));
    }
    let started = Digest { state: DigestState::Sending, started_at: Some(now), held: String::new(), ..digest };
    let (content, letter) = ready::check(conn, outfit, started)?;
    let boundary = subscriber::boundary(conn)?;
    let (dispatch, _) = delivery::open(conn, now, DispatchKind::Digest, Some(id), outfit.doubt, boundary)?;
    delivery::freeze(conn, now, dispatch, &letter.sender, &letter.subject, &letter.body)?;
    let sending = Digest { dispatch_id: Some(dispatch), ..content.digest };
    queries::store(conn, now, &sending)?;
    note(conn, actor, now, "digest.send", id)?;
    plan(conn, now, outfit, id)?;
    Ok(dispatch)
}

/// Sends a digest as one who need not ask another: a draft is approved on the way.
/// Returns the dispatch.
pub fn approve_and_send(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    outfit: &Outfit,
    id: i64,
) -> Result<i64, DigestError> {
    approve_if_needed(conn, actor, now, outfit, id)?;
    send(conn, actor, now, outfit, id)
}

/// Approves a draft, and what was approved as something else than it is now.
fn approve_if_needed(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    outfit: &Outfit,
    id: i64,
) -> Result<(), DigestError> {
    let digest = load(conn, id)?;
    let altered = digest.is_open() && ready::is_altered(&render::content(conn, digest.clone())?);
    if altered || digest.state == DigestState::Draft {
        let content = ready_anew(conn, outfit, digest)?;
        store_approved(conn, actor, now, content)?;
    }
    Ok(())
}

/// Sets the time at which a digest is sent, as one who need not ask another: a draft is approved on the way.
pub fn approve_and_schedule(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    outfit: &Outfit,
    id: i64,
    at: Timestamp,
) -> Result<(), DigestError> {
    approve_if_needed(conn, actor, now, outfit, id)?;
    schedule(conn, actor, now, outfit, id, at)
}

/// Sends a scheduled digest whose time has come. One that cannot be sent, or is too late, is held: approved again, with
/// the reason, until an editor decides. `None` where it is held or no longer scheduled.
pub fn send_due(
    conn: &mut Conn,
    now: Timestamp,
    outfit: &Outfit,
    id: i64,
) -> Result<Option<Result<i64, DigestError>>, DigestError> {
    let digest = load(conn, id)?;
    let Some(at) = digest.scheduled_at.filter(|at| digest.state == DigestState::Scheduled && *at <= now) else {
        return Ok(None);
    };
    let sent = if now.0 - at.0 > LATEST { Err(DigestError::Late) } else { send(conn, &Actor::System, now, outfit, id) };
    match sent {
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(error) => {
            let held = Digest { state: DigestState::Approved, scheduled_at: None, held: error.to_string(), ..digest };
            queries::store(conn, now, &held)?;
            audit::record(conn, now, &Actor::System, "digest.hold", "digest", Some(id), error.key())?;
            Ok(Some(Err(error)))
        }
        Ok(dispatch) => Ok(Some(Ok(dispatch))),
    }
}

/// Plans the next chunk of a digest's audience; false when there is no more. One transaction.
pub fn plan(conn: &mut Conn, now: Timestamp, outfit: &Outfit, id: i64) -> Result<bool, DigestError> {
    let digest = load(conn, id)?;
    let dispatch = digest.dispatch_id.map(|dispatch| delivery::dispatch(conn, dispatch)).transpose()?.flatten();
    let Some(dispatch) = dispatch.filter(|dispatch| !dispatch.counters.expected_final) else { return Ok(false) };
    if digest.state == DigestState::Cancelled {
        return Ok(false);
    }
    let readers = subscriber::audience(conn, digest.newsletter_id, now, dispatch.cursor, dispatch.boundary, CHUNK)?;
    let Some(cursor) = readers.last().map(|reader| reader.subscription) else {
        delivery::finish_planning(conn, now, dispatch.id)?;
        return Ok(false);
    };
    let newsletter = crate::newsletter::by_id(conn, digest.newsletter_id)?.ok_or(DigestError::NoNewsletter)?;
    let message = delivery::message_of(conn, dispatch.id)?;
    let to = |reader: &&Reader| recipient(reader, &digest, &newsletter.locale(), &outfit.keys);
    let (unwelcome, welcome) = by_suppression(conn, outfit, &readers)?;
    let welcome: Vec<Recipient> = welcome.iter().filter_map(to).collect();
    delivery::enqueue(conn, now, dispatch.id, message, &welcome)?;
    let unwelcome: Vec<Recipient> = unwelcome.iter().filter_map(to).collect();
    delivery::enqueue_skipped(conn, now, dispatch.id, message, &unwelcome, DeliveryReason::Suppressed)?;
    delivery::move_cursor(conn, dispatch.id, cursor)?;
    let more = i64::try_from(readers.len()).unwrap_or_default() == CHUNK;
    if !more {
        delivery::finish_planning(conn, now, dispatch.id)?;
    }
    Ok(more)
}

/// The readers whose address is suppressed, and the others.
fn by_suppression<'a>(
    conn: &mut Conn,
    outfit: &Outfit,
    readers: &'a [Reader],
) -> Result<(Vec<&'a Reader>, Vec<&'a Reader>), DigestError> {
    let key = delivery::suppression::key(conn, &outfit.random)?;
    let address = |reader: &Reader| EmailAddress::from_envelope(reader.envelope.as_deref().unwrap_or_default());
    let addresses: Vec<EmailAddress> = readers.iter().map(address).collect();
    let suppressed = delivery::suppressed_among(conn, &key, &addresses)?;
    let (unwelcome, welcome): (Vec<_>, Vec<_>) =
        readers.iter().zip(suppressed).partition(|(_, suppressed)| *suppressed);
    let readers = |pairs: Vec<(&'a Reader, bool)>| pairs.into_iter().map(|(reader, _)| reader).collect();
    Ok((readers(unwelcome), readers(welcome)))
}

fn recipient(reader: &Reader, digest: &Digest, locale: &crate::locale::Locale, keys: &Keys) -> Option<Recipient> {
    let address = EmailAddress::from_envelope(reader.envelope.as_deref()?);
    let fields = vec![
        greeting(locale, Some(&reader.name)),
        keys.sign(Purpose::Unsubscribe, &[reader.subscription]),
        keys.sign(Purpose::Preferences, &[reader.subscriber, 0]),
        keys.sign(Purpose::Click, &[reader.subscription, digest.id]),
    ];
    Some(Recipient { key: RecipientKey::Subscription(reader.subscription), turn: 0, address, fields })
}

/// Sends a digest as it is now to one address. Headlines lead to their articles; the other links lead to a page
/// that says it was a test. Returns the dispatch.
pub fn test(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    outfit: &Outfit,
    id: i64,
    address: &EmailAddress,
) -> Result<i64, DigestError> {
    let digest = load(conn, id)?;
    let mut content = render::content(conn, digest)?;
    let locale = content.newsletter.locale();
    content.digest.subject = locale.t1("mail-test-subject", "subject", &content.digest.subject);
    let letter = render::letter(&content, &outfit.links, &outfit.keys, Headlines::Direct)?;
    let (dispatch, _) = delivery::open(conn, now, DispatchKind::Test, None, outfit.doubt, 0)?;
    let message = delivery::freeze(conn, now, dispatch, &letter.sender, &letter.subject, &letter.body)?;
    let nobody = NOBODY.to_owned();
    let name = locale.t("mail-test-name");
    let fields = vec![greeting(&locale, Some(&name)), nobody.clone(), nobody.clone(), nobody];
    let recipient = Recipient { key: RecipientKey::Nobody, turn: 0, address: address.clone(), fields };
    delivery::enqueue(conn, now, dispatch, message, &[recipient])?;
    delivery::finish_planning(conn, now, dispatch)?;
    note(conn, actor, now, "digest.test", id)?;
    Ok(dispatch)
}

/// The dispatch of a digest that is on its way.
fn under_way(conn: &mut Conn, id: i64) -> Result<(Digest, i64), DigestError> {
    let digest = load(conn, id)?;
    match digest.dispatch_id {
        Some(dispatch) => Ok((digest, dispatch)),
        None => Err(DigestError::State(digest.state, Needs::UnderWay)),
    }
}

/// Stops new mails. Returns the dispatch.
pub fn pause(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<i64, DigestError> {
    let (digest, dispatch) = under_way(conn, id)?;
    let paused = delivery::pause(conn, dispatch, &PauseReason::Editor)?;
    if paused {
        note(conn, actor, now, "digest.pause", id)?;
    } else if digest.state != DigestState::Paused {
        return Err(DigestError::State(digest.state, Needs::Sending));
    }
    Ok(dispatch)
}

pub fn resume(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<i64, DigestError> {
    let (digest, dispatch) = under_way(conn, id)?;
    let resumed = delivery::resume(conn, dispatch)?;
    if resumed {
        note(conn, actor, now, "digest.resume", id)?;
    } else if digest.state != DigestState::Sending {
        return Err(DigestError::State(digest.state, Needs::Paused));
    }
    Ok(dispatch)
}

/// Cancels a digest: before its time it is simply not sent, on its way the rest is not sent.
pub fn cancel(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<Option<i64>, DigestError> {
    let digest = load(conn, id)?;
    let dispatch = digest.dispatch_id;
    match (digest.state, dispatch) {
        (DigestState::Cancelled, dispatch) => return Ok(dispatch),
        (DigestState::Sent, _) => return Err(DigestError::State(digest.state, Needs::Unsent)),
        (DigestState::Sending | DigestState::Paused, Some(dispatch)) => {
            delivery::cancel(conn, now, dispatch)?;
        }
        _ => {
            let cancelled = Digest { state: DigestState::Cancelled, scheduled_at: None, held: String::new(), ..digest };
            queries::store(conn, now, &cancelled)?;
        }
    }
    note(conn, actor, now, "digest.cancel", id)?;
    Ok(dispatch)
}

/// Queues the failed again, with `unknown` those in doubt too; returns how many.
pub fn resend_failed(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    id: i64,
    unknown: bool,
) -> Result<i64, DigestError> {
    let (digest, dispatch) = under_way(conn, id)?;
    if digest.state == DigestState::Cancelled {
        return Err(DigestError::State(digest.state, Needs::Uncancelled));
    }
    let queued = delivery::resend_failed(conn, now, dispatch, unknown)?;
    note(conn, actor, now, "digest.resend-failed", id)?;
    Ok(queued)
}
