//! Reading what a caller sends: a JSON body or a query. What cannot be read is a problem that names the field.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage, HttpRequest, web};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;
use serde_json::error::Category;
use url::form_urlencoded;

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
            // No body is an empty object, also for an action that is named to happen once.
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
        Some(PayloadError::Overflow) => Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "The body is larger than 2 MiB."),
        _ => Problem::new(StatusCode::BAD_REQUEST, "The body did not come whole."),
    }
}

/// Reads a body.
fn parse<T: DeserializeOwned>(bytes: &[u8], may_be_list: bool) -> Result<T, Problem> {
    let not_json =
        |error: &serde_json::Error| Problem::new(StatusCode::BAD_REQUEST, format!("The body is not JSON: {error}."));
    // The reader would take a list for an object's values in their order, and would speak of a type of ours otherwise.
    let fits = match bytes.trim_ascii_start().first() {
        Some(b'{') => true,
        Some(b'[') => may_be_list,
        _ => false,
    };
    if !fits {
        serde_json::from_slice::<IgnoredAny>(bytes).map_err(|error| not_json(&error))?;
        let or_list = if may_be_list { " or a list of objects" } else { "" };
        return Err(Problem::invalid(format!("The body is to be an object{or_list}.")));
    }
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner();
        match error.classify() {
            Category::Data => named(StatusCode::UNPROCESSABLE_ENTITY, &path, &error.to_string()),
            Category::Syntax | Category::Eof | Category::Io => not_json(&error),
        }
    })?;
    reader.end().map_err(|error| not_json(&error))?;
    Ok(read)
}

/// The values of a query. Unknown ones are refused where `T` says so.
#[derive(Clone, Debug)]
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequest for Asked<T> {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let pairs = form_urlencoded::parse(request.query_string().as_bytes());
        let read = serde_path_to_error::deserialize(serde_urlencoded::Deserializer::new(pairs));
        ready(read.map(Self).map_err(|error| {
            let path = error.path().to_string();
            named(StatusCode::BAD_REQUEST, &path, &error.into_inner().to_string())
        }))
    }
}

/// What a JSON value says; else the field and the words for what is wrong with it.
pub fn read_value<T: DeserializeOwned>(value: Value) -> Result<T, (Option<String>, String)> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        told(&path, &error.into_inner().to_string())
    })
}

/// A problem with the words of the reader, and with the field that they name or that it stood at.
fn named(status: StatusCode, path: &str, words: &str) -> Problem {
    let (field, detail) = told(path, words);
    let problem = Problem::new(status, &*detail);
    match field {
        Some(field) => problem.with(Fault { field: Some(field), row: None, detail }),
        None => problem,
    }
}

/// The field that is wrong, by the words of the reader or else by where it stood, and words that name it.
fn told(path: &str, words: &str) -> (Option<String>, String) {
    if let Some(field) = field_in(words) {
        return (Some(field.to_owned()), words.to_owned());
    }
    if matches!(path, "" | "." | "?") {
        return (None, words.to_owned());
    }
    (Some(path.to_owned()), format!("{path}: {words}"))
}

/// The field that the words of a reader begin with.
fn field_in(words: &str) -> Option<&str> {
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
    fn a_value_of_a_query_that_cannot_be_read_is_told_with_its_name() {
        #[derive(Debug, Deserialize)]
        struct Query {
            #[expect(dead_code, reason = "only its reading is looked at")]
            limit: Option<i64>,
        }
        let request = actix_web::test::TestRequest::with_uri("/?limit=abc").to_http_request();
        let problem = Asked::<Query>::from_request(&request, &mut Payload::None).into_inner().unwrap_err();
        assert!(problem.text().contains("\"field\":\"limit\""), "{}", problem.text());
    }
}
