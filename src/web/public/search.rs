//! Search among the articles. Any query finds something or nothing; none is an error but one that is too long.
//!
//! A search may take long, so it runs apart from pages that do not, and each client has a limited number of them.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::cards::{PAGE, cards, numbered, query_value};
use super::defence;
use super::pages::SearchPage;
use crate::article::{self, SearchResults};
use crate::db::Conn;
use crate::text;
use crate::web::respond::{Answer, page, page_with};
use crate::web::{App, Refusal};

/// Characters of a query.
const LONGEST: usize = 200;

pub async fn show(request: HttpRequest, app: web::Data<App>) -> Answer {
    let (numbered, typed) = (numbered(&request), query_value(&request, "q"));
    let too_long = typed.chars().count() > LONGEST;
    let query = if too_long { String::new() } else { text::clean_line(&typed, LONGEST) };
    if !query.is_empty() && !defence::may_search(&request, &app).await? {
        return Err(Refusal::TooMany);
    }
    let words = query.clone();
    let matching = move |conn: &mut Conn| article::search(conn, &words, PAGE, numbered.offset());
    let SearchResults { articles, total, is_capped } = app.db.read_slow(matching).await?;
    let ground = app.ground().await?;
    let frame = ground.frame("/search", app.clock.now());
    let shown = SearchPage {
        problem: too_long.then(|| frame.t("error-query-long")),
        searched: !query.is_empty(),
        total,
        is_capped,
        articles: cards(&ground, &articles, &ground.trending),
        pager: numbered.pager("/search", &[("q", &query)], total > numbered.offset() + PAGE),
        query,
        frame,
    };
    if too_long { page_with(StatusCode::BAD_REQUEST, &shown) } else { page(&shown) }
}
