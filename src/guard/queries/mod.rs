//! All SQL of the guard. Each question is one statement, because two would race.

pub mod challenge;
pub mod idempotency;
pub mod limits;
