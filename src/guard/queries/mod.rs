//! The queries of the guard. Each check is one statement, because two would race.

pub mod challenge;
pub mod idempotency;
pub mod limits;
