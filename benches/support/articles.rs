//! Articles whose texts share common words.

use std::path::Path;

use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::article::{self, Incoming};
use tidings::clock::Clock;
use tidings::db::Db;

/// Articles per transaction.
const CHUNK: u32 = 500;

/// Stores so many.
pub fn fill(url: &str, rows: u32) {
    let db = Db::open(url, url.strip_prefix("sqlite:").map(Path::new)).unwrap();
    let mut conn = db.connect().unwrap();
    for chunk in 0..rows.div_ceil(CHUNK) {
        let article = |n: u32| ArticleInput {
            title: format!("Harbour report {n} of the baker"),
            summary: Some(format!("What boats, bakers and banks did on day {}.", n % 365)),
            body_markdown: Some(format!("At length about boat {n} and the basin.")),
            url: Some(format!("https://news.example.com/{n}")),
            ..ArticleInput::default()
        };
        let numbers = chunk * CHUNK..((chunk + 1) * CHUNK).min(rows);
        let articles: Result<Vec<_>, _> =
            numbers.map(|n| article(n).check(chrono_tz::UTC).map(Incoming::from)).collect();
        let articles = articles.unwrap();
        let now = Clock::System.now();
        conn.write_transaction(|conn| article::import(conn, &Actor::Operator, now, "The Daily", &articles)).unwrap();
    }
}
