//! One edition of a newsletter: composed of what is trending, edited, approved, and sent once to each reader.
//!
//! ```text
//!   draft ──approve──► approved ──send──────────────► sending ⇄ paused ──► sent
//!     ▲                   │ └──schedule─► scheduled ──►  │        │
//!     └──── any edit ─────┴────────────────┘             └────────┴──► cancelled
//! ```
//! Once it is sending, its dispatch says where it stands; nothing keeps that twice.

pub mod edit;
pub mod mail;
mod queries;
pub mod render;
pub mod send;

use crate::actor::Actor;
use crate::article;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::DispatchState;
use crate::html::MailHtmlError;
use crate::mail::{AddressError, ComposeError, ParseError, SpliceError};
use crate::text::TextError;
use crate::word::word_enum;

pub use queries::{
    archive, archived_by_slug, by_id, due, last_started, list, neighbours, of_dispatch, places, sending,
};

word_enum! {
    pub enum DigestState {
        Draft = "draft",
        Approved = "approved",
        Scheduled = "scheduled",
        Sending = "sending",
        Paused = "paused",
        Sent = "sent",
        Cancelled = "cancelled",
    }
}

/// An edition. There is one edition of a newsletter for now.
pub const EDITION: &str = "main";

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Digest {
    pub id: i64,
    pub newsletter_id: i64,
    pub slug: String,
    pub subject: String,
    /// Markdown.
    pub introduction: String,
    pub state: DigestState,
    pub dispatch_id: Option<i64>,
    pub scheduled_at: Option<Timestamp>,
    pub approved_at: Option<Timestamp>,
    pub started_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

impl Digest {
    /// Whether its words and articles may still change.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.state, DigestState::Draft | DigestState::Approved | DigestState::Scheduled)
    }
}

/// What a stored state means, given where its dispatch stands.
fn effective(stored: DigestState, dispatch: Option<DispatchState>) -> DigestState {
    match (stored, dispatch) {
        (DigestState::Sending, Some(DispatchState::Paused)) => DigestState::Paused,
        (DigestState::Sending, Some(DispatchState::Done)) => DigestState::Sent,
        (DigestState::Sending, Some(DispatchState::Cancelled)) => DigestState::Cancelled,
        (stored, _) => stored,
    }
}

/// The line in the audit log of what was done with a digest.
fn note(conn: &mut Conn, actor: &Actor, now: Timestamp, action: &'static str, id: i64) -> db::Result<()> {
    audit::record(conn, now, actor, action, "digest", Some(id), "")
}

/// Where an article stands in a digest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    pub article_id: i64,
    pub position: i64,
    /// Stays where it is when the digest is filled again.
    pub pinned: bool,
    /// Left out by an editor, and not chosen again.
    pub dropped: bool,
}

/// Why something cannot be done with a digest; the words are for the editor.
#[derive(Debug, thiserror::Error)]
pub enum DigestError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("There is no such digest.")]
    NotFound,
    #[error("There is no such newsletter.")]
    NoNewsletter,
    #[error("The digest is {0}; this can be done only with one that is {1}.")]
    State(DigestState, &'static str),
    #[error("The digest has no subject yet.")]
    NoSubject,
    #[error("The subject: {0}")]
    Subject(TextError),
    #[error("The introduction: {0}")]
    Introduction(TextError),
    #[error("The newsletter has no postal address; the law asks for one in every digest. Add it to the newsletter.")]
    NoPostalAddress,
    #[error(
        "The mail's HTML has {0} bytes; above 92160 Gmail cuts mails off. Drop some articles or shorten the introduction."
    )]
    TooLarge(usize),
    #[error("The time to send at has passed.")]
    Past,
    #[error("The mail could not be composed: {0}")]
    Mail(String),
    #[error(transparent)]
    Article(#[from] article::ArticleError),
}

macro_rules! mail_errors {
    ($($error:ty),+) => {
        $(impl From<$error> for DigestError {
            fn from(error: $error) -> Self {
                Self::Mail(error.to_string())
            }
        })+
    };
}
mail_errors!(MailHtmlError, askama::Error, AddressError, ComposeError, ParseError, SpliceError);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_that_is_sending_is_what_its_dispatch_is() {
        for (stored, dispatch, expected) in [
            (DigestState::Draft, None, DigestState::Draft),
            (DigestState::Sending, Some(DispatchState::Running), DigestState::Sending),
            (DigestState::Sending, Some(DispatchState::Paused), DigestState::Paused),
            (DigestState::Sending, Some(DispatchState::Done), DigestState::Sent),
            (DigestState::Sending, Some(DispatchState::Cancelled), DigestState::Cancelled),
            (DigestState::Cancelled, None, DigestState::Cancelled),
        ] {
            assert_eq!(effective(stored, dispatch), expected);
        }
    }
}
