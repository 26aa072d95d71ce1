//! Actions that cannot be undone ask for confirmation, even without JavaScript.

use tidings::digest::DigestState;

use super::desk_with_articles;

/// Without JavaScript one click discarded, sent or cancelled a digest.
#[tokio::test]
async fn sending_and_discarding_are_confirmed_on_a_page_of_their_own() {
    let desk = desk_with_articles().await;
    desk.app.subscribe(&["ann@example.org"]).await;
    let (id, path) = desk.compose("Boats & pools").await;
    assert_eq!(desk.get(&format!("{path}/send")).await.location(), path, "a draft is not asked about");
    desk.done(&format!("{path}/approve"), &[]).await;
    for (action, asks) in [
        ("send", "Send &#34;Boats &#38; pools&#34; to 1 reader of The Morning Tide now?"),
        ("cancel", "Discard &#34;Boats &#38; pools&#34;?"),
    ] {
        assert_eq!(desk.done(&format!("{path}/{action}"), &[]).await, format!("{path}/{action}"));
        assert_eq!(desk.digest(id).await.state, DigestState::Approved, "{action}");
        let page = desk.page(&format!("{path}/{action}")).await;
        for part in [asks, "name=\"sure\" value=\"yes\"", "name=\"seen\"", &format!("href=\"{path}\"")] {
            assert!(page.contains(part), "{action}: {part} is not in {page}");
        }
    }
    desk.sure(&format!("{path}/send")).await;
    desk.until(id, DigestState::Sent).await;
    for action in ["send", "cancel", "resend"] {
        assert_eq!(desk.get(&format!("{path}/{action}")).await.location(), path, "{action}");
    }
    assert_eq!(desk.app.mails().await.len(), 1);
}
