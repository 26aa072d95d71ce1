//! Composing a draft from trending articles, and editing it. Every change turns an approved digest back into a draft.

use super::introduction::{Introduction, has_placeholder};
use super::{Digest, DigestError, DigestState, Needs, Place, choice, note, queries};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::field::FieldErrorKind;
use crate::newsletter::{self, Edition, Newsletter};
use crate::text;

/// Longest subject, in characters; every mail client cuts off more.
const SUBJECT: usize = 200;
const INTRODUCTION: usize = 20_000;
/// The id of none.
const NO_DIGEST: i64 = 0;

/// Composes a draft for a newsletter's first edition from trending articles. The subject may be empty.
pub fn compose(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    newsletter: i64,
    subject: &str,
) -> Result<i64, DigestError> {
    let newsletter = newsletter::by_id(conn, newsletter)?.ok_or(DigestError::NoNewsletter)?;
    let edition = newsletter::first_edition(conn, newsletter.id)?;
    compose_for(conn, actor, now, (&newsletter, &edition), subject)
}

/// As [`compose`], for an edition of a newsletter.
pub fn compose_for(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    (newsletter, edition): (&Newsletter, &Edition),
    subject: &str,
) -> Result<i64, DigestError> {
    if !newsletter.is_open() {
        return Err(DigestError::Closed);
    }
    let subject = checked_subject(subject)?;
    let day = now.to_utc().with_timezone(&newsletter.zone()).format("%Y-%m-%d");
    let slug = queries::free_slug(conn, &format!("{}-{day}", newsletter.slug))?;
    let id = queries::insert(conn, now, edition.id, &slug, &subject)?;
    fill(conn, now, edition, id)?;
    note(conn, actor, now, "digest.compose", id)?;
    Ok(id)
}

/// The articles that a new digest of an edition would be filled with.
pub fn would_fill(conn: &mut Conn, now: Timestamp, edition: &Edition) -> Result<Vec<i64>, DigestError> {
    choice::choose(conn, now, edition, NO_DIGEST, &[])
}

/// Whether a text can be a subject.
#[must_use]
pub fn is_subject(text: &str) -> bool {
    !text.trim().is_empty() && checked_subject(text).is_ok()
}

/// Fills a digest by the rules of its edition: pinned articles keep their places, dropped ones stay out.
fn fill(conn: &mut Conn, now: Timestamp, edition: &Edition, digest: i64) -> Result<(), DigestError> {
    let old = queries::places(conn, digest)?;
    let count = usize::try_from(edition.settings.article_count).unwrap_or_default();
    let found = choice::choose(conn, now, edition, digest, &old)?;
    queries::store_places(conn, digest, &filled(&old, &found, count))?;
    Ok(())
}

/// Chooses the places (pure). `found` is ranked and contains neither pinned nor dropped articles.
fn filled(old: &[Place], found: &[i64], count: usize) -> Vec<Place> {
    let pinned: Vec<&Place> = old.iter().filter(|place| place.pinned && !place.dropped).collect();
    let free = count.saturating_sub(pinned.len());
    let mut order: Vec<Place> = found.iter().take(free).map(|id| new_place(*id)).collect();
    for pin in pinned {
        let at = usize::try_from(pin.position).unwrap_or_default().min(order.len());
        order.insert(at, *pin);
    }
    order.extend(old.iter().filter(|place| place.dropped));
    numbered(order)
}

const fn new_place(article_id: i64) -> Place {
    Place { article_id, position: 0, pinned: false, dropped: false }
}

fn numbered(mut places: Vec<Place>) -> Vec<Place> {
    for (position, place) in (0..).zip(&mut places) {
        place.position = position;
    }
    places
}

/// Loads a digest to change it; one that is being sent cannot be changed.
fn open(conn: &mut Conn, id: i64) -> Result<Digest, DigestError> {
    let digest = queries::locked(conn, id)?.ok_or(DigestError::NotFound)?;
    if digest.is_open() { Ok(digest) } else { Err(DigestError::State(digest.state, Needs::Open)) }
}

/// What storing a change did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing; the values were the same.
    Same,
    Changed,
    /// The digest was approved or scheduled, and is a draft again.
    Reopened,
}

/// Stores a changed digest as a draft, because another text was approved.
fn keep(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    action: &'static str,
    digest: Digest,
) -> Result<Kept, DigestError> {
    let kept = if digest.state == DigestState::Draft { Kept::Changed } else { Kept::Reopened };
    let draft = Digest {
        state: DigestState::Draft,
        approved_at: None,
        scheduled_at: None,
        approved_content: None,
        held: String::new(),
        ..digest
    };
    queries::store(conn, now, &draft)?;
    note(conn, actor, now, action, draft.id)?;
    Ok(kept)
}

/// Fills an open digest again.
pub fn refill(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<Kept, DigestError> {
    let digest = open(conn, id)?;
    let edition = newsletter::edition_by_id(conn, digest.edition_id)?.ok_or(DigestError::NoNewsletter)?;
    fill(conn, now, &edition, id)?;
    keep(conn, actor, now, "digest.fill", digest)
}

/// Turns an approved digest back into a draft; does nothing to a draft.
pub fn take_back(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<Kept, DigestError> {
    let digest = open(conn, id)?;
    if digest.state == DigestState::Draft {
        return Ok(Kept::Same);
    }
    keep(conn, actor, now, "digest.take-back", digest)
}

/// A subject is the same for all readers.
fn checked_subject(subject: &str) -> Result<String, DigestError> {
    let subject = text::single_line(subject, SUBJECT).map_err(|error| DigestError::Subject(error.into()))?;
    if has_placeholder(&subject) { Err(DigestError::Subject(FieldErrorKind::PlaceholderHere)) } else { Ok(subject) }
}

fn checked_introduction(introduction: &str) -> Result<String, FieldErrorKind> {
    let introduction = text::markdown(introduction, INTRODUCTION)?;
    Introduction::read(&introduction)?;
    Ok(introduction)
}

/// What an editor wrote; a field that is `None` stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'a> {
    pub subject: Option<&'a str>,
    pub introduction: Option<&'a str>,
    /// When the digest was last changed, as its editor saw it, so that nobody else's change is overwritten.
    pub seen: Option<Timestamp>,
}

/// Changes subject and introduction. Equal values change nothing, so an approved digest stays approved.
pub fn write(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, words: &Words<'_>) -> Result<Kept, DigestError> {
    let mut digest = open(conn, id)?;
    if words.seen.is_some_and(|seen| seen != digest.updated_at) {
        return Err(DigestError::Changed);
    }
    let before = digest.clone();
    if let Some(subject) = words.subject {
        digest.subject = checked_subject(subject)?;
    }
    if let Some(introduction) = words.introduction {
        digest.introduction = checked_introduction(introduction).map_err(DigestError::Introduction)?;
    }
    if digest == before { Ok(Kept::Same) } else { keep(conn, actor, now, "digest.edit", digest) }
}

/// As [`write()`], as the first part of another action; does nothing to a digest that can no longer be edited.
pub fn write_first(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    id: i64,
    words: &Words<'_>,
) -> Result<Kept, DigestError> {
    match queries::locked(conn, id)? {
        Some(digest) if !digest.is_open() => Ok(Kept::Same),
        _ => write(conn, actor, now, id, words),
    }
}

/// What an editor can do with an article of a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Pin,
    Unpin,
    Drop,
    /// Brings a dropped article back, or adds one that was not chosen.
    Add,
    Up,
    Down,
    /// To this place among the shown articles, counted from 0; a place beyond the last one is the last one.
    To(usize),
}

impl Change {
    /// Reads `pin`, `unpin`, `drop`, `add`, `up`, `down`, `top`, or `to-` and a place counted from 0.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "pin" => Some(Self::Pin),
            "unpin" => Some(Self::Unpin),
            "drop" => Some(Self::Drop),
            "add" => Some(Self::Add),
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            "top" => Some(Self::To(0)),
            _ => word.strip_prefix("to-")?.parse().ok().map(Self::To),
        }
    }
}

/// Changes the place of one article.
pub fn place(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    id: i64,
    article: i64,
    change: Change,
) -> Result<Kept, DigestError> {
    let digest = open(conn, id)?;
    let places = queries::places(conn, id)?;
    let new = changed(places.clone(), article, change);
    if new == places {
        return Ok(Kept::Same);
    }
    queries::store_places(conn, id, &new)?;
    keep(conn, actor, now, "digest.articles", digest)
}

/// The places after a change (pure). Shown articles come first, dropped ones last.
fn changed(mut places: Vec<Place>, article: i64, change: Change) -> Vec<Place> {
    let at = places.iter().position(|place| place.article_id == article);
    match (change, at) {
        (Change::Add, None) => places.push(new_place(article)),
        (_, None) => {}
        (Change::Up | Change::Down, Some(at)) => {
            let other = if change == Change::Up { at.checked_sub(1) } else { Some(at + 1) };
            if let Some(other) = other.filter(|other| *other < places.len()) {
                places.swap(at, other);
            }
        }
        (Change::To(to), Some(at)) => {
            let place = places.remove(at);
            let shown = places.iter().filter(|place| !place.dropped).count();
            places.insert(to.min(shown), place);
        }
        (_, Some(at)) => {
            if let Some(place) = places.get_mut(at) {
                match change {
                    Change::Pin => place.pinned = true,
                    Change::Unpin => place.pinned = false,
                    Change::Drop => (place.dropped, place.pinned) = (true, false),
                    Change::Add => place.dropped = false,
                    Change::Up | Change::Down | Change::To(_) => {}
                }
            }
        }
    }
    places.sort_by_key(|place| place.dropped);
    numbered(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(places: &[Place]) -> Vec<i64> {
        places.iter().filter(|place| !place.dropped).map(|place| place.article_id).collect()
    }

    fn of(ids: &[i64]) -> Vec<Place> {
        numbered(ids.iter().map(|id| new_place(*id)).collect())
    }

    #[test]
    fn filling_keeps_pinned_articles_in_place_and_leaves_out_dropped_ones() {
        let pin = |id, position| Place { pinned: true, position, ..new_place(id) };
        let dropped = Place { dropped: true, ..new_place(99) };
        let filled_ids = |old: &[Place], count| ids(&filled(old, &[1, 2, 3, 4, 5], count));
        assert_eq!(filled_ids(&[], 3), [1, 2, 3]);
        assert_eq!(filled_ids(&[pin(7, 1), dropped], 3), [1, 7, 2]);
        assert_eq!(filled_ids(&[pin(7, 40)], 3), [1, 2, 7]);
        assert_eq!(filled_ids(&[pin(7, 0), pin(8, 1)], 1), [7, 8]);
        assert_eq!(filled_ids(&[], 0), Vec::<i64>::new());
    }

    #[test]
    fn each_change_moves_pins_or_drops_its_article() {
        for (change, article, expected) in [
            (Change::Up, 2, vec![2, 1, 3]),
            (Change::Up, 1, vec![1, 2, 3]),
            (Change::Down, 3, vec![1, 2, 3]),
            (Change::Down, 1, vec![2, 1, 3]),
            (Change::To(0), 3, vec![3, 1, 2]),
            (Change::To(1), 1, vec![2, 1, 3]),
            (Change::To(2), 1, vec![2, 3, 1]),
            (Change::To(usize::MAX), 1, vec![2, 3, 1]),
            (Change::Drop, 2, vec![1, 3]),
            (Change::Add, 9, vec![1, 2, 3, 9]),
            (Change::Pin, 77, vec![1, 2, 3]),
        ] {
            assert_eq!(ids(&changed(of(&[1, 2, 3]), article, change)), expected, "{change:?} {article}");
        }
        let dropped = changed(of(&[1, 2, 3]), 2, Change::Drop);
        assert_eq!(ids(&changed(dropped.clone(), 1, Change::To(9))), [3, 1]);
        assert_eq!(ids(&changed(dropped, 2, Change::Add)), [1, 3, 2]);
    }
}
