//! Reading what a caller sends: a JSON body or a query. What cannot be read is a problem that names the field.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::problem::{Fault, Problem};
use crate::token::sha256;

/// The body of an action that needs no input: nothing, or an empty object.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A JSON body and the hash of its bytes: an object, or where `LIST` says so, a list too.
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
                let detail = "The body is to be JSON, with the header \"Content-Type: application/json\".";
                return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail));
            }
            Ok(Self { input: parse(&bytes, LIST)?, hash: sha256(&bytes) })
        })
    }
}

fn is_json(request: &HttpRequest) -> bool {
    let media_type = request.content_type();
    media_type.eq_ignore_ascii_case("application/json")
}

fn unread(error: &actix_web::Error) -> Problem {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Overflow) => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than 2 MiB."),
        _ => Problem::new(StatusCode::BAD_REQUEST, "The body did not come whole."),
    }
}

/// Reads a body; an empty one is an empty object.
fn parse<T: DeserializeOwned>(bytes: &[u8], may_be_list: bool) -> Result<T, Problem> {
    let bytes = if bytes.is_empty() { b"{}" } else { bytes };
    // The reader would take a list for an object's values in their order.
    if !may_be_list && bytes.trim_ascii_start().first() == Some(&b'[') {
        return Err(Problem::invalid("The body is to be an object."));
    }
    serde_json::from_slice(bytes).map_err(|error| match error.classify() {
        Category::Data => named(StatusCode::UNPROCESSABLE_ENTITY, &error.to_string()),
        Category::Syntax | Category::Eof | Category::Io => {
            Problem::new(StatusCode::BAD_REQUEST, format!("The body is not JSON: {error}."))
        }
    })
}

/// The values of a query. Unknown ones are refused where `T` says so.
#[derive(Clone, Debug)]
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Asked<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let read = web::Query::<T>::from_query(request.query_string());
        ready(read.map(|query| Self(query.into_inner())).map_err(|error| {
            let text = error.to_string();
            named(StatusCode::BAD_REQUEST, text.strip_prefix("Query deserialize error: ").unwrap_or(&text))
        }))
    }
}

/// A problem with the words of the reader, and with the field that they name.
fn named(status: StatusCode, words: &str) -> Problem {
    let problem = Problem::new(status, words);
    match field_in(words) {
        Some(field) => problem.with(Fault { field: Some(field.to_owned()), row: None, detail: words.to_owned() }),
        None => problem,
    }
}

/// The field that the words of a reader begin with.
pub fn field_in(words: &str) -> Option<&str> {
    let rest = ["unknown field `", "missing field `", "duplicate field `"].iter().find_map(|p| words.strip_prefix(*p));
    rest?.split_once('`').map(|(field, _)| field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Named {
        #[expect(dead_code, reason = "only its reading is looked at")]
        name: String,
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_field() {
        for (body, status, field) in [
            (r#"{"name": "a", "nmae": 1}"#, 422, Some("nmae")),
            ("", 422, Some("name")),
            (r#"{"name": 7}"#, 422, None),
            (r#" ["a"]"#, 422, None),
            ("{\"name\"", 400, None),
            ("name=a", 400, None),
        ] {
            let problem = parse::<Named>(body.as_bytes(), false).unwrap_err();
            assert_eq!(problem.status().as_u16(), status, "{body}");
            assert_eq!(problem.text().contains("\"field\":"), field.is_some(), "{body}");
            assert!(field.is_none_or(|field| problem.text().contains(&format!("\"field\":\"{field}\""))), "{body}");
        }
        assert!(parse::<Nothing>(b"", false).is_ok());
    }
}
