//! The contact form: a visitor's message is stored and mailed to the newsletter's contact address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::cards::query_value;
use super::defence::{ProofFields, PublicForm, Submission};
use super::pages::{Choice, ContactPage, FormValues, MessagePage};
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::contact::{self, ContactError, EnquiryInput};
use crate::db::Conn;
use crate::field::FieldErrorKind;
use crate::newsletter::Newsletter;
use crate::web::respond::{Answer, page, page_with};
use crate::web::{App, Refusal};

const FORM: PublicForm = PublicForm { purpose: "contact", url: "/contact", done: "/contact/sent" };

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ContactFields {
    newsletter: String,
    name: String,
    email: String,
    subject: String,
    message: String,
    #[serde(flatten)]
    proof: ProofFields,
}

pub async fn form(request: HttpRequest, app: web::Data<App>) -> Answer {
    let ground = app.ground().await?;
    contact_page(&ground, StatusCode::OK, &query_value(&request, "newsletter"), FormValues::default(), app.clock.now())
}

pub async fn sent(app: web::Data<App>) -> Answer {
    let ground = app.ground().await?;
    page(&MessagePage::enquiry_received(ground.frame(FORM.url, app.clock.now())))
}

/// The form, with the newsletter of this slug chosen, or the first.
fn contact_page(ground: &Ground, status: StatusCode, slug: &str, values: FormValues, now: Timestamp) -> Answer {
    let frame = ground.frame(FORM.url, now);
    let Some(chosen) = ground.newsletter(slug).or(ground.first()) else {
        return page(&MessagePage::nothing_yet(frame));
    };
    let choice = |newsletter: &Newsletter| Choice {
        value: newsletter.slug.clone(),
        label: newsletter.name.clone(),
        chosen: newsletter.id == chosen.id,
    };
    let newsletters = ground.newsletters.iter().map(choice).collect();
    page_with(status, &ContactPage { frame, contacts: contacts(ground), newsletters, values })
}

/// Each address that can be written to, with the first newsletter that has it.
fn contacts(ground: &Ground) -> Vec<(String, String)> {
    let mut contacts: Vec<(String, String)> = Vec::new();
    for newsletter in &ground.newsletters {
        if !contacts.iter().any(|(address, _)| *address == newsletter.contact) {
            contacts.push((newsletter.contact.clone(), newsletter.name.clone()));
        }
    }
    contacts
}

/// The newsletter that an enquiry is about. A form that names none was made when there was only one.
fn about<'a>(ground: &'a Ground, slug: &str) -> Result<&'a Newsletter, FieldErrorKind> {
    let only = || ground.newsletters.first().filter(|_| slug.is_empty());
    ground.newsletter(slug).or_else(only).ok_or(if slug.is_empty() {
        FieldErrorKind::Required
    } else {
        FieldErrorKind::Unknown
    })
}

pub async fn post(request: HttpRequest, app: web::Data<App>, fields: web::Form<ContactFields>) -> Answer {
    let (now, fields) = (app.clock.now(), fields.into_inner());
    let ground = app.ground().await?;
    let values = [
        ("newsletter", fields.newsletter.as_str()),
        ("name", &fields.name),
        ("email", &fields.email),
        ("subject", &fields.subject),
        ("message", &fields.message),
    ];
    let again = |status, values| contact_page(&ground, status, &fields.newsletter, values, now);
    let input = EnquiryInput {
        newsletter: about(&ground, &fields.newsletter),
        name: &fields.name,
        email: &fields.email,
        subject: &fields.subject,
        message: &fields.message,
    };
    let (newsletter, enquiry) = match input.check() {
        Ok((newsletter, enquiry)) => (newsletter.clone(), enquiry),
        Err(errors) => {
            let values = FormValues::new(&values).with_errors(&ground.locale(), &errors);
            return again(StatusCode::UNPROCESSABLE_ENTITY, values);
        }
    };
    let (nonce, links, site) = (app.random.number(), app.links.clone(), ground.site.clone());
    let frame = ground.frame(FORM.url, now);
    let submission =
        Submission { app: &app, request: &request, frame, proof: &fields.proof, values: &values, again: &again };
    let work = move |conn: &mut Conn, _| {
        contact::receive(conn, now, nonce, &links, (&newsletter, &site), &enquiry).map(drop).map_err(refused)
    };
    FORM.act(submission, work).await
}

fn refused(error: ContactError) -> Refusal {
    match error {
        ContactError::Db(error) => Refusal::Database(error),
        error => Refusal::broken(&error),
    }
}
