//! A trial mail to an editor, which shows whether the relay accepts mail from a newsletter's sender. It is queued like any
//! other mail.

use super::letters::{frame, letter, nonce};
use super::mails::NoticeMail;
use super::test_limit::{self, TestMailError};
use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::config::DoubtPolicy;
use crate::db::Conn;
use crate::delivery::{self, DispatchKind, Message, Recipient, RecipientKey};
use crate::email_address::EmailAddress;
use crate::links::Links;
use crate::mail::MailError;
use crate::mail::Slots;
use crate::newsletter::Newsletter;
use crate::site::Site;
use crate::token::{Keys, Random};

/// Composes the trial mail, outside any transaction.
pub fn compose(newsletter: &Newsletter, site: &Site, links: &Links, keys: &Keys) -> Result<Message, MailError> {
    let mut frame = frame(newsletter, site, links);
    let l = frame.locale.clone();
    frame.preheader = l.t("mail-trial-text");
    frame.preferences_url = None;
    frame.why = l.t1("mail-trial-why", "site", &site.name);
    let notice = NoticeMail {
        frame,
        subject: l.t1("mail-trial-subject", "newsletter", &newsletter.name),
        title: l.t("mail-trial-title"),
        greeting: String::new(),
        paragraphs: vec![l.t("mail-trial-text")],
        button: None,
        small_print: Vec::new(),
    };
    letter(newsletter, &notice, Slots::new(nonce(keys, &[&newsletter.slug, "trial"]), &[]), None)
}

/// Queues the trial mail in a dispatch of its own and returns the dispatch, which tells the outcome.
pub fn send(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    doubt: DoubtPolicy,
    random: &Random,
    letter: &Message,
    address: &EmailAddress,
) -> Result<i64, TestMailError> {
    test_limit::take(conn, actor, now, random, address)?;
    let (dispatch, _) = delivery::open(conn, now, DispatchKind::Test, None, doubt, 0)?;
    let message = delivery::freeze(conn, now, dispatch, letter)?;
    let recipient = Recipient { key: RecipientKey::Nobody, turn: 0, address: address.clone(), fields: Vec::new() };
    delivery::enqueue(conn, now, dispatch, message, &[recipient])?;
    delivery::finish_planning(conn, now, dispatch)?;
    audit::record(conn, now, actor, "relay.test", "relay", None, "")?;
    Ok(dispatch)
}
