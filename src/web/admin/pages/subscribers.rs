//! Subscribers: the list, and one with the whole history.
use askama::Template;

use super::deliveries::{DeliveryRow, deliveries};
use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::list::{AddForm, ListPage};
use super::table::{Badge, Button, Cell, Table};
use crate::web::public::pages::{Choice, Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct SubscriberRow {
    pub email: String,
    pub name: String,
    pub url: String,
    /// Newsletter and state (`pending`, `confirmed`, `unsubscribed`, `paused`).
    pub subscriptions: Vec<(String, String)>,
    /// Whether no mail goes there, whatever the state says.
    pub suppressed: bool,
    pub since: String,
}

impl ListPage {
    /// `newsletters` and `states` are the filters; the add form posts `email`, `name` and `newsletter`.
    #[must_use]
    pub fn subscribers(
        frame: AdminFrame,
        rows: Vec<SubscriberRow>,
        query: &str,
        newsletters: Vec<Choice>,
        states: Vec<Choice>,
        pager: Pager,
    ) -> Self {
        let l = frame.locale.clone();
        let row = |row: SubscriberRow| {
            let badges = row.subscriptions.iter().map(|(newsletter, state)| {
                let badge = Badge::of(&l, state).unless(row.suppressed);
                Badge { label: format!("{newsletter}: {}", badge.label), ..badge }
            });
            let badges = badges.chain(row.suppressed.then(|| Badge::suppressed(&l)));
            vec![
                Cell::link(row.email, row.url).note(row.name),
                Cell { badges: badges.collect(), ..Cell::default() },
                Cell::text(row.since),
            ]
        };
        let rows = rows.into_iter().map(row).collect();
        let labels = vec![l.t("field-email"), l.t("admin-subscriptions"), l.t("admin-since")];
        let table = Table::new(l.t("admin-nav-subscribers"), labels, rows, l.t("admin-subscribers-none"));
        let search = vec![
            Input::new(InputKind::Search, "q", l.t("admin-subscribers-search"), query),
            Input::select("newsletter", l.t("field-newsletter"), newsletters.clone()),
            Input::select("state", l.t("admin-state"), states),
        ];
        let chosen: Vec<Choice> = newsletters.into_iter().filter(|choice| !choice.value.is_empty()).collect();
        let add = AddForm {
            title: l.t("admin-subscriber-add"),
            url: "/admin/subscribers".into(),
            inputs: vec![
                Input::new(InputKind::Email, "email", l.t("field-email"), "").required(),
                Input::new(InputKind::Line, "name", l.t("admin-newsletter-name"), "").hint(l.t("field-name-hint")),
                Input { name: "newsletter".into(), ..Input::select("add", l.t("field-newsletter"), chosen) },
            ],
            label: l.t("admin-subscriber-add-button"),
        };
        let title = l.t("admin-nav-subscribers");
        Self { search, add: Some(add), ..Self::new(frame, title, table, pager) }
    }
}

/// A line of the consent ledger.
#[derive(Clone, Debug, Default)]
pub struct ConsentRow {
    pub when: String,
    pub what: String,
    pub wording: String,
    /// Client address, form or user it came from.
    pub from: String,
}

/// A subscription of one person.
#[derive(Clone, Debug, Default)]
pub struct SubscriptionRow {
    pub newsletter: String,
    /// `pending`, `confirmed`, `unsubscribed` or `paused`.
    pub state: String,
    /// Until when it rests; may be empty.
    pub until: String,
    pub since: String,
    pub buttons: Vec<Button>,
}

/// An enquiry of one person.
#[derive(Clone, Debug, Default)]
pub struct AskedRow {
    pub subject: String,
    pub url: String,
    pub state: String,
    /// In few words, and in full.
    pub when: (String, String),
}

/// What a person's page tells, table by table.
#[derive(Clone, Debug, Default)]
pub struct History {
    pub subscriptions: Vec<SubscriptionRow>,
    pub consents: Vec<ConsentRow>,
    pub deliveries: Vec<DeliveryRow>,
    pub enquiries: Vec<AskedRow>,
}

#[derive(Template)]
#[template(path = "admin/subscriber.html")]
pub struct SubscriberPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub email: String,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    /// Why no mail goes to this address; none where it does.
    pub suppressed: Option<String>,
    pub tables: Vec<Table>,
    pub buttons: Vec<Button>,
}

impl SubscriberPage {
    #[must_use]
    pub fn new(
        frame: AdminFrame,
        email: String,
        facts: Vec<(String, String)>,
        suppressed: Option<String>,
        history: History,
        buttons: Vec<Button>,
    ) -> Self {
        let tables = vec![
            subscriptions(&frame, history.subscriptions, suppressed.is_some()),
            ledger(&frame, history.consents),
            deliveries(&frame, history.deliveries, true),
            asked(&frame, history.enquiries),
        ];
        let back = Link { name: frame.t("admin-nav-subscribers"), url: "/admin/subscribers".into() };
        Self { frame, back, email, facts, suppressed, tables, buttons }
    }
}

fn subscriptions(frame: &AdminFrame, rows: Vec<SubscriptionRow>, suppressed: bool) -> Table {
    let l = &frame.locale;
    let row = |row: SubscriptionRow| {
        let badge = Badge::of(l, &row.state).unless(suppressed);
        let badges = std::iter::once(badge).chain(suppressed.then(|| Badge::suppressed(l))).collect();
        let state = Cell { badges, ..Cell::default() }.note(row.until);
        vec![Cell::text(row.newsletter), state, Cell::text(row.since), Cell::buttons(row.buttons)]
    };
    let labels = vec![l.t("field-newsletter"), l.t("admin-state"), l.t("admin-since"), l.t("admin-do")];
    Table::new(l.t("admin-subscriptions"), labels, rows.into_iter().map(row).collect(), l.t("admin-nothing"))
}

fn ledger(frame: &AdminFrame, rows: Vec<ConsentRow>) -> Table {
    let l = &frame.locale;
    let row =
        |row: ConsentRow| vec![Cell::text(row.when), Cell::text(row.what).note(row.wording), Cell::text(row.from)];
    let labels = vec![l.t("admin-when"), l.t("admin-what"), l.t("admin-from")];
    Table::new(l.t("admin-consents"), labels, rows.into_iter().map(row).collect(), l.t("admin-nothing"))
}

fn asked(frame: &AdminFrame, rows: Vec<AskedRow>) -> Table {
    let l = &frame.locale;
    let row = |row: AskedRow| {
        vec![Cell::link(row.subject, row.url), Cell::badge(Badge::of(l, &row.state)), Cell::moment(row.when)]
    };
    let labels = vec![l.t("field-subject"), l.t("admin-state"), frame.when_label()];
    Table::new(l.t("admin-nav-enquiries"), labels, rows.into_iter().map(row).collect(), l.t("admin-enquiries-none"))
}
