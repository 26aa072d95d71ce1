//! Lists by page: `after` is where a page begins, `limit` its length, `next` the `after` of the next page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::problem::Problem;
use crate::db::Conn;
use crate::field::{FieldError, FieldErrorKind};
use crate::web::App;

/// Items of a page by default.
const USUAL: i64 = 50;
/// Items of a page at most.
pub const MOST: i64 = 200;

/// What a handler answers.
pub type Answer = Result<HttpResponse, Problem>;

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// `after` of the next page; null on the last.
    #[schema(required = true)]
    pub next: Option<i64>,
}

/// The query of a list that is not filtered.
#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// `next` of the page before.
    #[param(minimum = 0, maximum = 9_223_372_036_854_775_807_i64)]
    after: Option<i64>,
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

impl Paging {
    pub fn span(self) -> Result<Span, Problem> {
        Span::new(self.after, self.limit)
    }
}

/// Where a page begins and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub after: Option<i64>,
    pub limit: i64,
}

impl Span {
    /// Checks the values of a query.
    pub fn new(after: Option<i64>, limit: Option<i64>) -> Result<Self, Problem> {
        let limit = limit.unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            return Err(query("limit", FieldErrorKind::OutOfRange { least: 1, most: MOST }));
        }
        if after.is_some_and(|after| after < 0) {
            return Err(query("after", FieldErrorKind::OutOfRange { least: 0, most: i64::MAX }));
        }
        Ok(Self { after, limit })
    }

    /// How many to read: one more than a page, which shows whether another follows.
    #[must_use]
    pub const fn fetch(self) -> i64 {
        self.limit + 1
    }

    #[must_use]
    pub fn from(self) -> i64 {
        self.after.unwrap_or(0)
    }
}

impl<T> Page<T> {
    /// A page of the items that were read by [`Span::fetch`].
    pub fn of(mut found: Vec<T>, span: Span, place: impl Fn(&T) -> i64) -> Self {
        let more = i64::try_from(found.len()).unwrap_or(i64::MAX) > span.limit;
        found.truncate(usize::try_from(span.limit).unwrap_or(usize::MAX));
        let next = found.last().filter(|_| more).map(place);
        Self { items: found, next }
    }

    /// A page of a list that is short enough to be read whole, in order of `place`.
    pub fn cut(mut all: Vec<T>, span: Span, place: impl Fn(&T) -> i64) -> Self {
        all.retain(|item| place(item) > span.from());
        Self::of(all, span, place)
    }

    /// The items as they are shown, or why one cannot be.
    pub fn show<S, E>(self, show: impl FnMut(T) -> Result<S, E>) -> Result<Page<S>, E> {
        Ok(Page { items: self.items.into_iter().map(show).collect::<Result<_, E>>()?, next: self.next })
    }
}

/// A problem with a value of the query.
fn query(field: &'static str, kind: FieldErrorKind) -> Problem {
    Problem::of_fields(StatusCode::BAD_REQUEST, &FieldError::new(field, kind).into())
}

/// Answers with what `work` reads.
pub async fn read<T: Serialize + Send + 'static>(
    app: &App,
    work: impl FnOnce(&mut Conn) -> Result<T, Problem> + Send + 'static,
) -> Answer {
    Ok(json(&app.db.read(work).await?))
}

/// Status 200 with JSON.
#[must_use]
pub fn json(body: &impl Serialize) -> HttpResponse {
    HttpResponse::Ok().json(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_where_the_next_page_begins() {
        let all = || vec![3, 5, 8];
        for (after, limit, items, next) in [
            (None, None, vec![3, 5, 8], None),
            (None, Some(2), vec![3, 5], Some(5)),
            (Some(5), Some(2), vec![8], None),
            (Some(3), Some(2), vec![5, 8], None),
            (Some(8), Some(2), vec![], None),
        ] {
            let page = Page::cut(all(), Span::new(after, limit).unwrap(), |n| *n);
            assert_eq!((page.items, page.next), (items, next), "{after:?} {limit:?}");
        }
    }

    /// A last page that was full offered a next one, which was empty.
    #[test]
    fn a_full_last_page_has_no_next() {
        let span = Span::new(None, Some(2)).unwrap();
        for (found, items, next) in [(vec![9, 7, 4], vec![9, 7], Some(7)), (vec![9, 7], vec![9, 7], None)] {
            let page = Page::of(found, span, |n| *n);
            assert_eq!((page.items, page.next), (items, next));
        }
    }

    #[test]
    fn a_page_is_neither_empty_nor_endless() {
        for (after, limit) in [(None, Some(0)), (None, Some(201)), (None, Some(-1)), (Some(-1), None)] {
            assert_eq!(Span::new(after, limit).unwrap_err().status(), StatusCode::BAD_REQUEST);
        }
    }
}
