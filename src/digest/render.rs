//! A digest as a mail: its articles and words put into the template, frozen with slots, or shown to an editor.

use chrono_tz::Tz;

use super::mail::{DigestMail, MailArticle};
use super::{Digest, DigestError, queries};
use crate::article::{self, Article};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::delivery;
use crate::html::SafeHtml;
use crate::links::Links;
use crate::mail::{Draft, ListHeaders, Mailbox, ReadMail, Slots, Template, compose, read};
use crate::markup;
use crate::newsletter::mail_frame::MailFrame;
use crate::newsletter::{self, Edition, HeadlineLink, Newsletter};
use crate::site::{self, Site};
use crate::subscriber::letters::{Letter, frame, nonce};
use crate::text::truncate_words;
use crate::token::Keys;

/// Bytes of HTML above which Gmail cuts a mail off, with room for what it adds.
const HTML_LIMIT: usize = 90_000;
/// Characters of the line that an inbox shows beside the subject.
const PREHEADER: usize = 140;

/// Characters of an article's summary in a mail.
const SUMMARY: usize = 220;

/// The slots of a digest, in the order of a delivery's fields.
pub const SLOTS: [&str; 4] = ["greeting", "unsubscribe", "preferences", "click"];

/// A digest with all that stands in it.
#[derive(Clone, Debug)]
pub struct Content {
    pub digest: Digest,
    pub edition: Edition,
    pub newsletter: Newsletter,
    pub site: Site,
    /// In their order, without the dropped ones and those no longer published.
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

/// Where headlines lead in a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headlines {
    /// As the edition sets it: counted if it tracks clicks.
    AsSet,
    /// Straight to the article: for a preview or a test, which nobody's click is counted from.
    Direct,
}

/// Freezes a digest for its readers.
pub fn letter(content: &Content, links: &Links, keys: &Keys, headlines: Headlines) -> Result<Letter, DigestError> {
    let id = content.digest.id.to_string();
    let slots = Slots::new(nonce(keys, &["digest", &id]), &SLOTS);
    let counted = headlines == Headlines::AsSet && content.edition.settings.track_clicks;
    let mail = digest_mail(content, links, &slots, counted);
    let newsletter = &content.newsletter;
    let draft = Draft {
        from: Mailbox::new(Some(&newsletter.sender_name), &newsletter.sender)?,
        reply_to: Some(Mailbox::new(None, &newsletter.contact)?),
        subject: content.digest.subject.clone(),
        text: mail.text()?,
        html: Some(mail.html()?),
        list: Some(ListHeaders {
            list_id: (newsletter.name.clone(), newsletter.list_id()),
            unsubscribe_url: links.unsubscribe(&slots.mark("unsubscribe")),
            feedback_id: format!("{}:{}:digest:tidings", content.digest.slug, newsletter.slug),
        }),
        auto_submitted: false,
        slots,
    };
    let frozen = compose(&draft)?;
    if frozen.html_bytes() > HTML_LIMIT {
        return Err(DigestError::TooLarge(frozen.html_bytes()));
    }
    let sender = newsletter.sender.clone();
    Ok(Letter { sender, subject: content.digest.subject.clone(), body: frozen.into_bytes() })
}

/// A digest's mail as an editor reads it: as it would go out now, and once it is sent, as it was frozen.
pub fn current(conn: &mut Conn, digest: Digest, links: &Links, keys: &Keys) -> Result<Letter, DigestError> {
    let frozen = digest.dispatch_id.map(|dispatch| delivery::frozen(conn, dispatch)).transpose()?.flatten();
    match frozen {
        Some((sender, subject, body)) => Ok(Letter { sender, subject, body }),
        None => letter(&content(conn, digest)?, links, keys, Headlines::Direct),
    }
}

/// What one reader would get: the mail as it goes out, and as it reads.
pub fn preview(letter: &Letter, now: Timestamp, greeting: &str) -> Result<(String, ReadMail), DigestError> {
    let template = Template::parse(&letter.body)?;
    let to = Mailbox::new(None, "reader@example.org")?;
    let mut raw = String::new();
    template.splice(
        &mut raw,
        &to,
        "preview@example.org",
        now.to_utc(),
        &[greeting, "preview", "preview", "preview"],
    )?;
    let mail = read(&raw);
    Ok((raw, mail))
}

fn digest_mail(content: &Content, links: &Links, slots: &Slots, counted: bool) -> DigestMail {
    let Content { digest, edition, newsletter, site, articles } = content;
    let locale = newsletter.locale();
    let day = digest.started_at.or(digest.scheduled_at).unwrap_or(digest.updated_at);
    let introduction = markup::markdown_to_html(&digest.introduction);
    let lead = articles.first().map(|article| article.summary.clone()).unwrap_or_default();
    let words = markup::html_to_text(&introduction, PREHEADER);
    let headline = |article: &Article| {
        if counted { links.click(&slots.mark("click"), article.id) } else { target(article, edition, links) }
    };
    DigestMail {
        frame: MailFrame {
            date: locale.long_date(&day.to_utc().with_timezone(&newsletter.zone())),
            preheader: if words.is_empty() { truncate_words(&lead, PREHEADER) } else { words },
            why: locale.t2("mail-why-subscribed", "newsletter", &newsletter.name, "site", &site.name),
            unsubscribe_url: Some(links.unsubscribe(&slots.mark("unsubscribe"))),
            preferences_url: Some(links.preferences(&slots.mark("preferences"))),
            ..frame(newsletter, site, links)
        },
        subject: digest.subject.clone(),
        greeting: slots.mark("greeting"),
        introduction_text: markup::markdown_to_text(&digest.introduction),
        introduction: SafeHtml::vouched(introduction),
        articles: articles.iter().map(|article| mail_article(article, newsletter, headline(article))).collect(),
        web_url: links.digest(&digest.slug),
    }
}

fn mail_article(article: &Article, newsletter: &Newsletter, url: String) -> MailArticle {
    let locale = newsletter.locale();
    MailArticle {
        title: article.title.clone(),
        url,
        summary: truncate_words(&article.summary, SUMMARY),
        date: locale.date(&in_zone(article.published_at, newsletter.zone())),
        topic: article.topics.first().map(|topic| topic.name.clone()).unwrap_or_default(),
        source: article.source.clone(),
        image: article.image.clone(),
    }
}

fn in_zone(at: Timestamp, zone: Tz) -> chrono::DateTime<Tz> {
    at.to_utc().with_timezone(&zone)
}

/// The page that a headline finally shows.
#[must_use]
pub fn target(article: &Article, edition: &Edition, links: &Links) -> String {
    match (edition.settings.headline_link, &article.url) {
        (HeadlineLink::Canonical, Some(url)) => url.clone(),
        _ => links.article(&article.slug),
    }
}
