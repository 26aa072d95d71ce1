//! The site's settings.

use actix_web::http::StatusCode;
use actix_web::web;
use chrono_tz::Tz;

use super::form::{Form, FormPage, InputKind, Marks, zones};
use super::frame::{AdminFrame, done};
use crate::field::{FieldErrorKind, FieldErrors};
use crate::site::{self, Site};
use crate::text::{self, TextError};
use crate::web::respond::{Answer, page, page_with};
use crate::web::route::get;
use crate::web::{App, Posted, Submitted};

pub const PATH: &str = "/admin/settings";
/// Characters of the name, of the tagline, and of the privacy and imprint pages.
const NAME: usize = 80;
const TAGLINE: usize = 160;
const TEXT: usize = 50_000;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("").route(get(show)).route(web::post().to(save)));
}

async fn show(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let site = app.db.read(site::site).await?;
    let kept = Submitted::from([
        ("site_name", site.name.as_str()),
        ("tagline", &site.tagline),
        ("time_zone", site.time_zone.name()),
        ("privacy", &site.privacy),
        ("imprint", &site.imprint),
    ]);
    page(&settings_page(frame, &kept, &Marks::default()))
}

#[must_use]
pub fn settings_page(frame: AdminFrame, values: &Submitted, wrong: &Marks) -> FormPage {
    let form = Form::to(&frame.locale, PATH)
        .field(InputKind::Line, "site_name", "admin-site-name")
        .required()
        .field(InputKind::Line, "tagline", "admin-tagline")
        .select("time_zone", "admin-time-zone", zones(values.get("time_zone")))
        .hint("admin-site-zone-hint")
        .field(InputKind::LongText, "privacy", "footer-privacy")
        .hint("admin-markdown")
        .field(InputKind::LongText, "imprint", "footer-imprint")
        .hint("admin-markdown");
    let title = frame.t("admin-nav-settings");
    FormPage::new(frame, title, form.fill(values).mark(wrong))
}

async fn save(app: web::Data<App>, posted: Posted<Submitted>) -> Answer {
    let Posted { by, form } = posted;
    match check(&form) {
        Ok(site) => {
            by.act(&app, move |conn, actor, now| site::change(conn, actor, now, &site)).await?;
            Ok(done(PATH, "saved"))
        }
        Err(errors) => {
            let frame = AdminFrame::load(&app, by).await?;
            let wrong = Marks::of_errors(&frame.locale, &errors);
            page_with(StatusCode::UNPROCESSABLE_ENTITY, &settings_page(frame, &form, &wrong))
        }
    }
}

/// The site of a form, or what is wrong with its fields.
fn check(form: &Submitted) -> Result<Site, FieldErrors> {
    let mut errors = FieldErrors::default();
    let name = errors.required_line("site_name", form.get("site_name"), NAME);
    let tagline = errors.line("tagline", form.get("tagline"), TAGLINE);
    let time_zone =
        errors.check("time_zone", form.get("time_zone").parse::<Tz>().map_err(|_| FieldErrorKind::NotATimeZone));
    let privacy = errors.check("privacy", markdown(form.get("privacy"))).unwrap_or_default();
    let imprint = errors.check("imprint", markdown(form.get("imprint"))).unwrap_or_default();
    let time_zone = time_zone.unwrap_or(Tz::UTC);
    errors.or(Site { name, tagline, time_zone, privacy, imprint })
}

/// The checked name of the site.
pub(super) fn site_name(form: &Submitted) -> Result<String, FieldErrors> {
    let mut errors = FieldErrors::default();
    let name = errors.required_line("site_name", form.get("site_name"), NAME);
    errors.or(name)
}

/// Markdown with line breaks as `\n`, and without characters that cannot stand in a page.
fn markdown(submitted: &str) -> Result<String, TextError> {
    let unified = submitted.replace("\r\n", "\n").trim_end().to_owned();
    if unified.chars().count() > TEXT {
        return Err(TextError::TooLong { max: TEXT });
    }
    if unified.chars().all(text::is_harmless) { Ok(unified) } else { Err(TextError::Control) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_keeps_its_line_breaks() {
        assert_eq!(markdown("One  \r\nTwo\r\n\r\n    code\n").unwrap(), "One  \nTwo\n\n    code");
        assert!(markdown("a\u{0}").is_err());
        assert!(markdown(&"x".repeat(TEXT + 1)).is_err());
    }
}
