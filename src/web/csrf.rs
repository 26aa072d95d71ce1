//! That a form was ours: the browser says where it comes from, and a signed-in form carries a field that only its session
//! knows. Public forms have no session and need neither; their defences are the guard's.

use actix_web::http::Method;
use actix_web::http::header::{HeaderMap, HeaderName, ORIGIN};
use url::Url;

use crate::links::Links;
use crate::token::{Keys, Purpose};

/// The name of the hidden field.
pub const FIELD: &str = "csrf";

/// The value of the hidden field for a session.
#[must_use]
pub fn token(keys: &Keys, session: i64) -> String {
    keys.sign(Purpose::Form, &[session])
}

/// Whether a hidden field is the one of this session.
#[must_use]
pub fn is_valid(keys: &Keys, session: i64, field: &str) -> bool {
    keys.verify(Purpose::Form, field) == Some([session])
}

/// Whether a request on a route with cookies may act. Reading is free; for the rest `Sec-Fetch-Site` decides (Fetch
/// Metadata, W3C), and where a browser does not send it, `Origin` (RFC 6454). A program that sends neither is no
/// browser and carries nobody's cookies.
#[must_use]
pub fn is_from_here(method: &Method, headers: &HeaderMap, links: &Links) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    let value = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    match (value(HeaderName::from_static("sec-fetch-site")), value(ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            Url::parse(links.base()).is_ok_and(|base| base.origin().ascii_serialization() == origin)
        }
        (None, None) => true,
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::header::HeaderValue;

    use super::*;

    #[test]
    fn a_field_belongs_to_one_session() {
        let keys = Keys::parse(&"k".repeat(32)).unwrap();
        let field = token(&keys, 7);
        assert!(is_valid(&keys, 7, &field));
        for (session, field) in [(8, field.as_str()), (7, ""), (7, "junk"), (7, &keys.sign(Purpose::Confirm, &[7]))] {
            assert!(!is_valid(&keys, session, field), "{session} {field}");
        }
    }

    #[test]
    fn only_our_own_pages_may_act() {
        let links = Links::new(&Url::parse("https://news.example.org/letters").unwrap());
        let here = Some("https://news.example.org");
        for (method, site, origin, allowed) in [
            (Method::GET, Some("cross-site"), Some("https://evil.example"), true),
            (Method::HEAD, Some("cross-site"), None, true),
            (Method::POST, Some("same-origin"), here, true),
            (Method::POST, Some("same-origin"), Some("null"), true),
            (Method::POST, Some("none"), None, true),
            (Method::POST, Some("same-site"), here, false),
            (Method::POST, Some("cross-site"), here, false),
            (Method::POST, Some("cross-site"), None, false),
            (Method::POST, Some(""), here, false),
            (Method::POST, None, here, true),
            (Method::POST, None, Some("http://news.example.org"), false),
            (Method::POST, None, Some("https://news.example.org:8443"), false),
            (Method::POST, None, Some("https://evil.example"), false),
            (Method::POST, None, Some("null"), false),
            (Method::POST, None, Some(""), false),
            (Method::POST, None, None, true),
            (Method::DELETE, Some("cross-site"), None, false),
        ] {
            let mut headers = HeaderMap::new();
            if let Some(site) = site {
                headers.insert(HeaderName::from_static("sec-fetch-site"), HeaderValue::from_static(site));
            }
            if let Some(origin) = origin {
                headers.insert(ORIGIN, HeaderValue::from_static(origin));
            }
            assert_eq!(is_from_here(&method, &headers, &links), allowed, "{method} {site:?} {origin:?}");
        }
    }
}
