//! Bad input: a problem that names the error, and nothing stored.

use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use serde_json::json;

use super::Api;

#[tokio::test]
async fn every_failure_is_a_problem_document() {
    let api = Api::start().await;
    api.get("/nothing").await.assert_problem(404);
    api.get("/digests/77").await.assert_problem(404);
    api.get("/digests/one").await.assert_problem(404);
    api.get("/subscribers/1").await.assert_problem(404);
    api.act("/digests/77/send").await.assert_problem(404);
    api.send(api.ask(Method::DELETE, "/feeds/77")).await.assert_problem(404);
    let said = api.send(api.ask(Method::PUT, "/digests")).await;
    said.assert_problem(405);
    assert_eq!(said.header("allow"), "GET, POST, HEAD");
    let json = |body: String| api.ask(Method::POST, "/digests").header(CONTENT_TYPE, "application/json").body(body);
    api.send(json("{\"subject\": ".to_owned())).await.assert_problem(400);
    api.send(json(format!("{{\"subject\": \"{}\"}}", "x".repeat(3 << 20)))).await.assert_problem(413);
    let form = api.ask(Method::POST, "/digests").header(CONTENT_TYPE, "text/plain").body("{}");
    api.send(form).await.assert_problem(415);
    let said = api.get("/nothing").await;
    assert_eq!((said.header("cache-control"), said.header("x-content-type-options")), ("no-store", "nosniff"));
}

#[tokio::test]
async fn a_wrong_field_is_named() {
    let api = Api::start().await;
    let id = api.post("/digests", json!({})).await.id();
    let digest = format!("/digests/{id}");
    let test = format!("/digests/{id}/test");
    for (path, body, field) in [
        ("/digests", json!({"subjct": "x"}), "subjct"),
        ("/digests", json!({"newsletter": "nobody"}), "newsletter"),
        ("/digests", json!({"subject": "a\r\nBcc: x@example.org"}), "subject"),
        ("/digests", json!({"subject": "\u{202e}abc"}), "subject"),
        ("/digests", json!({"subject": "x".repeat(201)}), "subject"),
        (&test, json!({}), "to"),
        (&test, json!({"to": "nobody"}), "to"),
        ("/feeds", json!({}), "url"),
        ("/feeds", json!({"url": "ftp://example.org/"}), "url"),
        ("/feeds", json!({"url": "http://ann:secret@example.org/"}), "url"),
        ("/feeds", json!({"url": "http://example.org/", "topics": ["a\u{0}"]}), "topics"),
        ("/articles", json!({}), "title"),
        ("/articles", json!({"title": "a\u{0}b"}), "title"),
        ("/articles", json!({"title": "a", "guid": "1", "guide": "2"}), "guide"),
        ("/articles", json!([{"title": "a", "url": "javascript:alert(1)"}]), "url"),
    ] {
        api.post(path, body).await.assert_field(422, field);
    }
    api.patch(&digest, json!({"introduction": "a\u{0}"})).await.assert_field(422, "introduction");
    assert_eq!(api.get("/articles").await.expect(200)["items"], json!([]));
    assert_eq!(api.get("/feeds").await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn a_wrong_query_is_named() {
    let api = Api::start().await;
    for (path, field) in [
        ("/feeds?limit=0", "limit"),
        ("/feeds?limit=201", "limit"),
        ("/digests?after=-1", "after"),
        ("/deliveries?dgest=1", "dgest"),
    ] {
        api.get(path).await.assert_field(400, field);
    }
    for path in
        ["/feeds?limit=many", "/subscribers?state=gone", "/deliveries?state=", "/articles?after=99999999999999999999"]
    {
        api.get(path).await.assert_problem(400);
    }
    api.get("/deliveries?digest=77").await.assert_problem(404);
    api.get("/subscribers?newsletter=nobody").await.assert_problem(404);
    for odd in ["/subscribers?search=%00%25_%5c", "/articles?search=%00%22*&source=%00", "/articles?search=%ff"] {
        assert!(matches!(api.get(odd).await.status, 200 | 400), "{odd}");
    }
}
