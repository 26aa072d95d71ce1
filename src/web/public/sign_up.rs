//! Sign-up: the form, its POST, and the one page that follows whatever is known about the address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::defence::{self, Admission, EMBED, Proof, Sender};
use super::frame::{Ground, ground};
use super::pages::{Field, MessagePage, SubscribePage};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::email_address::AddressError;
use crate::newsletter::Newsletter;
use crate::subscriber::sign_up::{Faults, SignUp, Typed, sign_up};
use crate::text::TextError;
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::{App, Refusal};

pub const DONE: &str = "/subscribe/done";
/// What posts of one client are counted as, by whichever way they come.
pub const PURPOSE: &str = "sign-up";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct SignUpFields {
    pub email: String,
    pub newsletter: String,
    pub name: String,
    pub altcha: String,
    ticket: String,
    homepage: String,
    /// Carried through the page that solves: where the form stood that led there.
    via: String,
    /// Marks of the wordings that the form showed.
    shown: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    newsletter: String,
}

pub async fn form(app: web::Data<App>, chosen: web::Query<Chosen>) -> Answer {
    let ground = app.db.read(ground).await?;
    let now = app.clock.now();
    match subscribe_page(&ground, &chosen.newsletter, now) {
        Some(shown) => page(&shown),
        None => nothing_yet(&ground, now),
    }
}

fn nothing_yet(ground: &Ground, now: Timestamp) -> Answer {
    page(&MessagePage::nothing_yet(ground.frame("/subscribe", now)))
}

pub async fn done(app: web::Data<App>) -> Answer {
    let ground = app.db.read(ground).await?;
    page(&MessagePage::check_your_inbox(ground.frame("/subscribe", app.clock.now())))
}

/// The form with one newsletter chosen; `None` while there is none.
fn subscribe_page(ground: &Ground, chosen: &str, now: Timestamp) -> Option<SubscribePage> {
    Some(SubscribePage { frame: ground.frame("/subscribe", now), form: ground.sign_up(chosen)? })
}

/// Reads a form, or says what is wrong with it.
fn read(fields: &SignUpFields, newsletter: Option<&Newsletter>, source: &'static str) -> Result<SignUp, Faults> {
    let wording = newsletter.map(|newsletter| newsletter.consent_shown(&fields.shown)).unwrap_or_default();
    let typed = Typed { email: &fields.email, name: &fields.name, wording: &wording, newsletter };
    typed.check(source).map(|(_, input)| input)
}

/// The key of the words for a newsletter that is not there.
#[must_use]
pub const fn newsletter_key(slug: &str) -> &'static str {
    if slug.is_empty() { "error-newsletter-missing" } else { "error-newsletter-unknown" }
}

/// The key of the words for an address that is none.
#[must_use]
pub const fn address_key(error: AddressError) -> &'static str {
    match error {
        AddressError::Empty => "error-email-missing",
        AddressError::NoAt | AddressError::Local | AddressError::Domain => "error-email-invalid",
    }
}

/// The key of the words for a name that cannot be kept.
#[must_use]
pub const fn text_key(error: TextError) -> &'static str {
    match error {
        TextError::TooLong { .. } => "error-name-long",
        TextError::WebAddress => "error-name-link",
        _ => "error-text-control",
    }
}

pub async fn post(request: HttpRequest, app: web::Data<App>, fields: web::Form<SignUpFields>) -> Answer {
    let (now, fields) = (app.clock.now(), fields.into_inner());
    let ground = app.db.read(ground).await?;
    if ground.open().next().is_none() {
        return nothing_yet(&ground, now);
    }
    let newsletter = ground.open_newsletter(&fields.newsletter);
    let source = if fields.via == EMBED { EMBED } else { defence::source(&request, &app, "form") };
    let input = match read(&fields, newsletter, source) {
        Ok(input) => input,
        Err(faults) => return with_faults(&ground, &fields, faults, now),
    };
    if !fields.homepage.is_empty() {
        return Ok(see_other(DONE));
    }
    let proof = defence::proof(&app, &fields.altcha, &fields.ticket, now);
    if matches!(proof, Proof::Missing) {
        return ask_for_work(&app, &ground, &fields, source, now);
    }
    let from = defence::sender(&request, &app);
    match keep(&app, &ground, &fields.newsletter, input, from, proof).await? {
        Admission::Welcome => Ok(see_other(DONE)),
        Admission::Used => ask_for_work(&app, &ground, &fields, source, now),
        Admission::TooMany => too_many(&ground, &fields, now),
    }
}

/// Keeps a sign-up and queues its mail: one transaction.
pub async fn keep(
    app: &App,
    ground: &Ground,
    slug: &str,
    input: SignUp,
    from: Sender,
    proof: Proof,
) -> Result<Admission, Refusal> {
    let newsletter = ground.open_newsletter(slug).cloned().ok_or(Refusal::NotFound)?;
    let with = app.stationery(&newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
    let now = app.clock.now();
    let admission = app
        .db
        .write_again(move |conn| {
            let admission = defence::admit(conn, now, PURPOSE, &from, &proof)?;
            if admission == Admission::Welcome {
                let actor = Actor::Visitor { client: from.client };
                sign_up(conn, &actor, now, &with, &newsletter, &input)?;
            }
            Ok(admission)
        })
        .await?;
    Ok(admission)
}

/// The form again, with what is wrong beside each field.
fn with_faults(ground: &Ground, fields: &SignUpFields, faults: Faults, now: Timestamp) -> Answer {
    let Some(mut page) = subscribe_page(ground, &fields.newsletter, now) else { return nothing_yet(ground, now) };
    let words = |key: &'static str| page.frame.t(key);
    let newsletter_error = faults.no_newsletter.then(|| words(newsletter_key(&fields.newsletter)));
    let email = Field::typed(&fields.email, faults.email.map(|error| words(address_key(error))));
    let name = Field::typed(&fields.name, faults.name.map(|error| words(text_key(error))));
    page.form.email = email;
    page.form.name = name;
    page.form.newsletter_error = newsletter_error;
    page.form.problem = Some(page.frame.t("error-form"));
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// The form again with all that was typed: nobody has to type it twice because others share their network.
fn too_many(ground: &Ground, fields: &SignUpFields, now: Timestamp) -> Answer {
    let Some(mut page) = subscribe_page(ground, &fields.newsletter, now) else { return nothing_yet(ground, now) };
    page.form.email = Field::typed(&fields.email, None);
    page.form.name = Field::typed(&fields.name, None);
    page.form.problem = Some(page.frame.t("error-429-text"));
    page_with(StatusCode::TOO_MANY_REQUESTS, &page)
}

fn ask_for_work(
    app: &App,
    ground: &Ground,
    fields: &SignUpFields,
    source: &str,
    now: Timestamp,
) -> Result<HttpResponse, Refusal> {
    let carried = [
        ("email", &*fields.email),
        ("newsletter", &*fields.newsletter),
        ("name", &*fields.name),
        ("via", source),
        ("shown", &*fields.shown),
        (defence::TICKET, &*fields.ticket),
        (defence::SOLUTION, &*fields.altcha),
    ];
    let carried = carried.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    page(&defence::pow_page(app, ground.frame("/subscribe", now), "/subscribe", carried, now))
}
