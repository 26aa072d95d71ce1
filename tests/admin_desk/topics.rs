//! Topics: renamed, merged and removed.

use tidings::actor::Actor;
use tidings::clock::HOUR;
use tidings::newsletter::{self, Input};

use super::{Desk, id_of};
use crate::support::app::morning_tide;

async fn topic(desk: &Desk, slug: &'static str) -> Option<newsletter::Topic> {
    desk.app.read(move |conn| newsletter::topic_by_slug(conn, slug)).await
}

async fn articles_of(desk: &Desk, slug: &str) -> usize {
    desk.app.get(&format!("/topics/{slug}")).await.body.matches("<article").count()
}

#[tokio::test]
async fn a_topic_gets_another_name_and_keeps_its_address() {
    let desk = Desk::open().await;
    desk.app.article("Ferries", &["Harbour", "Energy"], HOUR).await;
    let id = topic(&desk, "harbour").await.unwrap().id;
    let path = format!("/admin/topics/{id}");
    let list = desk.page("/admin/topics").await;
    assert!(list.contains("Harbour") && list.contains("/topics/harbour") && !list.contains("/remove\""), "{list}");
    assert!(desk.does(&path, &[("name", "The Docks")]).await.ends_with("?done=saved"));
    let page = desk.app.get("/topics/harbour").await;
    assert!(page.status == 200 && page.body.contains("The Docks"), "{}", page.body);
    let led = desk.app.get("/topics/the-docks").await;
    assert_eq!((led.status, led.location()), (301, "/topics/harbour"));
    // Both names in a feed mean the same topic.
    desk.app.article("Cranes", &["Harbour", "The Docks"], HOUR).await;
    assert_eq!(desk.app.read(newsletter::topics).await.len(), 2);
    for (name, says) in
        [(" ", "Fill in this field."), ("Energy", "once had, this name"), ("energy!", "once had, this name")]
    {
        assert!(desk.is_refused(&path, &[("name", name)]).await.contains(says), "{name}");
    }
    assert!(desk.does(&path, &[("name", "Harbour")]).await.ends_with("?done=saved"), "back to its own name");
    assert_eq!(desk.log().await.iter().filter(|line| *line == "topic.rename").count(), 2);
    assert_eq!(desk.get("/admin/topics/99").await.status, 404);
}

#[tokio::test]
async fn merging_a_topic_moves_everything_that_it_has() {
    let desk = Desk::open().await;
    desk.app.article("Ferries", &["Harbour", "Port"], HOUR).await;
    desk.app.article("Cranes", &["Port"], HOUR).await;
    let (into, from) = (topic(&desk, "harbour").await.unwrap().id, topic(&desk, "port").await.unwrap().id);
    let (newsletter, now) = (desk.app.newsletter, desk.app.now());
    let input = Input { topics: Some(vec!["Port".to_owned()]), ..morning_tide() };
    desk.app
        .app
        .db
        .write(move |conn| newsletter::change(conn, &Actor::Operator, now, newsletter, input))
        .await
        .unwrap();
    let path = format!("/admin/topics/{from}");
    assert!(desk.page(&format!("{path}/merge")).await.contains("This can’t be undone."));
    for nobody in ["", "x", "99", &from.to_string()] {
        let again = desk.does(&format!("{path}/merge"), &[("into", nobody)]).await;
        assert!(desk.page(&again).await.contains("Choose the topic to keep."), "{nobody}");
    }
    let merged = desk.does(&format!("{path}/merge"), &[("into", &into.to_string())]).await;
    assert_eq!(id_of(&merged), into);
    assert!(desk.page(&merged).await.contains("Used by 2 articles, 0 feeds and 1 newsletter."), "{merged}");
    assert_eq!(articles_of(&desk, "harbour").await, 2);
    assert_eq!(desk.app.get("/topics/port").await.location(), "/topics/harbour");
    let chosen = desk
        .app
        .read(move |conn| {
            let edition = newsletter::first_edition(conn, newsletter)?;
            newsletter::edition_topics(conn, &edition)
        })
        .await;
    assert_eq!(chosen.unwrap().iter().map(|topic| topic.id).collect::<Vec<_>>(), [into]);
    desk.app.article("Tugs", &["Port"], HOUR).await;
    let led = ("port".to_owned(), "Harbour".to_owned());
    assert!(desk.app.read(newsletter::topic_slugs).await.contains(&led), "what a feed calls so");
    assert_eq!(articles_of(&desk, "harbour").await, 3);
    assert_eq!(desk.get(&path).await.status, 404);
    assert_eq!(desk.log().await.iter().filter(|line| *line == "topic.merge").count(), 1);
}

#[tokio::test]
async fn only_a_topic_that_nothing_uses_is_removed() {
    let desk = Desk::open().await;
    desk.app.article("Ferries", &["Harbour"], HOUR).await;
    let idle = desk.app.write(|conn| newsletter::ensure_topic(conn, "Idle")).await;
    let used = topic(&desk, "harbour").await.unwrap().id;
    assert!(desk.does(&format!("/admin/topics/{used}/remove"), &[]).await.ends_with("?error=topic-used"));
    assert!(desk.page("/admin/topics").await.contains(&format!("/admin/topics/{idle}/remove\"")));
    assert!(desk.does(&format!("/admin/topics/{idle}/remove"), &[]).await.ends_with("?done=topic-removed"));
    assert!(topic(&desk, "idle").await.is_none());
    assert_eq!(desk.log().await[0], "topic.remove");
}
