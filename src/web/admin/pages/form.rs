//! Form fields as values, and the page of one form.
use askama::Template;

use super::frame::AdminFrame;
use super::table::Button;
use crate::html::SafeHtml;
use crate::web::public::pages::{Choice, Link};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    #[default]
    Line,
    Email,
    Url,
    Password,
    Number,
    Date,
    DateTime,
    Search,
    /// Several lines.
    Text,
    /// Many lines.
    LongText,
    Select,
    Checkbox,
    Checkboxes,
    Hidden,
}

impl InputKind {
    /// The `type` of its input element.
    #[must_use]
    pub fn html(&self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Url => "url",
            Self::Password => "password",
            Self::Number => "number",
            Self::Date => "date",
            Self::DateTime => "datetime-local",
            Self::Search => "search",
            Self::Checkbox | Self::Checkboxes => "checkbox",
            Self::Hidden => "hidden",
            Self::Line | Self::Text | Self::LongText | Self::Select => "text",
        }
    }
}

/// A field of a form: name, label, what was typed and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Input {
    pub kind: InputKind,
    pub name: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub error: Option<String>,
    pub required: bool,
    /// Value of `autocomplete`; may be empty.
    pub complete: String,
    /// Entries of a select or of check boxes.
    pub options: Vec<Choice>,
    /// Of one check box, whose value is sent where it is checked.
    pub checked: bool,
}

impl Input {
    #[must_use]
    pub fn new(kind: InputKind, name: &str, label: String, value: impl Into<String>) -> Self {
        Self { kind, name: name.into(), label, value: value.into(), ..Self::default() }
    }

    #[must_use]
    pub fn select(name: &str, label: String, options: Vec<Choice>) -> Self {
        Self { options, ..Self::new(InputKind::Select, name, label, "") }
    }

    #[must_use]
    pub fn checkbox(name: &str, label: String, checked: bool) -> Self {
        Self { checked, ..Self::new(InputKind::Checkbox, name, label, "yes") }
    }

    #[must_use]
    pub fn hint(self, hint: String) -> Self {
        Self { hint, ..self }
    }

    #[must_use]
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    #[must_use]
    pub fn wrong(self, error: Option<String>) -> Self {
        Self { error, ..self }
    }

    #[must_use]
    pub fn complete(self, complete: &str) -> Self {
        Self { complete: complete.into(), ..self }
    }
}

/// A page of one form.
#[derive(Template)]
#[template(path = "admin/form.html")]
pub struct FormPage {
    pub frame: AdminFrame,
    pub title: String,
    pub text: String,
    /// The list that this belongs to.
    pub back: Option<Link>,
    /// Where else one may look.
    pub links: Vec<Link>,
    /// What is wrong with the form as a whole.
    pub problem: Option<String>,
    pub url: String,
    pub inputs: Vec<Input>,
    pub label: String,
    /// Whether its button does what cannot be undone.
    pub danger: bool,
    /// Further submit buttons of the form: label, and where it posts the same fields to.
    pub others: Vec<(String, String)>,
    /// What else can be done, below the form.
    pub buttons: Vec<Button>,
    /// How the text in the form will look.
    pub preview: Option<SafeHtml>,
    /// Things to copy, below the form.
    pub snippets: Vec<Snippet>,
    /// Whether leaving the page with words unsaved is asked about.
    pub keep: Keep,
    /// The way back of who answers a question with no.
    pub no: Option<Link>,
}

/// How a form's words are cared for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Not at all.
    #[default]
    No,
    /// What is shown is kept; what is typed is not.
    Saved,
    /// What is shown is not kept yet.
    Unsaved,
}

impl Keep {
    /// The attribute of the form.
    #[must_use]
    pub fn attribute(&self) -> &'static str {
        match self {
            Self::No => "",
            Self::Saved => " data-keep",
            Self::Unsaved => " data-keep=unsaved",
        }
    }
}

/// Code to copy, with what it does.
#[derive(Clone, Debug, Default)]
pub struct Snippet {
    pub title: String,
    pub text: String,
    pub code: String,
    /// Whether its lines are broken where they are too long: words are, code is not.
    pub wraps: bool,
}

impl FormPage {
    /// A form with nothing around it.
    #[must_use]
    pub fn new(frame: AdminFrame, title: String, url: String, inputs: Vec<Input>, label: String) -> Self {
        Self {
            frame,
            title,
            text: String::new(),
            back: None,
            links: Vec::new(),
            problem: None,
            url,
            inputs,
            label,
            danger: false,
            others: Vec::new(),
            buttons: Vec::new(),
            preview: None,
            snippets: Vec::new(),
            keep: Keep::No,
            no: None,
        }
    }

    /// A question before what cannot be undone: posts `fields` to `{page}/{action}`; "no" leads back to `page`.
    #[must_use]
    pub fn sure(
        frame: AdminFrame,
        title: String,
        question: String,
        page: &str,
        action: &str,
        label: String,
        fields: &[(&str, &str)],
    ) -> Self {
        let hidden = |(name, value): &(&str, &str)| Input::new(InputKind::Hidden, name, String::new(), *value);
        let no = Some(Link { name: frame.t("admin-sure-no"), url: page.to_owned() });
        let inputs = fields.iter().map(hidden).collect();
        Self { text: question, no, ..Self::new(frame, title, format!("{page}/{action}"), inputs, label) }
    }

    /// Says above the form that some field is wrong, where one is.
    #[must_use]
    pub fn with_problem(mut self) -> Self {
        let wrong = self.inputs.iter().any(|input| input.error.is_some());
        self.problem = wrong.then(|| self.frame.t("error-form"));
        self
    }
}
