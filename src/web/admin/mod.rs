//! The editors' pages, behind sign-in.
pub mod account;
pub mod pages;
pub mod sign_in;
