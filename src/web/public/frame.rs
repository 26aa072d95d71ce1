//! The frame of public pages, filled from the site's settings.

use super::pages::{Frame, Link, NewsletterChoice, SignUpForm};
use crate::clock::Timestamp;
use crate::db::{Conn, Result};
use crate::field::FieldErrorKind;
use crate::locale::Locale;
use crate::newsletter::{self, Newsletter, Topic};
use crate::site::{self, Site};
use crate::web::App;
use crate::web::assets::asset_url;

/// What every public page needs from the database.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    pub site: Site,
    pub newsletters: Vec<Newsletter>,
    pub topics: Vec<Topic>,
}

/// Reads it.
pub fn ground(conn: &mut Conn) -> Result<Ground> {
    Ok(Ground {
        site: site::site(conn)?,
        newsletters: newsletter::list_uncounted(conn)?,
        topics: newsletter::topics(conn)?,
    })
}

impl Ground {
    /// The language of public pages: the first newsletter's.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.newsletters.first().map(Newsletter::locale).unwrap_or_default()
    }

    #[must_use]
    pub fn frame(&self, path: &str, now: Timestamp) -> Frame {
        let locale = self.locale();
        let today = locale.long_date(&now.to_utc().with_timezone(&self.site.time_zone));
        let topic = |topic: &Topic| Link { name: topic.name.clone(), url: format!("/topics/{}", topic.slug) };
        Frame {
            locale,
            site_name: self.site.name.clone(),
            tagline: self.site.tagline.clone(),
            path: path.to_owned(),
            today,
            topics: self.topics.iter().map(topic).collect(),
            contact: self.first().map(|newsletter| newsletter.contact.clone()).unwrap_or_default(),
            css: asset_url("site.css"),
            js: asset_url("site.js"),
            worker: asset_url("pow.js"),
            icon: asset_url("icon.svg"),
        }
    }

    /// The newsletter of a slug; without a slug the only one.
    #[must_use]
    pub fn newsletter(&self, slug: &str) -> Option<&Newsletter> {
        match (slug, self.newsletters.as_slice()) {
            ("", [only]) => Some(only),
            ("", _) => None,
            (slug, all) => all.iter().find(|newsletter| newsletter.slug == slug),
        }
    }

    /// The newsletter that speaks for the site: the first that takes readers, else the first.
    #[must_use]
    pub fn first(&self) -> Option<&Newsletter> {
        self.open().next().or(self.newsletters.first())
    }

    /// The newsletters that take readers.
    pub fn open(&self) -> impl Iterator<Item = &Newsletter> {
        self.newsletters.iter().filter(|newsletter| newsletter.is_open())
    }

    /// The open newsletter of a slug, or without a slug the only open one; otherwise what is wrong with the slug.
    pub fn open_newsletter(&self, slug: &str) -> std::result::Result<&Newsletter, FieldErrorKind> {
        if slug.is_empty() {
            let mut open = self.open();
            return open.next().filter(|_| open.next().is_none()).ok_or(FieldErrorKind::Required);
        }
        match self.newsletter(slug) {
            Some(newsletter) if newsletter.is_open() => Ok(newsletter),
            Some(_) => Err(FieldErrorKind::Closed),
            None => Err(FieldErrorKind::Unknown),
        }
    }

    /// The sign-up form with one newsletter chosen; `None` while there is none that takes readers.
    #[must_use]
    pub fn sign_up(&self, chosen: &str) -> Option<SignUpForm> {
        let first = self.open_newsletter(chosen).ok().or(self.open().next())?;
        let several = self.open().count() > 1 && chosen.is_empty();
        let choice = |newsletter: &Newsletter| NewsletterChoice {
            slug: newsletter.slug.clone(),
            name: newsletter.name.clone(),
            description: newsletter.description.clone(),
            consent: newsletter.consent(),
            checked: newsletter.id == first.id,
        };
        Some(SignUpForm {
            promise: if several { self.locale().t("box-choose") } else { first.description.clone() },
            newsletters: self.open().map(choice).collect(),
            shown: self.open().map(Newsletter::consent_mark).collect::<Vec<_>>().join(" "),
            ..SignUpForm::default()
        })
    }
}

/// The frame, or a plain one when the database is away: an error page must not need it.
pub async fn or_plain(app: &App, path: &str) -> Frame {
    let ground = app.db.read(ground).await.unwrap_or_default();
    ground.frame(path, app.clock.now())
}
