//! Articles and digests as entries of lists, and the pages of a list. Pure: it is given what it shows.

use actix_web::{HttpRequest, web};
use chrono_tz::Tz;
use url::form_urlencoded;

use super::pages::{Card, Day, DigestLink, Link, Pager};
use crate::article::Article;
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::digest::Digest;
use crate::locale::Locale;
use crate::newsletter::Topic;
use crate::text;
use crate::web::Refusal;

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
pub fn slug(path: web::Path<String>) -> Result<String, Refusal> {
    let slug = path.into_inner();
    if slug.chars().any(char::is_control) { Err(Refusal::NotFound) } else { Ok(slug) }
}

/// A field of the query, the first of that name; empty when it is not there.
#[must_use]
pub fn query_value(request: &HttpRequest, name: &str) -> String {
    let mut fields = form_urlencoded::parse(request.query_string().as_bytes());
    fields.find(|(key, _)| key == name).map(|(_, value)| value.into_owned()).unwrap_or_default()
}

/// Which page of a list: from 1; what is no number is the first.
#[must_use]
pub fn page_number(request: &HttpRequest) -> i64 {
    query_value(request, "page").parse().unwrap_or(1).clamp(1, LAST_PAGE)
}

/// How many entries stand before a page.
#[must_use]
pub const fn offset(page: i64) -> i64 {
    (page - 1) * PAGE
}

/// The links to the pages before and after, under `path` with these fields of the query; `more` says whether one follows.
#[must_use]
pub fn pager(path: &str, fields: &[(&str, &str)], page: i64, more: bool) -> Pager {
    let url = |page: i64| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(fields);
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    };
    Pager { newer: (page > 1).then(|| url(page - 1)), older: (more && page < LAST_PAGE).then(|| url(page + 1)) }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn odd_page_numbers_are_the_first_or_the_last() {
        for (query, page) in [
            ("", 1),
            ("page=2", 2),
            ("page=0", 1),
            ("page=-3", 1),
            ("page=99999999999999999999", 1),
            ("page=999999999", LAST_PAGE),
            ("page=%00", 1),
            ("page=2&page=3", 2),
            ("other=2", 1),
        ] {
            let request = TestRequest::with_uri(&format!("/archive?{query}")).to_http_request();
            assert_eq!(page_number(&request), page, "{query}");
        }
    }

    #[test]
    fn a_pager_keeps_the_query_and_names_no_first_page() {
        let search = [("q", "a&b c")];
        for (fields, page, more, newer, older) in [
            ([].as_slice(), 1, false, None, None),
            (&[], 1, true, None, Some("/x?page=2")),
            (&[], 2, false, Some("/x"), None),
            (&search, 2, true, Some("/x?q=a%26b+c"), Some("/x?q=a%26b+c&page=3")),
        ] {
            let pager = pager("/x", fields, page, more);
            assert_eq!((pager.newer.as_deref(), pager.older.as_deref()), (newer, older), "{page} {more}");
        }
    }
}
