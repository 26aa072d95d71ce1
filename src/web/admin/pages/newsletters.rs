//! Newsletters and feeds: lists and forms.
use super::form::{FormPage, Input, InputKind};
use super::frame::AdminFrame;
use super::list::{AddForm, ListPage};
use super::table::{Badge, Button, Cell, Table};
use crate::web::public::pages::{Choice, Field, Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct NewsletterRow {
    pub name: String,
    pub url: String,
    pub sender: String,
    pub closed: bool,
    pub confirmed: i64,
    pub pending: i64,
    pub last_sent: String,
}

#[derive(Clone, Debug, Default)]
pub struct FeedRow {
    pub title: String,
    /// Path of its page.
    pub page: String,
    /// Names, separated by commas.
    pub topics: String,
    pub url: String,
    /// `ok`, `broken`, `gone` or `new`.
    pub state: String,
    /// The error of the last try; may be empty.
    pub error: String,
    pub articles: i64,
    pub fetched: String,
    pub next: String,
    pub buttons: Vec<Button>,
}

impl ListPage {
    #[must_use]
    pub fn newsletters(frame: AdminFrame, rows: Vec<NewsletterRow>) -> Self {
        let l = frame.locale.clone();
        let row = |row: NewsletterRow| {
            let badges = if row.closed { vec![Badge::of(&l, "closed")] } else { Vec::new() };
            vec![
                Cell { badges, ..Cell::link(row.name, row.url).note(row.sender) },
                Cell::number(&l, row.confirmed),
                Cell::number(&l, row.pending),
                Cell::text(row.last_sent),
            ]
        };
        let labels =
            vec![l.t("field-newsletter"), l.t("state-confirmed"), l.t("state-pending"), l.t("admin-last-sent")];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-newsletters"), labels, rows, l.t("admin-newsletters-none"));
        let links = vec![Link { name: l.t("admin-newsletter-new"), url: "/admin/newsletters/new".into() }];
        let title = l.t("admin-nav-newsletters");
        Self { links, ..Self::new(frame, title, table, Pager::default()) }
    }

    /// The add form posts `url` and `topics` to `/admin/feeds`; these are what was typed there.
    #[must_use]
    pub fn feeds(frame: AdminFrame, rows: Vec<FeedRow>, added: Field, topics: Input) -> Self {
        let l = frame.locale.clone();
        let row = |row: FeedRow| {
            vec![
                Cell::link(row.title, row.page).note(row.url),
                Cell::badge(Badge::of(&l, &row.state)).reply(row.error),
                Cell::text(row.topics),
                Cell::number(&l, row.articles),
                Cell::text(row.fetched).note(row.next),
                Cell::buttons(row.buttons),
            ]
        };
        let labels = vec![
            l.t("admin-feed"),
            l.t("admin-state"),
            l.t("front-topics"),
            l.t("admin-nav-articles"),
            l.t("admin-feed-fetched"),
            l.t("admin-do"),
        ];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-feeds"), labels, rows, l.t("admin-feeds-none"));
        let url = Input::new(InputKind::Url, "url", l.t("admin-feed-url"), added.value).required().wrong(added.error);
        let add = AddForm {
            title: l.t("admin-feed-add"),
            url: "/admin/feeds".into(),
            inputs: vec![url.hint(l.t("admin-feed-url-hint")), topics],
            label: l.t("admin-feed-add"),
        };
        let title = l.t("admin-nav-feeds");
        Self { add: Some(add), ..Self::new(frame, title, table, Pager::default()) }
    }
}

/// What the newsletter form asks; the names of its fields are the names here.
#[derive(Clone, Debug, Default)]
pub struct NewsletterForm {
    pub name: Field,
    pub slug: Field,
    pub description: Field,
    pub sender: Field,
    pub contact: Field,
    pub postal_address: Field,
    pub time_zones: Vec<Choice>,
    pub consent: Field,
    /// The wording where there is none of its own.
    pub usual_consent: String,
    pub articles: Field,
    pub window_days: Field,
    pub topics: Vec<Choice>,
    pub count_clicks: bool,
    pub link_to_source: bool,
    pub embed_origins: Field,
}

impl NewsletterForm {
    /// The fields that a first newsletter needs.
    #[must_use]
    pub fn first_inputs(self, frame: &AdminFrame) -> Vec<Input> {
        let l = &frame.locale;
        let of = |kind, name: &str, label: String, field: Field| {
            Input::new(kind, name, label, field.value).wrong(field.error)
        };
        vec![
            of(InputKind::Line, "name", l.t("admin-newsletter-name"), self.name).required(),
            of(InputKind::Line, "slug", l.t("admin-slug"), self.slug).hint(l.t("admin-slug-hint")),
            of(InputKind::Line, "sender", l.t("admin-sender"), self.sender).required().hint(l.t("admin-sender-hint")),
            of(InputKind::Email, "contact", l.t("admin-contact"), self.contact)
                .required()
                .hint(l.t("admin-contact-hint")),
            of(InputKind::Text, "postal_address", l.t("admin-postal"), self.postal_address)
                .required()
                .hint(l.t("admin-postal-hint")),
        ]
    }

    /// All fields.
    #[must_use]
    pub fn inputs(self, frame: &AdminFrame) -> Vec<Input> {
        let l = &frame.locale;
        let of = |kind, name: &str, label: String, field: &Field| {
            Input::new(kind, name, label, field.value.clone()).wrong(field.error.clone())
        };
        let mut more = vec![
            Input::select("time_zone", l.t("admin-time-zone"), self.time_zones.clone())
                .hint(l.t("admin-newsletter-zone-hint")),
            of(InputKind::Line, "description", l.t("admin-description"), &self.description)
                .hint(l.t("admin-description-hint")),
            of(InputKind::Text, "consent", l.t("admin-consent"), &self.consent).hint(l.t1(
                "admin-consent-hint",
                "usual",
                &self.usual_consent,
            )),
            of(InputKind::Number, "articles", l.t("admin-rule-articles"), &self.articles).required(),
            of(InputKind::Number, "window_days", l.t("admin-rule-days"), &self.window_days).required(),
            Input {
                options: self.topics.clone(),
                ..Input::new(InputKind::Checkboxes, "topics", l.t("front-topics"), "").hint(l.t("admin-topics-hint"))
            },
            Input::checkbox("count_clicks", l.t("admin-count-clicks"), self.count_clicks)
                .hint(l.t("admin-count-clicks-hint")),
            Input::checkbox("link_to_source", l.t("admin-link-to-source"), self.link_to_source)
                .hint(l.t("admin-link-to-source-hint")),
            of(InputKind::Text, "embed_origins", l.t("admin-embed"), &self.embed_origins).hint(l.t("admin-embed-hint")),
        ];
        more.retain(|input| input.kind != InputKind::Checkboxes || !input.options.is_empty());
        let mut all = self.first_inputs(frame);
        all.extend(more);
        all
    }
}

impl FormPage {
    #[must_use]
    pub fn newsletter(frame: AdminFrame, title: String, url: String, form: NewsletterForm) -> Self {
        let inputs = form.inputs(&frame);
        let back = Some(Link { name: frame.t("admin-nav-newsletters"), url: "/admin/newsletters".into() });
        let label = frame.t("preferences-save");
        Self { back, ..Self::new(frame, title, url, inputs, label) }
    }

    /// The page of the first run: the site's name and the first newsletter.
    #[must_use]
    pub fn first_run(frame: AdminFrame, site_name: Field, form: NewsletterForm) -> Self {
        let name = Input::new(InputKind::Line, "site_name", frame.t("admin-site-name"), site_name.value);
        let mut inputs = vec![name.required().wrong(site_name.error)];
        inputs.extend(form.first_inputs(&frame));
        let (title, text) = (frame.t("admin-first-run"), frame.t("admin-first-run-text"));
        let label = frame.t("admin-first-run-button");
        Self { text, ..Self::new(frame, title, "/admin/first-run".into(), inputs, label) }
    }

    /// A feed's topics; its buttons are filled in by the caller.
    #[must_use]
    pub fn feed(frame: AdminFrame, title: String, text: String, url: String, topics: Input) -> Self {
        let back = Some(Link { name: frame.t("admin-nav-feeds"), url: "/admin/feeds".into() });
        let label = frame.t("preferences-save");
        Self { text, back, ..Self::new(frame, title, url, vec![topics], label) }
    }
}
