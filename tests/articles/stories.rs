//! One story of several sources, and articles about the same matter.

use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::article::{self, AtSlug};

use super::{NOW, days_ago, desk, titled, titles};

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
    assert_eq!(article::search(&mut desk.conn, "china confirms", 9, 0).unwrap().1, 2);
}

#[test]
fn a_papers_own_column_is_not_folded_by_its_title() {
    let mut desk = desk();
    for guid in ["1", "2"] {
        desk.keep("Paper", ArticleInput { guid: Some(guid.into()), ..titled("Five things to know this morning") });
    }
    assert_eq!(article::count_published(&mut desk.conn).unwrap(), 2);
}

/// An article that came back stood beside the one that had taken its place, and one whose leader had gone was on no page.
#[test]
fn the_first_published_article_stands_for_the_story_whoever_goes_and_comes_back() {
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
fn an_article_that_comes_back_joins_the_story_that_another_told_meanwhile() {
    let mut desk = desk();
    let first = desk.keep("Paper", at("https://paper.example/x"));
    desk.conn.write_transaction(|conn| article::unpublish(conn, &Actor::Operator, NOW, first)).unwrap();
    let second = desk.keep("Wire", at("https://wire.example/x"));
    desk.conn.write_transaction(|conn| article::publish(conn, &Actor::Operator, NOW, first)).unwrap();
    assert_eq!([first, second].map(|id| desk.get(id).story_id), [None, Some(first)]);
}

#[test]
fn similar_news_are_about_the_same_matter() {
    let mut desk = desk();
    let mut keep =
        |title: &str, topic: &str| desk.keep("Paper", ArticleInput { topics: vec![topic.into()], ..titled(title) });
    let talks = keep("Trade talks between China and the US open in Malaysia", "World");
    keep("China warns the US before trade talks in Kuala Lumpur, Malaysia", "World");
    keep("Central bank chief on China trade", "Money");
    keep("Late goal decides the cup", "Sports");
    let lonely = keep("Rare orchids bloom", "World");
    let hidden = keep("Malaysia hosts the trade talks of China and the US", "World");
    desk.conn.write_transaction(|conn| article::unpublish(conn, &Actor::Operator, NOW, hidden)).unwrap();
    let similar = article::similar(&mut desk.conn, talks, 2).unwrap();
    assert_eq!(
        titles(&similar),
        ["China warns the US before trade talks in Kuala Lumpur, Malaysia", "Central bank chief on China trade"]
    );
    let similar = article::similar(&mut desk.conn, lonely, 3).unwrap();
    assert_eq!(similar.len(), 2, "the topic's others: {:?}", titles(&similar));
    assert!(article::similar(&mut desk.conn, 999, 3).unwrap().is_empty());
}
