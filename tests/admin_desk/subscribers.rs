//! Subscribers and suppressed addresses.

use tidings::newsletter;
use tidings::subscriber::{self, ConsentAction, SubscriptionState};

use super::{Desk, id_of};
use crate::support::app::NEWSLETTER;

const ANN: &str = "ann@example.org";

async fn add(desk: &Desk, email: &str) -> String {
    desk.does("/admin/subscribers", &[("email", email), ("name", "Ann"), ("newsletter", NEWSLETTER)]).await
}

async fn ledger(desk: &Desk, person: i64) -> Vec<(ConsentAction, String)> {
    let lines = desk.app.read(move |conn| subscriber::consents_of(conn, person)).await;
    lines.into_iter().map(|line| (line.action, line.source)).collect()
}

async fn subscription(desk: &Desk, person: i64) -> subscriber::Subscription {
    desk.app.read(move |conn| subscriber::subscriptions_of(conn, person)).await.pop().unwrap()
}

#[tokio::test]
async fn a_reader_added_by_an_editor_must_confirm() {
    let desk = Desk::open().await;
    let page = add(&desk, ANN).await;
    assert!(page.ends_with("?done=confirmation-sent"), "{page}");
    let person = id_of(&page);
    assert_eq!(subscription(&desk, person).await.state, SubscriptionState::Pending);
    assert_eq!(ledger(&desk, person).await, [(ConsentAction::Requested, "admin".to_owned())]);
    let shown = desk.page(&page).await;
    for part in [ANN, "Asked to subscribe", "The mail that asks to confirm is on its way.", "Ask to confirm again"] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    let mails = desk.app.mails_to(ANN).await;
    let confirm = desk.app.link(&mails[0], "/confirm/");
    assert_eq!(desk.app.post(&confirm, &[]).await.status, 200);
    assert_eq!(subscription(&desk, person).await.state, SubscriptionState::Confirmed);
    assert!(add(&desk, ANN).await.ends_with("?error=already-confirmed"));
    let newsletter = desk.app.newsletter;
    let counted = desk.app.read(move |conn| newsletter::by_id(conn, newsletter)).await.unwrap();
    assert_eq!((counted.pending, counted.confirmed), (0, 1));
    assert_eq!(desk.app.mails_to(ANN).await.len(), 2, "the confirmation and the welcome");
    let shown = desk.page(&format!("/admin/subscribers/{person}")).await;
    assert!(shown.contains("Confirmed: The Morning Tide") && shown.contains("250"), "{shown}");
}

#[tokio::test]
async fn asking_again_keeps_to_the_limit_of_the_address_and_says_so() {
    let desk = Desk::open().await;
    let person = id_of(&add(&desk, ANN).await);
    let id = subscription(&desk, person).await.id;
    let again = format!("/admin/subscribers/{person}/subscriptions/{id}/ask");
    let refused = desk.does(&again, &[]).await;
    assert!(refused.ends_with("?error=confirmation-limited"), "{refused}");
    let shown = desk.page(&refused).await;
    assert!(shown.contains("role=\"alert\"") && shown.contains("No mail was sent"), "{shown}");
    assert_eq!(desk.app.mails_to(ANN).await.len(), 1);
    let wrong = format!("/admin/subscribers/{}/subscriptions/{id}/ask", person + 1);
    assert_eq!(desk.post(&wrong, &[]).await.status, 404, "a subscription of somebody else");
}

#[tokio::test]
async fn an_error_in_a_new_subscriber_is_shown_at_its_field() {
    let desk = Desk::open().await;
    for (email, name, newsletter, says) in [
        ("ann", "Ann", NEWSLETTER, "Enter a complete email address"),
        ("", "Ann", NEWSLETTER, "Enter an email address"),
        (ANN, "A\u{202e}nn", NEWSLETTER, "change the direction of the text"),
        (ANN, "Ann", "none", "Choose a newsletter"),
    ] {
        let fields = [("email", email), ("name", name), ("newsletter", newsletter)];
        let page = desk.is_refused("/admin/subscribers", &fields).await;
        assert!(page.contains(says), "{says} is not in {page}");
        assert!(page.contains("<details class=\"panel\" open"), "the form is folded away");
    }
}

#[tokio::test]
async fn a_subscription_ended_by_an_editor_is_renewed_only_by_the_reader() {
    let desk = Desk::open().await;
    desk.app.subscribe(&[ANN]).await;
    let person = desk.app.read(|conn| subscriber::by_address(conn, ANN)).await.unwrap().id;
    let id = subscription(&desk, person).await.id;
    let path = format!("/admin/subscribers/{person}/subscriptions/{id}");
    assert!(desk.does(&format!("{path}/unsubscribe"), &[]).await.ends_with("?done=unsubscribed"));
    assert_eq!(subscription(&desk, person).await.state, SubscriptionState::Unsubscribed);
    let last = ledger(&desk, person).await.pop().unwrap();
    assert_eq!(last, (ConsentAction::Withdrawn, "admin".to_owned()));
    assert!(desk.does(&format!("{path}/ask"), &[]).await.ends_with("?error=reader-left"));
    assert!(add(&desk, ANN).await.ends_with("?error=reader-left"));
    assert!(desk.app.mails_to(ANN).await.is_empty());
    assert_eq!(desk.log().await[0], "subscription.unsubscribe");
}

#[tokio::test]
async fn erasing_asks_for_confirmation_and_leaves_nothing_of_the_person() {
    let desk = Desk::open().await;
    let person = id_of(&add(&desk, ANN).await);
    desk.app.settled().await;
    let path = format!("/admin/subscribers/{person}");
    let question = desk.does(&format!("{path}/erase"), &[]).await;
    assert_eq!(question, format!("{path}/erase"));
    assert!(desk.page(&question).await.contains("name=\"sure\""));
    let unsure = desk.does(&question, &[("asked", "yes")]).await;
    assert!(desk.page(&unsure).await.contains("Tick the box"), "{unsure}");
    assert!(desk.does(&question, &[("sure", "yes")]).await.ends_with("?done=erased"));
    let shown = desk.page(&path).await;
    assert!(shown.contains("Erased") && !shown.contains(ANN) && !shown.contains("Erase this person"), "{shown}");
    assert!(!desk.page("/admin/subscribers").await.contains(ANN));
    assert!(!desk.page("/admin/audit").await.contains(ANN));
    assert_eq!(desk.get(&format!("{path}/erase")).await.status, 410);
    assert!(desk.does(&question, &[("sure", "yes")]).await.ends_with("?error=nobody-to-erase"));
    assert_eq!(desk.log().await[..2], ["subscriber.erase", "subscriber.add"]);
}

#[tokio::test]
async fn the_list_of_subscribers_is_searched_filtered_and_paged() {
    let desk = Desk::open().await;
    let addresses: Vec<String> = (0..120).map(|number| format!("reader{number:03}@example.org")).collect();
    desk.app.subscribe(&addresses.iter().map(String::as_str).collect::<Vec<_>>()).await;
    add(&desk, "ann_lee@example.org").await;
    let shown = |page: &str| page.matches("@example.org</a>").count();
    let first = desk.page("/admin/subscribers").await;
    assert!(first.contains("ann_lee@example.org") && !first.contains("rel=\"prev\""));
    let second = desk.page(&link(&first, "next")).await;
    let third = desk.page(&link(&second, "next")).await;
    assert_eq!((shown(&first), shown(&second), shown(&third)), (50, 50, 21));
    assert!(!third.contains("rel=\"next\""), "the last page");
    let back = desk.page(&link(&third, "prev")).await;
    let addresses_of = |page: &str| {
        page.split("@example.org</a>").map(|part| part.rsplit('>').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(addresses_of(&back), addresses_of(&second), "back to the page that was there");
    for (query, count) in [
        ("?q=READER00", 10),
        ("?q=ann_", 1),
        ("?q=%25", 0),
        ("?state=pending", 1),
        ("?state=pending&newsletter=morning-tide", 1),
        ("?state=unsubscribed", 0),
        ("?state=junk&newsletter=junk&q=ann", 1),
    ] {
        let page = desk.page(&format!("/admin/subscribers{query}")).await;
        assert_eq!(shown(&page), count, "{query}");
    }
}

/// On SQLite a search distinguished upper and lower case of non-ASCII letters.
#[tokio::test]
async fn a_name_is_found_however_it_is_written() {
    let desk = Desk::open().await;
    desk.app.post("/subscribe", &[("email", "a@example.org"), ("name", "Ågot ÖBERG")]).await;
    for (query, count) in [("%C3%85GOT", 1), ("%C3%B6berg", 1), ("%C3%A5got+%C3%B6", 1), ("oberg", 0)] {
        let page = desk.page(&format!("/admin/subscribers?q={query}")).await;
        assert_eq!(page.matches("@example.org</a>").count(), count, "{query}");
    }
}

/// The URL of a page's link to the next or the previous page.
fn link(page: &str, rel: &str) -> String {
    let tag = page.split("<a ").find(|tag| tag.contains(&format!("rel=\"{rel}\""))).expect("a link");
    tag.split("href=\"").nth(1).unwrap().split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&")
}

#[tokio::test]
async fn a_suppressed_address_gets_no_mail_until_it_is_lifted() {
    let desk = Desk::open().await;
    desk.app.subscribe(&[ANN]).await;
    let page = desk.is_refused("/admin/suppressions", &[("email", "ann")]).await;
    assert!(page.contains("Enter a complete email address"));
    assert!(desk.does("/admin/suppressions", &[("email", "Ann@Example.org")]).await.ends_with("?done=suppressed"));
    let list = desk.page("/admin/suppressions").await;
    assert!(list.contains(ANN) && list.contains("On request"), "{list}");
    let person = desk.app.read(|conn| subscriber::by_address(conn, ANN)).await.unwrap().id;
    assert!(desk.page(&format!("/admin/subscribers/{person}")).await.contains("No mail is sent to this address"));
    let digest = desk.app.compose("Nobody reads this").await;
    desk.app.send_digest(digest).await;
    assert!(desk.app.mails_to(ANN).await.is_empty());
    assert!(add(&desk, ANN).await.ends_with("?error=address-suppressed"));
    assert!(add(&desk, "new@example.org").await.ends_with("?done=confirmation-sent"));
    for (query, found) in [("ANN@", true), ("ann@example.org", true), ("olav", false)] {
        let list = desk.page(&format!("/admin/suppressions?q={query}")).await;
        assert_eq!(list.contains("name=\"key\""), found, "{query}");
    }
    let key = list.split("name=\"key\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(desk.does("/admin/suppressions/lift", &[("key", &key)]).await.ends_with("?done=lifted"));
    assert!(desk.does("/admin/suppressions/lift", &[("key", &key)]).await.ends_with("?error=not-suppressed"));
    assert_eq!(desk.post("/admin/suppressions/lift", &[("key", "xyz")]).await.status, 400);
    assert_eq!(ledger(&desk, person).await.pop().unwrap().0, ConsentAction::SuppressionLifted);
    let digest = desk.app.compose("Ann reads this").await;
    desk.app.send_digest(digest).await;
    assert_eq!(desk.app.mails_to(ANN).await.len(), 1);
    assert!(desk.log().await.iter().any(|action| action == "suppression.lift"));
}
