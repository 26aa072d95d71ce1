//! The URL of an article without what says nothing about the article.

use url::Url;

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

#[cfg(test)]
mod tests {
    use super::*;

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
}
