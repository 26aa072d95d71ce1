//! Feeds: how each is doing, adding one, its address and topics, fetching it now, removing it.

use actix_web::{HttpResponse, web};

use super::form::{Entry, Form, FormPage, InputKind};
use super::frame::{AdminFrame, done, not_done};
use super::list::ListPage;
use super::table::{Badge, Button, Cell, Table};
use super::topic_field::{joined, names, with_topics};
use crate::article::FeedFailure;
use crate::article::feed::{self, Feed, FeedInput};
use crate::db::{self, Conn};
use crate::locale::Locale;
use crate::newsletter::{self, Topic};
use crate::web::parts::Link;
use crate::web::respond::{Answer, invalid, page, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, SignedIn, Submitted};
use crate::worker::feeds::Report;

pub const PATH: &str = "/admin/feeds";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource("").route(get(list)).route(web::post().to(add)))
        .service(web::resource("/{id}").route(get(show)).route(web::post().to(change)))
        .route("/{id}/fetch", web::post().to(fetch))
        .service(web::resource("/{id}/remove").route(get(ask_to_remove)).route(web::post().to(remove)));
}

fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

/// A feed as the list shows it.
#[derive(Clone, Debug)]
pub struct ListedFeed {
    pub feed: Feed,
    pub topics: Vec<Topic>,
    pub articles: i64,
}

/// All feeds, and all topics.
type Loaded = (Vec<ListedFeed>, Vec<Topic>);

async fn list(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let (feeds, topics) = load(&app).await?;
    page(&list_page(frame, &feeds, &topics, &Entry::default()))
}

async fn load(app: &App) -> db::Result<Loaded> {
    let work = |conn: &mut Conn| {
        let counts = feed::article_counts(conn)?;
        let mut feeds = Vec::new();
        for feed in feed::list(conn)? {
            let articles = counts.iter().find(|(id, _)| *id == feed.id).map_or(0, |(_, count)| *count);
            feeds.push(ListedFeed { topics: feed::topics_of(conn, feed.id)?, articles, feed });
        }
        Ok((feeds, newsletter::topics(conn)?))
    };
    app.db.read(work).await
}

#[must_use]
pub fn list_page(frame: AdminFrame, feeds: &[ListedFeed], topics: &[Topic], new: &Entry) -> ListPage {
    let state = |one: &ListedFeed| {
        let failure = one.feed.last_error.as_ref().map(|failure| failure.words(&frame.locale)).unwrap_or_default();
        Cell::badge(Badge::of(&frame.locale, state(&one.feed))).reply(&failure)
    };
    let fetched = |one: &ListedFeed| {
        let next = if one.feed.stopped {
            frame.t("admin-feed-stopped")
        } else {
            frame.t1("admin-feed-next", "when", frame.when(one.feed.next_at))
        };
        Cell::text(one.feed.fetched_at.map(|at| frame.when(at)).unwrap_or_default()).note(next)
    };
    let table = Table::of(&frame, feeds)
        .column("admin-feed", |one| Cell::link(title(&one.feed), path(one.feed.id)).note(address(&one.feed)))
        .column("admin-state", state)
        .column("front-topics", |one| joined(&one.topics))
        .number("admin-nav-articles", |one| one.articles)
        .column("admin-feed-fetched", fetched)
        .buttons(|one| vec![fetch_button(&frame, &one.feed)])
        .table("admin-nav-feeds", "admin-feeds-none");
    let form = Form::to(&frame.locale, PATH)
        .field(InputKind::Line, "url", "admin-feed-url")
        .required()
        .hint("admin-feed-url-hint");
    let form = with_topics(form, &frame.locale, topics).button("admin-feed-add").show(new);
    ListPage::new(frame, table).with_add("admin-feed-add", form)
}

const fn state(feed: &Feed) -> &'static str {
    match (feed.failures, feed.fetched_at) {
        _ if feed.stopped => "gone",
        (0, None) => "new",
        (0, Some(_)) => "ok",
        _ => "broken",
    }
}

fn title(feed: &Feed) -> &str {
    if feed.title.is_empty() { &feed.url } else { &feed.title }
}

/// The address below the title, where the title is another.
fn address(feed: &Feed) -> &str {
    if feed.title.is_empty() { "" } else { &feed.url }
}

fn fetch_button(frame: &AdminFrame, feed: &Feed) -> Button {
    Button::to(format!("{}/fetch", path(feed.id)), frame.t("admin-feed-fetch")).about(title(feed))
}

/// The address of the feed at an address; that itself if its server can't be reached now.
async fn address_of(app: &App, entered: &str) -> Result<String, FeedFailure> {
    match app.feeds.find(entered).await {
        Ok(url) => Ok(url.into()),
        Err(failure) if failure.may_pass() => {
            app.feeds.fetcher.check(entered).map(String::from).map_err(FeedFailure::Fetch)
        }
        Err(failure) => Err(failure),
    }
}

/// Keeps a feed and fetches it, so that its editor sees at once whether it works.
async fn add(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let topics = names(form.get("topics"));
    let entry = match address_of(&app, form.get("url")).await {
        Err(failure) => Entry::wrong(form, "url", failure.words(&Locale::default())),
        Ok(url) => {
            let input = FeedInput { url, topics };
            match by.act(&app, move |conn, actor, now| feed::add(conn, actor, now, input)).await {
                Ok(id) => return fetch_now(&app, &by, id).await,
                Err(error) => Entry::not_stored(form, error)?,
            }
        }
    };
    let (frame, (feeds, topics)) = (AdminFrame::load(&app, by).await?, load(&app).await?);
    invalid(&list_page(frame, &feeds, &topics, &entry))
}

/// Fetches a feed and says what came of it; the list shows the error of one that failed.
async fn fetch_now(app: &App, by: &SignedIn, id: i64) -> Result<HttpResponse, Refusal> {
    Ok(match app.feeds.fetch_one(&by.actor, id).await? {
        Report::Articles(imported) if imported.new + imported.changed > 0 => done(PATH, "feed-fetched"),
        Report::Articles(_) | Report::NotModified => done(PATH, "feed-unchanged"),
        Report::Failed(_) => not_done(PATH, "feed-failed"),
        Report::Gone(_) => not_done(PATH, "feed-stopped"),
        Report::Missing => not_done(PATH, "feed-gone"),
    })
}

async fn fetch(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    fetch_now(&app, &posted.by, *id).await
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    page(&feed_page(&app, frame, *id, None).await?)
}

/// The page of a feed, with what is stored or with what was refused.
async fn feed_page(app: &App, frame: AdminFrame, id: i64, refused: Option<Entry>) -> Result<FormPage, Refusal> {
    let work = move |conn: &mut Conn| {
        let feed = feed::by_id(conn, id)?;
        Ok::<_, db::Error>((feed, feed::topics_of(conn, id)?, newsletter::topics(conn)?))
    };
    let (feed, own, known) = app.db.read(work).await?;
    let feed = feed.ok_or(Refusal::NotFound)?;
    let stored = || Entry::of(Submitted::from([("url", feed.url.clone()), ("topics", joined(&own))]));
    let form = Form::to(&frame.locale, path(id)).field(InputKind::Line, "url", "admin-feed-url").required();
    let form = with_topics(form, &frame.locale, &known);
    let remove = Button::to(format!("{}/remove", path(id)), frame.t("admin-feed-remove"));
    Ok(FormPage {
        back: Some(Link::new(frame.t("admin-nav-feeds"), PATH)),
        buttons: vec![fetch_button(&frame, &feed), remove.danger(remove_question(&frame, &feed))],
        ..FormPage::new(frame, title(&feed), form.show(&refused.unwrap_or_else(stored)))
    })
}

fn remove_question(frame: &AdminFrame, feed: &Feed) -> String {
    frame.t1("admin-feed-remove-sure", "feed", title(feed))
}

async fn change(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    let topics = names(form.get("topics"));
    let stored = app.db.read(move |conn| feed::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let entered = form.get("url").to_owned();
    let url = if entered == stored.url { Ok(entered) } else { address_of(&app, &entered).await };
    let entry = match url {
        Err(failure) => Entry::wrong(form, "url", failure.words(&Locale::default())),
        Ok(url) => {
            let input = FeedInput { url, topics };
            match by.act(&app, move |conn, actor, now| feed::change(conn, actor, now, id, input)).await {
                Ok(()) => return Ok(done(&path(id), "saved")),
                Err(error) => Entry::not_stored(form, error)?,
            }
        }
    };
    let frame = AdminFrame::load(&app, by).await?;
    invalid(&feed_page(&app, frame, id, Some(entry)).await?)
}

async fn ask_to_remove(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let id = *id;
    let feed = app.db.read(move |conn| feed::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let (question, label) = (remove_question(&frame, &feed), frame.t("admin-feed-remove"));
    let to = (path(id), "remove");
    page(&FormPage::question(frame, title(&feed), question, (&to.0, to.1), label, &[("sure", "yes")]))
}

/// Removes a feed; its articles stay. Without an answer to the question it asks.
async fn remove(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let (id, Posted { by, form }) = (*id, posted);
    if form.get("sure") != "yes" {
        return Ok(see_other(&format!("{}/remove", path(id))));
    }
    let removed = by.act(&app, move |conn, actor, now| feed::remove(conn, actor, now, id)).await?;
    Ok(if removed { done(PATH, "feed-removed") } else { not_done(PATH, "feed-gone") })
}
