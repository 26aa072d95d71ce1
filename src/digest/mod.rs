//! One edition of a newsletter.
pub mod mail;
