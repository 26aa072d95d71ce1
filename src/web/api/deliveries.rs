//! Deliveries: who got a mail, who did not, and why.

use actix_web::web;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::body::Query;
use super::key::Key;
use super::page::{Answer, Page, Span, json};
use super::problem::Problem;
use crate::clock::Timestamp;
use crate::delivery::{self, DeliveryReason, DeliveryRow, DeliveryState, DispatchKind};
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
    id: i64,
    dispatch: i64,
    kind: DispatchKind,
    subject: String,
    /// Null once erased.
    #[schema(required = true)]
    email: Option<String>,
    state: DeliveryState,
    attempts: i16,
    /// When it is tried next; null when it is not.
    #[schema(required = true)]
    due_at: Option<Timestamp>,
    /// How far the last attempt came.
    stage: String,
    /// The relay's reply. If there is none: a name, such as `timed-out`, `reply-unread` or `too-large-for-relay:9000000`.
    reply: String,
    reason: String,
    updated_at: Timestamp,
}

/// Deliveries in the order in which they were queued.
#[utoipa::path(
    get,
    path = "/deliveries",
    tag = "deliveries",
    params(Filters),
    responses((status = 200, description = "A page of deliveries.", body = Page<Delivery>)),
)]
pub async fn list(app: web::Data<App>, _key: Key, Query(filters): Query<Filters>) -> Answer {
    let span = Span::new(filters.after, filters.limit)?;
    let page = app
        .db
        .read(move |conn| {
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
            Ok::<_, Problem>(Page::of(rows, span, |row| row.id, shown))
        })
        .await?;
    Ok(json(&page))
}

fn shown(row: DeliveryRow) -> Delivery {
    let waits = matches!(row.state, DeliveryState::Queued | DeliveryState::Deferred);
    Delivery {
        id: row.id,
        dispatch: row.dispatch,
        kind: row.kind,
        subject: row.subject,
        email: row.address,
        state: row.state,
        attempts: row.attempts,
        due_at: waits.then_some(row.due_at),
        stage: row.stage.map(|stage| stage.to_string()).unwrap_or_default(),
        reply: row.reply,
        reason: DeliveryReason::words(row.reason, &Locale::default()),
        updated_at: row.updated_at,
    }
}
