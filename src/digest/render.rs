//! From a digest to its message: frozen with its slots, below the size at which mail programs cut it off; and its preview.

pub use super::content::{Content, content, target};
use super::introduction::Introduction;
use super::letter::letter;
use super::mail::DigestMail;
use super::{Digest, DigestError};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::delivery::{self, Message, Splice, SpliceValues};
use crate::links::Links;
use crate::locale::Locale;
use crate::mail::{Draft, ListHeaders, Mailbox, ReadMail, Template, compose, read};
use crate::subscriber::letters::nonce;
use crate::subscriber::mails::greeting;
use crate::text::NAME;
use crate::token::{Keys, Purpose};

/// Most bytes of HTML as a reader gets it: Gmail clips mails near 102 KB, and adds some bytes of its own.
const HTML_LIMIT: usize = 90_000;

/// Where headlines lead in a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Headlines {
    /// As the edition sets it: counted if it tracks clicks.
    AsSet,
    /// Straight to the article: for previews and test sends, whose clicks are not counted.
    Direct,
}

/// Freezes a digest for its readers: one message for each of its variants. There is one, in the newsletter's language.
pub fn messages(
    content: &Content,
    links: &Links,
    keys: &Keys,
    headlines: Headlines,
) -> Result<Vec<Message>, DigestError> {
    Ok(vec![message(content, links, keys, headlines)?])
}

/// Freezes the first variant of a digest.
pub fn message(content: &Content, links: &Links, keys: &Keys, headlines: Headlines) -> Result<Message, DigestError> {
    let newsletter = &content.newsletter;
    let introduction = Introduction::read(&content.digest.introduction).map_err(DigestError::Introduction)?;
    let names = introduction.fallbacks(&newsletter.locale());
    let slots = Splice::slots_and(nonce(keys, &["digest", &content.digest.id.to_string()]), names.len());
    let counted = headlines == Headlines::AsSet && content.edition.settings.track_clicks;
    let letter = letter(content, &introduction, links, &slots, counted);
    let lengths = longest(keys, names.len());
    let (text, html) = fitting(&letter, |html| slots.spliced_len(html, &lengths))?;
    let draft = Draft {
        from: Mailbox::new(Some(&newsletter.sender_name), &newsletter.sender)?,
        reply_to: Some(Mailbox::new(None, &newsletter.contact)?),
        subject: content.digest.subject.clone(),
        text,
        html: Some(html),
        list: Some(ListHeaders {
            list_id: (newsletter.name.clone(), newsletter.list_id()),
            unsubscribe_url: links.unsubscribe(&Splice::Unsubscribe.mark(&slots)),
            feedback_id: format!("{}:{}:digest:{}", content.digest.slug, newsletter.slug, links.installation()),
            archive_url: Some(links.archive()),
            bulk: true,
        }),
        auto_submitted: false,
        answers: Vec::new(),
        slots,
    };
    Ok(Message {
        variant: 0,
        language: newsletter.language.clone(),
        return_path: newsletter.envelope_sender().to_owned(),
        subject: content.digest.subject.clone(),
        body: compose(&draft)?.into_bytes(),
    })
}

/// Bytes of the longest usual values of a reader, in the order of the slots.
fn longest(keys: &Keys, names: usize) -> Vec<usize> {
    let token = keys.sign(Purpose::Click, &[i64::MAX, i64::MAX]).len();
    let values = Splice::ALL.iter().map(|splice| if *splice == Splice::Greeting { 2 * NAME } else { token });
    values.chain(std::iter::repeat_n(NAME, names)).collect()
}

/// The text and the HTML of a mail whose HTML stays below the limit: with as many of its articles as fit, and the rest on
/// its page. `measure` tells the bytes of the HTML as a reader gets it.
fn fitting(letter: &DigestMail, measure: impl Fn(&str) -> usize) -> Result<(String, String), DigestError> {
    let html = letter.html()?;
    let bytes = measure(&html);
    if bytes <= HTML_LIMIT {
        return Ok((letter.text()?, html));
    }
    let (mut best, mut too_many) = (None, letter.articles.len());
    let mut fewest = 0;
    while fewest < too_many {
        let count = fewest.midpoint(too_many);
        let shorter = letter.with_first(count);
        let html = shorter.html()?;
        if measure(&html) <= HTML_LIMIT {
            best = Some((shorter.text()?, html));
            fewest = count + 1;
        } else {
            too_many = count;
        }
    }
    best.ok_or(DigestError::TooLarge(bytes))
}

/// The mail of a digest for an editor: as it would be sent now, or as it was frozen once it is sent.
pub fn current(conn: &mut Conn, digest: Digest, links: &Links, keys: &Keys) -> Result<Message, DigestError> {
    let frozen = digest.dispatch_id.map(|dispatch| delivery::frozen(conn, dispatch)).transpose()?.flatten();
    match frozen {
        Some(message) => Ok(message),
        None => message(&content(conn, digest)?, links, keys, Headlines::Direct),
    }
}

/// What a reader of this name would get: the raw mail, and the mail as a client reads it.
pub fn preview(
    message: &Message,
    digest: &Digest,
    now: Timestamp,
    name: Option<&str>,
) -> Result<(String, ReadMail), DigestError> {
    let template = Template::parse(&message.body)?;
    let to = Mailbox::new(None, "reader@example.org")?;
    let fields = fields_of_nobody("preview", digest, &Locale::of(&message.language), name);
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let mut raw = String::new();
    template.splice(&mut raw, &to, "preview@example.org", now.to_utc(), &fields)?;
    let mail = read(&raw);
    Ok((raw, mail))
}

/// The values of a mail that belongs to no subscription: `token` stands in all of its links.
#[must_use]
pub fn fields_of_nobody(token: &str, digest: &Digest, locale: &Locale, name: Option<&str>) -> Vec<String> {
    let values = SpliceValues {
        greeting: greeting(locale, name),
        unsubscribe: token.to_owned(),
        preferences: token.to_owned(),
        click: token.to_owned(),
        confirm: token.to_owned(),
    };
    with_names(values, &fallbacks(digest, locale), name.unwrap_or_default())
}

/// The words for readers without a name in a digest's introduction.
#[must_use]
pub fn fallbacks(digest: &Digest, locale: &Locale) -> Vec<String> {
    Introduction::read(&digest.introduction).map(|read| read.fallbacks(locale)).unwrap_or_default()
}

/// The values of a reader: those of every mail, and for each fallback the reader's name or else the fallback.
#[must_use]
pub fn with_names(values: SpliceValues, fallbacks: &[String], name: &str) -> Vec<String> {
    let name = name.trim();
    let names = fallbacks.iter().map(|fallback| if name.is_empty() { fallback.clone() } else { name.to_owned() });
    values.into_fields().into_iter().chain(names).collect()
}
