//! What keeps strangers from wearing us out: limits, proof of work, and answers that are given once.
//! It knows keys and hashes, never an address, a form or a noun.

pub mod challenge;
pub mod idempotency;
pub mod limits;
mod queries;
