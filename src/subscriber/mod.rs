//! Who reads: people, their subscriptions and their consent.
pub mod mails;
