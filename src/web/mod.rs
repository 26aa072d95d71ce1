//! HTTP: what is offered, and to whom.
pub mod admin;
pub mod assets;
pub mod public;
