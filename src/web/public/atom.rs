//! Feeds for feed readers (Atom, RFC 4287): the articles that trend, and the digests that were sent.

use actix_web::{HttpRequest, web};
use askama::Template;

use super::document::document;
use crate::article::{self, Article};
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::digest::{self, Digest, introduction};
use crate::links::Links;
use crate::markup;
use crate::newsletter::Newsletter;
use crate::web::App;
use crate::web::respond::Answer;

const CONTENT_TYPE: &str = "application/atom+xml; charset=utf-8";
const FRESH_SECONDS: u32 = 300;
const ENTRIES: i64 = 30;
/// Characters of a digest's introduction in its entry.
const SUMMARY: usize = 500;

#[derive(Template)]
#[template(path = "public/feed.xml")]
struct Feed {
    language: String,
    /// The feed's own address, which is its identity too.
    url: String,
    /// The page that the feed is about.
    page: String,
    title: String,
    subtitle: String,
    author: String,
    updated: String,
    entries: Vec<Entry>,
}

struct Entry {
    /// A tag URI (RFC 4151): it stays when title and address change.
    id: String,
    title: String,
    url: String,
    published: String,
    updated: String,
    author: String,
    summary: String,
    topics: Vec<(String, String)>,
}

pub async fn articles(request: HttpRequest, app: web::Data<App>) -> Answer {
    let articles = app.db.read(|conn| article::trending(conn, ENTRIES, 0)).await?;
    let ground = app.ground().await?;
    let feed = Feed {
        page: app.links.to("/"),
        updated: latest(articles.iter().map(|article| article.updated_at)),
        entries: articles.iter().map(|article| article_entry(article, &app.links)).collect(),
        ..empty(&ground, app.links.to("/feed.xml"), ground.site.name.clone())
    };
    Ok(document(&request, CONTENT_TYPE, FRESH_SECONDS, feed.render()?))
}

pub async fn digests(request: HttpRequest, app: web::Data<App>) -> Answer {
    let digests = app.db.read(|conn| digest::archive(conn, ENTRIES, 0)).await?;
    let ground = app.ground().await?;
    let title = format!("{}: {}", ground.site.name, ground.locale().t("archive-title"));
    let feed = Feed {
        page: app.links.to("/archive"),
        updated: latest(digests.iter().filter_map(|digest| digest.started_at)),
        entries: digests.iter().map(|digest| digest_entry(&ground, digest, &app.links)).collect(),
        ..empty(&ground, app.links.to("/digests.xml"), title)
    };
    Ok(document(&request, CONTENT_TYPE, FRESH_SECONDS, feed.render()?))
}

fn empty(ground: &Ground, url: String, title: String) -> Feed {
    Feed {
        language: ground.locale().tag(),
        page: String::new(),
        subtitle: ground.site.tagline.clone(),
        author: ground.site.name.clone(),
        updated: String::new(),
        entries: Vec::new(),
        url,
        title,
    }
}

/// RFC 3339 in seconds; a feed without entries is as old as time.
fn stamp(at: Timestamp) -> String {
    at.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn latest(times: impl Iterator<Item = Timestamp>) -> String {
    stamp(times.max().unwrap_or(Timestamp(0)))
}

fn tag(links: &Links, kind: &str, id: i64) -> String {
    format!("tag:{},2025:{kind}-{id}", links.host())
}

fn article_entry(article: &Article, links: &Links) -> Entry {
    Entry {
        id: tag(links, "article", article.id),
        title: article.title.clone(),
        url: links.article(&article.slug),
        published: stamp(article.published_at),
        updated: stamp(article.updated_at),
        author: article.source.clone(),
        summary: article.summary.clone(),
        topics: article.topics.iter().map(|topic| (topic.slug.clone(), topic.name.clone())).collect(),
    }
}

fn digest_entry(ground: &Ground, digest: &Digest, links: &Links) -> Entry {
    let newsletter = ground.newsletters.iter().find(|newsletter| newsletter.id == digest.newsletter_id);
    let locale = newsletter.map(Newsletter::locale).unwrap_or_default();
    let at = stamp(digest.started_at.unwrap_or(digest.updated_at));
    Entry {
        id: tag(links, "digest", digest.id),
        title: digest.subject.clone(),
        url: links.digest(&digest.slug),
        published: at.clone(),
        updated: at,
        author: newsletter.map(|newsletter| newsletter.name.clone()).unwrap_or_default(),
        summary: markup::html_to_text(&introduction::for_page(&digest.introduction, &locale), SUMMARY),
        topics: Vec::new(),
    }
}
