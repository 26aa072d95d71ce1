//! The editors' pages, behind sign-in.
pub mod pages;
