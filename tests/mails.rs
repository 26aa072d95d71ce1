//! Digests and enquiries as mail programs get them: their size, their placeholders, their headers.

use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::clock::{Clock, DAY, Timestamp};
use tidings::contact;
use tidings::digest::edit::{self, Words};
use tidings::digest::{DigestError, render};
use tidings::email_address::EmailAddress;
use tidings::field::FieldErrorKind;
use tidings::mail::ReadMail;
use tidings::newsletter::{self, EditionSettings, Input, Settings};
use tidings::site;
use tidings::subscriber::SubscriptionState;
use tidings::subscriber::import::{self, Row};

use crate::support::app::{CONTACT, Options, SENDER, TestApp, morning_tide};

/// 2025-10-23T00:00:00Z.
const NOW: Timestamp = Timestamp(1_761_177_600_000);

/// Articles whose texts are as long as those of real feeds: a headline of 95 characters, a summary of more than a mail
/// shows, the address of a page and of a picture.
fn long_articles(word: &str, count: usize) -> Vec<ArticleInput> {
    let text =
        |number: usize, length: usize| format!("{number} {}", word.repeat(length)).chars().take(length).collect();
    let article = |number: usize| ArticleInput {
        title: text(number, 95),
        summary: Some(text(number, 400)),
        body_markdown: Some(format!("Body {number}.")),
        url: Some(format!(
            "https://www.ledger.example/local/2025/10/23/{}-{number}",
            "a-slug-of-some-length-".repeat(4)
        )),
        image: Some(format!("https://www.ledger.example/pictures/{number}.jpg")),
        topics: vec!["Local politics".to_owned()],
        published_at: Some("2025-10-22T10:00:00Z".to_owned()),
        ..ArticleInput::default()
    };
    (1..=count).map(article).collect()
}

async fn introduce(app: &TestApp, digest: i64, introduction: &str) -> Result<edit::Kept, DigestError> {
    let (now, introduction) = (app.now(), introduction.to_owned());
    let work = move |conn: &mut _| {
        let words = Words { introduction: Some(&introduction), ..Words::default() };
        edit::write(conn, &Actor::Operator, now, digest, &words)
    };
    app.app.db.write(work).await
}

/// An app with an edition, and a clock that stands.
async fn with(edition: EditionSettings) -> TestApp {
    let newsletter = Input { edition, ..morning_tide() };
    TestApp::with(Options { newsletter, clock: Clock::fixed(NOW), ..Options::default() }).await
}

/// Subscribes readers with their names.
async fn subscribe(app: &TestApp, readers: &[(&str, &str)]) {
    let row = |(address, name): &(&str, &str)| Row {
        address: EmailAddress::parse(address).unwrap(),
        name: (*name).to_owned(),
        state: SubscriptionState::Confirmed,
        history: None,
    };
    let (rows, now, id) = (readers.iter().map(row).collect(), app.now(), app.newsletter);
    app.write(move |conn| {
        let newsletter = newsletter::by_id(conn, id)?.unwrap();
        import::store(conn, &Actor::Operator, now, &newsletter, rows)
    })
    .await;
}

async fn mail_of(app: &TestApp, digest: i64, to: &str) -> ReadMail {
    app.send_digest(digest).await;
    app.mails_to(to).await.pop().unwrap()
}

#[tokio::test]
async fn fifty_articles_of_real_length_are_sent_with_counted_links() {
    let edition = EditionSettings { article_count: 50, track_clicks: true, ..EditionSettings::default() };
    let app = with(edition).await;
    app.import(long_articles("harbour ", 50)).await;
    app.subscribe(&["ann@example.org"]).await;
    let digest = app.compose("A long week").await;
    let mail = mail_of(&app, digest, "ann@example.org").await;
    let html = mail.html.unwrap();
    assert_eq!(html.matches("<h2").count(), 50);
    assert!(html.len() < 70_000, "{} bytes", html.len());
}

#[tokio::test]
async fn a_digest_that_is_too_long_ends_with_the_number_of_the_rest_and_its_page() {
    let edition = EditionSettings { article_count: 50, track_clicks: true, ..EditionSettings::default() };
    let app = with(edition).await;
    app.import(long_articles("берега́ ", 50)).await;
    app.subscribe(&["ann@example.org"]).await;
    let digest = app.compose("A long week").await;
    introduce(&app, digest, &"Набережная. ".repeat(1_600)).await.unwrap();
    let mail = mail_of(&app, digest, "ann@example.org").await;
    let html = mail.html.as_ref().unwrap();
    let shown = html.matches("<h2").count();
    assert!((10..50).contains(&shown) && html.len() <= 90_000 && html.len() > 85_000, "{shown}, {} bytes", html.len());
    let more = format!("And {} more articles", 50 - shown);
    assert!(html.contains(&more) && mail.text.contains(&more), "{}", mail.text);
    let page = app.link(&mail, "/digests/");
    let page = app.get(&page).await.body;
    assert_eq!(page.matches("<h3").count(), 50, "{page}");
}

#[tokio::test]
async fn names_and_greetings_stand_where_they_are_placed() {
    let app = with(EditionSettings::default()).await;
    subscribe(&app, &[("ann@example.org", "Ann <b>"), ("nobody@example.org", "")]).await;
    let digest = app.compose("Morning").await;
    let words = "Hello {{ name | dear friend }}, {{name}}!\n\n{{ greeting }}\n\n`{{ code }}`";
    introduce(&app, digest, words).await.unwrap();
    let ann = mail_of(&app, digest, "ann@example.org").await;
    assert!(ann.text.contains("\nHello Ann <b>, Ann <b>!\n\nDear Ann <b>,\n\n{{ code }}"), "{}", ann.text);
    assert_eq!(ann.text.matches("Dear").count(), 1, "{}", ann.text);
    assert!(ann.html.unwrap().contains(">Hello Ann &lt;b&gt;, Ann &lt;b&gt;!</p>"));
    let nobody = app.mails_to("nobody@example.org").await.pop().unwrap();
    assert!(nobody.text.contains("\nHello dear friend, reader!\n"), "{}", nobody.text);
    let html = nobody.html.unwrap();
    assert!(
        html.contains("aria-hidden=\"true\">Hello dear friend, reader!")
            || html.contains(">Hello dear friend, reader! {{ code }}"),
        "{html}"
    );
    let page = app.get(&app.link(&ann_link(&app).await, "/digests/")).await.body;
    assert!(page.contains("Hello dear friend, reader!") && !page.contains("{{ name"), "{page}");
}

async fn ann_link(app: &TestApp) -> ReadMail {
    app.mails_to("ann@example.org").await.pop().unwrap()
}

#[tokio::test]
async fn a_greeting_and_numbers_can_be_switched_off() {
    let app = with(EditionSettings { greeting: false, number_articles: false, ..EditionSettings::default() }).await;
    app.article("Ferries run later", &[], 0).await;
    app.article("Warm pool", &[], 1).await;
    subscribe(&app, &[("ann@example.org", "Ann")]).await;
    let digest = app.compose("Morning").await;
    let mail = mail_of(&app, digest, "ann@example.org").await;
    assert!(!mail.text.contains("Dear") && !mail.text.contains("1. "), "{}", mail.text);
    assert!(!mail.html.unwrap().contains("class=\"rank\""));
}

#[tokio::test]
async fn an_unknown_placeholder_is_refused_by_its_name() {
    let app = TestApp::start().await;
    let digest = app.compose("Morning").await;
    let refused = introduce(&app, digest, "Hello {{ first_name }}").await.unwrap_err();
    assert!(
        matches!(&refused, DigestError::Introduction(FieldErrorKind::NoSuchPlaceholder { name }) if name == "first_name"),
        "{refused:?}"
    );
    assert!(refused.to_string().contains("“first_name”"), "{refused}");
    let (now, newsletter) = (app.now(), app.newsletter);
    let work = move |conn: &mut _| edit::compose(conn, &Actor::Operator, now, newsletter, "For {{ name }}");
    let refused = app.app.db.write(work).await.unwrap_err();
    assert!(matches!(refused, DigestError::Subject(FieldErrorKind::PlaceholderHere)), "{refused:?}");
}

#[tokio::test]
async fn an_introduction_of_one_picture_has_a_preheader_and_todays_date_stands_once() {
    let app = with(EditionSettings::default()).await;
    app.article("Ferries run later", &[], 0).await;
    app.article("Yesterday’s fair", &[], DAY).await;
    app.subscribe(&["ann@example.org"]).await;
    let digest = app.compose("Morning").await;
    introduce(&app, digest, "![The quay at dawn](https://ledger.example/quay.jpg)").await.unwrap();
    let mail = mail_of(&app, digest, "ann@example.org").await;
    let html = mail.html.unwrap();
    assert!(html.contains("aria-hidden=\"true\" style=\"") && html.contains(">Ferries run later, in short."), "{html}");
    assert_eq!(html.matches("October 23, 2025").count(), 1, "{html}");
    assert_eq!(html.matches("October 22, 2025").count(), 1, "{html}");
    assert_eq!(html.matches("<h1").count(), 1);
    let letter = app.compose("A letter").await;
    introduce(&app, letter, "![The quay at dawn](https://ledger.example/quay.jpg)").await.unwrap();
    let places = app.read(move |conn| tidings::digest::places(conn, letter)).await;
    assert!(places.is_empty(), "both articles were sent");
    let mail = mail_of(&app, letter, "ann@example.org").await;
    assert!(mail.html.unwrap().contains(">The quay at dawn\u{2007}"));
}

#[tokio::test]
async fn a_digest_says_that_it_goes_to_many_and_where_its_bounces_go() {
    let settings = Settings { return_path: "bounces@mail.ledger.example".to_owned(), ..morning_tide().newsletter };
    let newsletter = Input { newsletter: settings, ..morning_tide() };
    let app = TestApp::with(Options { newsletter, ..Options::default() }).await;
    app.subscribe(&["ann@example.org"]).await;
    let digest = app.compose("Morning").await;
    let slug = app.read(move |conn| tidings::digest::by_id(conn, digest)).await.unwrap().slug;
    let mail = mail_of(&app, digest, "ann@example.org").await;
    let archive = format!("<{}/archive>", app.base);
    let feedback = format!("{slug}:morning-tide:digest:{}", app.app.links.installation());
    for (name, value) in [
        ("Precedence", "bulk"),
        ("X-Auto-Response-Suppress", "OOF, AutoReply"),
        ("List-Archive", archive.as_str()),
        ("Feedback-ID", feedback.as_str()),
        ("Auto-Submitted", ""),
    ] {
        assert_eq!(mail.header(name).unwrap_or_default(), value, "{name}");
    }
    assert!(mail.header("From").unwrap().ends_with(&format!("<{SENDER}>")));
    assert!(mail.header("Message-ID").unwrap().ends_with("@mail.ledger.example>"));
    let message = app
        .app
        .db
        .read({
            let (links, keys) = (app.app.links.clone(), app.app.keys.clone());
            move |conn| {
                let digest = tidings::digest::by_id(conn, digest)?.unwrap();
                render::current(conn, digest, &links, &keys)
            }
        })
        .await
        .unwrap();
    assert_eq!(message.return_path, "bounces@mail.ledger.example");
}

/// A visitor's enquiry and two answers; the mails to the contact address and to the visitor.
async fn correspondence(app: &TestApp) -> (ReadMail, Vec<ReadMail>) {
    let fields = [("email", "ben@example.net"), ("name", "Ben"), ("subject", "Boats"), ("message", "When?")];
    app.post("/contact", &fields).await;
    app.settled().await;
    for words in ["At eight.", "Or at nine."] {
        let (now, newsletter, links) = (app.now(), app.newsletter, app.app.links.clone());
        let work = move |conn: &mut _| {
            let newsletter = newsletter::by_id(conn, newsletter)?.unwrap();
            let site = site::site(conn)?;
            contact::answer(conn, &Actor::Operator, now, 7, (&newsletter, &site, &links), 1, words)
        };
        app.app.db.write(work).await.unwrap();
        app.settled().await;
    }
    let contact = app
        .read({
            let id = app.newsletter;
            move |conn| newsletter::by_id(conn, id)
        })
        .await
        .unwrap()
        .contact
        .clone();
    (app.mails_to(&contact).await.pop().unwrap(), app.mails_to("ben@example.net").await)
}

#[tokio::test]
async fn an_answer_threads_with_its_enquiry() {
    let app = TestApp::start().await;
    let (enquiry, answers) = correspondence(&app).await;
    assert!(enquiry.header("From").unwrap().ends_with(&format!("<{CONTACT}>")), "{:?}", enquiry.header("From"));
    assert_eq!(enquiry.header("Reply-To"), Some("Ben <ben@example.net>"));
    assert_eq!(enquiry.header("In-Reply-To"), None);
    let id = |mail: &ReadMail| mail.header("Message-ID").unwrap().to_owned();
    let (first, second) = (&answers[0], &answers[1]);
    assert!(first.header("From").unwrap().ends_with(&format!("<{SENDER}>")));
    assert_eq!(first.header("In-Reply-To"), Some(id(&enquiry).as_str()));
    assert_eq!(first.header("References"), Some(id(&enquiry).as_str()));
    assert_eq!(second.header("In-Reply-To"), Some(id(first).as_str()));
    let all = second.header("References").unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(all, [id(&enquiry), id(first)]);
}

#[tokio::test]
async fn an_enquiry_to_another_domain_comes_from_the_sender() {
    let settings = Settings { contact: "desk@elsewhere.example".to_owned(), ..morning_tide().newsletter };
    let newsletter = Input { newsletter: settings, ..morning_tide() };
    let app = TestApp::with(Options { newsletter, ..Options::default() }).await;
    let (enquiry, _) = correspondence(&app).await;
    assert!(enquiry.header("From").unwrap().ends_with(&format!("<{SENDER}>")), "{:?}", enquiry.header("From"));
}
