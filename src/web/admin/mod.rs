//! The editors' pages, behind sign-in.
pub mod account;
pub mod pages;
pub mod sign_in;

use actix_web::web;

/// The routes of the administration.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes.configure(sign_in::configure).configure(account::configure);
}
