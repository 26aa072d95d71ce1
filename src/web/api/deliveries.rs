//! Deliveries: who got a mail, who did not, and why.

use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::body::Query;
use super::key::Key;
use super::page::{Answer, Page, Span, read};
use super::problem::Problem;
use crate::clock::Timestamp;
use crate::delivery::{self, DeliveryReason, DeliveryRow, DeliveryState};
use crate::digest;
use crate::locale::Locale;
use crate::web::App;

#[derive(Clone, Copy, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filters {
    /// The id of a digest: only its deliveries.
    digest: Option<i64>,
    state: Option<DeliveryState>,
    /// `next` of the page before.
    #[param(minimum = 0, maximum = 9_223_372_036_854_775_807_i64)]
    after: Option<i64>,
    #[param(minimum = 1, maximum = 200)]
    limit: Option<i64>,
}

/// One mail to one recipient.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Delivery {
    #[serde(flatten)]
    #[schema(inline)]
    row: DeliveryRow,
    /// When it is tried next; null when it is not.
    due_at: Option<Timestamp>,
    /// How far the last attempt came.
    stage: String,
    reason: String,
}

/// Deliveries in the order in which they were queued.
#[utoipa::path(
    get,
    path = "/deliveries",
    params(Filters),
    responses((status = 200, description = "A page of deliveries.", body = Page<Delivery>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(filters): Query<Filters>) -> Answer {
    let span = Span::new(filters.after, filters.limit)?;
    read(&app, move |conn| {
        let dispatch = match filters.digest {
            None => None,
            Some(id) => {
                let found = digest::by_id(conn, id)?;
                let found = found.ok_or_else(|| Problem::not_found("api-no-digest"))?;
                let Some(dispatch) = found.dispatch_id else { return Ok(Page { items: Vec::new(), next: None }) };
                Some(dispatch)
            }
        };
        let rows = delivery::deliveries(conn, dispatch, filters.state, span.from(), span.fetch())?;
        Page::of(rows, span, |row| row.id).show(|row| Ok(shown(row)))
    })
    .await
}

fn shown(row: DeliveryRow) -> Delivery {
    let due_at = match row.state {
        DeliveryState::Queued => Some(row.updated_at),
        DeliveryState::Deferred => Some(row.due_at),
        _ => None,
    };
    Delivery {
        due_at,
        stage: row.stage.map(|stage| stage.to_string()).unwrap_or_default(),
        reason: DeliveryReason::words(row.reason, &Locale::default()),
        row,
    }
}
