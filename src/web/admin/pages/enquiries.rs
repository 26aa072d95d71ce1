//! Enquiries: the inbox, and one with the form for its answer.
use askama::Template;

use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Badge, Button, Cell, Table, Tone};
use crate::web::public::pages::{Choice, Field, Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct EnquiryRow {
    pub subject: String,
    pub url: String,
    pub from: String,
    /// `open`, `answered` or `closed`.
    pub state: String,
    /// Whether some mail of it did not arrive.
    pub undelivered: bool,
    pub when: String,
    pub newsletter: String,
}

impl ListPage {
    #[must_use]
    pub fn enquiries(frame: AdminFrame, rows: Vec<EnquiryRow>, states: Vec<Choice>, pager: Pager) -> Self {
        let l = frame.locale.clone();
        let row = |row: EnquiryRow| {
            let mut state = Cell::badge(Badge::of(&l, &row.state));
            if row.undelivered {
                state.badges.push(Badge { tone: Tone::Bad, label: l.t("admin-enquiry-undelivered") });
            }
            vec![
                Cell::link(row.subject, row.url).note(row.from),
                state,
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

/// Where the mail of an enquiry or of an answer stands.
#[derive(Clone, Debug, Default)]
pub struct Mailed {
    pub to: String,
    pub state: Badge,
    /// Why, in our words; may be empty.
    pub reason: String,
    /// The relay's own words; may be empty.
    pub reply: String,
    /// Its page, for one who may look at it.
    pub url: Option<String>,
}

/// An answer that was written.
#[derive(Clone, Debug, Default)]
pub struct Written {
    /// Author and time.
    pub who: String,
    pub words: String,
    pub mailed: Option<Mailed>,
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
    /// The mail to the contact address.
    pub mailed: Option<Mailed>,
    pub message: String,
    pub answers: Vec<Written>,
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
