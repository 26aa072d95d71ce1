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
    let with_topics = |url: &str| FeedInput { url: url.to_owned(), topics: topics() };
    let url = "https://a.example/feed";
    feed::change(&mut desk.conn, &Actor::Operator, NOW, id, with_topics(url)).unwrap();
    let gone = feed::change(&mut desk.conn, &Actor::Operator, NOW, id + 1, with_topics(url));
    assert!(matches!(gone, Err(StoreError::Missing)));
    assert_eq!(feed::topics_of(&mut desk.conn, id).unwrap().len(), 1);
    assert_eq!(feed::due(&mut desk.conn, NOW, 9).unwrap(), [(id, url.to_owned(), 0)]);
    assert!(feed::claim(&mut desk.conn, NOW, NOW.plus(DAY), id).unwrap().is_some());
    assert!(feed::claim(&mut desk.conn, NOW, NOW.plus(DAY), id).unwrap().is_none());
    desk.keep("P", ArticleInput { guid: Some("1".into()), ..titled("Stays") });
    assert!(feed::remove(&mut desk.conn, &Actor::Operator, NOW, id).unwrap());
    assert!(!feed::remove(&mut desk.conn, &Actor::Operator, NOW, id).unwrap());
    assert!(feed::list(&mut desk.conn).unwrap().is_empty());
    assert_eq!(titles(&article::newest(&mut desk.conn, 9, 0).unwrap()), ["Stays"]);
}

/// A feed with the site's name as its title and the guid of an editor's article overwrote that article. Two feeds with
/// one title and the guids 1 and 2 lost articles.
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
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, other).await.unwrap()), (4, 0, 0));
    let newest = article::newest(&mut desk.conn, 9, 0).unwrap();
    let mut kept = titles(&newest);
    kept.sort_unstable();
    assert_eq!(kept, ["And this", "By the API", "New", "One", "Ours", "Stolen", "Stolen too"]);
    server.set("/honest", rss("P", &[("1", "One, corrected")]));
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, honest).await.unwrap()), (0, 1, 0), "its own it may change");
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, other).await.unwrap()), (0, 0, 4));
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

fn linked(items: &[(&str, &str, &str)]) -> Answer {
    let items = items.iter().fold(String::new(), |items, (guid, title, link)| {
        format!(
            "{items}<item><guid isPermaLink=\"false\">{guid}</guid><title>{title}</title><link>{link}</link></item>"
        )
    });
    Answer::body(
        "application/rss+xml",
        format!("<rss version=\"2.0\"><channel><title>P</title>{items}</channel></rss>"),
    )
}

/// A feed that changed its guids, or its links to https, brought every story again.
#[tokio::test]
async fn a_feed_that_changes_its_guids_brings_nothing_again() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    let page = "http://p.example/news/1";
    server
        .set("/feed", linked(&[("http://p.example/news/1#0", "One", page), ("x1", "Two", "http://p.example/news/2")]));
    let id = add(&mut desk, &server.url("/feed"), &[]);
    let feeds = feeds(&desk, true);
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (2, 0, 0));
    for (items, expected) in [
        ([("http://p.example/news/1#1", "One, corrected", page), ("x2", "Two", "http://p.example/news/2")], (0, 1, 1)),
        (
            [
                ("https://p.example/news/1#1", "One, corrected", "https://p.example/news/1"),
                ("x3", "Two", "https://www.p.example/news/2/"),
            ],
            (0, 2, 0),
        ),
        (
            [
                ("https://p.example/news/1#1", "One, corrected", "https://p.example/news/1"),
                ("x3", "Two", "https://www.p.example/news/2/"),
            ],
            (0, 0, 2),
        ),
    ] {
        server.set("/feed", linked(&items));
        assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), expected, "{items:?}");
    }
    assert_eq!(article::count_published(&mut desk.conn).unwrap(), 2);
    let random = |n: u32| rss("P", &[(&format!("r{n}"), "Without a link")]);
    server.set("/random", random(1));
    let id = add(&mut desk, &server.url("/random"), &[]);
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (1, 0, 0));
    server.set("/random", random(2));
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (0, 0, 1), "a random guid");
}

#[tokio::test]
async fn a_feed_keeps_its_articles_when_it_moves_or_is_added_again() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    server.set("/feed", linked(&[("1", "One", "https://p.example/1")]));
    server.set("/new", linked(&[("1", "One, corrected", "https://p.example/1")]));
    let id = add(&mut desk, &server.url("/feed"), &[]);
    let feeds = feeds(&desk, true);
    feeds.fetch_one(&Actor::Operator, id).await.unwrap();
    feed::remove(&mut desk.conn, &Actor::Operator, NOW, id).unwrap();
    assert_eq!(feeds.fetch_due().await.unwrap(), 0, "a removed feed is not fetched");
    assert_eq!(add(&mut desk, &server.url("/feed"), &[]), id);
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (0, 0, 1));
    let other = add(&mut desk, &server.url("/other"), &[]);
    let url = |path: &str| FeedInput { url: server.url(path), topics: Vec::new() };
    assert!(feed::change(&mut desk.conn, &Actor::Operator, NOW, id, url("/other")).unwrap_err().is_taken());
    feed::remove(&mut desk.conn, &Actor::Operator, NOW, other).unwrap();
    feed::change(&mut desk.conn, &Actor::Operator, NOW, id, url("/other")).unwrap();
    feed::change(&mut desk.conn, &Actor::Operator, NOW, id, url("/new")).unwrap();
    assert_eq!(counts(feeds.fetch_one(&Actor::Operator, id).await.unwrap()), (0, 1, 0));
    assert_eq!(get(&mut desk, id).url, server.url("/new"));
}

/// Items without a date were dated now, and took the front page.
#[tokio::test]
async fn undated_items_are_old_at_the_first_fetch_and_new_later() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    server.set("/feed", rss("P", &[("1", "One")]));
    server.set("/dated", rss("Q", &[("1", "Two")]).with_header("Last-Modified", "Wed, 01 Oct 2025 10:00:00 GMT"));
    let (id, dated) = (add(&mut desk, &server.url("/feed"), &[]), add(&mut desk, &server.url("/dated"), &[]));
    let feeds = feeds(&desk, true);
    for id in [id, dated] {
        feeds.fetch_one(&Actor::Operator, id).await.unwrap();
    }
    server.set("/feed", rss("P", &[("3", "Three"), ("1", "One")]));
    feeds.fetch_one(&Actor::Operator, id).await.unwrap();
    let newest = article::newest(&mut desk.conn, 9, 0).unwrap();
    assert_eq!(titles(&newest), ["Three", "Two", "One"]);
    assert_eq!(newest[0].published_at, NOW);
    assert_eq!(newest[1].published_at, "2025-10-01T10:00:00Z".parse().unwrap());
    assert!(newest[2].published_at < NOW.plus(-30 * DAY));
}

#[tokio::test]
async fn an_address_is_resolved_to_the_feed_that_its_page_names() {
    let (desk, server) = (desk(), FeedServer::start().await);
    let page = "<!doctype html><link rel=alternate type=application/rss+xml href=/feed.xml><p>x";
    server.set("/", Answer::body("text/html", page));
    server.set("/feed.xml", rss("P", &[("1", "One")]));
    server.set("/page", Answer::body("text/html", "<!doctype html><p>x"));
    let feeds = feeds(&desk, true);
    for path in ["/", "/feed.xml"] {
        assert_eq!(feeds.find(&server.url(path)).await.unwrap().as_str(), server.url("/feed.xml"));
    }
    let without_scheme = server.url("/").replace("http://", "");
    assert_eq!(feeds.find(&without_scheme).await.unwrap().as_str(), server.url("/feed.xml"), "https, then http");
    for path in ["/page", "/missing"] {
        assert!(feeds.find(&server.url(path)).await.is_err_and(|failure| !failure.may_pass()), "{path}");
    }
}

/// Four slow servers held up all feeds for their time-outs, one after the other.
#[tokio::test]
async fn slow_servers_do_not_hold_up_the_others() {
    let (mut desk, server) = (desk(), FeedServer::start().await);
    for n in 0..10 {
        let path = format!("/slow/{n}");
        server.set(&path, Answer::Slow { pause: Duration::from_mins(1), body: vec![b'x'; 9] });
        add(&mut desk, &server.url(&path), &[]);
    }
    server.set("/good", rss("P", &[("1", "One")]));
    let good = add(&mut desk, &server.url("/good").replace("127.0.0.1", "localhost"), &[]);
    let (feeds, started) = (feeds(&desk, true), std::time::Instant::now());
    let fetching = tokio::spawn({
        let feeds = feeds.clone();
        async move { feeds.fetch_due().await }
    });
    while get(&mut desk, good).fetched_at.is_none() {
        assert!(started.elapsed() < Duration::from_secs(4), "the good feed waits");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    fetching.abort();
}
