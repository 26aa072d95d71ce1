//! What each public page shows: structs of plain values, one per template, which handlers fill in.
//!
//! They read no database and know no noun.
mod articles;
mod confirm;
mod contact;
mod embed;
mod form;
mod frame;
mod message;
mod preferences;
mod sign_up;

pub use crate::web::parts::{Choice, Link, Pager};
pub use articles::{ArchivePage, ArticlePage, DigestPage, FrontPage, SearchPage, Source, TopicPage};
pub use confirm::ConfirmPage;
pub use contact::ContactPage;
pub use embed::{EmbedForm, EmbedPage};
pub use form::FormValues;
pub use frame::{Card, Day, DigestLink, Frame};
pub use message::{Action, ErrorPage, MessagePage, PowPage, TextPage};
pub use preferences::{NewsletterState, PreferencesPage, PreferencesRequestPage};
pub use sign_up::{NewsletterChoice, SignUpForm, SubscribePage};
