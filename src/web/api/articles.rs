//! Articles: listing them, and bringing in one or many. Source and guid say which article it is, so that the same one
//! sent twice is kept once.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web;
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::body::{Body, Query};
use super::key::Key;
use super::once::{Once, Reply, act};
use super::page::{Answer, Page, Span, json};
use super::problem::{Fault, Problem};
use crate::article::import::{AHEAD, ArticleInput, read_article};
use crate::article::score::Score;
use crate::article::{self, ArticleState, Filter, Imported, Incoming, NewArticle, Upserted, intake};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::site;
use crate::text;
use crate::web::App;

/// Articles of one request.
const MOST: usize = 500;
/// Characters of a search and of a source's name.
const SEARCH: usize = 200;

#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filters {
    /// Words of title, summary or text.
    search: Option<String>,
    state: Option<ArticleState>,
    source: Option<String>,
    /// `next` of the page before.
    #[param(minimum = 0, maximum = 9_223_372_036_854_775_807_i64)]
    after: Option<i64>,
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// An article, without its text.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Article {
    #[serde(flatten)]
    #[schema(inline)]
    noun: article::Article,
    topics: Vec<String>,
    /// The trending score now, and the parts that add up to it.
    score: Score,
}

fn shown(article: article::Article, now: Timestamp) -> Article {
    let topics = article.topics.iter().map(|topic| topic.name.clone()).collect();
    Article { score: article.explain(now), topics, noun: article }
}

/// All articles, also those that are taken back, the newest first.
#[utoipa::path(
    get,
    path = "/articles",
    params(Filters),
    responses((status = 200, description = "A page of articles.", body = Page<Article>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(filters): Query<Filters>) -> Answer {
    let span = Span::new(filters.after, filters.limit)?;
    let filter = Filter {
        words: text::clean_line(filters.search.as_deref().unwrap_or_default(), SEARCH),
        state: filters.state,
        source: filters.source.map(|source| text::clean_line(&source, SEARCH)),
        ..Filter::default()
    };
    let now = app.clock.now();
    let work = move |conn: &mut Conn| article::list_after(conn, &filter, span.after, span.fetch());
    let page = Page::of(app.db.read(work).await?, span, |article| article.id);
    Ok(json(&page.show(|article| Ok::<_, Problem>(shown(article, now)))?))
}

/// One article, or a list of up to 500.
#[derive(Clone, Debug, ToSchema)]
#[serde(untagged)]
#[expect(dead_code, clippy::large_enum_variant, reason = "describes what `Sent` reads row by row")]
enum NewArticles {
    One(ArticleInput),
    Many(Vec<ArticleInput>),
}

/// What came: each row is read by itself, so that a bad one hides no good one.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Sent {
    Many(Vec<Value>),
    One(Value),
}

/// What became of the articles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Kept {
    /// Those that were taken, in the order in which they came.
    articles: Vec<KeptArticle>,
    new: usize,
    changed: usize,
    unchanged: usize,
    /// Those that were refused, and why.
    errors: Vec<Fault>,
}

#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
pub struct KeptArticle {
    /// Which one of the list, counted from 1.
    row: usize,
    #[serde(flatten)]
    #[schema(inline)]
    article: Upserted,
}

/// Bring in articles. Those of a list that are refused hide none of the others; when all are, nothing is done.
#[utoipa::path(
    post,
    path = "/articles",
    request_body = NewArticles,
    responses(
        (status = 200, description = "Nothing new among them.", body = Kept),
        (status = 201, description = "At least one is new.", body = Kept),
    ),
)]
pub async fn add(app: web::Data<App>, key: Key, body: Body<Sent, true>, once: Once) -> Answer {
    let (rows, is_list) = match body.input {
        Sent::Many(rows) => (rows, true),
        Sent::One(row) => (vec![row], false),
    };
    if rows.len() > MOST {
        let most = i64::try_from(MOST).unwrap_or(i64::MAX);
        return Err(Problem::with_value(StatusCode::UNPROCESSABLE_ENTITY, "api-many-articles", "most", most));
    }
    let site = app.db.read(site::site).await?;
    let (good, errors) = sorted(rows, is_list, app.clock.now().to_utc(), site.time_zone);
    if good.is_empty() && !errors.is_empty() {
        let key = if is_list { "api-no-article-taken" } else { "api-article-not-taken" };
        let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, key);
        return Err(errors.into_iter().fold(problem, Problem::with));
    }
    let (places, articles): (Vec<usize>, Vec<Incoming>) =
        good.into_iter().map(|(place, article)| (place, Incoming::from(article))).unzip();
    let articles = Arc::new(articles);
    intake::prepare_new(&app.db, &site.name, None, &articles).await?;
    act(&app, once, body.hash, move |conn, now| {
        let done = article::import(conn, &key.actor, now, &site.name, &articles)?;
        let status = if done.new > 0 { StatusCode::CREATED } else { StatusCode::OK };
        Reply::json(status, &kept(&done, &places, errors))
    })
    .await
}

/// The rows that can be taken, with their places, and what is wrong with the others.
fn sorted(rows: Vec<Value>, is_list: bool, now: DateTime<Utc>, zone: Tz) -> (Vec<(usize, NewArticle)>, Vec<Fault>) {
    let (mut good, mut faults) = (Vec::new(), Vec::new());
    for (row, value) in (1..).zip(rows) {
        match read_article(value, zone).and_then(|article| article.not_ahead(now, AHEAD)) {
            Ok(article) => good.push((row, article)),
            Err(errors) => faults.extend(errors.iter().map(|error| Fault::of(error, is_list.then_some(row)))),
        }
    }
    (good, faults)
}

fn kept(done: &Imported, places: &[usize], errors: Vec<Fault>) -> Kept {
    let articles = done.articles.iter().zip(places);
    Kept {
        articles: articles.map(|(article, row)| KeptArticle { row: *row, article: *article }).collect(),
        new: done.new,
        changed: done.changed,
        unchanged: done.unchanged,
        errors,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_is_reported_with_its_place_and_field() {
        let rows = serde_json::json!([{"title": "A"}, {"title": ""}, 7, {"titel": "B"}, {"title": "C", "topics": [7]}]);
        let (good, faults) = sorted(rows.as_array().unwrap().clone(), true, DateTime::UNIX_EPOCH, Tz::UTC);
        assert_eq!(good.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [1]);
        let told: Vec<_> = faults.iter().map(|fault| (fault.row, fault.field.as_deref())).collect();
        assert_eq!(
            told,
            [(Some(2), Some("title")), (Some(3), None), (Some(4), Some("titel")), (Some(5), Some("topics[0]"))]
        );
    }
}
