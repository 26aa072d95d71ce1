//! Adding, changing, closing and reopening a newsletter. The forms and the API set the newsletter together with its
//! first edition.

use serde::{Deserialize, Serialize};

use super::edition::EditionSettings;
use super::queries;
use super::settings::Settings;
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::field::{FieldError, FieldErrorKind, FieldErrors};

/// The slug of the edition that is made with a newsletter.
const FIRST: &str = "main";

/// What an administrator enters: the settings of a newsletter and of its first edition, flat in their serialised form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Input {
    #[serde(flatten)]
    pub newsletter: Settings,
    #[serde(flatten)]
    pub edition: EditionSettings,
}

impl Input {
    /// Both in normal form, or everything that is wrong with either.
    pub fn check(self) -> Result<Self, FieldErrors> {
        match (self.newsletter.check(), self.edition.check()) {
            (Ok(newsletter), Ok(edition)) => Ok(Self { newsletter, edition }),
            (newsletter, edition) => {
                let mut errors = newsletter.err().unwrap_or_default();
                errors.extend(edition.err().unwrap_or_default());
                Err(errors)
            }
        }
    }
}

/// Why a newsletter was not stored.
#[derive(Debug, thiserror::Error)]
pub enum NewsletterError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Fields(#[from] FieldErrors),
}

/// Stores a new newsletter with its first edition and returns its id.
pub fn add(conn: &mut Conn, actor: &Actor, now: Timestamp, input: Input) -> Result<i64, NewsletterError> {
    let Input { newsletter, edition } = input.check()?;
    let id = queries::insert(conn, now, &newsletter).map_err(taken)?;
    queries::insert_edition(conn, now, id, FIRST, &edition)?;
    audit::record(conn, now, actor, "newsletter.add", "newsletter", Some(id), "")?;
    Ok(id)
}

/// Changes a newsletter and its first edition.
pub fn change(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, input: Input) -> Result<(), NewsletterError> {
    let Input { newsletter, edition } = input.check()?;
    queries::update(conn, id, &newsletter).map_err(taken)?;
    let first = queries::first_edition(conn, id)?;
    queries::update_edition(conn, first.id, &edition)?;
    Ok(audit::record(conn, now, actor, "newsletter.change", "newsletter", Some(id), "")?)
}

/// Closes a newsletter or reopens it. False if there is nothing to change.
pub fn set_open(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, open: bool) -> db::Result<bool> {
    let changed = queries::set_closed(conn, id, (!open).then_some(now))?;
    if changed {
        let action = if open { "newsletter.reopen" } else { "newsletter.close" };
        audit::record(conn, now, actor, action, "newsletter", Some(id), "")?;
    }
    Ok(changed)
}

fn taken(error: db::Error) -> NewsletterError {
    if error.is_unique_violation() {
        NewsletterError::Fields(FieldError::new("slug", FieldErrorKind::Taken).into())
    } else {
        error.into()
    }
}
