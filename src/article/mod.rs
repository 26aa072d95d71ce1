//! Articles: how they are read from feeds and files, ranked, compared and folded.

pub mod import;
pub mod parse;
pub mod score;
pub mod similar;
pub mod story;
