//! Many readers: a search finds what begins with its term, and counters stay correct with many simultaneous sign-ups.

use tidings::actor::Actor;
use tidings::delivery::{self, DispatchKind};
use tidings::newsletter;
use tidings::subscriber::audience::Audience;
use tidings::subscriber::roll;
use tidings::subscriber::{self, erase};
use tidings::worker::counters;
use tokio::task::JoinSet;

use crate::support::app::TestApp;

/// The addresses that a search finds, in order of sign-up.
async fn found(app: &TestApp, search: &str) -> Vec<String> {
    let filter = Audience { search: search.to_owned(), ..Audience::default() };
    let lines = app.read(move |conn| roll::page(conn, &filter, 0, 50)).await;
    lines.into_iter().filter_map(|line| line.envelope).collect()
}

#[tokio::test]
async fn a_search_finds_addresses_domains_and_names_by_prefix() {
    let app = TestApp::start().await;
    let (ann, berg, olga) = ("ann.smith@example.org", "m.k@mail.example.net", "olga@example.org");
    for (email, name) in [(ann, ""), (berg, "Anna Maria Berg"), (olga, "Öhm")] {
        assert_eq!(app.post("/subscribe", &[("email", email), ("name", name)]).await.status, 303);
    }
    for (search, expected) in [
        ("", vec![ann, berg, olga]),
        ("ANN", vec![ann, berg]),
        ("anna maria", vec![berg]),
        ("berg", vec![berg]),
        ("maria", vec![]),
        ("smith", vec![ann]),
        ("ann.sm", vec![ann]),
        ("ann.smith@ex", vec![ann]),
        ("smith@", vec![]),
        ("@example", vec![ann, olga]),
        ("example", vec![ann, olga]),
        ("mail.example.net", vec![berg]),
        ("öH", vec![olga]),
        ("%", vec![]),
        ("'", vec![]),
    ] {
        assert_eq!(found(&app, search).await, expected, "{search:?}");
    }
}

#[tokio::test]
async fn a_search_finds_nothing_of_an_erased_reader() {
    let app = TestApp::start().await;
    app.post("/subscribe", &[("email", "ann.smith@example.org"), ("name", "Ann Smith")]).await;
    let person = app.read(|conn| subscriber::by_address(conn, "ann.smith@example.org")).await.unwrap().id;
    let (now, random) = (app.now(), app.app.random.clone());
    app.write(move |conn| erase::erase(conn, &Actor::Operator, now, &random, person)).await;
    let lines = |search: &str| Audience { search: search.to_owned(), ..Audience::default() };
    for search in ["ann", "smith", "@example.org", "example"] {
        let filter = lines(search);
        assert!(app.read(move |conn| roll::page(conn, &filter, 0, 50)).await.is_empty(), "{search}");
    }
    let everybody = lines("");
    assert_eq!(app.read(move |conn| roll::page(conn, &everybody, 0, 50)).await.len(), 1);
}

/// On PostgreSQL all sign-ups waited for the row of their newsletter, and for that of the standing dispatch.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn counters_stay_correct_when_many_sign_up_at_once() {
    const READERS: usize = 60;
    let app = TestApp::start().await;
    let mut sign_ups = JoinSet::new();
    for n in 0..READERS {
        let (client, url) = (reqwest::Client::new(), format!("{}/subscribe", app.base));
        let body = format!("email=reader{}%40example.org", n / 2);
        let request = client.post(url).header("content-type", "application/x-www-form-urlencoded").body(body);
        sign_ups.spawn(async move { request.send().await.unwrap().status().as_u16() });
    }
    // The client follows the redirect.
    assert!(sign_ups.join_all().await.iter().all(|status| *status == 200));
    let counted = || async {
        let id = app.newsletter;
        app.read(move |conn| {
            let newsletter = newsletter::by_id(conn, id)?.unwrap();
            let confirmations = delivery::running_of_kind(conn, DispatchKind::Confirmation)?;
            let expected: i64 = confirmations.iter().map(|dispatch| dispatch.counters.expected).sum();
            Ok((newsletter.pending, newsletter.confirmed, expected))
        })
        .await
    };
    let half = i64::try_from(READERS / 2).unwrap();
    assert_eq!(counted().await, (half, 0, half));
    counters::fold(&app.app.db).await.unwrap();
    assert_eq!(counted().await, (half, 0, half), "the counters are folded");
    counters::fold(&app.app.db).await.unwrap();
    assert_eq!(counted().await, (half, 0, half), "and counted once");
}
