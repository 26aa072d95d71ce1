//! The publisher's own pages: privacy and imprint, Markdown in the settings.

use actix_web::web;

use super::pages::TextPage;
use crate::assembly::ground::Ground;
use crate::html::SafeHtml;
use crate::markup;
use crate::web::App;
use crate::web::respond::{Answer, page};

pub async fn privacy(app: web::Data<App>) -> Answer {
    let ground = app.ground().await?;
    page(&text(&app, &ground, "/privacy", "footer-privacy", &ground.site.privacy))
}

pub async fn imprint(app: web::Data<App>) -> Answer {
    let ground = app.ground().await?;
    page(&text(&app, &ground, "/imprint", "footer-imprint", &ground.site.imprint))
}

fn text(app: &App, ground: &Ground, path: &str, title: &str, markdown: &str) -> TextPage {
    let frame = ground.frame(path, app.clock.now());
    let body = if markdown.trim().is_empty() {
        markup::plain_to_html(&frame.t("text-empty"))
    } else {
        markup::lower_headings(&markup::markdown_to_html(markdown))
    };
    TextPage { title: frame.t(title), body: SafeHtml::vouched(body), frame }
}
