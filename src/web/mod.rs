//! HTTP: what is offered, and to whom. What pages of readers and editors share stands below both.
//!
//! A module uses only modules before it in this table; `tests/house.rs` holds it so.
//!
//! | step | modules, in order |
//! | --- | --- |
//! | 0, values of requests and pages | [`parts`] [`submitted`] [`paging`] [`entrance`] [`section`] |
//! | 1, requests and answers | [`assets`] [`csrf`] [`kept`] [`refusal`] [`session`] [`known_browser`] [`posted`] [`upload`] [`client`] [`places`] [`cors`] [`headers`] [`route`] [`respond`] |
//! | 2, what editors and programs both do | [`digest_action`] |
//! | 3, readers | [`public`] |
//! | 4, editors and programs | [`admin`] [`api`] |
//! | 5, the server | [`connections`] [`request_body`] [`error_pages`] [`routes`] [`server`] |

pub mod parts;
pub mod submitted;
pub mod paging;
mod entrance;
pub mod section;

pub mod assets;
pub mod csrf;
mod kept;
mod refusal;
pub mod session;
mod known_browser;
pub mod posted;
mod upload;
pub mod client;
mod places;
pub mod cors;
mod headers;
mod route;
mod respond;

pub mod digest_action;
pub mod public;
pub mod admin;
pub mod api;

mod connections;
mod request_body;
mod error_pages;
pub mod routes;
pub mod server;

pub use crate::assembly::App;
pub use posted::{AnySession, Posted};
pub use refusal::Refusal;
pub use session::SignedIn;
pub use submitted::Submitted;
