//! What one subscribes to: sender, contact, postal address, digest rules. And the topics that all share.
//! It knows no subscriber and no article.

pub mod mail_frame;
mod queries;

use chrono_tz::Tz;

use crate::actor::Actor;
use crate::audit;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::email_address::{AddressError, EmailAddress};
use crate::locale::Locale;
use crate::text::{self, TextError};
use crate::token::{hex, sha256};
use crate::word::word_enum;

pub use queries::{
    Topic, by_id, by_slug, count_change, ensure_topic, known_topics, list, set_topics, topic_by_slug, topic_ids,
    topic_slugs, topics,
};

word_enum! {
    /// Where the headline of an article in a digest leads.
    pub enum HeadlineLink {
        /// The publisher's own page of the article, where it has one.
        Canonical = "canonical",
        /// Our page of the article.
        Ours = "ours",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newsletter {
    pub id: i64,
    pub slug: String,
    pub name: String,
    pub description: String,
    /// The name in From.
    pub sender_name: String,
    pub sender_address: String,
    pub contact_address: String,
    /// Several lines; a digest is not sent without it.
    pub postal_address: String,
    pub language: String,
    pub time_zone: Tz,
    /// Whether articles of every topic may come into a digest; else only those of its own topics.
    pub all_topics: bool,
    pub article_count: i64,
    pub window_days: i64,
    pub headline_link: HeadlineLink,
    /// Whether clicks in digests are counted; off unless an editor turns it on.
    pub track_clicks: bool,
    /// Origins that may embed the sign-up form, such as `https://www.example.org`, one a line.
    pub embed_origins: String,
    /// The publisher's own consent wording; when empty, the built-in text.
    pub consent_wording: String,
    pub pending: i64,
    pub confirmed: i64,
    pub unsubscribed: i64,
    pub created_at: Timestamp,
    /// Since when it takes no readers and sends nothing; what is on its way goes on.
    pub closed_at: Option<Timestamp>,
}

impl Newsletter {
    #[must_use]
    pub fn locale(&self) -> Locale {
        Locale::of(&self.language)
    }

    /// Whether it takes readers and may send.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// The wording that a reader agrees to, as the ledger keeps it.
    #[must_use]
    pub fn consent(&self) -> String {
        if self.consent_wording.is_empty() {
            self.locale().t1("consent-wording", "newsletter", &self.name)
        } else {
            self.consent_wording.clone()
        }
    }

    /// A short mark of the wording: a form that shows the wording carries it.
    #[must_use]
    pub fn consent_mark(&self) -> String {
        hex(&sha256(self.consent().as_bytes())).chars().take(16).collect()
    }

    /// The wording, if a form with these marks has shown it; else nothing, since the ledger holds what was read.
    #[must_use]
    pub fn consent_shown(&self, marks: &str) -> String {
        let mark = self.consent_mark();
        if marks.split(' ').any(|shown| shown == mark) { self.consent() } else { String::new() }
    }

    /// The stable list identifier (RFC 2919) on the sender's domain.
    #[must_use]
    pub fn list_id(&self) -> String {
        let domain = self.sender_address.rsplit_once('@').map_or("localhost", |(_, domain)| domain);
        format!("{}.{domain}", self.slug)
    }

    #[must_use]
    pub fn allows_origin(&self, origin: &str) -> bool {
        self.embed_origins.lines().any(|line| line.trim() == origin)
    }
}

/// What an editor enters for a newsletter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    pub slug: String,
    pub name: String,
    pub description: String,
    pub sender_name: String,
    pub sender_address: String,
    pub contact_address: String,
    pub postal_address: String,
    pub language: String,
    pub time_zone: String,
    pub all_topics: bool,
    pub article_count: i64,
    pub window_days: i64,
    pub headline_link: HeadlineLink,
    pub track_clicks: bool,
    pub embed_origins: String,
    pub consent_wording: String,
}

impl Default for Input {
    /// All topics, ten articles, seven days.
    fn default() -> Self {
        Self {
            slug: String::new(),
            name: String::new(),
            description: String::new(),
            sender_name: String::new(),
            sender_address: String::new(),
            contact_address: String::new(),
            postal_address: String::new(),
            language: "en".to_owned(),
            time_zone: "UTC".to_owned(),
            all_topics: true,
            article_count: 10,
            window_days: 7,
            headline_link: HeadlineLink::Canonical,
            track_clicks: false,
            embed_origins: String::new(),
            consent_wording: String::new(),
        }
    }
}

/// Why a newsletter cannot be kept; `field` names the input.
#[derive(Debug, thiserror::Error)]
pub enum NewsletterError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error("{field}: {message}")]
    Field { field: &'static str, message: String },
    #[error("slug: there is already a newsletter \"{0}\"")]
    SlugTaken(String),
}

/// Keeps a new newsletter and returns its id.
pub fn add(conn: &mut Conn, actor: &Actor, now: Timestamp, input: Input) -> Result<i64, NewsletterError> {
    let input = checked(input)?;
    let slug = input.slug.clone();
    let id = queries::insert(conn, now, &input).map_err(|error| taken(error, slug))?;
    audit::record(conn, now, actor, "newsletter.add", "newsletter", Some(id), "")?;
    Ok(id)
}

/// Changes a newsletter.
pub fn change(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, input: Input) -> Result<(), NewsletterError> {
    let input = checked(input)?;
    let slug = input.slug.clone();
    queries::update(conn, id, &input).map_err(|error| taken(error, slug))?;
    Ok(audit::record(conn, now, actor, "newsletter.change", "newsletter", Some(id), "")?)
}

/// Closes a newsletter, or opens it again; false where it is so already, or not there.
pub fn set_open(conn: &mut Conn, actor: &Actor, now: Timestamp, id: i64, open: bool) -> db::Result<bool> {
    let changed = queries::set_closed(conn, id, (!open).then_some(now))?;
    if changed {
        let action = if open { "newsletter.reopen" } else { "newsletter.close" };
        audit::record(conn, now, actor, action, "newsletter", Some(id), "")?;
    }
    Ok(changed)
}

fn taken(error: db::Error, slug: String) -> NewsletterError {
    if error.is_unique_violation() { NewsletterError::SlugTaken(slug) } else { error.into() }
}

/// The input in the form in which it is kept, or what is wrong with it.
fn checked(input: Input) -> Result<Input, NewsletterError> {
    let slug = text::slug(&input.slug, 60);
    if slug != input.slug {
        let message = format!("only small letters, digits and hyphens, such as \"{slug}\"");
        return Err(NewsletterError::Field { field: "slug", message });
    }
    let name = line("name", &input.name, 100, true)?;
    let sender_name = line("sender_name", &input.sender_name, 100, false)?;
    if input.time_zone.parse::<Tz>().is_err() {
        let message = "not a time zone such as Europe/Berlin".to_owned();
        return Err(NewsletterError::Field { field: "time_zone", message });
    }
    within("article_count", input.article_count, 0, 50)?;
    within("window_days", input.window_days, 1, 366)?;
    let wording = text::paragraphs(&input.consent_wording, 1_000);
    Ok(Input {
        slug,
        sender_name: if sender_name.is_empty() { name.clone() } else { sender_name },
        name,
        description: line("description", &input.description, 300, false)?,
        sender_address: address("sender", &input.sender_address)?,
        contact_address: address("contact", &input.contact_address)?,
        postal_address: in_field("postal_address", text::paragraphs(&input.postal_address, 500))?,
        embed_origins: origins(&input.embed_origins)?,
        consent_wording: in_field("consent_wording", wording)?,
        ..input
    })
}

fn within(field: &'static str, number: i64, least: i64, most: i64) -> Result<(), NewsletterError> {
    if (least..=most).contains(&number) {
        return Ok(());
    }
    Err(NewsletterError::Field { field, message: format!("a number from {least} to {most}") })
}

fn in_field(field: &'static str, result: Result<String, TextError>) -> Result<String, NewsletterError> {
    result.map_err(|error| NewsletterError::Field { field, message: error.to_string() })
}

fn line(field: &'static str, value: &str, most: usize, needed: bool) -> Result<String, NewsletterError> {
    if value.trim().is_empty() {
        if needed {
            return Err(NewsletterError::Field { field, message: "must not be empty".to_owned() });
        }
        return Ok(String::new());
    }
    in_field(field, text::single_line(value, most))
}

fn address(field: &'static str, value: &str) -> Result<String, NewsletterError> {
    let refuse = |error: AddressError| NewsletterError::Field { field, message: error.to_string() };
    let address = EmailAddress::parse(value).map_err(refuse)?.envelope().to_owned();
    // It stands in every mail, and not every server takes others (RFC 6531).
    if !address.is_ascii() {
        let message =
            "before the @, only the letters a to z, digits and signs: not every mail server takes others".to_owned();
        return Err(NewsletterError::Field { field, message });
    }
    Ok(address)
}

/// Origins as a browser sends them: scheme, host and port, nothing behind it.
fn origins(value: &str) -> Result<String, NewsletterError> {
    let mut kept = Vec::new();
    for part in value.split([',', '\n', ' ']).map(str::trim).filter(|part| !part.is_empty()) {
        let origin = url::Url::parse(part).ok().filter(|url| matches!(url.scheme(), "http" | "https"));
        let Some(origin) = origin.map(|url| url.origin().ascii_serialization()) else {
            let message = format!("\"{part}\" is no origin such as https://www.example.org");
            return Err(NewsletterError::Field { field: "embed_origins", message });
        };
        kept.push(origin);
    }
    Ok(kept.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn good() -> Input {
        Input {
            slug: "morning".to_owned(),
            name: "The Morning Tide".to_owned(),
            sender_address: "news@Example.org".to_owned(),
            contact_address: "desk@example.org".to_owned(),
            ..Input::default()
        }
    }

    #[test]
    fn a_good_newsletter_is_kept_in_its_normal_form() {
        let origins = "https://www.example.org/page?x, http://localhost:8000".to_owned();
        let input = checked(Input { embed_origins: origins, ..good() }).unwrap();
        assert_eq!(input.sender_address, "news@example.org");
        assert_eq!(input.sender_name, "The Morning Tide");
        assert_eq!(input.embed_origins, "https://www.example.org\nhttp://localhost:8000");
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (field, input) in [
            ("slug", Input { slug: "Morning Tide".to_owned(), ..good() }),
            ("name", Input { name: " ".to_owned(), ..good() }),
            ("sender", Input { sender_address: "nobody".to_owned(), ..good() }),
            ("contact", Input { contact_address: "a@localhost".to_owned(), ..good() }),
            ("time_zone", Input { time_zone: "Mars/Base".to_owned(), ..good() }),
            ("sender", Input { sender_address: "néws@example.org".to_owned(), ..good() }),
            ("contact", Input { contact_address: "désk@example.org".to_owned(), ..good() }),
            ("article_count", Input { article_count: 51, ..good() }),
            ("window_days", Input { window_days: 0, ..good() }),
            ("embed_origins", Input { embed_origins: "javascript:alert(1)".to_owned(), ..good() }),
            ("sender_name", Input { sender_name: "a\r\nBcc: b@c.de\u{202e}".to_owned(), ..good() }),
        ] {
            match checked(input) {
                Err(NewsletterError::Field { field: at, .. }) => assert_eq!(at, field),
                other => panic!("{field}: {other:?}"),
            }
        }
    }
}
