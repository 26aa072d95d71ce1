//! Sign-up: the form, its POST, and the page that follows, which is the same whatever is known about the address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::defence::{EMBED, ProofFields, PublicForm, Submission, evenly, source};
use super::pages::{FormValues, MessagePage, SubscribePage};
use crate::actor::Actor;
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::subscriber::sign_up::{NewsletterSignUp, SignUpInput, sign_up};
use crate::web::respond::{Answer, page, page_with};
use crate::web::{App, Refusal, Submitted};

pub const FORM: PublicForm = PublicForm { purpose: "sign-up", url: "/subscribe", done: "/subscribe/done" };

/// Newsletters of one sign-up.
const MOST: usize = 50;

pub async fn form(app: web::Data<App>, query: web::Query<Submitted>) -> Answer {
    let ground = app.ground().await?;
    let now = app.clock.now();
    match subscribe_page(&ground, &chosen(&query), FormValues::default(), now) {
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

/// The form with these newsletters chosen; `None` if no newsletter is open.
fn subscribe_page(ground: &Ground, chosen: &[&str], values: FormValues, now: Timestamp) -> Option<SubscribePage> {
    let mut form = ground.sign_up(chosen)?;
    form.values = values;
    Some(SubscribePage { frame: ground.frame(FORM.url, now), form })
}

/// Takes `email`, `name`, one or more `newsletter`, `via` (where the form stood, posted again by the page that solves),
/// `shown` (marks of the wordings that the form showed), and the fields of the defence.
pub async fn post(request: HttpRequest, app: web::Data<App>, fields: web::Form<Submitted>) -> Answer {
    evenly(answer(request, app, fields)).await
}

async fn answer(request: HttpRequest, app: web::Data<App>, fields: web::Form<Submitted>) -> Answer {
    let (now, fields) = (app.clock.now(), fields.into_inner());
    let ground = app.ground().await?;
    let chosen = chosen(&fields);
    let again = |status: StatusCode, values: FormValues| match subscribe_page(&ground, &chosen, values, now) {
        Some(shown) => page_with(status, &shown),
        None => nothing_yet(&ground, now),
    };
    if ground.open().next().is_none() {
        return nothing_yet(&ground, now);
    }
    let source = if fields.get("via") == EMBED { EMBED } else { source(&request, &app, "form") };
    let values = [("email", fields.get("email")), ("name", fields.get("name")), ("via", source)];
    let newsletters = chosen.iter().map(|slug| ("newsletter", *slug));
    let values: Vec<_> = values.into_iter().chain(newsletters).chain([("shown", fields.get("shown"))]).collect();
    let wanted = match wanted(&app, &ground, &fields, &chosen, source) {
        Ok(wanted) => wanted,
        Err(Refusal::Fields(errors)) => {
            let values = FormValues::new(&values).with_errors(&ground.locale(), &errors);
            return again(StatusCode::UNPROCESSABLE_ENTITY, values);
        }
        Err(error) => return Err(error),
    };
    let proof = ProofFields::of(&fields);
    let frame = ground.frame(FORM.url, now);
    let submission = Submission { app: &app, request: &request, frame, proof: &proof, values: &values, again: &again };
    let work = move |conn: &mut _, client| Ok(sign_up(conn, &Actor::Visitor { client }, now, &wanted)?);
    FORM.act(submission, work).await
}

/// The slugs of the newsletters that were chosen, each once; an empty one where none was.
fn chosen(fields: &Submitted) -> Vec<&str> {
    let mut chosen: Vec<&str> = Vec::new();
    for slug in fields.all("newsletter").filter(|slug| !slug.is_empty()) {
        if chosen.len() < MOST && !chosen.contains(&slug) {
            chosen.push(slug);
        }
    }
    if chosen.is_empty() { vec![""] } else { chosen }
}

/// The checked sign-up to each newsletter, or what is wrong with the form.
fn wanted(
    app: &App,
    ground: &Ground,
    fields: &Submitted,
    chosen: &[&str],
    source: &'static str,
) -> Result<Vec<NewsletterSignUp>, Refusal> {
    let wanted = |slug: &&str| {
        let newsletter = ground.open_newsletter(slug);
        let wording = newsletter.as_ref().map(|one| one.consent_shown(fields.get("shown"))).unwrap_or_default();
        let input = SignUpInput { email: fields.get("email"), name: fields.get("name"), wording: &wording, newsletter };
        let (newsletter, input) = input.check(source).map_err(Refusal::Fields)?;
        let with = app.stationery(newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
        Ok(NewsletterSignUp { with, newsletter: newsletter.clone(), input })
    };
    chosen.iter().map(wanted).collect()
}
