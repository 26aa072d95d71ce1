//! HTTP: what is offered, and to whom.
//!
//! A module uses only modules before it in this table; `tests/house.rs` holds it so.
//!
//! | step | modules, in order |
//! | --- | --- |
//! | 0, requests and answers | [`app`] [`assets`] [`entrance`] [`csrf`] [`kept`] [`refusal`] [`permission`] [`session`] [`posted`] [`client`] [`cors`] [`headers`] [`route`] [`respond`] |
//! | 1, readers | [`public`] |
//! | 2, editors and programs | [`admin`] [`api`] |
//! | 3, the server | [`error_pages`] [`routes`] [`server`] |

pub mod admin;
pub mod api;
mod app;
pub mod assets;
pub mod client;
pub mod cors;
pub mod csrf;
mod entrance;
mod error_pages;
mod headers;
mod kept;
pub mod permission;
pub mod posted;
pub mod public;
mod refusal;
mod respond;
mod route;
pub mod routes;
pub mod server;
pub mod session;

pub use app::App;
pub use posted::{Posted, Typed};
pub use refusal::Refusal;
pub use session::SignedIn;
