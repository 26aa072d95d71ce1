//! The first page after sign-in: numbers, what runs, what trends, what failed.
use askama::Template;

use super::chart::Drawing;
use super::digests::Progress;
use super::frame::AdminFrame;
use super::table::Badge;
use crate::web::public::pages::Link;

/// A number with its name.
#[derive(Clone, Debug, Default)]
pub struct Stat {
    pub label: String,
    pub value: String,
    /// May be empty.
    pub note: String,
    /// May be empty.
    pub url: String,
}

/// Something that an editor should see to; the URL of its link is empty for one who may not go there.
#[derive(Clone, Debug, Default)]
pub struct Notice {
    pub text: String,
    pub link: Link,
}

/// A dispatch that is under way.
#[derive(Clone, Debug, Default)]
pub struct DispatchRow {
    pub name: String,
    pub url: String,
    pub state: Badge,
    pub progress: Progress,
}

/// A digest that is not yet on its way.
#[derive(Clone, Debug, Default)]
pub struct PreparedRow {
    pub name: String,
    pub url: String,
    pub state: Badge,
    /// When it goes out, or was changed last.
    pub when: String,
}

/// A delivery that failed lately.
#[derive(Clone, Debug, Default)]
pub struct Failure {
    pub recipient: String,
    pub when: String,
    pub reason: String,
    /// How many others have the same answer, in words; may be empty.
    pub more: String,
    pub url: String,
}

#[derive(Template)]
#[template(path = "admin/dashboard.html")]
pub struct DashboardPage {
    pub frame: AdminFrame,
    pub notices: Vec<Notice>,
    pub stats: Vec<Stat>,
    pub dispatches: Vec<DispatchRow>,
    pub prepared: Vec<PreparedRow>,
    /// Mails of the last digests.
    pub sent: Drawing,
    /// Title, URL in the administration, score as shown; most trending first.
    pub trending: Vec<(Link, String)>,
    pub failures: Vec<Failure>,
}
