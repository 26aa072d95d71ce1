//! Topics: the list with what uses them, renaming one, merging one into another, removing one that nothing uses.

use actix_web::http::StatusCode;
use actix_web::web;
use serde::Deserialize;

use super::pages::{AdminFrame, Button, FormPage, Input, InputKind, ListPage, TopicRow};
use super::parts::{Said, done, frame_said, not_done};
use crate::article::topic::{self, TopicError, Used};
use crate::db::{self, Conn};
use crate::newsletter::{self, Topic};
use crate::web::posted::Empty;
use crate::web::public::pages::{Choice, Field, Link};
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

const LIST: &str = "/admin/topics";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let merge = web::resource(format!("{LIST}/{{id}}/merge"));
    routes
        .route(LIST, get(list))
        .service(web::resource(format!("{LIST}/{{id}}")).route(get(show)).route(web::post().to(rename)))
        .service(merge.route(get(before_merge)).route(web::post().to(merge_into)))
        .route(&format!("{LIST}/{{id}}/remove"), web::post().to(remove));
}

async fn list(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let topics = app.db.read(topic::list).await?;
    let row = |(topic, used): (Topic, Used)| TopicRow {
        url: format!("{LIST}/{}", topic.id),
        address: format!("/topics/{}", topic.slug),
        articles: used.articles,
        feeds: used.feeds,
        newsletters: used.newsletters,
        buttons: if used.is_nothing() { vec![removing(&frame, &topic)] } else { Vec::new() },
        name: topic.name,
    };
    let rows = topics.into_iter().map(row).collect();
    page(&ListPage::topics(frame, rows))
}

fn removing(frame: &AdminFrame, topic: &Topic) -> Button {
    Button::to(format!("{LIST}/{}/remove", topic.id), frame.t("admin-topic-remove")).about(&topic.name)
}

/// A topic with what uses it.
async fn load(app: &App, id: i64) -> Result<(Topic, Used), Refusal> {
    let work = move |conn: &mut Conn| Ok::<_, db::Error>((topic::by_id(conn, id)?, topic::used(conn, id)?));
    let (topic, used) = app.db.read(work).await?;
    Ok((topic.ok_or(Refusal::NotFound)?, used))
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let (topic, used) = load(&app, id.into_inner()).await?;
    let typed = Field::of(&topic.name);
    page(&form(frame, &topic, used, typed))
}

fn form(frame: AdminFrame, topic: &Topic, used: Used, typed: Field) -> FormPage {
    let url = format!("{LIST}/{}", topic.id);
    let name = Input::new(InputKind::Line, "name", frame.t("admin-newsletter-name"), typed.value);
    let inputs = vec![name.required().hint(frame.t("admin-topic-name-hint")).wrong(typed.error)];
    let counts = [("articles", used.articles), ("feeds", used.feeds), ("newsletters", used.newsletters)];
    let text = frame.locale.t_args("admin-topic-used", &counts.map(|(name, count)| (name, count.into())));
    let links = vec![
        Link { name: frame.t("admin-topic-merge"), url: format!("{url}/merge") },
        Link { name: frame.t("admin-on-site"), url: format!("/topics/{}", topic.slug) },
    ];
    let buttons = if used.is_nothing() { vec![removing(&frame, topic)] } else { Vec::new() };
    let back = Some(Link { name: frame.t("admin-nav-topics"), url: LIST.to_owned() });
    let label = frame.t("preferences-save");
    FormPage { text, back, links, buttons, ..FormPage::new(frame, topic.name.clone(), url, inputs, label) }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Name {
    name: String,
}

async fn rename(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Name>) -> Answer {
    let (now, id, Posted { by, form: typed }) = (app.clock.now(), id.into_inner(), posted);
    let (actor, name) = (by.actor.clone(), typed.name.clone());
    match app.db.write(move |conn| topic::rename(conn, &actor, now, id, &name)).await {
        Ok(()) => Ok(done(&format!("{LIST}/{id}"), "saved")),
        Err(error @ (TopicError::Db(_) | TopicError::Missing | TopicError::Used)) => Err(refusal(error)),
        Err(error) => {
            let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
            let (topic, used) = load(&app, id).await?;
            let typed = Field::wrong(typed.name, error.said(&frame.locale));
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(frame, &topic, used, typed))
        }
    }
}

fn refusal(error: TopicError) -> Refusal {
    match error {
        TopicError::Db(error) => error.into(),
        TopicError::Missing => Refusal::NotFound,
        error => Refusal::broken(&error),
    }
}

/// The question which topic takes the place of this one.
async fn before_merge(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let (topic, _) = load(&app, id.into_inner()).await?;
    let others = app.db.read(newsletter::topics).await?.into_iter().filter(|other| other.id != topic.id);
    let choice = |other: Topic| Choice { value: other.id.to_string(), label: other.name, chosen: false };
    let none = Choice { value: String::new(), label: frame.t("admin-topic-choose"), chosen: true };
    let options = std::iter::once(none).chain(others.map(choice)).collect();
    let inputs = vec![Input::select("into", frame.t("admin-topic-into"), options)];
    let (title, label) =
        (frame.t1("admin-topic-merge-title", "topic", &topic.name), frame.t("admin-topic-merge-button"));
    let (text, url) = (frame.t("admin-topic-merge-text"), format!("{LIST}/{}", topic.id));
    let no = Some(Link { name: frame.t("admin-sure-no"), url: url.clone() });
    page(&FormPage { text, no, danger: true, ..FormPage::new(frame, title, format!("{url}/merge"), inputs, label) })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Target {
    into: String,
}

async fn merge_into(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Target>) -> Answer {
    let (now, id, Posted { by, form }) = (app.clock.now(), id.into_inner(), posted);
    load(&app, id).await?;
    let Ok(into) = form.into.parse() else {
        return Ok(not_done(&format!("{LIST}/{id}/merge"), "topic-unchosen"));
    };
    match app.db.write(move |conn| topic::merge(conn, &by.actor, now, id, into)).await {
        Ok(()) => Ok(done(&format!("{LIST}/{into}"), "topic-merged")),
        Err(TopicError::Missing) => Ok(not_done(&format!("{LIST}/{id}/merge"), "topic-unchosen")),
        Err(error) => Err(refusal(error)),
    }
}

async fn remove(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Empty>) -> Answer {
    let (now, id) = (app.clock.now(), id.into_inner());
    match app.db.write(move |conn| topic::remove(conn, &posted.by.actor, now, id)).await {
        Ok(()) => Ok(done(LIST, "topic-removed")),
        Err(TopicError::Missing) => Ok(see_other(LIST)),
        Err(TopicError::Used) => Ok(not_done(&format!("{LIST}/{id}"), "topic-used")),
        Err(error) => Err(refusal(error)),
    }
}
