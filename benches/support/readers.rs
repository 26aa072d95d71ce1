//! A million readers, made by the database: half with a name in their address, half numbered.

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection, SqliteConnection};

const FIRST_NAMES: [&str; 24] = [
    "ann", "ben", "carla", "david", "emma", "frank", "greta", "hans", "ida", "jonas", "karin", "lars", "mia", "nils",
    "olga", "paul", "quinn", "rosa", "sven", "tina", "uwe", "vera", "walter", "xenia",
];
const DOMAINS: [&str; 10] = [
    "gmail.com",
    "gmail.com",
    "gmail.com",
    "gmail.com",
    "example.net",
    "example.net",
    "outlook.com",
    "web.de",
    "gmx.de",
    "yahoo.com",
];

/// Fills a prepared database with so many readers of its newsletter.
pub fn fill(url: &str, rows: u32) {
    let words = |words: &[&str]| {
        let row = |(number, word): (usize, &&str)| format!("({number}, '{word}')");
        words.iter().enumerate().map(row).collect::<Vec<_>>().join(", ")
    };
    let now = "1761177600000";
    let statements = [
        "CREATE TEMPORARY TABLE firsts (k BIGINT, first TEXT)".to_owned(),
        "CREATE TEMPORARY TABLE domains (k BIGINT, domain TEXT)".to_owned(),
        format!("INSERT INTO firsts VALUES {}", words(&FIRST_NAMES)),
        format!("INSERT INTO domains VALUES {}", words(&DOMAINS)),
        format!(
            "INSERT INTO subscribers
                 (address, envelope, name, name_key, surname_key, language, time_zone, created_at)
             WITH RECURSIVE numbers (n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < {rows}),
             people AS (SELECT n, first, 'ley' || ((n * 7919) % 20011) AS last, domain FROM numbers
                 JOIN firsts ON firsts.k = (n / 2) % 24 JOIN domains ON domains.k = n % 10)
             SELECT CASE n % 2 WHEN 0 THEN first || '.' || last || '.' || n ELSE 'reader' || n END || '@' || domain,
                    CASE n % 2 WHEN 0 THEN first || '.' || last || '.' || n ELSE 'reader' || n END || '@' || domain,
                    first || ' ' || last, first || ' ' || last, last, 'en', '', {now} FROM people ORDER BY n"
        ),
        format!(
            "INSERT INTO subscriptions (subscriber_id, newsletter_id, state, created_at, requested_at, confirmed_at)
             SELECT s.id, n.id, CASE s.id % 20 WHEN 0 THEN 2 ELSE 1 END, {now}, {now}, {now}
             FROM subscribers s, newsletters n ORDER BY s.id"
        ),
        format!(
            "INSERT INTO consents (subscriber_id, newsletter_id, action, wording, at, client, source)
             SELECT subscriber_id, newsletter_id, 2, '', {now}, '', 'import' FROM subscriptions"
        ),
        "ANALYZE".to_owned(),
    ];
    let text = statements.join(";\n");
    match url.strip_prefix("sqlite:") {
        Some(file) => SqliteConnection::establish(file).unwrap().batch_execute(&text).unwrap(),
        None => PgConnection::establish(url).unwrap().batch_execute(&text).unwrap(),
    }
}
