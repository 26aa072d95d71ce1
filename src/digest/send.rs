//! Approving, scheduling and sending: how a digest becomes deliveries, one for each reader.
//!
//! A boundary freezes the audience at the start. Its deliveries are planned in chunks with a stored cursor, and the first
//! chunk is delivered while the rest is planned; a stop between two chunks neither loses nor doubles a delivery.

use super::render::{self, Content, Headlines};
use super::{Digest, DigestError, DigestState, Needs, note, queries, ready, variant};

pub use super::Outfit;
use crate::actor::Actor;
use crate::audit;
use crate::clock::{HOUR, MINUTE, Timestamp};
use crate::db::{self, Conn, instance};
use crate::delivery::{self, DispatchKind, Message, PauseReason, Recipient, RecipientKey, Share, SpliceValues};
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::subscriber::audience::{self, Audience, Reader};
use crate::subscriber::mails::greeting;
use crate::subscriber::test_limit;
use crate::token::{Keys, Purpose};

/// Readers per planning transaction.
pub const CHUNK: i64 = 2_000;
/// A scheduled digest that is later than this is held, so that yesterday's news is not sent at night.
pub(super) const LATEST: i64 = HOUR;

/// The token in the links of a test mail.
pub const NOBODY: &str = "test";

fn load(conn: &mut Conn, id: i64) -> Result<Digest, DigestError> {
    queries::locked(conn, id)?.ok_or(DigestError::NotFound)
}

/// Approves a draft that could be sent as it is. An approved digest changes only if its articles have changed.
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
    // A program means it; a person has probably overlooked it.
    if matches!(actor, Actor::User { .. }) && ready::is_empty(&content) {
        return Err(DigestError::Empty);
    }
    store_approved(conn, actor, now, content)
}

/// Checks a digest regardless of what was approved before.
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

/// Schedules an approved digest.
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

/// Begins to send an approved digest and returns its dispatch. A digest has one dispatch, so doing it again changes
/// nothing.
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
    let (content, messages) = ready::check(conn, outfit, started)?;
    start(conn, actor, now, outfit, content.digest, &messages)
}

/// Freezes a digest's messages, one for each variant, opens its dispatch and plans the first chunk of its audience.
/// Returns the dispatch.
pub fn start(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    outfit: &Outfit,
    digest: Digest,
    messages: &[Message],
) -> Result<i64, DigestError> {
    let id = digest.id;
    let boundary = audience::boundary(conn)?;
    let (dispatch, _) = delivery::open(conn, now, DispatchKind::Digest, Some(id), outfit.doubt, boundary)?;
    for message in messages {
        delivery::freeze(conn, now, dispatch, message)?;
    }
    queries::store(conn, now, &Digest { dispatch_id: Some(dispatch), ..digest })?;
    note(conn, actor, now, "digest.send", id)?;
    plan(conn, now, outfit, id)?;
    Ok(dispatch)
}

/// Approves a digest where needed and sends it. Returns the dispatch.
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

/// Approves a draft, and a digest whose articles have changed since it was approved.
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

/// Approves a digest where needed and schedules it.
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
/// the reason, until an editor decides. `None` if it is not scheduled any more.
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
    let sent = if instance::known_fact(conn, instance::RESTORED)?.is_some() {
        Err(DigestError::Restored)
    } else if now.0 - at.0 > LATEST {
        Err(DigestError::Late)
    } else {
        send(conn, &Actor::System, now, outfit, id)
    };
    match sent {
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(error) => {
            hold(conn, now, digest, &error)?;
            Ok(Some(Err(error)))
        }
        Ok(dispatch) => Ok(Some(Ok(dispatch))),
    }
}

/// Makes a scheduled digest an approved one, with the reason.
fn hold(conn: &mut Conn, now: Timestamp, digest: Digest, reason: &DigestError) -> db::Result<()> {
    let id = digest.id;
    let held = Digest { state: DigestState::Approved, scheduled_at: None, held: reason.to_string(), ..digest };
    queries::store(conn, now, &held)?;
    audit::record(conn, now, &Actor::System, "digest.hold", "digest", Some(id), reason.key())
}

/// Holds all scheduled digests if the database was found to be an older copy: those that were sent since it was made would
/// be sent again. Returns how many.
pub fn hold_restored(conn: &mut Conn, now: Timestamp) -> Result<usize, DigestError> {
    if instance::known_fact(conn, instance::RESTORED)?.is_none() {
        return Ok(0);
    }
    let scheduled = queries::scheduled(conn)?;
    for id in &scheduled {
        let digest = load(conn, *id)?;
        hold(conn, now, digest, &DigestError::Restored)?;
    }
    instance::forget(conn, instance::RESTORED)?;
    Ok(scheduled.len())
}

/// Plans the next chunk of a digest's audience; false at the end. One transaction.
pub fn plan(conn: &mut Conn, now: Timestamp, outfit: &Outfit, id: i64) -> Result<bool, DigestError> {
    let digest = load(conn, id)?;
    let dispatch = digest.dispatch_id.map(|dispatch| delivery::dispatch(conn, dispatch)).transpose()?.flatten();
    let Some(dispatch) = dispatch.filter(|dispatch| !dispatch.counters.expected_final) else { return Ok(false) };
    if digest.state == DigestState::Cancelled {
        return Ok(false);
    }
    let due = Audience::due(digest.newsletter_id, now);
    let chunk = audience::chunk(conn, &due, dispatch.cursor, dispatch.boundary, CHUNK)?;
    let variants = delivery::variants(conn, dispatch.id)?;
    let mut shares = Vec::with_capacity(variants.len());
    for (variant, readers) in variant::by_variant(&variants, &chunk.readers) {
        let locale = Locale::of(&variant.language);
        let fallbacks = render::fallbacks(&digest, &locale);
        let (suppressed, welcome): (Vec<_>, Vec<_>) = readers.into_iter().partition(|reader| reader.suppressed);
        let to = |reader: &&Reader| recipient(reader, digest.id, (&locale, &fallbacks), &outfit.keys);
        shares.push(Share {
            message: variant.message,
            mailed: welcome.iter().map(to).collect(),
            suppressed: suppressed.iter().map(to).collect(),
        });
    }
    delivery::enqueue_chunk(conn, now, dispatch.id, &shares)?;
    match chunk.next {
        Some(next) => delivery::move_cursor(conn, dispatch.id, next)?,
        None => delivery::finish_planning(conn, now, dispatch.id)?,
    }
    Ok(chunk.next.is_some())
}

/// `words` are the language, and the words for a reader without a name.
fn recipient(reader: &Reader, digest: i64, words: (&Locale, &[String]), keys: &Keys) -> Recipient {
    let (locale, fallbacks) = words;
    let values = SpliceValues {
        greeting: greeting(locale, Some(&reader.name)),
        unsubscribe: keys.sign(Purpose::Unsubscribe, &[reader.subscription]),
        preferences: keys.sign(Purpose::Preferences, &[reader.subscriber, 0]),
        click: keys.sign(Purpose::Click, &[reader.subscription, digest]),
        confirm: String::new(),
    };
    Recipient {
        key: RecipientKey::Subscription(reader.subscription),
        turn: 0,
        address: EmailAddress::from_envelope(&reader.envelope),
        fields: render::with_names(values, fallbacks, &reader.name),
    }
}

/// Sends a digest as it is now to one address, as a test. Headlines lead to their articles, the other links to a page
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
    test_limit::take(conn, actor, now, &outfit.random, address)?;
    let mut content = render::content(conn, digest)?;
    let locale = content.newsletter.locale();
    content.digest.subject = locale.t1("mail-test-subject", "subject", &content.digest.subject);
    let message = render::message(&content, &outfit.links, &outfit.keys, Headlines::Direct)?;
    let (dispatch, _) = delivery::open(conn, now, DispatchKind::Test, None, outfit.doubt, 0)?;
    let message = delivery::freeze(conn, now, dispatch, &message)?;
    let name = locale.t("mail-test-name");
    let fields = render::fields_of_nobody(NOBODY, &content.digest, &locale, Some(&name));
    let recipient = Recipient { key: RecipientKey::Nobody, turn: 0, address: address.clone(), fields };
    delivery::enqueue(conn, now, dispatch, message, &[recipient])?;
    delivery::finish_planning(conn, now, dispatch)?;
    note(conn, actor, now, "digest.test", id)?;
    Ok(dispatch)
}

/// A digest that has a dispatch, and the dispatch.
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

/// Cancels a digest. If it is being sent, the deliveries that remain are cancelled.
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

/// Queues failed deliveries again, and with `unknown` doubtful ones too; returns how many.
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
