//! Why an input was not stored: the same for every noun, so that every edge answers it in one place.

use super::Error;
use crate::field::{FieldError, FieldErrorKind, FieldErrors};

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(transparent)]
    Db(#[from] Error),
    /// Everything that is wrong with the input.
    #[error(transparent)]
    Fields(#[from] FieldErrors),
    /// What it was to change does not exist.
    #[error("what was to be changed does not exist")]
    Missing,
}

impl StoreError {
    /// A value of this field that another one has.
    #[must_use]
    pub fn taken(field: &'static str) -> Self {
        Self::Fields(FieldError::new(field, FieldErrorKind::Taken).into())
    }

    /// The error of an insert or update of which only this field is unique.
    #[must_use]
    pub fn unique(field: &'static str, error: Error) -> Self {
        if error.is_unique_violation() { Self::taken(field) } else { error.into() }
    }

    /// Whether nothing is wrong but that another one has the value.
    #[must_use]
    pub fn is_taken(&self) -> bool {
        matches!(self, Self::Fields(errors) if errors.are_taken())
    }
}
