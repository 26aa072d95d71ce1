//! The mails of an enquiry: to the contact address when it arrives, to the visitor when an editor answers; and forgetting
//! a visitor.

use super::mail::EnquiryMail;
use super::{ContactError, NewEnquiry, TURNS, queries};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DispatchKind, Message, Recipient, RecipientKey, message_id};
use crate::email_address::EmailAddress;
use crate::links::Links;
use crate::mail::{Draft, MailError, Mailbox, Slots, compose};
use crate::newsletter::Newsletter;
use crate::site::Site;
use crate::subscriber::letters::frame;

/// A mail of this room: its newsletter, and whom it goes to.
struct Route<'a> {
    newsletter: &'a Newsletter,
    /// The address in From.
    from: &'a str,
    reply_to: Option<Mailbox>,
    to: &'a str,
    turn: i64,
    /// False for an answer, which a person wrote (RFC 3834 section 5).
    automatic: bool,
    /// The Message-IDs of the mails before it.
    answers: Vec<String>,
}

/// The address in From of an enquiry: the contact address where the newsletter's sender may send for its domain.
/// Otherwise the mail would go from the sender to a colleague with a stranger's Reply-To, which spam filters take for an
/// impostor's.
fn own_sender(newsletter: &Newsletter) -> &str {
    let domain = |address: &str| address.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase());
    if domain(&newsletter.contact) == domain(&newsletter.sender) { &newsletter.contact } else { &newsletter.sender }
}

/// Stores an enquiry and queues the mail to the contact address. One transaction. `nonce` is random.
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
    // Not every server accepts an address beyond ASCII in a header: then the mail's text names it, and the enquiry's page
    // answers it.
    let reply_to = if visitor.is_ascii() { Some(mailbox(name, visitor)?) } else { None };
    let route = Route {
        newsletter,
        from: own_sender(newsletter),
        reply_to,
        to: &newsletter.contact,
        turn: id * TURNS,
        automatic: true,
        answers: Vec::new(),
    };
    queue(conn, now, nonce, &mail, &route)?;
    Ok(id)
}

/// Stores an editor's answer and queues it to the visitor. One transaction.
pub fn answer(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    nonce: u64,
    about: (&Newsletter, &Site, &Links),
    id: i64,
    text: &str,
) -> Result<(), ContactError> {
    let (newsletter, site, links) = about;
    let enquiry = queries::locked(conn, id)?.ok_or(ContactError::NotFound)?;
    if enquiry.address.is_empty() {
        return Err(ContactError::Erased);
    }
    let frame = frame(newsletter, site, links);
    let mail = EnquiryMail::answer(frame, &site.name, &enquiry.subject, text, &enquiry.message);
    let reply_to = Some(mailbox(None, &newsletter.contact)?);
    let number = i64::try_from(queries::answers(conn, id)?.len()).unwrap_or_default() + 1;
    if number >= TURNS {
        return Err(ContactError::TooMany);
    }
    let turn = id * TURNS + number;
    let route = Route {
        newsletter,
        from: &newsletter.sender,
        reply_to,
        to: &enquiry.envelope,
        turn,
        automatic: false,
        answers: message_id::of_turns(conn, DispatchKind::Enquiry, id * TURNS, turn)?,
    };
    queue(conn, now, nonce, &mail, &route)?;
    queries::add_answer(conn, now, id, &format!("{} {}", actor.kind(), actor.id().unwrap_or_default()), text)?;
    audit::record(conn, now, actor, "enquiry.answer", "enquiry", Some(id), "")?;
    Ok(())
}

/// Empties the enquiries of a normalised address and forgets their mails; the rows stay.
pub fn forget(conn: &mut Conn, now: Timestamp, address: &EmailAddress) -> db::Result<()> {
    for id in queries::forget(conn, address.normalised())? {
        delivery::forget_turns(conn, now, DispatchKind::Enquiry, id * TURNS, (id + 1) * TURNS)?;
    }
    Ok(())
}

fn mailbox(name: Option<&str>, address: &str) -> Result<Mailbox, MailError> {
    Ok(Mailbox::new(name, address)?)
}

fn queue(
    conn: &mut Conn,
    now: Timestamp,
    nonce: u64,
    mail: &EnquiryMail,
    route: &Route<'_>,
) -> Result<(), ContactError> {
    let message = message(nonce, mail, route)?;
    let dispatch = delivery::standing(conn, now, DispatchKind::Enquiry)?;
    let message = delivery::freeze(conn, now, dispatch, &message)?;
    let recipient = Recipient {
        key: RecipientKey::Nobody,
        turn: route.turn,
        address: EmailAddress::from_envelope(route.to),
        fields: Vec::new(),
    };
    delivery::enqueue(conn, now, dispatch, message, &[recipient])?;
    Ok(())
}

fn message(nonce: u64, mail: &EnquiryMail, route: &Route<'_>) -> Result<Message, MailError> {
    let newsletter = route.newsletter;
    let draft = Draft {
        from: Mailbox::new(Some(&newsletter.sender_name), route.from)?,
        reply_to: route.reply_to.clone(),
        subject: mail.subject.clone(),
        text: mail.text()?,
        html: Some(mail.html()?),
        list: None,
        auto_submitted: route.automatic,
        answers: route.answers.clone(),
        slots: Slots::new(nonce, &[]),
    };
    Ok(Message {
        variant: 0,
        language: newsletter.language.clone(),
        return_path: newsletter.envelope_sender().to_owned(),
        subject: mail.subject.clone(),
        body: compose(&draft)?.into_bytes(),
    })
}
