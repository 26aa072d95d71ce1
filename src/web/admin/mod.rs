//! The editors' pages, behind sign-in.
pub mod account;
pub mod pages;
pub mod sign_in;

/// The routes of the administration.
pub fn configure(routes: &mut actix_web::web::ServiceConfig) {
    sign_in::configure(routes);
    account::configure(routes);
}
