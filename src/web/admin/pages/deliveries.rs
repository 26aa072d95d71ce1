//! Deliveries with their reasons.
use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Badge, Button, Cell, Table};
use crate::locale::Locale;
use crate::web::public::pages::{Choice, Pager};

#[derive(Clone, Debug, Default)]
pub struct DeliveryRow {
    pub recipient: String,
    pub subject: String,
    /// `queued`, `leased`, `deferred`, `sent`, `failed`, `unknown`, `skipped` or `cancelled`.
    pub state: String,
    /// Why, in our words; may be empty.
    pub reason: String,
    /// The relay's own words; may be empty.
    pub reply: String,
    pub attempts: i64,
    pub when: String,
    /// Page of the recipient or of the digest; may be empty.
    pub url: String,
    pub buttons: Vec<Button>,
}

/// Deliveries as a table.
#[must_use]
pub fn deliveries(l: &Locale, rows: Vec<DeliveryRow>) -> Table {
    let row = |row: DeliveryRow| {
        let who = if row.url.is_empty() { Cell::text(row.recipient) } else { Cell::link(row.recipient, row.url) };
        let state = Cell { buttons: row.buttons, ..Cell::badge(Badge::of(l, &row.state)).note(row.reason) };
        vec![who.note(row.subject), state.reply(row.reply), Cell::number(l, row.attempts), Cell::text(row.when)]
    };
    let labels = vec![l.t("admin-recipient"), l.t("admin-state"), l.t("admin-attempts"), l.t("admin-when")];
    Table::new(l.t("admin-nav-deliveries"), labels, rows.into_iter().map(row).collect(), l.t("admin-deliveries-none"))
}

impl ListPage {
    /// `digests` and `states` are the filters.
    #[must_use]
    pub fn deliveries(
        frame: AdminFrame,
        rows: Vec<DeliveryRow>,
        query: &str,
        digests: Vec<Choice>,
        states: Vec<Choice>,
        pager: Pager,
    ) -> Self {
        let l = frame.locale.clone();
        let search = vec![
            Input::new(InputKind::Search, "q", l.t("admin-recipient"), query),
            Input::select("digest", l.t("admin-digest"), digests),
            Input::select("state", l.t("admin-state"), states),
        ];
        let title = l.t("admin-nav-deliveries");
        Self { search, ..Self::new(frame, title, deliveries(&l, rows), pager) }
    }
}
