//! The administration: what it is made from, and its sections.
//!
//! A new page is one entry of [`SECTIONS`] and one file, which says what it loads, what it shows and what it does.

pub mod browser;
pub mod chart;
pub mod door;
pub mod form;
pub mod field_form;
pub mod frame;
pub mod list;
pub mod local_time;
pub mod password;
pub mod preview;
pub mod progress;
pub mod relay;
pub mod shown_once;
pub mod table;
pub mod topic_field;

pub mod kept;
pub mod error;

pub mod account;
pub mod user_link;
pub mod users;
pub mod api_keys;
pub mod articles;
pub mod article_story;
pub mod article_form;
pub mod audit_names;
pub mod audit_log;
pub mod digest;
pub mod deliveries;
pub mod digest_questions;
pub mod digest_editor;
pub mod digest_progress;
pub mod digest_actions;
pub mod digests;
pub mod enquiries;
pub mod feeds;
pub mod newsletters;
pub mod outbox;
pub mod runs;
pub mod settings;
pub mod sign_in;
pub mod suppressions;
pub mod subscribers;
pub mod subscriber;
pub mod export;
pub mod imports;
pub mod topics;
pub mod first_run;
pub mod first_steps;
pub mod dashboard;

use actix_web::web;

use super::entrance::{HOME, SIGN_IN};
use super::section::{Place, Section};
use crate::actor::Permission::{self, ApiKeys, Content, Enquiries, Newsletters, Sends, Settings, Subscribers, Users};

type Routes = &'static [fn(&mut web::ServiceConfig)];

const fn section(path: &'static str, label: &'static str, permission: Option<Permission>, routes: Routes) -> Section {
    Section { path, label, permission, routes }
}

/// Every section, in the groups of the menu; the last group is not in the menu.
pub static SECTIONS: [&[Section]; 6] = [
    &[section(HOME, "admin-nav-dashboard", None, &[dashboard::routes])],
    &[
        section(
            digest::PATH,
            "admin-nav-digests",
            Some(Sends),
            &[digests::routes, digest::routes, digest_actions::routes],
        ),
        section(runs::PATH, "admin-nav-runs", Some(Sends), &[runs::routes]),
        section(
            articles::PATH,
            "admin-nav-articles",
            Some(Content),
            &[articles::routes, article_story::routes, article_form::routes],
        ),
        section(topics::PATH, "admin-nav-topics", Some(Content), &[topics::routes]),
        section(feeds::PATH, "admin-nav-feeds", Some(Content), &[feeds::routes]),
    ],
    &[
        section(
            subscribers::PATH,
            "admin-nav-subscribers",
            Some(Subscribers),
            &[subscribers::routes, imports::routes, subscriber::routes],
        ),
        section(newsletters::PATH, "admin-nav-newsletters", Some(Newsletters), &[newsletters::routes]),
    ],
    &[
        section(enquiries::PATH, "admin-nav-enquiries", Some(Enquiries), &[enquiries::routes]),
        section(deliveries::PATH, "admin-nav-deliveries", Some(Sends), &[deliveries::routes]),
        section(suppressions::PATH, "admin-nav-suppressions", Some(Subscribers), &[suppressions::routes]),
        section(outbox::PATH, "admin-nav-outbox", Some(Sends), &[outbox::routes]),
    ],
    &[
        section(settings::PATH, "admin-nav-settings", Some(Settings), &[settings::routes]),
        section(users::PATH, "admin-nav-users", Some(Users), &[users::routes]),
        section(api_keys::PATH, "admin-nav-keys", Some(ApiKeys), &[api_keys::routes]),
        section(audit_log::PATH, "admin-nav-audit", None, &[audit_log::routes]),
        section(account::PATH, "admin-nav-account", None, &[account::routes]),
    ],
    &[
        section(first_run::PATH, "", Some(Settings), &[first_run::routes]),
        section(SIGN_IN, "", None, &[user_link::routes, sign_in::routes]),
        section(sign_in::SIGN_OUT, "", None, &[sign_in::sign_out_route]),
    ],
];

/// Serves each section as a scope. That of the first page comes last, because its path begins every other.
pub fn configure(config: &mut web::ServiceConfig) {
    config.app_data(Place::outside(&SECTIONS));
    for section in SECTIONS.iter().flat_map(|group| group.iter()).rev() {
        let mut scope = web::scope(section.path).app_data(Place { section, sections: &SECTIONS });
        for routes in section.routes {
            scope = scope.configure(routes);
        }
        config.service(scope);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_takes_the_permission_of_its_section() {
        for (path, permission) in [
            ("/admin", None),
            ("/admin/account/password", None),
            ("/admin/digests/7/send", Some(Sends)),
            ("/admin/enquiries?state=open", Some(Enquiries)),
            ("/admin/newsletters/new", Some(Newsletters)),
            ("/admin/users/7/disable", Some(Users)),
            ("/admin/first-run/test", Some(Settings)),
            ("/admin/attic", Some(Settings)),
            ("/admin/usersandmore", Some(Settings)),
            ("/elsewhere", Some(Settings)),
        ] {
            assert_eq!(Place::outside(&SECTIONS).permission_of(path), permission, "{path}");
        }
    }
}
