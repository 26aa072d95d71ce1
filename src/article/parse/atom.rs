//! Atom 1.0 (RFC 4287) and 0.3, with the elements of Dublin Core and Media RSS.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use url::Url;

use super::document::{Document, FeedText, Item, TextKind};
use super::rss::{dated, media_description};
use super::xml::Element;
use super::{author, picture};

/// Reads a document whose root is `feed`, or a lone `entry`. `url` is where it was found.
#[must_use]
pub fn read(root: &Element, url: &Url) -> Document {
    let base = joined(url, root);
    let author = author::of(root, &["author", "dc:creator"]);
    let inside = root.elements().filter(|element| matches!(element.name.as_str(), "entry" | "item"));
    let entries: Vec<&Element> = if root.name == "entry" { vec![root] } else { inside.collect() };
    Document {
        title: root.child("title").and_then(text).filter(|title| !title.is_empty()),
        updated: dated(root, &["updated", "modified", "published", "dc:date"]),
        items: entries.into_iter().map(|entry| item(entry, &base)).collect(),
        author,
    }
}

fn joined(url: &Url, element: &Element) -> Url {
    element.attribute("xml:base").and_then(|base| url.join(base).ok()).unwrap_or_else(|| url.clone())
}

fn item(entry: &Element, base: &Url) -> Item {
    let base = joined(base, entry);
    let content = entry.all("content").find_map(|content| text(content).filter(|text| !text.is_empty()));
    let content_base = entry.child("content").map_or_else(|| base.clone(), |content| joined(&base, content));
    let absolute = |url: &str| base.join(url.trim()).map(String::from).ok();
    let title = ["title", "media:title", "dc:title"].iter().flat_map(|name| entry.all(name)).filter_map(text);
    let mut item = Item {
        id: entry.text_of("id").unwrap_or_default(),
        link: link(entry).as_deref().and_then(absolute),
        title: title.into_iter().find(|title| !title.is_empty()),
        summary: entry
            .child("summary")
            .and_then(text)
            .filter(|text| !text.is_empty())
            .or_else(|| media_description(entry)),
        content,
        published: dated(
            entry,
            &["published", "issued", "dcterms:issued", "dc:date", "created", "updated", "modified"],
        ),
        author: author::of(entry, &["author", "dc:creator", "itunes:author"])
            .or_else(|| author::of(entry.child("source")?, &["author"])),
        categories: categories(entry),
        base: Some(content_base),
        ..Item::default()
    };
    picture::collect(entry, &mut item);
    for enclosure in
        entry.all("link").filter(|link| link.attribute("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("enclosure")))
    {
        let url = enclosure.attribute("href").and_then(absolute);
        picture::add(&mut item, url.as_deref(), enclosure.attribute("type"), None, None);
    }
    item
}

/// A text construct by its `type`. A type that Atom does not know is plain text, but for the spellings of HTML.
fn text(element: &Element) -> Option<FeedText> {
    let kind = element.attribute("type").unwrap_or("text").to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let mode = element.attribute("mode").unwrap_or_default().to_ascii_lowercase();
    let is_html = matches!(kind, "html" | "xhtml" | "text/html" | "application/xhtml+xml" | "application/xhtml");
    if element.has_elements() {
        // RFC 4287, 3.1.1.3: the div around XHTML is not part of it.
        let div = element.elements().next().filter(|div| div.name.ends_with("div") && element.elements().count() == 1);
        return Some(FeedText::html(div.unwrap_or(element).inner_html()));
    }
    let raw = element.text();
    let is_text = is_html || !kind.contains('/') || kind.starts_with("text/") || kind.ends_with("xml");
    if mode == "base64" || !is_text {
        return of_base64(&raw, is_html);
    }
    Some(FeedText { text: raw, kind: if is_html { TextKind::Html } else { TextKind::Plain } })
}

/// Base64 of text; `None` for anything else, such as a picture.
fn of_base64(text: &str, is_html: bool) -> Option<FeedText> {
    let compact: String = text.split_whitespace().collect();
    let text = STANDARD.decode(compact).ok().and_then(|bytes| String::from_utf8(bytes).ok())?;
    let is_html = is_html || text.contains("</");
    Some(FeedText { text, kind: if is_html { TextKind::Html } else { TextKind::Plain } })
}

/// The first link to the entry's page, of HTML where several types are offered.
fn link(entry: &Element) -> Option<String> {
    let pages = || {
        entry.all("link").filter(|link| link.attribute("rel").is_none_or(|rel| rel.eq_ignore_ascii_case("alternate")))
    };
    let is_html =
        |link: &&Element| link.attribute("type").is_none_or(|kind| kind.to_ascii_lowercase().contains("html"));
    let href = |link: &Element| {
        link.attribute("href")
            .map(str::to_owned)
            .or_else(|| Some(link.text().trim().to_owned()).filter(|url| !url.is_empty()))
    };
    let is_permanent = |id: &String| id.starts_with("http://") || id.starts_with("https://");
    let of_content = || Some(entry.child("content")?.attribute("src")?.to_owned());
    pages()
        .filter(is_html)
        .find_map(href)
        .or_else(|| pages().find_map(href))
        .or_else(of_content)
        .or_else(|| entry.text_of("id").filter(is_permanent))
}

fn categories(entry: &Element) -> Vec<String> {
    let terms = entry.all("category").filter_map(|category| {
        let label = category.attribute("label").or(category.attribute("term")).map(str::to_owned);
        label.or_else(|| Some(category.text()))
    });
    terms.chain(entry.all("dc:subject").map(Element::text)).collect()
}
