//! Articles as editors see them: the list with each score in its parts, publishing and unpublishing.

use actix_web::web;

use super::form::{Form, FormPage, InputKind};
use super::frame::{AdminFrame, done};
use super::list::{self, ListPage};
use super::table::{Badge, Cell, Table};
use super::topic_field::joined;
use crate::article::score::Weights;
use crate::article::{self, Article, ArticleState, Filter};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::locale::Locale;
use crate::newsletter::{self, Topic};
use crate::web::paging::{LIMIT, Numbered};
use crate::web::parts::{Choice, Link};
use crate::web::respond::{Answer, page, see_other};
use crate::web::route::get;
use crate::web::{App, Posted, Refusal, SignedIn, Submitted};

pub const PATH: &str = "/admin/articles";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .route("", get(list))
        .route("/{id}/publish", web::post().to(publish))
        .service(web::resource("/{id}/unpublish").route(get(ask_to_unpublish)).route(web::post().to(unpublish)));
}

/// The path of an article's page.
#[must_use]
pub fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let numbered = Numbered::of(&query);
    let wanted = query.clone();
    let work = move |conn: &mut Conn| {
        let topics = newsletter::topics(conn)?;
        let filter = Filter {
            words: wanted.get("q").to_owned(),
            topic: topics.iter().find(|topic| topic.slug == wanted.get("topic")).map(|topic| topic.id),
            by_rank: wanted.get("order") != "newest",
            ..Filter::default()
        };
        let (articles, _) = article::list(conn, &filter, LIMIT, numbered.offset())?;
        Ok::<_, db::Error>((articles, topics))
    };
    let (mut articles, topics) = app.db.read(work).await?;
    let fields = ["q", "topic", "order"].map(|name| (name, query.get(name)));
    let pager = numbered.cut(&mut articles, PATH, &fields);
    page(&ListPage { pager, ..list_page(frame, &articles, &topics, &query) })
}

#[must_use]
pub fn list_page(frame: AdminFrame, articles: &[Article], topics: &[Topic], query: &Submitted) -> ListPage {
    let l = &frame.locale;
    let title = |article: &Article| {
        let unpublished = article.state != ArticleState::Published;
        let state = unpublished.then(|| Badge::of(l, article.state.as_str()));
        let folded = article.story_id.map(|_| Badge { label: l.t("admin-folded"), ..Badge::default() });
        let note = format!("{} · {}", article.source, joined(&article.topics));
        let badges = state.into_iter().chain(folded).collect();
        Cell { badges, ..Cell::link(&article.title, path(article.id)).note(note) }
    };
    let part = |part: fn(ShownScore) -> String| {
        move |article: &Article| Cell { number: true, ..Cell::text(part(score(article, frame.now))) }
    };
    let counted =
        |key: &'static str, count: i64| l.t_args(key, &[("count", count.into()), ("shown", frame.n(&count).into())]);
    let views =
        |article: &Article| part(|score| score.views)(article).note(counted("admin-counted-views", article.views));
    let clicks =
        |article: &Article| part(|score| score.clicks)(article).note(counted("admin-counted-clicks", article.clicks));
    let table = Table::of(&frame, articles)
        .column("admin-article", title)
        .column("admin-published", |article| frame.day(article.published_at))
        .column("admin-score-fresh", part(|score| score.fresh))
        .column("admin-score-views", views)
        .column("admin-score-clicks", clicks)
        .column("admin-score-total", part(|score| score.total))
        .table("admin-nav-articles", "admin-articles-none");
    let is_filtered = ["q", "topic", "page"].iter().any(|name| !query.get(name).is_empty());
    let next = [("admin-step-feeds", "/admin/feeds"), ("admin-article-new", "/admin/articles/new")];
    let table = table.first(&frame, is_filtered, "admin-articles-first", &next);
    let topics = topics.iter().map(|topic| (topic.slug.clone(), topic.name.clone()));
    let by_score = Choice { chosen: true, ..Choice::new("", l.t("admin-order-score")) };
    let orders = vec![by_score, Choice::new("newest", l.t("admin-order-newest"))];
    let search = Form::search(l)
        .field(InputKind::Search, "q", "search-label")
        .select("topic", "admin-topic", list::filter(l, topics))
        .select("order", "admin-order", orders)
        .fill(query)
        .inputs;
    let links = vec![Link::new(l.t("admin-article-new"), format!("{PATH}/new"))];
    ListPage { text: score_rule(l), links, search, ..ListPage::new(frame, table) }
}

/// The parts of a trending score as shown; they add up to `total`.
#[derive(Clone, Debug, Default)]
pub struct ShownScore {
    pub fresh: String,
    pub views: String,
    pub clicks: String,
    pub total: String,
}

/// The score of an article at a time. Every page rounds it alike.
#[must_use]
pub fn score(article: &Article, now: Timestamp) -> ShownScore {
    let (score, decimals) = article.explain(now).rounded();
    let shown = |value: f64| format!("{value:.*}", usize::from(decimals));
    ShownScore {
        fresh: shown(score.fresh),
        views: shown(score.views),
        clicks: shown(score.clicks),
        total: shown(score.total),
    }
}

/// How scores are computed, in words.
#[must_use]
pub fn score_rule(l: &Locale) -> String {
    let Weights { half_life_hours, view, click, fresh } = Weights::default();
    let args = [("fresh", fresh), ("view", view), ("click", click), ("hours", half_life_hours)];
    l.t_args("admin-score-rule", &args.map(|(name, number)| (name, number.to_string().into())))
}

async fn publish(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    set_published(&app, *id, posted.by, true).await
}

/// Takes an article off the pages, which it asks about first, or makes a scheduled one a draft again.
async fn unpublish(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let id = *id;
    let state = app.db.read(move |conn| article::by_id(conn, id)).await?.map(|article| article.state);
    if posted.form.get("sure") != "yes" && state == Some(ArticleState::Published) {
        return Ok(see_other(&format!("{}/unpublish", path(id))));
    }
    set_published(&app, id, posted.by, false).await
}

async fn ask_to_unpublish(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let id = *id;
    let article = app.db.read(move |conn| article::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let question = frame.t1("admin-unpublish-sure", "title", &article.title);
    let (path, label) = (path(id), frame.t("admin-unpublish"));
    page(&FormPage::question(frame, article.title, question, (&path, "unpublish"), label, &[("sure", "yes")]))
}

async fn set_published(app: &App, id: i64, by: SignedIn, published: bool) -> Answer {
    let work = by.act(app, move |conn, actor, now| {
        if published {
            article::publish(conn, actor, now, id)?;
        } else {
            article::unpublish(conn, actor, now, id)?;
        }
        article::by_id(conn, id)?.map(|article| article.state).ok_or(Refusal::NotFound)
    });
    let key = match work.await? {
        ArticleState::Published => "published",
        ArticleState::Unpublished => "unpublished",
        ArticleState::Scheduled => "article-scheduled",
        ArticleState::Draft => "kept-back",
    };
    Ok(done(&path(id), key))
}
