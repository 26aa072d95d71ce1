//! The page of a secret that is shown once and never again: a sign-in link, an API key.

use askama::Template;

use super::frame::AdminFrame;
use crate::web::parts::Link;

#[derive(Template)]
#[template(path = "admin/shown_once.html")]
pub struct ShownOncePage {
    pub frame: AdminFrame,
    pub back: Link,
    pub title: String,
    pub text: String,
    pub secret: String,
}
