//! The feeds that a web page names.

use url::Url;

use super::charset;
use crate::markup;

/// Types of documents that are feeds; a page's links to other types are its translations and the like.
const TYPES: [&str; 5] =
    ["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/json"];
/// Links that are followed.
const MOST: usize = 5;

/// The feeds that a page names with `<link rel="alternate">`, in its order but those of its comments last.
#[must_use]
pub fn feed_links(bytes: &[u8], content_type: Option<&str>, url: &Url) -> Vec<Url> {
    let html = charset::text(bytes, content_type);
    let is_feed = |link: &markup::Alternate| TYPES.contains(&link.media_type.to_ascii_lowercase().as_str());
    let links = markup::alternates(&html).into_iter().filter(is_feed);
    let mut found: Vec<Url> = Vec::new();
    for link in links.filter_map(|link| url.join(&link.href).ok()) {
        if !found.contains(&link) {
            found.push(link);
        }
    }
    found.sort_by_key(|link| link.path().contains("comments"));
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_names_its_feeds() {
        let page = "<!doctype html><html><head><link rel=stylesheet href=/x.css>\
            <link rel='alternate' hreflang='de' href='/de'>\
            <link href=\"/comments/feed\" type=\"application/rss+xml\" rel=\"alternate\">\
            <LINK REL=\"Alternate home\" TYPE=\"application/atom+xml\" HREF=\"feed.xml?a=1&amp;b=2\"></head><body>";
        let url = Url::parse("https://a.example/news/").unwrap();
        let found: Vec<String> = feed_links(page.as_bytes(), None, &url).into_iter().map(String::from).collect();
        assert_eq!(found, ["https://a.example/news/feed.xml?a=1&b=2", "https://a.example/comments/feed"]);
    }
}
