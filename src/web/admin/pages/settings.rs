//! Settings, account, suppressions, audit log.
use askama::Template;

use super::door::Holder;
use super::form::{FormPage, Input, InputKind};
use super::frame::AdminFrame;
use super::list::{AddForm, ListPage};
use super::table::{Badge, Button, Cell, Table};
use crate::web::public::pages::{Choice, Field, Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct AuditRow {
    /// In few words, and in full.
    pub when: (String, String),
    pub user: String,
    pub action: String,
    /// Where what it was done to is seen.
    pub url: Option<String>,
    pub detail: String,
}

#[derive(Clone, Debug, Default)]
pub struct SuppressionRow {
    /// The address, or its digest where it has been erased.
    pub address: String,
    pub reason: String,
    /// May be empty.
    pub detail: String,
    pub when: String,
    pub buttons: Vec<Button>,
}

#[derive(Clone, Debug, Default)]
pub struct SessionRow {
    /// Make and system, in words.
    pub browser: String,
    /// What the browser calls itself.
    pub agent: String,
    /// The network address.
    pub client: String,
    pub started: String,
    pub last_seen: String,
    pub current: bool,
    pub buttons: Vec<Button>,
}

impl ListPage {
    /// `who` and `what` are the filters.
    #[must_use]
    pub fn audit(frame: AdminFrame, rows: Vec<AuditRow>, who: Vec<Choice>, what: Vec<Choice>, pager: Pager) -> Self {
        let l = frame.locale.clone();
        let row = |row: AuditRow| {
            let action = Cell { url: row.url, ..Cell::text(row.action).note(row.detail) };
            vec![Cell::moment(row.when), Cell::text(row.user), action]
        };
        let labels = vec![frame.when_label(), l.t("admin-who"), l.t("admin-what")];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-audit"), labels, rows, l.t("admin-nothing"));
        let search = vec![Input::select("who", l.t("admin-who"), who), Input::select("what", l.t("admin-what"), what)];
        let title = l.t("admin-nav-audit");
        Self { search, ..Self::new(frame, title, table, pager) }
    }

    /// The add form posts `email` to `/admin/suppressions`; `added` is what was typed there.
    #[must_use]
    pub fn suppressions(frame: AdminFrame, rows: Vec<SuppressionRow>, query: &str, added: Field, pager: Pager) -> Self {
        let l = frame.locale.clone();
        let row = |row: SuppressionRow| {
            vec![
                Cell::text(row.address),
                Cell::text(row.reason).note(row.detail),
                Cell::text(row.when),
                Cell::buttons(row.buttons),
            ]
        };
        let labels = vec![l.t("field-email"), l.t("admin-reason"), l.t("admin-when"), l.t("admin-do")];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-suppressions"), labels, rows, l.t("admin-suppressions-none"));
        let email = Input::new(InputKind::Email, "email", l.t("field-email"), added.value).required();
        let add = AddForm {
            title: l.t("admin-suppression-add"),
            url: "/admin/suppressions".into(),
            inputs: vec![email.wrong(added.error)],
            label: l.t("admin-suppression-add"),
        };
        let search = vec![Input::new(InputKind::Search, "q", l.t("admin-suppressions-search"), query)];
        let (title, text) = (l.t("admin-nav-suppressions"), l.t("admin-suppressions-text"));
        Self { text, search, add: Some(add), ..Self::new(frame, title, table, pager) }
    }
}

impl FormPage {
    /// Posts to `/admin/settings`; the fields have the names here.
    #[must_use]
    pub fn settings(frame: AdminFrame, fields: SettingsForm) -> Self {
        let l = frame.locale.clone();
        let of = |kind, name: &str, label: String, field: Field| {
            Input::new(kind, name, label, field.value).wrong(field.error)
        };
        let inputs = vec![
            of(InputKind::Line, "site_name", l.t("admin-site-name"), fields.site_name).required(),
            of(InputKind::Line, "tagline", l.t("admin-tagline"), fields.tagline),
            Input::select("time_zone", l.t("admin-time-zone"), fields.time_zones).hint(l.t("admin-site-zone-hint")),
            of(InputKind::LongText, "privacy", l.t("footer-privacy"), fields.privacy).hint(l.t("admin-markdown")),
            of(InputKind::LongText, "imprint", l.t("footer-imprint"), fields.imprint).hint(l.t("admin-markdown")),
        ];
        let (title, label) = (l.t("admin-nav-settings"), l.t("preferences-save"));
        Self::new(frame, title, "/admin/settings".into(), inputs, label)
    }

    /// Asks whether a person is to be erased; posts `asked` and `sure` to `{person}/erase`, where `person` is the path of their page.
    #[must_use]
    pub fn erase(frame: AdminFrame, email: &str, person: &str) -> Self {
        let sure = Input::checkbox("sure", frame.t("admin-erase-sure"), false);
        let asked = Input::new(InputKind::Hidden, "asked", String::new(), "yes");
        let (title, text) = (frame.t1("admin-erase-title", "email", email), frame.t("admin-erase-text"));
        let label = frame.t("admin-erase");
        let back = Some(Link { name: email.to_owned(), url: person.to_owned() });
        Self { text, back, ..Self::new(frame, title, format!("{person}/erase"), vec![asked, sure], label) }
    }
}

/// What the settings ask.
#[derive(Clone, Debug, Default)]
pub struct SettingsForm {
    pub site_name: Field,
    pub tagline: Field,
    pub time_zones: Vec<Choice>,
    pub privacy: Field,
    pub imprint: Field,
}

/// One's own password and sessions.
#[derive(Template)]
#[template(path = "admin/account.html")]
pub struct AccountPage {
    pub frame: AdminFrame,
    pub title: String,
    /// What the user signs in as.
    pub who: String,
    /// Posts `password`, `password_new` and `password_again` to `/admin/account/password`.
    pub inputs: Vec<Input>,
    pub sessions: Table,
    pub buttons: Vec<Button>,
}

impl AccountPage {
    /// `wrong` and `weak` are what is wrong with the old and the new password.
    #[must_use]
    pub fn new(
        frame: AdminFrame,
        holder: Holder<'_>,
        sessions: Vec<SessionRow>,
        wrong: Option<String>,
        weak: Option<String>,
    ) -> Self {
        let l = frame.locale.clone();
        let password = |name: &str, label: String, complete: &str| {
            Input::new(InputKind::Password, name, label, "").required().complete(complete)
        };
        let now = password("password", l.t("admin-password-now"), "current-password");
        let mut inputs = vec![
            now.hint(l.t("admin-password-forgotten")).wrong(wrong),
            password("password_new", l.t("admin-password-new"), "new-password")
                .hint(l.t("admin-password-hint"))
                .wrong(weak),
            password("password_again", l.t("admin-password-again"), "new-password"),
        ];
        // Who came by a link and has none yet has none to name.
        inputs.retain(|input| holder.has_password || input.name != "password");
        let row = |row: SessionRow| {
            let mut browser = Cell { title: row.agent, ..Cell::text(row.browser).note(row.client) };
            if row.current {
                browser.badges.push(Badge { label: l.t("admin-session-this"), ..Badge::of(&l, "ok") });
            }
            vec![browser, Cell::text(row.started), Cell::text(row.last_seen), Cell::buttons(row.buttons)]
        };
        let labels = vec![l.t("admin-session"), l.t("admin-since"), l.t("admin-last-seen"), l.t("admin-do")];
        let rows = sessions.into_iter().map(row).collect();
        let sessions = Table::new(l.t("admin-sessions"), labels, rows, l.t("admin-nothing"));
        let others = Button::to("/admin/account/sessions/end-others", l.t("admin-sessions-end-others"));
        let who = l.t1("admin-account-address", "address", holder.address);
        Self { title: l.t("admin-nav-account"), who, frame, inputs, sessions, buttons: vec![others] }
    }
}
