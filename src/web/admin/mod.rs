//! The editors' pages, behind sign-in.
pub mod account;
mod api_keys;
mod article_form;
mod articles;
mod audit_log;
mod browser;
mod dashboard;
mod deliveries;
mod digest_actions;
mod digest_editor;
mod digest_form;
mod digest_preview;
mod digest_progress;
mod digest_sure;
mod digests;
mod enquiries;
pub mod error;
mod feeds;
pub mod first_run;
pub mod frame;
mod kept;
mod local_time;
mod newsletter_form;
mod newsletters;
mod outbox;
pub mod pages;
mod parts;
mod relay;
mod settings;
pub mod sign_in;
mod subscribers;
mod suppressions;
mod topics;
mod turn;
mod users;

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
        .configure(deliveries::configure)
        .configure(subscribers::configure)
        .configure(newsletters::configure)
        .configure(feeds::configure)
        .configure(articles::configure)
        .configure(topics::configure)
        .configure(enquiries::configure)
        .configure(suppressions::configure)
        .configure(settings::configure)
        .configure(users::configure)
        .configure(api_keys::configure)
        .configure(audit_log::configure)
        .configure(first_run::configure);
}
