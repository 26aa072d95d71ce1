//! The same story from several sources, and similar articles.

use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::article::{self, AtSlug, similar};
use tidings::db::Conn;

use super::{Desk, NOW, days_ago, desk, titled};

const TITLE: &str = "China confirms trade talks in Malaysia";

fn at(url: &str) -> ArticleInput {
    ArticleInput { url: Some(url.into()), ..titled(TITLE) }
}

#[test]
fn the_same_story_is_listed_once_under_the_article_that_came_first() {
    let mut desk = desk();
    let first = desk.keep("Paper", at("https://paper.example/trade"));
    let by_url =
        desk.keep("Wire", ArticleInput { title: "Talks".into(), ..at("http://www.paper.example/trade/?utm_source=w") });
    let by_title = desk.keep("Gazette", at("https://gazette.example/9"));
    let late = ArticleInput { published_at: Some(days_ago(9)), ..at("https://old.example/9") };
    let late = desk.keep("Old", late);
    for (id, story) in [(first, None), (by_url, Some(first)), (by_title, Some(first)), (late, None)] {
        assert_eq!(desk.get(id).story_id, story);
    }
    let listed = article::newest(&mut desk.conn, 9, 0).unwrap();
    assert_eq!(listed.iter().map(|article| article.id).collect::<Vec<_>>(), [first, late]);
    let folded = desk.get(by_title).slug;
    let leader = desk.get(first).slug;
    assert_eq!(desk.at(&folded), AtSlug::Moved(leader));
    assert_eq!(article::search(&mut desk.conn, "china confirms", 9, 0).unwrap().total, 2);
}

#[test]
fn a_regular_column_is_not_merged_by_its_title() {
    let mut desk = desk();
    for guid in ["1", "2"] {
        desk.keep("Paper", ArticleInput { guid: Some(guid.into()), ..titled("Five things to know this morning") });
    }
    assert_eq!(article::count_published(&mut desk.conn).unwrap(), 2);
}

/// A republished article was listed beside the one that had replaced it, and one whose leader was unpublished was on no
/// page.
#[test]
fn the_first_published_article_represents_its_story_when_others_come_and_go() {
    let mut desk = desk();
    let ids = ["Paper", "Wire", "Gazette"].map(|source| desk.keep(source, at(&format!("https://{source}.example/x"))));
    let [paper, wire, gazette] = ids;
    let steps = [
        (paper, false, [Some(wire), None, Some(wire)]),
        (paper, true, [None, Some(paper), Some(paper)]),
        (wire, false, [None, Some(paper), Some(paper)]),
        (gazette, false, [None, Some(paper), Some(paper)]),
        (paper, false, [None, Some(paper), Some(paper)]),
        (gazette, true, [Some(gazette), Some(gazette), None]),
        (wire, true, [Some(wire), None, Some(wire)]),
        (paper, true, [None, Some(paper), Some(paper)]),
    ];
    for (id, published, stories) in steps {
        let turn = if published { article::publish } else { article::unpublish };
        desk.conn.write_transaction(|conn| turn(conn, &Actor::Operator, NOW, id)).unwrap();
        assert_eq!(ids.map(|id| desk.get(id).story_id), stories, "{id} {published}");
        assert!(article::newest(&mut desk.conn, 9, 0).unwrap().len() <= 1);
    }
}

#[test]
fn a_republished_article_joins_the_story_that_another_began_meanwhile() {
    let mut desk = desk();
    let first = desk.keep("Paper", at("https://paper.example/x"));
    desk.conn.write_transaction(|conn| article::unpublish(conn, &Actor::Operator, NOW, first)).unwrap();
    let second = desk.keep("Wire", at("https://wire.example/x"));
    desk.conn.write_transaction(|conn| article::publish(conn, &Actor::Operator, NOW, first)).unwrap();
    assert_eq!([first, second].map(|id| desk.get(id).story_id), [None, Some(first)]);
}

#[test]
fn one_batch_of_several_sources_is_folded_as_if_they_came_one_by_one() {
    let mut desk = desk();
    let rows = ["Paper", "Wire", "Gazette"]
        .map(|source| ArticleInput { source: Some(source.into()), ..at(&format!("https://{source}.example/x")) });
    let imported = desk.import("", &rows.map(|row| row.check(chrono_tz::UTC).unwrap()));
    let ids: Vec<i64> = imported.articles.iter().map(|article| article.id).collect();
    let stories: Vec<Option<i64>> = ids.iter().map(|id| desk.get(*id).story_id).collect();
    assert_eq!(stories, [None, Some(ids[0]), Some(ids[0])]);
    let slugs: Vec<String> = ids.iter().map(|id| desk.get(*id).slug).collect();
    assert_eq!(slugs[1..], [format!("{}-2", slugs[0]), format!("{}-3", slugs[0])]);
}

const FIRE: [(&str, &str); 2] = [
    (
        "Six killed in tower block fire in Lagos",
        "Six people died when a fire broke out in a tower block in the Ikeja district of Lagos early on Tuesday, the fire \
         service said. The flames spread from a generator on the fourth floor.",
    ),
    (
        "Lagos: generator sets high-rise in Ikeja ablaze, six dead",
        "A generator on the fourth floor set a high-rise in Ikeja ablaze. Six residents died in the fire early on Tuesday, \
         said the fire service of Lagos.",
    ),
];

/// Two reports of one fire by two outlets, in other words, after they were compared.
fn fires(desk: &mut Desk) -> [i64; 2] {
    let report = |(title, text): (&str, &str)| ArticleInput { summary: Some(text.into()), ..titled(title) };
    let ids = [desk.keep("Paper", report(FIRE[0])), desk.keep("Wire", report(FIRE[1]))];
    compare(desk);
    ids
}

fn compare(desk: &mut Desk) {
    desk.conn.write_transaction(similar::compare_all).unwrap();
}

#[test]
fn reports_of_one_event_in_other_words_are_merged_once_they_are_compared() {
    let mut desk = desk();
    let [first, second] = fires(&mut desk);
    assert_eq!([first, second].map(|id| desk.get(id).story_id), [None, Some(first)]);
    assert_eq!(article::newest(&mut desk.conn, 9, 0).unwrap().len(), 1);
    let gazette = |guid: &str| ArticleInput {
        summary: Some(FIRE[0].1.into()),
        guid: Some(guid.into()),
        ..titled("Generator causes deadly blaze in Lagos")
    };
    let third = desk.keep("Gazette", gazette("3"));
    compare(&mut desk);
    assert_eq!(desk.get(third).story_id, Some(first));
    let own = desk.keep("Gazette", gazette("4"));
    compare(&mut desk);
    assert_eq!(desk.get(own).story_id, Some(first), "of another source than the first");
}

#[test]
fn an_article_that_an_editor_split_off_is_never_merged_again_by_the_machine() {
    let mut desk = desk();
    let [first, second] = fires(&mut desk);
    let split = |conn: &mut Conn, id| article::split(conn, &Actor::Operator, NOW, id);
    let acted = [second, second, first].map(|id| desk.conn.write_transaction(|conn| split(conn, id)).unwrap());
    assert_eq!(acted, [true, false, false], "only a merged article can be split off");
    compare(&mut desk);
    desk.edit(second, ArticleInput { summary: Some(FIRE[0].1.into()), ..titled(FIRE[0].0) }).unwrap();
    for turn in [article::unpublish, article::publish] {
        desk.conn.write_transaction(|conn| turn(conn, &Actor::Operator, NOW, second)).unwrap();
    }
    compare(&mut desk);
    assert_eq!(desk.get(second).story_id, None);
    assert_eq!(article::newest(&mut desk.conn, 9, 0).unwrap().len(), 2);
}

#[test]
fn articles_that_an_editor_merged_stay_one_story() {
    let mut desk = desk();
    let [talks, goal] = [TALKS, "Late goal decides the cup"].map(|title| desk.keep("Paper", titled(title)));
    let follower = desk.keep("Wire", titled("Late goal decides the cup in Oslo"));
    let merge = |conn: &mut Conn, id, into| article::merge(conn, &Actor::Operator, NOW, id, into);
    let mut act = |id, into| desk.conn.write_transaction(|conn| merge(conn, id, into)).unwrap();
    assert_eq!(
        [act(follower, goal), act(goal, talks), act(follower, talks), act(talks, talks)],
        [true, true, false, false]
    );
    let changed = ArticleInput { summary: Some("More".into()), ..titled("Late goal decides the cup") };
    desk.import("Paper", &[changed.check(chrono_tz::UTC).unwrap()]);
    assert_eq!([talks, goal, follower].map(|id| desk.get(id).story_id), [None, Some(talks), Some(talks)]);
    let talks = desk.get(talks);
    let others = article::others_of_story(&mut desk.conn, &talks).unwrap();
    assert_eq!(others.iter().map(|one| one.id).collect::<Vec<_>>(), [goal, follower]);
}

const TALKS: &str = "Trade talks between China and the US open in Malaysia";
const WARNING: &str = "China warns the US before trade talks in Kuala Lumpur, Malaysia";
const BANK: &str = "Central bank chief on China trade";
const HOSTS: &str = "Malaysia hosts the trade talks of China and the US";

#[test]
fn similar_news_is_about_the_same_subject() {
    let mut desk = desk();
    let mut keep =
        |title: &str, topic: &str| desk.keep("Paper", ArticleInput { topics: vec![topic.into()], ..titled(title) });
    let talks = keep(TALKS, "World");
    keep(WARNING, "World");
    keep(BANK, "Money");
    keep("Late goal decides the cup", "Sports");
    let lonely = keep("Rare orchids bloom", "World");
    assert_eq!(desk.similar(talks, 2), [WARNING, BANK]);
    assert_eq!(desk.similar(lonely, 3), [WARNING, TALKS], "the topic's others");
    assert!(desk.similar(999, 3).is_empty());
}

#[test]
fn similar_news_follows_additions_and_unpublished_articles() {
    let mut desk = desk();
    let talks = desk.keep("Paper", titled(TALKS));
    desk.keep("Paper", titled(WARNING));
    assert_eq!(desk.similar(talks, 3), [WARNING]);
    let hosts = desk.keep("Paper", titled(HOSTS));
    assert_eq!(desk.similar(talks, 3), [HOSTS, WARNING], "an older article gets a newer one");
    for (turn, expected) in
        [(article::unpublish as fn(&mut _, &_, _, _) -> _, vec![WARNING]), (article::publish, vec![HOSTS, WARNING])]
    {
        desk.conn.write_transaction(|conn| turn(conn, &Actor::Operator, NOW, hosts)).unwrap();
        assert_eq!(desk.similar(talks, 3), expected);
    }
}

#[test]
fn an_article_that_is_marked_again_while_it_is_compared_stays_due() {
    let mut desk = desk();
    let id = desk.keep("Paper", titled(TALKS));
    let comparison = similar::next(&mut desk.conn).unwrap().unwrap();
    similar::mark_due(&mut desk.conn, NOW.plus(1), &[id]).unwrap();
    similar::keep(&mut desk.conn, &comparison, &comparison.likenesses()).unwrap();
    let again = similar::next(&mut desk.conn).unwrap().unwrap();
    similar::keep(&mut desk.conn, &again, &again.likenesses()).unwrap();
    assert!(similar::next(&mut desk.conn).unwrap().is_none());
}
