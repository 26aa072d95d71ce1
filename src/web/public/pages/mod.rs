//! What each public page shows: structs of plain values, one a template, with a sample of each.
//!
//! Never asks the database and knows no noun: handlers fill these in.
mod articles;
mod confirm;
mod contact;
mod embed;
mod frame;
mod message;
mod preferences;
mod sample;
mod sign_up;
#[cfg(test)]
mod tests;

pub use crate::web::parts::{Choice, Field, Link, Pager};
pub use articles::{ArchivePage, ArticlePage, DigestPage, FrontPage, SearchPage, Source, TopicPage};
pub use confirm::ConfirmPage;
pub use contact::ContactPage;
pub use embed::{EmbedForm, EmbedPage};
pub use frame::{Card, Day, DigestLink, Frame};
pub use message::{Action, ErrorPage, MessagePage, PowPage, TextPage};
pub use preferences::{NewsletterState, PreferencesPage, PreferencesRequestPage};
pub use sign_up::{NewsletterChoice, SignUpForm, SubscribePage};
