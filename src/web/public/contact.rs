//! The contact form: what a visitor writes is kept and mailed to the newsletter's contact address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::cards::asked;
use super::defence::{self, Admission, Proof, Sender};
use super::frame::{Ground, ground};
use super::pages::{ContactPage, Field, MessagePage};
use super::sign_up::{address_key, text_key};
use crate::clock::Timestamp;
use crate::contact::{self, ContactError, Written};
use crate::db::Conn;
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::newsletter::Newsletter;
use crate::text::{self, TextError};
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::{App, Refusal};

const SENT: &str = "/contact/sent";
const PURPOSE: &str = "contact";
/// Characters of each field.
const NAME: usize = 100;
const SUBJECT: usize = 150;
const MESSAGE: usize = 10_000;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ContactFields {
    newsletter: String,
    name: String,
    email: String,
    subject: String,
    message: String,
    altcha: String,
    ticket: String,
    homepage: String,
}

pub async fn form(request: HttpRequest, app: web::Data<App>) -> Answer {
    let ground = app.db.read(ground).await?;
    let newsletter = addressed(&ground, &asked(&request, "newsletter")).ok_or(Refusal::NotFound)?;
    page(&contact_page(&ground, newsletter, app.clock.now()))
}

pub async fn sent(app: web::Data<App>) -> Answer {
    let ground = app.db.read(ground).await?;
    page(&MessagePage::enquiry_received(ground.frame("/contact", app.clock.now())))
}

/// The newsletter that is written to; the first one where none is named.
fn addressed<'a>(ground: &'a Ground, slug: &str) -> Option<&'a Newsletter> {
    if slug.is_empty() { ground.newsletters.first() } else { ground.newsletter(slug).or(ground.newsletters.first()) }
}

fn contact_page(ground: &Ground, newsletter: &Newsletter, now: Timestamp) -> ContactPage {
    ContactPage {
        frame: ground.frame("/contact", now),
        contact: newsletter.contact_address.clone(),
        newsletter: newsletter.slug.clone(),
        name: Field::default(),
        email: Field::default(),
        subject: Field::default(),
        message: Field::default(),
        problem: None,
    }
}

pub async fn post(request: HttpRequest, app: web::Data<App>, fields: web::Form<ContactFields>) -> Answer {
    let (now, fields) = (app.clock.now(), fields.into_inner());
    let ground = app.db.read(ground).await?;
    let newsletter = addressed(&ground, &fields.newsletter).ok_or(Refusal::NotFound)?;
    let written = match read(&ground.locale(), &fields) {
        Ok(written) => written,
        Err(problems) => {
            let shown = with_problems(contact_page(&ground, newsletter, now), *problems);
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
        }
    };
    if !fields.homepage.is_empty() {
        return Ok(see_other(SENT));
    }
    let proof = defence::proof(&app, &fields.altcha, &fields.ticket, now);
    if matches!(proof, Proof::Missing) {
        return ask_for_work(&app, &ground, fields, now);
    }
    let from = defence::sender(&request, &app);
    match keep(&app, &ground, newsletter.clone(), written, from, proof).await? {
        Admission::Welcome => Ok(see_other(SENT)),
        Admission::Used => ask_for_work(&app, &ground, fields, now),
        Admission::TooMany => Err(Refusal::TooMany),
    }
}

/// Keeps an enquiry and queues its mail: one transaction.
async fn keep(
    app: &App,
    ground: &Ground,
    newsletter: Newsletter,
    written: Written,
    from: Sender,
    proof: Proof,
) -> Result<Admission, Refusal> {
    let (now, nonce) = (app.clock.now(), app.random.number());
    let (links, site) = (app.links.clone(), ground.site.clone());
    let work = move |conn: &mut Conn| {
        let admission = defence::admit(conn, now, PURPOSE, &from, &proof)?;
        if admission == Admission::Welcome {
            contact::receive(conn, now, nonce, &links, (&newsletter, &site), &written).map_err(refused)?;
        }
        Ok::<_, Refusal>(admission)
    };
    let admission = app.db.write(work).await?;
    app.engine.nudge();
    Ok(admission)
}

fn refused(error: ContactError) -> Refusal {
    match error {
        ContactError::Db(error) => Refusal::Database(error),
        error => Refusal::broken(&error),
    }
}

/// The fields as they come back, each with what is wrong with it.
struct Problems {
    name: Field,
    email: Field,
    subject: Field,
    message: Field,
}

/// Reads the fields, or says at each what is wrong.
fn read(locale: &Locale, fields: &ContactFields) -> Result<Written, Box<Problems>> {
    let address = EmailAddress::parse(&fields.email).map_err(address_key);
    let name = text::single_line(&fields.name, NAME).map_err(text_key);
    let subject = filled(text::single_line(&fields.subject, SUBJECT), "error-subject-missing");
    let message = filled(text::paragraphs(&fields.message, MESSAGE), "error-message-missing");
    match (address, name, subject, message) {
        (Ok(address), Ok(name), Ok(subject), Ok(message)) => Ok(Written { name, address, subject, message }),
        (address, name, subject, message) => {
            let field = |value: &str, key: Option<&str>| Field::typed(value, key.map(|key| locale.t(key)));
            Err(Box::new(Problems {
                name: field(&fields.name, name.err()),
                email: field(&fields.email, address.err()),
                subject: field(&fields.subject, subject.err()),
                message: field(&fields.message, message.err()),
            }))
        }
    }
}

/// A text that must not be empty; else the key of what is wrong.
fn filled(text: Result<String, TextError>, missing: &'static str) -> Result<String, &'static str> {
    match text {
        Ok(text) if text.is_empty() => Err(missing),
        Ok(text) => Ok(text),
        Err(TextError::TooLong { .. }) => Err("error-text-long"),
        Err(_) => Err("error-text-control"),
    }
}

fn with_problems(page: ContactPage, problems: Problems) -> ContactPage {
    let Problems { name, email, subject, message } = problems;
    let problem = Some(page.frame.t("error-form"));
    ContactPage { name, email, subject, message, problem, ..page }
}

fn ask_for_work(app: &App, ground: &Ground, fields: ContactFields, now: Timestamp) -> Answer {
    let ContactFields { newsletter, name, email, subject, message, .. } = fields;
    let carried =
        [("newsletter", newsletter), ("name", name), ("email", email), ("subject", subject), ("message", message)];
    let carried = carried.map(|(name, value)| (name.to_owned(), value)).to_vec();
    page(&defence::pow_page(app, ground.frame("/contact", now), "/contact", carried, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> ContactFields {
        ContactFields {
            email: "ann@example.org".to_owned(),
            subject: "The timetable".to_owned(),
            message: "Will the boat wait?".to_owned(),
            ..ContactFields::default()
        }
    }

    #[test]
    fn every_problem_stands_at_its_field() {
        let locale = Locale::default();
        assert!(read(&locale, &good()).is_ok());
        let wrong = |change: fn(&mut ContactFields)| {
            let mut fields = good();
            change(&mut fields);
            let found = read(&locale, &fields).map(|_| ()).unwrap_err();
            [found.name, found.email, found.subject, found.message].map(|field| field.error.is_some())
        };
        assert_eq!(wrong(|f| f.name = "a\nb".to_owned()), [true, false, false, false]);
        assert_eq!(wrong(|f| f.email = "ann@".to_owned()), [false, true, false, false]);
        assert_eq!(wrong(|f| f.subject = " ".to_owned()), [false, false, true, false]);
        assert_eq!(wrong(|f| f.subject = "a\r\nBcc: b@c.de".to_owned()), [false, false, true, false]);
        assert_eq!(wrong(|f| f.message = String::new()), [false, false, false, true]);
        assert_eq!(wrong(|f| f.message = "a\u{202e}b".to_owned()), [false, false, false, true]);
        assert_eq!(wrong(|f| f.message = "x".repeat(MESSAGE + 1)), [false, false, false, true]);
    }
}
