//! Newsletters: the list, the form for one, closing and reopening, and the code of its sign-up form for other sites.

use actix_web::web;

use super::field_form::{changes, controls, entry_of};
use super::form::{Entry, Form, FormPage, Snippet};
use super::frame::{AdminFrame, done};
use super::list::ListPage;
use super::table::{Badge, Button, Cell, Table};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::digest;
use crate::field::fields;
use crate::newsletter::{self, Input, Newsletter, Topic};
use crate::web::parts::{Choice, Link};
use crate::web::public::embed;
use crate::web::respond::{Answer, invalid, page, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal};

pub const PATH: &str = "/admin/newsletters";
const NEW: &str = "/admin/newsletters/new";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .route("", get(list))
        .service(web::resource("/new").route(get(blank)).route(web::post().to(|app, posted| save(app, posted, None))))
        .service(web::resource("/{id}").route(get(show)).route(web::post().to(change)))
        .service(web::resource("/{id}/close").route(get(ask_to_close)).route(web::post().to(close)))
        .route("/{id}/reopen", web::post().to(|app, id, posted| set_open(app, id, posted, true)));
}

fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

async fn list(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let found = app.db.read(|conn| Ok::<_, db::Error>((newsletter::list(conn)?, digest::last_started(conn)?)));
    let (newsletters, last_sent) = found.await?;
    page(&list_page(frame, &newsletters, &last_sent))
}

/// `last_sent` are ids of newsletters, and when the last digest of each was sent.
#[must_use]
pub fn list_page(frame: AdminFrame, newsletters: &[Newsletter], last_sent: &[(i64, Timestamp)]) -> ListPage {
    let name = |one: &Newsletter| {
        let sender = format!("{} <{}>", one.sender_name, one.sender);
        let closed = (!one.is_open()).then(|| Badge::of(&frame.locale, "closed"));
        Cell { badges: closed.into_iter().collect(), ..Cell::link(&one.name, path(one.id)).note(sender) }
    };
    let sent = |one: &Newsletter| {
        let last = last_sent.iter().find(|(id, _)| *id == one.id);
        last.map(|(_, at)| frame.when(*at)).unwrap_or_default()
    };
    let table = Table::of(&frame, newsletters)
        .column("field-newsletter", name)
        .number("state-confirmed", |one| one.confirmed)
        .number("state-pending", |one| one.pending)
        .column("admin-last-sent", sent)
        .table("admin-nav-newsletters", "admin-newsletters-none");
    let links = vec![Link::new(frame.t("admin-newsletter-new"), NEW)];
    ListPage { links, ..ListPage::new(frame, table) }
}

async fn blank(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let topics = app.db.read(newsletter::topics).await?;
    page(&newsletter_page(frame, None, &topics, &entry_of(&Input::default())))
}

/// The form of a newsletter, or of a new one.
#[must_use]
pub fn newsletter_page(frame: AdminFrame, id: Option<i64>, topics: &[Topic], entry: &Entry) -> FormPage {
    let (title, url) = match id {
        Some(id) => (entry.values.get("name").to_owned(), path(id)),
        None => (frame.t("admin-newsletter-new"), NEW.to_owned()),
    };
    let topics = topics.iter().map(|topic| Choice::new(&topic.name, &topic.name)).collect();
    let form = controls(Form::to(&frame.locale, url), "newsletter", &fields::<Input>(), &entry.values);
    let form = form.choose("topics", topics).show(entry);
    let back = Some(Link::new(frame.t("admin-nav-newsletters"), PATH));
    FormPage { back, ..FormPage::new(frame, title, form) }
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let id = *id;
    let work = move |conn: &mut Conn| {
        let newsletter = newsletter::by_id(conn, id)?.ok_or(Refusal::NotFound)?;
        let input = newsletter::input_of(conn, &newsletter)?;
        Ok::<_, Refusal>((newsletter, input, newsletter::topics(conn)?))
    };
    let (newsletter, input, topics) = app.db.read(work).await?;
    let button = |action: &str, key: &str| Button::to(format!("{}/{action}", path(id)), frame.t(key));
    let (buttons, text, snippets) = match newsletter.closed_at {
        None => {
            let question = frame.t1("admin-newsletter-close-sure", "newsletter", &newsletter.name);
            let close = button("close", "admin-newsletter-close").danger(question);
            (vec![close], String::new(), vec![embed_code(&frame, &app, &newsletter)?])
        }
        Some(at) => {
            let text = frame.t1("admin-newsletter-closed", "at", frame.when(at));
            (vec![button("reopen", "admin-newsletter-reopen")], text, Vec::new())
        }
    };
    let form = newsletter_page(frame, Some(id), &topics, &entry_of(&input));
    page(&FormPage { text, buttons, snippets, ..form })
}

/// Where the sign-up form for other sites is shown.
#[must_use]
pub fn embed_path(newsletter: &Newsletter) -> String {
    format!("{}#snippet-1", path(newsletter.id))
}

/// The sign-up form for other sites.
fn embed_code(frame: &AdminFrame, app: &App, newsletter: &Newsletter) -> Result<Snippet, Refusal> {
    let code = embed::form(&app.links, newsletter)?;
    Ok(Snippet { title: frame.t("admin-embed-form"), text: frame.t("admin-embed-form-text"), code, wraps: false })
}

async fn ask_to_close(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let id = *id;
    let newsletter = app.db.read(move |conn| newsletter::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let question = frame.t1("admin-newsletter-close-sure", "newsletter", &newsletter.name);
    let (path, label) = (path(id), frame.t("admin-newsletter-close"));
    page(&FormPage::question(frame, newsletter.name.clone(), question, (&path, "close"), label, &[("sure", "yes")]))
}

/// Closes a newsletter. Without an answer to the question it asks.
async fn close(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    if posted.form.get("sure") != "yes" {
        return Ok(see_other(&format!("{}/close", path(*id))));
    }
    set_open(app, id, posted, false).await
}

/// Doing it twice is fine.
async fn set_open(app: web::Data<App>, id: web::Path<i64>, posted: Posted, open: bool) -> Answer {
    let id = *id;
    let work = posted.by.act(&app, move |conn, actor, now| {
        newsletter::set_open(conn, actor, now, id, open)?;
        newsletter::by_id(conn, id)
    });
    work.await?.ok_or(Refusal::NotFound)?;
    Ok(done(&path(id), if open { "newsletter-reopened" } else { "newsletter-closed" }))
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    save(app, posted, Some(*id)).await
}

async fn save(app: web::Data<App>, posted: Posted, id: Option<i64>) -> Answer {
    let Posted { by, form } = posted;
    let changes = changes(&fields::<Input>(), &form);
    let work = by.act(&app, move |conn, actor, now| match id {
        Some(id) => newsletter::patch(conn, actor, now, id, changes).map(|()| id),
        None => newsletter::add(conn, actor, now, Input::default().with(changes)?),
    });
    let entry = match work.await {
        Ok(id) => return Ok(done(&path(id), "saved")),
        Err(error) => Entry::not_stored(form, error)?,
    };
    let (frame, topics) = (AdminFrame::load(&app, by).await?, app.db.read(newsletter::topics).await?);
    invalid(&newsletter_page(frame, id, &topics, &entry))
}
