//! Feeds of the command line: a failing one is named, with its reason, and the command fails.

use super::{output_of, run, tidings};

/// The command printed "1 feeds fetched, 1 failed" and succeeded, without the feed and the reason.
#[test]
fn a_feed_that_cannot_be_fetched_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let url = format!("http://{closed}/feed.xml");
    let fails = |arguments: &[&str]| {
        let done = tidings(at, arguments).env("TIDINGS_FEEDS_ALLOW_PRIVATE", "true").output().unwrap();
        assert_eq!(done.status.code(), Some(1), "{arguments:?}");
        let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (words(&done.stdout), words(&done.stderr))
    };
    let (_, added) = fails(&["feed", "add", &url]);
    assert!(added.contains("could not be fetched"), "{added}");
    let (out, notes) = fails(&["--json", "feed", "fetch"]);
    assert!(notes.contains(&format!("feed 1 ({url}): ")), "{notes}");
    let object: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&object["failed"], &object["errors"][0]["url"]), (&1.into(), &url.as_str().into()), "{object}");
    assert!(output_of(at, &["feed", "list"]).starts_with(&format!("1\t{url}\t")));
    output_of(at, &["feed", "remove", "1"]);
    assert!(!run(at, &["feed", "remove", "1"]).status.success());
}
