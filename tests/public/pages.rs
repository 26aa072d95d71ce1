//! Every page that readers and their programs ask for.

use tidings::actor::Actor;
use tidings::article;
use tidings::article::import::ArticleInput;
use tidings::clock::{HOUR, MINUTE, Timestamp};
use tidings::digest::send;
use tidings::site::{self, Site};

use crate::support::app::{CONTACT, TestApp};

/// A site with articles, a topic, a sent digest and texts of its own; the slugs of the first article and the digest.
async fn newsroom() -> (TestApp, String, String) {
    let app = TestApp::start().await;
    let site = Site {
        name: "The Harbour Ledger".to_owned(),
        privacy: "We keep **little**.".to_owned(),
        imprint: "4 Rope Lane".to_owned(),
        ..Site::default()
    };
    let now = app.now();
    app.write(move |conn| site::change(conn, &Actor::Operator, now, &site)).await;
    let article = app.article("Ferries run later", &["Harbour"], 0).await;
    for (hours, title) in [(1, "Rents on the quay"), (2, "A bell at low tide"), (3, "Fog warning")] {
        app.article(title, &["Harbour"], hours * HOUR).await;
    }
    let digest = app.compose("Boats until one").await;
    let digest = app.send_digest(digest).await;
    (app, article, digest)
}

#[tokio::test]
async fn every_page_exists_and_head_answers_as_get() {
    let (app, article, digest) = newsroom().await;
    let (article, digest) = (format!("/articles/{article}"), format!("/digests/{digest}"));
    for (path, kind, shows) in [
        ("/", "text/html", "Ferries run later"),
        (&article, "text/html", "Ferries run later, at length."),
        ("/topics/harbour", "text/html", "A bell at low tide"),
        ("/search", "text/html", "Search the articles"),
        ("/search?q=rents", "text/html", "Rents on the quay"),
        ("/archive", "text/html", "Boats until one"),
        (&digest, "text/html", "Boats until one"),
        ("/subscribe", "text/html", "The Morning Tide"),
        ("/subscribe/done", "text/html", "Check your inbox"),
        ("/preferences", "text/html", "Newsletter preferences"),
        ("/preferences/sent", "text/html", "Check your inbox"),
        ("/contact", "text/html", CONTACT),
        ("/contact/sent", "text/html", "Thank you"),
        ("/privacy", "text/html", "<strong>little</strong>"),
        ("/imprint", "text/html", "4 Rope Lane"),
        ("/embed/morning-tide", "text/html", "/embed.js"),
        ("/embed.js", "text/javascript", "/api/v1/subscriptions"),
        ("/feed.xml", "application/atom+xml", "Ferries run later"),
        ("/digests.xml", "application/atom+xml", "Boats until one"),
        ("/sitemap.xml", "application/xml", "/articles/ferries-run-later"),
        ("/robots.txt", "text/plain", "/sitemap.xml"),
        ("/favicon.ico", "image/svg+xml", "<svg"),
        ("/api/v1/challenge", "application/json", "signature"),
        ("/healthz", "text/plain", "alive"),
        ("/readyz", "text/plain", "ready"),
    ] {
        let get = app.get(path).await;
        assert_eq!(get.status, 200, "{path}");
        assert!(get.header("content-type").starts_with(kind), "{path}: {:?}", get.headers);
        assert!(get.body.contains(shows), "{path} does not show {shows}");
        assert!(get.header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert_eq!(get.header("x-content-type-options"), "nosniff", "{path}");
        assert!(!get.header("referrer-policy").is_empty() && !get.header("cache-control").is_empty(), "{path}");
        assert_eq!(get.header("set-cookie"), "", "{path}");
        let head = app.head(path).await;
        assert_eq!((head.status, head.body.as_str()), (200, ""), "HEAD {path}");
        let names = [&get, &head].map(|answer| {
            let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
            names.sort();
            names.dedup();
            names.retain(|name| !matches!(name.as_str(), "content-length" | "transfer-encoding" | "content-encoding"));
            names
        });
        assert_eq!(names[0], names[1], "HEAD {path}");
    }
}

#[tokio::test]
async fn a_missing_page_says_so() {
    let (app, article, _) = newsroom().await;
    for path in [
        "/nothing",
        "/articles/nothing",
        "/topics/nothing",
        "/digests/nothing",
        "/embed/nothing",
        "/assets/site.css",
        "/confirm/nothing",
        "/unsubscribe/nothing",
        "/preferences/nothing",
        "/go/nothing/1",
        "/articles/%00%ff",
        "/articles/x%00",
        "/topics/x%00",
        "/digests/x%00",
        "/embed/x%00",
        "/%2e%2e/%2e%2e/etc/passwd",
    ] {
        for answer in [app.get(path).await, app.head(path).await] {
            assert_eq!(answer.status, 404, "{path}");
        }
        assert!(app.get(path).await.body.contains("<h1"), "{path}");
    }
    for (method, path, allowed) in [
        (reqwest::Method::DELETE, &*format!("/articles/{article}"), "GET, HEAD"),
        (reqwest::Method::POST, "/", "GET, HEAD"),
        (reqwest::Method::PUT, "/subscribe", "GET, HEAD, POST"),
        (reqwest::Method::GET, "/preferences/x/erase", "POST"),
    ] {
        let answer = app.send(app.request(method, path)).await;
        assert_eq!((answer.status, answer.header("allow")), (405, allowed), "{path}");
        assert!(answer.body.contains("<h1"), "{path}");
    }
    assert_eq!(app.send(app.request(reqwest::Method::DELETE, "/nothing")).await.status, 404);
}

#[tokio::test]
async fn an_article_page_has_everything_that_belongs_to_it() {
    let (app, article, _) = newsroom().await;
    let page = app.get(&format!("/articles/{article}")).await.body;
    let mut rest = page.as_str();
    for part in [
        "Stay informed with our newsletter",
        "Trending",
        "<time datetime=",
        "Ferries run later</h1>",
        "Ferries run later, in short.",
        "Ferries run later, at length.",
        CONTACT,
        "Source:",
        "The Harbour Ledger",
        "Stay informed with our newsletter",
        "Similar News",
    ] {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part} is missing or in the wrong place"));
        rest = &rest[at + part.len()..];
    }
}

#[tokio::test]
async fn an_article_has_structured_data_that_cannot_run_as_a_script() {
    let app = TestApp::start().await;
    let slug = app.article("Boats </script><script>alert(1)</script>", &[], HOUR).await;
    let page = app.get(&format!("/articles/{slug}")).await.body;
    let block = page.split("<script type=\"application/ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(block).unwrap();
    assert_eq!(data["@type"], "NewsArticle");
    assert_eq!(data["headline"], "Boats </script><script>alert(1)</script>");
    assert_eq!(data["mainEntityOfPage"], format!("{}/articles/{slug}", app.base));
    let published = data["datePublished"].as_str().unwrap().parse::<Timestamp>().unwrap();
    assert!((app.now().0 - published.0 - HOUR).abs() < 10 * MINUTE, "{published}");
    assert!(!page.contains("<script>alert"), "{page}");
}

#[tokio::test]
async fn an_old_address_redirects_and_an_unpublished_article_is_gone() {
    let (app, article, _) = newsroom().await;
    let now = app.now();
    let id = app.read(move |conn| Ok(article::newest(conn, 1, 0)?[0].id)).await;
    let renamed = article::import::ArticleInput {
        title: "Ferries run all night".to_owned(),
        body_markdown: Some("Anew.".to_owned()),
        ..Default::default()
    };
    let renamed = renamed.check(chrono_tz::UTC).unwrap();
    app.app
        .db
        .write(move |conn| article::edit(conn, &tidings::actor::Actor::Operator, now, id, None, &renamed))
        .await
        .unwrap();
    let old = format!("/articles/{article}");
    let answer = app.get(&old).await;
    assert_eq!((answer.status, answer.location()), (301, "/articles/ferries-run-all-night"));
    assert_eq!(answer.header("cache-control"), "no-cache", "it may be an article's again");
    app.write(move |conn| article::unpublish(conn, &tidings::actor::Actor::Operator, now, id)).await;
    for path in [old.as_str(), "/articles/ferries-run-all-night"] {
        let answer = app.get(path).await;
        assert_eq!(answer.status, 410);
        assert!(answer.body.contains("This page is gone"));
    }
    for path in ["/", "/topics/harbour", "/search?q=ferries", "/feed.xml", "/sitemap.xml"] {
        assert!(!app.get(path).await.body.contains("Ferries run all night"), "{path}");
    }
}

#[tokio::test]
async fn a_digest_is_public_only_once_it_is_sent() {
    let (app, _, sent) = newsroom().await;
    app.article("Fresh news", &[], 0).await;
    let draft = app.compose("A secret draft").await;
    let slug = app.read(move |conn| Ok(tidings::digest::by_id(conn, draft)?.unwrap().slug)).await;
    let hidden = async || {
        assert_eq!(app.get(&format!("/digests/{slug}")).await.status, 404);
        for path in ["/", "/archive", "/digests.xml", "/sitemap.xml"] {
            let body = app.get(path).await.body;
            assert!(!body.contains("A secret draft") && !body.contains(&slug), "{path}");
        }
    };
    hidden().await;
    let (now, outfit) = (app.now(), app.app.outfit());
    let approve = move |conn: &mut _| send::approve(conn, &tidings::actor::Actor::Operator, now, &outfit, draft);
    app.app.db.write(approve).await.unwrap();
    hidden().await;
    app.app.db.write(move |conn| send::cancel(conn, &tidings::actor::Actor::Operator, now, draft)).await.unwrap();
    hidden().await;
    let third = app.compose("The third").await;
    let third = app.send_digest(third).await;
    let (first, last) = (app.get(&format!("/digests/{sent}")).await, app.get(&format!("/digests/{third}")).await);
    assert!(first.body.contains(&format!("href=\"/digests/{third}\" rel=\"prev\"")), "{}", first.body);
    assert!(last.body.contains(&format!("href=\"/digests/{sent}\" rel=\"next\"")));
}

#[tokio::test]
async fn lists_are_paged() {
    let app = TestApp::start().await;
    for number in 0..45 {
        app.article(&format!("Harbour story {number:02}"), &["Harbour"], number * HOUR).await;
    }
    for (path, next) in
        [("/topics/harbour", "/topics/harbour?page=2"), ("/search?q=harbour", "/search?q=harbour&#38;page=2")]
    {
        let first = app.get(path).await.body;
        assert!(first.contains(&format!("href=\"{next}\" rel=\"next\"")), "{path}: {first}");
        assert_eq!(first.matches("<article").count(), 20, "{path}");
        let third = app.get(&next.replace("&#38;", "&").replace("page=2", "page=3")).await.body;
        assert_eq!(third.matches("<article").count(), 5, "{path}");
        assert!(!third.contains("rel=\"next\""), "{path}");
    }
    assert!(app.get("/search?q=harbour").await.body.contains("45 articles on “harbour”"));
    assert_eq!(app.get("/topics/harbour?page=1000").await.status, 200);
}

#[tokio::test]
async fn odd_searches_are_harmless() {
    let (app, ..) = newsroom().await;
    for query in [
        "",
        "%00",
        "%ff%fe",
        "%22%22%22",
        "a%20AND%20OR%20NOT",
        "title:*",
        "(((",
        "%25%25%25",
        "%27%3B--",
        "ferries%0d%0aSet-Cookie:%20x",
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%E2%80%AEx",
        "a&q=b&page=x",
        "NEAR(a%20b)",
        "!!!",
        "-",
        "%",
    ] {
        let answer = app.get(&format!("/search?q={query}")).await;
        assert_eq!(answer.status, 200, "{query}");
        assert!(!answer.body.contains("<script>alert") && !answer.body.contains('\u{202e}'), "{query}");
        assert_eq!(answer.header("set-cookie"), "", "{query}");
    }
    let long = app.get(&format!("/search?q={}", "x".repeat(5_000))).await;
    assert_eq!(long.status, 400);
    assert!(long.body.contains("Search for fewer words"));
}

#[tokio::test]
async fn the_feeds_are_valid_and_an_unchanged_one_is_not_sent_again() {
    let (app, article, digest) = newsroom().await;
    for (path, title, link) in [
        ("/feed.xml", "Ferries run later", format!("/articles/{article}")),
        ("/digests.xml", "Boats until one", format!("/digests/{digest}")),
    ] {
        let answer = app.get(path).await;
        let feed = feed_rs::parser::parse(answer.body.as_bytes()).unwrap();
        assert_eq!(feed.feed_type, feed_rs::model::FeedType::Atom);
        assert_eq!(feed.id, format!("{}{path}", app.base));
        assert!(feed.updated.is_some() && feed.title.is_some() && !feed.authors.is_empty(), "{path}");
        assert!(feed.links.iter().any(|link| link.rel.as_deref() == Some("self") && link.href == feed.id), "{path}");
        let entry = feed.entries.iter().find(|entry| entry.title.as_ref().unwrap().content == title).unwrap();
        assert!(entry.id.starts_with("tag:127.0.0.1,"), "{}", entry.id);
        assert_eq!(entry.links[0].href, format!("{}{link}", app.base));
        assert!(entry.updated.is_some() && entry.published.is_some(), "{path}");
        let tag = answer.header("etag").to_owned();
        let again = app.send(app.request(reqwest::Method::GET, path).header("if-none-match", &tag)).await;
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{path}");
        assert_eq!(again.header("etag"), tag);
    }
}

#[tokio::test]
async fn assets_are_cached_for_good_and_pages_are_revalidated() {
    let app = TestApp::start().await;
    let front = app.get("/").await;
    assert_eq!(front.header("cache-control"), "no-cache");
    let css = front.body.split("href=\"").find(|rest| rest.starts_with("/assets/site.")).unwrap();
    let css = app.get(css.split('"').next().unwrap()).await;
    assert_eq!((css.status, css.header("cache-control")), (200, "public, max-age=31536000, immutable"));
    assert_eq!(app.get("/api/v1/challenge").await.header("cache-control"), "no-store");
    assert_eq!(app.get("/preferences").await.header("cache-control"), "no-store");
}

/// A request that refused every coding was answered with a bare 406 without the headers.
#[tokio::test]
async fn a_client_that_refuses_every_coding_gets_the_page_with_its_headers() {
    let app = TestApp::start().await;
    for refused in ["identity;q=0", "*;q=0", "identity;q=0, gzip;q=0, *;q=0"] {
        let answer = app.send(app.request(reqwest::Method::GET, "/").header("accept-encoding", refused)).await;
        assert_eq!((answer.status, answer.header("content-encoding")), (200, ""), "{refused}");
        assert!(answer.header("content-security-policy").contains("default-src 'none'"), "{refused}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{refused}");
    }
    let zipped = app.send(app.request(reqwest::Method::GET, "/").header("accept-encoding", "gzip, *;q=0")).await;
    // The client has unpacked it and left only this.
    assert_eq!((zipped.status, zipped.header("vary")), (200, "accept-encoding"));
}

#[tokio::test]
async fn an_article_says_its_language() {
    let app = TestApp::start().await;
    let text =
        "Der Minister sagte am Montag, dass die Gespräche nicht vorbei sind und niemand ein Ergebnis erwarten soll.";
    let german =
        ArticleInput { title: "Gespräche".into(), body_markdown: Some(text.into()), ..ArticleInput::default() };
    app.import(vec![german]).await;
    let page = app.get("/articles/gespraeche").await.body;
    for part in
        ["<h1 lang=\"de\" dir=\"auto\">", "<div class=\"prose\" lang=\"de\" dir=\"auto\">", "\"inLanguage\":\"de\""]
    {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(app.get("/").await.body.contains("dir=\"auto\"><a href=\"/articles/gespraeche\">"));
}
