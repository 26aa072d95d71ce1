//! Articles: scores in their parts, and writing.

use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::article::signal::{Seen, Who};
use tidings::article::{self, ArticleError, AtSlug, score::SignalKind};
use tidings::clock::{DAY, HOUR};
use tidings::db::Conn;

use super::{Desk, id_of};

const BODY: &str = "# Boats\r\n\r\nThey *run* late. <script>alert(1)</script>";

/// The numbers of a row: fresh, views, clicks and the score.
fn scores(page: &str) -> Vec<Vec<f64>> {
    let rows = page.split("<tr ").skip(2);
    let numbers = |row: &str| {
        let cells = row.split("class=\"num\"><div>").skip(1);
        cells.map(|cell| cell.split('<').next().unwrap().trim().parse().unwrap()).collect()
    };
    rows.map(numbers).collect()
}

#[tokio::test]
async fn the_parts_of_a_score_add_up_to_what_the_list_is_sorted_by() {
    let desk = Desk::open().await;
    for (title, age) in [("Ferries", 3), ("Pool", 40), ("Sails", 90)] {
        desk.app.article(title, &["Harbour"], age * HOUR).await;
    }
    let (ids, now, random) = ([1, 2, 3], desk.app.now(), desk.app.app.random.clone());
    let seen = |article: i64, kind, number: u8| Seen {
        article,
        kind,
        who: Who::visitor([198, 51, number, 7].into(), "A reader"),
        at: now.plus(-HOUR),
    };
    let mut all: Vec<Seen> = (0..7).map(|number| seen(ids[2], SignalKind::View, number)).collect();
    all.extend((0..5).map(|number| seen(ids[2], SignalKind::Click, number)));
    all.push(seen(ids[1], SignalKind::View, 9));
    desk.app.write(move |conn| article::store_signals(conn, &random, &all)).await;
    let page = desk.page("/admin/articles").await;
    let rows = scores(&page);
    assert_eq!(rows.len(), 3, "{page}");
    for row in &rows {
        assert!((row[0] + row[1] + row[2] - row[3]).abs() < 1e-9, "{row:?}");
    }
    assert!(rows.is_sorted_by(|a, b| a[3] >= b[3]), "{rows:?}");
    assert!(page.find("Sails").unwrap() < page.find("Pool").unwrap(), "what readers like goes first");
    let newest = desk.page("/admin/articles?order=newest").await;
    assert!(newest.find("Ferries").unwrap() < newest.find("Sails").unwrap());
    assert_eq!(scores(&desk.page("/admin/articles?q=pool").await).len(), 1);
    assert_eq!(scores(&desk.page("/admin/articles?topic=harbour").await).len(), 3);
    assert_eq!(scores(&desk.page("/admin/articles?page=2").await).len(), 0);
}

#[tokio::test]
async fn a_form_that_is_too_large_is_refused_with_a_message() {
    let desk = Desk::open().await;
    let long = "x".repeat(10_000_000);
    let answer = desk.post("/admin/articles/new", &[("title", "Boats"), ("body", &long)]).await;
    assert_eq!(answer.status, 413);
    assert!(answer.body.contains("larger than we accept"), "{}", answer.body);
}

#[tokio::test]
async fn an_image_of_the_body_is_not_repeated_above_it() {
    let desk = Desk::open().await;
    let picture = "![](https://img.example/boat.jpg)";
    let body = format!("Boats.\n\n{picture}");
    for (title, image, times) in [("One", "", 1), ("Two", "https://img.example/quay.jpg", 2)] {
        let fields = [("title", title), ("body", &body), ("image", image), ("topics", ""), ("summary", "")];
        desk.does("/admin/articles/new", &fields).await;
        let page = desk.app.get(&format!("/articles/{}", title.to_lowercase())).await.body;
        assert_eq!(page.matches("<img ").count(), times, "{title}: {page}");
    }
}

#[tokio::test]
async fn an_article_is_written_previewed_changed_and_unpublished() {
    let desk = Desk::open().await;
    let fields = [("title", "Night ferries return"), ("body", BODY), ("topics", "Harbour, Energy"), ("summary", "")];
    let preview = desk.post("/admin/articles/preview", &fields).await;
    assert_eq!(preview.status, 200);
    assert!(preview.body.contains("<em>run</em>") && !preview.body.contains("<script>alert"), "{}", preview.body);
    assert!(preview.body.contains("action=\"/admin/articles/new\""), "the form is there to go on with");
    assert_eq!(desk.app.read(article::count_published).await, 0, "a preview keeps nothing");
    let id = id_of(&desk.does("/admin/articles/new", &fields).await);
    let written = desk.app.read(move |conn| article::by_id(conn, id)).await.unwrap();
    assert_eq!((written.slug.as_str(), written.topics.len()), ("night-ferries-return", 2));
    let path = format!("/admin/articles/{id}");
    let page = desk.page(&path).await;
    assert!(page.contains("They *run* late.") && page.contains("Score now: 10.00"), "{page}");
    let changed = [("title", "Night ferries"), ("body", "Early."), ("published_at", "2025-01-02T03:04")];
    assert!(desk.does(&path, &changed).await.ends_with("?done=saved"));
    let kept = desk.app.read(move |conn| article::by_id(conn, id)).await.unwrap();
    assert_eq!(
        (kept.title.as_str(), kept.published_at.to_string().as_str()),
        ("Night ferries", "2025-01-02T03:04:00Z")
    );
    assert_eq!(desk.does(&format!("{path}/unpublish"), &[]).await, format!("{path}/unpublish"), "it is asked first");
    assert!(desk.page(&format!("{path}/unpublish")).await.contains("Unpublish &#34;Night ferries&#34;?"));
    assert_eq!(desk.app.read(article::count_published).await, 1);
    assert!(desk.does(&format!("{path}/unpublish"), &[("sure", "yes")]).await.ends_with("?done=unpublished"));
    let gone = desk.app.read(|conn| article::by_slug(conn, "night-ferries")).await;
    assert_eq!(gone, AtSlug::Gone);
    assert!(desk.page("/admin/articles").await.contains("Unpublished"));
    assert!(desk.does(&format!("{path}/publish"), &[]).await.ends_with("?done=published"));
    assert_eq!(desk.app.read(article::count_published).await, 1);
    let log = ["article.publish", "article.unpublish", "article.change", "article.add"];
    assert_eq!(desk.log().await[..4], log);
}

#[tokio::test]
async fn a_draft_is_public_once_it_is_published_and_a_scheduled_article_at_its_date() {
    let desk = Desk::open().await;
    let mut fields = vec![("title", "Night ferries"), ("body", "They run."), ("topics", "Harbour"), ("summary", "")];
    let id = id_of(&desk.does("/admin/articles/draft", &fields).await);
    let path = format!("/admin/articles/{id}");
    assert_eq!(desk.app.get("/articles/night-ferries").await.status, 404);
    assert!(!desk.app.get("/search?q=ferries").await.body.contains("Night ferries"));
    assert!(desk.page(&path).await.contains("A draft, which only editors can see."));
    fields.extend([("state", "draft"), ("published_at", "2100-01-02T03:04")]);
    assert!(desk.does(&path, &fields).await.ends_with("?done=saved"));
    for (action, key) in
        [("publish", "article-scheduled"), ("unpublish", "kept-back"), ("publish", "article-scheduled")]
    {
        let to = desk.does(&format!("{path}/{action}"), &[]).await;
        assert!(to.ends_with(&format!("?done={key}")), "{to}");
    }
    assert!(desk.page("/admin/articles").await.contains("Scheduled"));
    let scheduled = desk.app.read(move |conn| article::by_id(conn, id)).await.unwrap();
    let date = scheduled.published_at;
    for (now, count) in [(date.plus(-1), 0), (date, 1), (date, 0)] {
        let published = desk.app.app.db.write(move |conn| article::publish_due(conn, now)).await.unwrap();
        assert_eq!(published, count);
    }
    assert_eq!(desk.app.get("/articles/night-ferries").await.status, 200);
    let published = desk.app.read(move |conn| article::by_id(conn, id)).await.unwrap();
    assert_eq!((published.published_at, published.explain(date).fresh.round()), (date, 10.0));
    let log = [
        "article.publish",
        "article.schedule",
        "article.unschedule",
        "article.schedule",
        "article.change",
        "article.add",
    ];
    assert_eq!(desk.log().await[..6], log);
    let ahead = [
        ("title", "Night ferries"),
        ("body", "They run."),
        ("state", "published"),
        ("published_at", "2100-01-02T03:04"),
    ];
    assert!(desk.is_refused(&path, &ahead).await.contains("This time is in the future"));
}

/// The time of publication was that of the first draft, so that a text which waited for a week was old news at once.
#[tokio::test]
async fn a_draft_is_as_fresh_as_its_publication() {
    let desk = Desk::open().await;
    let now = desk.app.app.clock.now();
    let last_week = now.plus(-7 * DAY);
    let work = move |conn: &mut Conn| {
        let input = ArticleInput { title: "Night ferries".into(), ..ArticleInput::default() };
        let article = input.check(chrono_tz::UTC).map_err(|_| ArticleError::Missing)?;
        let id = article::add(conn, &Actor::Operator, last_week, "Paper", &article, true)?;
        article::publish(conn, &Actor::Operator, now, id)?;
        Ok::<_, ArticleError>(id)
    };
    let id = desk.app.app.db.write(work).await.unwrap();
    let published = desk.app.read(move |conn| article::by_id(conn, id)).await.unwrap();
    assert_eq!((published.published_at, published.explain(now).fresh.round()), (now, 10.0));
}

#[tokio::test]
async fn an_error_in_an_article_is_shown_at_its_field() {
    let desk = Desk::open().await;
    let good = [("title", "T"), ("body", "x"), ("url", ""), ("published_at", ""), ("image", "")];
    for (field, value, says) in [
        ("title", " ", "An article needs a title."),
        ("url", "example.org", "complete web address"),
        ("published_at", "tomorrow", "Enter a time"),
        ("image", "data:x", "complete web address"),
    ] {
        let mut fields = good;
        fields.iter_mut().filter(|(name, _)| *name == field).for_each(|(_, kept)| *kept = value);
        for path in ["/admin/articles/new", "/admin/articles/preview"] {
            let page = desk.is_refused(path, &fields).await;
            assert!(page.contains(says), "{field}: {page}");
        }
    }
    desk.does("/admin/articles/new", &[("title", "T"), ("url", "https://example.org/t"), ("body", "x")]).await;
    let twice = [("title", "U"), ("url", "https://example.org/t"), ("body", "x")];
    assert!(desk.is_refused("/admin/articles/new", &twice).await.contains("There is already an article"));
}

#[tokio::test]
async fn an_article_that_came_as_html_stays_html_when_an_editor_changes_it() {
    let desk = Desk::open().await;
    let input = article::import::ArticleInput {
        title: "From elsewhere".to_owned(),
        body_html: Some("<p>One <b>two</b></p>".to_owned()),
        ..Default::default()
    };
    let id = desk.app.import(vec![input]).await[0];
    let path = format!("/admin/articles/{id}");
    let page = desk.page(&path).await;
    assert!(page.contains("name=\"format\" value=\"html\"") && page.contains("&#60;b&#62;two"), "{page}");
    desk.does(&path, &[("title", "From elsewhere"), ("format", "html"), ("body", "<p>One <b>three</b></p>")]).await;
    let text = desk.app.read(move |conn| article::text(conn, id)).await.unwrap();
    assert_eq!((text.body.as_str(), text.markdown), ("<p>One <b>three</b></p>", None));
}

/// Two editors overwrote each other, and a form from before a new sign-in lost its text.
#[tokio::test]
async fn a_change_by_somebody_else_is_shown_and_not_overwritten() {
    let desk = Desk::open().await;
    let id = id_of(&desk.does("/admin/articles/new", &[("title", "Ferries"), ("body", "First.")]).await);
    let path = format!("/admin/articles/{id}");
    let seen = |page: &str| page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let old = seen(&desk.page(&path).await);
    desk.does(&path, &[("title", "Ferries"), ("body", "Theirs."), ("seen", &old)]).await;
    let mine = [("title", "Boats"), ("body", "Mine."), ("seen", old.as_str())];
    let refused = desk.post(&path, &mine).await;
    assert_eq!(refused.status, 409);
    for part in ["Somebody else changed this article", "Mine.", "Theirs.", "value=\"Boats\"", "data-keep=unsaved"] {
        assert!(refused.body.contains(part), "{part} is not in {}", refused.body);
    }
    let now = seen(&refused.body);
    desk.does(&path, &[("title", "Boats"), ("body", "Mine."), ("seen", &now)]).await;
    let stale = Desk { csrf: "junk".to_owned(), ..desk };
    let refused = stale.post(&path, &[("title", "Boats"), ("body", "Typed long.")]).await;
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("Typed long.") && refused.body.contains("signed in again"), "{}", refused.body);
}

#[tokio::test]
async fn merged_articles_are_listed_on_their_pages_and_split_or_merged_there() {
    let desk = Desk::open().await;
    let input = |source: &str, title: &str| article::import::ArticleInput {
        title: title.to_owned(),
        source: Some(source.to_owned()),
        ..Default::default()
    };
    let title = "China confirms trade talks in Malaysia";
    let ids =
        desk.app.import(vec![input("Ledger", title), input("Wire", title), input("Wire", "Talks on trade")]).await;
    let [leader, merged, other] = ids[..] else { panic!("{ids:?}") };
    let of = |id: i64| format!("/admin/articles/{id}");
    let page = desk.page(&of(leader)).await;
    for part in ["The same story", &format!("{}/split", of(merged)), &format!("{}/merge/{other}", of(leader))] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(desk.page(&of(merged)).await.contains(&format!("{}/split", of(merged))));
    let to = desk.does(&format!("{}/split", of(merged)), &[]).await;
    assert!(desk.page(&to).await.contains("not merged again"));
    assert!(!desk.page(&of(leader)).await.contains("The same story"));
    let to = desk.does(&format!("{}/merge/{other}", of(leader)), &[]).await;
    assert!(desk.page(&to).await.contains("Split off"));
    let again = desk.does(&format!("{}/merge/{other}", of(leader)), &[]).await;
    assert!(desk.page(&again).await.contains("Nothing was done"));
    assert!(desk.page("/admin/audit").await.contains("Split an article off a story"));
}
