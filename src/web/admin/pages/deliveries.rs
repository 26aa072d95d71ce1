//! Deliveries with their reasons.
use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Badge, Cell, Table};
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
    /// In few words, and in full.
    pub when: (String, String),
    /// Its page.
    pub url: String,
    /// What it is a mail of, with its page where it has one.
    pub of: (String, Option<String>),
}

/// Deliveries as a table: of all recipients, or of one, who is then not named.
#[must_use]
pub fn deliveries(frame: &AdminFrame, rows: Vec<DeliveryRow>, of_one: bool) -> Table {
    let l = &frame.locale;
    let row = |row: DeliveryRow| {
        let first = if of_one {
            Cell::link(row.subject, row.url)
        } else {
            Cell::link(row.recipient, row.url).note(row.subject)
        };
        let state = Cell::badge(Badge::of(l, &row.state)).note(row.reason).reply(row.reply);
        let of = Cell { url: row.of.1, ..Cell::text(row.of.0) };
        vec![first, of, state, Cell::number(l, row.attempts), Cell::moment(row.when)]
    };
    let first = if of_one { "admin-mail" } else { "admin-recipient" };
    let labels = vec![l.t(first), l.t("admin-mail-of"), l.t("admin-state"), l.t("admin-attempts"), frame.when_label()];
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
            Input::new(InputKind::Search, "q", l.t("admin-recipient-whole"), query),
            Input::select("digest", l.t("admin-digest"), digests),
            Input::select("state", l.t("admin-state"), states),
        ];
        let (title, table) = (l.t("admin-nav-deliveries"), deliveries(&frame, rows, false));
        Self { search, ..Self::new(frame, title, table, pager) }
    }
}
