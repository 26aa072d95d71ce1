//! The contact form: what a visitor writes is kept and mailed to the newsletter's contact address.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};
use serde::Deserialize;

use super::cards::asked;
use super::defence::{self, Admission, Proof, Sender};
use super::frame::{Ground, ground};
use super::pages::{Choice, ContactPage, Field, MessagePage};
use super::sign_up::{address_key, newsletter_key, text_key};
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
    let now = app.clock.now();
    match contact_page(&ground, &asked(&request, "newsletter"), now) {
        Some(shown) => page(&shown),
        None => nothing_yet(&ground, now),
    }
}

fn nothing_yet(ground: &Ground, now: Timestamp) -> Answer {
    page(&MessagePage::nothing_yet(ground.frame("/contact", now)))
}

pub async fn sent(app: web::Data<App>) -> Answer {
    let ground = app.db.read(ground).await?;
    page(&MessagePage::enquiry_received(ground.frame("/contact", app.clock.now())))
}

/// The empty form, with the newsletter of this slug chosen, or the first; `None` while there is none.
fn contact_page(ground: &Ground, slug: &str, now: Timestamp) -> Option<ContactPage> {
    let chosen = ground.newsletter(slug).or(ground.first())?;
    let choice = |newsletter: &Newsletter| Choice {
        value: newsletter.slug.clone(),
        label: newsletter.name.clone(),
        chosen: newsletter.id == chosen.id,
    };
    Some(ContactPage {
        frame: ground.frame("/contact", now),
        contacts: contacts(ground),
        newsletters: ground.newsletters.iter().map(choice).collect(),
        newsletter_error: None,
        name: Field::default(),
        email: Field::default(),
        subject: Field::default(),
        message: Field::default(),
        problem: None,
    })
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

pub async fn post(request: HttpRequest, app: web::Data<App>, fields: web::Form<ContactFields>) -> Answer {
    let (now, fields) = (app.clock.now(), fields.into_inner());
    let ground = app.db.read(ground).await?;
    // Where the form names none, there was one when it was made.
    let newsletter = ground.newsletter(&fields.newsletter).or_else(|| {
        let unnamed = fields.newsletter.is_empty();
        ground.newsletters.first().filter(|_| unnamed)
    });
    let (newsletter, written) = match (newsletter, read(&ground.locale(), &fields)) {
        (Some(newsletter), Ok(written)) => (newsletter, written),
        (newsletter, written) => return with_problems(&ground, &fields, newsletter.is_none(), written.err(), now),
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
        Admission::TooMany => too_many(&ground, &fields, now),
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
    let name = text::single_line(&fields.name, text::NAME).map_err(text_key);
    let subject = filled(text::single_line(&fields.subject, SUBJECT), "error-subject-missing");
    let message = filled(text::paragraphs(&text::visible(&fields.message), MESSAGE), "error-message-missing");
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

fn with_problems(
    ground: &Ground,
    fields: &ContactFields,
    unknown: bool,
    problems: Option<Box<Problems>>,
    now: Timestamp,
) -> Answer {
    let Some(shown) = contact_page(ground, &fields.newsletter, now) else { return nothing_yet(ground, now) };
    let Problems { name, email, subject, message } = problems.map_or_else(|| typed(fields), |problems| *problems);
    let newsletter_error = unknown.then(|| shown.frame.t(newsletter_key(&fields.newsletter)));
    let problem = Some(shown.frame.t("error-form"));
    let shown = ContactPage { newsletter_error, name, email, subject, message, problem, ..shown };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
}

/// The form again with all that was typed.
fn too_many(ground: &Ground, fields: &ContactFields, now: Timestamp) -> Answer {
    let Some(shown) = contact_page(ground, &fields.newsletter, now) else { return nothing_yet(ground, now) };
    let Problems { name, email, subject, message } = typed(fields);
    let problem = Some(shown.frame.t("error-429-text"));
    let shown = ContactPage { name, email, subject, message, problem, ..shown };
    page_with(StatusCode::TOO_MANY_REQUESTS, &shown)
}

fn typed(fields: &ContactFields) -> Problems {
    let field = |value: &str| Field::typed(value, None);
    Problems {
        name: field(&fields.name),
        email: field(&fields.email),
        subject: field(&fields.subject),
        message: field(&fields.message),
    }
}

fn ask_for_work(app: &App, ground: &Ground, fields: ContactFields, now: Timestamp) -> Answer {
    let ContactFields { newsletter, name, email, subject, message, altcha, ticket, .. } = fields;
    let carried = [
        ("newsletter", newsletter),
        ("name", name),
        ("email", email),
        ("subject", subject),
        ("message", message),
        (defence::TICKET, ticket),
        (defence::SOLUTION, altcha),
    ];
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
        // Pasted from a chat in Arabic: what nobody sees is no mistake of the visitor's.
        let pasted = ContactFields { message: "a\u{202e}b\u{200b}".to_owned(), ..good() };
        assert_eq!(read(&locale, &pasted).map(|written| written.message).ok().as_deref(), Some("ab"));
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
        assert_eq!(wrong(|f| f.subject = "a\u{202e}b".to_owned()), [false, false, true, false]);
        assert_eq!(wrong(|f| f.message = "x".repeat(MESSAGE + 1)), [false, false, false, true]);
    }
}
