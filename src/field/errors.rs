//! All errors of an input, collected while it is checked.

use std::fmt;

use chrono_tz::Tz;

use super::{FieldError, FieldErrorKind};
use crate::email_address::EmailAddress;
use crate::text;

/// The errors found so far. A check that fails notes its error and returns an empty value, so that the next field is
/// checked too; [`FieldErrors::or`] then lets the values through or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<FieldError>);

impl FieldErrors {
    pub fn add(&mut self, field: &'static str, kind: impl Into<FieldErrorKind>) {
        self.0.push(FieldError::new(field, kind));
    }

    /// Adds the errors of another check, such as that of a part.
    pub fn extend(&mut self, others: Self) {
        self.0.extend(others.0);
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

    /// Several lines of at most `most` characters in all; may be empty.
    pub fn paragraphs(&mut self, field: &'static str, value: &str, most: usize) -> String {
        self.check(field, text::paragraphs(value, most)).unwrap_or_default()
    }

    /// A text that is not empty.
    pub fn required(&mut self, field: &'static str, text: Result<String, impl Into<FieldErrorKind>>) -> String {
        let text = text.map_err(Into::into);
        let filled = text.and_then(|text| if text.is_empty() { Err(FieldErrorKind::Required) } else { Ok(text) });
        self.check(field, filled).unwrap_or_default()
    }

    /// A number from `least` to `most`.
    pub fn range(&mut self, field: &'static str, number: i64, least: i64, most: i64) -> i64 {
        if !(least..=most).contains(&number) {
            self.add(field, FieldErrorKind::OutOfRange { least, most });
        }
        number
    }

    /// An address of our own, which stands in every mail: with an ASCII local part only.
    pub fn own_address(&mut self, field: &'static str, value: &str) -> String {
        let address = self.check(field, EmailAddress::parse(value));
        let address = address.map(|address| address.envelope().to_owned()).unwrap_or_default();
        if !address.is_ascii() {
            self.add(field, FieldErrorKind::NotAscii);
        }
        address
    }

    /// A slug of at most `most` characters.
    pub fn slug(&mut self, field: &'static str, value: String, most: usize) -> String {
        let suggestion = text::slug(&value, most);
        if suggestion != value {
            self.add(field, FieldErrorKind::NotASlug { suggestion });
        }
        value
    }

    /// The name of an IANA time zone.
    pub fn time_zone(&mut self, field: &'static str, value: String) -> String {
        if value.parse::<Tz>().is_err() {
            self.add(field, FieldErrorKind::NotATimeZone);
        }
        value
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
    use crate::email_address::AddressError;
    use crate::text::TextError;

    #[test]
    fn every_error_is_reported_at_its_field() {
        let mut errors = FieldErrors::default();
        assert_eq!(errors.required_line("name", "  Ann  Lee ", 100), "Ann Lee");
        assert_eq!(errors.line("description", "  ", 100), "");
        assert_eq!(errors.clone().or(7), Ok(7));
        errors.required_line("name", " ", 100);
        errors.line("sender_name", "a\nb", 100);
        errors.own_address("sender", "nobody");
        errors.own_address("contact", "désk@example.org");
        errors.slug("slug", "Morning Tide".to_owned(), 60);
        errors.range("article_count", 51, 0, 50);
        errors.time_zone("time_zone", "Mars/Base".to_owned());
        let expected = [
            FieldError::new("name", FieldErrorKind::Required),
            FieldError::new("sender_name", TextError::LineBreak),
            FieldError::new("sender", AddressError::NoAt),
            FieldError::new("contact", FieldErrorKind::NotAscii),
            FieldError::new("slug", FieldErrorKind::NotASlug { suggestion: "morning-tide".to_owned() }),
            FieldError::new("article_count", FieldErrorKind::OutOfRange { least: 0, most: 50 }),
            FieldError::new("time_zone", FieldErrorKind::NotATimeZone),
        ];
        assert!(errors.iter().eq(&expected), "{errors:?}");
        assert_eq!(errors.of("sender"), Some(&expected[2]));
        assert!(errors.or(()).is_err());
    }
}
