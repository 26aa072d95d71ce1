//! A POST with an `Idempotency-Key` acts once.

use std::net::IpAddr;
use std::sync::Arc;

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tidings::digest;

use super::{Api, Said, with_json};

fn named(request: RequestBuilder, name: &str, body: &Value) -> RequestBuilder {
    with_json(request, body).header("Idempotency-Key", name)
}

#[tokio::test]
async fn fifty_simultaneous_requests_with_one_key_have_one_effect() {
    let api = Arc::new(Api::start().await);
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let api = api.clone();
        tasks.spawn(async move {
            let request = api.ask(Method::POST, "/digests");
            api.send(named(request, "compose-1", &json!({"subject": "Once"}))).await
        });
    }
    let answers: Vec<Said> = tasks.join_all().await;
    let fresh = answers.iter().filter(|said| said.header("idempotent-replayed").is_empty()).count();
    assert_eq!(fresh, 1);
    for said in &answers {
        assert_eq!((said.status, &said.text), (201, &answers[0].text));
    }
    assert_eq!(api.app.read(|conn| digest::list(conn, i64::MAX, 100)).await.len(), 1);
}

#[tokio::test]
async fn an_idempotency_key_belongs_to_one_body_one_route_and_one_api_key() {
    let api = Api::start().await;
    let compose = |key: &str, subject: &str| {
        let request = api.bare(Method::POST, "/digests").bearer_auth(key);
        api.send(named(request, "n", &json!({"subject": subject})))
    };
    let first = compose(&api.editor, "One").await;
    let again = compose(&api.editor, "One").await;
    assert_eq!((first.status, &first.text), (again.status, &again.text));
    assert_eq!((first.header("idempotent-replayed"), again.header("idempotent-replayed")), ("", "true"));
    assert_eq!(first.header("content-type"), again.header("content-type"));
    compose(&api.editor, "Two").await.assert_problem(422);
    assert_ne!(compose(&api.admin, "One").await.id(), first.id(), "another key");
    let path = format!("/digests/{}/approve", first.id());
    let other = api.send(named(api.ask(Method::POST, &path), "n", &json!({}))).await;
    assert_eq!((other.status, other.header("idempotent-replayed")), (200, ""));
}

#[tokio::test]
async fn a_refused_request_does_not_use_its_key() {
    let api = Api::start().await;
    let id = api.post("/digests", json!({})).await.id();
    let path = format!("/digests/{id}/approve");
    let approve = || api.send(named(api.ask(Method::POST, &path), "approve", &json!({})));
    approve().await.assert_problem(409);
    api.patch(&format!("/digests/{id}"), json!({"subject": "Now it has one"})).await.expect(200);
    assert_eq!(approve().await.expect(200)["state"], "approved");
}

#[tokio::test]
async fn a_repeated_sign_up_has_one_effect() {
    let api = Api::start().await;
    let send = || {
        let request = api.bare(Method::POST, "/subscriptions");
        api.send(named(request, "sign-up", &json!({"email": "ann@example.org"})))
    };
    let (first, again) = (send().await, send().await);
    assert_eq!((first.status, &first.text), (202, &again.text));
    assert_eq!(again.header("idempotent-replayed"), "true");
    assert_eq!(api.app.mails_to("ann@example.org").await.len(), 1);
}

/// Whoever used a word first had the answer for everybody.
#[tokio::test]
async fn an_idempotency_key_without_an_api_key_belongs_to_one_client() {
    let api = Api::start().await;
    for (client, email) in [(1, "ann@example.org"), (2, "bob@example.org")] {
        let address = IpAddr::from([127, 0, 0, client]);
        let client = reqwest::Client::builder().local_address(address).no_proxy().build().unwrap();
        let request = client.post(format!("{}/api/v1/subscriptions", api.app.base));
        let said = api.send(named(request, "sign-up", &json!({ "email": email }))).await;
        assert_eq!((said.status, said.header("idempotent-replayed")), (202, ""), "{email}");
    }
}

#[tokio::test]
async fn an_idempotency_key_is_visible_ascii() {
    let api = Api::start().await;
    for name in ["", &"n".repeat(256)] {
        let said = api.send(named(api.ask(Method::POST, "/digests"), name, &json!({}))).await;
        said.assert_problem(400);
    }
}

#[tokio::test]
async fn a_missing_body_is_an_empty_object_also_with_an_idempotency_key() {
    let api = Api::start().await;
    let id = api.post("/digests", json!({"subject": "Boats"})).await.id();
    let path = format!("/digests/{id}/approve");
    api.send(api.ask(Method::POST, &path).header("Idempotency-Key", "n")).await.expect(200);
    let again = api.send(named(api.ask(Method::POST, &path), "n", &json!({}))).await;
    assert_eq!((again.status, again.header("idempotent-replayed")), (200, "true"));
}
