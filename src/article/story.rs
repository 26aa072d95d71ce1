//! The same story from several sources: recognised by its URL, or by its title within a few days.
//!
//! Two keys are stored with each article, so that candidates are found by equality; this file makes the keys and
//! compares the candidates. Bodies are not compared: if two papers print an agency's text under different titles, both
//! articles are kept.

use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

/// Two articles with the same title are one story if they were published within this time of each other.
pub const SAME_TITLE_WITHIN: TimeDelta = TimeDelta::days(3);

/// A title of fewer words ("Weather", "Letters to the editor") is reused for other content.
const MIN_TITLE_WORDS: usize = 5;

/// Tracking parameters, which identify the referrer and not the page.
const TRACKING: [&str; 18] = [
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "twclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "_ga",
    "_hsenc",
    "_hsmi",
    "at_medium",
    "at_campaign",
    "pk_campaign",
    "pk_kwd",
];
const TRACKING_PREFIXES: [&str; 2] = ["utm_", "mtm_"];

/// The keys that decide whether two articles are one story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// From [`canonical_key`].
    pub url_key: Option<String>,
    /// From [`title_key`].
    pub title_key: Option<String>,
    pub published_at: DateTime<Utc>,
}

impl Story {
    #[must_use]
    pub fn new(url: Option<&str>, title: &str, published_at: DateTime<Utc>) -> Self {
        Self { url_key: url.and_then(canonical_key), title_key: title_key(title), published_at }
    }
}

/// Whether two articles are the same story: the same URL, or the same title within [`SAME_TITLE_WITHIN`].
#[must_use]
pub fn same_story(a: &Story, b: &Story) -> bool {
    let same_url = a.url_key.is_some() && a.url_key == b.url_key;
    let same_title = a.title_key.is_some() && a.title_key == b.title_key;
    same_url || (same_title && (a.published_at - b.published_at).abs() <= SAME_TITLE_WITHIN)
}

/// The URL without tracking parameters. It still works as a link.
#[must_use]
pub fn canonical_url(url: &Url) -> Url {
    let mut canonical = url.clone();
    let kept: Vec<&str> = url.query().unwrap_or_default().split('&').filter(|pair| !is_tracking(pair)).collect();
    let query = kept.join("&");
    canonical.set_query((!query.is_empty()).then_some(query.as_str()));
    canonical
}

fn is_tracking(pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.is_empty()
        || TRACKING.contains(&name.as_str())
        || TRACKING_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

/// The key that all spellings of an article's URL share: without scheme, `www.`, default port, trailing slash, fragment
/// and tracking parameters. `None` for anything but a web address, and for the front page of a site (a feed whose items
/// all link to it would become one story).
#[must_use]
pub fn canonical_key(url: &str) -> Option<String> {
    let url = Url::parse(url.trim()).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let url = canonical_url(&url);
    let host = url.host_str()?.trim_end_matches('.');
    let host = host.strip_prefix("www.").unwrap_or(host);
    let path = url.path().trim_end_matches('/');
    if path.is_empty() && url.query().is_none() {
        return None;
    }
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
    Some(format!("{host}{port}{path}{query}"))
}

/// The words of a title in lower case; `None` for fewer than five words, which identify nothing.
#[must_use]
pub fn title_key(title: &str) -> Option<String> {
    let lower = title.to_lowercase().replace(['\'', '’'], "");
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    (words.len() >= MIN_TITLE_WORDS).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: u32) -> DateTime<Utc> {
        format!("2025-10-{day:02}T12:00:00Z").parse().unwrap()
    }

    #[test]
    fn spellings_of_one_address_have_one_key() {
        for url in [
            "https://www.a.example/news/1",
            "http://a.example/news/1/",
            "https://A.example:443/news/1?utm_source=x&UTM_Medium=y",
            "https://a.example/news/1?fbclid=1#top",
            " https://a.example/news/1? ",
        ] {
            assert_eq!(canonical_key(url).as_deref(), Some("a.example/news/1"), "{url}");
        }
        for (url, expected) in [
            ("https://a.example/?p=12&utm_campaign=z", Some("a.example?p=12")),
            ("https://a.example:8443/x?b=2&a=1", Some("a.example:8443/x?b=2&a=1")),
            ("https://a.example/", None),
            ("https://a.example/#!x", None),
            ("mailto:a@b.example", None),
            ("urn:uuid:1", None),
            ("", None),
        ] {
            assert_eq!(canonical_key(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn a_canonical_url_still_works_as_a_link() {
        let url = Url::parse("https://www.a.example/x/?id=1&utm_source=feed&lang=de#part").unwrap();
        assert_eq!(canonical_url(&url).as_str(), "https://www.a.example/x/?id=1&lang=de#part");
        let url = Url::parse("https://a.example/x?utm_source=feed").unwrap();
        assert_eq!(canonical_url(&url).as_str(), "https://a.example/x");
    }

    #[test]
    fn one_story_is_recognised_and_two_are_kept_apart() {
        let title = "China confirms US trade talks in Malaysia";
        let base = Story::new(Some("https://a.example/1"), title, at(10));
        for (other, expected, why) in [
            (Story::new(Some("http://www.a.example/1/"), "Another title", at(30)), true, "same address, whenever"),
            (Story::new(Some("https://b.example/9"), "CHINA confirms: U.S. trade talks", at(10)), false, "other words"),
            (
                Story::new(Some("https://b.example/9"), "China Confirms US Trade Talks, in Malaysia!", at(12)),
                true,
                "same title",
            ),
            (Story::new(Some("https://b.example/9"), title, at(14)), false, "same title, days later"),
            (Story::new(Some("https://b.example/9"), title, at(7)), true, "same title, days before"),
            (Story::new(None, "The weather today", at(10)), false, "nothing alike"),
        ] {
            assert_eq!(same_story(&base, &other), expected, "{why}");
            assert_eq!(same_story(&other, &base), expected, "{why}, the other way round");
        }
        let short = Story::new(None, "Letters to the editor", at(10));
        assert!(!same_story(&short, &short.clone()), "a short title says nothing");
    }
}
