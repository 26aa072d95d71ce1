//! All errors of an input, collected while it is checked.

use std::borrow::Cow;
use std::fmt;

use super::{FieldError, FieldErrorKind};
use crate::text;

/// The errors found so far. A check that fails notes its error and returns an empty value, so that the next field is
/// checked too; [`FieldErrors::or`] then lets the values through or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    pub fn add(&mut self, field: impl Into<Cow<'static, str>>, kind: impl Into<FieldErrorKind>) {
        self.0.push(FieldError::new(field, kind));
    }

    /// Adds the errors of another check, at fields that have none yet.
    pub fn extend(&mut self, others: Self) {
        for error in others {
            if self.of(&error.field).is_none() {
                self.0.push(error);
            }
        }
    }

    /// The value of a check; `None` once its error is noted.
    pub fn check<T, E: Into<FieldErrorKind>>(&mut self, field: &'static str, result: Result<T, E>) -> Option<T> {
        result.map_err(|error| self.add(field, error)).ok()
    }

    /// The checked value, unless there were errors.
    pub fn or<T>(self, value: T) -> Result<T, Self> {
        if self.0.is_empty() { Ok(value) } else { Err(self) }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether there are errors, and all of them are that another one has the value.
    #[must_use]
    pub fn are_taken(&self) -> bool {
        !self.is_empty() && self.iter().all(|error| error.kind == FieldErrorKind::Taken)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, FieldError> {
        self.0.iter()
    }

    /// The first error of a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&FieldError> {
        self.0.iter().find(|error| error.field == field)
    }

    /// One line of at most `most` characters; may be empty.
    pub fn line(&mut self, field: &'static str, value: &str, most: usize) -> String {
        self.check(field, text::single_line(value, most)).unwrap_or_default()
    }

    /// One line that is not empty.
    pub fn required_line(&mut self, field: &'static str, value: &str, most: usize) -> String {
        let line = text::single_line(value, most);
        self.required(field, line)
    }

    /// A text that is not empty.
    pub fn required(&mut self, field: &'static str, text: Result<String, impl Into<FieldErrorKind>>) -> String {
        let text = text.map_err(Into::into);
        let filled = text.and_then(|text| if text.is_empty() { Err(FieldErrorKind::Required) } else { Ok(text) });
        self.check(field, filled).unwrap_or_default()
    }
}

impl From<FieldError> for FieldErrors {
    fn from(error: FieldError) -> Self {
        Self(vec![error])
    }
}

impl<'a> IntoIterator for &'a FieldErrors {
    type Item = &'a FieldError;
    type IntoIter = std::slice::Iter<'a, FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for FieldErrors {
    type Item = FieldError;
    type IntoIter = std::vec::IntoIter<FieldError>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

/// In English, for the command line and the log.
impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, error) in self.0.iter().enumerate() {
            if at > 0 {
                f.write_str("\n")?;
            }
            error.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for FieldErrors {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::email_address::{AddressError, EmailAddress};
    use crate::text::TextError;

    #[test]
    fn every_error_is_reported_at_its_field() {
        let mut errors = FieldErrors::default();
        assert_eq!(errors.required_line("name", "  Ann  Lee ", 100), "Ann Lee");
        assert_eq!(errors.line("description", "  ", 100), "");
        assert_eq!(errors.clone().or(7), Ok(7));
        errors.required_line("name", " ", 100);
        errors.line("sender_name", "a\nb", 100);
        errors.check("sender", EmailAddress::parse("nobody"));
        let expected = [
            FieldError::new("name", FieldErrorKind::Required),
            FieldError::new("sender_name", TextError::LineBreak),
            FieldError::new("sender", AddressError::NoAt),
        ];
        assert!(errors.iter().eq(&expected), "{errors:?}");
        assert_eq!(errors.of("sender"), Some(&expected[2]));
        assert!(errors.or(()).is_err());
    }
}
