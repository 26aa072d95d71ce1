//! A draft of a digest with thirteen articles, and its planner.

use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::article::{self, Incoming};
use tidings::clock::Clock;
use tidings::db::{Conn, Db};
use tidings::digest::edit;
use tidings::digest::send::Outfit;
use tidings::newsletter::{self, EditionSettings, Input};
use tidings::worker::digests::Digests;

/// The text and the HTML each link once to every article, to unsubscribing and to the preferences, by personal links:
/// thirty in all.
const ARTICLES: i64 = 13;

/// A sentence of the texts, which make the mail as long as those that `smtp-source` sends.
const SENTENCE: &str = "The harbour wakes before the town does, and its cranes are read like a paper. ";

/// Adds a newsletter and articles and composes a draft; returns the ids of newsletter and draft.
pub fn compose(conn: &mut Conn) -> anyhow::Result<(i64, i64)> {
    let now = Clock::System.now();
    let settings = newsletter::Settings {
        slug: "daily".to_owned(),
        name: "The Daily".to_owned(),
        sender: "news@example.com".to_owned(),
        contact: "desk@example.com".to_owned(),
        postal_address: "1 Quay Street, Harbour".to_owned(),
        ..newsletter::Settings::default()
    };
    let edition = EditionSettings { article_count: ARTICLES, track_clicks: true, ..EditionSettings::default() };
    let input = Input { newsletter: settings, edition, topics: None };
    let newsletter = newsletter::add(conn, &Actor::Operator, now, input)?;
    let article = |n: i64| ArticleInput {
        title: format!("What the harbour talks about today, part {n}"),
        summary: Some(SENTENCE.repeat(3)),
        body_markdown: Some("At length.".to_owned()),
        url: Some(format!("https://news.example.com/{n}")),
        topics: vec!["Harbour".to_owned()],
        ..ArticleInput::default()
    };
    let articles: Result<Vec<_>, _> =
        (0..ARTICLES).map(|n| article(n).check(chrono_tz::UTC).map(Incoming::from)).collect();
    article::import(conn, &Actor::Operator, now, "The Daily", &articles?)?;
    let draft = edit::compose(conn, &Actor::Operator, now, newsletter, "What is trending")?;
    let introduction = SENTENCE.repeat(40);
    let words = edit::Words { introduction: Some(&introduction), ..edit::Words::default() };
    edit::write(conn, &Actor::Operator, now, draft, &words)?;
    Ok((newsletter, draft))
}

pub fn planner(db: &Db, outfit: &Outfit) -> Digests {
    Digests { db: db.clone(), clock: Clock::System, outfit: outfit.clone() }
}
