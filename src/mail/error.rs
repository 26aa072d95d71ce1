//! Why a mail cannot be made, as kinds with values. `Display` gives the kind's name, for the log and for a delivery's
//! record; [`MailError::words`] puts it into a language.

use std::fmt;

use crate::html::MailHtmlError;
use crate::locale::{Arg, Locale};
use crate::mail::address::AddressError;
use crate::mail::compose::ComposeError;
use crate::mail::frozen::ParseError;
use crate::mail::template::SpliceError;

/// Any error on the way from a draft to the mail of one recipient.
#[derive(Debug)]
pub enum MailError {
    Address(AddressError),
    Compose(ComposeError),
    Parse(ParseError),
    Splice(SpliceError),
    Html(MailHtmlError),
}

impl MailError {
    /// The kind's name, the last part of the key of its text.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Address(error) => error.name(),
            Self::Compose(error) => error.name(),
            Self::Parse(error) => error.name(),
            Self::Splice(error) => error.name(),
            Self::Html(MailHtmlError::Template(_)) => "template",
            Self::Html(MailHtmlError::Styles(_)) => "styles",
        }
    }

    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        let args: &[(&'static str, Arg)] = &match self {
            Self::Compose(ComposeError::UnknownMark(place) | ComposeError::MarkInHeader(place)) => {
                [("place", locale.t(&format!("mail-place-{}", place.name())).into())]
            }
            Self::Compose(ComposeError::Address(field)) => [("place", (*field).into())],
            Self::Parse(ParseError::Version(version)) => [("version", i64::from(*version).into())],
            _ => [("place", "".into())],
        };
        locale.t_args(&format!("mail-error-{}", self.name()), args)
    }
}

impl fmt::Display for MailError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl std::error::Error for MailError {}

impl From<AddressError> for MailError {
    fn from(error: AddressError) -> Self {
        Self::Address(error)
    }
}

impl From<ComposeError> for MailError {
    fn from(error: ComposeError) -> Self {
        Self::Compose(error)
    }
}

impl From<ParseError> for MailError {
    fn from(error: ParseError) -> Self {
        Self::Parse(error)
    }
}

impl From<SpliceError> for MailError {
    fn from(error: SpliceError) -> Self {
        Self::Splice(error)
    }
}

impl From<MailHtmlError> for MailError {
    fn from(error: MailHtmlError) -> Self {
        Self::Html(error)
    }
}

impl From<askama::Error> for MailError {
    fn from(error: askama::Error) -> Self {
        Self::Html(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::compose::Place;

    #[test]
    fn every_kind_has_a_text() {
        let errors: [MailError; 19] = [
            AddressError::NoAt.into(),
            AddressError::LocalPart.into(),
            AddressError::Domain.into(),
            ComposeError::UnknownMark(Place::Text).into(),
            ComposeError::MarkInHeader(Place::Subject).into(),
            ComposeError::MarkInHeader(Place::From).into(),
            ComposeError::UnsubscribeUrl.into(),
            ComposeError::ListId.into(),
            ComposeError::FeedbackId.into(),
            ComposeError::Address("From").into(),
            ComposeError::EmptyText.into(),
            ComposeError::TooLarge.into(),
            ParseError::Version(7).into(),
            ParseError::Damaged.into(),
            SpliceError::Fields { expected: 2, given: 1 }.into(),
            SpliceError::HeaderValue(0).into(),
            SpliceError::MessageId.into(),
            SpliceError::Date.into(),
            askama::Error::from(fmt::Error).into(),
        ];
        for error in errors {
            let words = error.words(&Locale::default());
            let is_text = words.contains(' ') && !words.contains('{') && !words.contains("mail-");
            assert!(is_text, "{error:?}: {words}");
        }
    }
}
