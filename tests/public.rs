//! The readers' side over HTTP: the real server, database and engine.

use crate::support::app::TestApp;

#[tokio::test]
async fn a_reader_signs_up_confirms_gets_a_digest_and_leaves() {
    let app = TestApp::start().await;
    app.article("Ferries run later", &["Harbour"], 0).await;
    let answer = app.post("/subscribe", &[("email", "ann@example.org")]).await;
    assert_eq!((answer.status, answer.location()), (303, "/subscribe/done"));
    let mails = app.mails_to("ann@example.org").await;
    assert_eq!(mails.len(), 1);
    let confirm = app.link(&mails[0], "/confirm/");
    assert_eq!(app.get(&confirm).await.status, 200);
    assert_eq!(app.post(&confirm, &[]).await.status, 200);
    let digest = app.compose("Boats until one").await;
    app.send_digest(digest).await;
    let mails = app.mails_to("ann@example.org").await;
    assert_eq!(mails.len(), 3, "confirmation, welcome, digest");
    assert_eq!(mails[2].header("Subject"), Some("Boats until one"));
    let leave = app.link(&mails[2], "/unsubscribe/");
    assert_eq!(app.post(&leave, &[("List-Unsubscribe", "One-Click")]).await.status, 200);
    let digest = app.compose("Nobody reads this").await;
    app.send_digest(digest).await;
    assert_eq!(app.mails_to("ann@example.org").await.len(), 3);
}
