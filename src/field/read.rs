//! Reading an input from JSON.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{FieldError, FieldErrorKind};

/// Reads a JSON value.
pub fn read<T: DeserializeOwned>(value: Value) -> Result<T, FieldError> {
    serde_path_to_error::deserialize(value).map_err(|error| {
        let path = error.path().to_string();
        FieldError::of_serde(&path, &error.into_inner().to_string())
    })
}

impl FieldError {
    /// What serde says of an input, as the error of a field; the field is empty if it is the input as a whole.
    #[must_use]
    pub fn of_serde(path: &str, words: &str) -> Self {
        let quoted = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        let mut names = quoted(words);
        let first = if names.is_empty() { String::new() } else { names.remove(0) };
        if words.starts_with("unknown field `") {
            return Self::new(first, FieldErrorKind::NoSuchField { known: names });
        }
        if words.starts_with("missing field `") {
            return Self::new(first, FieldErrorKind::Required);
        }
        if words.starts_with("duplicate field `") {
            return Self::new(first, FieldErrorKind::Twice);
        }
        let field = if matches!(path, "." | "?") { String::new() } else { path.to_owned() };
        if words.starts_with("unknown variant `") {
            // The first is the word that came.
            return Self::new(field, FieldErrorKind::NotOneOf { words: names });
        }
        Self::new(field, FieldErrorKind::Unreadable { detail: words.to_owned() })
    }
}
