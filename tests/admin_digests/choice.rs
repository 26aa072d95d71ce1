//! Which articles a digest is filled with.

use tidings::article::import::ArticleInput;
use tidings::clock::MINUTE;
use tidings::newsletter::{EditionSettings, Input};

use super::Desk;
use crate::support::app::{Options, morning_tide};

const FIRE: &str = "Six people died when a fire broke out in a tower block in the Ikeja district of Lagos early on Tuesday, the \
    fire service said. The flames spread from a generator on the fourth floor.";
const BLAZE: &str = "A generator on the fourth floor set a high-rise in Ikeja ablaze. Six residents died in the fire early on \
    Tuesday, said the fire service of Lagos.";

/// Two reports of one fire by one source, which are not merged, stood in a digest.
#[tokio::test]
async fn a_digest_holds_one_report_of_a_story_and_few_of_a_topic_and_a_source() {
    let edition = EditionSettings { most_per_topic: 1, most_per_source: 2, ..EditionSettings::default() };
    let newsletter = Input { edition, ..morning_tide() };
    let desk = Desk::with(Options { newsletter, ..Options::default() }).await;
    let now = desk.app.now();
    let article = |(age, (title, summary, source, topic)): (i64, (&str, &str, &str, &str))| ArticleInput {
        title: title.to_owned(),
        summary: Some(summary.to_owned()),
        source: Some(source.to_owned()),
        topics: vec![topic.to_owned()],
        published_at: Some(now.plus(-age * MINUTE).to_utc().to_rfc3339()),
        ..ArticleInput::default()
    };
    let articles = [
        ("Six killed in tower block fire in Lagos", FIRE, "Ledger", "World"),
        ("Lagos: generator sets high-rise in Ikeja ablaze, six dead", BLAZE, "Ledger", "Africa"),
        ("Talks go on", "", "Wire", "World"),
        ("Warm pool", "", "Ledger", "Town"),
        ("Rents stand still", "", "Ledger", "Money"),
        ("Late goal decides the cup", "", "Wire", "Sports"),
    ];
    desk.app.import((1..).zip(articles).map(article).collect()).await;
    let (id, _) = desk.compose("News").await;
    let expected = ["Six killed in tower block fire in Lagos", "Warm pool", "Late goal decides the cup"];
    assert_eq!(desk.titles(id).await, expected);
}
