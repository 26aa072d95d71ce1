//! Topics: the list with what uses them, renaming one, merging one into another, removing one that nothing uses.

use actix_web::web;

use super::form::{Entry, Form, FormPage, InputKind};
use super::frame::{AdminFrame, done, not_done};
use super::list::ListPage;
use super::table::{Button, Cell, Table};
use crate::article::topic::{self, Removal, Used};
use crate::db::{self, Conn, StoreError};
use crate::newsletter::{self, Topic};
use crate::web::parts::{Choice, Link};
use crate::web::respond::{Answer, invalid, page, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, Submitted};

pub const PATH: &str = "/admin/topics";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .route("", get(list))
        .service(web::resource("/{id}").route(get(show)).route(web::post().to(rename)))
        .service(web::resource("/{id}/merge").route(get(ask_to_merge)).route(web::post().to(merge)))
        .route("/{id}/remove", web::post().to(remove));
}

fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

async fn list(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let topics = app.db.read(topic::list).await?;
    page(&list_page(frame, &topics))
}

#[must_use]
pub fn list_page(frame: AdminFrame, topics: &[(Topic, Used)]) -> ListPage {
    let table = Table::of(&frame, topics)
        .column("admin-topic", |(topic, _)| Cell::link(&topic.name, path(topic.id)).note(address(topic)))
        .number("admin-nav-articles", |(_, used)| used.articles)
        .number("admin-nav-feeds", |(_, used)| used.feeds)
        .number("admin-nav-newsletters", |(_, used)| used.newsletters)
        .buttons(|(topic, used)| remove_button(&frame, topic, *used))
        .table("admin-nav-topics", "admin-topics-none");
    ListPage { text: frame.t("admin-topics-text"), ..ListPage::new(frame, table) }
}

/// The path of a topic's page for readers.
fn address(topic: &Topic) -> String {
    format!("/topics/{}", topic.slug)
}

fn remove_button(frame: &AdminFrame, topic: &Topic, used: Used) -> Vec<Button> {
    let button = || Button::to(format!("{}/remove", path(topic.id)), frame.t("admin-topic-remove")).about(&topic.name);
    if used.is_nothing() { vec![button()] } else { Vec::new() }
}

/// A topic with what uses it.
async fn load(app: &App, id: i64) -> Result<(Topic, Used), Refusal> {
    let work = move |conn: &mut Conn| Ok::<_, db::Error>((topic::by_id(conn, id)?, topic::used(conn, id)?));
    let (topic, used) = app.db.read(work).await?;
    Ok((topic.ok_or(Refusal::NotFound)?, used))
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let (topic, used) = load(&app, *id).await?;
    let kept = Submitted::from([("name", topic.name.as_str())]);
    page(&topic_page(frame, &topic, used, &Entry::of(kept)))
}

fn topic_page(frame: AdminFrame, topic: &Topic, used: Used, entry: &Entry) -> FormPage {
    let form = Form::to(&frame.locale, path(topic.id))
        .field(InputKind::Line, "name", "admin-newsletter-name")
        .required()
        .hint("admin-topic-name-hint");
    let counts = [("articles", used.articles), ("feeds", used.feeds), ("newsletters", used.newsletters)];
    FormPage {
        text: frame.locale.t_args("admin-topic-used", &counts.map(|(name, count)| (name, count.into()))),
        back: Some(Link::new(frame.t("admin-nav-topics"), PATH)),
        links: vec![
            Link::new(frame.t("admin-topic-merge"), format!("{}/merge", path(topic.id))),
            Link::new(frame.t("admin-on-site"), address(topic)),
        ],
        buttons: remove_button(&frame, topic, used),
        ..FormPage::new(frame, &topic.name, form.show(entry))
    }
}

async fn rename(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    let name = form.get("name").to_owned();
    let entry = match by.act(&app, move |conn, actor, now| topic::rename(conn, actor, now, id, &name)).await {
        Ok(()) => return Ok(done(&path(id), "saved")),
        Err(error) => Entry::not_stored(form, error)?,
    };
    let (frame, (topic, used)) = (AdminFrame::load(&app, by).await?, load(&app, id).await?);
    invalid(&topic_page(frame, &topic, used, &entry))
}

/// Asks which topic takes the place of this one.
async fn ask_to_merge(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let (topic, _) = load(&app, *id).await?;
    let others = app.db.read(newsletter::topics).await?.into_iter().filter(|other| other.id != topic.id);
    let none = Choice { chosen: true, ..Choice::new("", frame.t("admin-topic-choose")) };
    let options = std::iter::once(none).chain(others.map(|other| Choice::new(other.id.to_string(), other.name)));
    let form = Form::to(&frame.locale, format!("{}/merge", path(topic.id)))
        .select("into", "admin-topic-into", options.collect())
        .button("admin-topic-merge-button");
    let no = Some(Link::new(frame.t("admin-sure-no"), path(topic.id)));
    let (title, text) = (frame.t1("admin-topic-merge-title", "topic", &topic.name), frame.t("admin-topic-merge-text"));
    page(&FormPage { text, ..FormPage::new(frame, title, Form { no, danger: true, ..form }) })
}

async fn merge(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    load(&app, id).await?;
    let unchosen = || Ok(not_done(&format!("{}/merge", path(id)), "topic-unchosen"));
    let Some(into) = form.number("into") else { return unchosen() };
    match by.act(&app, move |conn, actor, now| topic::merge(conn, actor, now, id, into)).await {
        Ok(()) => Ok(done(&path(into), "topic-merged")),
        Err(StoreError::Db(error)) => Err(error.into()),
        Err(_) => unchosen(),
    }
}

async fn remove(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let id = *id;
    Ok(match posted.by.act(&app, move |conn, actor, now| topic::remove(conn, actor, now, id)).await? {
        Removal::Removed => done(PATH, "topic-removed"),
        Removal::Missing => see_other(PATH),
        Removal::Used => not_done(&path(id), "topic-used"),
    })
}
