//! The mails of a newsletter besides its digests, composed once and frozen with slots for each reader's values.

use std::sync::{Arc, Mutex, PoisonError};

use super::mails::NoticeMail;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DispatchKind, Recipient};
use crate::links::Links;
use crate::mail::{Draft, ListHeaders, MailError, Mailbox, Slots, compose};
use crate::newsletter::Newsletter;
use crate::newsletter::mail_frame::MailFrame;
use crate::site::Site;
use crate::token::{Keys, Purpose, Random, sha256};

/// A composed mail that many deliveries share.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    pub sender: String,
    pub subject: String,
    pub body: Vec<u8>,
}

/// All letters of one newsletter.
#[derive(Clone, Debug)]
pub struct Letters {
    /// Slots: confirm.
    pub confirmation: Letter,
    /// Slots: greeting, unsubscribe, preferences.
    pub welcome: Letter,
    /// Slots: greeting, preferences.
    pub preferences: Letter,
}

impl Letters {
    /// Composes them all. The same inputs give the same bytes, so that the database keeps each once.
    pub fn compose(newsletter: &Newsletter, site: &Site, links: &Links, keys: &Keys) -> Result<Self, MailError> {
        let nonce = |name: &str| nonce(keys, &[&newsletter.slug, name]);
        let confirm = Slots::new(nonce("confirmation"), &["confirm"]);
        let welcome = Slots::new(nonce("welcome"), &["greeting", "unsubscribe", "preferences"]);
        let request = Slots::new(nonce("preferences"), &["greeting", "preferences"]);
        let confirmation = NoticeMail::confirmation(
            frame(newsletter, site, links),
            &newsletter.name,
            &site.name,
            &links.confirm(&confirm.mark("confirm")),
        );
        let mut welcoming = NoticeMail::welcome(
            MailFrame {
                unsubscribe_url: Some(links.unsubscribe(&welcome.mark("unsubscribe"))),
                preferences_url: Some(links.preferences(&welcome.mark("preferences"))),
                ..frame(newsletter, site, links)
            },
            &newsletter.name,
            &site.name,
            None,
        );
        welcoming.greeting = welcome.mark("greeting");
        let mut requested = NoticeMail::preferences_link(
            frame(newsletter, site, links),
            &site.name,
            None,
            &links.preferences(&request.mark("preferences")),
        );
        requested.greeting = request.mark("greeting");
        let list = ListHeaders {
            list_id: (newsletter.name.clone(), newsletter.list_id()),
            unsubscribe_url: links.unsubscribe(&welcome.mark("unsubscribe")),
            feedback_id: format!("welcome:{}:notice:tidings", newsletter.slug),
        };
        Ok(Self {
            confirmation: letter(newsletter, &confirmation, confirm, None)?,
            welcome: letter(newsletter, &welcoming, welcome, Some(list))?,
            preferences: letter(newsletter, &requested, request, None)?,
        })
    }
}

/// What an action needs to write to a reader: the keys that sign links, randomness, and the newsletter's letters.
#[derive(Clone)]
pub struct Stationery {
    pub keys: Keys,
    pub random: Random,
    pub letters: Arc<Letters>,
}

/// A nonce that no user can guess and that is the same for the same parts.
#[must_use]
pub fn nonce(keys: &Keys, parts: &[&str]) -> u64 {
    let digest = keys.digest(Purpose::Slots, parts.join("\n").as_bytes());
    digest.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// The frame of a newsletter's mails, without what differs from reader to reader.
#[must_use]
pub fn frame(newsletter: &Newsletter, site: &Site, links: &Links) -> MailFrame {
    MailFrame {
        locale: newsletter.locale(),
        masthead: if newsletter.name.is_empty() { site.name.clone() } else { newsletter.name.clone() },
        site_url: links.to("/"),
        // Where one types an address; a mail that knows its reader leads to the reader's own.
        preferences_url: Some(links.to("/preferences")),
        contact: newsletter.contact.clone(),
        postal_address: newsletter.postal_address.clone(),
        ..MailFrame::default()
    }
}

pub(super) fn letter(
    newsletter: &Newsletter,
    notice: &NoticeMail,
    slots: Slots,
    list: Option<ListHeaders>,
) -> Result<Letter, MailError> {
    let draft = Draft {
        from: Mailbox::new(Some(&newsletter.sender_name), &newsletter.sender)?,
        reply_to: Some(Mailbox::new(None, &newsletter.contact)?),
        subject: notice.subject.clone(),
        text: notice.text()?,
        html: Some(notice.html()?),
        list,
        auto_submitted: true,
        slots,
    };
    let body = compose(&draft)?.into_bytes();
    Ok(Letter { sender: newsletter.sender.clone(), subject: notice.subject.clone(), body })
}

/// Queues a letter in the standing dispatch of its kind.
pub fn queue(
    conn: &mut Conn,
    now: Timestamp,
    kind: DispatchKind,
    letter: &Letter,
    recipient: Recipient,
) -> db::Result<()> {
    let dispatch = delivery::standing(conn, now, kind)?;
    let message = delivery::freeze(conn, now, dispatch, &letter.sender, &letter.subject, &letter.body)?;
    delivery::enqueue(conn, now, dispatch, message, &[recipient])?;
    Ok(())
}

/// Letters by newsletter, made anew when what goes into them has changed.
#[derive(Default)]
pub struct LetterBox(Mutex<Vec<Kept>>);

/// A newsletter's letters, and the hash of what went into them.
type Kept = (i64, [u8; 32], Arc<Letters>);

impl LetterBox {
    pub fn of(
        &self,
        newsletter: &Newsletter,
        site: &Site,
        links: &Links,
        keys: &Keys,
    ) -> Result<Arc<Letters>, MailError> {
        let uncounted = Newsletter { pending: 0, confirmed: 0, unsubscribed: 0, ..newsletter.clone() };
        let version = sha256(format!("{uncounted:?}{:?}{}", site.name, links.base()).as_bytes());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((.., letters)) = kept.iter().find(|(id, of, _)| *id == newsletter.id && *of == version) {
            return Ok(letters.clone());
        }
        let letters = Arc::new(Letters::compose(newsletter, site, links, keys)?);
        kept.retain(|(id, ..)| *id != newsletter.id);
        kept.push((newsletter.id, version, letters.clone()));
        Ok(letters)
    }
}
