//! Permissions: without a key, with an unknown or revoked one, an editor's, an administrator's.

use reqwest::Method;
use serde_json::json;
use tidings::account;
use tidings::actor::{Actor, Role};
use tidings::clock::MINUTE;
use tidings::web::api::offered;

use super::{Api, key, with_json};

/// Endpoints that need no key.
const OPEN: [&str; 3] = ["/openapi.json", "/challenge", "/subscriptions"];

fn guarded() -> Vec<(Method, String)> {
    let of =
        |(method, path): (String, String)| (method.parse().unwrap(), path.replace("/api/v1", "").replace("{id}", "1"));
    let all: Vec<(Method, String)> = offered().into_iter().map(of).collect();
    let guarded: Vec<_> = all.into_iter().filter(|(_, path)| !OPEN.contains(&path.as_str())).collect();
    assert!(guarded.len() > 20);
    guarded
}

#[tokio::test]
async fn nothing_is_done_without_a_valid_key() {
    let api = Api::start().await;
    let (revoked_id, revoked) = key(&api.app, Role::Admin).await;
    let now = api.app.now();
    api.app.write(move |conn| account::revoke_api_key(conn, &Actor::Operator, now, revoked_id)).await;
    let unknown = format!("tid_{}", "x".repeat(43));
    for (method, path) in guarded() {
        // Without a key, neither an unreadable body nor an invalid id is reported.
        for bearer in [None, Some("nonsense"), Some(unknown.as_str()), Some(revoked.as_str())] {
            let mut request = api.bare(method.clone(), &path).body("{");
            if let Some(bearer) = bearer {
                request = request.bearer_auth(bearer);
            }
            let said = api.send(request).await;
            said.assert_problem(401);
            assert!(said.header("www-authenticate").starts_with("Bearer"), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn an_editor_may_do_everything_but_change_newsletters() {
    let api = Api::start().await;
    for (method, path) in guarded() {
        let is_settings = path.starts_with("/newsletters") && method != Method::GET;
        let as_editor = with_json(api.ask(method.clone(), &path), &json!({"nothing-of-the-kind": 1}));
        let said = api.send(as_editor).await;
        assert!(!matches!(said.status, 401 | 404 | 405) || path.contains('1'), "{method} {path}: {}", said.text);
        assert_eq!(said.status == 403, is_settings && said.status != 422, "{method} {path}: {}", said.text);
    }
    let new = json!({"slug": "evening", "name": "Evening", "sender": "a@example.org", "contact": "b@example.org"});
    api.post("/newsletters", new.clone()).await.assert_problem(403);
    api.patch("/newsletters/morning-tide", json!({"name": "x"})).await.assert_problem(403);
    let as_admin = with_json(api.bare(Method::POST, "/newsletters").bearer_auth(&api.admin), &new);
    assert_eq!(api.send(as_admin).await.status, 201);
}

#[tokio::test]
async fn open_endpoints_need_no_key() {
    let api = Api::start().await;
    assert_eq!(api.send(api.bare(Method::GET, "/openapi.json")).await.status, 200);
    assert_eq!(api.send(api.bare(Method::GET, "/challenge")).await.status, 200);
    let sign_up = with_json(api.bare(Method::POST, "/subscriptions"), &json!({"email": "ann@example.org"}));
    assert_eq!(api.send(sign_up).await.status, 202);
}

#[tokio::test]
async fn the_use_of_a_key_is_noted_at_most_once_a_minute() {
    let api = Api::start().await;
    let last = || api.app.read(|conn| Ok(account::api_keys(conn)?.into_iter().find(|key| key.role == Role::Editor)));
    assert_eq!(last().await.unwrap().last_used_at, None);
    api.get("/feeds").await.expect(200);
    let first = last().await.unwrap().last_used_at.unwrap();
    api.get("/feeds").await.expect(200);
    assert_eq!(last().await.unwrap().last_used_at, Some(first));
    assert!(first.plus(MINUTE) > api.app.now());
}
