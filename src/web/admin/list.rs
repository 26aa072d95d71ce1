//! The page of a list: a search form, a table, a pager, and buttons for what can be done.

use askama::Template;

use super::form::{Form, Input, InputKind};
use super::frame::AdminFrame;
use super::table::{Button, Table};
use crate::locale::Locale;
use crate::web::parts::{Choice, Link, Pager};

#[derive(Template)]
#[template(path = "admin/list.html")]
pub struct ListPage {
    pub frame: AdminFrame,
    pub title: String,
    /// May be empty.
    pub text: String,
    /// The list that this belongs to; none for a section's own list.
    pub back: Option<Link>,
    /// Links that look like buttons, such as "New newsletter".
    pub links: Vec<Link>,
    pub buttons: Vec<Button>,
    /// Fields of the search form, sent by GET to the page itself; none: no form.
    pub search: Vec<Input>,
    /// The form for a new entry.
    pub add: Option<AddForm>,
    pub table: Table,
    pub pager: Pager,
}

/// The form for a new entry of a list, folded until it is opened or has an error.
#[derive(Clone, Debug)]
pub struct AddForm {
    pub title: String,
    pub form: Form,
}

impl ListPage {
    /// A table with the title that is its caption.
    #[must_use]
    pub fn new(frame: AdminFrame, table: Table) -> Self {
        Self {
            frame,
            title: table.caption.clone(),
            text: String::new(),
            back: None,
            links: Vec::new(),
            buttons: Vec::new(),
            search: Vec::new(),
            add: None,
            table,
            pager: Pager::default(),
        }
    }

    /// With the form for a new entry, under the title of this key.
    #[must_use]
    pub fn with_add(self, title: &str, form: Form) -> Self {
        Self { add: Some(AddForm { title: self.frame.t(title), form }), ..self }
    }
}

/// The choices of a filter: all, and then these values with their labels.
#[must_use]
pub fn filter(locale: &Locale, values: impl IntoIterator<Item = (String, String)>) -> Vec<Choice> {
    let all = Choice { chosen: true, ..Choice::new("", locale.t("state-all")) };
    std::iter::once(all).chain(values.into_iter().map(|(value, label)| Choice::new(value, label))).collect()
}

/// The choices of a filter by state, of these words.
#[must_use]
pub fn states(locale: &Locale, words: &[&str]) -> Vec<Choice> {
    filter(locale, words.iter().map(|word| ((*word).to_owned(), locale.t(&format!("state-{word}")))))
}
