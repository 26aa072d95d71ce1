//! The editor's desk: composing a draft from what trends, and changing it. Every change makes an approved one a draft again.

use super::{Digest, DigestError, DigestState, Place, note, queries};
use crate::actor::Actor;
use crate::article;
use crate::clock::{DAY, Timestamp};
use crate::db::Conn;
use crate::newsletter::{self, Newsletter};
use crate::text;

/// Characters of a subject: more is cut off by every mail reader.
const SUBJECT: usize = 200;
const INTRODUCTION: usize = 20_000;

/// Makes a draft of what trends for a newsletter. The subject may still be empty.
pub fn compose(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    newsletter: i64,
    subject: &str,
) -> Result<i64, DigestError> {
    let newsletter = newsletter::by_id(conn, newsletter)?.ok_or(DigestError::NoNewsletter)?;
    let subject = text::single_line(subject, SUBJECT).map_err(DigestError::Subject)?;
    let day = now.to_utc().with_timezone(&newsletter.time_zone).format("%Y-%m-%d");
    let slug = queries::free_slug(conn, &format!("{}-{day}", newsletter.slug))?;
    let id = queries::insert(conn, now, newsletter.id, &slug, &subject)?;
    fill(conn, now, &newsletter, id)?;
    note(conn, actor, now, "digest.compose", id)?;
    Ok(id)
}

/// Fills a digest by its newsletter's rules: pinned articles keep their places, dropped ones stay out.
fn fill(conn: &mut Conn, now: Timestamp, newsletter: &Newsletter, digest: i64) -> Result<(), DigestError> {
    let old = queries::places(conn, digest)?;
    let mut exclude = queries::used(conn, newsletter.id, digest)?;
    exclude.extend(old.iter().filter(|place| place.pinned || place.dropped).map(|place| place.article_id));
    let topics = if newsletter.all_topics { None } else { Some(newsletter::topic_ids(conn, newsletter.id)?) };
    let since = now.plus(-newsletter.window_days * DAY);
    let found = article::candidates(conn, topics.as_deref(), since, &exclude, newsletter.article_count)?;
    let found: Vec<i64> = found.iter().map(|article| article.id).collect();
    let count = usize::try_from(newsletter.article_count).unwrap_or_default();
    queries::store_places(conn, digest, &filled(&old, &found, count))?;
    Ok(())
}

/// Chooses the places: pure. `found` is ranked and has neither pinned nor dropped articles.
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

/// Loads a digest for a change; what is on its way is not changed.
fn open(conn: &mut Conn, id: i64) -> Result<Digest, DigestError> {
    let digest = queries::locked(conn, id)?.ok_or(DigestError::NotFound)?;
    if digest.is_open() { Ok(digest) } else { Err(DigestError::State(digest.state, "not yet on its way")) }
}

/// Keeps a changed digest as a draft: what was approved was another text.
fn keep(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    action: &'static str,
    digest: Digest,
) -> Result<(), DigestError> {
    let draft = Digest { state: DigestState::Draft, approved_at: None, scheduled_at: None, ..digest };
    queries::store(conn, now, &draft)?;
    Ok(note(conn, actor, now, action, draft.id)?)
}

/// Fills an open digest again.
pub fn refill(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<(), DigestError> {
    let digest = open(conn, id)?;
    let newsletter = newsletter::by_id(conn, digest.newsletter_id)?.ok_or(DigestError::NoNewsletter)?;
    fill(conn, now, &newsletter, id)?;
    keep(conn, actor, now, "digest.fill", digest)
}

/// Makes an approved digest a draft again.
pub fn take_back(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64) -> Result<(), DigestError> {
    let digest = open(conn, id)?;
    keep(conn, actor, now, "digest.take-back", digest)
}

/// Changes subject and introduction; `None` leaves a part as it is.
pub fn write(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    id: i64,
    subject: Option<&str>,
    introduction: Option<&str>,
) -> Result<(), DigestError> {
    let mut digest = open(conn, id)?;
    if let Some(subject) = subject {
        digest.subject = text::single_line(subject, SUBJECT).map_err(DigestError::Subject)?;
    }
    if let Some(introduction) = introduction {
        digest.introduction = text::paragraphs(introduction, INTRODUCTION).map_err(DigestError::Introduction)?;
    }
    keep(conn, actor, now, "digest.edit", digest)
}

/// One thing an editor does with an article of a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Pin,
    Unpin,
    Drop,
    /// Brings a dropped article back, or adds one that was not chosen.
    Add,
    Up,
    Down,
}

impl Change {
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "pin" => Some(Self::Pin),
            "unpin" => Some(Self::Unpin),
            "drop" => Some(Self::Drop),
            "add" => Some(Self::Add),
            "up" => Some(Self::Up),
            "down" => Some(Self::Down),
            _ => None,
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
) -> Result<(), DigestError> {
    let digest = open(conn, id)?;
    let places = queries::places(conn, id)?;
    queries::store_places(conn, id, &changed(places, article, change))?;
    keep(conn, actor, now, "digest.articles", digest)
}

/// The places after a change: pure. Shown articles come first, dropped ones last.
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
        (_, Some(at)) => {
            if let Some(place) = places.get_mut(at) {
                match change {
                    Change::Pin => place.pinned = true,
                    Change::Unpin => place.pinned = false,
                    Change::Drop => (place.dropped, place.pinned) = (true, false),
                    Change::Add => place.dropped = false,
                    Change::Up | Change::Down => {}
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
    fn filling_keeps_pins_in_their_places_and_leaves_the_dropped_out() {
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
    fn each_change_does_what_it_says() {
        for (change, article, expected) in [
            (Change::Up, 2, vec![2, 1, 3]),
            (Change::Up, 1, vec![1, 2, 3]),
            (Change::Down, 3, vec![1, 2, 3]),
            (Change::Down, 1, vec![2, 1, 3]),
            (Change::Drop, 2, vec![1, 3]),
            (Change::Add, 9, vec![1, 2, 3, 9]),
            (Change::Pin, 77, vec![1, 2, 3]),
        ] {
            assert_eq!(ids(&changed(of(&[1, 2, 3]), article, change)), expected, "{change:?} {article}");
        }
        let dropped = changed(of(&[1, 2, 3]), 2, Change::Drop);
        assert_eq!(ids(&changed(dropped, 2, Change::Add)), [1, 3, 2]);
    }
}
