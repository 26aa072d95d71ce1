//! Feeds from a server on loopback into the database.

use std::time::Duration;

use tidings::actor::Actor;
use tidings::article::feed::{self, Feed, FeedInput};
use tidings::article::parse::FeedLimits;
use tidings::article::{self, import::ArticleInput};
use tidings::clock::{Clock, DAY, MINUTE};
use tidings::db::StoreError;
use tidings::fetch::{FetchLimits, Fetcher};
use tidings::newsletter;
use tidings::worker::feeds::{Feeds, Report};

use super::{Desk, NOW, desk, titled, titles};
use crate::support::feeds::{Answer, FeedServer};

fn feeds(desk: &Desk, allow_private: bool) -> Feeds {
    let limits = FetchLimits { max_bytes: 100_000, timeout: Duration::from_secs(5), redirects: 3, allow_private };
    Feeds {
        db: (*desk.home).clone(),
        fetcher: Fetcher::new(limits, "Tidings/test").unwrap(),
        clock: Clock::fixed(NOW),
        interval: Duration::from_mins(15),
        limits: FeedLimits::default(),
    }
}

fn rss(title: &str, items: &[(&str, &str)]) -> Answer {
    let items = items.iter().fold(String::new(), |items, (guid, title)| {
        format!(
            "{items}<item><guid>{guid}</guid><title>{title}</title><category>Trade</category><category>Gossip</category>\
             <description>About {title}</description></item>"
        )
    });
    let xml = format!("<rss version=\"2.0\"><channel><title>{title}</title>{items}</channel></rss>");
    Answer::body("application/rss+xml", xml)
}

fn add(desk: &mut Desk, url: &str, topics: &[&str]) -> i64 {
    let topics: Vec<String> = topics.iter().map(|name| (*name).to_owned()).collect();
    let input = FeedInput { url: url.to_owned(), topics };
    desk.conn.write_transaction(|conn| feed::add(conn, &Actor::Operator, NOW, input)).unwrap()
}

fn get(desk: &mut Desk, id: i64) -> Feed {
    feed::by_id(&mut desk.conn, id).unwrap().unwrap()
}

fn counts(report: Report) -> (usize, usize, usize) {
    match report {
        Report::Articles(imported) => (imported.new, imported.changed, imported.unchanged),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_feed_adds_its_articles_once_with_its_topics() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    server.set("/feed", rss("The Paper", &[("1", "One"), ("2", "Two")]).with_etag("\"a\""));
    let (world, trade) = (
        newsletter::ensure_topic(&mut desk.conn, "World").unwrap(),
        newsletter::ensure_topic(&mut desk.conn, "Trade").unwrap(),
    );
    let id = add(&mut desk, &server.url("/feed"), &["World"]);
    let feeds = feeds(&desk, true);
    assert_eq!(feeds.fetch_due().await.unwrap(), 1);
    let feed = get(&mut desk, id);
    assert_eq!((feed.title.as_str(), feed.etag.as_deref(), feed.failures), ("The Paper", Some("\"a\""), 0));
    assert_eq!((feed.next_at, feed.fetched_at), (NOW.plus(15 * MINUTE), Some(NOW)));
    let articles = article::newest(&mut desk.conn, 9, 0).unwrap();
    assert_eq!(articles.len(), 2);
    for article in &articles {
        assert_eq!((article.source.as_str(), article.feed_id), ("The Paper", Some(id)));
        let topics: Vec<i64> = article.topics.iter().map(|topic| topic.id).collect();
        assert_eq!(topics, [trade, world], "its feed's, and the category that is a topic here");
    }
    assert_eq!(feeds.fetch_due().await.unwrap(), 0, "not due again");
    assert_eq!(feeds.fetch_one(&Actor::Operator, id).await.unwrap(), Report::NotModified);

    server.set("/feed", rss("Renamed", &[("1", "One, corrected"), ("2", "Two"), ("3", "Three")]));
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (1, 1, 1));
    assert_eq!(get(&mut desk, id).title, "The Paper", "the title stays, for articles are known by it");
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (0, 0, 3));
    assert_eq!(feeds.fetch_one(&Actor::Operator, 999).await.unwrap(), Report::Missing);
}

#[tokio::test]
async fn a_feed_does_not_overwrite_an_article_that_an_editor_changed() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    server.set("/feed", rss("P", &[("1", "One")]));
    let id = add(&mut desk, &server.url("/feed"), &[]);
    let feeds = feeds(&desk, true);
    feeds.fetch_one(&Actor::Operator, id).await.unwrap();
    let article = article::newest(&mut desk.conn, 1, 0).unwrap()[0].id;
    desk.edit(article, titled("Better")).unwrap();
    server.set("/feed", rss("P", &[("1", "Worse")]));
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (0, 0, 1));
    assert_eq!(desk.get(article).title, "Better");
}

#[tokio::test]
async fn a_failing_feed_says_why_and_waits_longer_each_time() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    let id = add(&mut desk, &server.url("/feed"), &[]);
    let feeds = feeds(&desk, true);
    for (answer, error, minutes) in [
        (Answer::Status(500, vec![]), "The server answered with status 500.", 30),
        (Answer::body("text/html", "<!doctype html><p>x"), "This is a web page, not a feed.", 60),
        (Answer::Status(503, vec![("Retry-After".into(), "36000".into())]), "status 503", 600),
    ] {
        server.set("/feed", answer);
        let Report::Failed(said) = feeds.fetch_one(&Actor::Operator, id).await.unwrap() else {
            panic!("it did not fail")
        };
        let feed = get(&mut desk, id);
        let said = said.to_string();
        assert!(said.contains(error) && feed.last_error.is_some_and(|error| error.to_string() == said), "{said}");
        assert_eq!(feed.next_at, NOW.plus(minutes * MINUTE), "{said}");
    }
    assert_eq!(get(&mut desk, id).failures, 3);
    server.set("/feed", rss("P", &[("1", "One")]));
    feeds.fetch_one(&Actor::Operator, id).await.unwrap();
    let feed = get(&mut desk, id);
    assert_eq!((feed.failures, feed.last_error, feed.next_at), (0, None, NOW.plus(15 * MINUTE)));
}

/// A feed that was gone for good was fetched every day for ever.
#[tokio::test]
async fn a_feed_that_is_gone_is_fetched_only_on_request() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    server.set("/feed", Answer::Status(410, vec![]));
    let id = add(&mut desk, &server.url("/feed"), &[]);
    assert_eq!(feeds(&desk, true).fetch_due().await.unwrap(), 1);
    let next_month = Feeds { clock: Clock::fixed(NOW.plus(30 * DAY)), ..feeds(&desk, true) };
    assert_eq!(next_month.fetch_due().await.unwrap(), 0);
    assert!(get(&mut desk, id).stopped);
    let Report::Gone(said) = next_month.fetch_one(&Actor::Operator, id).await.unwrap() else { panic!("not gone") };
    assert!(said.to_string().contains("gone for good") && get(&mut desk, id).last_error == Some(said));
    server.set("/feed", rss("P", &[("1", "One")]));
    assert_eq!(counts(next_month.fetch_one(&Actor::Operator, id).await.unwrap()), (1, 0, 0));
    assert!(!get(&mut desk, id).stopped);
    let later = Feeds { clock: Clock::fixed(NOW.plus(31 * DAY)), ..feeds(&desk, true) };
    assert_eq!(later.fetch_due().await.unwrap(), 1, "it goes on");
}

#[tokio::test]
async fn a_feed_that_moved_permanently_is_fetched_at_its_new_address() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    server.set("/old", Answer::Redirect(301, server.url("/new")));
    server.set("/for-now", Answer::Redirect(302, server.url("/new")));
    server.set("/new", rss("P", &[("1", "One")]));
    let (moved, elsewhere) = (add(&mut desk, &server.url("/old"), &[]), add(&mut desk, &server.url("/for-now"), &[]));
    let feeds = feeds(&desk, true);
    assert_eq!(feeds.fetch_due().await.unwrap(), 2);
    assert_eq!(get(&mut desk, moved).url, server.url("/new"));
    assert_eq!(get(&mut desk, elsewhere).url, server.url("/for-now"));
    let again = add(&mut desk, &server.url("/old"), &[]);
    feeds.fetch_one(&Actor::Operator, again).await.unwrap();
    assert_eq!(get(&mut desk, again).url, server.url("/old"), "two feeds never share an address");
    assert_eq!(article::count_published(&mut desk.conn).unwrap(), 1);
}

#[tokio::test]
async fn a_private_address_is_never_fetched() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    server.set("/feed", rss("P", &[("1", "One")]));
    let id = add(&mut desk, &server.url("/feed"), &[]);
    let Report::Failed(said) = feeds(&desk, false).fetch_one(&Actor::Operator, id).await.unwrap() else {
        panic!("it was fetched")
    };
    assert!(said.to_string().contains("feeds.allow_private"), "{said}");
    assert_eq!(server.count("/feed"), 0);
}

#[tokio::test]
async fn many_feeds_are_fetched_once_each_by_two_nodes() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    for n in 0..10 {
        let path = format!("/feed/{n}");
        server.set(&path, rss(&format!("Paper {n}"), &[("1", &format!("News {n}"))]));
        add(&mut desk, &server.url(&path), &[]);
    }
    let (one, other) = (feeds(&desk, true), feeds(&desk, true));
    let (a, b) = tokio::join!(one.fetch_due(), other.fetch_due());
    assert_eq!(a.unwrap() + b.unwrap(), 10);
    assert!((0..10).all(|n| server.count(&format!("/feed/{n}")) == 1));
    assert_eq!(article::count_published(&mut desk.conn).unwrap(), 10);
}

#[test]
fn feeds_are_added_listed_and_removed() {
    let mut desk = desk();
    let id = add(&mut desk, "https://a.example/feed", &[]);
    let input = FeedInput { url: "https://a.example/feed".to_owned(), topics: Vec::new() };
    let again = desk.conn.write_transaction(|conn| feed::add(conn, &Actor::Operator, NOW, input));
    assert!(again.unwrap_err().is_taken());
    let topics = || ["World", "World"].map(str::to_owned).to_vec();
    feed::set_topics(&mut desk.conn, &Actor::Operator, NOW, id, topics()).unwrap();
    let gone = feed::set_topics(&mut desk.conn, &Actor::Operator, NOW, id + 1, topics());
    assert!(matches!(gone, Err(StoreError::Missing)));
    assert_eq!(feed::topics_of(&mut desk.conn, id).unwrap().len(), 1);
    assert!(feed::claim_due(&mut desk.conn, NOW, NOW.plus(DAY)).unwrap().is_some());
    assert!(feed::claim_due(&mut desk.conn, NOW, NOW.plus(DAY)).unwrap().is_none());
    desk.keep("P", ArticleInput { guid: Some("1".into()), ..titled("Stays") });
    assert!(feed::remove(&mut desk.conn, &Actor::Operator, NOW, id).unwrap());
    assert!(!feed::remove(&mut desk.conn, &Actor::Operator, NOW, id).unwrap());
    assert!(feed::list(&mut desk.conn).unwrap().is_empty());
    assert_eq!(titles(&article::newest(&mut desk.conn, 9, 0).unwrap()), ["Stays"]);
}

/// A feed with the site's name as its title and the guid of an editor's article overwrote that article.
#[tokio::test]
async fn a_feed_changes_only_its_own_articles() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    let own = titled("Ours").check(chrono_tz::UTC).unwrap();
    desk.conn.write_transaction(|conn| article::add(conn, &Actor::Operator, NOW, "P", &own, false)).unwrap();
    desk.keep("P", ArticleInput { guid: Some("api".into()), ..titled("By the API") });
    server.set("/honest", rss("P", &[("1", "One")]));
    let honest = add(&mut desk, &server.url("/honest"), &[]);
    let feeds = feeds(&desk, true);
    feeds.fetch_one(&Actor::Operator, honest).await.unwrap();
    server.set("/other", rss("P", &[("ours", "Stolen"), ("api", "Stolen too"), ("1", "And this"), ("new", "New")]));
    let other = add(&mut desk, &server.url("/other"), &[]);
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, other).await.unwrap()), (1, 0, 3));
    let newest = article::newest(&mut desk.conn, 9, 0).unwrap();
    let mut kept = titles(&newest);
    kept.sort_unstable();
    assert_eq!(kept, ["By the API", "New", "One", "Ours"]);
    server.set("/honest", rss("P", &[("1", "One, corrected")]));
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, honest).await.unwrap()), (0, 1, 0), "its own it may change");
}

/// An item dated in the future got the present time at every fetch, and so was always the newest.
#[tokio::test]
async fn an_item_dated_in_the_future_gets_the_time_of_its_first_fetch() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    let xml = "<rss version=\"2.0\"><channel><title>P</title><item><guid>1</guid><title>Tomorrow</title>\
        <pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate></item></channel></rss>";
    server.set("/feed", Answer::body("application/rss+xml", xml));
    let id = add(&mut desk, &server.url("/feed"), &[]);
    assert_eq!(counts(feeds(&desk, true).fetch_one(&Actor::Operator, id).await.unwrap()), (1, 0, 0));
    let first = article::newest(&mut desk.conn, 1, 0).unwrap().remove(0).published_at;
    let later = Feeds { clock: Clock::fixed(NOW.plus(DAY)), ..feeds(&desk, true) };
    assert_eq!(counts(later.fetch_one(&Actor::Operator, id).await.unwrap()), (0, 0, 1));
    assert_eq!(article::newest(&mut desk.conn, 1, 0).unwrap().remove(0).published_at, first);
}
