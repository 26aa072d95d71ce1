//! One item of a feed as an article: what is missing is derived, what is relative resolved, what could act removed.

use chrono::{DateTime, TimeZone, Utc};
use feed_rs::model::{Entry, FeedType, MediaContent, Text};
use url::Url;

use super::ParsedArticle;
use crate::article::story::canonical_url;
use crate::{markup, text};

pub const MAX_TITLE: usize = 300;
const MAX_SUMMARY: usize = 1_000;
/// A summary that we cut from the body.
const DERIVED_SUMMARY: usize = 300;
/// A title that we cut from the text.
const DERIVED_TITLE: usize = 80;
const MAX_GUID: usize = 500;
const MAX_URL: usize = 2_000;
const MAX_CATEGORIES: usize = 20;
const MAX_CATEGORY: usize = 60;

/// What all items of a feed share.
pub struct Context<'a> {
    pub kind: FeedType,
    pub source: &'a str,
    /// Where the feed came from.
    pub base: &'a Url,
    pub now: DateTime<Utc>,
}

/// The article in a feed's entry; `None` when it has neither title nor text.
pub fn article(entry: &Entry, context: &Context<'_>) -> Option<ParsedArticle> {
    let url = page_url(entry, context);
    let body_base = entry.base.as_deref().and_then(|base| context.base.join(base).ok()).or_else(|| url.clone());
    let base = body_base.as_ref().unwrap_or(context.base);
    let (summary, body_html) = summary_and_body(entry, base);
    let title = title(entry, &context.kind, &summary)?;
    let image = image(entry, context.base).or_else(|| markup::first_image(&body_html));
    let url = url.map(|url| canonical_url(&url).to_string());
    Some(ParsedArticle {
        guid: guid(entry, url.as_deref(), &title),
        published_at: published_at(entry, context.now),
        categories: categories(entry),
        source: context.source.to_owned(),
        title,
        summary,
        body_html,
        image,
        url,
    })
}

/// A text as a reader sees it. Titles in RSS may hold HTML without saying so, those in JSON Feed are text in which many
/// publishers leave character references.
pub fn plain(text: &Text, kind: &FeedType, max_chars: usize) -> String {
    let says_plain = text.content_type.as_str() == "text/plain";
    match kind {
        FeedType::Atom if says_plain => text::clean_line(&text.content, max_chars),
        FeedType::JSON if says_plain => markup::html_to_text(&text.content.replace('<', "&lt;"), max_chars),
        _ => markup::html_to_text(&text.content, max_chars),
    }
}

fn title(entry: &Entry, kind: &FeedType, summary: &str) -> Option<String> {
    let given = entry.title.as_ref().map(|title| plain(title, kind, MAX_TITLE)).unwrap_or_default();
    let title = if given.is_empty() { text::truncate_words(summary, DERIVED_TITLE) } else { given };
    (!title.is_empty()).then_some(title)
}

/// The summary as text and the body as HTML. A feed that gives one alone gives it in either place: a short one is the
/// summary, a long one the body.
fn summary_and_body(entry: &Entry, base: &Url) -> (String, String) {
    let html = |text: &str, kind: &str| {
        if kind == "text/plain" { markup::plain_to_html(text) } else { markup::sanitise(text, Some(base)) }
    };
    let content =
        entry.content.as_ref().and_then(|content| Some((content.body.as_deref()?, content.content_type.as_str())));
    let body = content.map(|(text, kind)| html(text, kind)).unwrap_or_default();
    let described = entry.media.iter().find_map(|media| media.description.as_ref());
    let teaser = entry
        .summary
        .as_ref()
        .or(described)
        .map(|text| html(&text.content, text.content_type.as_str()))
        .unwrap_or_default();
    let teaser_text = markup::html_to_text(&teaser, 2 * MAX_SUMMARY);
    let long = teaser_text.chars().count() > MAX_SUMMARY;
    match (body.trim().is_empty(), teaser_text.is_empty()) {
        (true, _) if long => (markup::html_to_text(&teaser, DERIVED_SUMMARY), teaser),
        // A picture or a table is worth a body even when its text is short.
        (true, _) if teaser.contains("<img") || teaser.contains("<table") => (teaser_text, teaser),
        (true, _) => (teaser_text, String::new()),
        (false, true) => (markup::html_to_text(&body, DERIVED_SUMMARY), body),
        (false, false) if long => (markup::html_to_text(&teaser, DERIVED_SUMMARY), body),
        (false, false) => (teaser_text, body),
    }
}

/// The page of the article: the first link that says it is that, else the guid where it is an address.
fn page_url(entry: &Entry, context: &Context<'_>) -> Option<Url> {
    let page = |link: &&feed_rs::model::Link| {
        link.target.is_none()
            && link.rel.as_deref().is_none_or(|rel| rel == "alternate")
            && link.media_type.as_deref().is_none_or(|kind| kind.contains("html"))
    };
    let link = entry.links.iter().find(page).map(|link| link.href.as_str()).filter(|href| !href.trim().is_empty());
    match link {
        Some(href) => web_url(href, Some(context.base)),
        None => web_url(&entry.id, None),
    }
}

fn web_url(text: &str, base: Option<&Url>) -> Option<Url> {
    let url = match base {
        Some(base) => base.join(text.trim()).ok()?,
        None => Url::parse(text.trim()).ok()?,
    };
    (matches!(url.scheme(), "http" | "https") && url.as_str().len() <= MAX_URL).then_some(url)
}

fn image(entry: &Entry, base: &Url) -> Option<String> {
    let contents = entry.media.iter().flat_map(|media| &media.content).filter(|content| is_image(content));
    let contents = contents.filter_map(|content| content.url.as_ref().map(Url::as_str));
    let thumbnails =
        entry.media.iter().flat_map(|media| &media.thumbnails).map(|thumbnail| thumbnail.image.uri.as_str());
    let enclosures =
        entry.links.iter().filter(|link| is_image_type(link.media_type.as_deref())).map(|link| link.href.as_str());
    contents.chain(thumbnails).chain(enclosures).find_map(|url| web_url(url, Some(base))).map(String::from)
}

fn is_image_type(media_type: Option<&str>) -> bool {
    media_type.is_some_and(|kind| kind.starts_with("image/") && kind != "image/svg+xml")
}

/// By its type, or by the ending of its address where it names none.
fn is_image(content: &MediaContent) -> bool {
    if let Some(kind) = &content.content_type {
        return is_image_type(Some(kind.as_str()));
    }
    let path = content.url.as_ref().map(|url| url.path().to_ascii_lowercase()).unwrap_or_default();
    ["jpg", "jpeg", "png", "webp", "gif", "avif"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
}

/// What names the item for good: its own id, else its link, else its title and the day of its date, because a column may
/// have one title every week. Without a date the title has to do: the day of the fetch would make it new every day.
fn guid(entry: &Entry, url: Option<&str>, title: &str) -> String {
    let given = text::clean_line(&entry.id, usize::MAX / 2);
    let name = if given.is_empty() { url.map(str::to_owned) } else { Some(given) };
    match name {
        Some(name) if name.len() <= MAX_GUID => name,
        Some(name) => format!("hash:{}", text::short_hash(&name)),
        None => {
            let day = entry.published.map(|at| at.date_naive().to_string()).unwrap_or_default();
            format!("title:{}", text::short_hash(&format!("{title}\n{day}")))
        }
    }
}

/// When it was published, or else last changed; nothing before the web. A time that is still to come is as good as none:
/// the article is then as old as the day on which it was first seen, not new again at every fetch.
fn published_at(entry: &Entry, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let earliest = Utc.with_ymd_and_hms(1990, 1, 1, 0, 0, 0).single()?;
    entry.published.or(entry.updated).filter(|at| (earliest..=now).contains(at))
}

fn categories(entry: &Entry) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for category in &entry.categories {
        let label = category.label.as_deref().filter(|label| !label.trim().is_empty()).unwrap_or(&category.term);
        let name = markup::html_to_text(label, MAX_CATEGORY);
        if !name.is_empty() && names.len() < MAX_CATEGORIES && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
