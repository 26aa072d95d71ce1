//! Topics with what uses them.
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Button, Cell, Table};
use crate::web::public::pages::Pager;

#[derive(Clone, Debug, Default)]
pub struct TopicRow {
    pub name: String,
    /// Path of its page here, and of the readers'.
    pub url: String,
    pub address: String,
    pub articles: i64,
    pub feeds: i64,
    pub newsletters: i64,
    pub buttons: Vec<Button>,
}

impl ListPage {
    #[must_use]
    pub fn topics(frame: AdminFrame, rows: Vec<TopicRow>) -> Self {
        let l = frame.locale.clone();
        let row = |row: TopicRow| {
            vec![
                Cell::link(row.name, row.url).note(row.address),
                Cell::number(&l, row.articles),
                Cell::number(&l, row.feeds),
                Cell::number(&l, row.newsletters),
                Cell::buttons(row.buttons),
            ]
        };
        let labels = vec![
            l.t("admin-topic"),
            l.t("admin-nav-articles"),
            l.t("admin-nav-feeds"),
            l.t("admin-nav-newsletters"),
            l.t("admin-do"),
        ];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-topics"), labels, rows, l.t("admin-topics-none"));
        let (title, text) = (l.t("admin-nav-topics"), l.t("admin-topics-text"));
        Self { text, ..Self::new(frame, title, table, Pager::default()) }
    }
}
