//! Newsletters: the list, the form for one, and the code that puts its sign-up form into other pages.

use actix_web::http::StatusCode;
use actix_web::web;

use super::newsletter_form::Typed;
use super::pages::{AdminFrame, Button, FormPage, ListPage, NewsletterRow, Snippet};
use super::parts::{Said, done, frame_said};
use crate::db::{self, Conn};
use crate::digest;
use crate::newsletter::{self, Input, Newsletter, NewsletterError, Settings};
use crate::web::posted::Empty;
use crate::web::public::embed;
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

const LIST: &str = "/admin/newsletters";
const NEW: &str = "/admin/newsletters/new";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource(LIST).route(get(list)))
        .service(web::resource(NEW).route(get(blank)).route(web::post().to(add)))
        .service(web::resource(format!("{LIST}/{{id}}")).route(get(show)).route(web::post().to(change)))
        .route(&format!("{LIST}/{{id}}/close"), web::post().to(close))
        .route(&format!("{LIST}/{{id}}/reopen"), web::post().to(reopen));
}

async fn list(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let found = app.db.read(|conn| Ok::<_, db::Error>((newsletter::list(conn)?, digest::last_started(conn)?)));
    let (newsletters, last) = found.await?;
    let row = |newsletter: Newsletter| NewsletterRow {
        url: format!("{LIST}/{}", newsletter.id),
        closed: !newsletter.is_open(),
        sender: format!("{} <{}>", newsletter.sender_name, newsletter.sender),
        confirmed: newsletter.confirmed,
        pending: newsletter.pending,
        last_sent: last.iter().find(|(id, _)| *id == newsletter.id).map(|(_, at)| frame.when(*at)).unwrap_or_default(),
        name: newsletter.settings.name,
    };
    let rows = newsletters.into_iter().map(row).collect();
    page(&ListPage::newsletters(frame, rows))
}

async fn blank(app: web::Data<App>, by: SignedIn) -> Answer {
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    let topics = app.db.read(newsletter::topics).await?;
    page(&form(frame, None, NEW.to_owned(), &Typed::default(), &topics))
}

fn form(frame: AdminFrame, name: Option<&str>, url: String, typed: &Typed, topics: &[newsletter::Topic]) -> FormPage {
    let title = name.map_or_else(|| frame.t("admin-newsletter-new"), str::to_owned);
    let shown = typed.shown(topics);
    FormPage::newsletter(frame, title, url, shown).with_problem()
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let id = id.into_inner();
    let work = move |conn: &mut Conn| {
        let newsletter = newsletter::by_id(conn, id)?.ok_or(Refusal::NotFound)?;
        let edition = newsletter::first_edition(conn, id)?;
        let chosen = newsletter::edition_topics(conn, edition.id)?;
        Ok::<_, Refusal>((newsletter, edition, chosen, newsletter::topics(conn)?))
    };
    let (newsletter, edition, chosen, topics) = app.db.read(work).await?;
    let input = Input { newsletter: newsletter.settings.clone(), edition: edition.settings };
    let typed = Typed::of(&input, &chosen);
    let snippets = vec![snippet(&frame, &app, &newsletter)?];
    let form = form(frame, Some(&newsletter.name), format!("{LIST}/{id}"), &typed, &topics);
    let to = |rest: &str, key: &str| vec![Button::to(format!("{LIST}/{id}/{rest}"), form.frame.t(key))];
    let (buttons, text, snippets) = match newsletter.closed_at {
        None => (to("close", "admin-newsletter-close"), String::new(), snippets),
        Some(at) => {
            let text = form.frame.t1("admin-newsletter-closed", "at", form.frame.when(at));
            (to("reopen", "admin-newsletter-reopen"), text, Vec::new())
        }
    };
    page(&FormPage { text, buttons, snippets, ..form })
}

async fn close(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    set_open(&app, &posted.by, id.into_inner(), false).await
}

async fn reopen(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    set_open(&app, &posted.by, id.into_inner(), true).await
}

/// Doing it twice is fine.
async fn set_open(app: &App, by: &SignedIn, id: i64, open: bool) -> Answer {
    let (now, actor) = (app.clock.now(), by.actor.clone());
    let work = move |conn: &mut Conn| {
        newsletter::set_open(conn, &actor, now, id, open)?;
        newsletter::by_id(conn, id)
    };
    app.db.write(work).await?.ok_or(Refusal::NotFound)?;
    Ok(done(&format!("{LIST}/{id}"), if open { "newsletter-reopened" } else { "newsletter-closed" }))
}

async fn add(app: web::Data<App>, posted: Posted<Vec<(String, String)>>) -> Answer {
    save(&app, posted, None).await
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Vec<(String, String)>>) -> Answer {
    save(&app, posted, Some(id.into_inner())).await
}

async fn save(app: &App, posted: Posted<Vec<(String, String)>>, id: Option<i64>) -> Answer {
    let Posted { by, form: fields } = posted;
    let typed = Typed::posted(&fields);
    let (now, input, topics, actor) = (app.clock.now(), typed.input(), typed.topic_ids(), by.actor.clone());
    let work = move |conn: &mut Conn| {
        let id = match id {
            Some(id) => {
                let Some(known) = newsletter::by_id(conn, id)? else { return Ok(None) };
                let settings = Settings { language: known.settings.language, ..input.newsletter };
                newsletter::change(conn, &actor, now, id, Input { newsletter: settings, ..input })?;
                id
            }
            None => newsletter::add(conn, &actor, now, input)?,
        };
        let topics = newsletter::known_topics(conn, &topics)?;
        let edition = newsletter::first_edition(conn, id)?;
        newsletter::set_edition_topics(conn, edition.id, &topics)?;
        Ok::<_, NewsletterError>(Some(id))
    };
    match app.db.write(work).await {
        Ok(Some(id)) => Ok(done(&format!("{LIST}/{id}"), "saved")),
        Ok(None) => Err(Refusal::NotFound),
        Err(NewsletterError::Db(error)) => Err(error.into()),
        Err(error) => {
            let frame = frame_said(app, &by, LIST, &Said::default()).await?;
            let topics = app.db.read(newsletter::topics).await?;
            let url = id.map_or_else(|| NEW.to_owned(), |id| format!("{LIST}/{id}"));
            let typed = typed.wrong(&frame.locale, &error);
            let shown = form(frame, id.map(|_| typed.name()), url, &typed, &topics);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown)
        }
    }
}

/// What goes into other sites' pages.
fn snippet(frame: &AdminFrame, app: &App, newsletter: &Newsletter) -> Result<Snippet, Refusal> {
    let code = embed::form(&app.links, newsletter)?;
    Ok(Snippet { title: frame.t("admin-embed-form"), text: frame.t("admin-embed-form-text"), code, wraps: false })
}
