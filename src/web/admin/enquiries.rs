//! Enquiries: the inbox, and one with its mails and the form for its answer.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::pages::{AdminFrame, Badge, Button, EnquiryPage, EnquiryRow, ListPage, Mailed, Written};
use super::parts::{Said, done, filter_choices, frame_said, not_done, states};
use super::turn::{LIMIT, Turn};
use crate::account;
use crate::contact::{self, Answer as Sent, ContactError, Enquiry, EnquiryState, Mails};
use crate::db::{self, Conn};
use crate::delivery::{DeliveryReason, DeliveryRow};
use crate::newsletter::{self, Newsletter};
use crate::site;
use crate::text;
use crate::web::posted::Empty;
use crate::web::public::pages::{Field, Link};
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

const LIST: &str = "/admin/enquiries";
/// Characters of an answer.
const MOST: usize = 20_000;

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource(LIST).route(get(list)))
        .service(web::resource(format!("{LIST}/{{id}}")).route(get(show)).route(web::post().to(answer)))
        .route(&format!("{LIST}/{{id}}/close"), web::post().to(close))
        .route(&format!("{LIST}/{{id}}/reopen"), web::post().to(reopen));
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Find {
    state: String,
}

async fn list(
    app: web::Data<App>,
    by: SignedIn,
    find: web::Query<Find>,
    turn: web::Query<Turn>,
    said: web::Query<Said>,
) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let (state, before) = (EnquiryState::parse(&find.state), turn.before());
    let work = move |conn: &mut Conn| {
        let enquiries = contact::page(conn, state, before, LIMIT)?;
        let ids: Vec<i64> = enquiries.iter().map(|enquiry| enquiry.id).collect();
        Ok::<_, db::Error>((enquiries, contact::undelivered(conn, &ids)?, newsletter::list(conn)?))
    };
    let (mut enquiries, undelivered, newsletters) = app.db.read(work).await?;
    let pager = turn.cut(&mut enquiries, |enquiry| enquiry.id, LIST, &[("state", &find.state)]);
    let shown = |enquiry| row(&frame, enquiry, &newsletters, &undelivered);
    let rows = enquiries.iter().map(shown).collect();
    let words: Vec<&str> = EnquiryState::ALL.iter().map(|state| state.as_str()).collect();
    let states = filter_choices(&frame.locale, states(&frame.locale, &words), &find.state);
    page(&ListPage::enquiries(frame, rows, states, pager))
}

fn row(frame: &AdminFrame, enquiry: &Enquiry, newsletters: &[Newsletter], undelivered: &[i64]) -> EnquiryRow {
    let newsletter = newsletters.iter().find(|newsletter| newsletter.id == enquiry.newsletter_id);
    EnquiryRow {
        subject: subject(frame, enquiry),
        url: format!("{LIST}/{}", enquiry.id),
        from: from(frame, enquiry),
        state: enquiry.state.as_str().to_owned(),
        undelivered: undelivered.contains(&enquiry.id),
        when: frame.when(enquiry.created_at),
        newsletter: newsletter.map(|newsletter| newsletter.name.clone()).unwrap_or_default(),
    }
}

fn subject(frame: &AdminFrame, enquiry: &Enquiry) -> String {
    if enquiry.subject.is_empty() { frame.t("admin-erased") } else { enquiry.subject.clone() }
}

fn from(frame: &AdminFrame, enquiry: &Enquiry) -> String {
    match (enquiry.name.as_str(), enquiry.envelope.as_str()) {
        (_, "") => frame.t("admin-erased"),
        ("", address) => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    }
}

/// An enquiry with what it is shown with.
struct Found {
    enquiry: Enquiry,
    answers: Vec<Sent>,
    mails: Mails,
    newsletter: Option<Newsletter>,
    users: Vec<account::User>,
}

async fn load(app: &App, id: i64) -> Result<Found, Refusal> {
    let work = move |conn: &mut Conn| {
        let Some(enquiry) = contact::by_id(conn, id)? else { return Ok(None) };
        let newsletter = newsletter::by_id(conn, enquiry.newsletter_id)?;
        let answers = contact::answers(conn, id)?;
        let mails = contact::mails(conn, id, answers.len())?;
        Ok::<_, db::Error>(Some(Found { enquiry, answers, mails, newsletter, users: account::users(conn)? }))
    };
    app.db.read(work).await?.ok_or(Refusal::NotFound)
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let found = load(&app, id.into_inner()).await?;
    page(&enquiry_page(frame, &found, Field::default()))
}

fn enquiry_page(frame: AdminFrame, found: &Found, typed: Field) -> EnquiryPage {
    let enquiry = &found.enquiry;
    let newsletter = found.newsletter.as_ref().map(|newsletter| newsletter.name.clone());
    let facts = vec![
        (frame.t("admin-from"), from(&frame, enquiry)),
        (frame.t("admin-when"), frame.when(enquiry.created_at)),
        (frame.t("field-newsletter"), newsletter.unwrap_or_default()),
    ];
    let answers = found.answers.iter().zip(&found.mails.answers).map(|(answer, mail)| Written {
        who: format!("{} · {}", author(&answer.author, &found.users), frame.when(answer.at)),
        words: answer.body.clone(),
        mailed: mail.as_ref().map(|mail| mailed(&frame, mail)),
    });
    // Without an address there is nobody to answer.
    let inputs = if enquiry.envelope.is_empty() { Vec::new() } else { EnquiryPage::answer_inputs(&frame, typed) };
    let url = format!("{LIST}/{}", enquiry.id);
    EnquiryPage {
        back: Link { name: frame.t("admin-nav-enquiries"), url: LIST.to_owned() },
        subject: subject(&frame, enquiry),
        state: Badge::of(&frame.locale, enquiry.state.as_str()),
        facts,
        mailed: found.mails.enquiry.as_ref().map(|mail| mailed(&frame, mail)),
        message: enquiry.message.clone(),
        answers: answers.collect(),
        buttons: vec![match enquiry.state {
            EnquiryState::Open => Button::to(format!("{url}/close"), frame.t("admin-enquiry-close")),
            _ => Button::to(format!("{url}/reopen"), frame.t("admin-enquiry-reopen")),
        }],
        url,
        inputs,
        frame,
    }
}

/// Where a mail stands, with the relay's words.
fn mailed(frame: &AdminFrame, mail: &DeliveryRow) -> Mailed {
    let url = format!("/admin/deliveries/{}", mail.id);
    Mailed {
        to: mail.address.clone().unwrap_or_else(|| frame.t("admin-erased")),
        state: Badge::of(&frame.locale, mail.state.as_str()),
        reason: DeliveryReason::words(mail.reason, &frame.locale),
        reply: mail.reply.clone(),
        url: frame.may_enter(&url).then_some(url),
    }
}

/// The name of the user who wrote an answer; another author as it is kept.
fn author(kept: &str, users: &[account::User]) -> String {
    let id = kept.strip_prefix("user ").and_then(|id| id.parse::<i64>().ok());
    let user = id.and_then(|id| users.iter().find(|user| user.id == id));
    user.map_or_else(|| kept.to_owned(), |user| user.name.clone())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Words {
    answer: String,
}

async fn answer(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Words>) -> Answer {
    let (id, Posted { by, form }) = (id.into_inner(), posted);
    let found = load(&app, id).await?;
    let words = match text::paragraphs(&form.answer, MOST) {
        Ok(words) if !words.is_empty() => words,
        Ok(_) => return refused(&app, &by, &found, form.answer, None).await,
        Err(error) => return refused(&app, &by, &found, form.answer, Some(error.to_string())).await,
    };
    let Some(newsletter) = found.newsletter.clone() else { return Err(Refusal::NotFound) };
    let (now, nonce, links, actor) = (app.clock.now(), app.random.number(), app.links.clone(), by.actor.clone());
    let work = move |conn: &mut Conn| {
        let site = site::site(conn)?;
        contact::answer(conn, &actor, now, nonce, (&newsletter, &site, &links), id, &words)
    };
    match app.db.write(work).await {
        Ok(()) => Ok(done(&format!("{LIST}/{id}"), "answered")),
        Err(ContactError::Db(error)) => Err(error.into()),
        Err(ContactError::NotFound) => Err(Refusal::NotFound),
        Err(error) => refused(&app, &by, &found, form.answer, Some(error.to_string())).await,
    }
}

/// Closes an enquiry that needs no answer.
async fn close(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (now, id, actor) = (app.clock.now(), id.into_inner(), posted.by.actor);
    let closed = app.db.write(move |conn| known(conn, id)?.then(|| contact::close(conn, &actor, now, id)).transpose());
    let closed = closed.await?.ok_or(Refusal::NotFound)?;
    Ok(if closed { done(LIST, "enquiry-closed") } else { not_done(&format!("{LIST}/{id}"), "enquiry-not-open") })
}

async fn reopen(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (now, id, actor) = (app.clock.now(), id.into_inner(), posted.by.actor);
    let opened = app.db.write(move |conn| known(conn, id)?.then(|| contact::reopen(conn, &actor, now, id)).transpose());
    let path = format!("{LIST}/{id}");
    let opened = opened.await?.ok_or(Refusal::NotFound)?;
    Ok(if opened { done(&path, "enquiry-reopened") } else { not_done(&path, "enquiry-open") })
}

fn known(conn: &mut Conn, id: i64) -> db::Result<bool> {
    Ok(contact::by_id(conn, id)?.is_some())
}

/// The enquiry again, with what is wrong with the answer; by default, that there is none.
async fn refused(app: &App, by: &SignedIn, found: &Found, typed: String, error: Option<String>) -> Answer {
    let frame = frame_said(app, by, LIST, &Said::default()).await?;
    let error = error.unwrap_or_else(|| frame.t("error-message-missing"));
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &enquiry_page(frame, found, Field::wrong(typed, error)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Role;
    use crate::clock::Timestamp;

    #[test]
    fn an_author_is_shown_by_name_where_there_is_one() {
        let user = account::User {
            id: 7,
            address: "ada@example.org".to_owned(),
            name: "Ada".to_owned(),
            role: Role::Editor,
            has_password: true,
            created_at: Timestamp(0),
            disabled_at: None,
        };
        for (kept, shown) in [("user 7", "Ada"), ("user 8", "user 8"), ("api-key 7", "api-key 7"), ("", "")] {
            assert_eq!(author(kept, std::slice::from_ref(&user)), shown);
        }
    }
}
