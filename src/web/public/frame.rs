//! The frame of public pages and their sign-up form, made from the ground.

use super::pages::{Frame, Link, NewsletterChoice, SignUpForm};
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::newsletter::{Newsletter, Topic};
use crate::web::App;
use crate::web::assets::asset_url;

impl Ground {
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

    /// The sign-up form with newsletters chosen by their slugs, or else the first one; `None` while there is none that
    /// takes readers.
    #[must_use]
    pub fn sign_up(&self, chosen: &[&str]) -> Option<SignUpForm> {
        let mut known = chosen.iter().filter_map(|slug| self.open_newsletter(slug).ok());
        let first = known.next().or(self.open().next())?;
        let several = self.open().count() > 1 && chosen.iter().all(|slug| slug.is_empty());
        let choice = |newsletter: &Newsletter| NewsletterChoice {
            slug: newsletter.slug.clone(),
            name: newsletter.name.clone(),
            description: newsletter.description.clone(),
            consent: newsletter.consent(),
            checked: newsletter.id == first.id || chosen.contains(&newsletter.slug.as_str()),
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
    let ground = app.ground().await.unwrap_or_default();
    ground.frame(path, app.clock.now())
}
