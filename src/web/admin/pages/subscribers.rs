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
                let badge = Badge::of(&l, state);
                Badge { label: format!("{newsletter}: {}", badge.label), ..badge }
            });
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
    pub subscriptions: Table,
    pub consents: Table,
    pub deliveries: Table,
    pub buttons: Vec<Button>,
}

impl SubscriberPage {
    fn tables(&self) -> [&Table; 3] {
        [&self.subscriptions, &self.consents, &self.deliveries]
    }

    /// `subscriptions`: newsletter, state, since when, and what can be done with it.
    #[must_use]
    pub fn new(
        frame: AdminFrame,
        email: String,
        facts: Vec<(String, String)>,
        subscriptions: Vec<(String, String, String, Vec<Button>)>,
        consents: Vec<ConsentRow>,
        history: Vec<DeliveryRow>,
        buttons: Vec<Button>,
    ) -> Self {
        let l = frame.locale.clone();
        let subscribed = subscriptions.into_iter().map(|(newsletter, state, since, buttons)| {
            vec![Cell::text(newsletter), Cell::badge(Badge::of(&l, &state)), Cell::text(since), Cell::buttons(buttons)]
        });
        let labels = vec![l.t("field-newsletter"), l.t("admin-state"), l.t("admin-since"), l.t("admin-do")];
        let table = Table::new(l.t("admin-subscriptions"), labels, subscribed.collect(), l.t("admin-nothing"));
        let ledger = consents
            .into_iter()
            .map(|row| vec![Cell::text(row.when), Cell::text(row.what).note(row.wording), Cell::text(row.from)]);
        let labels = vec![l.t("admin-when"), l.t("admin-what"), l.t("admin-from")];
        let consents = Table::new(l.t("admin-consents"), labels, ledger.collect(), l.t("admin-nothing"));
        let history = deliveries(&l, history);
        let back = Link { name: l.t("admin-nav-subscribers"), url: "/admin/subscribers".into() };
        Self {
            frame,
            back,
            email,
            facts,
            suppressed: None,
            subscriptions: table,
            consents,
            deliveries: history,
            buttons,
        }
    }
}
