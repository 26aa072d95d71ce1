//! Newsletters: the list, the form for one, closing and reopening, and the code of its sign-up form for other sites.

use actix_web::http::StatusCode;
use actix_web::web;

use super::form::{Form, FormPage, Marks, Snippet};
use super::frame::{AdminFrame, done};
use super::list::ListPage;
use super::newsletter_form;
use super::table::{Badge, Button, Cell, Table};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::digest;
use crate::newsletter::{self, Input, Newsletter, NewsletterError, Settings, Topic};
use crate::web::parts::Link;
use crate::web::posted::Empty;
use crate::web::public::embed;
use crate::web::respond::{Answer, page, page_with};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/newsletters";
const NEW: &str = "/admin/newsletters/new";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .route("", get(list))
        .service(web::resource("/new").route(get(blank)).route(web::post().to(add)))
        .service(web::resource("/{id}").route(get(show)).route(web::post().to(change)))
        .route("/{id}/close", web::post().to(close))
        .route("/{id}/reopen", web::post().to(reopen));
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
    let values = newsletter_form::values(&Input::default(), &[]);
    page(&newsletter_page(frame, None, &topics, &values, &Marks::default()))
}

/// The form of a newsletter, or of a new one.
#[must_use]
pub fn newsletter_page(
    frame: AdminFrame,
    id: Option<i64>,
    topics: &[Topic],
    values: &Submitted,
    wrong: &Marks,
) -> FormPage {
    let (title, url) = match id {
        Some(id) => (values.get("name").to_owned(), path(id)),
        None => (frame.t("admin-newsletter-new"), NEW.to_owned()),
    };
    let form = newsletter_form::fields(Form::to(&frame.locale, url), &frame.locale, topics, values, wrong);
    let back = Some(Link::new(frame.t("admin-nav-newsletters"), PATH));
    FormPage { back, ..FormPage::new(frame, title, form) }
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let id = *id;
    let work = move |conn: &mut Conn| {
        let newsletter = newsletter::by_id(conn, id)?.ok_or(Refusal::NotFound)?;
        let edition = newsletter::first_edition(conn, id)?;
        let chosen = newsletter::edition_topics(conn, edition.id)?;
        Ok::<_, Refusal>((newsletter, edition, chosen, newsletter::topics(conn)?))
    };
    let (newsletter, edition, chosen, topics) = app.db.read(work).await?;
    let button = |action: &str, key: &str| vec![Button::to(format!("{}/{action}", path(id)), frame.t(key))];
    let (buttons, text, snippets) = match newsletter.closed_at {
        None => {
            (button("close", "admin-newsletter-close"), String::new(), vec![embed_code(&frame, &app, &newsletter)?])
        }
        Some(at) => {
            let text = frame.t1("admin-newsletter-closed", "at", frame.when(at));
            (button("reopen", "admin-newsletter-reopen"), text, Vec::new())
        }
    };
    let input = Input { newsletter: newsletter.settings.clone(), edition: edition.settings };
    let kept = newsletter_form::values(&input, &chosen);
    let form = newsletter_page(frame, Some(id), &topics, &kept, &Marks::default());
    page(&FormPage { text, buttons, snippets, ..form })
}

/// The sign-up form for other sites.
fn embed_code(frame: &AdminFrame, app: &App, newsletter: &Newsletter) -> Result<Snippet, Refusal> {
    let code = embed::form(&app.links, newsletter)?;
    Ok(Snippet { title: frame.t("admin-embed-form"), text: frame.t("admin-embed-form-text"), code, wraps: false })
}

async fn close(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    set_open(&app, posted, *id, false).await
}

async fn reopen(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    set_open(&app, posted, *id, true).await
}

/// Doing it twice is fine.
async fn set_open(app: &App, posted: Posted<Empty>, id: i64, open: bool) -> Answer {
    let work = posted.by.act(app, move |conn, actor, now| {
        newsletter::set_open(conn, actor, now, id, open)?;
        newsletter::by_id(conn, id)
    });
    work.await?.ok_or(Refusal::NotFound)?;
    Ok(done(&path(id), if open { "newsletter-reopened" } else { "newsletter-closed" }))
}

async fn add(app: web::Data<App>, posted: Posted<Submitted>) -> Answer {
    save(&app, posted, None).await
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Submitted>) -> Answer {
    save(&app, posted, Some(*id)).await
}

async fn save(app: &App, posted: Posted<Submitted>, id: Option<i64>) -> Answer {
    let Posted { by, form } = posted;
    let (input, topics) = (newsletter_form::input(&form), newsletter_form::topic_ids(&form));
    let work = by.act(app, move |conn, actor, now| {
        let id = match id {
            Some(id) => {
                let Some(known) = newsletter::by_id(conn, id)? else { return Ok(None) };
                let settings = Settings { language: known.settings.language, ..input.newsletter };
                newsletter::change(conn, actor, now, id, Input { newsletter: settings, ..input })?;
                id
            }
            None => newsletter::add(conn, actor, now, input)?,
        };
        let topics = newsletter::known_topics(conn, &topics)?;
        let edition = newsletter::first_edition(conn, id)?;
        newsletter::set_edition_topics(conn, edition.id, &topics)?;
        Ok::<_, NewsletterError>(Some(id))
    });
    match work.await {
        Ok(Some(id)) => Ok(done(&path(id), "saved")),
        Ok(None) => Err(Refusal::NotFound),
        Err(NewsletterError::Db(error)) => Err(error.into()),
        Err(error) => {
            let (frame, topics) = (AdminFrame::load(app, by).await?, app.db.read(newsletter::topics).await?);
            let wrong = newsletter_form::wrong(&frame.locale, &error);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &newsletter_page(frame, id, &topics, &form, &wrong))
        }
    }
}
