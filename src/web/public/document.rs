//! Documents that programs ask for again and again: feeds, site map. One that has not changed is not sent again.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, EntityTag, Header, IfNoneMatch};
use actix_web::{HttpRequest, HttpResponse};

use crate::token::{hex, sha256};

/// Answers with a document, or that it is still the same (RFC 9110 section 13.1.2). `seconds` is how long a copy is fresh.
#[must_use]
pub fn document(request: &HttpRequest, content_type: &str, seconds: u32, body: String) -> HttpResponse {
    let hash = hex(&sha256(body.as_bytes()));
    // Weak, because compression changes the bytes and not the content.
    let tag = EntityTag::new_weak(hash.get(..32).unwrap_or_default().to_owned());
    let known = match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(tags)) => tags.iter().any(|known| known.weak_eq(&tag)),
        Ok(IfNoneMatch::Any) | Err(_) => false,
    };
    let mut answer = if known { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer.insert_header((ETAG, tag.to_string())).insert_header((CACHE_CONTROL, format!("public, max-age={seconds}")));
    if known { answer.finish() } else { answer.insert_header((CONTENT_TYPE, content_type.to_owned())).body(body) }
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::http::header::IF_NONE_MATCH;
    use actix_web::test::TestRequest;

    use super::*;

    #[test]
    fn a_document_that_is_known_is_not_sent_again() {
        let ask = |tag: &str, body: &str| {
            let request = TestRequest::get().insert_header((IF_NONE_MATCH, tag)).to_http_request();
            document(&request, "text/plain", 60, body.to_owned())
        };
        let first = ask("\"other\"", "one");
        assert_eq!(first.status(), StatusCode::OK);
        let tag = first.headers().get(ETAG).unwrap().to_str().unwrap();
        let strong = tag.trim_start_matches("W/");
        for (tag, body, status) in [
            (tag, "one", StatusCode::NOT_MODIFIED),
            (strong, "one", StatusCode::NOT_MODIFIED),
            (tag, "two", StatusCode::OK),
        ] {
            assert_eq!(ask(tag, body).status(), status, "{tag} {body}");
        }
    }
}
