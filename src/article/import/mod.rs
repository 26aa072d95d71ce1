//! Articles from files and from the API: JSON (one object or an array) and Markdown with front matter.
//!
//! [`ArticleInput`] is the article as it was written; [`ArticleInput::check`] turns it into a [`NewArticle`] or names
//! the field that is wrong. A bad article never hides the good ones. Nothing here touches the database, and HTML is not
//! sanitised here: `prepare` does that.

mod input;
mod json;
mod markdown;

use thiserror::Error;

pub use input::{AHEAD, ArticleInput};
pub use json::{check_json, read_json};
pub use markdown::read_markdown;

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field}: {message}")]
pub struct FieldError {
    pub field: &'static str,
    pub message: String,
}

/// What is wrong with one article of a file.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("article {row}: {message}")]
pub struct RowError {
    /// Counted from 1.
    pub row: usize,
    pub message: String,
}

/// Why a file as a whole cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    #[error("The file is not JSON: {0}")]
    Json(String),
    #[error("The file must hold an article (an object) or a list of articles (an array of objects).")]
    NotArticles,
    #[error("The file must begin with front matter: TOML between two lines of three plus signs.")]
    NoFrontMatter,
}
