//! The readers' pages.
pub mod confirm;
pub mod defence;
pub mod frame;
pub mod health;
pub mod pages;
pub mod preferences;
pub mod sign_up;
