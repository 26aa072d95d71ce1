//! Enquiries: messages that visitors send to a newsletter's contact address. Each is stored, mailed to that address, and
//! answered from the administration.
//!
//! No mail has the visitor as its sender: the visitor's address is the Reply-To.

mod correspondence;
mod follow;
pub mod mail;
mod queries;

use crate::clock::Timestamp;
use crate::db::schema::{enquiries, enquiry_answers};
use crate::db::{self, Queryable, Selectable};
use crate::email_address::EmailAddress;
use crate::field::{FieldErrorKind, FieldErrors};
use crate::mail::MailError;
use crate::newsletter::Newsletter;
use crate::text;
use crate::word::coded_enum;

pub use correspondence::{answer, forget, receive};
pub use follow::{Mails, close, mails, reopen, undelivered};
pub use queries::{answers, by_id, count_open, of_address, page};

coded_enum! {
    /// The state of an enquiry. Only an open one waits for an editor.
    pub enum EnquiryState {
        Open = (0, "open"),
        Answered = (1, "answered"),
        /// Needs no answer: an advertisement, or settled by telephone.
        Closed = (2, "closed"),
    }
}

/// An enquiry as it is stored. Erasing the visitor empties name, addresses, subject and message.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = enquiries)]
pub struct Enquiry {
    pub id: i64,
    pub newsletter_id: i64,
    pub name: String,
    /// The normalised address.
    pub address: String,
    /// The address for the envelope.
    pub envelope: String,
    pub subject: String,
    pub message: String,
    pub state: EnquiryState,
    pub created_at: Timestamp,
    pub answered_at: Option<Timestamp>,
}

/// An editor's answer to an enquiry.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = enquiry_answers)]
pub struct Answer {
    /// Kind and id of the actor, such as `user 3`.
    pub author: String,
    pub body: String,
    pub at: Timestamp,
}

/// Characters of a subject and of a message.
const SUBJECT: usize = 150;
const MESSAGE: usize = 10_000;

/// The submitted values of the contact form.
#[derive(Clone, Debug)]
pub struct EnquiryInput<'a> {
    pub newsletter: Result<&'a Newsletter, FieldErrorKind>,
    pub name: &'a str,
    pub email: &'a str,
    pub subject: &'a str,
    pub message: &'a str,
}

/// A checked enquiry.
#[derive(Clone, Debug)]
pub struct NewEnquiry {
    /// May be empty.
    pub name: String,
    pub address: EmailAddress,
    pub subject: String,
    pub message: String,
}

impl<'a> EnquiryInput<'a> {
    /// The newsletter and the enquiry about it, or all errors.
    pub fn check(self) -> Result<(&'a Newsletter, NewEnquiry), FieldErrors> {
        let mut errors = FieldErrors::default();
        let newsletter = errors.check("newsletter", self.newsletter);
        let name = errors.line("name", self.name, text::NAME);
        let address = errors.check("email", EmailAddress::parse(self.email));
        let subject = errors.required_line("subject", self.subject, SUBJECT);
        // Copied text brings invisible characters, which are not the visitor's mistake.
        let message = errors.required("message", text::paragraphs(&text::visible(self.message), MESSAGE));
        match (newsletter, address, errors.is_empty()) {
            (Some(newsletter), Some(address), true) => Ok((newsletter, NewEnquiry { name, address, subject, message })),
            _ => Err(errors),
        }
    }
}

/// Why an enquiry cannot be stored or answered. The `Display` is for the log.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("no such enquiry")]
    NotFound,
    /// Nobody can be answered.
    #[error("the visitor's address has been erased")]
    Erased,
    #[error("the enquiry has as many answers as it may have")]
    TooMany,
    #[error("the mail could not be composed: {0}")]
    Mail(#[from] MailError),
}

/// The turns of one enquiry in the standing dispatch: the enquiry itself, then its answers.
const TURNS: i64 = 1_000;
