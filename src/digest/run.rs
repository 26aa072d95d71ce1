//! Editions that make their digests by themselves. A run is one time of an edition's schedule: its digest is made some
//! time before, and sent at that time if it is approved then.
//!
//! The row of a run is inserted once, in the transaction that makes its digest, so each time has at most one digest,
//! whatever stops and however many servers there are. A time that passed while no server ran is made up for within the
//! hour; a longer one is recorded as missed.

use super::queries::runs as rows;
use super::send::{self, LATEST};
use super::{DigestError, DigestState, Outfit, edit, queries};
use crate::actor::Actor;
use crate::article;
use crate::audit;
use crate::clock::{MINUTE, Timestamp};
use crate::db::{self, Conn, instance};
use crate::field::Schedule;
use crate::newsletter::{self, Approval, Edition, Newsletter};
use crate::text;

pub use super::RunOutcome;
pub use rows::{Run, latest};

/// Characters of a subject that is made from a headline.
const SUBJECT: usize = 150;

/// The times of an edition's runs after a moment, the next one first.
pub fn times(edition: &Edition, newsletter: &Newsletter, after: Timestamp) -> impl Iterator<Item = Timestamp> + use<> {
    let schedule = Schedule::parse(&edition.settings.schedule).unwrap_or_default();
    let (zone, mut last) = (newsletter.zone(), after.to_utc());
    std::iter::from_fn(move || {
        last = schedule.next(zone, last)?;
        Some(Timestamp::from(last))
    })
}

/// The next run of an edition that is not recorded yet.
fn next(conn: &mut Conn, edition: &Edition, newsletter: &Newsletter) -> db::Result<Option<Timestamp>> {
    let last = rows::last(conn, edition.id)?.unwrap_or(edition.scheduled_since);
    Ok(times(edition, newsletter, last.max(edition.scheduled_since)).next())
}

/// The editions whose next run is to be prepared.
pub fn due(conn: &mut Conn, now: Timestamp) -> db::Result<Vec<i64>> {
    let mut due = Vec::new();
    for edition in newsletter::editions_that_run(conn)? {
        let Some(newsletter) = newsletter::by_id(conn, edition.newsletter_id)? else { continue };
        let begins = next(conn, &edition, &newsletter)?.map(|at| at.plus(-lead(&edition)));
        if begins.is_some_and(|begins| begins <= now) {
            due.push(edition.id);
        }
    }
    Ok(due)
}

const fn lead(edition: &Edition) -> i64 {
    edition.settings.lead_minutes * MINUTE
}

/// Prepares the next run of an edition, if it is due: makes its digest, or records why there is none. One transaction.
/// Returns the outcome and the digest, if this call did it.
pub fn prepare(
    conn: &mut Conn,
    now: Timestamp,
    outfit: &Outfit,
    edition: i64,
) -> Result<Option<(RunOutcome, Option<i64>)>, DigestError> {
    queries::lock_edition(conn, edition)?;
    if is_restored(conn)? {
        return Ok(None);
    }
    let Some(edition) = newsletter::edition_by_id(conn, edition)? else { return Ok(None) };
    let Some(newsletter) = newsletter::by_id(conn, edition.newsletter_id)?.filter(Newsletter::is_open) else {
        return Ok(None);
    };
    let at = next(conn, &edition, &newsletter)?.filter(|at| at.plus(-lead(&edition)) <= now);
    let Some(at) = at else { return Ok(None) };
    let (outcome, digest) = if now.0 - at.0 > LATEST {
        (RunOutcome::Missed, None)
    } else {
        made(conn, now, outfit, &edition, &newsletter, at)?
    };
    rows::insert(conn, now, &Run { edition_id: edition.id, at, outcome, digest_id: digest })?;
    audit::record(conn, now, &Actor::System, "digest.run", "digest", digest, outcome.as_str())?;
    Ok(Some((outcome, digest)))
}

/// Makes the digest of a run, and schedules it if nobody has to approve it.
fn made(
    conn: &mut Conn,
    now: Timestamp,
    outfit: &Outfit,
    edition: &Edition,
    newsletter: &Newsletter,
    at: Timestamp,
) -> Result<(RunOutcome, Option<i64>), DigestError> {
    let found = edit::would_fill(conn, now, edition)?;
    let enough = usize::try_from(edition.settings.least_articles).unwrap_or_default();
    if found.len() < enough {
        return Ok((RunOutcome::Skipped, None));
    }
    let subject = subject(conn, newsletter, found.first().copied())?;
    let id = edit::compose_for(conn, &Actor::System, now, (newsletter, edition), &subject)?;
    if edition.settings.approval == Approval::Automatic {
        match send::approve_and_schedule(conn, &Actor::System, now, outfit, id, at.max(now)) {
            Ok(()) => {}
            Err(DigestError::Db(error)) => return Err(error.into()),
            // It waits for an editor, who sees why.
            Err(error) => hold(conn, now, id, &error.to_string())?,
        }
    }
    Ok((RunOutcome::Made, Some(id)))
}

/// The headline of the first article, or the newsletter's name.
fn subject(conn: &mut Conn, newsletter: &Newsletter, first: Option<i64>) -> db::Result<String> {
    let article = article::by_ids(conn, first.as_slice())?.into_iter().next();
    let title = article.map(|article| text::truncate_words(&article.title, SUBJECT));
    Ok(title.filter(|title| edit::is_subject(title)).unwrap_or_else(|| newsletter.name.clone()))
}

fn hold(conn: &mut Conn, now: Timestamp, id: i64, reason: &str) -> db::Result<()> {
    let Some(digest) = queries::locked(conn, id)? else { return Ok(()) };
    let held = super::Digest { held: reason.to_owned(), ..digest };
    queries::store(conn, now, &held)
}

/// Whether [`begin_anew`] is still to be done.
fn is_restored(conn: &mut Conn) -> db::Result<bool> {
    Ok(instance::known_fact(conn, instance::RESTORED)?.is_some())
}

/// Begins every schedule with its next time, and lets go of the digests that wait: the database is an older copy, and what
/// it does not know of may have been sent.
pub fn begin_anew(conn: &mut Conn, now: Timestamp) -> db::Result<()> {
    for edition in newsletter::editions_that_run(conn)? {
        newsletter::schedule_since(conn, edition.newsletter_id, now)?;
    }
    rows::let_go(conn)
}

/// Runs whose digest waits and whose time has come.
pub fn ripe(conn: &mut Conn, now: Timestamp) -> db::Result<Vec<Run>> {
    rows::waiting(conn, now)
}

/// Ends a run whose time has come: sends its digest if an editor has approved it. One transaction.
pub fn finish(conn: &mut Conn, now: Timestamp, outfit: &Outfit, run: &Run) -> Result<RunOutcome, DigestError> {
    if is_restored(conn)? {
        return Ok(RunOutcome::Made);
    }
    let digest = run.digest_id.map(|id| queries::locked(conn, id)).transpose()?.flatten();
    let is_held = digest.as_ref().is_some_and(|digest| !digest.held.is_empty());
    let outcome = match digest.as_ref().map(|digest| (digest.id, digest.state)) {
        // An editor decides about it.
        Some((_, DigestState::Approved)) if is_held => RunOutcome::Taken,
        Some((id, DigestState::Approved)) => match send::send(conn, &Actor::System, now, outfit, id) {
            Ok(_) => RunOutcome::Sent,
            Err(DigestError::Db(error)) => return Err(error.into()),
            Err(error) => {
                hold(conn, now, id, &error.to_string())?;
                RunOutcome::Unapproved
            }
        },
        Some((id, DigestState::Draft)) => {
            hold(conn, now, id, &DigestError::NotApproved.to_string())?;
            RunOutcome::Unapproved
        }
        // The worker of scheduled digests sends it, now or soon.
        Some((_, DigestState::Scheduled)) => return Ok(RunOutcome::Made),
        Some((_, DigestState::Sending | DigestState::Paused | DigestState::Sent)) => RunOutcome::Sent,
        Some((_, DigestState::Cancelled)) | None => RunOutcome::Taken,
    };
    rows::set_outcome(conn, run, outcome)?;
    Ok(outcome)
}

/// A run to come, and what it would send if it were made now.
#[derive(Clone, Debug)]
pub struct Upcoming {
    pub newsletter: Newsletter,
    pub approval: Approval,
    pub at: Timestamp,
    /// Its digest, if it is made already.
    pub digest: Option<i64>,
    /// The titles of its articles; none for a run after an edition's next one, which nobody can know.
    pub titles: Option<Vec<String>>,
}

/// The next runs of all editions, at most `most`.
pub fn upcoming(conn: &mut Conn, now: Timestamp, most: usize) -> Result<Vec<Upcoming>, DigestError> {
    let mut runs = Vec::new();
    for edition in newsletter::editions_that_run(conn)? {
        let Some(newsletter) = newsletter::by_id(conn, edition.newsletter_id)? else { continue };
        let made = rows::made_of(conn, edition.id)?.filter(|run| run.at > now);
        let mut titles = made.is_none().then(|| titles(conn, now, &edition)).transpose()?;
        let times: Vec<_> = times(&edition, &newsletter, now).take(most).collect();
        for at in times {
            let digest = made.as_ref().filter(|run| run.at == at).and_then(|run| run.digest_id);
            let titles = if digest.is_some() { None } else { titles.take() };
            let (newsletter, approval) = (newsletter.clone(), edition.settings.approval);
            runs.push(Upcoming { newsletter, approval, at, digest, titles });
        }
    }
    runs.sort_by_key(|run| run.at);
    runs.truncate(most);
    Ok(runs)
}

fn titles(conn: &mut Conn, now: Timestamp, edition: &Edition) -> Result<Vec<String>, DigestError> {
    let found = edit::would_fill(conn, now, edition)?;
    let articles = article::by_ids(conn, &found)?;
    let title = |id: &i64| articles.iter().find(|article| article.id == *id).map(|article| article.title.clone());
    Ok(found.iter().filter_map(title).collect())
}
