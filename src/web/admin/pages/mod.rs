//! What each administration page shows: structs of plain values, with a sample of each.
//!
//! Lists and forms are of two shapes ([`ListPage`], [`FormPage`]); typed rows turn into them. Never asks the database
//! and knows no noun: handlers fill these in.
mod articles;
mod chart;
mod dashboard;
mod deliveries;
mod digests;
mod door;
mod enquiries;
mod first_run;
mod form;
mod frame;
mod list;
mod newsletters;
mod outbox;
mod sample;
mod sample_lists;
mod settings;
mod subscribers;
mod table;
#[cfg(test)]
mod tests;
mod topics;
mod users;

pub use articles::{ArticleRow, Score, score_rule};
pub use chart::Drawing;
pub use dashboard::{DashboardPage, DispatchRow, Failure, Notice, PreparedRow, Stat};
pub use deliveries::{DeliveryRow, deliveries};
pub use digests::{DigestEditorPage, DigestProgressPage, DigestRow, Pick, Preview, PreviewKind, Progress, Reason};
pub use door::{Door, Holder, SignInPage};
pub use enquiries::{EnquiryPage, EnquiryRow, Mailed, Written};
pub use first_run::{TrialOutcome, TrialPage};
pub use form::{FormPage, Input, InputKind, Keep, Snippet};
pub use frame::{AdminFrame, ErrorPage, Flash, NavEntry};
pub use list::{AddForm, ListPage};
pub use newsletters::{FeedRow, NewsletterForm, NewsletterRow};
pub use outbox::{OutboxMailPage, OutboxRow};
pub use settings::{AccountPage, AuditRow, SessionRow, SettingsForm, SuppressionRow};
pub use subscribers::{AskedRow, ConsentRow, History, SubscriberPage, SubscriberRow, SubscriptionRow};
pub use table::{Badge, Button, Cell, Column, Table, Tone};
pub use topics::TopicRow;
pub use users::{KeyRow, ShownOncePage, UserRow, roles, user_buttons};
