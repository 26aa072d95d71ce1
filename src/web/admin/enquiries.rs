//! Enquiries: the inbox, and one with its mails and the form for its answer.

use actix_web::web;
use askama::Template;

use super::deliveries::{MailStatus, mail_status};
use super::form::{Entry, Form, Input, InputKind};
use super::frame::{AdminFrame, done, not_done};
use super::list::{self, ListPage};
use super::table::{Badge, Button, Cell, Table, Tone};
use crate::account::{self, User};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::contact::{self, Answer as SentAnswer, ContactError, Enquiry, EnquiryState, Mails};
use crate::db::{self, Conn};
use crate::field::FieldErrors;
use crate::newsletter::{self, Newsletter};
use crate::site;
use crate::text;
use crate::web::paging::{LIMIT, Turn};
use crate::web::parts::Link;
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/enquiries";
/// Characters of an answer.
const MOST: usize = 20_000;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource("").route(get(list)))
        .service(web::resource("/{id}").route(get(show)).route(web::post().to(answer)))
        .route("/{id}/close", web::post().to(close))
        .route("/{id}/reopen", web::post().to(reopen));
}

fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (state, turn) = (EnquiryState::parse(query.get("state")), Turn::of(&query));
    let before = turn.before();
    let work = move |conn: &mut Conn| {
        let enquiries = contact::page(conn, state, before, LIMIT)?;
        let ids: Vec<i64> = enquiries.iter().map(|enquiry| enquiry.id).collect();
        Ok::<_, db::Error>((enquiries, contact::undelivered(conn, &ids)?, newsletter::list(conn)?))
    };
    let (mut enquiries, undelivered, newsletters) = app.db.read(work).await?;
    let pager = turn.cut(&mut enquiries, |enquiry| enquiry.id, PATH, &[("state", query.get("state"))]);
    page(&ListPage { pager, ..list_page(frame, &enquiries, &undelivered, &newsletters, &query) })
}

/// `undelivered` are the ids of enquiries of which some mail did not arrive.
#[must_use]
pub fn list_page(
    frame: AdminFrame,
    enquiries: &[Enquiry],
    undelivered: &[i64],
    newsletters: &[Newsletter],
    query: &Submitted,
) -> ListPage {
    let l = &frame.locale;
    let state = |enquiry: &Enquiry| {
        let bad = || Badge { tone: Tone::Bad, label: l.t("admin-enquiry-undelivered") };
        let state = Badge::of(l, enquiry.state.as_str());
        let badges = std::iter::once(state).chain(undelivered.contains(&enquiry.id).then(bad)).collect();
        Cell { badges, ..Cell::default() }
    };
    let subject = |one: &Enquiry| Cell::link(subject(&frame, one), path(one.id)).note(from(&frame, one));
    let table = Table::of(&frame, enquiries)
        .column("field-subject", subject)
        .column("admin-state", state)
        .column("field-newsletter", |one| Cell::text(newsletter::name_of(newsletters, one.newsletter_id)))
        .column("admin-when", |one| frame.when(one.created_at))
        .table("admin-nav-enquiries", "admin-enquiries-none");
    let search =
        Form::search(l).select("state", "admin-state", list::states(l, EnquiryState::WORDS)).fill(query).inputs;
    ListPage { search, ..ListPage::new(frame, table) }
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

/// An enquiry with its answers and mails.
#[derive(Debug)]
pub struct Thread {
    pub enquiry: Enquiry,
    pub answers: Vec<SentAnswer>,
    pub mails: Mails,
    pub newsletter: Option<Newsletter>,
    pub users: Vec<User>,
}

/// An answer that was sent.
#[derive(Clone, Debug, Default)]
pub struct ShownAnswer {
    /// Author and time.
    pub who: String,
    pub words: String,
    pub mailed: Option<MailStatus>,
}

#[derive(Template)]
#[template(path = "admin/enquiry.html")]
pub struct EnquiryPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub subject: String,
    pub state: Badge,
    /// Label and value: from, when, newsletter.
    pub facts: Vec<(String, String)>,
    /// The mail to the contact address.
    pub mailed: Option<MailStatus>,
    pub message: String,
    pub answers: Vec<ShownAnswer>,
    /// Posts `answer` to `url`.
    pub url: String,
    pub inputs: Vec<Input>,
    pub buttons: Vec<Button>,
}

async fn load(app: &App, id: i64) -> Result<Thread, Refusal> {
    let work = move |conn: &mut Conn| {
        let Some(enquiry) = contact::by_id(conn, id)? else { return Ok(None) };
        let newsletter = newsletter::by_id(conn, enquiry.newsletter_id)?;
        let answers = contact::answers(conn, id)?;
        let mails = contact::mails(conn, id, answers.len())?;
        Ok::<_, db::Error>(Some(Thread { enquiry, answers, mails, newsletter, users: account::users(conn)? }))
    };
    app.db.read(work).await?.ok_or(Refusal::NotFound)
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    page(&EnquiryPage::new(frame, &load(&app, *id).await?, &Entry::default()))
}

impl EnquiryPage {
    #[must_use]
    pub fn new(frame: AdminFrame, thread: &Thread, entry: &Entry) -> Self {
        let enquiry = &thread.enquiry;
        let newsletter = thread.newsletter.as_ref().map(|newsletter| newsletter.name.clone());
        let answers = thread.answers.iter().zip(&thread.mails.answers).map(|(answer, mail)| ShownAnswer {
            who: format!("{} · {}", author(&answer.author, &thread.users), frame.when(answer.at)),
            words: answer.body.clone(),
            mailed: mail.as_ref().map(|mail| mail_status(&frame, mail)),
        });
        let url = path(enquiry.id);
        let form = Form::to(&frame.locale, "").field(InputKind::Text, "answer", "admin-enquiry-answer").required();
        let (action, key) = match enquiry.state {
            EnquiryState::Open => ("close", "admin-enquiry-close"),
            _ => ("reopen", "admin-enquiry-reopen"),
        };
        Self {
            back: Link::new(frame.t("admin-nav-enquiries"), PATH),
            subject: subject(&frame, enquiry),
            state: Badge::of(&frame.locale, enquiry.state.as_str()),
            facts: vec![
                (frame.t("admin-from"), from(&frame, enquiry)),
                (frame.t("admin-when"), frame.when(enquiry.created_at)),
                (frame.t("field-newsletter"), newsletter.unwrap_or_default()),
            ],
            mailed: thread.mails.enquiry.as_ref().map(|mail| mail_status(&frame, mail)),
            message: enquiry.message.clone(),
            answers: answers.collect(),
            // Without an address there is nobody to answer.
            inputs: if enquiry.envelope.is_empty() { Vec::new() } else { form.show(entry).inputs },
            buttons: vec![Button::to(format!("{url}/{action}"), frame.t(key))],
            url,
            frame,
        }
    }
}

/// The name of the user who wrote an answer; another author as it is kept.
fn author(kept: &str, users: &[User]) -> String {
    let id = kept.strip_prefix("user ").and_then(|id| id.parse::<i64>().ok());
    let user = id.and_then(|id| users.iter().find(|user| user.id == id));
    user.map_or_else(|| kept.to_owned(), |user| user.name.clone())
}

async fn answer(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    let thread = load(&app, id).await?;
    let Some(newsletter) = thread.newsletter.clone() else { return Err(Refusal::NotFound) };
    let mut errors = FieldErrors::default();
    let words = errors.required("answer", text::paragraphs(form.get("answer"), MOST));
    let frame = AdminFrame::load(&app, by.clone()).await?;
    let refused = |entry| invalid(&EnquiryPage::new(frame.clone(), &thread, &entry));
    if !errors.is_empty() {
        return refused(Entry::refused(form, errors));
    }
    let (nonce, links) = (app.random.number(), app.links.clone());
    let work = by.act(&app, move |conn, actor, now| {
        let site = site::site(conn)?;
        contact::answer(conn, actor, now, nonce, (&newsletter, &site, &links), id, &words)
    });
    let words = match work.await {
        Ok(()) => return Ok(done(&path(id), "answered")),
        Err(ContactError::Db(error)) => return Err(error.into()),
        Err(ContactError::NotFound) => return Err(Refusal::NotFound),
        Err(ContactError::Erased) => frame.t("error-answer-erased"),
        Err(ContactError::TooMany) => frame.t("error-answer-too-many"),
        Err(ContactError::Mail(error)) => frame.t1("error-answer-mail", "reason", error.words(&frame.locale)),
    };
    refused(Entry::wrong(form, "answer", words))
}

/// Closes an enquiry that needs no answer.
async fn close(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let closed = change(&app, *id, posted, contact::close).await?;
    Ok(if closed { done(PATH, "enquiry-closed") } else { not_done(&path(*id), "enquiry-not-open") })
}

async fn reopen(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let reopened = change(&app, *id, posted, contact::reopen).await?;
    Ok(if reopened { done(&path(*id), "enquiry-reopened") } else { not_done(&path(*id), "enquiry-open") })
}

/// Changes the state of an enquiry; false if its state does not allow it.
async fn change(
    app: &App,
    id: i64,
    posted: Posted,
    change: fn(&mut Conn, &Actor, Timestamp, i64) -> db::Result<bool>,
) -> Result<bool, Refusal> {
    let work = posted.by.act(app, move |conn, actor, now| {
        contact::by_id(conn, id)?.ok_or(Refusal::NotFound)?;
        Ok(change(conn, actor, now, id)?)
    });
    work.await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::actor::Role;

    #[test]
    fn an_author_is_shown_by_name_where_there_is_one() {
        let user = User {
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
