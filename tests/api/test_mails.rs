//! Test mails: whoever has an editor's key could send as the publisher to anybody, any number of times.

use reqwest::Method;
use serde_json::json;
use tidings::delivery::SuppressionReason;
use tidings::delivery::suppression::suppress;
use tidings::email_address::EmailAddress;

use super::{Api, Said, with_json};

const READER: &str = "ann@example.org";

async fn test(api: &Api, digest: i64, to: &str) -> Said {
    api.post(&format!("/digests/{digest}/test"), json!({ "to": to })).await
}

#[tokio::test]
async fn a_stranger_gets_one_test_in_fifteen_minutes_and_a_suppressed_address_none() {
    let api = Api::start().await;
    api.app.subscribe(&[READER]).await;
    let digest = api.post("/digests", json!({"subject": "Boats"})).await.id();
    for to in [READER, "stranger@example.org", READER] {
        test(&api, digest, to).await.expect(202);
    }
    test(&api, digest, "stranger+again@example.org").await.assert_field(429, "to");
    let (now, key) = (api.app.now(), api.app.app.suppression_key.clone());
    let address = EmailAddress::parse(READER).unwrap();
    api.app.write(move |conn| suppress(conn, now, &key, &address, SuppressionReason::Complaint, "")).await;
    test(&api, digest, READER).await.assert_field(422, "to");
    assert_eq!(api.app.mails().await.len(), 3);
}

#[tokio::test]
async fn a_key_sends_twenty_tests_an_hour() {
    let api = Api::start().await;
    api.app.subscribe(&[READER]).await;
    let digest = api.post("/digests", json!({"subject": "Boats"})).await.id();
    for _ in 0..20 {
        test(&api, digest, READER).await.expect(202);
    }
    test(&api, digest, READER).await.assert_field(429, "to");
    let other = api.bare(Method::POST, &format!("/digests/{digest}/test")).bearer_auth(&api.admin);
    api.send(with_json(other, &json!({ "to": READER }))).await.expect(202);
}
