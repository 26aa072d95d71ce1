//! HTTP: what is offered, and to whom.
pub mod assets;
pub mod public;
