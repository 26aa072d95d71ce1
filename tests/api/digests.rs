//! Digests: composed, changed, approved, tested, sent once, paused, cancelled; and their deliveries.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tidings::audit::{self, Filter};
use tidings::clock::HOUR;

use super::Api;

async fn with_readers(count: usize) -> Api {
    let api = Api::start().await;
    let addresses: Vec<String> = (0..count).map(|n| format!("r{n}@example.org")).collect();
    api.app.subscribe(&addresses.iter().map(String::as_str).collect::<Vec<_>>()).await;
    api.app.article("Ferries run later", &["Harbour"], 0).await;
    api
}

#[track_caller]
fn assert_identity(digest: &Value) {
    let n = |name: &str| digest[name].as_i64().unwrap();
    let parts = n("sent") + n("failed") + n("skipped") + n("cancelled") + n("unknown") + n("to_go");
    assert_eq!(n("expected"), parts, "{digest}");
    assert!(parts >= n("to_go") && n("to_go") >= 0, "{digest}");
    let done = digest["expected_final"] == json!(true) && n("to_go") == 0;
    assert_eq!(digest["state"] == "sent", done && digest["state"] != "cancelled", "{digest}");
}

/// Waits until a digest is in this state, and checks its counters each time.
async fn until(api: &Api, id: i64, state: &str) -> Value {
    let began = Instant::now();
    loop {
        let digest = api.get(&format!("/digests/{id}")).await.expect(200);
        assert_identity(&digest);
        if digest["state"] == state {
            return digest;
        }
        assert!(began.elapsed() < Duration::from_mins(1), "{digest}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

#[tokio::test]
async fn a_digest_is_composed_changed_approved_and_sent_once() {
    let api = with_readers(300).await;
    let digest = api.post("/digests", json!({"newsletter": "morning-tide", "subject": "Boats"})).await.expect(201);
    let id = digest["id"].as_i64().unwrap();
    assert_eq!((&digest["state"], &digest["articles"][0]["title"]), (&json!("draft"), &json!("Ferries run later")));
    let change = json!({"subject": "Boats until one", "introduction": "Read *this*."});
    let changed = api.patch(&format!("/digests/{id}"), change.clone()).await.expect(200);
    assert_eq!((&changed["subject"], &changed["introduction"]), (&change["subject"], &change["introduction"]));
    assert_eq!(api.act(&format!("/digests/{id}/approve")).await.expect(200)["state"], "approved");
    let (one, two) = (api.act(&format!("/digests/{id}/send")).await, api.act(&format!("/digests/{id}/send")).await);
    let (one, two) = (one.expect(202), two.expect(202));
    assert!(one["dispatch"].is_i64() && one["dispatch"] == two["dispatch"]);
    let sent = until(&api, id, "sent").await;
    assert_eq!((&sent["expected"], &sent["sent"], &sent["to_go"]), (&json!(300), &json!(300), &json!(0)));
    assert!(sent["finished_at"].is_string());
    api.act(&format!("/digests/{id}/send")).await.expect(202);
    let mails = api.app.mails().await;
    assert_eq!(mails.len(), 300);
    assert!(mails.iter().all(|(_, mail)| mail.header("Subject") == Some("Boats until one")));
    api.patch(&format!("/digests/{id}"), json!({"subject": "Too late"})).await.assert_problem(409);
    let listed = api.get("/digests").await.expect(200);
    assert_eq!((&listed["items"][0]["id"], &listed["items"][0]["state"]), (&json!(id), &json!("sent")));
    let log = api.app.read(|conn| audit::page(conn, &Filter::default(), i64::MAX, 50)).await;
    for action in ["digest.compose", "digest.edit", "digest.approve", "digest.send"] {
        assert!(log.iter().any(|entry| entry.action == action && entry.actor == "api-key"), "{action}");
    }
}

#[tokio::test]
async fn sending_a_draft_approves_it() {
    let api = with_readers(3).await;
    let id = api.post("/digests", json!({"subject": "Boats"})).await.id();
    api.act(&format!("/digests/{id}/send")).await.expect(202);
    assert_eq!(until(&api, id, "sent").await["sent"], 3);
    let rows = api.get(&format!("/deliveries?digest={id}&state=sent&limit=2")).await.expect(200);
    assert_eq!((rows["items"].as_array().unwrap().len(), &rows["items"][0]["email"]), (2, &json!("r0@example.org")));
    let rest = api.get(&format!("/deliveries?digest={id}&after={}", rows["next"])).await.expect(200);
    assert_eq!((rest["items"].as_array().unwrap().len(), &rest["next"]), (1, &Value::Null));
    assert_eq!((&rest["items"][0]["kind"], &rest["items"][0]["state"]), (&json!("digest"), &json!("sent")));
}

#[tokio::test]
async fn a_paused_digest_sends_nothing_until_it_is_resumed() {
    let api = with_readers(1_500).await;
    let id = api.post("/digests", json!({"subject": "Boats"})).await.id();
    api.act(&format!("/digests/{id}/send")).await.expect(202);
    let paused = api.act(&format!("/digests/{id}/pause")).await.expect(200);
    assert_eq!((&paused["state"], &paused["reason"]), (&json!("paused"), &json!("paused by an editor")));
    api.act(&format!("/digests/{id}/pause")).await.expect(200);
    tokio::time::sleep(Duration::from_millis(500)).await;
    // It answered 202 and sent nothing.
    api.act(&format!("/digests/{id}/send")).await.assert_problem(409);
    let before = until(&api, id, "paused").await["sent"].clone();
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(until(&api, id, "paused").await["sent"], before);
    assert_eq!(api.act(&format!("/digests/{id}/resume")).await.expect(200)["state"], "sending");
    assert_eq!(until(&api, id, "sent").await["sent"], 1_500);
}

#[tokio::test]
async fn a_cancelled_digest_sends_no_more() {
    let api = with_readers(1_500).await;
    let id = api.post("/digests", json!({"subject": "Boats"})).await.id();
    api.act(&format!("/digests/{id}/send")).await.expect(202);
    assert_eq!(api.act(&format!("/digests/{id}/cancel")).await.expect(200)["state"], "cancelled");
    let began = Instant::now();
    let digest = loop {
        let digest = api.get(&format!("/digests/{id}")).await.expect(200);
        if digest["to_go"] == 0 {
            break digest;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "{digest}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    };
    assert!(digest["cancelled"].as_i64().unwrap() > 0, "{digest}");
    assert_eq!(i64::try_from(api.app.mails().await.len()).unwrap(), digest["sent"].as_i64().unwrap());
    // Its recipients have a link to its page.
    let public = api.app.get(&format!("/digests/{}", digest["slug"].as_str().unwrap())).await.status;
    assert_eq!(public, if digest["sent"] == 0 { 404 } else { 200 });
    assert_eq!(digest["reason"], "");
    for action in ["send", "pause", "resume", "approve", "resend-failed"] {
        api.act(&format!("/digests/{id}/{action}")).await.assert_problem(409);
    }
}

#[tokio::test]
async fn a_draft_is_neither_paused_nor_sent_again() {
    let api = with_readers(1).await;
    let id = api.post("/digests", json!({})).await.id();
    for action in ["pause", "resume", "resend-failed", "approve", "send"] {
        api.act(&format!("/digests/{id}/{action}")).await.assert_problem(409);
    }
    assert_eq!(api.act(&format!("/digests/{id}/cancel")).await.expect(200)["state"], "cancelled");
}

/// The API could not schedule a digest, only the administration could.
#[tokio::test]
async fn a_program_sets_the_time_at_which_a_digest_is_sent() {
    let api = with_readers(1).await;
    let id = api.post("/digests", json!({"subject": "Boats"})).await.id();
    let send = format!("/digests/{id}/send");
    let in_hours = |hours: i64| api.app.now().plus(hours * HOUR).to_string();
    for wrong in [in_hours(-1), "tomorrow".to_owned(), "2031-10-24".to_owned()] {
        api.post(&send, json!({"at": wrong})).await.assert_field(422, "at");
    }
    api.post(&send, json!({"at": in_hours(1), "when": 1})).await.assert_field(422, "when");
    let untouched = api.get(&format!("/digests/{id}")).await.expect(200);
    assert_eq!((&untouched["state"], &untouched["approved_at"]), (&json!("draft"), &json!(null)), "nothing half-done");
    for hours in [1, 30] {
        let at = in_hours(hours);
        let set = api.post(&send, json!({"at": at})).await.expect(202);
        assert_eq!((&set["state"], &set["scheduled_at"]), (&json!("scheduled"), &json!(at)));
    }
    assert!(api.app.mails().await.is_empty());
    api.act(&send).await.expect(202);
    until(&api, id, "sent").await;
    api.post(&send, json!({"at": in_hours(1)})).await.assert_problem(409);
    assert_eq!(api.app.mails().await.len(), 1);
}

#[tokio::test]
async fn a_test_goes_to_one_address_and_leaves_a_draft() {
    let api = with_readers(2).await;
    let id = api.post("/digests", json!({"subject": "Boats"})).await.id();
    api.post(&format!("/digests/{id}/test"), json!({"to": "editor@example.org"})).await.expect(202);
    let mails = api.app.mails().await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["editor@example.org"]);
    assert_eq!(api.get(&format!("/digests/{id}")).await.expect(200)["state"], "draft");
}

#[tokio::test]
async fn without_failures_nobody_is_sent_to_again() {
    let api = with_readers(2).await;
    let id = api.post("/digests", json!({"subject": "Boats"})).await.id();
    api.act(&format!("/digests/{id}/send")).await.expect(202);
    until(&api, id, "sent").await;
    let path = format!("/digests/{id}/resend-failed");
    assert_eq!(api.post(&path, json!({"unknown": true})).await.expect(202), json!({"queued": 0}));
    api.post(&path, json!({"unkown": true})).await.assert_field(422, "unkown");
    assert_eq!(api.app.mails().await.len(), 2);
}
