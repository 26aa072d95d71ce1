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

use super::{DispatchKind, DispatchState, SuppressionReason};

crate::db::sql_word!(DispatchKind);
crate::db::sql_word!(DispatchState);
crate::db::sql_word!(SuppressionReason);
