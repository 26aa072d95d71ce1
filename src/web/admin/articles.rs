//! Articles as editors see them: the list with each score in its parts, and publishing.

use actix_web::web;
use serde::Deserialize;

use super::pages::{AdminFrame, ArticleRow, FormPage, ListPage, Score};
use super::parts::{PAGE, Said, done, filter_choices, frame_said, numbered_pager};
use crate::article::{self, Article, Filter};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::newsletter;
use crate::web::public::pages::Choice;
use crate::web::respond::{Answer, page, see_other};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

pub(super) const LIST: &str = "/admin/articles";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    let path = |rest: &str| format!("{LIST}/{{id}}/{rest}");
    routes
        .route(LIST, get(list))
        .configure(super::article_form::configure)
        .route(&path("publish"), web::post().to(publish))
        .service(web::resource(path("unpublish")).route(get(before_unpublish)).route(web::post().to(unpublish)));
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Find {
    q: String,
    /// A slug.
    topic: String,
    /// `newest`, or empty for the hottest first.
    order: String,
    page: Option<i64>,
}

async fn list(app: web::Data<App>, by: SignedIn, find: web::Query<Find>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let (find, now) = (find.into_inner(), app.clock.now());
    // Beyond any list, and short of an offset that a database refuses.
    let number = find.page.unwrap_or(1).clamp(1, 1_000_000);
    let size = i64::try_from(PAGE).unwrap_or(i64::MAX);
    let wanted = find.clone();
    let work = move |conn: &mut Conn| {
        let topics = newsletter::topics(conn)?;
        let filter = Filter {
            words: wanted.q,
            topic: topics.iter().find(|topic| topic.slug == wanted.topic).map(|topic| topic.id),
            by_rank: wanted.order != "newest",
            ..Filter::default()
        };
        let (articles, total) = article::list(conn, &filter, size, (number - 1) * size)?;
        Ok::<_, db::Error>((articles, total, topics))
    };
    let (articles, total, topics) = app.db.read(work).await?;
    let of = topics.into_iter().map(|topic| (topic.slug, topic.name)).collect();
    let topics = filter_choices(&frame.locale, of, &find.topic);
    let fields = [("q", find.q.as_str()), ("topic", &find.topic), ("order", &find.order)];
    let pager = numbered_pager(LIST, &fields, number, total > number * size);
    let rows = articles.iter().map(|article| row(&frame, article, now)).collect();
    let orders = orders(&frame, &find.order);
    page(&ListPage::articles(frame, rows, &find.q, topics, orders, pager))
}

fn orders(frame: &AdminFrame, chosen: &str) -> Vec<Choice> {
    let newest = chosen == "newest";
    let choice = |value: &str, label: String, chosen: bool| Choice { value: value.to_owned(), label, chosen };
    vec![choice("", frame.t("admin-order-score"), !newest), choice("newest", frame.t("admin-order-newest"), newest)]
}

fn row(frame: &AdminFrame, article: &Article, now: Timestamp) -> ArticleRow {
    ArticleRow {
        title: article.title.clone(),
        url: format!("{LIST}/{}", article.id),
        source: article.source.clone(),
        topics: article.topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>().join(", "),
        published: frame.locale.date(&article.published_at.to_utc().with_timezone(&frame.zone)),
        state: article.state.as_str().to_owned(),
        folded: article.story_id.is_some(),
        score: score(article, now),
    }
}

/// The parts of a score as shown: they add up to the total that is shown, and every page rounds them so.
pub(super) fn score(article: &Article, now: Timestamp) -> Score {
    let (score, decimals) = article.explain(now).rounded();
    let shown = |value: f64| format!("{value:.*}", usize::from(decimals));
    Score {
        fresh: shown(score.fresh),
        views: shown(score.views),
        clicks: shown(score.clicks),
        total: shown(score.total),
    }
}

/// What is posted by a button: whether the question that comes before was answered.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Sure {
    pub sure: String,
}

async fn publish(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Sure>) -> Answer {
    set_published(&app, id.into_inner(), posted.by, true).await
}

/// Takes an article off the pages. It is asked first.
async fn unpublish(app: web::Data<App>, id: web::Path<i64>, posted: Posted<Sure>) -> Answer {
    let id = id.into_inner();
    if posted.form.sure != "yes" {
        return Ok(see_other(&format!("{LIST}/{id}/unpublish")));
    }
    set_published(&app, id, posted.by, false).await
}

async fn before_unpublish(app: web::Data<App>, by: SignedIn, id: web::Path<i64>) -> Answer {
    let (frame, id) = (frame_said(&app, &by, LIST, &Said::default()).await?, id.into_inner());
    let article = app.db.read(move |conn| article::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let question = frame.t1("admin-unpublish-sure", "title", &article.title);
    let (label, path) = (frame.t("admin-unpublish"), format!("{LIST}/{id}"));
    page(&FormPage::sure(frame, article.title, question, &path, "unpublish", label, &[("sure", "yes")]))
}

async fn set_published(app: &App, id: i64, by: SignedIn, published: bool) -> Answer {
    let now = app.clock.now();
    let work = move |conn: &mut Conn| {
        article::by_id(conn, id)?.ok_or(Refusal::NotFound)?;
        if published {
            article::publish(conn, &by.actor, now, id)?;
        } else {
            article::unpublish(conn, &by.actor, now, id)?;
        }
        Ok::<_, Refusal>(())
    };
    app.db.write(work).await?;
    Ok(done(&format!("{LIST}/{id}"), if published { "published" } else { "unpublished" }))
}
