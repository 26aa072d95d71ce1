//! The mails to users with a one-time sign-in link: an invitation, and the link for a forgotten password. They come from a
//! newsletter's sender, as the mails to readers do.

use super::letters::{frame, letter, nonce, queue};
use super::mails::NoticeMail;
use crate::account::{self, INVITATION_LIFETIME, LINK_LIFETIME};
use crate::actor::Actor;
use crate::clock::{HOUR, MINUTE, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::{self, DispatchKind, Message, Recipient, RecipientKey, Splice, SpliceValues, suppression};
use crate::email_address::EmailAddress;
use crate::guard::limits::{self, Rule};
use crate::links::Links;
use crate::mail::MailError;
use crate::newsletter::mail_frame::Button;
use crate::newsletter::{self, Newsletter};
use crate::site::Site;
use crate::token::{Keys, Random};
use crate::word::word_enum;

/// Forgotten passwords of one client.
const BY_CLIENT: Rule = Rule::new(10, 15 * MINUTE);
/// Links that anybody can have mailed to one user.
const TO_USER: Rule = Rule { most: 3, window: HOUR, apart: MINUTE, slides: true };

word_enum! {
    /// Why a link is mailed; the word is the beginning of the keys of its texts.
    pub enum UserMail {
        Invitation = "mail-invitation",
        Forgotten = "mail-forgotten",
    }
}

impl UserMail {
    const fn lifetime(self) -> i64 {
        match self {
            Self::Invitation => INVITATION_LIFETIME,
            Self::Forgotten => LINK_LIFETIME,
        }
    }
}

/// The newsletter whose sender writes to users: the first one that is open.
pub fn sender(conn: &mut Conn) -> db::Result<Option<Newsletter>> {
    Ok(newsletter::list_uncounted(conn)?.into_iter().find(Newsletter::is_open))
}

/// Composes the mail, outside any transaction. The link is spliced in for each user.
pub fn compose(
    kind: UserMail,
    newsletter: &Newsletter,
    site: &Site,
    links: &Links,
    keys: &Keys,
) -> Result<Message, MailError> {
    let slots = Splice::slots_and(nonce(keys, &[&newsletter.slug, kind.as_str()]), 1);
    let mut frame = frame(newsletter, site, links);
    let l = frame.locale.clone();
    let words = |part: &str| l.t1(&format!("{}-{part}", kind.as_str()), "site", &site.name);
    frame.masthead.clone_from(&site.name);
    frame.preheader = words("text");
    frame.preferences_url = None;
    frame.why = l.t1("mail-user-why", "site", &site.name);
    let notice = NoticeMail {
        frame,
        subject: words("subject"),
        title: words("title"),
        greeting: String::new(),
        paragraphs: vec![words("text")],
        button: Some(Button { url: Splice::further_mark(&slots, 0), label: words("button") }),
        small_print: vec![words("ignore")],
    };
    letter(newsletter, &notice, slots, None)
}

/// Makes a link and queues its mail; false if the user may not sign in or the address is suppressed.
pub fn send(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    (kind, message, links): (UserMail, &Message, &Links),
    user: i64,
) -> db::Result<bool> {
    let Some(user) = account::user(conn, user)?.filter(|user| user.disabled_at.is_none()) else { return Ok(false) };
    let Ok(address) = EmailAddress::parse(&user.address) else { return Ok(false) };
    let key = suppression::key(conn, random)?;
    if delivery::is_suppressed(conn, &key, &address)? {
        return Ok(false);
    }
    let made = account::make_lasting_link(conn, actor, now, random, user.id, kind.lifetime())?;
    let Some(token) = made else { return Ok(false) };
    let mut fields = SpliceValues::default().into_fields();
    fields.push(links.sign_in(&token));
    // The turn tells the mails to nobody in particular apart.
    let turn = i64::try_from(random.number() >> 1).unwrap_or(i64::MAX);
    let recipient = Recipient { key: RecipientKey::Nobody, turn, address, fields };
    queue(conn, now, DispatchKind::Notice, message, &recipient)?;
    Ok(true)
}

/// Counts a request for a link by its client; false if there were too many.
pub fn may_request(conn: &mut Conn, now: Timestamp, client_key: Option<&[u8]>) -> db::Result<bool> {
    client_key.map_or(Ok(true), |key| limits::take(conn, now, "forgotten-client", key, BY_CLIENT))
}

/// Mails a link to the user with this address, if there is one and it was not mailed too often.
pub fn send_forgotten(
    conn: &mut Conn,
    actor: &Actor,
    now: Timestamp,
    random: &Random,
    (message, links): (&Message, &Links),
    address: &EmailAddress,
) -> db::Result<()> {
    let Some(user) = account::user_by_address(conn, address)? else { return Ok(()) };
    if limits::take(conn, now, "forgotten-user", &user.id.to_be_bytes(), TO_USER)? {
        send(conn, actor, now, random, (UserMail::Forgotten, message, links), user.id)?;
    }
    Ok(())
}
