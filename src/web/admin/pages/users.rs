//! Users and API keys: lists, forms, and the page that shows a secret once.
use askama::Template;

use super::form::{FormPage, Input, InputKind};
use super::frame::AdminFrame;
use super::list::{AddForm, ListPage};
use super::table::{Badge, Button, Cell, Table};
use crate::actor::Role;
use crate::locale::Locale;
use crate::web::public::pages::{Choice, Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct UserRow {
    pub name: String,
    pub address: String,
    pub url: String,
    pub role: String,
    /// `enabled`, `invited` or `disabled`.
    pub state: String,
    pub since: String,
    /// Whether this is the one who looks.
    pub own: bool,
}

#[derive(Clone, Debug, Default)]
pub struct KeyRow {
    pub name: String,
    pub role: String,
    pub made: String,
    pub last_used: String,
    /// Path of the page that asks whether to revoke it; empty for one that is revoked.
    pub revoke_url: String,
}

/// The roles as a select.
#[must_use]
pub fn roles(l: &Locale, chosen: Role) -> Input {
    let choice = |role: Role| Choice {
        value: role.as_str().to_owned(),
        label: l.t(&format!("role-{}", role.as_str())),
        chosen: role == chosen,
    };
    let options = [Role::Editor, Role::Admin].map(choice).to_vec();
    Input::select("role", l.t("admin-role"), options).hint(l.t("admin-role-hint"))
}

impl ListPage {
    /// The add form posts `email`, `name` and `role` to `/admin/users`.
    #[must_use]
    pub fn users(frame: AdminFrame, rows: Vec<UserRow>) -> Self {
        let l = frame.locale.clone();
        let row = |row: UserRow| {
            let mut who = Cell::link(row.name, row.url).note(row.address);
            if row.own {
                who.badges.push(Badge { label: l.t("admin-user-this"), ..Badge::default() });
            }
            vec![who, Cell::text(row.role), Cell::badge(Badge::of(&l, &row.state)), Cell::text(row.since)]
        };
        let labels = vec![l.t("admin-newsletter-name"), l.t("admin-role"), l.t("admin-state"), l.t("admin-since")];
        let rows = rows.into_iter().map(row).collect();
        let title = l.t("admin-nav-users");
        let table = Table::new(title.clone(), labels, rows, l.t("admin-users-none"));
        let add = AddForm {
            title: l.t("admin-user-add"),
            url: "/admin/users".into(),
            inputs: vec![
                Input::new(InputKind::Email, "email", l.t("field-email"), "").required(),
                Input::new(InputKind::Line, "name", l.t("admin-newsletter-name"), "").hint(l.t("admin-user-name-hint")),
                roles(&l, Role::Editor),
            ],
            label: l.t("admin-user-add"),
        };
        Self { add: Some(add), ..Self::new(frame, title, table, Pager::default()) }
    }

    /// The add form posts `name` and `role` to `/admin/api-keys`.
    #[must_use]
    pub fn keys(frame: AdminFrame, rows: Vec<KeyRow>) -> Self {
        let l = frame.locale.clone();
        let row = |row: KeyRow| {
            let revoke = if row.revoke_url.is_empty() {
                Cell::badge(Badge::of(&l, "revoked"))
            } else {
                Cell { what: row.name.clone(), ..Cell::link(l.t("admin-key-revoke"), row.revoke_url) }
            };
            vec![Cell::text(row.name), Cell::text(row.role), Cell::text(row.made), Cell::text(row.last_used), revoke]
        };
        let labels = vec![
            l.t("admin-key-name"),
            l.t("admin-role"),
            l.t("admin-since"),
            l.t("admin-key-last-used"),
            l.t("admin-do"),
        ];
        let rows = rows.into_iter().map(row).collect();
        let title = l.t("admin-nav-keys");
        let table = Table::new(title.clone(), labels, rows, l.t("admin-keys-none"));
        let add = AddForm {
            title: l.t("admin-key-add"),
            url: "/admin/api-keys".into(),
            inputs: vec![
                Input::new(InputKind::Line, "name", l.t("admin-key-name"), "").required(),
                roles(&l, Role::Editor),
            ],
            label: l.t("admin-key-add"),
        };
        Self { text: l.t("admin-keys-text"), add: Some(add), ..Self::new(frame, title, table, Pager::default()) }
    }
}

impl FormPage {
    /// A user's name and role; posts to `url`.
    #[must_use]
    pub fn user(frame: AdminFrame, title: String, address: String, url: String, inputs: Vec<Input>) -> Self {
        let back = Some(Link { name: frame.t("admin-nav-users"), url: "/admin/users".into() });
        let label = frame.t("preferences-save");
        Self { text: address, back, ..Self::new(frame, title, url, inputs, label) }
    }

    /// Asks whether a key is to be revoked; posts to `url`.
    #[must_use]
    pub fn revoke(frame: AdminFrame, name: &str, url: String) -> Self {
        let (title, text) = (frame.t1("admin-key-revoke-title", "name", name), frame.t("admin-key-revoke-text"));
        let label = frame.t("admin-key-revoke");
        let back = Some(Link { name: frame.t("admin-nav-keys"), url: "/admin/api-keys".into() });
        Self { text, back, danger: true, ..Self::new(frame, title, url, Vec::new(), label) }
    }
}

/// A secret that is shown now and never again: a sign-in link, a key.
#[derive(Template)]
#[template(path = "admin/shown_once.html")]
pub struct ShownOncePage {
    pub frame: AdminFrame,
    pub back: Link,
    pub title: String,
    pub text: String,
    pub secret: String,
}

impl ShownOncePage {
    #[must_use]
    pub fn link(frame: AdminFrame, name: &str, back: String, secret: String) -> Self {
        Self {
            back: Link { name: name.to_owned(), url: back },
            title: frame.t1("admin-user-link-title", "name", name),
            text: frame.t1("admin-user-link-text", "name", name),
            secret,
            frame,
        }
    }

    #[must_use]
    pub fn key(frame: AdminFrame, name: &str, secret: String) -> Self {
        Self {
            back: Link { name: frame.t("admin-nav-keys"), url: "/admin/api-keys".into() },
            title: frame.t1("admin-key-title", "name", name),
            text: frame.t("admin-key-text"),
            secret,
            frame,
        }
    }

    #[must_use]
    pub fn sample() -> Self {
        Self::key(AdminFrame::sample("/admin/api-keys"), "Newsroom", "tid_0000000000000000".into())
    }
}

/// What can be done with a user's account, below the form.
#[must_use]
pub fn user_buttons(frame: &AdminFrame, url: &str, name: &str, open: bool, own: bool) -> Vec<Button> {
    let link = Button::to(format!("{url}/link"), frame.t("admin-user-link"));
    let close = Button::to(format!("{url}/disable"), frame.t("admin-user-disable"));
    match (open, own) {
        (false, _) => vec![Button::to(format!("{url}/enable"), frame.t("admin-user-enable"))],
        (true, true) => vec![link],
        (true, false) => vec![link, close.danger(frame.t1("admin-user-disable-sure", "name", name))],
    }
}
