//! The `OpenAPI` document and the routes of the server.

use std::collections::BTreeSet;

use reqwest::Method;
use serde_json::Value;
use tidings::web::api::offered;

use super::Api;

/// Every `METHOD path` of the document.
fn documented_routes(document: &Value) -> BTreeSet<String> {
    let paths = document["paths"].as_object().unwrap();
    let methods = |(path, item): (&String, &Value)| {
        let methods: Vec<String> = item.as_object().unwrap().keys().map(|method| method.to_uppercase()).collect();
        methods.into_iter().map(move |method| format!("{method} {path}")).collect::<Vec<_>>()
    };
    paths.iter().flat_map(|(path, item)| methods((path, item))).collect()
}

async fn document(api: &Api) -> Value {
    api.send(api.bare(Method::GET, "/openapi.json")).await.expect(200)
}

#[tokio::test]
async fn every_route_is_in_the_document_and_nothing_else_is() {
    let api = Api::start().await;
    let registered: BTreeSet<String> = offered().into_iter().map(|(method, path)| format!("{method} {path}")).collect();
    assert_eq!(documented_routes(&document(&api).await), registered);
    // No route of the API is registered outside the table.
    let routes = include_str!("../../src/web/routes.rs");
    assert!(!routes.contains("/api/"));
}

#[tokio::test]
async fn the_server_answers_the_methods_of_the_document_and_no_others() {
    let api = Api::start().await;
    let documented = documented_routes(&document(&api).await);
    let paths: BTreeSet<&str> =
        documented.iter().filter_map(|route| route.split_once(' ')).map(|(_, path)| path).collect();
    for path in paths {
        let at = path.trim_start_matches("/api/v1").replace("{id}", "1").replace("{slug}", "x");
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            let said = api.send(api.ask(method.parse().unwrap(), &at).body("{")).await;
            let offered = documented.contains(&format!("{method} {path}"));
            assert_eq!(said.status != 405, offered, "{method} {path}: {}", said.text);
        }
    }
}

#[tokio::test]
async fn every_operation_documents_its_input_and_its_errors() {
    let api = Api::start().await;
    let document = document(&api).await;
    assert_eq!(document["components"]["securitySchemes"]["key"]["scheme"], "bearer");
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert!(ids.insert(operation["operationId"].as_str().unwrap()), "{method} {path}");
            let is_open =
                ["/api/v1/openapi.json", "/api/v1/challenge", "/api/v1/subscriptions"].contains(&path.as_str());
            assert_eq!(operation["security"].is_null(), is_open, "{method} {path}");
            assert_eq!(operation["responses"]["401"].is_null(), is_open, "{method} {path}");
            let names_key = operation["parameters"].to_string().contains("Idempotency-Key");
            assert_eq!(names_key, method == "post", "{method} {path}");
            assert!(operation["summary"].is_string(), "{method} {path}");
            for (status, response) in operation["responses"].as_object().unwrap() {
                let failed = status.starts_with(['4', '5']);
                let problem = &response["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(problem == "#/components/schemas/Problem", failed, "{method} {path} {status}");
            }
        }
    }
}

#[tokio::test]
async fn every_reference_of_the_document_resolves() {
    let api = Api::start().await;
    let document = document(&api).await;
    let text = document.to_string();
    let references: BTreeSet<&str> = text.split("\"#/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(references.len() > 10);
    for reference in references {
        assert!(document.pointer(&format!("/{reference}")).is_some(), "{reference}");
    }
}

/// The derive wrote a setting with words of its own as a text that is an object as well, which no answer can be.
#[tokio::test]
async fn no_schema_of_an_answer_contradicts_itself() {
    let api = Api::start().await;
    let document = document(&api).await;
    let newsletters = &document["components"]["schemas"]["Page_Newsletter"]["properties"]["items"]["items"];
    let headline_link = &newsletters["properties"]["headline_link"];
    assert_eq!((&headline_link["type"], &headline_link["enum"][0]), (&"string".into(), &"canonical".into()));
    assert!(newsletters["required"].as_array().is_some_and(|names| names.contains(&"headline_link".into())));
}
