//! Subscribers, articles, feeds, newsletters: listing, adding, changing, removing.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Api, Said, with_json};
use crate::support::app::NEWSLETTER;
use crate::support::feeds::{Answer, FeedServer};

#[tokio::test]
async fn the_list_of_subscribers_is_read_page_by_page() {
    let api = Api::start().await;
    let addresses: Vec<String> = (0..7).map(|n| format!("reader{n}@example.org")).collect();
    api.app.subscribe(&addresses.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let (mut seen, mut next) = (Vec::new(), json!(0));
    while !next.is_null() {
        let path = format!("/subscribers?newsletter={NEWSLETTER}&state=confirmed&limit=3&after={next}");
        let page = api.get(&path).await.expect(200);
        seen.extend(page["items"].as_array().unwrap().iter().map(|line| line["email"].as_str().unwrap().to_owned()));
        next = page["next"].clone();
    }
    assert_eq!(seen, addresses);
    let found = api.get("/subscribers?search=READER3").await.expect(200);
    assert_eq!(found["items"].as_array().unwrap().len(), 1);
    assert_eq!(api.get("/subscribers?state=pending").await.expect(200)["items"], json!([]));
    let head = api.send(api.ask(Method::HEAD, "/subscribers")).await;
    assert_eq!((head.status, head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn a_reader_added_by_a_program_is_asked_once_and_confirms() {
    let api = Api::start().await;
    let ann = json!({"email": "ann@example.org", "newsletter": NEWSLETTER, "name": "Ann"});
    let added = api.post("/subscribers", ann.clone()).await.expect(202);
    assert_eq!(added["asked"], "sent");
    let again = api.post("/subscribers", ann.clone()).await.expect(202);
    assert_eq!((&again["asked"], &again["id"]), (&json!("limited"), &added["id"]));
    let mails = api.app.mails_to("ann@example.org").await;
    assert_eq!(mails.len(), 1);
    let confirm = api.app.link(&mails[0], "/confirm/");
    assert_eq!(api.app.post(&confirm, &[]).await.status, 200);
    assert_eq!(api.post("/subscribers", ann).await.expect(202)["asked"], "confirmed");
    let person = api.get(&format!("/subscribers/{}", added["id"])).await.expect(200);
    let consents: Vec<_> =
        person["consents"].as_array().unwrap().iter().map(|c| (&c["action"], &c["source"])).collect();
    assert_eq!(consents[0], (&json!("requested"), &json!("api")));
    let bad = api.post("/subscribers", json!({"email": "nobody", "newsletter": "x", "name": "a\nb"})).await;
    for field in ["email", "newsletter", "name"] {
        bad.assert_field(422, field);
    }
}

#[tokio::test]
async fn an_article_is_stored_once_by_source_and_guid() {
    let api = Api::start().await;
    let article = |title: &str| json!({"title": title, "body_markdown": "Text.", "source": "Wire", "guid": "g1"});
    let first = api.post("/articles", article("Ferries")).await.expect(201);
    assert_eq!((&first["new"], &first["articles"][0]["outcome"]), (&json!(1), &json!("new")));
    let same = api.post("/articles", article("Ferries")).await.expect(200);
    assert_eq!((&same["unchanged"], &same["articles"][0]["id"]), (&json!(1), &first["articles"][0]["id"]));
    let changed = api.post("/articles", article("Ferries run later")).await.expect(200);
    assert_eq!((&changed["changed"], &changed["articles"][0]["id"]), (&json!(1), &first["articles"][0]["id"]));
    let listed = api.get("/articles?source=Wire").await.expect(200);
    assert_eq!(
        (listed["items"].as_array().unwrap().len(), &listed["items"][0]["title"]),
        (1, &json!("Ferries run later"))
    );
    let score = &listed["items"][0]["score"];
    let part = |name: &str| score[name].as_f64().unwrap();
    assert!((part("fresh") + part("views") + part("clicks") - part("total")).abs() < 1e-9);
}

#[tokio::test]
async fn a_bad_article_in_a_batch_does_not_affect_the_others() {
    let api = Api::start().await;
    let rows = json!([
        {"title": "One", "topics": ["Harbour"], "published_at": "2025-10-23"},
        {"title": "", "guid": "2"},
        {"title": "Three", "url": "https://example.org/3"},
        7,
    ]);
    let kept = api.post("/articles", rows).await.expect(201);
    let places: Vec<&Value> = kept["articles"].as_array().unwrap().iter().map(|article| &article["row"]).collect();
    assert_eq!((places, &kept["new"]), (vec![&json!(1), &json!(3)], &json!(2)));
    let errors: Vec<_> = kept["errors"].as_array().unwrap().iter().map(|e| (&e["row"], &e["field"])).collect();
    assert_eq!(errors, [(&json!(2), &json!("title")), (&json!(4), &Value::Null)]);
    assert_eq!(api.get("/articles?search=three").await.expect(200)["items"].as_array().unwrap().len(), 1);
    let page = api.get("/articles?limit=1").await.expect(200);
    assert_eq!((&page["items"][0]["title"], &page["next"]), (&json!("Three"), &page["items"][0]["id"]));
    let page = api.get(&format!("/articles?limit=1&after={}", page["next"])).await.expect(200);
    assert_eq!((&page["items"][0]["topics"], &page["next"]), (&json!(["Harbour"]), &Value::Null));
    api.post("/articles", json!([])).await.expect(200);
    let many: Vec<Value> = (0..501).map(|n| json!({"title": format!("{n}")})).collect();
    api.post("/articles", json!(many)).await.assert_problem(422);
}

#[tokio::test]
async fn a_feed_is_added_once_changed_and_removed() {
    let (api, server) = (Api::start().await, FeedServer::start().await);
    let rss = "<rss version='2.0'><channel><title>P</title><item><title>One</title></item></channel></rss>";
    server.set("/feed.xml", Answer::body("application/rss+xml", rss));
    server.set("/page", Answer::body("text/html", "<!doctype html><p>x"));
    api.post("/feeds", json!({"url": server.url("/page")})).await.assert_field(422, "url");
    let new = json!({"url": server.url("/feed.xml"), "topics": ["World"]});
    let feed = api.post("/feeds", new.clone()).await.expect(201);
    assert_eq!((&feed["url"], &feed["topics"], &feed["failures"]), (&new["url"], &new["topics"], &json!(0)));
    api.post("/feeds", new.clone()).await.assert_problem(409);
    let listed = api.get("/feeds").await.expect(200);
    assert_eq!((&listed["items"], &listed["next"]), (&json!([feed]), &Value::Null));
    let path = format!("/feeds/{}", feed["id"]);
    let changed = api.patch(&path, json!({"topics": ["Harbour"]})).await.expect(200);
    assert_eq!((&changed["url"], &changed["topics"]), (&new["url"], &json!(["Harbour"])));
    api.patch(&path, json!({"url": server.url("/page")})).await.assert_field(422, "url");
    server.set("/new.xml", Answer::body("application/rss+xml", rss));
    let moved = api.patch(&path, json!({"url": server.url("/new.xml")})).await.expect(200);
    assert_eq!((&moved["url"], &moved["topics"]), (&json!(server.url("/new.xml")), &json!(["Harbour"])));
    api.patch("/feeds/77", json!({})).await.assert_problem(404);
    let remove = || api.send(api.ask(Method::DELETE, &format!("/feeds/{}", feed["id"])));
    let gone = remove().await;
    assert_eq!((gone.status, gone.text.as_str()), (204, ""));
    remove().await.assert_problem(404);
}

#[tokio::test]
async fn an_administrator_adds_and_changes_a_newsletter() {
    let api = Api::start().await;
    let send = |method: Method, path: &str, body: &Value| {
        api.send(with_json(api.bare(method, path).bearer_auth(&api.admin), body))
    };
    let new =
        json!({"slug": "evening", "name": "Evening", "sender": "news@example.org", "contact": "desk@example.org"});
    let said: Said = send(Method::POST, "/newsletters", &new).await;
    let made = said.expect(201);
    assert_eq!((&made["topics"], &made["article_count"], &made["window_days"]), (&Value::Null, &json!(10), &json!(7)));
    send(Method::POST, "/newsletters", &new).await.assert_problem(409);
    let mut wrong = new.clone();
    wrong["slug"] = "Not A Slug".into();
    send(Method::POST, "/newsletters", &wrong).await.assert_field(422, "slug");
    let change = json!({"name": "Evening Tide", "topics": ["World"], "embed_origins": ["https://a.example"]});
    let changed = send(Method::PATCH, "/newsletters/evening", &change).await.expect(200);
    for field in ["name", "topics", "embed_origins"] {
        assert_eq!(changed[field], change[field], "{field}");
    }
    assert_eq!((&changed["sender"], &changed["sender_name"]), (&json!("news@example.org"), &json!("Evening")));
    // What is null is the default again; what is left out stays.
    let back = json!({"topics": null, "sender_name": null});
    let changed = send(Method::PATCH, "/newsletters/evening", &back).await.expect(200);
    assert_eq!((&changed["topics"], &changed["sender_name"]), (&Value::Null, &json!("Evening Tide")));
    assert_eq!(changed["embed_origins"], change["embed_origins"]);
    let wrong = json!({"name": null, "article_count": "many", "colour": "red", "slug": "tide"});
    send(Method::PATCH, "/newsletters/evening", &wrong).await.assert_field(422, "slug");
    let wrong = json!({"name": null, "article_count": "many", "colour": "red"});
    let said: Said = send(Method::PATCH, "/newsletters/evening", &wrong).await;
    for field in ["name", "article_count", "colour"] {
        said.assert_field(422, field);
    }
    for (field, value) in [("language", json!("xx")), ("time_zone", json!("Mars/Base")), ("sender", json!("nobody"))] {
        send(Method::PATCH, "/newsletters/evening", &json!({ field: value })).await.assert_field(422, field);
    }
    send(Method::PATCH, "/newsletters/nothing", &json!({})).await.assert_problem(404);
    let slugs = api.get("/newsletters").await.expect(200);
    assert_eq!((&slugs["items"][0]["slug"], &slugs["items"][1]["slug"]), (&json!(NEWSLETTER), &json!("evening")));
}
