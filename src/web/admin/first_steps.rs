//! What a new installation does first: bring articles and readers, and send the first digest.

use super::frame::AdminFrame;
use super::newsletters;
use super::subscribers::NEW_IMPORT;
use crate::newsletter::Newsletter;
use crate::web::parts::Link;

/// One step. A user who may not go there sees its name.
#[derive(Clone, Debug, Default)]
pub struct Step {
    pub link: Link,
    pub text: String,
    pub done: bool,
}

/// What has been done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Done {
    pub articles: bool,
    pub readers: bool,
    pub digest: bool,
}

/// The steps for a newsletter.
#[must_use]
pub fn steps(frame: &AdminFrame, newsletter: &Newsletter, done: Done) -> Vec<Step> {
    let step = |key: &str, url: String, done: bool| {
        let url = if frame.may_enter(&url) { url } else { String::new() };
        Step { link: Link::new(frame.t(key), url), text: frame.t(&format!("{key}.text")), done }
    };
    vec![
        step("admin-step-feeds", "/admin/feeds".into(), done.articles),
        step("admin-step-readers", NEW_IMPORT.into(), done.readers),
        step("admin-step-form", newsletters::embed_path(newsletter), false),
        step("admin-step-digest", "/admin/digests#new".into(), done.digest),
    ]
}
