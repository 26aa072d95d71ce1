//! Whether a digest can be sent. Checked when it is approved, scheduled and started, and on the editor's page. It changes
//! nothing.

use super::render::{self, Content, Headlines};
use super::{Digest, DigestError, Outfit, queries};
use crate::article;
use crate::db::Conn;
use crate::delivery::Message;
use crate::token::sha256;

/// A digest that can be sent, with its messages; otherwise the first reason against it.
pub fn check(conn: &mut Conn, outfit: &Outfit, digest: Digest) -> Result<(Content, Vec<Message>), DigestError> {
    let content = render::content(conn, digest)?;
    if let Some(error) = against(conn, &content)?.into_iter().next() {
        return Err(error);
    }
    let messages = render::messages(&content, &outfit.links, &outfit.keys, Headlines::AsSet)?;
    Ok((content, messages))
}

/// Everything that prevents sending it, except the errors of composing its mail.
pub fn against(conn: &mut Conn, content: &Content) -> Result<Vec<DigestError>, DigestError> {
    let mut found = Vec::new();
    if !content.newsletter.is_open() {
        found.push(DigestError::Closed);
    }
    if content.digest.subject.trim().is_empty() {
        found.push(DigestError::NoSubject);
    }
    if is_altered(content) {
        found.push(DigestError::Altered);
    }
    if content.newsletter.postal_address.trim().is_empty() {
        found.push(DigestError::NoPostalAddress);
    }
    let repeats = repeats(conn, content)?;
    if !repeats.is_empty() {
        found.push(DigestError::Repeats(repeats));
    }
    Ok(found)
}

/// A hash (SHA-256) of the articles of a digest as its readers would see them.
#[must_use]
pub fn fingerprint(content: &Content) -> Vec<u8> {
    let mut bytes = Vec::new();
    for article in &content.articles {
        let date = article.published_at.0.to_string();
        let url = article.url.as_deref().unwrap_or(&article.slug);
        let image = article.image.as_deref().unwrap_or_default();
        for field in [&article.title, &article.summary, url, image, &article.source, &date] {
            // The length before each field keeps different lists from giving the same bytes.
            bytes.extend_from_slice(&field.len().to_be_bytes());
            bytes.extend_from_slice(field.as_bytes());
        }
    }
    sha256(&bytes).to_vec()
}

/// Whether its articles have changed since it was approved.
#[must_use]
pub fn is_altered(content: &Content) -> bool {
    content.digest.approved_content.as_ref().is_some_and(|approved| *approved != fingerprint(content))
}

/// Whether it has neither an article nor an introduction.
#[must_use]
pub fn is_empty(content: &Content) -> bool {
    content.articles.is_empty() && content.digest.introduction.trim().is_empty()
}

/// Titles of its articles that stand in another digest that was sent or approved. Articles of a cancelled sending may
/// be sent again.
fn repeats(conn: &mut Conn, content: &Content) -> Result<Vec<String>, DigestError> {
    let ids: Vec<i64> = content.articles.iter().map(|article| article.id).collect();
    let uses = queries::uses(conn, content.edition.id, content.digest.id, &ids)?;
    let is_used = |article: &&article::Article| uses.iter().any(|one| one.article == article.id && !one.cancelled);
    Ok(content.articles.iter().filter(is_used).map(|article| article.title.clone()).collect())
}
