//! Public forms: what they reveal, change and require.

use std::time::{Duration, Instant};

use altcha::{Challenge, Payload, Solution, SolveChallengeOptions, solve_challenge};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use tidings::actor::Actor;
use tidings::clock::{Clock, Timestamp};
use tidings::delivery::{self, SuppressionReason, suppression};
use tidings::email_address::EmailAddress;
use tidings::subscriber::import::{self, Row};
use tidings::subscriber::{self, SubscriptionState, preferences};
use tidings::token::{Purpose, Random};
use tidings::{contact, newsletter, person};

use crate::support::app::{Answer, CONTACT, Options, TestApp};

const NOW: Timestamp = Timestamp(1_761_177_600_000);

/// An answer without the parts that depend on the time.
fn timeless(mut answer: Answer) -> Answer {
    answer.headers.remove("date");
    answer
}

async fn add(app: &TestApp, state: SubscriptionState, address: &str) -> i64 {
    let row = Row { address: EmailAddress::parse(address).unwrap(), name: String::new(), state, history: None };
    let (now, id, address) = (app.now(), app.newsletter, address.to_owned());
    app.write(move |conn| {
        let newsletter = newsletter::by_id(conn, id)?.unwrap();
        import::store(conn, &Actor::Operator, now, &newsletter, vec![row])?;
        Ok(subscriber::by_address(conn, &address)?.unwrap().id)
    })
    .await
}

/// Known addresses of every state, and an unknown one.
async fn everybody(app: &TestApp) -> Vec<&'static str> {
    let now = app.now();
    add(app, SubscriptionState::Pending, "pending@example.org").await;
    add(app, SubscriptionState::Confirmed, "confirmed@example.org").await;
    let left = add(app, SubscriptionState::Confirmed, "unsubscribed@example.org").await;
    let erased = add(app, SubscriptionState::Confirmed, "erased@example.org").await;
    let doubly = add(app, SubscriptionState::Confirmed, "suppressed-reader@example.org").await;
    assert!(doubly > 0);
    app.write(move |conn| {
        let subscription = subscriber::subscriptions_of(conn, left)?[0].id;
        preferences::leave(conn, &Actor::Operator, now, subscription)?;
        person::erase(conn, &Actor::Operator, now, &Random::System, erased)?;
        let key = suppression::key(conn, &Random::System)?;
        for address in ["suppressed@example.org", "suppressed-reader@example.org"] {
            delivery::suppress(
                conn,
                now,
                &key,
                &EmailAddress::parse(address).unwrap(),
                SuppressionReason::HardBounce,
                "550 no such user",
            )?;
        }
        Ok(())
    })
    .await;
    app.post("/subscribe", &[("email", "asked-before@example.org")]).await;
    vec![
        "new@example.org",
        "pending@example.org",
        "confirmed@example.org",
        "unsubscribed@example.org",
        "erased@example.org",
        "suppressed@example.org",
        "suppressed-reader@example.org",
        "asked-before@example.org",
    ]
}

#[tokio::test]
async fn the_answer_never_tells_whether_an_address_is_known() {
    for path in ["/subscribe", "/preferences"] {
        let app = TestApp::start().await;
        let mut answers = Vec::new();
        for address in everybody(&app).await {
            answers.push((address, timeless(app.post(path, &[("email", address), ("name", "Ann")]).await)));
        }
        let (_, first) = answers[0].clone();
        assert_eq!(first.status, 303);
        for (address, answer) in answers {
            assert_eq!(answer, first, "{path}: {address}");
        }
    }
}

/// What is to be done takes a few milliseconds more or less; the answers told the states of addresses apart by time.
#[tokio::test]
async fn an_answer_to_a_sign_up_waits_until_any_would_be_ready() {
    let app = TestApp::start().await;
    for address in everybody(&app).await {
        let began = Instant::now();
        app.post("/subscribe", &[("email", address)]).await;
        let (by_form, began) = (began.elapsed(), Instant::now());
        let body = format!("{{\"email\":\"{address}\"}}");
        let request =
            app.request(reqwest::Method::POST, "/api/v1/subscriptions").header("content-type", "application/json");
        app.send(request.body(body)).await;
        let by_api = began.elapsed();
        assert!(by_form.min(by_api) >= Duration::from_millis(20), "{address}: {by_form:?} {by_api:?}");
    }
}

#[tokio::test]
async fn the_limit_of_an_address_shows_only_in_the_mails() {
    let clock = Clock::fixed(NOW);
    let app = TestApp::with(Options { clock: clock.clone(), ..Options::default() }).await;
    let mut answers = Vec::new();
    for minutes in [0, 1, 16, 17, 32, 48, 64] {
        clock.advance(NOW.to_utc() + TimeDelta::minutes(minutes) - app.now().to_utc());
        answers.push(timeless(app.post("/subscribe", &[("email", "ann@example.org")]).await));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    assert_eq!(app.mails().await.len(), 3, "after 0, 16 and 32 minutes");
}

#[tokio::test]
async fn a_hundred_posts_at_once_give_one_mail() {
    let app = TestApp::start().await;
    let posts = (0..100).map(|number| {
        // All of these reach one mailbox.
        let address = format!("ann+{number}@example.org");
        let request = app.form("/subscribe", &[("email", address.as_str())]);
        tokio::spawn(async move { request.send().await.unwrap().status().as_u16() })
    });
    let posts: Vec<_> = posts.collect();
    for post in posts {
        assert_eq!(post.await.unwrap(), 303);
    }
    assert_eq!(app.mails().await.len(), 1);
}

/// All rows about readers and their mails.
async fn known(app: &TestApp) -> Vec<String> {
    app.read(|conn| {
        let mut all = vec![
            format!("{:?}", newsletter::list(conn)?),
            format!("{:?}", delivery::deliveries(conn, None, None, 0, 10_000)?),
            format!("{:?}", contact::count_open(conn)?),
        ];
        for id in 1..100 {
            all.push(format!("{:?}", subscriber::by_id(conn, id)?));
            all.push(format!("{:?}", subscriber::subscriptions_of(conn, id)?));
            all.push(format!("{:?}", subscriber::consents_of(conn, id)?));
        }
        Ok(all)
    })
    .await
}

#[tokio::test]
async fn following_links_changes_nothing() {
    let app = TestApp::start().await;
    app.article("Ferries run later", &[], 0).await;
    everybody(&app).await;
    let digest = app.compose("Boats").await;
    app.send_digest(digest).await;
    app.settled().await;
    let before = known(&app).await;
    let mut paths: Vec<String> = [
        "/subscribe?email=ann@example.org&newsletter=morning-tide",
        "/subscribe/done",
        "/preferences?email=confirmed@example.org",
        "/contact?email=ann@example.org&message=hello&subject=hello",
        "/contact/sent",
    ]
    .map(str::to_owned)
    .into();
    let minute = app.now().0 / 60_000;
    for id in 1..8 {
        let sign = |purpose, ids: &[i64]| app.app.keys.sign(purpose, ids);
        paths.push(format!("/confirm/{}", sign(Purpose::Confirm, &[id, minute])));
        paths.push(format!("/unsubscribe/{}", sign(Purpose::Unsubscribe, &[id])));
        for rest in ["", "/data.json", "/erase", "/subscription", "/details", "?change=unsubscribe&sure=yes"] {
            paths.push(format!("/preferences/{}{rest}", sign(Purpose::Preferences, &[id, minute])));
        }
        paths.push(format!("/go/{}/1", sign(Purpose::Click, &[id, digest])));
    }
    for path in paths {
        for answer in [app.get(&path).await, app.head(&path).await] {
            assert!(answer.status < 500, "{path}: {}", answer.status);
        }
    }
    app.settled().await;
    assert_eq!(known(&app).await, before);
}

#[tokio::test]
async fn an_enquiry_is_mailed_to_the_contact_address_and_answered_to_the_visitor() {
    let app = TestApp::start().await;
    let fields = [
        ("name", "Ann Öre"),
        ("email", "ann@example.org"),
        ("subject", "The timetable"),
        ("message", "Will the last boat wait?\r\n\r\nMy mother comes by it."),
    ];
    let answer = app.post("/contact", &fields).await;
    assert_eq!((answer.status, answer.location()), (303, "/contact/sent"));
    let mails = app.mails().await;
    assert_eq!(mails.len(), 1);
    let (to, mail) = &mails[0];
    assert_eq!(to, CONTACT);
    assert!(mail.header("From").unwrap().contains(CONTACT));
    assert!(mail.header("Reply-To").unwrap().contains("ann@example.org"));
    assert!(mail.header("Subject").unwrap().contains("The timetable"));
    assert!(mail.text.contains("Will the last boat wait?") && mail.text.contains("Ann Öre"));
    assert_eq!(app.read(contact::count_open).await, 1);
}

/// Its mail could not be composed, and was recorded as failed without a notice.
#[tokio::test]
async fn an_enquiry_from_an_address_that_not_every_server_takes_is_mailed_too() {
    let app = TestApp::start().await;
    let fields = [("email", "jürgen@example.org"), ("subject", "The timetable"), ("message", "Will it wait?")];
    assert_eq!(app.post("/contact", &fields).await.status, 303);
    let mails = app.mails().await;
    let (to, mail) = &mails[0];
    assert_eq!((to.as_str(), mail.header("Reply-To")), (CONTACT, None));
    assert!(mail.text.contains("jürgen@example.org") && mail.text.contains("/admin/enquiries/"), "{}", mail.text);
}

#[tokio::test]
async fn each_error_stands_at_its_field_and_nothing_is_stored() {
    let app = TestApp::start().await;
    let long = "x".repeat(10_001);
    for (fields, says) in [
        (vec![("email", "ann@example.org"), ("subject", "x")], "Write your message here."),
        (vec![("email", "ann@example.org"), ("message", "x")], "Say in a few words"),
        (vec![("email", "ann"), ("subject", "x"), ("message", "kept words")], "kept words"),
        (
            vec![("email", "ann@example.org"), ("subject", "x"), ("message", long.as_str())],
            "Use at most 10000 characters.",
        ),
        (vec![], "Enter an email address."),
        (
            vec![("email", "ann@example.org"), ("subject", "x"), ("message", "x"), ("newsletter", "nothing")],
            "There is no such newsletter.",
        ),
    ] {
        let answer = app.post("/contact", &fields).await;
        assert_eq!(answer.status, 422, "{fields:?}");
        assert!(answer.body.contains(says) && answer.body.contains("aria-invalid"), "{fields:?}");
    }
    assert_eq!(app.read(contact::count_open).await, 0);
    assert_eq!(app.mails().await, []);
}

/// A challenge of the server, solved as a browser solves it.
async fn solution(app: &TestApp) -> String {
    let challenge: Challenge = serde_json::from_str(&app.get("/api/v1/challenge").await.body).unwrap();
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge)).unwrap().unwrap();
    let payload = Payload { challenge, solution: Solution { time: None, ..solution } };
    STANDARD.encode(serde_json::to_vec(&payload).unwrap())
}

#[tokio::test]
async fn without_a_solution_a_page_of_ours_solves_and_a_solution_counts_once() {
    let app = TestApp::with(Options { proof_of_work: true, ..Options::default() }).await;
    let enquiry = [("email", "ann@example.org"), ("subject", "Boats"), ("message", "When?")];
    for (path, fields) in
        [("/subscribe", vec![("email", "ann@example.org"), ("name", "Ann")]), ("/contact", enquiry.to_vec())]
    {
        let count = app.mails().await.len();
        for bad in ["", "junk", "e30="] {
            let asked = [fields.clone(), vec![("altcha", bad)]].concat();
            let page = app.post(path, &asked).await;
            assert_eq!(page.status, 200);
            assert!(page.body.contains("data-at-once"), "{path}: {}", page.body);
            for (name, value) in &fields {
                assert!(page.body.contains(&format!("name=\"{name}\" value=\"{value}\"")), "{path}: {name}");
            }
        }
        assert_eq!(app.mails().await.len(), count, "{path}");
        let solved = solution(&app).await;
        let good = [fields.clone(), vec![("altcha", solved.as_str())]].concat();
        assert_eq!(app.post(path, &good).await.status, 303, "{path}");
        let replayed = app.post(path, &good).await;
        assert_eq!(replayed.status, 200, "{path}");
        // A double click or a reload must not be sent automatically: it would count twice.
        assert!(
            replayed.body.contains("We have already received this") && !replayed.body.contains("data-at-once"),
            "{path}"
        );
        assert_eq!(app.mails().await.len(), count + 1, "{path}");
    }
}

#[tokio::test]
async fn without_javascript_one_more_click_is_enough_but_not_for_a_program() {
    let clock = Clock::fixed(NOW);
    let options = Options { proof_of_work: true, client_limits: true, clock: clock.clone(), ..Options::default() };
    let app = TestApp::with(options).await;
    let ticket = async || {
        let page = app.post("/subscribe", &[("email", "ann@example.org")]).await.body;
        let (_, rest) = page.split_once("name=\"ticket\" value=\"").unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    let quick = ticket().await;
    let at_once = app.post("/subscribe", &[("email", "ann@example.org"), ("ticket", &quick)]).await;
    assert_eq!(at_once.status, 200, "nobody reads a page in no time");
    let mut statuses = Vec::new();
    for number in 0..7 {
        let ticket = ticket().await;
        clock.advance(TimeDelta::seconds(3));
        let address = format!("reader{number}@example.org");
        statuses.push(app.post("/subscribe", &[("email", &address), ("ticket", &ticket)]).await.status);
    }
    assert_eq!(statuses, [303, 303, 303, 303, 303, 429, 429]);
    assert_eq!(app.mails().await.len(), 5);
}

/// Without limits by client, one ticket let a program post for twenty minutes.
#[tokio::test]
async fn one_more_click_counts_once() {
    let clock = Clock::fixed(NOW);
    let app = TestApp::with(Options { proof_of_work: true, clock: clock.clone(), ..Options::default() }).await;
    let page = app.post("/contact", &[("email", "a@example.org"), ("subject", "x"), ("message", "y")]).await.body;
    let (_, ticket) = page.split_once("name=\"ticket\" value=\"").unwrap();
    let ticket = ticket.split('"').next().unwrap();
    clock.advance(TimeDelta::seconds(3));
    let fields = [("email", "a@example.org"), ("subject", "x"), ("message", "y"), ("ticket", ticket)];
    assert_eq!(app.post("/contact", &fields).await.status, 303);
    let again = app.post("/contact", &fields).await;
    assert_eq!(again.status, 200);
    assert!(
        again.body.contains("We have already received this") && !again.body.contains("data-at-once"),
        "{}",
        again.body
    );
    assert_eq!(app.read(contact::count_open).await, 1);
}

#[tokio::test]
async fn the_posts_of_a_client_are_limited() {
    let app = TestApp::with(Options { client_limits: true, ..Options::default() }).await;
    let mut statuses = Vec::new();
    for number in 0..62 {
        let address = format!("reader{number}@example.org");
        let request = app.form("/subscribe", &[("email", address.as_str())]);
        // The X-Forwarded-For of an untrusted peer is ignored.
        statuses.push(app.send(request.header("x-forwarded-for", format!("192.0.2.{number}"))).await.status);
    }
    assert!(statuses[..60].iter().all(|status| *status == 303), "{statuses:?}");
    assert_eq!(statuses[60..], [429, 429]);
    let written = [("email", "ann@example.org"), ("subject", "Boats"), ("message", "A long and careful letter")];
    for _ in 0..60 {
        app.post("/contact", &written).await;
    }
    let refused = app.post("/contact", &written).await;
    assert_eq!((refused.status, refused.header("retry-after")), (429, "600"));
    assert!(refused.body.contains("A long and careful letter"), "what was written is not lost");
}

#[tokio::test]
async fn a_program_that_fills_in_the_honeypot_is_thanked_and_ignored() {
    let app = TestApp::start().await;
    let trap = ("homepage", "https://spam.example");
    let signed_up = app.post("/subscribe", &[("email", "ann@example.org"), trap]).await;
    assert_eq!((signed_up.status, signed_up.location()), (303, "/subscribe/done"));
    let enquiry = [("email", "ann@example.org"), ("subject", "x"), ("message", "x"), trap];
    assert_eq!(app.post("/contact", &enquiry).await.location(), "/contact/sent");
    assert_eq!(app.mails().await, []);
    assert_eq!(app.read(|conn| subscriber::by_address(conn, "ann@example.org")).await, None);
}
