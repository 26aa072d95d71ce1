//! The sign-up form on other sites: the page that shows what to paste, and the script that keeps the reader where they are.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};
use askama::Template;

use super::pages::{EmbedForm, EmbedPage};
use crate::links::Links;
use crate::newsletter::Newsletter;
use crate::web::assets::embed_script;
use crate::web::respond::{Answer, page};
use crate::web::{App, Refusal};

/// What a publisher pastes, with the script and without.
pub async fn show(app: web::Data<App>, newsletter: web::Path<String>) -> Answer {
    let ground = app.ground().await?;
    let newsletter = ground.open_newsletter(&newsletter).map_err(|_| Refusal::NotFound)?;
    let frame = ground.frame("/embed", app.clock.now());
    page(&EmbedPage { snippet: form(&app.links, newsletter)?, name: newsletter.name.clone(), frame })
}

/// A newsletter's form with the script that keeps the reader on the page.
pub fn form(links: &Links, newsletter: &Newsletter) -> Result<String, Refusal> {
    let form = EmbedForm {
        locale: newsletter.locale(),
        newsletter: &newsletter.slug,
        consent: &newsletter.consent(),
        shown: &newsletter.consent_mark(),
        action: &links.to("/subscribe"),
        script: &links.to("/embed.js"),
    };
    Ok(form.render()?)
}

/// Not under a hashed name, because publishers paste this one.
pub async fn script() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .content_type("text/javascript; charset=utf-8")
        .body(embed_script())
}
