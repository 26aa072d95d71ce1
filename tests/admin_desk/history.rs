//! The history of a person's mails, and finding deliveries.

use tidings::actor::Actor;
use tidings::clock::DAY;
use tidings::subscriber::{self, desk, preferences};

use super::{Desk, settings::enquire};

const ANN: &str = "ann@example.org";

#[tokio::test]
async fn the_page_of_a_person_shows_the_whole_history_with_links() {
    let desk = Desk::open().await;
    desk.app.subscribe(&[ANN]).await;
    desk.app.article("Ferries", &[], DAY).await;
    let digest = desk.app.compose("Evening").await;
    desk.app.send_digest(digest).await;
    let enquiry = enquire(&desk).await;
    let person = desk.app.read(|conn| subscriber::by_address(conn, ANN)).await.unwrap().id;
    let subscription = desk.app.read(move |conn| subscriber::subscriptions_of(conn, person)).await.pop().unwrap().id;
    let path = format!("/admin/subscribers/{person}");
    let page = desk.page(&path).await;
    for part in [
        &format!("href=\"/admin/digests/{digest}\""),
        "href=\"/admin/deliveries/",
        &format!("href=\"/admin/enquiries/{enquiry}\""),
        "<dd>English</dd>",
        "badge good\">Confirmed",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let (now, until) = (desk.app.now(), desk.app.now().plus(3 * DAY));
    let pause =
        move |conn: &mut tidings::db::Conn| preferences::pause(conn, &Actor::Operator, now, subscription, Some(until));
    desk.app.write(pause).await;
    let page = desk.page(&path).await;
    assert!(page.contains("Paused") && page.contains(">until "), "{page}");
}

/// A reader whose mailbox was gone was shown as confirmed, in green.
#[tokio::test]
async fn a_suppressed_mailbox_is_not_simply_confirmed() {
    let desk = Desk::open().await;
    desk.app.subscribe(&[ANN, "olav@example.org"]).await;
    let person = desk.app.read(|conn| subscriber::by_address(conn, ANN)).await.unwrap().id;
    let (now, random) = (desk.app.now(), desk.app.app.random.clone());
    let address = tidings::email_address::EmailAddress::parse(ANN).unwrap();
    desk.app.write(move |conn| desk::suppress(conn, &Actor::Operator, now, &random, &address)).await;
    let list = desk.page("/admin/subscribers").await;
    assert_eq!(list.matches("badge bad\">Suppressed").count(), 1, "{list}");
    assert_eq!(list.matches("badge good\">").count(), 1, "{list}");
    let page = desk.page(&format!("/admin/subscribers/{person}")).await;
    assert!(page.contains("badge quiet\">Confirmed") && page.contains("badge bad\">Suppressed"), "{page}");
}

#[tokio::test]
async fn deliveries_are_found_by_the_whole_address_of_anybody() {
    let desk = Desk::open().await;
    desk.app.subscribe(&[ANN, "olav@example.org"]).await;
    let ids = [desk.app.compose("Evening").await, desk.app.compose("Night").await];
    for id in ids {
        let path = format!("/admin/digests/{id}");
        desk.does(&path, &[("subject", "Evening"), ("introduction", "A letter.")]).await;
        desk.does(&format!("{path}/test"), &[("email", "Desk@Ledger.example")]).await;
        desk.app.send_digest(id).await;
    }
    enquire(&desk).await;
    desk.app.settled().await;
    let found = |page: &str| page.matches("href=\"/admin/deliveries/").count();
    for (query, count) in [
        ("?q=ann@example.org", 2),
        (&*format!("?q=Ann@Example.org&digest={}", ids[0]), 1),
        ("?q=ann@example.org&state=sent", 2),
        ("?q=ann@example.org&state=failed", 0),
        // Two tests and the enquiry.
        ("?q=desk@ledger.example", 3),
        (&*format!("?q=desk@ledger.example&digest={}", ids[0]), 0),
        ("?q=nobody@example.org", 0),
    ] {
        let page = desk.page(&format!("/admin/deliveries{query}")).await;
        assert_eq!(found(&page), count, "{query}: {page}");
    }
    let part = desk.page("/admin/deliveries?q=ann").await;
    assert!(part.contains("Enter the full address"), "{part}");
}
