//! The values of a posted form by field, and what is wrong with them in words.

use crate::field::FieldErrors;
use crate::locale::Locale;
use crate::text;

/// A form as it is shown again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    values: Vec<(&'static str, String)>,
    /// In the order in which the page shows the fields.
    errors: Vec<(String, String)>,
    /// What is wrong with the form as a whole.
    pub problem: Option<String>,
}

impl FormValues {
    /// Characters that no page should carry are dropped.
    #[must_use]
    pub fn new(values: &[(&'static str, &str)]) -> Self {
        Self { values: values.iter().map(|(name, value)| (*name, text::harmless(value))).collect(), ..Self::default() }
    }

    #[must_use]
    pub fn with_errors(mut self, locale: &Locale, errors: &FieldErrors) -> Self {
        self.errors = errors.iter().map(|error| (error.field.to_string(), error.words(locale))).collect();
        self.problem = (!errors.is_empty()).then(|| locale.t("error-form"));
        self
    }

    #[must_use]
    pub fn with_problem(self, problem: String) -> Self {
        Self { problem: Some(problem), ..self }
    }

    #[must_use]
    pub fn value(&self, field: &str) -> &str {
        self.values.iter().find(|(name, _)| *name == field).map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    #[must_use]
    pub fn error(&self, field: &str) -> Option<&str> {
        self.errors.iter().find(|(name, _)| name == field).map(|(_, words)| words.as_str())
    }

    /// Whether this is the first field with an error: the page puts the cursor there.
    #[must_use]
    pub fn is_first_wrong(&self, field: &str) -> bool {
        self.errors.first().is_some_and(|(name, _)| name == field)
    }
}
