//! Articles from files and from the API: JSON (one object or an array) and Markdown with front matter.
//!
//! [`ArticleInput`] is the input; [`ArticleInput::check`] turns it into a [`super::NewArticle`] or reports all its errors.
//! A bad article does not affect the others. Nothing here uses the database, and HTML is not sanitised here: `prepare`
//! does that.

mod input;
mod json;
mod markdown;

use std::fmt;

use serde::Serialize;

use crate::field::FieldErrors;
use crate::locale::Locale;

pub use input::{AHEAD, ArticleInput, read_article};
pub use json::{check_json, read_json};
pub use markdown::read_markdown;

/// The errors of one article of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// Counted from 1.
    pub row: usize,
    pub errors: FieldErrors,
}

/// Why a file as a whole cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ImportError {
    NotJson {
        detail: String,
    },
    /// Neither an object nor an array.
    NotArticles,
    /// No front matter between two lines of three plus signs.
    NoFrontMatter,
    /// The front matter is not TOML.
    BadFrontMatter {
        detail: String,
    },
}

impl ImportError {
    #[must_use]
    pub fn words(&self, locale: &Locale) -> String {
        locale.error("article-file", self)
    }
}

/// In English, for the command line and the log.
impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(&Locale::default()))
    }
}

impl std::error::Error for ImportError {}
