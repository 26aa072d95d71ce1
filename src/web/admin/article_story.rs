//! Which articles are the same story, on an article's page: those that were merged, and similar ones that could be.

use actix_web::{HttpResponse, web};

use super::articles::path;
use super::frame::{AdminFrame, done, not_done};
use super::table::{Button, Cell, Columns, Table};
use crate::article::{self, Article, ArticleState};
use crate::db::{self, Conn};
use crate::web::respond::Answer;
use crate::web::{App, Posted, Refusal};

/// Similar articles that the page offers.
const SIMILAR: usize = 5;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.route("/{id}/split", web::post().to(split)).route("/{id}/merge/{other}", web::post().to(merge));
}

/// The articles around one.
#[derive(Clone, Debug, Default)]
pub struct Neighbours {
    /// The others of its story, the one that represents it first.
    pub story: Vec<Article>,
    pub similar: Vec<Article>,
}

pub fn load(conn: &mut Conn, article: &Article) -> db::Result<Neighbours> {
    let story = article::others_of_story(conn, article)?;
    let mut similar = article::similar_to(conn, article.id, SIMILAR)?;
    similar.retain(|other| story.iter().all(|one| one.id != other.id));
    Ok(Neighbours { story, similar })
}

/// A table of each kind that has any.
#[must_use]
pub fn tables(frame: &AdminFrame, article: &Article, neighbours: &Neighbours) -> Vec<Table> {
    let to = |action: String, label: &str, about: &Article| Button::to(action, frame.t(label)).about(&about.title);
    // A merged article is split off on its own page and on that of the one that represents it.
    let split = |other: &Article| {
        let merged = if other.story_id.is_some() { other } else { article };
        let is_shown = merged.id == article.id || article.story_id.is_none();
        is_shown.then(|| to(format!("{}/split", path(merged.id)), "admin-story-split", merged)).into_iter().collect()
    };
    let merge = |other: &Article| {
        let url = format!("{}/merge/{}", path(article.id), other.id);
        (article.state == ArticleState::Published).then(|| to(url, "admin-story-merge", other)).into_iter().collect()
    };
    let story = rows(frame, &neighbours.story).buttons(split).table("admin-story", "admin-story");
    let similar = rows(frame, &neighbours.similar).buttons(merge).table("admin-similar", "admin-similar");
    let tables = [(story, neighbours.story.is_empty()), (similar, neighbours.similar.is_empty())];
    tables.into_iter().filter(|(_, is_empty)| !is_empty).map(|(table, _)| table).collect()
}

fn rows<'a>(frame: &'a AdminFrame, articles: &'a [Article]) -> Columns<'a, Article> {
    Table::of(frame, articles)
        .column("admin-article", |one| Cell::link(&one.title, path(one.id)).note(&one.source))
        .column("admin-published", |one| frame.day(one.published_at))
}

async fn split(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let id = *id;
    let work = posted.by.act(&app, move |conn, actor, now| Ok::<_, Refusal>(article::split(conn, actor, now, id)?));
    Ok(answer(id, work.await?, "story-split"))
}

/// Adds the other article to the story of this one.
async fn merge(app: web::Data<App>, ids: web::Path<(i64, i64)>, posted: Posted) -> Answer {
    let (id, other) = *ids;
    let work =
        posted.by.act(&app, move |conn, actor, now| Ok::<_, Refusal>(article::merge(conn, actor, now, other, id)?));
    Ok(answer(id, work.await?, "story-merged"))
}

fn answer(id: i64, acted: bool, key: &str) -> HttpResponse {
    if acted { done(&path(id), key) } else { not_done(&path(id), "story-same") }
}
