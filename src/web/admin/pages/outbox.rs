//! The outbox of a capture relay: mails as their readers would see them.
use askama::Template;

use super::digests::Preview;
use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Cell, Table};
use crate::web::public::pages::{Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct OutboxRow {
    pub subject: String,
    pub url: String,
    pub to: String,
    pub when: String,
}

impl ListPage {
    #[must_use]
    pub fn outbox(frame: AdminFrame, rows: Vec<OutboxRow>, query: &str, pager: Pager) -> Self {
        let l = frame.locale.clone();
        let row = |row: OutboxRow| vec![Cell::link(row.subject, row.url), Cell::text(row.to), Cell::text(row.when)];
        let labels = vec![l.t("field-subject"), l.t("admin-recipient"), l.t("admin-when")];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-outbox"), labels, rows, l.t("admin-outbox-none"));
        let search = vec![Input::new(InputKind::Search, "q", l.t("admin-recipient"), query)];
        let (title, text) = (l.t("admin-nav-outbox"), l.t("admin-outbox-text"));
        Self { text, search, ..Self::new(frame, title, table, pager) }
    }
}

#[derive(Template)]
#[template(path = "admin/outbox_mail.html")]
pub struct OutboxMailPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub subject: String,
    /// Label and value: from, to, reply-to, when.
    pub facts: Vec<(String, String)>,
    pub preview: Preview,
    /// Links found in the mail, so that they can be followed without leaving the preview's sandbox.
    pub links: Vec<Link>,
}
