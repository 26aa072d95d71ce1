//! Articles and feeds in the database: stored once, merged, found, ranked; the same on SQLite and PostgreSQL.

mod feeds;
mod scripts;
mod signals;
mod stories;
mod story_pairs;

use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::article::score::SignalKind;
use tidings::article::signal::{Seen, Who};
use tidings::article::{
    self, Article, ArticleError, ArticleState, AtSlug, Filter, Imported, Incoming, NewArticle, SearchResults, similar,
};
use tidings::clock::{DAY, HOUR, Timestamp};
use tidings::db::Conn;
use tidings::newsletter;
use tidings::token::Random;

use crate::support::database::{OpenDatabase, open};

const NOW: Timestamp = Timestamp(1_760_000_000_000);

/// A database with a connection of the test's own, which is dropped first.
struct Desk {
    conn: Conn,
    home: OpenDatabase,
}

fn desk() -> Desk {
    let home = open();
    Desk { conn: home.connect().unwrap(), home }
}

impl Desk {
    fn import(&mut self, source: &str, articles: &[NewArticle]) -> Imported {
        self.import_at(NOW, source, articles)
    }

    fn import_at(&mut self, now: Timestamp, source: &str, articles: &[NewArticle]) -> Imported {
        let incoming: Vec<Incoming> = articles.iter().cloned().map(Incoming::from).collect();
        self.conn.write_transaction(|conn| article::import(conn, &Actor::Operator, now, source, &incoming)).unwrap()
    }

    /// The titles of the articles that a page shows as similar.
    fn similar(&mut self, id: i64, count: usize) -> Vec<String> {
        self.conn.write_transaction(similar::compare_all).unwrap();
        let similar = article::similar_to(&mut self.conn, id, count).unwrap();
        similar.into_iter().map(|article| article.title).collect()
    }

    /// Stores an article and returns its id.
    fn keep(&mut self, source: &str, input: ArticleInput) -> i64 {
        self.import(source, &[input.check(chrono_tz::UTC).unwrap()]).articles[0].id
    }

    fn edit(&mut self, id: i64, input: ArticleInput) -> Result<(), ArticleError> {
        self.conn.write_transaction(|conn| {
            article::edit(conn, &Actor::Operator, NOW, id, None, &input.check(chrono_tz::UTC).unwrap())
        })
    }

    fn get(&mut self, id: i64) -> Article {
        article::by_id(&mut self.conn, id).unwrap().unwrap()
    }

    fn at(&mut self, slug: &str) -> AtSlug {
        article::by_slug(&mut self.conn, slug).unwrap()
    }
}

fn titled(title: &str) -> ArticleInput {
    ArticleInput { title: title.to_owned(), published_at: Some(days_ago(0)), ..ArticleInput::default() }
}

fn days_ago(days: i64) -> String {
    NOW.plus(-HOUR - days * DAY).to_string()
}

fn titles(articles: &[Article]) -> Vec<&str> {
    articles.iter().map(|article| article.title.as_str()).collect()
}

fn full() -> ArticleInput {
    ArticleInput {
        summary: Some("In short".into()),
        body_html: Some("<p>Body <script>x</script></p><img src='https://a.example/i.png' width='600'>".into()),
        url: Some("https://a.example/trade".into()),
        guid: Some("g1".into()),
        topics: vec!["World".into(), "Trade".into()],
        ..titled("Trade talks")
    }
}

#[test]
fn the_same_article_twice_is_stored_once() {
    let mut desk = desk();
    let article = full().check(chrono_tz::UTC).unwrap();
    let first = desk.import("Paper", std::slice::from_ref(&article));
    assert_eq!((first.new, first.changed, first.unchanged), (1, 0, 0));
    let id = first.articles[0].id;
    let again = desk.import("Paper", std::slice::from_ref(&article));
    assert_eq!((again.new, again.changed, again.unchanged), (0, 0, 1));
    let kept = desk.get(id);
    assert_eq!((kept.slug.as_str(), kept.source.as_str(), kept.guid.as_str()), ("trade-talks", "Paper", "g1"));
    assert_eq!(kept.image.as_deref(), Some("https://a.example/i.png"));
    assert_eq!(kept.topics.iter().map(|topic| topic.slug.as_str()).collect::<Vec<_>>(), ["trade", "world"]);
    let text = article::text(&mut desk.conn, id).unwrap().unwrap();
    assert!(text.body.as_str().contains("Body") && !text.body.as_str().contains("script"));

    let changed = ArticleInput { summary: Some("Shorter".into()), topics: vec!["Trade".into()], ..full() };
    let third = desk.import("Paper", &[changed.check(chrono_tz::UTC).unwrap()]);
    assert_eq!((third.new, third.changed, third.articles[0].id), (0, 1, id));
    let kept = desk.get(id);
    assert_eq!((kept.summary.as_str(), kept.topics.len(), kept.slug.as_str()), ("Shorter", 1, "trade-talks"));
    assert_eq!(article::count_published(&mut desk.conn).unwrap(), 1);
}

#[test]
fn without_a_guid_an_article_is_identified_by_its_address_or_title() {
    let mut desk = desk();
    let by_url = ArticleInput { url: Some("https://a.example/1".into()), ..titled("One") };
    let renamed = ArticleInput { title: "Two".into(), ..by_url.clone() };
    let rows = [by_url, renamed, titled("Three"), ArticleInput { summary: Some("New".into()), ..titled("Three") }];
    let rows: Vec<NewArticle> = rows.into_iter().map(|row| row.check(chrono_tz::UTC).unwrap()).collect();
    let imported = desk.import("Paper", &rows);
    assert_eq!((imported.new, imported.changed), (2, 2));
    let other = ArticleInput { source: Some("Other".into()), ..titled("Three") };
    assert_ne!(desk.keep("Paper", other.clone()), imported.articles[2].id, "another source");
}

#[test]
fn an_undated_article_keeps_the_date_of_its_first_import() {
    let mut desk = desk();
    let undated = ArticleInput { published_at: None, ..titled("Undated") };
    let id = desk.keep("Paper", undated.clone());
    let changed = ArticleInput { summary: Some("x".into()), ..undated }.check(chrono_tz::UTC).unwrap();
    let later = NOW.plus(DAY);
    desk.import_at(later, "Paper", &[changed]);
    let kept = desk.get(id);
    assert_eq!((kept.published_at, kept.updated_at), (NOW, later));
    let future = ArticleInput { published_at: Some(NOW.plus(DAY).to_string()), ..titled("Future") };
    let id = desk.keep("Paper", future);
    assert_eq!(desk.get(id).published_at, NOW);
}

#[test]
fn slugs_are_unique_and_an_old_one_redirects_to_the_new() {
    let mut desk = desk();
    let ids: Vec<i64> = ["a", "b", "c"]
        .map(|guid| ArticleInput { guid: Some(guid.into()), ..titled("News") })
        .into_iter()
        .map(|input| desk.keep("Paper", input))
        .collect();
    let slugs: Vec<String> = ids.iter().map(|id| desk.get(*id).slug).collect();
    assert_eq!(slugs, ["news", "news-2", "news-3"]);

    desk.edit(ids[0], titled("Other news")).unwrap();
    assert_eq!(desk.at("news"), AtSlug::Moved("other-news".into()));
    assert!(matches!(desk.at("other-news"), AtSlug::Found(found, _) if found.id == ids[0]));
    let fresh = desk.keep("Paper", ArticleInput { guid: Some("d".into()), ..titled("News") });
    assert_eq!(desk.get(fresh).slug, "news-4", "a retired slug is not given away");

    desk.edit(ids[0], titled("News")).unwrap();
    assert!(matches!(desk.at("news"), AtSlug::Found(found, _) if found.id == ids[0]), "back to its own old slug");
    assert_eq!(desk.at("other-news"), AtSlug::Moved("news".into()));
    assert_eq!(desk.at("never-there"), AtSlug::Unknown);
}

#[test]
fn two_articles_of_a_form_may_share_a_title_but_not_a_guid() {
    let mut desk = desk();
    let article = titled("Letter").check(chrono_tz::UTC).unwrap();
    let mut add =
        || desk.conn.write_transaction(|conn| article::add(conn, &Actor::Operator, NOW, "Paper", &article, false));
    let (first, second) = (add().unwrap(), add().unwrap());
    assert_ne!(first, second);
    let named = ArticleInput { guid: Some("g".into()), ..titled("Named") }.check(chrono_tz::UTC).unwrap();
    desk.conn.write_transaction(|conn| article::add(conn, &Actor::Operator, NOW, "Paper", &named, false)).unwrap();
    let taken = desk
        .conn
        .write_transaction(|conn| article::add(conn, &Actor::Operator, NOW, "Paper", &named, false))
        .unwrap_err();
    assert!(matches!(taken, ArticleError::Taken { .. }), "{taken}");
    assert!(matches!(desk.edit(999, titled("x")), Err(ArticleError::Missing)));
}

#[test]
fn changes_of_an_editor_survive_another_import_of_the_same_content() {
    let mut desk = desk();
    let id = desk.keep("Paper", full());
    desk.edit(
        id,
        ArticleInput { title: "Edited".into(), body_html: None, body_markdown: Some("**Mine**".into()), ..full() },
    )
    .unwrap();
    assert_eq!(desk.import("Paper", &[full().check(chrono_tz::UTC).unwrap()]).unchanged, 1);
    assert_eq!(desk.get(id).title, "Edited");
    let text = article::text(&mut desk.conn, id).unwrap().unwrap();
    assert_eq!(text.markdown.as_deref(), Some("**Mine**"));
    let changed = ArticleInput { title: "Corrected".into(), ..full() };
    assert_eq!(desk.import("Paper", &[changed.check(chrono_tz::UTC).unwrap()]).changed, 1);
    assert_eq!(desk.get(id).title, "Corrected");
}

#[test]
fn an_unpublished_article_is_listed_nowhere_until_it_is_published_again() {
    let mut desk = desk();
    let id = desk.keep("Paper", full());
    assert!(desk.conn.write_transaction(|conn| article::unpublish(conn, &Actor::Operator, NOW, id)).unwrap());
    assert!(!desk.conn.write_transaction(|conn| article::unpublish(conn, &Actor::Operator, NOW, id)).unwrap());
    assert_eq!(desk.import("Paper", &[full().check(chrono_tz::UTC).unwrap()]).unchanged, 1);
    let conn = &mut desk.conn;
    let topic = newsletter::topic_by_slug(conn, "trade").unwrap().unwrap().id;
    assert!(article::trending(conn, 10, 0).unwrap().is_empty());
    assert!(article::newest(conn, 10, 0).unwrap().is_empty());
    assert!(article::of_topic(conn, topic, 10, 0).unwrap().is_empty());
    assert!(article::candidates(conn, None, (Timestamp(0), NOW), 10, 0).unwrap().is_empty());
    assert_eq!(article::search(conn, "trade", 10, 0).unwrap().total, 0);
    let (all, total) = article::list(conn, &Filter::default(), 10, 0).unwrap();
    assert_eq!((total, all[0].state), (1, ArticleState::Unpublished));
    assert_eq!(desk.at("trade-talks"), AtSlug::Gone);
    assert!(desk.conn.write_transaction(|conn| article::publish(conn, &Actor::Operator, NOW, id)).unwrap());
    assert!(matches!(desk.at("trade-talks"), AtSlug::Found(..)));
}

#[test]
fn lists_are_ordered_and_paged() {
    let mut desk = desk();
    for (title, days, topics) in [("Old", 5, "World"), ("New", 0, "World"), ("Middle", 2, "Sports")] {
        let input = ArticleInput { published_at: Some(days_ago(days)), topics: vec![topics.into()], ..titled(title) };
        desk.keep("Paper", input);
    }
    let conn = &mut desk.conn;
    assert_eq!(titles(&article::newest(conn, 2, 0).unwrap()), ["New", "Middle"]);
    assert_eq!(titles(&article::newest(conn, 2, 2).unwrap()), ["Old"]);
    assert_eq!(titles(&article::trending(conn, 9, 0).unwrap()), ["New", "Middle", "Old"]);
    let world = newsletter::topic_by_slug(conn, "world").unwrap().unwrap().id;
    assert_eq!(titles(&article::of_topic(conn, world, 9, 0).unwrap()), ["New", "Old"]);
    assert_eq!(article::count_published(conn).unwrap(), 3);
}

#[test]
fn a_digest_chooses_among_the_articles_that_fit() {
    let mut desk = desk();
    for (title, days, topics) in [("Old", 9, "World"), ("New", 0, "World"), ("Middle", 2, "Sports"), ("Plain", 1, "")] {
        let topics = Some(topics.to_owned()).filter(|topic| !topic.is_empty()).into_iter().collect();
        desk.keep("Paper", ArticleInput { published_at: Some(days_ago(days)), topics, ..titled(title) });
    }
    let conn = &mut desk.conn;
    let since = NOW.plus(-7 * DAY);
    let world = newsletter::topic_by_slug(conn, "world").unwrap().unwrap().id;
    let sports = newsletter::topic_by_slug(conn, "sports").unwrap().unwrap().id;
    for (topics, limit, offset, expected) in [
        (None, 10, 0, vec!["New", "Plain", "Middle"]),
        (None, 10, 1, vec!["Plain", "Middle"]),
        (None, 1, 0, vec!["New"]),
        (Some(vec![world]), 10, 0, vec!["New"]),
        (Some(vec![world, sports]), 10, 0, vec!["New", "Middle"]),
        (Some(vec![]), 10, 0, vec![]),
    ] {
        let found = article::candidates(conn, topics.as_deref(), (since, NOW), limit, offset).unwrap();
        assert_eq!(titles(&found), expected, "{topics:?} {limit} {offset}");
    }
}

/// With a half-life of a day whatever the window, an unread article of today went before what the week had read.
#[test]
fn a_weekly_digest_chooses_the_week() {
    let mut desk = desk();
    for (title, days) in [("Monday", 6), ("Wednesday", 4), ("Today", 0)] {
        desk.keep("Paper", ArticleInput { published_at: Some(days_ago(days)), ..titled(title) });
    }
    let read = |desk: &mut Desk, article: i64, readers: i64, days: i64| {
        let at = NOW.plus(-days * DAY);
        let seen = |reader| Seen { article, kind: SignalKind::View, who: Who::Subscriber(reader), at };
        let seen: Vec<Seen> = (0..readers).map(seen).collect();
        let count = |conn: &mut Conn| article::store_signals(conn, &Random::seeded(1), &seen);
        assert_eq!(desk.conn.write_transaction(count).unwrap(), seen.len());
    };
    read(&mut desk, 1, 600, 5);
    read(&mut desk, 2, 3, 3);
    let mut chosen = |days: i64| {
        let window = (NOW.plus(-days * DAY), NOW);
        let found = article::candidates(&mut desk.conn, None, window, 9, 0).unwrap();
        found.into_iter().map(|article| article.title).collect::<Vec<_>>()
    };
    assert_eq!(chosen(7), ["Monday", "Today", "Wednesday"]);
    assert_eq!(chosen(5), ["Today", "Wednesday"]);
    assert_eq!(chosen(30), ["Monday", "Wednesday", "Today"], "13 readings of four days ago, and 10 of today");
}

#[test]
fn search_finds_words_and_survives_any_input() {
    let mut desk = desk();
    let body = |title: &str, body: &str| ArticleInput { body_markdown: Some(body.into()), ..titled(title) };
    desk.keep("Paper", body("Trade talks in Malaysia", "Delegations met in Kuala Lumpur."));
    desk.keep("Paper", body("Football", "A late goal; the trade of players."));
    desk.keep("Paper", body("Wetter", "Über den Wolken"));
    let conn = &mut desk.conn;
    for (query, expected) in [
        ("trade", vec!["Trade talks in Malaysia", "Football"]),
        ("TRADE mala", vec!["Trade talks in Malaysia"]),
        ("lumpur", vec!["Trade talks in Malaysia"]),
        ("über", vec!["Wetter"]),
        ("UBER wolk", vec!["Wetter"]),
        ("trade wolken", vec![]),
        ("kuala-lumpur", vec!["Trade talks in Malaysia"]),
    ] {
        let SearchResults { articles, total, is_capped } = article::search(conn, query, 10, 0).unwrap();
        assert_eq!(titles(&articles), expected, "{query}");
        assert_eq!((total, is_capped), (i64::try_from(expected.len()).unwrap(), false), "{query}");
    }
    let page = article::search(conn, "trade", 1, 1).unwrap();
    assert_eq!((titles(&page.articles), page.total), (vec!["Football"], 2));
    let (listed, total) = article::list(conn, &Filter { words: "goal".into(), ..Filter::default() }, 10, 0).unwrap();
    assert_eq!((titles(&listed), total), (vec!["Football"], 1));
    for odd in [
        "",
        " ",
        "\"",
        "'",
        "a\"b",
        "trade'",
        "trade OR",
        "NOT trade",
        "NEAR(a b)",
        "title:trade",
        "tra*de",
        "^trade",
        "(trade",
        "trade & | ! <-> :*",
        "\\",
        "a\\'b",
        "%_",
        "-",
        "{trade}",
        "a:b:*",
        "\0trade",
        "日本",
        "-trade",
        "+trade",
        "*",
        "\u{301}",
        "é\u{301}'\"",
        ":A",
        "''",
        "'' ''",
        "a''",
        "@@",
        "https://a.example/?x=1&y='2'",
        "trade;DROP TABLE x",
    ] {
        article::search(conn, odd, 10, 0).unwrap_or_else(|error| panic!("{odd:?}: {error}"));
        article::list(conn, &Filter { words: odd.into(), ..Filter::default() }, 10, 0).unwrap();
    }
    article::search(conn, &"x ".repeat(100_000), 10, 0).unwrap();
}

#[test]
fn a_common_word_finds_the_newest_and_says_that_there_are_more() {
    let mut desk = desk();
    let numbered = |n: usize| ArticleInput { guid: Some(n.to_string()), ..titled(&format!("News {n}")) };
    let rows: Vec<NewArticle> = (1..=1_001).map(|n| numbered(n).check(chrono_tz::UTC).unwrap()).collect();
    desk.import("Paper", &rows);
    desk.keep("Paper", titled("Newsrooms"));
    for (query, total, is_capped, first) in [
        // As a prefix it would find the newest one, "Newsrooms".
        ("news", 1_000, true, "News 1001"),
        ("ne", 1_000, true, "Newsrooms"),
        ("newsr", 1, false, "Newsrooms"),
        ("news 7", 1, false, "News 7"),
    ] {
        let results = article::search(&mut desk.conn, query, 1, 0).unwrap();
        assert_eq!((results.total, results.is_capped), (total, is_capped), "{query}");
        assert_eq!(titles(&results.articles), [first], "{query}");
    }
}

/// List pages were cut by offset, so after a new article the next page repeated one.
#[test]
fn a_list_continues_after_an_article() {
    let mut desk = desk();
    let rows = (1..=5).map(|n| ArticleInput { guid: Some(n.to_string()), ..titled("News") });
    let ids: Vec<i64> = rows.map(|input| desk.keep("Paper", input)).collect();
    let mut after = |words: &str, after: Option<i64>| {
        let filter = Filter { words: words.into(), ..Filter::default() };
        let list = article::list_after(&mut desk.conn, &filter, after, 2).unwrap();
        list.into_iter().map(|article| article.id).collect::<Vec<_>>()
    };
    for words in ["", "news"] {
        assert_eq!(after(words, None), [ids[4], ids[3]]);
        assert_eq!(after(words, Some(ids[3])), [ids[2], ids[1]]);
        assert_eq!(after(words, Some(ids[1])), [ids[0]]);
        assert!(after(words, Some(ids[0])).is_empty() && after(words, Some(999)).is_empty());
    }
}

#[test]
fn a_changed_article_is_found_by_its_new_words_alone() {
    let mut desk = desk();
    let id = desk.keep("Paper", titled("Harvest"));
    desk.edit(id, titled("Vintage")).unwrap();
    assert_eq!(article::search(&mut desk.conn, "harvest", 9, 0).unwrap().total, 0);
    assert_eq!(article::search(&mut desk.conn, "vintage", 9, 0).unwrap().total, 1);
}

#[tokio::test]
async fn nodes_that_import_at_once_store_each_article_once() {
    let desk = desk();
    let rows = |task: usize| -> Vec<Incoming> {
        let own = |n: usize| ArticleInput { guid: Some(format!("{task}-{n}")), ..titled("News") };
        let shared = |n: usize| ArticleInput { guid: Some(format!("shared-{n}")), ..titled("Shared") };
        let rows = (0..5).flat_map(|n| [own(n), shared(n)]).map(|input| input.check(chrono_tz::UTC).unwrap());
        rows.map(Incoming::from).collect()
    };
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..4 {
        let (db, rows) = ((*desk.home).clone(), rows(task));
        tasks.spawn(async move {
            db.write(move |conn| article::import(conn, &Actor::Operator, NOW, "Paper", &rows)).await.unwrap().new
        });
    }
    assert_eq!(tasks.join_all().await.into_iter().sum::<usize>(), 4 * 5 + 5);
}
