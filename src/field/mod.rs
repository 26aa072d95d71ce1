//! The fields of an input, and what is wrong with the value of one: the field's name and a kind of error, as values.
//!
//! [`fields`] lists the fields of an input. Its check and its changes follow from that list
//! ([`FieldErrors::fields`], [`FieldErrors::merge`]), and so do forms, the command line and the API's document.
//!
//! A check reports all errors of an input at once ([`FieldErrors`]). Forms, the API and the command line put them into
//! words with [`FieldError::words`]: one text per kind, and where a field has a better one, a text for that field.
//! Nothing here knows what a field means.

mod errors;
mod kind;
mod list;
mod merge;
mod read;
mod schedule;
mod zone;

use std::borrow::Cow;
use std::fmt;

use crate::email_address::AddressError;
use crate::locale::{Arg, Locale};
use crate::text::TextError;

pub use errors::FieldErrors;
pub use list::{Field, Fields, Kind, fields, merged, object_of, plain};
pub use merge::{Changes, changed, lines, values};
pub use read::read;
pub use schedule::Schedule;

/// A field with a value that is not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The name in forms and in JSON, such as `sender_name`; in a list, `topics[0]`.
    pub field: Cow<'static, str>,
    pub kind: FieldErrorKind,
}

/// Why a value is not accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldErrorKind {
    /// It is empty or missing.
    Required,
    Text(TextError),
    Address(AddressError),
    /// An address whose local part has letters outside ASCII (RFC 6531), which not every server accepts.
    NotAscii,
    /// More than so many bytes.
    TooLarge {
        most: usize,
    },
    /// More than so many entries.
    TooMany {
        most: usize,
    },
    NotANumber,
    OutOfRange {
        least: i64,
        most: i64,
    },
    /// Not a slug; this one is close to it.
    NotASlug {
        suggestion: String,
    },
    /// None of these words.
    NotOneOf {
        words: Vec<String>,
    },
    NotATimeZone,
    NotASchedule,
    /// Not an origin (RFC 6454), such as `https://www.example.org`.
    NotAnOrigin {
        value: String,
    },
    /// Not an absolute http or https URL.
    NotAUrl,
    /// Neither a date nor, where times are accepted, a time (RFC 3339).
    NotADate,
    /// A time that has passed.
    Past,
    /// A time still to come.
    Future,
    /// A day more than two years ahead.
    TooFarAhead,
    /// Given together with a field that excludes it.
    Excludes {
        other: &'static str,
    },
    /// It names something that does not exist.
    Unknown,
    /// It names something that is closed.
    Closed,
    /// Another one has this value.
    Taken,
    /// It keeps the value that it was given at first.
    Fixed,
    /// It was valid once and has been used.
    Used,
    /// It was valid for a time that is over.
    Expired,
    /// It was not made here, or was changed.
    Forged,
    /// There is no field of this name; these are the fields.
    NoSuchField {
        known: Vec<String>,
    },
    /// There is no placeholder of this name.
    NoSuchPlaceholder {
        name: String,
    },
    /// The field is the same for all readers.
    PlaceholderHere,
    /// The field comes twice.
    Twice,
    /// The input is not an object.
    NotAnObject,
    /// The body of an article is in its front matter.
    BelowFrontMatter,
    /// Its value is of another type than the field; in the words of the reader of its format.
    Unreadable {
        detail: String,
    },
}

impl FieldErrorKind {
    /// The last part of the key of its text.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Required | Self::Address(AddressError::Empty) => "required",
            Self::Text(error) => text_word(error),
            Self::Address(AddressError::NoAt) => "no-at",
            Self::Address(AddressError::Local) => "local-part",
            Self::Address(AddressError::Domain) => "domain",
            Self::NotAscii => "not-ascii",
            Self::TooLarge { .. } => "too-large",
            Self::TooMany { .. } => "too-many",
            Self::NotANumber => "not-a-number",
            Self::OutOfRange { .. } => "out-of-range",
            Self::NotASlug { .. } => "not-a-slug",
            Self::NotOneOf { .. } => "not-one-of",
            Self::NotATimeZone => "not-a-time-zone",
            Self::NotASchedule => "not-a-schedule",
            Self::NotAnOrigin { .. } => "not-an-origin",
            Self::NotAUrl => "not-a-url",
            Self::NotADate => "not-a-date",
            Self::Past => "past",
            Self::Future => "future",
            Self::TooFarAhead => "too-far-ahead",
            Self::Excludes { .. } => "excludes",
            Self::Unknown => "unknown",
            Self::Closed => "closed",
            Self::Taken => "taken",
            Self::Fixed => "fixed",
            Self::Used => "used",
            Self::Expired => "expired",
            Self::Forged => "forged",
            Self::NoSuchField { .. } => "no-such-field",
            Self::NoSuchPlaceholder { .. } => "no-such-placeholder",
            Self::PlaceholderHere => "placeholder-here",
            Self::Twice => "twice",
            Self::NotAnObject => "not-an-object",
            Self::BelowFrontMatter => "below-front-matter",
            Self::Unreadable { .. } => "unreadable",
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        let count = |n: usize| Arg::from(i64::try_from(n).unwrap_or(i64::MAX));
        match self {
            Self::Text(TextError::TooLong { max: most }) | Self::TooLarge { most } | Self::TooMany { most } => {
                vec![("most", count(*most))]
            }
            Self::OutOfRange { least, most } => vec![("least", least.into()), ("most", most.into())],
            Self::NotASlug { suggestion } => vec![("suggestion", suggestion.into())],
            Self::NotOneOf { words } => vec![("words", words.join(", ").into())],
            Self::NoSuchField { known } => vec![("known", known.join(", ").into())],
            Self::NoSuchPlaceholder { name } => vec![("name", name.into())],
            Self::NotAnOrigin { value } => vec![("value", value.into())],
            Self::Excludes { other } => vec![("other", (*other).into())],
            Self::Unreadable { detail } => vec![("detail", detail.into())],
            _ => Vec::new(),
        }
    }

    /// The text of this kind, whatever the field.
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        locale.t_args(&format!("invalid-{}", self.word()), &self.args())
    }
}

const fn text_word(error: &TextError) -> &'static str {
    match error {
        TextError::TooLong { .. } => "too-long",
        TextError::LineBreak => "line-break",
        TextError::Control => "control",
        TextError::Bidi => "bidi",
        TextError::PrivateUse => "private-use",
        TextError::WebAddress => "web-address",
    }
}

impl FieldError {
    #[must_use]
    pub fn new(field: impl Into<Cow<'static, str>>, kind: impl Into<FieldErrorKind>) -> Self {
        Self { field: field.into(), kind: kind.into() }
    }

    /// The text `invalid-{kind}-{field}`, or else `invalid-{kind}`.
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        let own = format!("invalid-{}-{}", self.kind.word(), self.field);
        locale.try_t_args(&own, &self.kind.args()).unwrap_or_else(|| self.kind.words(locale))
    }
}

/// In English, for the command line and the log.
impl fmt::Display for TextError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&FieldErrorKind::from(*self).words(&Locale::default()))
    }
}

impl std::error::Error for TextError {}

/// In English, for the command line and the log.
impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = FieldErrorKind::from(*self);
        f.write_str(&FieldError::new("email", kind).words(&Locale::default()))
    }
}

impl std::error::Error for AddressError {}

/// In English, for the command line and the log.
impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.field.is_empty() {
            write!(f, "{}: ", self.field)?;
        }
        f.write_str(&self.words(&Locale::default()))
    }
}

impl std::error::Error for FieldError {}

impl From<TextError> for FieldErrorKind {
    fn from(error: TextError) -> Self {
        Self::Text(error)
    }
}

impl From<AddressError> for FieldErrorKind {
    fn from(error: AddressError) -> Self {
        match error {
            AddressError::Empty => Self::Required,
            error => Self::Address(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_text_with_its_values() {
        let name = || "x".to_owned();
        for kind in [
            FieldErrorKind::Required,
            FieldErrorKind::Text(TextError::TooLong { max: 7 }),
            FieldErrorKind::Text(TextError::LineBreak),
            FieldErrorKind::Text(TextError::Control),
            FieldErrorKind::Text(TextError::Bidi),
            FieldErrorKind::Text(TextError::PrivateUse),
            FieldErrorKind::Text(TextError::WebAddress),
            FieldErrorKind::Address(AddressError::NoAt),
            FieldErrorKind::Address(AddressError::Local),
            FieldErrorKind::Address(AddressError::Domain),
            FieldErrorKind::NotAscii,
            FieldErrorKind::TooLarge { most: 7 },
            FieldErrorKind::TooMany { most: 7 },
            FieldErrorKind::NotANumber,
            FieldErrorKind::OutOfRange { least: 1, most: 7 },
            FieldErrorKind::NotASlug { suggestion: name() },
            FieldErrorKind::NotOneOf { words: vec![name()] },
            FieldErrorKind::NotATimeZone,
            FieldErrorKind::NotASchedule,
            FieldErrorKind::NotAnOrigin { value: name() },
            FieldErrorKind::NotAUrl,
            FieldErrorKind::NotADate,
            FieldErrorKind::Past,
            FieldErrorKind::Future,
            FieldErrorKind::TooFarAhead,
            FieldErrorKind::Excludes { other: "x" },
            FieldErrorKind::Unknown,
            FieldErrorKind::Closed,
            FieldErrorKind::Taken,
            FieldErrorKind::Fixed,
            FieldErrorKind::Used,
            FieldErrorKind::Expired,
            FieldErrorKind::Forged,
            FieldErrorKind::NoSuchField { known: vec![name()] },
            FieldErrorKind::NoSuchPlaceholder { name: name() },
            FieldErrorKind::Twice,
            FieldErrorKind::NotAnObject,
            FieldErrorKind::BelowFrontMatter,
            FieldErrorKind::Unreadable { detail: name() },
        ] {
            let words = kind.words(&Locale::default());
            assert!(words.ends_with('.') && words.contains(' ') && !words.contains("{$"), "{kind:?}: {words}");
        }
    }

    #[test]
    fn a_field_may_have_a_text_of_its_own() {
        for (field, words) in
            [("message", "message: Write your message here."), ("nickname", "nickname: Fill in this field.")]
        {
            assert_eq!(FieldError::new(field, FieldErrorKind::Required).to_string(), words);
        }
    }
}
