//! Whether a digest may go out: asked at its approval, when its time is set, when it starts, and by the editor's page.
//! It reads and changes nothing.

use super::render::{Edition, Headlines, edition, letter};
use super::{Digest, DigestError, queries};
use crate::article;
use crate::db::Conn;
use crate::digest::send::Outfit;
use crate::subscriber::letters::Letter;
use crate::token::sha256;

/// A digest ready to go out, or the first thing that stands against it.
pub fn check(conn: &mut Conn, outfit: &Outfit, digest: Digest) -> Result<(Edition, Letter), DigestError> {
    let edition = edition(conn, digest)?;
    match against(conn, &edition)?.into_iter().next() {
        Some(error) => Err(error),
        None => letter(&edition, &outfit.links, &outfit.keys, Headlines::AsSet).map(|letter| (edition, letter)),
    }
}

/// All that stands against sending an edition, but for what its mail itself says when it is composed.
pub fn against(conn: &mut Conn, edition: &Edition) -> Result<Vec<DigestError>, DigestError> {
    let mut found = Vec::new();
    if !edition.newsletter.is_open() {
        found.push(DigestError::Closed);
    }
    if edition.digest.subject.trim().is_empty() {
        found.push(DigestError::NoSubject);
    }
    if is_altered(edition) {
        found.push(DigestError::Altered);
    }
    if edition.newsletter.postal_address.trim().is_empty() {
        found.push(DigestError::NoPostalAddress);
    }
    let repeats = repeats(conn, edition)?;
    if !repeats.is_empty() {
        found.push(DigestError::Repeats(repeats));
    }
    Ok(found)
}

/// Stands for the articles of an edition as its readers would see them.
#[must_use]
pub fn fingerprint(edition: &Edition) -> Vec<u8> {
    let mut bytes = Vec::new();
    for article in &edition.articles {
        let date = article.published_at.0.to_string();
        let url = article.url.as_deref().unwrap_or(&article.slug);
        let image = article.image.as_deref().unwrap_or_default();
        for field in [&article.title, &article.summary, url, image, &article.source, &date] {
            // Each field has its length before it, so that no two editions run into one text.
            bytes.extend_from_slice(&field.len().to_be_bytes());
            bytes.extend_from_slice(field.as_bytes());
        }
    }
    sha256(&bytes).to_vec()
}

/// Whether its articles are no longer what was approved.
#[must_use]
pub fn is_altered(edition: &Edition) -> bool {
    edition.digest.approved_content.as_ref().is_some_and(|approved| *approved != fingerprint(edition))
}

/// Whether there is nothing in it to read: no article and no introduction.
#[must_use]
pub fn is_empty(edition: &Edition) -> bool {
    edition.articles.is_empty() && edition.digest.introduction.trim().is_empty()
}

/// Titles of its articles that its readers got before, or are about to. What was broken off may be sent anew.
fn repeats(conn: &mut Conn, edition: &Edition) -> Result<Vec<String>, DigestError> {
    let ids: Vec<i64> = edition.articles.iter().map(|article| article.id).collect();
    let uses = queries::uses(conn, edition.newsletter.id, edition.digest.id, &ids)?;
    let is_used = |article: &&article::Article| uses.iter().any(|one| one.article == article.id && !one.cancelled);
    Ok(edition.articles.iter().filter(is_used).map(|article| article.title.clone()).collect())
}
