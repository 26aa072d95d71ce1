//! All SQL of dispatches, messages and deliveries. It decides nothing that `outcome` and `recovery` decide.

pub mod dispatch;
pub mod forget;
pub mod history;
pub mod lease;
pub mod queue;
pub mod record;
pub mod relay;
pub mod report;
pub mod suppression;

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::Bool;

use super::{DeliveryState, DispatchKind, DispatchState, SuppressionReason};

crate::db::sql_word!(DispatchKind);
crate::db::sql_word!(DispatchState);
crate::db::sql_word!(SuppressionReason);

/// The deliveries of a dispatch that have an outcome, by its counters.
macro_rules! settled {
    () => {
        dispatches::sent + dispatches::failed + dispatches::skipped + dispatches::cancelled + dispatches::unknown
    };
}
use settled;

/// The condition of the index that holds deliveries of a state. SQLite uses a partial index only where the query says the
/// same in so many words; a bound value says nothing to its planner.
fn indexed(state: DeliveryState) -> SqlLiteral<Bool> {
    sql(match state {
        DeliveryState::Queued | DeliveryState::Deferred => "deliveries.state IN (0, 1)",
        DeliveryState::Leased => "deliveries.state = 2",
        DeliveryState::Sent => "deliveries.state = 3",
        DeliveryState::Failed | DeliveryState::Unknown | DeliveryState::Skipped | DeliveryState::Cancelled => {
            "deliveries.state >= 4"
        }
    })
}
