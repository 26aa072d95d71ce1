//! The mails of a newsletter besides its digests: composed once, with slots for each reader's values.

use std::sync::{Arc, Mutex, PoisonError};

use super::mails::NoticeMail;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DispatchKind, Message, Recipient, Splice};
use crate::links::Links;
use crate::mail::{Draft, ListHeaders, MailError, Mailbox, Slots, compose};
use crate::newsletter::Newsletter;
use crate::newsletter::mail_frame::MailFrame;
use crate::site::Site;
use crate::token::{Keys, Purpose, sha256};

/// All letters of one newsletter.
#[derive(Clone, Debug)]
pub struct Letters {
    pub confirmation: Message,
    pub welcome: Message,
    /// The mail with the link to the preferences.
    pub preferences: Message,
}

impl Letters {
    /// Composes all letters. The same inputs give the same bytes, so that the database stores each letter once.
    pub fn compose(newsletter: &Newsletter, site: &Site, links: &Links, keys: &Keys) -> Result<Self, MailError> {
        let nonce = |name: &str| nonce(keys, &[&newsletter.slug, name]);
        let confirm = Splice::slots(nonce("confirmation"));
        let welcome = Splice::slots(nonce("welcome"));
        let request = Splice::slots(nonce("preferences"));
        let confirmation = NoticeMail::confirmation(
            frame(newsletter, site, links),
            &newsletter.name,
            &site.name,
            &links.confirm(&Splice::Confirm.mark(&confirm)),
        );
        let mut welcoming = NoticeMail::welcome(
            MailFrame {
                unsubscribe_url: Some(links.unsubscribe(&Splice::Unsubscribe.mark(&welcome))),
                preferences_url: Some(links.preferences(&Splice::Preferences.mark(&welcome))),
                ..frame(newsletter, site, links)
            },
            &newsletter.name,
            &site.name,
            None,
        );
        welcoming.greeting = Splice::Greeting.mark(&welcome);
        let mut requested = NoticeMail::preferences_link(
            frame(newsletter, site, links),
            &site.name,
            None,
            &links.preferences(&Splice::Preferences.mark(&request)),
        );
        requested.greeting = Splice::Greeting.mark(&request);
        let list = ListHeaders {
            list_id: (newsletter.name.clone(), newsletter.list_id()),
            unsubscribe_url: links.unsubscribe(&Splice::Unsubscribe.mark(&welcome)),
            feedback_id: format!("welcome:{}:notice:{}", newsletter.slug, links.installation()),
            archive_url: Some(links.archive()),
            bulk: false,
        };
        Ok(Self {
            confirmation: letter(newsletter, &confirmation, confirm, None)?,
            welcome: letter(newsletter, &welcoming, welcome, Some(list))?,
            preferences: letter(newsletter, &requested, request, None)?,
        })
    }
}

/// What an action needs to mail a reader: the keys that sign links, the key of suppressions, and the newsletter's letters.
#[derive(Clone)]
pub struct Stationery {
    pub keys: Keys,
    /// [`delivery::suppression::key`].
    pub suppression_key: Vec<u8>,
    pub letters: Arc<Letters>,
}

/// A nonce that nobody can guess, always the same for the same parts.
#[must_use]
pub fn nonce(keys: &Keys, parts: &[&str]) -> u64 {
    let digest = keys.digest(Purpose::Slots, parts.join("\n").as_bytes());
    digest.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// The frame of a newsletter's mails, without values of the reader.
#[must_use]
pub fn frame(newsletter: &Newsletter, site: &Site, links: &Links) -> MailFrame {
    MailFrame {
        locale: newsletter.locale(),
        masthead: if newsletter.name.is_empty() { site.name.clone() } else { newsletter.name.clone() },
        site_url: links.to("/"),
        // The page that asks for an address; a mail with a reader's own link replaces it.
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
) -> Result<Message, MailError> {
    let draft = Draft {
        from: Mailbox::new(Some(&newsletter.sender_name), &newsletter.sender)?,
        reply_to: Some(Mailbox::new(None, &newsletter.contact)?),
        subject: notice.subject.clone(),
        text: notice.text()?,
        html: Some(notice.html()?),
        list,
        auto_submitted: true,
        answers: Vec::new(),
        slots,
    };
    let body = compose(&draft)?.into_bytes();
    Ok(Message {
        variant: 0,
        language: newsletter.language.clone(),
        return_path: newsletter.envelope_sender().to_owned(),
        subject: notice.subject.clone(),
        body,
    })
}

/// Queues a letter in the standing dispatch of its kind.
pub fn queue(
    conn: &mut Conn,
    now: Timestamp,
    kind: DispatchKind,
    letter: &Message,
    recipient: &Recipient,
) -> db::Result<()> {
    delivery::enqueue_standing(conn, now, kind, letter, recipient)
}

/// Letters by newsletter, composed again when their inputs change.
#[derive(Default)]
pub struct LetterBox(Mutex<Vec<Kept>>);

/// A newsletter's id, the hash of the inputs, the letters.
type Kept = (i64, [u8; 32], Arc<Letters>);

impl LetterBox {
    /// The letters of a newsletter.
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
