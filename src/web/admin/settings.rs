//! The site's settings.

use actix_web::http::StatusCode;
use actix_web::web;
use chrono_tz::Tz;
use serde::Deserialize;

use super::pages::{FormPage, SettingsForm};
use super::parts::{Said, done, frame_said, zones};
use crate::site::{self, Site};
use crate::text;
use crate::web::public::pages::Field;
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, SignedIn};

const SETTINGS: &str = "/admin/settings";
/// Characters of the name, of the line below it, and of a page of the site's own words.
const NAME: usize = 80;
const TAGLINE: usize = 160;
const PAGE: usize = 50_000;

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes.service(web::resource(SETTINGS).route(get(show)).route(web::post().to(save)));
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    site_name: String,
    tagline: String,
    time_zone: String,
    privacy: String,
    imprint: String,
}

/// What is wrong with the name of the site, in words; the name without it.
pub(super) fn site_name(typed: &str) -> Result<String, Option<String>> {
    match text::single_line(typed, NAME) {
        Ok(name) if name.is_empty() => Err(None),
        Ok(name) => Ok(name),
        Err(error) => Err(Some(error.to_string())),
    }
}

async fn show(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, SETTINGS, &said).await?;
    let site = app.db.read(site::site).await?;
    let fields = SettingsForm {
        site_name: Field::of(site.name),
        tagline: Field::of(site.tagline),
        time_zones: zones(site.time_zone.name()),
        privacy: Field::of(site.privacy),
        imprint: Field::of(site.imprint),
    };
    page(&FormPage::settings(frame, fields))
}

async fn save(app: web::Data<App>, posted: Posted<Typed>) -> Answer {
    let Posted { by, form } = posted;
    let name = site_name(&form.site_name);
    let tagline = text::single_line(&form.tagline, TAGLINE);
    let (privacy, imprint) = (markdown(&form.privacy), markdown(&form.imprint));
    let zone = form.time_zone.parse::<Tz>();
    let site = match (name, tagline, zone, privacy, imprint) {
        (Ok(name), Ok(tagline), Ok(time_zone), Ok(privacy), Ok(imprint)) => {
            Site { name, tagline, time_zone, privacy, imprint }
        }
        (name, tagline, _, privacy, imprint) => {
            let frame = frame_said(&app, &by, SETTINGS, &Said::default()).await?;
            let error = name.err().map(|error| error.unwrap_or_else(|| frame.t("error-site-name-missing")));
            let fields = SettingsForm {
                site_name: Field { value: form.site_name, error },
                tagline: Field { value: form.tagline, error: tagline.err().map(|error| error.to_string()) },
                time_zones: zones(&form.time_zone),
                privacy: Field { value: form.privacy, error: privacy.err() },
                imprint: Field { value: form.imprint, error: imprint.err() },
            };
            return page_with(StatusCode::UNPROCESSABLE_ENTITY, &FormPage::settings(frame, fields).with_problem());
        }
    };
    let now = app.clock.now();
    app.db.write(move |conn| site::change(conn, &by.actor, now, &site)).await?;
    Ok(done(SETTINGS, "saved"))
}

/// A page of Markdown as typed: line breaks as they mean something, nothing that cannot stand in a page.
fn markdown(typed: &str) -> Result<String, String> {
    let unified = typed.replace("\r\n", "\n").trim_end().to_owned();
    if unified.chars().count() > PAGE {
        return Err(text::TextError::TooLong { max: PAGE }.to_string());
    }
    if unified.chars().all(text::is_harmless) { Ok(unified) } else { Err(text::TextError::Control.to_string()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_keeps_its_line_breaks() {
        assert_eq!(markdown("One  \r\nTwo\r\n\r\n    code\n").unwrap(), "One  \nTwo\n\n    code");
        assert!(markdown("a\u{0}").is_err());
        assert!(markdown(&"x".repeat(PAGE + 1)).is_err());
    }
}
