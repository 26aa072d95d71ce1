//! One item of a feed as an article: missing values are derived, relative URLs resolved, active content removed.

use chrono::{DateTime, TimeZone, Utc};
use feed_rs::model::{Entry, FeedType, MediaContent, Text};
use url::Url;

use super::ParsedArticle;
use crate::article::story::canonical_url;
use crate::article::{Body, NewArticle};
use crate::{markup, text};

/// Characters of a summary; a longer one is the body.
const MAX_SUMMARY: usize = 1_000;
/// Characters of a summary that is cut from the body.
const DERIVED_SUMMARY: usize = 300;
/// Characters of a title that is cut from the text.
const DERIVED_TITLE: usize = 80;

/// What all items of a feed share.
pub struct Context<'a> {
    pub kind: FeedType,
    /// The feed's URL.
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
    let article = NewArticle {
        guid: Some(guid(entry, url.as_deref(), &title)),
        published_at: published_at(entry, context.now),
        source: None,
        topics: Vec::new(),
        title,
        summary: Some(summary).filter(|summary| !summary.is_empty()),
        body: Body::Html(body_html),
        image,
        url,
    };
    Some(ParsedArticle { article, categories: categories(entry) })
}

/// A text without markup. Titles in RSS may be HTML that is not declared as such; titles in JSON Feed are plain text
/// that often has character references.
pub fn plain(text: &Text, kind: &FeedType, max_chars: usize) -> String {
    let says_plain = text.content_type.as_str() == "text/plain";
    match kind {
        FeedType::Atom if says_plain => text::clean_line(&text.content, max_chars),
        FeedType::JSON if says_plain => markup::html_to_text(&text.content.replace('<', "&lt;"), max_chars),
        _ => markup::html_to_text(&text.content, max_chars),
    }
}

fn title(entry: &Entry, kind: &FeedType, summary: &str) -> Option<String> {
    let given = entry.title.as_ref().map(|title| plain(title, kind, NewArticle::TITLE)).unwrap_or_default();
    let title = if given.is_empty() { text::truncate_words(summary, DERIVED_TITLE) } else { given };
    (!title.is_empty()).then_some(title)
}

/// The summary as text and the body as HTML. A feed with only one of them may have it in either place: a short text is
/// the summary, a long one the body.
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
        // A text with a picture or a table is a body, however short.
        (true, _) if teaser.contains("<img") || teaser.contains("<table") => (teaser_text, teaser),
        (true, _) => (teaser_text, String::new()),
        (false, true) => (markup::html_to_text(&body, DERIVED_SUMMARY), body),
        (false, false) if long => (markup::html_to_text(&teaser, DERIVED_SUMMARY), body),
        (false, false) => (teaser_text, body),
    }
}

/// The URL of the article's page: the first link to it, or else the guid if it is a URL.
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
    (matches!(url.scheme(), "http" | "https") && url.as_str().len() <= NewArticle::URL).then_some(url)
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

/// By its type, or where it has none by the extension of its URL.
fn is_image(content: &MediaContent) -> bool {
    if let Some(kind) = &content.content_type {
        return is_image_type(Some(kind.as_str()));
    }
    let path = content.url.as_ref().map(|url| url.path().to_ascii_lowercase()).unwrap_or_default();
    ["jpg", "jpeg", "png", "webp", "gif", "avif"].iter().any(|ending| path.ends_with(&format!(".{ending}")))
}

/// What names the item for good: its own id, else its link, else its title and the day of its date, because a column
/// may have one title every week. Without a date the title has to do: the day of the fetch would make it new every day.
fn guid(entry: &Entry, url: Option<&str>, title: &str) -> String {
    let given = text::clean_line(&entry.id, usize::MAX / 2);
    let name = if given.is_empty() { url.map(str::to_owned) } else { Some(given) };
    match name {
        Some(name) if name.len() <= NewArticle::GUID => name,
        Some(name) => format!("hash:{}", text::short_hash(&name)),
        None => {
            let day = entry.published.map(|at| at.date_naive().to_string()).unwrap_or_default();
            format!("title:{}", text::short_hash(&format!("{title}\n{day}")))
        }
    }
}

/// When it was published, or else last changed. A time before the web or in the future counts as missing: the article
/// then gets the time of its first fetch and is not new again at every fetch.
fn published_at(entry: &Entry, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let earliest = Utc.with_ymd_and_hms(1990, 1, 1, 0, 0, 0).single()?;
    entry.published.or(entry.updated).filter(|at| (earliest..=now).contains(at))
}

fn categories(entry: &Entry) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for category in &entry.categories {
        let label = category.label.as_deref().filter(|label| !label.trim().is_empty()).unwrap_or(&category.term);
        let name = markup::html_to_text(label, NewArticle::TOPIC);
        if !name.is_empty() && names.len() < NewArticle::TOPICS && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
