//! Reads a request: a JSON body or a query. What cannot be read is a problem that names the field.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::error::Category;
use url::form_urlencoded;

use super::problem::Problem;
use crate::field::FieldError;
use crate::token::sha256;

/// The body of an action that needs no input: nothing, or an empty object.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A JSON body and the hash of its bytes: an object, or with `LIST` also a list.
#[derive(Clone, Debug)]
pub struct Body<T, const LIST: bool = false> {
    pub input: T,
    pub hash: [u8; 32],
}

impl<T: DeserializeOwned + 'static, const LIST: bool> FromRequest for Body<T, LIST> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let is_json = is_json(request);
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            let bytes = bytes.await.map_err(|error| unread(&error))?;
            if !is_json && !bytes.is_empty() {
                return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "api-content-type"));
            }
            // No body counts as an empty object, also in the hash.
            let bytes: &[u8] = if bytes.is_empty() { b"{}" } else { &bytes };
            Ok(Self { input: parse(bytes, LIST)?, hash: sha256(bytes) })
        })
    }
}

fn is_json(request: &HttpRequest) -> bool {
    let media_type = request.content_type();
    media_type.eq_ignore_ascii_case("application/json")
}

fn unread(error: &actix_web::Error) -> Problem {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "api-too-large"),
        _ => Problem::new(StatusCode::BAD_REQUEST, "api-incomplete"),
    }
}

/// Reads a body.
fn parse<T: DeserializeOwned>(bytes: &[u8], may_be_list: bool) -> Result<T, Problem> {
    let not_json = |error: &serde_json::Error| {
        Problem::with_value(StatusCode::BAD_REQUEST, "api-not-json", "detail", error.to_string())
    };
    // serde would accept a list as an object's values in their order, and would name a Rust type in its messages.
    let fits = match bytes.trim_ascii_start().first() {
        Some(b'{') => true,
        Some(b'[') => may_be_list,
        _ => false,
    };
    if !fits {
        serde_json::from_slice::<IgnoredAny>(bytes).map_err(|error| not_json(&error))?;
        let key = if may_be_list { "api-not-an-object-or-list" } else { "api-not-an-object" };
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, key));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner();
        match error.classify() {
            Category::Data => FieldError::of_serde(&path, &error.to_string()).into(),
            Category::Syntax | Category::Eof | Category::Io => not_json(&error),
        }
    })?;
    reader.end().map_err(|error| not_json(&error))?;
    Ok(read)
}

/// The values of a query. Unknown ones are refused if `T` refuses them.
#[derive(Clone, Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        let read = serde_path_to_error::deserialize(serde_urlencoded::Deserializer::new(pairs));
        ready(read.map(Self).map_err(|error| {
            let path = error.path().to_string();
            let error = FieldError::of_serde(&path, &error.into_inner().to_string());
            Problem::of_fields(StatusCode::BAD_REQUEST, &error.into())
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Named {
        #[expect(dead_code, reason = "only read")]
        name: String,
    }

    #[test]
    fn an_unreadable_body_is_reported_with_its_field() {
        for (body, status, field) in [
            (r#"{"name": "a", "nmae": 1}"#, 422, Some("nmae")),
            ("{}", 422, Some("name")),
            (r#"{"name": 7}"#, 422, Some("name")),
            ("null", 422, None),
            (r#"{"name": "a"} {}"#, 400, None),
            (r#" ["a"]"#, 422, None),
            ("{\"name\"", 400, None),
            ("name=a", 400, None),
        ] {
            let problem = parse::<Named>(body.as_bytes(), false).unwrap_err();
            assert_eq!(problem.status().as_u16(), status, "{body}");
            assert_eq!(problem.text().contains("\"field\":"), field.is_some(), "{body}");
            assert!(field.is_none_or(|field| problem.text().contains(&format!("\"field\":\"{field}\""))), "{body}");
        }
        assert!(parse::<Nothing>(b" {} ", false).is_ok());
    }

    #[test]
    fn an_unreadable_value_of_a_query_is_reported_with_its_name() {
        #[derive(Debug, Deserialize)]
        struct Values {
            #[expect(dead_code, reason = "only read")]
            limit: Option<i64>,
        }
        let request = actix_web::test::TestRequest::with_uri("/?limit=abc").to_http_request();
        let problem = super::Query::<Values>::from_request(&request, &mut Payload::None).into_inner().unwrap_err();
        assert!(problem.text().contains("\"field\":\"limit\""), "{}", problem.text());
    }
}
