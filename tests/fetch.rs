//! Fetching over real connections, to a server on loopback (which is why private addresses are allowed here).

use std::time::{Duration, Instant};

use tidings::fetch::{Body, Conditional, Content, FetchError, FetchLimits, Fetched, Fetcher};
use url::Url;

use crate::support::feeds::{Answer, FeedServer, gzip_bomb};

fn fetcher() -> Fetcher {
    let limits =
        FetchLimits { max_bytes: 1_000_000, timeout: Duration::from_secs(2), redirects: 3, allow_private: true };
    Fetcher::new(limits, "Tidings/test (+https://a.example)").unwrap()
}

async fn get(server: &FeedServer, path: &str) -> Result<Fetched, FetchError> {
    fetcher().get(&Url::parse(&server.url(path)).unwrap(), &Conditional::default()).await
}

fn body(fetched: Fetched) -> Body {
    match fetched.content {
        Content::Body(body) => body,
        Content::NotModified => panic!("no body"),
    }
}

#[tokio::test]
async fn a_document_comes_with_its_validators() {
    let server = FeedServer::start().await;
    let modified = "Sat, 01 Nov 2025 00:00:00 GMT";
    let answer =
        Answer::body("application/rss+xml", "<rss/>").with_etag("\"1\"").with_header("Last-Modified", modified);
    server.set("/feed", answer);
    let body = body(get(&server, "/feed").await.unwrap());
    assert_eq!(body.bytes, b"<rss/>");
    assert_eq!(body.content_type.as_deref(), Some("application/rss+xml"));
    assert_eq!(body.etag.as_deref(), Some("\"1\""));
    assert_eq!(body.last_modified.as_deref(), Some(modified));
    assert_eq!(body.final_url.path(), "/feed");
}

#[tokio::test]
async fn an_unchanged_document_is_not_sent_again() {
    let server = FeedServer::start().await;
    server.set("/feed", Answer::body("text/xml", "<rss/>").with_etag("\"1\""));
    let url = Url::parse(&server.url("/feed")).unwrap();
    let known = Conditional { etag: Some("\"1\"".into()), last_modified: Some("Sat, 01 Nov 2025 00:00:00 GMT".into()) };
    assert_eq!(fetcher().get(&url, &known).await.unwrap().content, Content::NotModified);
    let request = &server.requests()[0];
    assert_eq!(request.headers["if-modified-since"], "Sat, 01 Nov 2025 00:00:00 GMT");

    server.set("/feed", Answer::body("text/xml", "<rss></rss>").with_etag("\"2\""));
    assert_eq!(body(fetcher().get(&url, &known).await.unwrap()).etag.as_deref(), Some("\"2\""));
    assert_eq!(server.count("/feed"), 2);
}

#[tokio::test]
async fn a_request_names_its_sender_and_carries_nothing_else() {
    let server = FeedServer::start().await;
    server.set("/feed", Answer::body("text/xml", "x").with_header("Set-Cookie", "a=b"));
    let fetcher = fetcher();
    let url = Url::parse(&server.url("/feed")).unwrap();
    for _ in 0..2 {
        fetcher.get(&url, &Conditional::default()).await.unwrap();
    }
    for request in server.requests() {
        assert_eq!(request.headers["user-agent"], "Tidings/test (+https://a.example)");
        assert!(request.headers["accept"].contains("application/rss+xml"));
        assert!(!request.headers.contains_key("cookie") && !request.headers.contains_key("referer"));
    }
}

#[tokio::test]
async fn redirects_are_followed_and_a_permanent_move_is_reported() {
    let server = FeedServer::start().await;
    server.set("/new", Answer::body("text/xml", "x"));
    for (status, moved) in [(301, true), (308, true), (302, false), (303, false), (307, false)] {
        server.set("/old", Answer::Redirect(status, "/new".into()));
        let fetched = get(&server, "/old").await.unwrap();
        let expected = moved.then(|| Url::parse(&server.url("/new")).unwrap());
        assert_eq!(fetched.permanently_moved_to, expected, "{status}");
        assert_eq!(body(fetched).final_url.path(), "/new");
    }
    // A permanent move is reported up to the first temporary redirect.
    server.set("/a", Answer::Redirect(301, "/b".into()));
    server.set("/b", Answer::Redirect(302, "/c".into()));
    server.set("/c", Answer::Redirect(301, "/new".into()));
    let fetched = get(&server, "/a").await.unwrap();
    assert_eq!(fetched.permanently_moved_to.unwrap().path(), "/b");
}

#[tokio::test]
async fn a_redirect_is_checked_like_the_first_address() {
    let server = FeedServer::start().await;
    for (to, expected) in [
        ("file:///etc/passwd", FetchError::Scheme { scheme: "file".into() }),
        ("gopher://a.example/", FetchError::Scheme { scheme: "gopher".into() }),
        ("http://user:pass@127.0.0.1/", FetchError::Credentials),
        ("http://[", FetchError::BadRedirect),
        ("/loop", FetchError::TooManyRedirects { most: 3 }),
    ] {
        server.set("/loop", Answer::Redirect(302, to.into()));
        assert_eq!(get(&server, "/loop").await.unwrap_err(), expected, "{to}");
    }
    server.set("/none", Answer::Status(302, Vec::new()));
    assert_eq!(get(&server, "/none").await.unwrap_err(), FetchError::BadRedirect);
}

#[tokio::test]
async fn a_private_address_is_never_contacted_by_default() {
    let server = FeedServer::start().await;
    server.set("/feed", Answer::body("text/xml", "x"));
    let fetcher = Fetcher::new(FetchLimits::default(), "Tidings/test").unwrap();
    let refused = fetcher.check(&server.url("/feed")).unwrap_err();
    assert!(matches!(refused, FetchError::Port { .. }), "{refused:?}");
    let refused = fetcher.check("http://127.0.0.1/feed").unwrap_err();
    assert!(matches!(refused, FetchError::Private { .. }), "{refused:?}");
    // A name is refused once it is resolved, before any connection.
    let url = Url::parse("http://localhost/feed").unwrap();
    let refused = fetcher.get(&url, &Conditional::default()).await.unwrap_err();
    assert_eq!(refused, FetchError::Private { host: "localhost".into() });
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_status_is_reported_with_the_wait_that_it_asks_for() {
    let server = FeedServer::start().await;
    server.set("/busy", Answer::Status(503, Vec::new()).with_header("Retry-After", "120"));
    let retry_after = Some(Duration::from_mins(2));
    assert_eq!(get(&server, "/busy").await.unwrap_err(), FetchError::Status { code: 503, retry_after });
    assert_eq!(get(&server, "/never-set").await.unwrap_err(), FetchError::Status { code: 404, retry_after: None });
}

#[tokio::test]
async fn a_document_that_is_too_large_is_dropped_at_the_limit() {
    let server = FeedServer::start().await;
    server.set("/exact", Answer::body("text/xml", "x".repeat(1_000_000)));
    server.set("/more", Answer::body("text/xml", "x".repeat(1_000_001)));
    server.set("/endless", Answer::Endless);
    server.set("/bomb", Answer::body("text/xml", gzip_bomb(200_000_000)).with_header("Content-Encoding", "gzip"));
    assert_eq!(body(get(&server, "/exact").await.unwrap()).bytes.len(), 1_000_000);
    for path in ["/more", "/endless", "/bomb"] {
        assert_eq!(get(&server, path).await.unwrap_err(), FetchError::TooLarge { most: 1_000_000 }, "{path}");
    }
}

#[tokio::test]
async fn a_slow_server_is_given_up() {
    let server = FeedServer::start().await;
    server.set("/slow", Answer::Slow { pause: Duration::from_millis(200), body: vec![b'x'; 1_000] });
    let fetcher = fetcher();
    let url = Url::parse(&server.url("/slow")).unwrap();
    let started = Instant::now();
    assert_eq!(fetcher.get(&url, &Conditional::default()).await.unwrap_err(), FetchError::Timeout { seconds: 2 });
    assert!(started.elapsed() < Duration::from_mins(1), "200 seconds is what it would take");
}

#[tokio::test]
async fn a_broken_answer_is_an_error_and_not_a_short_document() {
    let server = FeedServer::start().await;
    server.set("/half", Answer::BreaksOff);
    server.set("/silent", Answer::Silent);
    server.set("/no-gzip", Answer::body("text/xml", "plain").with_header("Content-Encoding", "gzip"));
    for path in ["/half", "/silent", "/no-gzip"] {
        assert_eq!(get(&server, path).await.unwrap_err(), FetchError::Broken, "{path}");
    }
}

#[tokio::test]
async fn a_refused_connection_is_reported_as_such() {
    let server = FeedServer::start().await;
    let url = Url::parse(&server.url("/")).unwrap();
    drop(server);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let error = fetcher().get(&url, &Conditional::default()).await.unwrap_err();
    assert_eq!(error, FetchError::Connect { host: "127.0.0.1".into() });
}
