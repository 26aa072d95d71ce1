//! A closed newsletter: it accepts no readers, sends nothing, and keeps its readers.

use tidings::actor::Actor;
use tidings::digest::DigestState;
use tidings::newsletter::{self, Input, Settings};

use super::Desk;
use crate::support::app::{NEWSLETTER, morning_tide};

async fn close(desk: &Desk) -> String {
    let path = format!("/admin/newsletters/{}", desk.app.newsletter);
    assert_eq!(desk.does(&format!("{path}/close"), &[]).await, format!("{path}/close"), "it is asked first");
    assert!(desk.page(&format!("{path}/close")).await.contains("takes no new readers"));
    assert!(desk.does(&format!("{path}/close"), &[("sure", "yes")]).await.ends_with("?done=newsletter-closed"));
    path
}

async fn sign_up(desk: &Desk, newsletter: &str) -> u16 {
    desk.app.post("/subscribe", &[("email", "new@example.org"), ("newsletter", newsletter)]).await.status
}

#[tokio::test]
async fn a_closed_newsletter_accepts_no_sign_ups_until_it_is_reopened() {
    let desk = Desk::open().await;
    let newsletter = Settings {
        slug: "slow".to_owned(),
        name: "Slow Water".to_owned(),
        contact: "slow@example.org".to_owned(),
        ..morning_tide().newsletter
    };
    let slow = Input { newsletter, ..morning_tide() };
    let now = desk.app.now();
    desk.app.app.db.write(move |conn| newsletter::add(conn, &Actor::Operator, now, slow)).await.unwrap();
    desk.app.subscribe(&["ann@example.org"]).await;
    let path = close(&desk).await;
    assert!(desk.page(&path).await.contains("it takes no new readers and sends nothing"));
    assert!(desk.page("/admin/newsletters").await.contains(">Closed</span>"));
    assert!(
        desk.app.get("/articles/nothing").await.body.contains("slow@example.org"),
        "who writes, writes to one that is open"
    );
    let contact = desk.app.get("/contact").await.body;
    assert!(contact.contains("mailto:slow@example.org") && contact.contains("value=\"slow\" selected"), "{contact}");
    let form = desk.app.get("/subscribe").await.body;
    assert!(form.contains("Slow Water") && !form.contains(&format!("value=\"{NEWSLETTER}\"")), "{form}");
    assert_eq!(
        (sign_up(&desk, NEWSLETTER).await, sign_up(&desk, "slow").await, sign_up(&desk, "").await),
        (422, 303, 303)
    );
    let body = format!(r#"{{"email":"new@example.org","newsletter":"{NEWSLETTER}"}}"#);
    let api =
        desk.app.request(reqwest::Method::POST, "/api/v1/subscriptions").header("content-type", "application/json");
    let refused = desk.app.send(api.body(body)).await;
    assert!(refused.status == 422 && refused.body.contains("This newsletter is closed"), "{}", refused.body);
    assert_eq!(desk.app.get(&format!("/embed/{NEWSLETTER}")).await.status, 404);
    desk.is_refused("/admin/subscribers", &[("email", "new@example.org"), ("newsletter", NEWSLETTER)]).await;
    // Its readers stay, and can unsubscribe.
    desk.app.post("/preferences", &[("email", "ann@example.org")]).await;
    let mail = desk.app.mails_to("ann@example.org").await.pop().unwrap();
    let preferences = desk.app.link(&mail, "/preferences/");
    assert!(desk.app.get(&preferences).await.body.contains("The Morning Tide"));
    let leave = [("newsletter", NEWSLETTER), ("change", "unsubscribe")];
    assert_eq!(desk.app.post(&format!("{preferences}/subscription"), &leave).await.status, 303);
    let data = desk.app.get(&format!("{preferences}/data.json")).await.body;
    assert!(
        data.contains("unsubscribed") && data.contains("The Morning Tide"),
        "what is kept can be downloaded: {data}"
    );
    let back = [("newsletter", NEWSLETTER), ("change", "subscribe")];
    assert_eq!(desk.app.post(&format!("{preferences}/subscription"), &back).await.status, 404);
    assert!(desk.does(&format!("{path}/reopen"), &[]).await.ends_with("?done=newsletter-reopened"));
    assert_eq!(sign_up(&desk, NEWSLETTER).await, 303);
    assert_eq!(desk.log().await[..2], ["newsletter.reopen", "newsletter.close"]);
}

#[tokio::test]
async fn the_only_newsletter_closed_leaves_no_form() {
    let desk = Desk::open().await;
    close(&desk).await;
    for page in ["/", "/archive", "/subscribe", "/contact", "/admin", "/admin/digests", "/admin/subscribers"] {
        let shown = if page.starts_with("/admin") { desk.get(page).await } else { desk.app.get(page).await };
        assert!(shown.status < 500, "{page}");
        assert!(!shown.body.contains("action=\"/subscribe\""), "{page}: {}", shown.body);
    }
}

#[tokio::test]
async fn a_closed_newsletter_sends_nothing_and_says_so() {
    let desk = Desk::open().await;
    desk.app.subscribe(&["ann@example.org"]).await;
    let id = desk.app.compose("Evening").await;
    let path = format!("/admin/digests/{id}");
    desk.does(&path, &[("subject", "Evening"), ("introduction", "A letter.")]).await;
    close(&desk).await;
    assert!(desk.page(&path).await.contains("The newsletter is closed"));
    let refused = desk.post(&format!("{path}/approve"), &[]).await;
    assert!(refused.status == 422 && refused.body.contains("The newsletter is closed"), "{}", refused.body);
    let newsletter = desk.app.newsletter.to_string();
    let composed = desk.post("/admin/digests", &[("newsletter", newsletter.as_str()), ("subject", "Night")]).await;
    assert!(composed.status == 422 && composed.body.contains("The newsletter is closed"), "{}", composed.body);
    let digest = desk.app.read(move |conn| tidings::digest::by_id(conn, id)).await.unwrap();
    assert_eq!(digest.state, DigestState::Draft);
}
