//! What visitors write to a newsletter's contact address: kept, mailed to that address, answered from the inbox.
//! The visitor is never the sender of a mail of ours; an answer goes to the Reply-To.

mod follow;
pub mod mail;
mod queries;

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DispatchKind, Message, Recipient, RecipientKey};
use crate::email_address::EmailAddress;
use crate::field::{FieldErrorKind, FieldErrors};
use crate::links::Links;
use crate::locale::Locale;
use crate::mail::{Draft, MailError, Mailbox, Slots, compose};
use crate::newsletter::Newsletter;
use crate::site::Site;
use crate::subscriber::letters::frame;
use crate::text;
use crate::word::coded_enum;

use self::mail::EnquiryMail;

pub use follow::{Mails, close, mails, reopen, undelivered};
pub use queries::{Answer, Enquiry, answers, by_id, count_open, of_address, page};

coded_enum! {
    /// Where an enquiry stands. Only an open one waits for somebody.
    pub enum EnquiryState {
        Open = (0, "open"),
        Answered = (1, "answered"),
        /// Without an answer: an advertisement, or settled by telephone.
        Closed = (2, "closed"),
    }
}

/// Characters of a subject and of a message.
const SUBJECT: usize = 150;
const MESSAGE: usize = 10_000;

/// The values of the contact form.
#[derive(Clone, Debug)]
pub struct EnquiryInput<'a> {
    pub newsletter: Result<&'a Newsletter, FieldErrorKind>,
    pub name: &'a str,
    pub email: &'a str,
    pub subject: &'a str,
    pub message: &'a str,
}

/// An enquiry that was checked.
#[derive(Clone, Debug)]
pub struct NewEnquiry {
    /// May be empty.
    pub name: String,
    pub address: EmailAddress,
    pub subject: String,
    pub message: String,
}

impl<'a> EnquiryInput<'a> {
    /// The newsletter and the enquiry about it, or everything that is wrong.
    pub fn check(self) -> Result<(&'a Newsletter, NewEnquiry), FieldErrors> {
        let mut errors = FieldErrors::default();
        let newsletter = errors.check("newsletter", self.newsletter);
        let name = errors.line("name", self.name, text::NAME);
        let address = errors.check("email", EmailAddress::parse(self.email));
        let subject = errors.required_line("subject", self.subject, SUBJECT);
        // Text that was copied from elsewhere brings characters that nobody sees: they are no mistake of the visitor's.
        let message = errors.required("message", text::paragraphs(&text::visible(self.message), MESSAGE));
        match (newsletter, address, errors.is_empty()) {
            (Some(newsletter), Some(address), true) => Ok((newsletter, NewEnquiry { name, address, subject, message })),
            _ => Err(errors),
        }
    }
}

/// Why an enquiry cannot be kept or answered.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("There is no such enquiry.")]
    NotFound,
    #[error("The visitor's address has been erased; there is nobody to answer.")]
    Erased,
    #[error("This enquiry has very many answers already; write to the visitor from your own mailbox.")]
    TooMany,
    #[error("The mail could not be composed: {}", .0.words(&Locale::default()))]
    Mail(MailError),
}

impl<E: Into<MailError>> From<E> for ContactError {
    fn from(error: E) -> Self {
        Self::Mail(error.into())
    }
}

/// The turns of one enquiry in the standing dispatch: the enquiry itself, then its answers.
const TURNS: i64 = 1_000;

/// Whom a mail of this room is from and for.
struct Way<'a> {
    newsletter: &'a Newsletter,
    reply_to: Option<Mailbox>,
    to: &'a str,
    turn: i64,
    /// Whether nobody wrote it: an answer is a person's words (RFC 3834 section 5).
    automatic: bool,
}

/// Keeps an enquiry and queues the mail to the contact address. One transaction. `nonce` is random.
pub fn receive(
    conn: &mut Conn,
    now: Timestamp,
    nonce: u64,
    links: &Links,
    about: (&Newsletter, &Site),
    enquiry: &NewEnquiry,
) -> Result<i64, ContactError> {
    let (newsletter, site) = about;
    let id = queries::insert(conn, now, newsletter.id, enquiry)?;
    let visitor = enquiry.address.envelope();
    let from = if enquiry.name.is_empty() { visitor.to_owned() } else { format!("{} <{visitor}>", enquiry.name) };
    let url = links.to(&format!("/admin/enquiries/{id}"));
    let frame = frame(newsletter, site, links);
    let mail = EnquiryMail::enquiry(frame, &site.name, &from, &enquiry.subject, &enquiry.message, &url);
    let name = Some(enquiry.name.as_str()).filter(|name| !name.is_empty());
    // Of an address that not every server takes, the mail's text tells; it is answered from the page of the enquiry.
    let reply_to = if visitor.is_ascii() { Some(Mailbox::new(name, visitor)?) } else { None };
    let way = Way { newsletter, reply_to, to: &newsletter.contact, turn: id * TURNS, automatic: true };
    queue(conn, now, nonce, &mail, &way)?;
    Ok(id)
}

/// Keeps an editor's answer and queues it to the visitor. One transaction.
pub fn answer(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    nonce: u64,
    about: (&Newsletter, &Site, &Links),
    id: i64,
    words: &str,
) -> Result<(), ContactError> {
    let (newsletter, site, links) = about;
    let enquiry = queries::locked(conn, id)?.ok_or(ContactError::NotFound)?;
    if enquiry.address.is_empty() {
        return Err(ContactError::Erased);
    }
    let frame = frame(newsletter, site, links);
    let mail = EnquiryMail::answer(frame, &site.name, &enquiry.subject, words, &enquiry.message);
    let reply_to = Some(Mailbox::new(None, &newsletter.contact)?);
    let number = i64::try_from(queries::answers(conn, id)?.len()).unwrap_or_default() + 1;
    if number >= TURNS {
        return Err(ContactError::TooMany);
    }
    let way = Way { newsletter, reply_to, to: &enquiry.envelope, turn: id * TURNS + number, automatic: false };
    queue(conn, now, nonce, &mail, &way)?;
    queries::add_answer(conn, now, id, &format!("{} {}", actor.kind(), actor.id().unwrap_or_default()), words)?;
    audit::record(conn, now, actor, "enquiry.answer", "enquiry", Some(id), "")?;
    Ok(())
}

fn queue(conn: &mut Conn, now: Timestamp, nonce: u64, mail: &EnquiryMail, way: &Way<'_>) -> Result<(), ContactError> {
    let newsletter = way.newsletter;
    let draft = Draft {
        from: Mailbox::new(Some(&newsletter.sender_name), &newsletter.sender)?,
        reply_to: way.reply_to.clone(),
        subject: mail.subject.clone(),
        text: mail.text()?,
        html: Some(mail.html()?),
        list: None,
        auto_submitted: way.automatic,
        slots: Slots::new(nonce, &[]),
    };
    let body = compose(&draft)?.into_bytes();
    let dispatch = delivery::standing(conn, now, DispatchKind::Enquiry)?;
    let message = Message {
        variant: 0,
        language: newsletter.language.clone(),
        return_path: newsletter.sender.clone(),
        subject: mail.subject.clone(),
        body,
    };
    let message = delivery::freeze(conn, now, dispatch, &message)?;
    let recipient = Recipient {
        key: RecipientKey::Nobody,
        turn: way.turn,
        address: EmailAddress::from_envelope(way.to),
        fields: Vec::new(),
    };
    delivery::enqueue(conn, now, dispatch, message, &[recipient])?;
    Ok(())
}

/// Forgets who wrote from a normalised address: name, address and words go, the line stays.
pub fn forget(conn: &mut Conn, now: Timestamp, address: &EmailAddress) -> db::Result<()> {
    for id in queries::forget(conn, address.normalised())? {
        delivery::forget_turns(conn, now, DispatchKind::Enquiry, id * TURNS, (id + 1) * TURNS)?;
    }
    Ok(())
}
