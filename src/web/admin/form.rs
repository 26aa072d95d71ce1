//! A form, made field by field and then filled in and marked by name, and the page of one form.

use askama::Template;

use super::frame::AdminFrame;
use super::table::{Button, Table};
use crate::db::StoreError;
use crate::field::FieldErrors;
use crate::html::SafeHtml;
use crate::locale::Locale;
use crate::web::parts::{Choice, Link};
use crate::web::{Refusal, Submitted};
use crate::word::word_enum;

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
    /// A time zone.
    Zone,
    /// The same; while it is UTC, the browser's own takes its place.
    BrowserZone,
    Checkbox,
    Checkboxes,
    Hidden,
    /// A file; the form is then sent as `multipart/form-data`.
    File,
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
            Self::File => "file",
            Self::Line | Self::Text | Self::LongText | Self::Select | Self::Zone | Self::BrowserZone => "text",
        }
    }
}

/// A field of a form.
#[derive(Clone, Debug, Default)]
pub struct Input {
    pub kind: InputKind,
    pub name: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub error: Option<String>,
    pub required: bool,
    /// The value of `autocomplete`; may be empty.
    pub complete: String,
    /// Entries of a select or of check boxes, or what can be typed in a line.
    pub options: Vec<Choice>,
    /// Of one check box, whose value is sent where it is checked.
    pub checked: bool,
}

impl Input {
    /// Takes over what was submitted, or what is kept. A password is never filled in.
    fn fill(&mut self, values: &Submitted) {
        let found = values.find(&self.name);
        match (self.kind, found) {
            (InputKind::Password | InputKind::File, _) => {}
            (InputKind::Checkbox, _) => self.checked = found.is_some_and(|value| !value.is_empty()),
            (InputKind::Checkboxes, _) => {
                for option in &mut self.options {
                    option.chosen = values.all(&self.name).flat_map(str::lines).any(|value| value == option.value);
                }
            }
            (InputKind::Select, Some(value)) => {
                for option in &mut self.options {
                    option.chosen = option.value == value;
                }
            }
            (_, Some(value)) => value.clone_into(&mut self.value),
            (_, None) => {}
        }
    }
}

/// The values of a form, and what is wrong with them.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub values: Submitted,
    errors: FieldErrors,
    /// What no kind of error says: a field, and the words.
    words: Option<(String, String)>,
}

impl Entry {
    /// Stored values, or usual ones.
    #[must_use]
    pub fn of(values: Submitted) -> Self {
        Self { values, ..Self::default() }
    }

    /// Submitted values with the errors of their check.
    #[must_use]
    pub fn refused(values: Submitted, errors: impl Into<FieldErrors>) -> Self {
        Self { values, errors: errors.into(), words: None }
    }

    /// Submitted values that were not stored because of errors of their check; any other reason is a refusal.
    pub fn not_stored(values: Submitted, error: StoreError) -> Result<Self, Refusal> {
        match error {
            StoreError::Fields(errors) => Ok(Self::refused(values, errors)),
            StoreError::Missing => Err(Refusal::NotFound),
            StoreError::Db(error) => Err(error.into()),
        }
    }

    /// Submitted values of which one field is wrong, in words.
    #[must_use]
    pub fn wrong(values: Submitted, field: &str, words: impl Into<String>) -> Self {
        Self { words: Some((field.to_owned(), words.into())), ..Self::of(values) }
    }

    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.words.is_some() || !self.errors.is_empty()
    }

    /// What is wrong with one field.
    #[must_use]
    pub fn error(&self, l: &Locale, name: &str) -> Option<String> {
        let words = self.words.as_ref().filter(|(field, _)| field == name).map(|(_, words)| words.clone());
        words.or_else(|| self.errors.of(name).map(|error| error.words(l)))
    }
}

/// A form, made field by field. `required`, `hint` and the like say more about the field that was added last.
#[derive(Clone, Debug)]
pub struct Form {
    /// The language of its labels.
    pub locale: Locale,
    /// Where it posts to.
    pub url: String,
    pub inputs: Vec<Input>,
    /// The label of its button.
    pub label: String,
    /// Whether its button does what cannot be undone.
    pub danger: bool,
    /// Further submit buttons: label, and where they post the same fields to.
    pub others: Vec<(String, String)>,
    /// Whether leaving the page with unsaved text is asked about.
    pub keep: Keep,
    /// The way back for who answers a question with no.
    pub no: Option<Link>,
}

impl Form {
    /// A form without fields; its button saves.
    #[must_use]
    pub fn to(locale: &Locale, url: impl Into<String>) -> Self {
        Self {
            locale: locale.clone(),
            url: url.into(),
            inputs: Vec::new(),
            label: locale.t("preferences-save"),
            danger: false,
            others: Vec::new(),
            keep: Keep::No,
            no: None,
        }
    }

    /// A search or filter form, which is sent by GET to its own page.
    #[must_use]
    pub fn search(locale: &Locale) -> Self {
        Self::to(locale, "")
    }

    /// A field with the label of this key.
    #[must_use]
    pub fn field(mut self, kind: InputKind, name: &str, label: &str) -> Self {
        let label = self.locale.t(label);
        self.inputs.push(Input { kind, name: name.into(), label, ..Input::default() });
        self
    }

    #[must_use]
    pub fn select(self, name: &str, label: &str, options: Vec<Choice>) -> Self {
        self.field(InputKind::Select, name, label).last(|input| input.options = options)
    }

    /// A time zone by its name, with all names to choose from.
    #[must_use]
    pub fn zone(self, name: &str, label: &str) -> Self {
        let zones = chrono_tz::TZ_VARIANTS.iter().map(|zone| Choice::new(zone.name(), ""));
        self.field(InputKind::Zone, name, label).last(|input| input.options = zones.collect())
    }

    #[must_use]
    pub fn checkbox(self, name: &str, label: &str) -> Self {
        self.field(InputKind::Checkbox, name, label).value("yes")
    }

    #[must_use]
    pub fn checkboxes(self, name: &str, label: &str, options: Vec<Choice>) -> Self {
        self.field(InputKind::Checkboxes, name, label).last(|input| input.options = options)
    }

    /// Makes a field a group of check boxes, each a line of its value; without options it is left out.
    #[must_use]
    pub fn choose(mut self, name: &str, options: Vec<Choice>) -> Self {
        if options.is_empty() {
            self.inputs.retain(|input| input.name != name);
        } else if let Some(input) = self.inputs.iter_mut().find(|input| input.name == name) {
            (input.kind, input.options) = (InputKind::Checkboxes, options);
        }
        self
    }

    #[must_use]
    pub fn hidden(mut self, name: &str, value: impl Into<String>) -> Self {
        let (kind, name, value) = (InputKind::Hidden, name.into(), value.into());
        self.inputs.push(Input { kind, name, value, ..Input::default() });
        self
    }

    #[must_use]
    pub fn value(self, value: impl Into<String>) -> Self {
        self.last(|input| input.value = value.into())
    }

    #[must_use]
    pub fn required(self) -> Self {
        self.last(|input| input.required = true)
    }

    /// The hint of this key.
    #[must_use]
    pub fn hint(self, key: &str) -> Self {
        let hint = self.locale.t(key);
        self.hint_text(hint)
    }

    #[must_use]
    pub fn hint_text(self, hint: String) -> Self {
        self.last(|input| input.hint = hint)
    }

    /// The value of `autocomplete`.
    #[must_use]
    pub fn complete(self, complete: &str) -> Self {
        self.last(|input| input.complete = complete.into())
    }

    /// The label of the button, by its key.
    #[must_use]
    pub fn button(mut self, key: &str) -> Self {
        self.label = self.locale.t(key);
        self
    }

    /// Fills the fields in, by their names. Fields that `values` does not have stay as they are.
    #[must_use]
    pub fn fill(mut self, values: &Submitted) -> Self {
        self.inputs.iter_mut().for_each(|input| input.fill(values));
        self
    }

    /// Fills the fields in and says at each what is wrong with it.
    #[must_use]
    pub fn show(self, entry: &Entry) -> Self {
        let mut form = self.fill(&entry.values);
        form.inputs.iter_mut().for_each(|input| input.error = entry.error(&form.locale, &input.name));
        form
    }

    #[must_use]
    pub fn has_file(&self) -> bool {
        self.inputs.iter().any(|input| input.kind == InputKind::File)
    }

    #[must_use]
    pub fn is_wrong(&self) -> bool {
        self.inputs.iter().any(|input| input.error.is_some())
    }

    fn last(mut self, change: impl FnOnce(&mut Input)) -> Self {
        if let Some(input) = self.inputs.last_mut() {
            change(input);
        }
        self
    }
}

word_enum! {
    /// Whether leaving a page with unsaved text is asked about, as the attribute of its form.
    #[derive(Default)]
    pub enum Keep {
        /// Never.
        #[default]
        No = "",
        /// Once something was changed: what is shown is saved.
        Saved = " data-keep",
        /// Always: what is shown is not saved yet.
        Unsaved = " data-keep=unsaved",
    }
}

/// A text to copy, with what it is for.
#[derive(Clone, Debug, Default)]
pub struct Snippet {
    pub title: String,
    pub text: String,
    pub code: String,
    /// Whether long lines are wrapped: those of prose are, those of code are not.
    pub wraps: bool,
}

/// How a text that is being written will look.
#[derive(Clone, Debug)]
pub struct TextPreview {
    pub title: String,
    pub summary: String,
    /// Absolute URL of its picture.
    pub image: Option<String>,
    pub body: SafeHtml,
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
    pub links: Vec<Link>,
    /// What is wrong with the form as a whole.
    pub problem: Option<String>,
    pub form: Form,
    /// What else can be done, below the form.
    pub buttons: Vec<Button>,
    /// How the text in the form will look.
    pub preview: Option<TextPreview>,
    /// Below the form.
    pub snippets: Vec<Snippet>,
    /// Below these.
    pub tables: Vec<Table>,
}

impl FormPage {
    /// A form with nothing around it but, where a field is wrong, a line that says so.
    #[must_use]
    pub fn new(frame: AdminFrame, title: impl Into<String>, form: Form) -> Self {
        Self {
            title: title.into(),
            text: String::new(),
            back: None,
            links: Vec::new(),
            problem: form.is_wrong().then(|| frame.t("error-form")),
            form,
            buttons: Vec::new(),
            preview: None,
            snippets: Vec::new(),
            tables: Vec::new(),
            frame,
        }
    }

    /// The question before what cannot be undone: posts `fields` to `{page}/{action}`; "no" leads back to `page`.
    #[must_use]
    pub fn question(
        frame: AdminFrame,
        title: impl Into<String>,
        question: String,
        (page, action): (&str, &str),
        label: String,
        fields: &[(&str, &str)],
    ) -> Self {
        let form = Form::to(&frame.locale, format!("{page}/{action}"));
        let form = fields.iter().fold(form, |form, (name, value)| form.hidden(name, *value));
        let no = Some(Link::new(frame.t("admin-sure-no"), page));
        Self { text: question, ..Self::new(frame, title, Form { label, no, ..form }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_filled_in_and_marked_by_name() {
        let options = || vec![Choice { chosen: true, ..Choice::new("a", "A") }, Choice::new("b", "B")];
        let form = Form::to(&Locale::default(), "/x")
            .field(InputKind::Line, "name", "field-name")
            .select("one", "field-name", options())
            .checkboxes("some", "field-name", options())
            .checkbox("tick", "field-name")
            .field(InputKind::Password, "password", "field-name")
            .field(InputKind::Line, "absent", "field-name")
            .value("as it was");
        let values =
            Submitted::from([("name", "Ann"), ("one", "b"), ("some", "b"), ("tick", "yes"), ("password", "secret")]);
        let form = form.show(&Entry::wrong(values, "name", "No."));
        let chosen = |input: &Input| input.options.iter().map(|option| option.chosen).collect::<Vec<_>>();
        let [name, one, some, tick, password, absent] = &form.inputs[..] else { panic!("{form:?}") };
        assert_eq!((name.value.as_str(), name.error.as_deref()), ("Ann", Some("No.")));
        assert_eq!((chosen(one), chosen(some), tick.checked), (vec![false, true], vec![false, true], true));
        assert_eq!((password.value.as_str(), absent.value.as_str()), ("", "as it was"));
        assert!(form.is_wrong());
    }
}
