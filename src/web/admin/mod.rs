//! The editors' pages, behind sign-in.
pub mod account;
mod dashboard;
mod deliveries;
mod digest_actions;
mod digest_editor;
mod digest_preview;
mod digest_progress;
mod digests;
pub mod frame;
mod local_time;
mod outbox;
pub mod pages;
pub mod sign_in;

mod article_form;
mod articles;
mod audit_log;
mod enquiries;
mod feeds;
pub mod first_run;
mod local_time;
mod newsletter_form;
mod newsletters;
mod parts;
mod settings;
mod subscribers;
mod suppressions;

use actix_web::web;

/// The routes of the administration.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .configure(sign_in::configure)
        .configure(account::configure)
        .configure(dashboard::configure)
        .configure(outbox::configure)
        .configure(digests::configure)
        .configure(digest_editor::configure)
        .configure(digest_preview::configure)
        .configure(digest_actions::configure)
        .configure(deliveries::configure);
    routes.configure(sign_in::configure).configure(account::configure);
    routes.configure(subscribers::configure);
    routes.configure(newsletters::configure);
    routes.configure(feeds::configure);
    routes.configure(articles::configure);
    routes.configure(enquiries::configure);
    routes.configure(suppressions::configure);
    routes.configure(settings::configure);
    routes.configure(audit_log::configure);
    routes.configure(first_run::configure);
}
