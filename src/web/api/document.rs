//! The `OpenAPI` document, made from the handlers and the types that they read and write.
//!
//! What all routes of a kind have in common (group, path, key, idempotency key, the ways to fail) is added here, once.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use serde_json::Value;
use utoipa::openapi::path::{HttpMethod, Operation, Parameter, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::request_body::RequestBody;
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, Content, ContentBuilder, Ref, RefOr, Required, Schema};
use utoipa::{OpenApi, ToSchema};

use super::page::Answer;
use super::schemas::merge_parts;
use super::{once, problem};

/// The path of the API.
pub const ROOT: &str = "/api/v1";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Tidings",
        description = "Subscribers, articles and digests of a newsletter server. Failures are problem documents (RFC 9457).",
        license(name = "AGPL-3.0-or-later", identifier = "AGPL-3.0-or-later"),
    ),
    paths(
        serve,
        challenge,
        super::subscriptions::add,
        super::subscribers::list,
        super::subscribers::add,
        super::subscribers::one,
        super::articles::list,
        super::articles::add,
        super::feeds::list,
        super::feeds::add,
        super::feeds::change,
        super::feeds::remove,
        super::newsletters::list,
        super::newsletters::add,
        super::newsletters::change,
        super::digests::list,
        super::digests::compose,
        super::digests::one,
        super::digests::change,
        super::digest_actions::approve,
        super::digest_actions::test,
        super::digest_actions::send,
        super::digest_actions::pause,
        super::digest_actions::resume,
        super::digest_actions::cancel,
        super::digest_actions::resend_failed,
        super::deliveries::list,
    ),
    components(schemas(problem::Problem)),
    tags(
        (name = "subscribers", description = "Signing up, and who reads."),
        (name = "articles", description = "What there is to read, and where it comes from."),
        (name = "newsletters", description = "What one subscribes to."),
        (name = "digests", description = "Composing, approving and sending editions."),
        (name = "deliveries", description = "What became of every mail."),
        (name = "about", description = "This document."),
    ),
)]
struct Bare;

/// The name of the security scheme.
const KEY: &str = "key";

static TEXT: LazyLock<String> = LazyLock::new(|| document().to_json().unwrap_or_default());

/// This document.
#[utoipa::path(
    get,
    path = "/openapi.json",
    responses((status = 200, description = "The OpenAPI document.", body = Value)),
    security(()),
)]
pub async fn serve() -> Answer {
    Ok(HttpResponse::Ok().content_type("application/json").body(TEXT.as_str()))
}

/// A challenge for a sign-up: a little work for the caller's machine, which shows that it is no flood. Its solution goes
/// into the field `altcha`, and counts once.
#[utoipa::path(
    get,
    path = "/challenge",
    responses((status = 200, description = "The challenge.", body = Challenge)),
    security(()),
)]
#[expect(dead_code, reason = "describes a route that the public pages share")]
fn challenge() {}

/// A challenge of ALTCHA, version 2.
#[derive(ToSchema)]
#[expect(dead_code, reason = "describes what the library writes")]
struct Challenge {
    /// What is to be solved.
    #[schema(value_type = Object)]
    parameters: Value,
    signature: String,
}

/// The whole document.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    let mut document = Bare::openapi();
    let paths = std::mem::take(&mut document.paths.paths);
    for (path, mut item) in paths {
        for (method, operation) in operations(&mut item) {
            complete(&path, &method, operation);
            say_whether_a_body_is_needed(operation, document.components.as_ref());
        }
        document.paths.paths.insert(format!("{ROOT}{path}"), item);
    }
    let mut components = document.components.take().unwrap_or_default();
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some("An API key.")).build();
    components.schemas.values_mut().for_each(merge_parts);
    components.add_security_scheme(KEY, SecurityScheme::Http(bearer));
    document.components = Some(components);
    document
}

fn operations(item: &mut PathItem) -> Vec<(HttpMethod, &mut Operation)> {
    let slots = [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Patch, &mut item.patch),
        (HttpMethod::Delete, &mut item.delete),
    ];
    slots.into_iter().filter_map(|(method, slot)| Some((method, slot.as_mut()?))).collect()
}

/// Adds what a route has in common with others of its kind.
fn complete(path: &str, method: &HttpMethod, operation: &mut Operation) {
    let is_open = operation.security.is_some();
    if is_open {
        operation.security = None;
    } else {
        operation.security = Some(vec![SecurityRequirement::new(KEY, Vec::<String>::new())]);
    }
    operation.operation_id = Some(id_of(path, method));
    operation.tags = Some(vec![tag_of(path).to_owned()]);
    if let Some(parameter) = path_parameter(path) {
        operation.parameters.get_or_insert_default().insert(0, RefOr::T(parameter));
    }
    let is_post = *method == HttpMethod::Post;
    let takes_body = is_post || *method == HttpMethod::Patch;
    if is_post {
        operation.parameters.get_or_insert_default().push(RefOr::T(idempotency_key()));
    }
    let reads_query = operation
        .parameters
        .iter()
        .flatten()
        .any(|parameter| matches!(parameter, RefOr::T(Parameter { parameter_in: ParameterIn::Query, .. })));
    let is_sign_up = path == "/subscriptions";
    let for_admins = path.starts_with("/newsletters") && *method != HttpMethod::Get;
    let ways = [
        (400, reads_query || takes_body, "The request cannot be read."),
        (401, !is_open, "There is no key, or it is not known."),
        (403, for_admins, "The key's role does not suffice."),
        (403, is_sign_up, "A page of a site that the newsletter does not allow asks (the Origin header)."),
        (404, path.contains('{') || matches!(path, "/deliveries" | "/subscribers"), "There is no such thing."),
        (409, takes_body && !is_sign_up || is_post, "It is not in a state in which this can be done."),
        (408, takes_body, "The body did not come in time."),
        (413, takes_body, "The body is larger than 2 MiB."),
        (415, takes_body, "The body is no JSON, or is compressed."),
        (422, takes_body, "Something in the input is wrong; `errors` says in which field."),
        (429, is_sign_up, "Too many of these came from one client."),
        (429, path.ends_with("/test"), "This key has sent too many tests, or a stranger's address got too many."),
        (500, true, "Something failed on our side."),
        (503, true, "The database cannot be used at this moment."),
    ];
    for (status, can_happen, words) in ways {
        if can_happen {
            let responses = &mut operation.responses.responses;
            responses.entry(status.to_string()).or_insert_with(|| RefOr::T(failure(words)));
        }
    }
}

/// An empty body is an empty object, which will do where no field is required.
fn say_whether_a_body_is_needed(operation: &mut Operation, components: Option<&Components>) {
    let Some(RefOr::T(RequestBody { required, content, .. })) = &mut operation.request_body else { return };
    let name = content.values().find_map(|content| match content {
        RefOr::T(Content { schema: Some(RefOr::Ref(reference)), .. }) => reference.ref_location.rsplit('/').next(),
        _ => None,
    });
    let found = name.and_then(|name| components?.schemas.get(name));
    let is_needed = !matches!(found, Some(RefOr::T(Schema::Object(object))) if object.required.is_empty());
    *required = Some(if is_needed { Required::True } else { Required::False });
}

fn failure(words: &str) -> Response {
    let schema = Ref::from_schema_name("Problem");
    let content = ContentBuilder::new().schema(Some(RefOr::<Schema>::Ref(schema))).build();
    ResponseBuilder::new().description(words).content(problem::CONTENT_TYPE, content).build()
}

fn idempotency_key() -> Parameter {
    let schema = ObjectBuilder::new()
        .schema_type(Type::String)
        .min_length(Some(1))
        .max_length(Some(255))
        .pattern(Some("^[!-~]([ -~]*[!-~])?$"))
        .build();
    ParameterBuilder::new()
        .name(once::HEADER)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "A name for this action. The same request with the same name within 24 hours acts once: the later answer \
             is the first one, with the header Idempotent-Replayed.",
        ))
        .schema(Some(schema))
        .build()
}

/// The group of a path.
fn tag_of(path: &str) -> &str {
    match path.split('/').nth(1).unwrap_or_default() {
        "challenge" | "subscriptions" => "subscribers",
        "feeds" => "articles",
        "openapi.json" => "about",
        group => group,
    }
}

/// What stands in the path: an id or a slug.
fn path_parameter(path: &str) -> Option<Parameter> {
    let name = path.split(['{', '}']).nth(1)?;
    let number = ObjectBuilder::new().schema_type(Type::Integer);
    let schema = match name {
        "id" => number.format(Some(SchemaFormat::KnownFormat(KnownFormat::Int64))),
        _ => ObjectBuilder::new().schema_type(Type::String),
    };
    let parameter = ParameterBuilder::new().name(name).parameter_in(ParameterIn::Path).required(Required::True);
    Some(parameter.schema(Some(schema.build())).build())
}

/// Such as `post_digests_id_send`.
fn id_of(path: &str, method: &HttpMethod) -> String {
    let method = match method {
        HttpMethod::Get => "get",
        HttpMethod::Post => "post",
        HttpMethod::Patch => "patch",
        HttpMethod::Delete => "delete",
        _ => "other",
    };
    let words: Vec<&str> = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!("{method}_{}", words.join("_"))
}
