//! Sign-up by a program.

use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tidings::actor::Actor;
use tidings::newsletter::{self, Input, Settings};

use super::{Api, Said, with_json};
use crate::support::app::{NEWSLETTER, Options, morning_tide};

fn sign_up(api: &Api, body: &Value) -> RequestBuilder {
    with_json(api.bare(Method::POST, "/subscriptions"), body)
}

fn without_date(said: Said) -> Said {
    let mut said = said;
    said.headers.remove("date");
    said
}

#[tokio::test]
async fn the_answer_is_the_same_whatever_is_known_of_the_address() {
    let api = Api::start().await;
    let ask = |email: &str| {
        let body = json!({"email": email, "newsletter": NEWSLETTER, "name": "Ann"});
        let request = sign_up(&api, &body);
        let api = &api;
        async move { without_date(api.send(request).await) }
    };
    let new = ask("ann@example.org").await;
    assert_eq!((new.status, &new.body), (202, &json!({"status": "check your inbox"})));
    assert_eq!(ask("ann@example.org").await, new, "pending");
    api.app.subscribe(&["bob@example.org"]).await;
    assert_eq!(ask("bob@example.org").await, new, "confirmed");
    let mails = api.app.mails_to("ann@example.org").await;
    assert_eq!(mails.len(), 1, "one confirmation in fifteen minutes");
    let confirm = api.app.link(&mails[0], "/confirm/");
    assert_eq!(api.app.post(&confirm, &[]).await.status, 200);
    let roll = api.get("/subscribers?search=ann&state=confirmed").await.expect(200);
    assert_eq!(roll["items"][0]["email"], "ann@example.org");
    let id = roll["items"][0]["id"].as_i64().unwrap();
    let person = api.get(&format!("/subscribers/{id}")).await.expect(200);
    assert_eq!(person["subscriptions"][0]["newsletter"], NEWSLETTER);
    assert_eq!(
        (&person["consents"][0]["action"], &person["consents"][0]["source"]),
        (&json!("requested"), &json!("api"))
    );
}

#[tokio::test]
async fn all_bad_fields_are_reported_at_once() {
    let api = Api::start().await;
    let said = api.send(sign_up(&api, &json!({"email": "nobody", "newsletter": "x", "name": "a\nb"}))).await;
    for field in ["email", "newsletter", "name"] {
        said.assert_field(422, field);
    }
    api.send(sign_up(&api, &json!({}))).await.assert_field(422, "email");
    api.send(sign_up(&api, &json!({"email": "a@example.org", "confirmed": true}))).await.assert_field(422, "confirmed");
    assert_eq!(api.app.mails().await.len(), 0);
}

#[tokio::test]
async fn with_several_newsletters_a_sign_up_must_name_one() {
    let api = Api::start().await;
    let (now, second) = (
        api.app.now(),
        Input { newsletter: Settings { slug: "evening".to_owned(), ..morning_tide().newsletter }, ..morning_tide() },
    );
    api.app.app.db.write(move |conn| newsletter::add(conn, &Actor::Operator, now, second)).await.unwrap();
    api.send(sign_up(&api, &json!({"email": "a@example.org"}))).await.assert_field(422, "newsletter");
    let named = json!({"email": "a@example.org", "newsletter": "evening"});
    api.send(sign_up(&api, &named)).await.expect(202);
}

#[tokio::test]
async fn a_flood_of_requests_from_one_client_is_limited() {
    let api = Api::with(Options { client_limits: true, ..Options::default() }).await;
    let mut last = 202;
    for n in 0..61 {
        last = api.send(sign_up(&api, &json!({"email": format!("r{n}@example.org")}))).await.status;
    }
    assert_eq!(last, 429);
    api.send(sign_up(&api, &json!({"email": "more@example.org"}))).await.assert_problem(429);
}

#[tokio::test]
async fn proof_of_work_is_required_and_accepted_once() {
    let api = Api::with(Options { proof_of_work: true, ..Options::default() }).await;
    let body = |altcha: &str, email: &str| json!({"email": email, "altcha": altcha});
    for wrong in ["", "nonsense"] {
        api.send(sign_up(&api, &body(wrong, "ann@example.org"))).await.assert_field(422, "altcha");
    }
    let challenge = api.send(api.bare(Method::GET, "/challenge")).await.expect(200);
    let solution = tokio::task::spawn_blocking(move || solve(&challenge)).await.unwrap();
    api.send(sign_up(&api, &body(&solution, "ann@example.org"))).await.expect(202);
    api.send(sign_up(&api, &body(&solution, "bob@example.org"))).await.assert_field(422, "altcha");
    let mails = api.app.mails().await;
    assert_eq!(mails.iter().map(|(to, _)| to.as_str()).collect::<Vec<_>>(), ["ann@example.org"]);
}

/// Solves a challenge as a browser does.
pub fn solve(challenge: &Value) -> String {
    use altcha::{Challenge, Payload, SolveChallengeOptions, solve_challenge};
    use base64::Engine;
    let challenge: Challenge = serde_json::from_value(challenge.clone()).unwrap();
    let solution = solve_challenge(SolveChallengeOptions::new(&challenge)).unwrap().unwrap();
    let payload = serde_json::to_vec(&Payload { challenge, solution }).unwrap();
    base64::engine::general_purpose::STANDARD.encode(payload)
}

#[tokio::test]
async fn a_page_that_embeds_the_form_may_read_the_answer() {
    let newsletter = Input {
        newsletter: Settings { embed_origins: "https://www.example.org".to_owned(), ..morning_tide().newsletter },
        ..morning_tide()
    };
    let api = Api::with(Options { newsletter, ..Options::default() }).await;
    let ours = "https://www.example.org";
    for (origin, allowed, status) in [(ours, ours, 202), ("https://evil.example", "", 403), ("null", "", 403)] {
        let before = api.bare(Method::OPTIONS, "/subscriptions").header("Origin", origin);
        let before = api.send(before.header("Access-Control-Request-Method", "POST")).await;
        let said = api.send(sign_up(&api, &json!({"email": "ann@example.org"})).header("Origin", origin)).await;
        assert_eq!((before.status, before.header("access-control-allow-origin")), (204, allowed));
        assert_eq!((said.status, said.header("access-control-allow-origin")), (status, allowed));
    }
    // A site that one newsletter allows signs nobody up to another.
    let (now, second) = (
        api.app.now(),
        Input { newsletter: Settings { slug: "evening".to_owned(), ..morning_tide().newsletter }, ..morning_tide() },
    );
    api.app.app.db.write(move |conn| newsletter::add(conn, &Actor::Operator, now, second)).await.unwrap();
    for (newsletter, allowed, status) in [(NEWSLETTER, ours, 202), ("evening", "", 403)] {
        let body = json!({"email": "ann@example.org", "newsletter": newsletter});
        let said = api.send(sign_up(&api, &body).header("Origin", ours)).await;
        assert_eq!((said.status, said.header("access-control-allow-origin")), (status, allowed), "{newsletter}");
    }
    let guarded = api.ask(Method::GET, "/subscribers").header("Origin", "https://www.example.org");
    assert_eq!(api.send(guarded).await.header("access-control-allow-origin"), "");
}
