//! From a digest to its mail: fills in the template, freezes the message with its slots, and previews it.

use chrono_tz::Tz;

use super::mail::{DigestMail, MailArticle};
use super::{Digest, DigestError, queries};
use crate::article::{self, Article};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::delivery::{self, Message, Splice, SpliceValues};
use crate::html::SafeHtml;
use crate::links::Links;
use crate::mail::{Draft, ListHeaders, Mailbox, ReadMail, Slots, Template, compose, read};
use crate::markup;
use crate::newsletter::mail_frame::MailFrame;
use crate::newsletter::{self, Edition, HeadlineLink, Newsletter};
use crate::site::{self, Site};
use crate::subscriber::letters::{frame, nonce};
use crate::text::truncate_words;
use crate::token::Keys;

/// Most bytes of HTML: Gmail clips larger mails, and adds some bytes of its own.
const HTML_LIMIT: usize = 90_000;
/// Longest preheader, in characters: the line that an inbox shows beside the subject.
const PREHEADER: usize = 140;

/// Longest summary of an article in a mail, in characters.
const SUMMARY: usize = 220;

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

/// Where headlines lead in a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headlines {
    /// As the edition sets it: counted if it tracks clicks.
    AsSet,
    /// Straight to the article: for previews and test sends, whose clicks are not counted.
    Direct,
}

/// Freezes a digest for its readers: one message for each of its variants. There is one, in the newsletter's language.
pub fn messages(
    content: &Content,
    links: &Links,
    keys: &Keys,
    headlines: Headlines,
) -> Result<Vec<Message>, DigestError> {
    Ok(vec![message(content, links, keys, headlines)?])
}

/// Freezes the first variant of a digest.
pub fn message(content: &Content, links: &Links, keys: &Keys, headlines: Headlines) -> Result<Message, DigestError> {
    let id = content.digest.id.to_string();
    let slots = Splice::slots(nonce(keys, &["digest", &id]));
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
            unsubscribe_url: links.unsubscribe(&Splice::Unsubscribe.mark(&slots)),
            feedback_id: format!("{}:{}:digest:tidings", content.digest.slug, newsletter.slug),
        }),
        auto_submitted: false,
        slots,
    };
    let frozen = compose(&draft)?;
    if frozen.html_bytes() > HTML_LIMIT {
        return Err(DigestError::TooLarge(frozen.html_bytes()));
    }
    Ok(Message {
        variant: 0,
        language: newsletter.language.clone(),
        return_path: newsletter.sender.clone(),
        subject: content.digest.subject.clone(),
        body: frozen.into_bytes(),
    })
}

/// The mail of a digest for an editor: as it would be sent now, or as it was frozen once it is sent.
pub fn current(conn: &mut Conn, digest: Digest, links: &Links, keys: &Keys) -> Result<Message, DigestError> {
    let frozen = digest.dispatch_id.map(|dispatch| delivery::frozen(conn, dispatch)).transpose()?.flatten();
    match frozen {
        Some(message) => Ok(message),
        None => message(&content(conn, digest)?, links, keys, Headlines::Direct),
    }
}

/// What one reader would get: the raw mail, and the mail as a client reads it.
pub fn preview(message: &Message, now: Timestamp, greeting: &str) -> Result<(String, ReadMail), DigestError> {
    let template = Template::parse(&message.body)?;
    let to = Mailbox::new(None, "reader@example.org")?;
    let fields = nobody("preview", greeting.to_owned()).into_fields();
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let mut raw = String::new();
    template.splice(&mut raw, &to, "preview@example.org", now.to_utc(), &fields)?;
    let mail = read(&raw);
    Ok((raw, mail))
}

/// The values of a mail that belongs to no subscription: `token` stands in all of its links.
#[must_use]
pub fn nobody(token: &str, greeting: String) -> SpliceValues {
    SpliceValues {
        greeting,
        unsubscribe: token.to_owned(),
        preferences: token.to_owned(),
        click: token.to_owned(),
        confirm: token.to_owned(),
    }
}

fn digest_mail(content: &Content, links: &Links, slots: &Slots, counted: bool) -> DigestMail {
    let Content { digest, edition, newsletter, site, articles } = content;
    let locale = newsletter.locale();
    let day = digest.started_at.or(digest.scheduled_at).unwrap_or(digest.updated_at);
    let introduction = markup::markdown_to_html(&digest.introduction);
    let lead = articles.first().map(|article| article.summary.clone()).unwrap_or_default();
    let words = markup::html_to_text(&introduction, PREHEADER);
    let headline = |article: &Article| {
        if counted { links.click(&Splice::Click.mark(slots), article.id) } else { target(article, edition, links) }
    };
    DigestMail {
        frame: MailFrame {
            date: locale.long_date(&day.to_utc().with_timezone(&newsletter.zone())),
            preheader: if words.is_empty() { truncate_words(&lead, PREHEADER) } else { words },
            why: locale.t2("mail-why-subscribed", "newsletter", &newsletter.name, "site", &site.name),
            unsubscribe_url: Some(links.unsubscribe(&Splice::Unsubscribe.mark(slots))),
            preferences_url: Some(links.preferences(&Splice::Preferences.mark(slots))),
            ..frame(newsletter, site, links)
        },
        subject: digest.subject.clone(),
        greeting: Splice::Greeting.mark(slots),
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

/// The page that a headline leads to.
#[must_use]
pub fn target(article: &Article, edition: &Edition, links: &Links) -> String {
    match (edition.settings.headline_link, &article.url) {
        (HeadlineLink::Canonical, Some(url)) => url.clone(),
        _ => links.article(&article.slug),
    }
}
