//! Feeds, fetched from a server of this machine.

use tidings::article::feed;

use super::{Desk, id_of};
use crate::support::feeds::{Answer, FeedServer};

const RSS: &str = "<rss version=\"2.0\"><channel><title>Quayside Wire</title>\
    <item><guid>1</guid><title>Night ferries</title><description>They run.</description></item></channel></rss>";

#[tokio::test]
async fn a_feed_is_added_fetched_given_topics_and_removed() {
    let desk = Desk::open().await;
    let server = FeedServer::start().await;
    server.set("/feed.xml", Answer::body("application/rss+xml", RSS));
    let url = server.url("/feed.xml");
    let fields = [("url", url.as_str()), ("topics", "Harbour, Energy")];
    assert_eq!(desk.does("/admin/feeds", &fields).await, "/admin/feeds?done=feed-fetched");
    let page = desk.page("/admin/feeds").await;
    for part in ["Quayside Wire", &url, "Working", "Energy, Harbour", "Next: "] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let taken = desk.is_refused("/admin/feeds", &fields).await;
    assert!(taken.contains("This feed is already there.") && taken.contains("Harbour, Energy"), "{taken}");
    let id = desk.app.read(feed::list).await[0].id;
    let path = format!("/admin/feeds/{id}");
    assert!(desk.page(&path).await.contains("value=\"Energy, Harbour\""));
    assert_eq!(id_of(&desk.does(&path, &[("url", &url), ("topics", "Trade")]).await), id);
    let topics = desk.app.read(move |conn| feed::topics_of(conn, id)).await;
    assert_eq!(topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>(), ["Trade"]);
    desk.is_refused(&path, &[("url", &url), ("topics", &"x".repeat(100))]).await;
    server.set("/new.xml", Answer::body("application/rss+xml", RSS));
    server.set("/page", Answer::body("text/html", "<!doctype html><p>x"));
    let new = server.url("/new.xml");
    let refused = desk.is_refused(&path, &[("url", &server.url("/page")), ("topics", "Trade")]).await;
    assert!(refused.contains("This is a web page, not a feed."), "{refused}");
    desk.does(&path, &[("url", &new), ("topics", "Trade")]).await;
    assert_eq!(desk.app.read(feed::list).await[0].url, new, "the address can be edited");
    desk.does(&path, &[("url", &url), ("topics", "Trade")]).await;
    server.set("/feed.xml", Answer::Status(500, Vec::new()));
    assert_eq!(desk.does(&format!("{path}/fetch"), &[]).await, "/admin/feeds?error=feed-failed");
    let page = desk.page("/admin/feeds?error=feed-failed").await;
    assert!(page.contains("The server answered with status 500.") && page.contains("Failing"), "{page}");
    assert_eq!(desk.does(&format!("{path}/remove"), &[]).await, format!("{path}/remove"), "it is asked first");
    assert!(desk.page(&format!("{path}/remove")).await.contains("Remove the feed &#34;Quayside Wire&#34;?"));
    assert_eq!(desk.app.read(feed::list).await.len(), 1);
    let sure = [("sure", "yes")];
    assert_eq!(desk.does(&format!("{path}/remove"), &sure).await, "/admin/feeds?done=feed-removed");
    assert!(desk.app.read(feed::list).await.is_empty());
    assert_eq!(desk.does(&format!("{path}/fetch"), &[]).await, "/admin/feeds?error=feed-gone");
    assert!(desk.page("/admin/articles").await.contains("Night ferries"), "its articles stay");
    assert_eq!(desk.log().await[..3], ["feed.remove", "feed.fetch", "feed.change"], "who fetched it is in it");
}

/// A web page was kept as a feed that failed for ever.
#[tokio::test]
async fn a_web_page_is_added_as_the_feed_that_it_names_or_not_at_all() {
    let desk = Desk::open().await;
    let server = FeedServer::start().await;
    server.set("/feed.xml", Answer::body("application/rss+xml", RSS));
    let page = "<!doctype html><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\"><p>News";
    server.set("/news", Answer::body("text/html", page));
    server.set("/page", Answer::body("text/html", "<!doctype html><p>x"));
    for (path, says) in
        [("/page", "This is a web page, not a feed."), ("/none", "The server answered with status 404.")]
    {
        let refused = desk.is_refused("/admin/feeds", &[("url", &server.url(path)), ("topics", "")]).await;
        assert!(refused.contains(says), "{says} is not in {refused}");
    }
    assert!(desk.app.read(feed::list).await.is_empty());
    desk.does("/admin/feeds", &[("url", &server.url("/news")), ("topics", "")]).await;
    assert_eq!(desk.app.read(feed::list).await[0].url, server.url("/feed.xml"));
}

#[tokio::test]
async fn an_address_that_is_not_a_feed_has_a_message_for_the_user() {
    let desk = Desk::open().await;
    for (url, says) in [
        ("feed", "This is not a web address"),
        ("ftp://example.org/feed", "Only http and https addresses"),
        ("https://a:b@example.org/feed", "must not contain a user name"),
    ] {
        let page = desk.is_refused("/admin/feeds", &[("url", url), ("topics", "")]).await;
        assert!(page.contains(says), "{says} is not in {page}");
    }
}
