//! The web version of a digest that was sent. A draft is never public, nor is one that was cancelled.

use actix_web::web;

use super::cards::{card, day, digest_path, slug};
use super::pages::{Card, DigestPage, Pager};
use crate::db::Conn;
use crate::digest::render::{self, Content};
use crate::digest::{self, DigestError, introduction};
use crate::html::SafeHtml;
use crate::web::respond::{Answer, page};
use crate::web::{App, Refusal};

fn refused(error: DigestError) -> Refusal {
    match error {
        DigestError::Db(error) => Refusal::Database(error),
        error => Refusal::broken(&error),
    }
}

pub async fn show(app: web::Data<App>, path: web::Path<String>) -> Answer {
    let slug = slug(path)?;
    let work = move |conn: &mut Conn| {
        let digest = digest::archived_by_slug(conn, &slug)?.ok_or(Refusal::NotFound)?;
        let neighbours = digest::neighbours(conn, &digest)?;
        let content = render::content(conn, digest).map_err(refused)?;
        Ok::<_, Refusal>((content, neighbours))
    };
    let (content, (newer, older)) = app.db.read(work).await?;
    let ground = app.ground().await?;
    let Content { digest, edition, newsletter, articles, .. } = content;
    let frame = ground.frame("/archive", app.clock.now());
    let at = digest.started_at.unwrap_or(digest.updated_at);
    // A headline leads where it leads in the mail.
    let card = |article| Card { url: render::target(article, &edition, &app.links), ..card(&ground, article, &[]) };
    page(&DigestPage {
        date: day(&frame.locale, ground.site.time_zone, at),
        canonical: app.links.digest(&digest.slug),
        introduction: SafeHtml::vouched(introduction::for_page(&digest.introduction, &frame.locale)),
        articles: articles.iter().map(card).collect(),
        pager: Pager { newer: newer.as_deref().map(digest_path), older: older.as_deref().map(digest_path) },
        contact: newsletter.contact.clone(),
        contact_url: format!("/contact?newsletter={}", newsletter.slug),
        sign_up: ground.sign_up(&[&newsletter.slug]),
        subject: digest.subject,
        newsletter: newsletter.settings.name,
        frame,
    })
}
