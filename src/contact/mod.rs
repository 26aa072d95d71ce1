//! What visitors write to the contact address.
pub mod mail;
