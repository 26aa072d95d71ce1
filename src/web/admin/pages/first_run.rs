//! After the first newsletter: a test of the relay, and what came of it.
use askama::Template;

use super::frame::AdminFrame;
use super::table::{Badge, Button};
use crate::web::public::pages::Link;

/// What became of the test mail.
#[derive(Clone, Debug, Default)]
pub struct TrialOutcome {
    pub state: Badge,
    /// In our words; may be empty.
    pub reason: String,
    /// The relay's own words; may be empty.
    pub reply: String,
    /// What the relay suffers from and how to mend it, while the mail waits.
    pub trouble: Option<String>,
    /// Whether nothing more will come of it.
    pub ended: bool,
}

#[derive(Template)]
#[template(path = "admin/trial.html")]
pub struct TrialPage {
    pub frame: AdminFrame,
    pub newsletter: Link,
    /// The editor's own address.
    pub address: String,
    /// Where the mails are kept, when they are not sent.
    pub outbox: Option<Link>,
    pub outcome: Option<TrialOutcome>,
    pub buttons: Vec<Button>,
    /// What to do next.
    pub next: Vec<Link>,
}

impl TrialPage {
    #[must_use]
    pub fn sample() -> Self {
        let frame = AdminFrame::sample("/admin");
        let outcome = TrialOutcome {
            state: Badge::of(&frame.locale, "deferred"),
            reply: "451 4.7.1 Greylisted, try again in five minutes".into(),
            ..TrialOutcome::default()
        };
        Self {
            newsletter: Link { name: "The Morning Tide".into(), url: "/admin/newsletters/1".into() },
            address: "marit@ledger.example".into(),
            outbox: Some(Link { name: frame.t("admin-nav-outbox"), url: "/admin/outbox".into() }),
            outcome: Some(outcome),
            buttons: vec![Button::to("/admin/first-run/test", frame.t("admin-first-run-test")).main()],
            next: vec![Link { name: frame.t("admin-nav-dashboard"), url: "/admin".into() }],
            frame,
        }
    }
}
