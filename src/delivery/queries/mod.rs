//! All SQL of dispatches, messages and deliveries. What follows from an attempt is decided in `outcome` and `recovery`.

pub mod additions;
pub mod dispatch;
pub mod forget;
pub mod history;
pub mod lease;
pub mod mark;
pub mod queue;
pub mod record;
pub mod relay;
pub mod report;
pub mod suppression;

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::sql_types::{BigInt, Bool};

use super::{
    DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, DispatchState, RecipientKey, SuppressionReason,
};

crate::db::sql_code!(DeliveryReason);
crate::db::sql_code!(DeliveryStage);
crate::db::sql_code!(DeliveryState);
crate::db::sql_code!(DispatchKind);
crate::db::sql_code!(DispatchState);
crate::db::sql_code!(SuppressionReason);

impl<DB> diesel::deserialize::FromSql<BigInt, DB> for RecipientKey
where
    DB: diesel::backend::Backend,
    i64: diesel::deserialize::FromSql<BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
        <i64 as diesel::deserialize::FromSql<BigInt, DB>>::from_sql(bytes).map(Self::from_column)
    }
}

impl<ST, DB> diesel::deserialize::Queryable<ST, DB> for RecipientKey
where
    DB: diesel::backend::Backend,
    Self: diesel::deserialize::FromStaticSqlRow<ST, DB>,
{
    type Row = Self;
    fn build(row: Self) -> diesel::deserialize::Result<Self> {
        Ok(row)
    }
}

/// The column values of these keys, without [`RecipientKey::Nobody`].
fn columns(keys: &[RecipientKey]) -> Vec<i64> {
    keys.iter().filter(|key| **key != RecipientKey::Nobody).map(|key| key.to_column()).collect()
}

/// Running and paused dispatches, spelled as in their index: SQLite's planner does not look at bound values.
const LIVE: &str = "dispatches.state IN (0, 1)";

/// The number of deliveries of a dispatch that have an outcome, by its counters.
macro_rules! settled {
    () => {
        dispatches::sent + dispatches::failed + dispatches::skipped + dispatches::cancelled + dispatches::unknown
    };
}
use settled;

/// The condition of the partial index of deliveries in a state. SQLite uses a partial index only if the query spells its
/// condition out, because its planner does not look at bound values.
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
