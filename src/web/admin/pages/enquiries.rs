//! Enquiries: the inbox, and one with the form for its answer.
use askama::Template;

use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Badge, Button, Cell, Table};
use crate::web::public::pages::{Choice, Field, Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct EnquiryRow {
    pub subject: String,
    pub url: String,
    pub from: String,
    /// `open` or `answered`.
    pub state: String,
    pub when: String,
    pub newsletter: String,
}

impl ListPage {
    #[must_use]
    pub fn enquiries(frame: AdminFrame, rows: Vec<EnquiryRow>, states: Vec<Choice>, pager: Pager) -> Self {
        let l = frame.locale.clone();
        let row = |row: EnquiryRow| {
            vec![
                Cell::link(row.subject, row.url).note(row.from),
                Cell::badge(Badge::of(&l, &row.state)),
                Cell::text(row.newsletter),
                Cell::text(row.when),
            ]
        };
        let labels = vec![l.t("field-subject"), l.t("admin-state"), l.t("field-newsletter"), l.t("admin-when")];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-enquiries"), labels, rows, l.t("admin-enquiries-none"));
        let search = vec![Input::select("state", l.t("admin-state"), states)];
        let title = l.t("admin-nav-enquiries");
        Self { search, ..Self::new(frame, title, table, pager) }
    }
}

#[derive(Template)]
#[template(path = "admin/enquiry.html")]
pub struct EnquiryPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub subject: String,
    pub state: Badge,
    /// Label and value: from, when, newsletter.
    pub facts: Vec<(String, String)>,
    pub message: String,
    /// Answers that were sent: who and when, words.
    pub answers: Vec<(String, String)>,
    /// Posts `answer` to `url`.
    pub url: String,
    pub inputs: Vec<Input>,
    pub buttons: Vec<Button>,
}

impl EnquiryPage {
    #[must_use]
    pub fn answer_inputs(frame: &AdminFrame, answer: Field) -> Vec<Input> {
        let label = frame.t("admin-enquiry-answer");
        vec![Input::new(InputKind::Text, "answer", label, answer.value).required().wrong(answer.error)]
    }
}
