//! What every public page shows and every sign-up needs: the site's settings, newsletters, topics and trending
//! articles. It is kept instead of being read for each request: a change that this process commits is in the next
//! answer, a change of another process in those of the next second.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::article;
use crate::clock::{Clock, SECOND, Timestamp};
use crate::db::{Conn, Db, Result};
use crate::effect::{Effect, Listener};
use crate::field::FieldErrorKind;
use crate::locale::Locale;
use crate::newsletter::{self, Newsletter, Topic};
use crate::site::{self, Site};

/// The first so many of the trending articles have the tag.
pub const TRENDING: i64 = 5;
/// How long it is kept, in milliseconds.
const LIFETIME: i64 = SECOND;

#[derive(Clone, Debug, Default)]
pub struct Ground {
    pub site: Site,
    pub newsletters: Vec<Newsletter>,
    pub topics: Vec<Topic>,
    /// The ids of the articles that have the tag.
    pub trending: Vec<i64>,
}

fn read(conn: &mut Conn) -> Result<Ground> {
    Ok(Ground {
        site: site::site(conn)?,
        newsletters: newsletter::list_uncounted(conn)?,
        topics: newsletter::topics(conn)?,
        trending: article::trending_ids(conn, TRENDING)?,
    })
}

impl Ground {
    /// The language of public pages: the first newsletter's.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.newsletters.first().map(Newsletter::locale).unwrap_or_default()
    }

    /// The newsletter of a slug; without a slug the only one.
    #[must_use]
    pub fn newsletter(&self, slug: &str) -> Option<&Newsletter> {
        match (slug, self.newsletters.as_slice()) {
            ("", [only]) => Some(only),
            ("", _) => None,
            (slug, all) => all.iter().find(|newsletter| newsletter.slug == slug),
        }
    }

    /// The newsletter that speaks for the site: the first that takes readers, else the first.
    #[must_use]
    pub fn first(&self) -> Option<&Newsletter> {
        self.open().next().or(self.newsletters.first())
    }

    /// The newsletters that take readers.
    pub fn open(&self) -> impl Iterator<Item = &Newsletter> {
        self.newsletters.iter().filter(|newsletter| newsletter.is_open())
    }

    /// The open newsletter of a slug, or without a slug the only open one; otherwise what is wrong with the slug.
    pub fn open_newsletter(&self, slug: &str) -> std::result::Result<&Newsletter, FieldErrorKind> {
        if slug.is_empty() {
            let mut open = self.open();
            return open.next().filter(|_| open.next().is_none()).ok_or(FieldErrorKind::Required);
        }
        match self.newsletter(slug) {
            Some(newsletter) if newsletter.is_open() => Ok(newsletter),
            Some(_) => Err(FieldErrorKind::Closed),
            None => Err(FieldErrorKind::Unknown),
        }
    }
}

/// The ground as it was read last.
#[derive(Default)]
pub struct KeptGround {
    kept: Mutex<Option<Kept>>,
    /// The changes that this process has committed.
    changes: AtomicU64,
    reading: tokio::sync::Mutex<()>,
}

struct Kept {
    ground: Arc<Ground>,
    at: Timestamp,
    /// The number of changes before it was read.
    changes: u64,
}

impl KeptGround {
    /// The kept ground, which is read again if it is old. One request reads, the others wait for it.
    pub async fn get(&self, db: &Db, clock: &Clock) -> Result<Arc<Ground>> {
        if let Some(ground) = self.fresh(clock.now()) {
            return Ok(ground);
        }
        let _reading = self.reading.lock().await;
        let (at, changes) = (clock.now(), self.changes.load(Ordering::SeqCst));
        if let Some(ground) = self.fresh(at) {
            return Ok(ground);
        }
        let ground = Arc::new(db.read(read).await?);
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some(Kept { ground: ground.clone(), at, changes });
        Ok(ground)
    }

    fn fresh(&self, now: Timestamp) -> Option<Arc<Ground>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let is_fresh = |kept: &&Kept| {
            kept.changes == self.changes.load(Ordering::SeqCst) && (0..LIFETIME).contains(&(now.0 - kept.at.0))
        };
        kept.as_ref().filter(is_fresh).map(|kept| kept.ground.clone())
    }
}

impl Listener for KeptGround {
    fn committed(&self, effects: &[Effect]) {
        if effects.contains(&Effect::SiteChanged) {
            self.changes.fetch_add(1, Ordering::SeqCst);
        }
    }
}
