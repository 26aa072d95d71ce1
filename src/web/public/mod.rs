//! The readers' pages.
pub mod pages;
