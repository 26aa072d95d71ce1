//! Sign-up: the form, its POST, and the page that follows, which is the same whatever is known about the address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::defence::{EMBED, ProofFields, PublicForm, Submission, evenly, source};
use super::pages::{FormValues, MessagePage, SubscribePage};
use crate::actor::Actor;
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::subscriber::sign_up::{SignUpInput, sign_up};
use crate::web::respond::{Answer, page, page_with};
use crate::web::{App, Refusal};

pub const FORM: PublicForm = PublicForm { purpose: "sign-up", url: "/subscribe", done: "/subscribe/done" };

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignUpFields {
    email: String,
    newsletter: String,
    name: String,
    /// Where the form stood, posted again by the page that solves.
    via: String,
    /// Marks of the wordings that the form showed.
    shown: String,
    #[serde(flatten)]
    proof: ProofFields,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Query {
    newsletter: String,
}

pub async fn form(app: web::Data<App>, query: web::Query<Query>) -> Answer {
    let ground = app.ground().await?;
    let now = app.clock.now();
    match subscribe_page(&ground, &query.newsletter, FormValues::default(), now) {
        Some(shown) => page(&shown),
        None => nothing_yet(&ground, now),
    }
}

fn nothing_yet(ground: &Ground, now: Timestamp) -> Answer {
    page(&MessagePage::nothing_yet(ground.frame(FORM.url, now)))
}

pub async fn done(app: web::Data<App>) -> Answer {
    let ground = app.ground().await?;
    page(&MessagePage::check_your_inbox(ground.frame(FORM.url, app.clock.now())))
}

/// The form with one newsletter chosen; `None` if no newsletter is open.
fn subscribe_page(ground: &Ground, chosen: &str, values: FormValues, now: Timestamp) -> Option<SubscribePage> {
    let mut form = ground.sign_up(chosen)?;
    form.values = values;
    Some(SubscribePage { frame: ground.frame(FORM.url, now), form })
}

pub async fn post(request: HttpRequest, app: web::Data<App>, fields: web::Form<SignUpFields>) -> Answer {
    evenly(answer(request, app, fields)).await
}

async fn answer(request: HttpRequest, app: web::Data<App>, fields: web::Form<SignUpFields>) -> Answer {
    let (now, fields) = (app.clock.now(), fields.into_inner());
    let ground = app.ground().await?;
    let again = |status: StatusCode, values: FormValues| match subscribe_page(&ground, &fields.newsletter, values, now)
    {
        Some(shown) => page_with(status, &shown),
        None => nothing_yet(&ground, now),
    };
    if ground.open().next().is_none() {
        return nothing_yet(&ground, now);
    }
    let source = if fields.via == EMBED { EMBED } else { source(&request, &app, "form") };
    let values = [
        ("email", fields.email.as_str()),
        ("newsletter", &fields.newsletter),
        ("name", &fields.name),
        ("via", source),
        ("shown", &fields.shown),
    ];
    let newsletter = ground.open_newsletter(&fields.newsletter);
    let wording = newsletter.as_ref().map(|newsletter| newsletter.consent_shown(&fields.shown)).unwrap_or_default();
    let input = SignUpInput { email: &fields.email, name: &fields.name, wording: &wording, newsletter };
    let (newsletter, input) = match input.check(source) {
        Ok((newsletter, input)) => (newsletter.clone(), input),
        Err(errors) => {
            let values = FormValues::new(&values).with_errors(&ground.locale(), &errors);
            return again(StatusCode::UNPROCESSABLE_ENTITY, values);
        }
    };
    let with = app.stationery(&newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
    let frame = ground.frame(FORM.url, now);
    let submission =
        Submission { app: &app, request: &request, frame, proof: &fields.proof, values: &values, again: &again };
    let work =
        move |conn: &mut _, client| Ok(sign_up(conn, &Actor::Visitor { client }, now, &with, &newsletter, &input)?);
    FORM.act(submission, work).await
}
