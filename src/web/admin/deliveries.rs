//! Deliveries with their reasons and the relay's own words, and each try of one.

use actix_web::web;
use serde::Deserialize;

use super::digests::DIGESTS;
use super::frame::frame;
use super::pages::{AdminFrame, Badge, Cell, DeliveryRow, Flash, ListPage, Table};
use super::relay::trouble;
use super::turn::{LIMIT, Turn};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, Attempt, DeliveryReason, DeliveryStage, DeliveryState, DispatchKind, Wanted};
use crate::digest::{self, Digest};
use crate::email_address::EmailAddress;
use crate::subscriber;
use crate::web::public::pages::{Choice, Link, Pager};
use crate::web::respond::{Answer, page};
use crate::web::routes::get;
use crate::web::{App, Refusal, SignedIn};

const DELIVERIES: &str = "/admin/deliveries";
/// Digests that can be chosen in the filter.
const CHOICES: i64 = 50;

pub fn configure(routes: &mut web::ServiceConfig) {
    routes.route(DELIVERIES, get(list)).route("/admin/deliveries/{id}", get(show));
}

/// The filter. Numbers and states that are none count as not given, as an empty choice does.
#[derive(Clone, Debug, Default, Deserialize)]
struct Filter {
    /// A recipient's whole address.
    #[serde(default)]
    q: String,
    #[serde(default)]
    digest: String,
    #[serde(default)]
    state: String,
}

async fn list(app: web::Data<App>, by: SignedIn, query: web::Query<Filter>, turn: web::Query<Turn>) -> Answer {
    let mut frame = frame(&app, &by, DELIVERIES).await?;
    let (filter, before, now) = (query.clone(), turn.before(), app.clock.now());
    let found = app
        .db
        .read(move |conn| Ok::<_, db::Error>((find(conn, &filter, before)?, digest::list(conn, i64::MAX, CHOICES)?)));
    let (mut rows, digests) = found.await?;
    let fields = [("q", query.q.as_str()), ("digest", &query.digest), ("state", &query.state)];
    let pager = turn.cut(&mut rows, |row| row.id, DELIVERIES, &fields);
    let rows = rows.into_iter().map(|row| shown(&frame, row, now)).collect();
    let (digests, states) = (digest_choices(&frame, &digests, &query.digest), state_choices(&frame, &query.state));
    let typed = query.q.trim();
    if !typed.is_empty() && EmailAddress::parse(typed).is_err() {
        frame.flash = Some(Flash { good: false, text: frame.t("error-recipient-part") });
    }
    page(&ListPage::deliveries(frame, rows, typed, digests, states, pager))
}

fn find(conn: &mut Conn, filter: &Filter, before: i64) -> db::Result<Vec<delivery::DeliveryRow>> {
    let state = DeliveryState::parse(&filter.state);
    let dispatch = match filter.digest.parse().ok() {
        // A digest that is not yet on its way has none.
        Some(digest) => match digest::by_id(conn, digest)?.and_then(|digest| digest.dispatch_id) {
            Some(dispatch) => Some(dispatch),
            None => return Ok(Vec::new()),
        },
        None => None,
    };
    if filter.q.trim().is_empty() {
        return delivery::latest(conn, dispatch, state, before, LIMIT);
    }
    // A part of an address would be looked for in every row that ever was.
    let Ok(address) = EmailAddress::parse(filter.q.trim()) else { return Ok(Vec::new()) };
    let keys = match subscriber::by_address(conn, address.normalised())? {
        Some(person) => subscriber::recipient_keys(conn, person.id)?,
        None => Vec::new(),
    };
    delivery::sent_to(conn, (&keys, &address), Wanted { dispatch, state }, before, LIMIT)
}

/// A delivery as tables show it.
pub(super) fn shown(frame: &AdminFrame, row: delivery::DeliveryRow, now: Timestamp) -> DeliveryRow {
    let digest = row.reference.filter(|_| row.kind == DispatchKind::Digest);
    DeliveryRow {
        // The addresses of erased people are gone, and the words of their enquiries.
        recipient: row.address.unwrap_or_else(|| frame.t("admin-erased")),
        subject: if row.subject.is_empty() { frame.t("admin-erased") } else { row.subject },
        state: row.state.to_string(),
        reason: DeliveryReason::words(row.reason, &frame.locale),
        reply: row.reply,
        attempts: row.attempts.into(),
        when: frame.moment(row.updated_at, now),
        url: format!("{DELIVERIES}/{}", row.id),
        of: (frame.t(&format!("mail-of-{}", row.kind)), digest.map(|id| format!("{DIGESTS}/{id}"))),
    }
}

fn all(frame: &AdminFrame, chosen: &str) -> Choice {
    Choice { value: String::new(), label: frame.t("state-all"), chosen: chosen.is_empty() }
}

fn digest_choices(frame: &AdminFrame, digests: &[Digest], chosen: &str) -> Vec<Choice> {
    let sent = digests.iter().filter(|digest| digest.dispatch_id.is_some());
    let choice = |digest: &Digest| {
        let value = digest.id.to_string();
        Choice { chosen: value == chosen, value, label: format!("{} ({})", digest.subject, digest.slug) }
    };
    [all(frame, chosen)].into_iter().chain(sent.map(choice)).collect()
}

fn state_choices(frame: &AdminFrame, chosen: &str) -> Vec<Choice> {
    let choice = |state: &DeliveryState| Choice {
        value: state.to_string(),
        label: Badge::of(&frame.locale, state.as_str()).label,
        chosen: state.as_str() == chosen,
    };
    [all(frame, chosen)].into_iter().chain(DeliveryState::ALL.iter().map(choice)).collect()
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>) -> Answer {
    let frame = frame(&app, &by, DELIVERIES).await?;
    let id = id.into_inner();
    let found = app.db.read(move |conn| {
        let row = delivery::delivery(conn, id)?;
        Ok::<_, db::Error>((row, delivery::attempts_of(conn, id)?, delivery::health(conn)?))
    });
    let (row, tries, health) = found.await?;
    let row = row.ok_or(Refusal::NotFound)?;
    let under_way = matches!(row.state, DeliveryState::Queued | DeliveryState::Leased | DeliveryState::Deferred);
    // Before the first try there is nothing else that says why it waits.
    let trouble = trouble(&frame, health.as_ref()).filter(|_| under_way);
    let waits =
        matches!(row.state, DeliveryState::Deferred).then(|| frame.t1("admin-next-try", "at", frame.when(row.due_at)));
    let title = row.address.clone().unwrap_or_else(|| frame.t("admin-erased"));
    let text = [Some(row.subject.clone()), waits, trouble].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let table = tries_table(&frame, &row, &tries);
    let back = Some(Link { name: frame.t("admin-nav-deliveries"), url: DELIVERIES.into() });
    page(&ListPage { text, back, ..ListPage::new(frame, title, table, Pager::default()) })
}

/// The tries that failed, and below them what became of it.
fn tries_table(frame: &AdminFrame, row: &delivery::DeliveryRow, tries: &[Attempt]) -> Table {
    let l = &frame.locale;
    let words = |stage: DeliveryStage| l.t(&format!("stage-{}", stage.as_str().replace('_', "-")));
    let line = |at, state: DeliveryState, stage: Option<DeliveryStage>, reason, reply: &str| {
        let state = Cell::badge(Badge::of(l, state.as_str())).note(DeliveryReason::words(reason, l));
        let stage = stage.map(words).unwrap_or_default();
        vec![Cell::text(frame.when(at)), state, Cell::text(stage), Cell::default().reply(reply)]
    };
    let mut rows: Vec<_> =
        tries.iter().map(|tried| line(tried.at, tried.outcome, tried.stage, None, &tried.reply)).collect();
    rows.push(line(row.updated_at, row.state, row.stage, row.reason, &row.reply));
    let labels = vec![l.t("admin-when"), l.t("admin-state"), l.t("admin-stage"), l.t("admin-reply")];
    Table::new(l.t("admin-attempts"), labels, rows, l.t("admin-deliveries-none"))
}
