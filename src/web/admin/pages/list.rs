//! The page of a list: search and filters, a table, a pager, and buttons for what can be done.
use askama::Template;

use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::table::{Button, Table};
use crate::web::public::pages::{Link, Pager};

#[derive(Template)]
#[template(path = "admin/list.html")]
pub struct ListPage {
    pub frame: AdminFrame,
    pub title: String,
    /// May be empty.
    pub text: String,
    /// Where one came from; none for a section's own list.
    pub back: Option<Link>,
    /// Links that look like buttons, such as "New newsletter".
    pub links: Vec<Link>,
    pub buttons: Vec<Button>,
    /// Fields of the search form, sent by GET to the page itself; none: no form.
    pub search: Vec<Input>,
    /// A form for one more, folded away until it is wanted or has an error.
    pub add: Option<AddForm>,
    pub table: Table,
    pub pager: Pager,
}

/// The form for one more entry of a list.
#[derive(Clone, Debug, Default)]
pub struct AddForm {
    pub title: String,
    pub url: String,
    pub inputs: Vec<Input>,
    pub label: String,
}

impl AddForm {
    /// Whether it should be open: something typed in it is wrong.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.inputs.iter().any(|input| input.error.is_some())
    }
}

impl ListPage {
    #[must_use]
    pub fn new(frame: AdminFrame, title: String, table: Table, pager: Pager) -> Self {
        Self {
            frame,
            title,
            text: String::new(),
            back: None,
            links: Vec::new(),
            buttons: Vec::new(),
            search: Vec::new(),
            add: None,
            table,
            pager,
        }
    }
}
