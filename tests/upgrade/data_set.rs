//! A small database with rows in every table, filled through pages, forms and the API.

use std::time::{Duration, Instant};

use reqwest::Method;
use serde_json::{Value, json};
use tidings::actor::{Actor, Role};
use tidings::clock::{Clock, DAY, HOUR, MINUTE};
use tidings::contact::{self, NewEnquiry};
use tidings::db::Conn;
use tidings::digest::run;
use tidings::email_address::EmailAddress;
use tidings::mail::RelayAddress;
use tidings::site::{self, Site};
use tidings::subscriber::import::{self, Import, Reading, Standing};
use tidings::token::{Purpose, Random};
use tidings::{newsletter, subscriber};

use crate::admin_desk::{Desk, id_of};
use crate::api::{key, solve, with_json};
use crate::support::app::{NEWSLETTER, Options, TestApp};
use crate::support::database::OpenDatabase;
use crate::support::feeds::{Answer, FeedServer};
use crate::support::sink::{Script, Sink};

/// A confirmed reader of the first newsletter who got its digest.
pub const READER: &str = "ann@example.org";

/// The second newsletter. The sink answers for its readers by their local part.
const EVENING: &str = "evening";
const LEAVER: &str = "tempfail-leaver@example.org";
const TROUBLED: [&str; 5] =
    ["good@example.org", "tempfail@example.org", LEAVER, "permfail@example.org", "drop@example.org"];

const RSS: &str = "<rss version=\"2.0\"><channel><title>Quayside Wire</title>\
    <item><guid>1</guid><title>Cranes move west</title><description>Two of them.</description></item></channel></rss>";

const PATIENCE: Duration = Duration::from_mins(1);

/// An administrator at the desk and a program with a key.
struct House {
    desk: Desk,
    key: String,
}

impl House {
    async fn of(app: TestApp) -> Self {
        let key = key(&app, Role::Admin).await.1;
        Self { desk: Desk::of(app, Role::Admin).await, key }
    }

    /// Calls the API; the document of the answer.
    async fn call(&self, method: Method, path: &str, body: Value) -> Value {
        let request = self.desk.app.request(method, &format!("/api/v1{path}")).bearer_auth(&self.key);
        let request = if body.is_null() { request } else { with_json(request, &body) };
        let answer = self.desk.app.send(request).await;
        assert!((200..300).contains(&answer.status), "{path}: {}", answer.body);
        serde_json::from_str(&answer.body).unwrap_or_default()
    }

    async fn post(&self, path: &str, body: Value) -> Value {
        self.call(Method::POST, path, body).await
    }

    /// A draft of this newsletter's next digest; its path in the API.
    async fn compose(&self, newsletter: &str, subject: &str) -> String {
        let digest = self.post("/digests", json!({"newsletter": newsletter, "subject": subject})).await;
        format!("/digests/{}", digest["id"])
    }

    /// Signs up by the form.
    async fn ask(&self, address: &str, newsletter: &str) {
        let fields = [("email", address), ("name", "A Reader"), ("newsletter", newsletter)];
        assert_eq!(self.desk.app.post("/subscribe", &fields).await.status, 303, "{address}");
    }

    /// Signs up and confirms.
    async fn subscribe(&self, address: &str, newsletter: &str) {
        self.ask(address, newsletter).await;
        let mails = self.desk.app.mails_to(address).await;
        let confirm = self.desk.app.link(mails.last().unwrap(), "/confirm/");
        assert_eq!(self.desk.app.post(&confirm, &[]).await.status, 200, "{address}");
    }

    /// A link of the newest mail to this address that has one.
    async fn link(&self, address: &str, begins: &str) -> String {
        let mails = self.desk.app.mails_to(address).await;
        let mail = mails.iter().rev().find(|mail| mail.text.contains(begins)).unwrap();
        self.desk.app.link(mail, begins)
    }

    /// Waits until a digest fulfils a condition.
    async fn until(&self, path: &str, done: impl Fn(&Value) -> bool) {
        let began = Instant::now();
        loop {
            let digest = self.call(Method::GET, path, Value::Null).await;
            if done(&digest) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "{digest}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// Imports a file for the first newsletter.
async fn import(app: &TestApp, file: &'static str) {
    let id = app.newsletter;
    let import = Import {
        actor: Actor::Operator,
        newsletter: app.read(move |conn| newsletter::by_id(conn, id)).await.unwrap(),
        highest: Standing::CONFIRMED,
        reading: Reading::default(),
        is_trial: false,
        served: true,
        random: Random::System,
    };
    import::run(&app.app.db, &Clock::System, import, file.as_bytes(), |_| ()).await.unwrap();
}

/// Fills a new database. Nothing runs on it afterwards.
pub async fn fill() -> OpenDatabase {
    let house = House::of(TestApp::start().await).await;
    newsroom(&house).await;
    readers(&house).await;
    visitors(&house).await;
    staff(&house).await;
    digests_that_arrive(&house).await;
    schedule(&house).await;
    let leave = house.link(LEAVER, "/unsubscribe/").await;
    let database = digests_that_do_not(house.desk.app.stop(), &leave).await;
    what_waits(&database).await;
    database
}

/// A schedule whose next time has come, with too few articles for a digest.
async fn schedule(house: &House) {
    let settings = json!({"schedule": "daily 00:00", "lead_minutes": 2880, "least_articles": 50});
    house.call(Method::PATCH, &format!("/newsletters/{NEWSLETTER}"), settings).await;
    let began = Instant::now();
    while house.desk.app.read(run::latest).await.is_none() {
        assert!(began.elapsed() < PATIENCE, "the time of the schedule does not come");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    house.call(Method::PATCH, &format!("/newsletters/{NEWSLETTER}"), json!({"schedule": ""})).await;
}

/// Site, newsletters, articles, topics, a feed.
async fn newsroom(house: &House) {
    let desk = &house.desk;
    let now = desk.app.now();
    let site = Site {
        name: "The Harbour Ledger".to_owned(),
        tagline: "News of Silver Harbour".to_owned(),
        time_zone: chrono_tz::Europe::Berlin,
        privacy: "We keep your address.".to_owned(),
        imprint: "4 Rope Lane".to_owned(),
    };
    desk.app.write(move |conn| site::change(conn, &Actor::Operator, now, &site)).await;
    let evening = json!({
        "slug": EVENING, "name": "The Evening Tide", "sender": "evening@ledger.example",
        "contact": "desk@ledger.example", "postal_address": "4 Rope Lane", "embed_origins": ["https://www.example.org"],
    });
    house.post("/newsletters", evening).await;
    let closed =
        json!({"slug": "old", "name": "Old", "sender": "old@ledger.example", "contact": "desk@ledger.example"});
    house.post("/newsletters", closed).await;
    desk.does("/admin/newsletters/3/close", &[("sure", "yes")]).await;
    let article = |title: &str, topics: &[&str], source: &str| {
        let body = format!("{title}. The *ferry* is late.");
        json!({"title": title, "topics": topics, "source": source, "guid": title, "summary": title, "body_markdown": body,
            "url": format!("https://{source}.example/{}", title.replace(' ', "-")), "image": "https://img.example/a.jpg"})
    };
    let articles = json!([
        article("Night ferries return", &["Harbour", "Ferries"], "ledger"),
        article("Night ferries return", &["Harbour"], "wire"),
        article("The pool opens", &["Town"], "ledger"),
        article("Sails in the bay", &["Harbour", "Port"], "ledger"),
    ]);
    house.post("/articles", articles).await;
    house.call(Method::PATCH, &format!("/newsletters/{EVENING}"), json!({"topics": ["Harbour"]})).await;
    let topic = async |slug: &str| {
        let slug = slug.to_owned();
        let topics = desk.app.read(tidings::article::topic::list).await;
        topics.into_iter().find(|(topic, _)| topic.slug == slug).unwrap().0.id
    };
    desk.does(&format!("/admin/topics/{}", topic("town").await), &[("name", "The Town")]).await;
    let (port, harbour) = (topic("port").await, topic("harbour").await);
    desk.does(&format!("/admin/topics/{port}/merge"), &[("into", &harbour.to_string()), ("sure", "yes")]).await;
    let written = id_of(&desk.does("/admin/articles/new", &[("title", "By hand"), ("body", "Written here.")]).await);
    let path = format!("/admin/articles/{written}");
    let text =
        "Written here, and long enough that one can tell its language: the ferries are late, and nobody knows why.";
    desk.does(&path, &[("title", "Under another title"), ("body", text)]).await;
    desk.does(&format!("{path}/unpublish"), &[("sure", "yes")]).await;
    desk.does("/admin/articles/3/merge/4", &[]).await;
    let server = FeedServer::start().await;
    server.set("/feed.xml", Answer::body("application/rss+xml", RSS).with_etag("\"1\""));
    desk.does("/admin/feeds", &[("url", &server.url("/feed.xml")), ("topics", "Harbour")]).await;
    for page in ["/articles/night-ferries-return", "/articles/the-pool-opens"] {
        let visit = desk.app.request(Method::GET, page).header("user-agent", "Mozilla/5.0 (X11) Firefox/140.0");
        assert_eq!(desk.app.send(visit).await.status, 200);
    }
    desk.app.flush_signals().await;
}

/// Readers of every state, suppressions, an erased person.
async fn readers(house: &House) {
    let desk = &house.desk;
    for address in [READER, "ben@example.org", "cora@example.org", "dora@example.org"] {
        house.subscribe(address, NEWSLETTER).await;
    }
    for address in TROUBLED {
        house.subscribe(address, EVENING).await;
    }
    import(&desk.app, "email,state\nimported@example.org,unsubscribed\n").await;
    house.ask("pending@example.org", NEWSLETTER).await;
    let leave = house.link("ben@example.org", "/unsubscribe/").await;
    assert_eq!(desk.app.post(&leave, &[]).await.status, 200);
    for address in ["cora@example.org", "dora@example.org"] {
        assert_eq!(desk.app.post("/preferences", &[("email", address)]).await.status, 303);
    }
    let cora = house.link("cora@example.org", "/preferences/").await;
    let until = desk.app.now().plus(30 * DAY).to_utc().format("%Y-%m-%d").to_string();
    let pause = [("newsletter", NEWSLETTER), ("change", "pause"), ("paused_until", until.as_str())];
    assert_eq!(desk.app.post(&format!("{cora}/subscription"), &pause).await.status, 303);
    let dora = fresh(&desk.app, &house.link("dora@example.org", "/preferences/").await);
    assert_eq!(desk.app.post(&format!("{dora}/erase"), &[("sure", "yes")]).await.status, 200);
    desk.does("/admin/suppressions", &[("email", "nobody@example.org"), ("reason", "request")]).await;
}

/// The link to the preferences that would be mailed now to the person of a link.
fn fresh(app: &TestApp, link: &str) -> String {
    let token = link.trim_start_matches("/preferences/");
    let [subscriber, _] = app.app.keys.verify(Purpose::Preferences, token).unwrap();
    format!("/preferences/{}", app.app.keys.sign(Purpose::Preferences, &[subscriber, app.now().0 / MINUTE]))
}

/// Enquiries of every state, a solved challenge, an answer that is kept for a repeated request.
async fn visitors(house: &House) {
    let desk = &house.desk;
    for subject in ["Open", "Answered", "Closed"] {
        let fields = [("email", "eve@example.org"), ("name", "Eve"), ("subject", subject), ("message", "When?")];
        assert_eq!(desk.app.post("/contact", &fields).await.status, 303);
    }
    desk.does("/admin/enquiries/2", &[("answer", "At nine.")]).await;
    desk.does("/admin/enquiries/3/close", &[]).await;
    let challenge = house.call(Method::GET, "/challenge", Value::Null).await;
    let solution = tokio::task::spawn_blocking(move || solve(&challenge)).await.unwrap();
    let now = desk.app.now();
    let solved = desk.app.app.challenges.verify(&solution, now).unwrap();
    assert!(desk.app.write(move |conn| tidings::guard::challenge::spend(conn, &solved)).await);
    let body = json!({"title": "Once", "source": "ledger", "guid": "once", "body_markdown": "Once."});
    let request = desk.app.request(Method::POST, "/api/v1/articles").bearer_auth(&house.key);
    let answer = desk.app.send(with_json(request.header("Idempotency-Key", "data-set"), &body)).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
}

/// Users of both roles, one closed; an unused sign-in link; a revoked key.
async fn staff(house: &House) {
    let desk = &house.desk;
    for (address, role) in [("editor@ledger.example", "editor"), ("closed@ledger.example", "editor")] {
        let answer = desk.post("/admin/users", &[("email", address), ("name", "Somebody"), ("role", role)]).await;
        assert!(answer.status < 400, "{}", answer.body);
    }
    desk.post("/admin/users/3/disable", &[("sure", "yes")]).await;
    desk.post("/admin/users/2/link", &[]).await;
    desk.post("/admin/api-keys", &[("name", "Newsroom"), ("role", "editor")]).await;
    desk.post("/admin/api-keys/2/revoke", &[("sure", "yes")]).await;
}

/// Digests that are not sent yet, and one that everybody got.
async fn digests_that_arrive(house: &House) {
    let desk = &house.desk;
    let sent = house.compose(NEWSLETTER, "The first tide").await;
    house.call(Method::PATCH, &sent, json!({"introduction": "Read *this*."})).await;
    house.post(&format!("{sent}/test"), json!({"to": "desk@ledger.example"})).await;
    house.post(&format!("{sent}/send"), Value::Null).await;
    house.until(&sent, |digest| digest["state"] == "sent").await;
    let newer = desk.app.article("High water at nine", &["Harbour"], HOUR).await;
    assert!(!newer.is_empty());
    house.compose(NEWSLETTER, "A draft").await;
    let approved = house.compose(NEWSLETTER, "Approved").await;
    house.post(&format!("{approved}/approve"), Value::Null).await;
    let scheduled = house.compose(NEWSLETTER, "Scheduled").await;
    house.post(&format!("{scheduled}/approve"), Value::Null).await;
    desk.does(&format!("/admin{scheduled}/schedule"), &[("at", "2041-01-02T07:00")]).await;
    desk.app.settled().await;
}

/// Over a relay that refuses, defers and drops: digests that are sending, paused and cancelled, deliveries of every
/// state.
async fn digests_that_do_not(database: OpenDatabase, leave: &str) -> OpenDatabase {
    let sink = Sink::start(Script::default()).await.unwrap();
    let relay = RelayAddress::parse(&sink.url()).unwrap();
    let house = House::of(TestApp::over(database, Options { relay, ..Options::default() }).await).await;
    let mut digests = Vec::new();
    for subject in ["Sending", "Paused", "Cancelled"] {
        house.desk.app.article(&format!("{subject} boats"), &["Harbour"], HOUR).await;
        let digest = house.compose(EVENING, subject).await;
        house.post(&format!("{digest}/send"), Value::Null).await;
        house.until(&digest, |digest| digest["expected_final"] == true && digest["sent"] == 1).await;
        digests.push(digest);
    }
    house.post(&format!("{}/pause", digests[1]), Value::Null).await;
    house.post(&format!("{}/cancel", digests[2]), Value::Null).await;
    house.until(&digests[0], |digest| digest["unknown"] == 1 && digest["failed"] == 1).await;
    assert_eq!(house.desk.app.post(leave, &[]).await.status, 200);
    house.until(&digests[0], |digest| digest["skipped"] == 1).await;
    house.desk.app.stop()
}

/// The open work of a stopped server: a queued mail, a request for a link, a lease.
async fn what_waits(database: &OpenDatabase) {
    let now = tidings::clock::Clock::System.now();
    let links = tidings::links::Links::new(&"https://ledger.example".parse().unwrap());
    let address = EmailAddress::parse("fay@example.org").unwrap();
    let written = NewEnquiry {
        name: "Fay".to_owned(),
        address: address.clone(),
        subject: "Queued".to_owned(),
        message: "Is anybody there?".to_owned(),
    };
    let work = move |conn: &mut Conn| {
        let newsletter = newsletter::by_slug(conn, NEWSLETTER)?.unwrap();
        let site = site::site(conn)?;
        contact::receive(conn, now, 7, &links, (&newsletter, &site), &written)?;
        contact::receive(conn, now, 8, &links, (&newsletter, &site), &written)?;
        Ok::<_, contact::ContactError>(subscriber::link::request(conn, now, &address)?)
    };
    database.write(work).await.unwrap();
    // As after a kill of the process: no action leaves this.
    let lease = format!(
        "UPDATE deliveries SET state = 2, lease_node = 1, lease_token = 7, lease_until = {}
         WHERE id = (SELECT max(id) FROM deliveries WHERE state = 0)",
        now.plus(DAY).0
    );
    database.write(move |conn: &mut Conn| conn.batch(&lease)).await.unwrap();
}
