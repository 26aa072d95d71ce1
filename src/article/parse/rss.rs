//! RSS 0.9x to 2.0 and RDF, with the elements of Dublin Core, Atom, Media RSS and podcasts.

use chrono::{DateTime, Utc};
use url::Url;

use super::author;
use super::date::date;
use super::document::{Document, FeedText, Item, TextKind};
use super::xml::Element;
use super::{base, picture};

/// Reads a document whose root is `rss` or `rdf:rdf`, or a lone `channel`.
#[must_use]
pub fn read(root: &Element) -> Document {
    let channel = if root.name == "channel" { Some(root) } else { root.child("channel") };
    let inside = channel.into_iter().flat_map(|channel| channel.all("item"));
    // In RDF the items stand beside the channel.
    let beside = (root.name != "channel").then(|| root.all("item")).into_iter().flatten();
    let head = channel.unwrap_or(root);
    let feed_base = base::of(head).or_else(|| base::of(root));
    Document {
        title: title(head),
        updated: dated(head, &["pubdate", "lastbuilddate", "dc:date", "atom:updated", "published", "updated"]),
        author: None,
        items: inside.chain(beside).map(|element| item(element, feed_base.as_ref())).collect(),
    }
}

fn title(element: &Element) -> Option<FeedText> {
    let titles = ["title", "dc:title", "media:title", "itunes:title", "atom:title"];
    titles
        .iter()
        .flat_map(|name| element.all(name))
        .map(|title| text(title, TextKind::Unsaid))
        .find(|title| !title.is_empty())
}

/// The text of an element. HTML that is not escaped is an element's content too.
fn text(element: &Element, kind: TextKind) -> FeedText {
    if element.has_elements() { FeedText::html(element.inner_html()) } else { FeedText { text: element.text(), kind } }
}

fn html(element: &Element, names: &[&str]) -> Option<FeedText> {
    let texts = names.iter().flat_map(|name| element.all(name));
    texts.map(|found| text(found, TextKind::Html)).find(|found| !found.is_empty())
}

fn item(element: &Element, feed_base: Option<&Url>) -> Item {
    let mut item = Item {
        id: id(element),
        link: link(element),
        title: title(element),
        summary: html(
            element,
            &["description", "itunes:summary", "atom:summary", "dc:description", "dcterms:abstract", "itunes:subtitle"],
        )
        .or_else(|| media_description(element)),
        content: html(element, &["content:encoded", "xhtml:body", "atom:content", "body", "fullitem", "content"]),
        published: dated(
            element,
            &[
                "pubdate",
                "dc:date",
                "dcterms:issued",
                "atom:published",
                "published",
                "dcterms:created",
                "dcterms:modified",
                "atom:updated",
                "updated",
                "date",
            ],
        ),
        author: author::of(element, &["dc:creator", "author", "atom:author", "itunes:author", "dc:author"]),
        categories: categories(element),
        base: base::of(element).or_else(|| feed_base.cloned()),
        ..Item::default()
    };
    picture::collect(element, &mut item);
    item
}

fn id(element: &Element) -> String {
    let about = || element.attribute("rdf:about").map(str::to_owned);
    element.text_of("guid").or_else(|| element.text_of("atom:id")).or_else(about).unwrap_or_default()
}

/// The first readable date of the first element that has one.
pub fn dated(element: &Element, names: &[&str]) -> Option<DateTime<Utc>> {
    names.iter().flat_map(|name| element.all(name)).find_map(|found| date(&found.text()))
}

/// The link to the item's page: RSS, Atom, or a guid that says that it is one.
fn link(element: &Element) -> Option<String> {
    let is_page = |link: &&Element| link.attribute("rel").is_none_or(|rel| rel.eq_ignore_ascii_case("alternate"));
    let written =
        || element.all("link").find_map(|link| Some(link.text().trim().to_owned()).filter(|link| !link.is_empty()));
    let given = || {
        ["link", "atom:link"]
            .iter()
            .flat_map(|name| element.all(name))
            .filter(is_page)
            .find_map(|link| Some(link.attribute("href")?.to_owned()))
    };
    let permanent = || {
        element.all("guid").find_map(|guid| {
            let (text, says) =
                (guid.text().trim().to_owned(), guid.attribute("ispermalink").map(str::to_ascii_lowercase));
            let is_link = says.as_deref() == Some("true") || (says.is_none() && text.starts_with("http"));
            (is_link && !text.is_empty()).then_some(text)
        })
    };
    let about = || element.attribute("rdf:about").filter(|about| about.starts_with("http")).map(str::to_owned);
    written().or_else(given).or_else(permanent).or_else(about)
}

/// The description of an item's media, perhaps in a group.
pub fn media_description(element: &Element) -> Option<FeedText> {
    let own = html(element, &["media:description"]);
    own.or_else(|| element.elements().filter(|inner| inner.name.starts_with("media:")).find_map(media_description))
}

fn categories(element: &Element) -> Vec<String> {
    let words = ["category", "dc:subject"].iter().flat_map(|name| element.all(name)).map(Element::text);
    let terms =
        element.all("atom:category").filter_map(|category| category.attribute("label").or(category.attribute("term")));
    words.chain(terms.map(str::to_owned)).collect()
}
