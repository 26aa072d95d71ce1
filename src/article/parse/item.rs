//! One item of a feed as an article: missing values are derived, relative URLs resolved, active content removed.

use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use url::Url;

use super::ParsedArticle;
use super::document::{FeedText, Item, Picture, TextKind};
use super::{picture, title};
use crate::article::story::canonical_url;
use crate::article::{Body, NewArticle};
use crate::{markup, text};

/// Characters of a summary; a longer one is the body.
const MAX_SUMMARY: usize = 1_000;
/// Characters of a summary that is cut from the body.
const DERIVED_SUMMARY: usize = 300;
/// Characters of a title that is cut from the text.
const DERIVED_TITLE: usize = 80;
/// A clock or a zone may be wrong by so much; a date further ahead is that of an event.
const AHEAD: TimeDelta = TimeDelta::hours(14);
/// Links to recordings of one item.
const MAX_RECORDINGS: usize = 5;

/// What all items of a feed share.
pub struct Context<'a> {
    /// The feed's URL.
    pub base: &'a Url,
    pub now: DateTime<Utc>,
    /// The feed's author.
    pub author: Option<&'a str>,
}

/// The article in a feed's item; `None` when it has neither title nor text. Its guid is what the item says, and perhaps
/// missing.
pub fn article(item: &Item, context: &Context<'_>) -> Option<ParsedArticle> {
    let base = item.base.as_ref().unwrap_or(context.base);
    let url = page_url(item, base);
    let html_base = item.base.clone().or_else(|| url.clone());
    let (summary, body_html) = summary_and_body(item, html_base.as_ref().unwrap_or(base));
    let title = article_title(item, &summary)?;
    let image = picture::fitting(&absolute_pictures(item, base)).map(|picture| picture.url.clone());
    let article = NewArticle {
        guid: Some(text::clean_line(&item.id, usize::MAX / 2)).filter(|id| !id.is_empty()),
        published_at: published_at(item, context.now),
        source: None,
        topics: Vec::new(),
        author: author(item, context),
        title,
        summary: Some(summary).filter(|summary| !summary.is_empty()),
        image: image.or_else(|| markup::first_image(&body_html)),
        body: Body::Html(body_html),
        url: url.map(|url| canonical_url(&url).to_string()),
    };
    Some(ParsedArticle { article, categories: categories(item), url_is_shared: false, at_latest: None })
}

fn article_title(item: &Item, summary: &str) -> Option<String> {
    let given = item.title.as_ref().map(|given| title::plain(given, NewArticle::TITLE)).unwrap_or_default();
    let title = if given.is_empty() { text::truncate_words(summary, DERIVED_TITLE) } else { given };
    (!title.is_empty()).then_some(title)
}

fn author(item: &Item, context: &Context<'_>) -> Option<String> {
    let name = item.author.as_deref().or(context.author)?;
    Some(markup::html_to_text(name, NewArticle::AUTHOR)).filter(|name| !name.is_empty())
}

/// The summary as text and the body as HTML. A feed with only one of them may have it in either place: a short text is
/// the summary, a long one the body.
fn summary_and_body(item: &Item, base: &Url) -> (String, String) {
    let html = |text: &FeedText| match text.kind {
        TextKind::Plain => markup::plain_to_html(&text.text),
        _ => markup::sanitise(&text.text, Some(base)),
    };
    let recordings = recordings(item, base);
    let body = item.content.as_ref().map(html).unwrap_or_default();
    let teaser = item.summary.as_ref().map(html).unwrap_or_default();
    let teaser_text = markup::html_to_text(&teaser, 2 * MAX_SUMMARY);
    let long = teaser_text.chars().count() > MAX_SUMMARY;
    let (summary, body) = match (body.trim().is_empty(), teaser_text.is_empty()) {
        (true, _) if long => (markup::opening_text(&teaser, DERIVED_SUMMARY), teaser),
        // A text with a picture or a table is a body, however short.
        (true, _) if teaser.contains("<img") || teaser.contains("<table") => (teaser_text, teaser),
        (true, _) if recordings.is_empty() => (teaser_text, String::new()),
        (true, _) => (teaser_text, teaser),
        (false, true) => (markup::opening_text(&body, DERIVED_SUMMARY), body),
        (false, false) if long => (markup::opening_text(&teaser, DERIVED_SUMMARY), body),
        (false, false) => (teaser_text, body),
    };
    (summary, body + &recordings)
}

/// Links to the item's sounds and films, and to those that its HTML embeds.
fn recordings(item: &Item, base: &Url) -> String {
    let texts = [&item.content, &item.summary].into_iter().flatten().filter(|text| text.kind != TextKind::Plain);
    let embedded = texts.flat_map(|text| markup::embedded(&text.text));
    let mut urls: Vec<Url> = Vec::new();
    for url in item.recordings.iter().cloned().chain(embedded).filter_map(|url| web_url(&url, Some(base))) {
        if urls.len() < MAX_RECORDINGS && !urls.contains(&url) {
            urls.push(url);
        }
    }
    let link = |url: &Url| {
        let file = url.path_segments().and_then(|mut parts| parts.next_back()).unwrap_or_default();
        let text = format!("▶ {}/{file}", url.host_str().unwrap_or_default());
        let html = format!(
            "<p><a href=\"{}\">{}</a></p>",
            url.as_str().replace('&', "&amp;").replace('"', "%22"),
            text.replace('&', "&amp;").replace('<', "&lt;")
        );
        markup::sanitise(&html, None)
    };
    urls.iter().map(link).collect()
}

/// The URL of the article's page: the item's link, or else its guid if that is a URL.
fn page_url(item: &Item, base: &Url) -> Option<Url> {
    match &item.link {
        Some(link) => web_url(link, Some(base)),
        None => web_url(&item.id, None),
    }
}

/// An address of the web; a relative one is resolved. An empty one is none, not its base.
fn web_url(text: &str, base: Option<&Url>) -> Option<Url> {
    let text = text.trim();
    let url = match base {
        _ if text.is_empty() => return None,
        Some(base) => base.join(text).ok()?,
        None => Url::parse(text).ok()?,
    };
    let is_plain = url.username().is_empty() && url.password().is_none();
    let is_web = matches!(url.scheme(), "http" | "https") && url.as_str().len() <= NewArticle::URL;
    (is_plain && is_web).then_some(url)
}

fn absolute_pictures(item: &Item, base: &Url) -> Vec<Picture> {
    let absolute =
        |picture: &Picture| Some(Picture { url: web_url(&picture.url, Some(base))?.into(), width: picture.width });
    item.pictures.iter().filter_map(absolute).collect()
}

/// A time before the web or far in the future counts as missing.
fn published_at(item: &Item, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let earliest = Utc.with_ymd_and_hms(1990, 1, 1, 0, 0, 0).single()?;
    item.published.filter(|at| (earliest..=now + AHEAD).contains(at))
}

fn categories(item: &Item) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for category in &item.categories {
        let name = markup::html_to_text(category, NewArticle::TOPIC);
        if !name.is_empty() && names.len() < NewArticle::TOPICS && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
