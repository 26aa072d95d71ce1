//! Articles and digests as entries of lists, and the pages of a list. Pure: it is given what it shows.

use actix_web::{HttpRequest, web};
use chrono_tz::Tz;

use super::pages::{Card, Day, DigestLink, Link};
use crate::article::Article;
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::locale::Locale;
use crate::newsletter::Topic;
use crate::text;
use crate::token::without_punctuation;
use crate::web::paging::Numbered;
use crate::web::{Refusal, Submitted};

/// Entries of one page of a list.
pub const PAGE: i64 = 20;
/// Characters of a summary in a list.
const SUMMARY: usize = 200;
/// Nobody turns more pages than this; a program that tries costs no more.
const LAST_PAGE: i64 = 5_000;

/// A moment as a day of a zone.
#[must_use]
pub fn day(locale: &Locale, zone: Tz, at: Timestamp) -> Day {
    let local = at.to_utc().with_timezone(&zone);
    Day { iso: local.format("%Y-%m-%d").to_string(), shown: locale.date(&local) }
}

#[must_use]
pub fn topic_link(topic: &Topic) -> Link {
    Link { name: topic.name.clone(), url: format!("/topics/{}", topic.slug) }
}

/// An article's card; `trending` are the ids of those that have the tag.
#[must_use]
pub fn card(ground: &Ground, article: &Article, trending: &[i64]) -> Card {
    Card {
        title: article.title.clone(),
        url: format!("/articles/{}", article.slug),
        summary: text::truncate_words(&article.summary, SUMMARY),
        date: day(&ground.locale(), ground.site.time_zone, article.published_at),
        source: article.source.clone(),
        topic: article.topics.first().map(topic_link),
        image: article.image.clone(),
        trending: trending.contains(&article.id),
    }
}

#[must_use]
pub fn cards(ground: &Ground, articles: &[Article], trending: &[i64]) -> Vec<Card> {
    articles.iter().map(|article| card(ground, article, trending)).collect()
}

/// A sent digest as an entry; its day is the one on which its sending began.
#[must_use]
pub fn digest_link(ground: &Ground, digest: &Digest) -> DigestLink {
    let newsletter = ground.newsletters.iter().find(|newsletter| newsletter.id == digest.newsletter_id);
    DigestLink {
        subject: digest.subject.clone(),
        url: digest_path(&digest.slug),
        newsletter: newsletter.map(|newsletter| newsletter.name.clone()).unwrap_or_default(),
        date: day(&ground.locale(), ground.site.time_zone, digest.started_at.unwrap_or(digest.updated_at)),
    }
}

#[must_use]
pub fn digest_path(slug: &str) -> String {
    format!("/digests/{slug}")
}

/// The slug of a path. What has a control character in it is nobody's, and PostgreSQL takes no NUL in a text.
/// Punctuation after it is ignored.
pub fn slug(path: web::Path<String>) -> Result<String, Refusal> {
    let slug = path.into_inner();
    if slug.chars().any(char::is_control) { Err(Refusal::NotFound) } else { Ok(without_punctuation(&slug).to_owned()) }
}

/// A field of the query, the first of that name; empty when it is not there.
#[must_use]
pub fn query_value(request: &HttpRequest, name: &str) -> String {
    Submitted::read(request.query_string()).get(name).to_owned()
}

/// Which page of a list is asked for; what is no number is the first.
#[must_use]
pub fn numbered(request: &HttpRequest) -> Numbered {
    Numbered::up_to(&Submitted::read(request.query_string()), PAGE, LAST_PAGE)
}
