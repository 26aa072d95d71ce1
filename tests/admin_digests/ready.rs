//! What may be sent: no article twice, no empty mail, nothing that cannot be sent, and nothing too late.

use chrono::TimeDelta;
use tidings::actor::Actor;
use tidings::article::{self, import::ArticleInput};
use tidings::clock::{Clock, HOUR, MINUTE, Timestamp};
use tidings::delivery::{self, SuppressionReason, suppression};
use tidings::digest::{self, DigestState};
use tidings::email_address::EmailAddress;
use tidings::newsletter::{EditionSettings, Input, Settings};

use super::{Desk, desk_with_articles};
use crate::support::app::{Options, morning_tide};

/// Two drafts of one day had the same articles, and both were sent to the same readers.
#[tokio::test]
async fn readers_get_no_article_twice() {
    let desk = desk_with_articles().await;
    desk.app.subscribe(&["ann@example.org"]).await;
    let (first, first_path) = desk.compose("First").await;
    let (second, second_path) = desk.compose("Second").await;
    assert_eq!(desk.titles(first).await, desk.titles(second).await, "drafts may hold the same");
    desk.done(&format!("{first_path}/approve"), &[]).await;
    let refused = desk.post(&format!("{second_path}/approve"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Readers of this newsletter have these articles already"), "{}", refused.body);
    assert!(refused.body.contains("already in &#34;First&#34;, which is approved"), "{}", refused.body);
    desk.sure(&format!("{first_path}/send")).await;
    desk.until(first, DigestState::Sent).await;
    assert!(desk.page(&second_path).await.contains("in &#34;First&#34;"), "its articles are marked");
    desk.done(&format!("{second_path}/fill"), &[]).await;
    assert!(desk.titles(second).await.is_empty());
    assert!(desk.page(&second_path).await.contains("readers already have every article of the last 7 days"));
}

#[tokio::test]
async fn articles_of_a_cancelled_digest_may_be_sent_again() {
    let desk = desk_with_articles().await;
    let addresses: Vec<String> = (0..400).map(|n| format!("reader{n}@example.org")).collect();
    desk.app.subscribe(&addresses.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let (first, path) = desk.compose("With a mistake").await;
    desk.done(&format!("{path}/approve"), &[]).await;
    let article = desk.id_of(first, &desk.titles(first).await[0]).await;
    desk.sure(&format!("{path}/send")).await;
    desk.done(&format!("{path}/pause"), &[]).await;
    desk.sure(&format!("{path}/cancel")).await;
    desk.app.settled().await;
    let (second, path) = desk.compose("Without it").await;
    desk.done(&format!("{path}/articles"), &[("article", &article)]).await;
    desk.done(&format!("{path}/approve"), &[]).await;
    assert_eq!(desk.digest(second).await.state, DigestState::Approved);
}

#[tokio::test]
async fn an_empty_mail_is_not_approved_and_says_why_it_is_empty() {
    let desk = Desk::open().await;
    let (id, path) = desk.compose("Only a subject").await;
    assert!(desk.page(&path).await.contains("Nothing to read yet"));
    let refused = desk.post(&format!("{path}/approve"), &[]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("It is empty: add an article"), "{}", refused.body);
    desk.done(&format!("{path}/approve"), &[("introduction", "A letter.")]).await;
    assert_eq!(desk.digest(id).await.state, DigestState::Approved);
}

fn at_noon() -> (Clock, Options) {
    let clock = Clock::fixed(Timestamp(1_761_220_800_000));
    let newsletter =
        Input { newsletter: Settings { time_zone: "UTC".to_owned(), ..morning_tide().newsletter }, ..morning_tide() };
    (clock.clone(), Options { clock, newsletter, ..Options::default() })
}

/// A scheduled digest that could not be sent was tried twice a second without a message, and was sent unexpectedly when
/// the reason was gone.
#[tokio::test]
async fn a_scheduled_digest_that_cannot_be_sent_is_held_until_an_editor_decides() {
    let (clock, options) = at_noon();
    let desk = Desk::with(options).await;
    desk.app.subscribe(&["ann@example.org"]).await;
    let (id, path) = desk.compose("Evening").await;
    desk.done(&format!("{path}/approve"), &[("introduction", "A letter.")]).await;
    desk.done(&format!("{path}/schedule"), &[("at", "2025-10-23T18:00")]).await;
    desk.app.postal_address("").await;
    clock.advance(TimeDelta::hours(6));
    desk.until(id, DigestState::Approved).await;
    let page = desk.page(&path).await;
    assert!(page.contains("It was not sent at its time: The newsletter has no postal address"), "{page}");
    let dashboard = desk.page("/admin").await;
    for part in
        ["“Evening” was not sent at its time: The newsletter has no postal", &format!("<a href=\"{path}\">Open it")]
    {
        assert!(dashboard.contains(part), "{part} is not in {dashboard}");
    }
    desk.app.postal_address("1 Quay, Harbour").await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(desk.digest(id).await.state, DigestState::Approved, "it waits for its editor");
    let held = desk.app.read(digest::held).await;
    assert_eq!(held.iter().map(|digest| digest.id).collect::<Vec<_>>(), [id]);
    desk.sure(&format!("{path}/send")).await;
    desk.until(id, DigestState::Sent).await;
    assert!(desk.app.read(digest::held).await.is_empty());
    assert!(!desk.page("/admin").await.contains("was not sent at its time"));
}

#[tokio::test]
async fn a_scheduled_digest_that_is_more_than_an_hour_late_is_held() {
    let (clock, options) = at_noon();
    let desk = Desk::with(options).await;
    let (id, path) = desk.compose("Evening").await;
    desk.done(&format!("{path}/approve"), &[("introduction", "A letter.")]).await;
    desk.done(&format!("{path}/schedule"), &[("at", "2025-10-23T18:00")]).await;
    clock.advance(TimeDelta::milliseconds(7 * HOUR + MINUTE));
    desk.until(id, DigestState::Approved).await;
    assert!(desk.page(&path).await.contains("only more than an hour after its time"));
}

/// The page counted paused readers and suppressed addresses among those who would get it.
#[tokio::test]
async fn the_page_shows_how_many_get_it_and_the_dispatch_has_a_row_for_each() {
    let desk = desk_with_articles().await;
    desk.app.subscribe(&["Ann@Example.org", "olav@example.org", "ida@example.org"]).await;
    let (now, random) = (desk.app.now(), desk.app.app.random.clone());
    let suppress = move |conn: &mut _| {
        let key = suppression::key(conn, &random)?;
        delivery::suppress(
            conn,
            now,
            &key,
            &EmailAddress::parse("Ann@example.org").unwrap(),
            SuppressionReason::HardBounce,
            "550",
        )
    };
    desk.app.write(suppress).await;
    let (id, path) = desk.compose("Morning").await;
    let page = desk.page(&path).await;
    assert!(page.contains("2 readers would get it now · 1 more is left out"), "{page}");
    desk.done(&format!("{path}/approve"), &[]).await;
    let question = desk.page(&format!("{path}/send")).await;
    assert!(question.contains("to 2 readers of The Morning Tide now?"), "{question}");
    desk.sure(&format!("{path}/send")).await;
    desk.until(id, DigestState::Sent).await;
    let dispatch = desk.digest(id).await.dispatch_id.unwrap();
    let counters = desk.app.read(move |conn| delivery::counters(conn, dispatch)).await;
    assert_eq!((counters.expected, counters.sent, counters.skipped), (3, 2, 1), "{counters:?}");
    let skipped = desk.page(&format!("/admin/deliveries?digest={id}&state=skipped")).await;
    assert!(skipped.contains("suppressed"), "{skipped}");

    let (discarded, path) = desk.compose("Another").await;
    desk.sure(&format!("{path}/cancel")).await;
    assert_eq!(desk.digest(discarded).await.state, DigestState::Cancelled);
    assert!(!desk.page(&path).await.contains("would get it now"));
}

/// An article that changed after the approval was sent in its new version.
#[tokio::test]
async fn an_article_that_changes_after_the_approval_stops_the_sending() {
    let desk = desk_with_articles().await;
    desk.app.subscribe(&["ann@example.org"]).await;
    let (id, path) = desk.compose("Morning").await;
    desk.done(&format!("{path}/approve"), &[]).await;
    let article: i64 = desk.id_of(id, "Warm pool").await.parse().unwrap();
    let unpublish = move |conn: &mut _| article::unpublish(conn, &Actor::Operator, Timestamp(1), article);
    desk.app.write(unpublish).await;
    for fields in [vec![], vec![("sure", "yes")]] {
        let refused = desk.post(&format!("{path}/send"), &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("changed or unpublished after the approval"), "{}", refused.body);
        assert!(refused.body.contains("Approve it again"), "{}", refused.body);
    }
    desk.done(&format!("{path}/approve"), &[]).await;
    desk.sure(&format!("{path}/send")).await;
    desk.until(id, DigestState::Sent).await;
    assert!(!desk.app.mails_to("ann@example.org").await[0].text.contains("Warm pool"));
}

/// A digest that was sent while nobody was subscribed used up its articles.
#[tokio::test]
async fn articles_of_a_digest_that_reached_nobody_may_be_sent_again() {
    let desk = desk_with_articles().await;
    let (id, path) = desk.compose("To nobody").await;
    desk.done(&format!("{path}/approve"), &[]).await;
    desk.sure(&format!("{path}/send")).await;
    desk.until(id, DigestState::Sent).await;
    let (next, _) = desk.compose("To somebody").await;
    assert_eq!(desk.titles(next).await.len(), 3);
}

/// Counted links of a test mail led to a missing page.
#[tokio::test]
async fn a_test_mail_leads_straight_to_the_articles() {
    let edition = EditionSettings { track_clicks: true, ..EditionSettings::default() };
    let newsletter = Input { edition, ..morning_tide() };
    let desk = Desk::with(Options { newsletter, ..Options::default() }).await;
    let slug = desk.app.article("Boats until one", &[], MINUTE).await;
    let (_, path) = desk.compose("Morning").await;
    desk.done(&format!("{path}/test"), &[("email", "proof@example.org")]).await;
    let mail = desk.app.mails_to("proof@example.org").await.remove(0);
    assert_eq!(desk.app.get(&desk.app.link(&mail, "/articles/")).await.status, 200);
    assert!(mail.text.contains(&slug) && mail.text.contains("Dear Reader,"), "{}", mail.text);
    assert!(mail.header("subject") == Some("[Test] Morning"), "{:?}", mail.headers);
    for begins in ["/unsubscribe/", "/preferences/"] {
        let page = desk.app.get(&desk.app.link(&mail, begins)).await;
        assert!(page.status == 200 && page.body.contains("This was a test"), "{begins}: {}", page.body);
    }
    let one_click = desk.app.post("/unsubscribe/test", &[("List-Unsubscribe", "One-Click")]).await;
    assert_eq!(one_click.status, 200);
}

/// A feed that lists a page under two guids brought it into a digest twice.
#[tokio::test]
async fn a_digest_holds_no_link_twice() {
    let desk = Desk::open().await;
    let input = |guid: &str, url: &str| ArticleInput {
        title: format!("Ferry {guid}"),
        guid: Some(guid.to_owned()),
        url: Some(url.to_owned()),
        ..ArticleInput::default()
    };
    let (one, same) = ("https://harbour.example/ferry", "http://www.harbour.example/ferry/?utm_source=feed");
    desk.app.import(vec![input("1", one), input("2", same), input("3", "https://harbour.example/other")]).await;
    let (id, _) = desk.compose("Evening").await;
    assert_eq!(desk.titles(id).await.len(), 2);
}
