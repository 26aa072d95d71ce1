//! Why an action on a digest is refused: a kind with its values, put into words by Fluent at the edges.

use super::DigestState;
use crate::article;
use crate::db;
use crate::field::FieldErrorKind;
use crate::locale::{Arg, Locale, said_error};
use crate::mail::MailError;
use crate::subscriber::test_limit::TestMailError;

#[derive(Debug)]
pub enum DigestError {
    Db(db::Error),
    NotFound,
    NoNewsletter,
    /// Its newsletter is closed.
    Closed,
    /// Its state, and the state that the action needs.
    State(DigestState, Needs),
    /// Somebody else changed it since its editor last saw it.
    Changed,
    NoSubject,
    Subject(FieldErrorKind),
    Introduction(FieldErrorKind),
    NoPostalAddress,
    /// The time of its schedule came first.
    NotApproved,
    /// Neither an article nor an introduction.
    Empty,
    /// One of its articles has changed since it was approved.
    Altered,
    /// The titles of articles that stand in another digest of the edition that was sent or approved.
    Repeats(Vec<String>),
    /// Bytes of the mail's HTML.
    TooLarge(usize),
    Past,
    /// It was scheduled, and its time has long passed.
    Late,
    /// It was scheduled, and the database is an older copy: it may have been sent since the copy was made.
    Restored,
    Mail(MailError),
    Article(article::ArticleError),
    /// A test of it.
    Test(TestMailError),
}

/// The state that an action needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    Open,
    Draft,
    Approved,
    UnderWay,
    Sending,
    Paused,
    Unsent,
    Uncancelled,
}

impl Needs {
    const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Draft => "draft",
            Self::Approved => "approved",
            Self::UnderWay => "under-way",
            Self::Sending => "sending",
            Self::Paused => "paused",
            Self::Unsent => "unsent",
            Self::Uncancelled => "uncancelled",
        }
    }
}

impl DigestError {
    /// The key of its text.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Db(_) => "digest-error-database",
            Self::NotFound => "digest-error-missing",
            Self::NoNewsletter => "digest-error-newsletter",
            Self::Closed => "digest-error-closed",
            Self::State(..) => "digest-error-state",
            Self::Changed => "digest-error-changed",
            Self::NoSubject => "digest-error-no-subject",
            Self::Subject(_) => "digest-error-subject",
            Self::Introduction(_) => "digest-error-introduction",
            Self::NoPostalAddress => "digest-error-postal-address",
            Self::NotApproved => "digest-error-not-approved",
            Self::Empty => "digest-error-empty",
            Self::Altered => "digest-error-altered",
            Self::Repeats(_) => "digest-error-repeats",
            Self::TooLarge(_) => "digest-error-too-large",
            Self::Past => "digest-error-past",
            Self::Late => "digest-error-late",
            Self::Restored => "digest-error-restored",
            Self::Mail(_) => "digest-error-mail",
            Self::Article(_) => "digest-error-article",
            Self::Test(error) => error.key(),
        }
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        match self {
            Self::Db(error) => vec![("reason", error.to_string().into())],
            Self::State(state, needs) => vec![("state", state.as_str().into()), ("needs", needs.word().into())],
            Self::Repeats(titles) => {
                let count = i64::try_from(titles.len()).unwrap_or(i64::MAX);
                vec![("count", count.into()), ("titles", titles.join("\", \"").into())]
            }
            Self::TooLarge(bytes) => vec![("bytes", i64::try_from(*bytes).unwrap_or(i64::MAX).into())],
            _ => Vec::new(),
        }
    }

    /// The text in a language.
    #[must_use]
    pub fn said(&self, locale: &Locale) -> String {
        let with = |reason: String| locale.t1(self.key(), "reason", reason);
        match self {
            Self::Mail(error) => with(error.words(locale)),
            Self::Article(error) => with(error.said(locale)),
            Self::Test(error) => error.said(locale),
            Self::Subject(error) | Self::Introduction(error) => with(error.words(locale)),
            _ => locale.t_args(self.key(), &self.args()),
        }
    }
}

said_error!(DigestError: Db(db::Error), Article(article::ArticleError), Test(TestMailError));

impl<E: Into<MailError>> From<E> for DigestError {
    fn from(error: E) -> Self {
        Self::Mail(error.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_a_text() {
        for error in [
            DigestError::NotFound,
            DigestError::NoNewsletter,
            DigestError::Closed,
            DigestError::Changed,
            DigestError::NoSubject,
            DigestError::NoPostalAddress,
            DigestError::Empty,
            DigestError::Altered,
            DigestError::Repeats(vec!["Boats".to_owned(), "Pool".to_owned()]),
            DigestError::TooLarge(92_161),
            DigestError::Past,
            DigestError::Test(TestMailError::Suppressed),
            DigestError::Test(TestMailError::TooMany),
            DigestError::Test(TestMailError::Stranger),
            DigestError::Late,
            DigestError::Restored,
            DigestError::Mail(crate::mail::AddressError::NoAt.into()),
        ] {
            let words = error.to_string();
            assert!(words.ends_with('.') && words.contains(' ') && !words.contains('{'), "{error:?}: {words}");
        }
        for needs in [
            Needs::Open,
            Needs::Draft,
            Needs::Approved,
            Needs::UnderWay,
            Needs::Sending,
            Needs::Paused,
            Needs::Unsent,
            Needs::Uncancelled,
        ] {
            let words = DigestError::State(DigestState::Draft, needs).to_string();
            assert!(words.starts_with("The digest is a draft; this can be done only with one that is "), "{words}");
            assert!(needs == Needs::Uncancelled || !words.contains("not cancelled"), "{needs:?}: {words}");
        }
    }
}
