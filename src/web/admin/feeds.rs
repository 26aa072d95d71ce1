//! Feeds: how each is doing, adding one, its topics, fetching it now, removing it.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::articles::Sure;
use super::pages::{AdminFrame, Button, FeedRow, FormPage, Input, InputKind, ListPage};
use super::parts::{Said, done, frame_said, names, not_done};
use crate::article::feed::{self, Feed, FeedError};
use crate::db::{self, Conn};
use crate::locale::Locale;
use crate::newsletter::{self, Topic};
use crate::text;
use crate::web::public::pages::Field;
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};
use crate::worker::feeds::Report;

const LIST: &str = "/admin/feeds";
/// Topics of a feed, and characters of the name of one.
const MOST_TOPICS: usize = 20;
const TOPIC: usize = 60;

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let path = |rest: &str| format!("{LIST}/{{id}}{rest}");
    routes
        .service(web::resource(LIST).route(get(list)).route(web::post().to(add)))
        .service(web::resource(path("")).route(get(show)).route(web::post().to(change)))
        .route(&path("/fetch"), web::post().to(fetch))
        .service(web::resource(path("/remove")).route(get(before_remove)).route(web::post().to(remove)));
}

async fn list(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    page(&list_page(&app, frame, &Typed::default()).await?)
}

/// What was typed into the form for one more, and what is wrong with it.
#[derive(Default)]
struct Typed {
    url: Field,
    topics: Field,
}

async fn list_page(app: &App, frame: AdminFrame, typed: &Typed) -> Result<ListPage, Refusal> {
    let work = |conn: &mut Conn| {
        let mut feeds = Vec::new();
        for feed in feed::list(conn)? {
            let topics = feed::topics_of(conn, feed.id)?;
            feeds.push((feed, topics));
        }
        Ok::<_, db::Error>((feeds, feed::article_counts(conn)?, newsletter::topics(conn)?))
    };
    let (feeds, counts, topics) = app.db.read(work).await?;
    let count = |id: i64| counts.iter().find(|(feed, _)| *feed == id).map_or(0, |(_, count)| *count);
    let rows = feeds.iter().map(|(feed, topics)| row(&frame, feed, topics, count(feed.id))).collect();
    let input = topics_input(&frame, &typed.topics, &topics);
    Ok(ListPage::feeds(frame, rows, typed.url.clone(), input))
}

fn row(frame: &AdminFrame, feed: &Feed, topics: &[Topic], articles: i64) -> FeedRow {
    let state = match (feed.failures, feed.fetched_at) {
        _ if feed.stopped => "gone",
        (0, None) => "new",
        (0, Some(_)) => "ok",
        _ => "broken",
    };
    FeedRow {
        title: title(feed),
        page: format!("{LIST}/{}", feed.id),
        topics: joined(topics),
        url: address(feed),
        state: state.to_owned(),
        error: feed.last_error.clone(),
        articles,
        fetched: feed.fetched_at.map(|at| frame.when(at)).unwrap_or_default(),
        next: if feed.stopped {
            frame.t("admin-feed-stopped")
        } else {
            frame.t1("admin-feed-next", "when", frame.when(feed.next_at))
        },
        buttons: vec![fetch_button(frame, feed)],
    }
}

fn title(feed: &Feed) -> String {
    if feed.title.is_empty() { feed.url.clone() } else { feed.title.clone() }
}

/// The address below the title, where that is another.
fn address(feed: &Feed) -> String {
    if feed.title.is_empty() { String::new() } else { feed.url.clone() }
}

fn joined(topics: &[Topic]) -> String {
    topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn fetch_button(frame: &AdminFrame, feed: &Feed) -> Button {
    Button::to(format!("{LIST}/{}/fetch", feed.id), frame.t("admin-feed-fetch")).about(title(feed))
}

/// A line for topics, which names those that there are.
pub(super) fn topics_input(frame: &AdminFrame, typed: &Field, known: &[Topic]) -> Input {
    let hint = match known {
        [] => frame.t("admin-topics-line"),
        known => frame.t1("admin-topics-line-known", "topics", joined(known)),
    };
    let input = Input::new(InputKind::Line, "topics", frame.t("front-topics"), typed.value.clone());
    input.hint(hint).wrong(typed.error.clone())
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct New {
    url: String,
    topics: String,
}

/// The names of topics, or what is wrong with them.
fn topics(line: &str) -> Result<Vec<String>, String> {
    let names = names(line);
    if names.len() > MOST_TOPICS {
        return Err(Locale::default().t1("admin-topics-many", "most", MOST_TOPICS.to_string()));
    }
    let name = |name: String| text::single_line(&name, TOPIC).map_err(|error| error.to_string());
    names.into_iter().map(name).collect()
}

/// Keeps a feed and fetches it, so that its editor sees at once whether it works.
async fn add(app: web::Data<App>, posted: Posted<New>) -> Answer {
    let Posted { by, form } = posted;
    let (url, topics) = match (app.feeds.fetcher.check(&form.url), topics(&form.topics)) {
        (Ok(url), Ok(topics)) => (url.to_string(), topics),
        (url, topics) => {
            let error = url.err().map(|error| error.to_string());
            return refused(&app, &by, form, error, topics.err()).await;
        }
    };
    let (now, actor) = (app.clock.now(), by.actor.clone());
    let work = move |conn: &mut Conn| feed::add(conn, &actor, now, &url, &topics);
    match app.db.write(work).await {
        Ok(id) => fetched(&app, &by, id).await,
        Err(FeedError::Db(error)) => Err(error.into()),
        Err(error) => {
            let said = error.said(&Locale::default());
            refused(&app, &by, form, Some(said), None).await
        }
    }
}

async fn refused(app: &App, by: &SignedIn, form: New, url: Option<String>, topics: Option<String>) -> Answer {
    let frame = frame_said(app, by, LIST, &Said::default()).await?;
    let typed =
        Typed { url: Field { value: form.url, error: url }, topics: Field { value: form.topics, error: topics } };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &list_page(app, frame, &typed).await?)
}

/// Fetches a feed now and says what came of it; the list shows the error of one that failed.
async fn fetched(app: &App, by: &SignedIn, id: i64) -> Result<HttpResponse, Refusal> {
    Ok(match app.feeds.fetch_one(&by.actor, id).await? {
        Report::Articles(imported) if imported.new + imported.changed > 0 => done(LIST, "feed-fetched"),
        Report::Articles(_) | Report::NotModified => done(LIST, "feed-unchanged"),
        Report::Failed(_) => not_done(LIST, "feed-failed"),
        Report::Gone(_) => not_done(LIST, "feed-stopped"),
        Report::Missing => not_done(LIST, "feed-gone"),
    })
}

async fn fetch(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Sure>) -> Answer {
    fetched(&app, &posted.by, id.into_inner()).await
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    page(&feed_page(&app, frame, id.into_inner(), None).await?)
}

/// One feed's page; `typed` is what was typed as its topics, when something was wrong with that.
async fn feed_page(app: &App, frame: AdminFrame, id: i64, typed: Option<Field>) -> Result<FormPage, Refusal> {
    let work = move |conn: &mut Conn| {
        let feed = feed::by_id(conn, id)?;
        Ok::<_, db::Error>((feed, feed::topics_of(conn, id)?, newsletter::topics(conn)?))
    };
    let (feed, own, known) = app.db.read(work).await?;
    let feed = feed.ok_or(Refusal::NotFound)?;
    let input = topics_input(&frame, &typed.unwrap_or_else(|| Field::of(joined(&own))), &known);
    let question = frame.t1("admin-feed-remove-sure", "feed", title(&feed));
    let remove = Button::to(format!("{LIST}/{id}/remove"), frame.t("admin-feed-remove")).danger(question);
    let buttons = vec![fetch_button(&frame, &feed), remove];
    let page = FormPage::feed(frame, title(&feed), address(&feed), format!("{LIST}/{id}"), input);
    Ok(FormPage { buttons, ..page })
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Topics {
    topics: String,
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Topics>) -> Answer {
    let (id, Posted { by, form }) = (id.into_inner(), posted);
    let topics = match topics(&form.topics) {
        Ok(topics) => topics,
        Err(error) => {
            let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
            let shown = feed_page(&app, frame, id, Some(Field::wrong(form.topics, error))).await?;
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
        }
    };
    let now = app.clock.now();
    let work = move |conn: &mut Conn| match feed::set_topics(conn, &by.actor, now, id, &topics) {
        Err(FeedError::Db(error)) => Err(error.into()),
        Err(_) => Err(Refusal::NotFound),
        Ok(()) => Ok(()),
    };
    app.db.write(work).await?;
    Ok(done(&format!("{LIST}/{id}"), "saved"))
}

async fn before_remove(app: web::Data<App>, by: SignedIn, id: web::Path<i64>) -> Answer {
    let (frame, id) = (frame_said(&app, &by, LIST, &Said::default()).await?, id.into_inner());
    let feed = app.db.read(move |conn| feed::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let question = frame.t1("admin-feed-remove-sure", "feed", title(&feed));
    let (label, path) = (frame.t("admin-feed-remove"), format!("{LIST}/{id}"));
    page(&FormPage::sure(frame, title(&feed), question, &path, "remove", label, &[("sure", "yes")]))
}

/// Removes a feed; its articles stay. It is asked first.
async fn remove(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Sure>) -> Answer {
    let (now, id) = (app.clock.now(), id.into_inner());
    if posted.form.sure != "yes" {
        return Ok(see_other(&format!("{LIST}/{id}/remove")));
    }
    let removed = app.db.write(move |conn| feed::remove(conn, &posted.by.actor, now, id)).await?;
    Ok(if removed { done(LIST, "feed-removed") } else { not_done(LIST, "feed-gone") })
}
