//! A digest with everything that its mail and its page show.

use super::{Digest, DigestError, queries};
use crate::article::{self, Article};
use crate::db::Conn;
use crate::links::Links;
use crate::newsletter::{self, Edition, HeadlineLink, Newsletter};
use crate::site::{self, Site};

/// A digest with everything that its mail shows.
#[derive(Clone, Debug)]
pub struct Content {
    pub digest: Digest,
    pub edition: Edition,
    pub newsletter: Newsletter,
    pub site: Site,
    /// In their order, without dropped and unpublished ones.
    pub articles: Vec<Article>,
}

/// Loads a digest with its edition, newsletter and articles.
pub fn content(conn: &mut Conn, digest: Digest) -> Result<Content, DigestError> {
    let edition = newsletter::edition_by_id(conn, digest.edition_id)?.ok_or(DigestError::NoNewsletter)?;
    let newsletter = newsletter::by_id(conn, digest.newsletter_id)?.ok_or(DigestError::NoNewsletter)?;
    let places = queries::places(conn, digest.id)?;
    let ids: Vec<i64> = places.iter().filter(|place| !place.dropped).map(|place| place.article_id).collect();
    let articles =
        article::by_ids(conn, &ids)?.into_iter().filter(|a| a.state == article::ArticleState::Published).collect();
    Ok(Content { digest, edition, newsletter, site: site::site(conn)?, articles })
}

/// The page that a headline leads to.
#[must_use]
pub fn target(article: &Article, edition: &Edition, links: &Links) -> String {
    match (edition.settings.headline_link, &article.url) {
        (HeadlineLink::Canonical, Some(url)) => url.clone(),
        _ => links.article(&article.slug),
    }
}
