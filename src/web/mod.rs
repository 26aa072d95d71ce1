//! HTTP: what is offered, and to whom.
pub mod admin;
pub mod api;
mod app;
pub mod assets;
pub mod client;
pub mod cors;
pub mod csrf;
mod headers;
mod kept;
pub mod permission;
pub mod posted;
pub mod public;
mod refusal;
mod respond;
pub mod routes;
pub mod server;
pub mod session;

pub use app::App;
pub use posted::{Posted, Typed};
pub use refusal::Refusal;
pub use session::SignedIn;
