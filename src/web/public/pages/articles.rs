//! Pages of articles and digests: front, article, topic, search, archive, one digest.
use askama::Template;

use super::frame::{Card, Day, DigestLink, Frame};
use super::sign_up::SignUpForm;
use crate::html::SafeHtml;
use crate::web::parts::{Link, Pager};

#[derive(Template)]
#[template(path = "public/front.html")]
pub struct FrontPage {
    pub frame: Frame,
    /// The story that trends most.
    pub lead: Option<Card>,
    /// The stories after it, in order.
    pub trending: Vec<Card>,
    /// What is new and not above.
    pub more: Vec<Card>,
    pub digests: Vec<DigestLink>,
    pub sign_up: Option<SignUpForm>,
}

/// Where an article comes from; the URL may be empty.
#[derive(Clone, Debug, Default)]
pub struct Source {
    pub name: String,
    pub url: String,
}

#[derive(Template)]
#[template(path = "public/article.html")]
pub struct ArticlePage {
    pub frame: Frame,
    pub title: String,
    pub date: Day,
    pub summary: String,
    pub body: SafeHtml,
    pub image: Option<String>,
    /// Whether it stands above the body: not where the body has it too.
    pub shows_image: bool,
    pub topics: Vec<Link>,
    pub trending: bool,
    pub contact: String,
    pub source: Option<Source>,
    pub author: Option<String>,
    /// The language of its text.
    pub lang: String,
    /// Absolute URL that search engines keep.
    pub canonical: String,
    /// What they read of it, as JSON without a `<`; empty for none.
    pub structured: SafeHtml,
    pub similar: Vec<Card>,
    pub sign_up: Option<SignUpForm>,
}

#[derive(Template)]
#[template(path = "public/topic.html")]
pub struct TopicPage {
    pub frame: Frame,
    pub topic: String,
    pub articles: Vec<Card>,
    pub pager: Pager,
    pub sign_up: Option<SignUpForm>,
}

#[derive(Template)]
#[template(path = "public/search.html")]
pub struct SearchPage {
    pub frame: Frame,
    pub query: String,
    /// Whether a search was made: an empty query is not.
    pub searched: bool,
    pub total: i64,
    /// Whether there may be more than `total`.
    pub is_capped: bool,
    pub articles: Vec<Card>,
    pub pager: Pager,
    pub problem: Option<String>,
}

impl SearchPage {
    const fn found_key(&self) -> &'static str {
        if self.is_capped { "search-found-capped" } else { "search-found" }
    }
}

#[derive(Template)]
#[template(path = "public/archive.html")]
pub struct ArchivePage {
    pub frame: Frame,
    pub digests: Vec<DigestLink>,
    pub pager: Pager,
    pub sign_up: Option<SignUpForm>,
}

#[derive(Template)]
#[template(path = "public/digest.html")]
pub struct DigestPage {
    pub frame: Frame,
    pub subject: String,
    pub newsletter: String,
    pub date: Day,
    /// Absolute URL of this page.
    pub canonical: String,
    pub introduction: SafeHtml,
    /// Where one writes about it.
    pub contact: String,
    pub contact_url: String,
    pub articles: Vec<Card>,
    /// The digests sent before and after this one.
    pub pager: Pager,
    pub sign_up: Option<SignUpForm>,
}
