//! Deliveries with their reasons and the relay's replies, and the attempts of one.

use actix_web::web;

use super::digest;
use super::form::{Form, InputKind};
use super::frame::{AdminFrame, Flash};
use super::list::{self, ListPage};
use super::relay::trouble;
use super::table::{Badge, Cell, Table};
use crate::db::{self, Conn};
use crate::delivery::{
    self, Attempt, DeliveryFilter, DeliveryReason, DeliveryRow, DeliveryStage, DeliveryState, DispatchKind,
};
use crate::digest::{Digest, by_id as digest_by_id, list as digest_list};
use crate::email_address::EmailAddress;
use crate::mail::record_words;
use crate::subscriber;
use crate::web::paging::{LIMIT, Turn};
use crate::web::parts::Link;
use crate::web::respond::{Answer, page};
use crate::web::route::get;
use crate::web::{App, Refusal, Submitted};

pub const PATH: &str = "/admin/deliveries";
/// Digests that the filter offers.
const CHOICES: i64 = 50;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.route("", get(list)).route("/{id}", get(show));
}

/// The path of a delivery's page.
#[must_use]
pub fn path(id: i64) -> String {
    format!("{PATH}/{id}")
}

async fn list(app: web::Data<App>, mut frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (filter, turn) = (query.clone(), Turn::of(&query));
    let before = turn.before();
    let found = app
        .db
        .read(move |conn| Ok::<_, db::Error>((find(conn, &filter, before)?, digest_list(conn, i64::MAX, CHOICES)?)));
    let (mut rows, digests) = found.await?;
    let fields = ["q", "digest", "state"].map(|name| (name, query.get(name)));
    let pager = turn.cut(&mut rows, |row| row.id, PATH, &fields);
    let address = query.get("q").trim();
    if !address.is_empty() && EmailAddress::parse(address).is_err() {
        frame.flash = Some(Flash { good: false, text: frame.t("error-recipient-part") });
    }
    page(&ListPage { pager, ..list_page(frame, &rows, &digests, &query) })
}

/// The deliveries of a filter. Values that cannot be read count as not given, as an empty choice does.
fn find(conn: &mut Conn, filter: &Submitted, before: i64) -> db::Result<Vec<DeliveryRow>> {
    let state = DeliveryState::parse(filter.get("state"));
    let dispatch = match filter.number("digest") {
        // A digest that is not yet on its way has none.
        Some(digest) => match digest_by_id(conn, digest)?.and_then(|digest| digest.dispatch_id) {
            Some(dispatch) => Some(dispatch),
            None => return Ok(Vec::new()),
        },
        None => None,
    };
    let address = filter.get("q").trim();
    if address.is_empty() {
        return delivery::latest(conn, dispatch, state, before, LIMIT);
    }
    // A search for parts of an address would read every row.
    let Ok(address) = EmailAddress::parse(address) else { return Ok(Vec::new()) };
    let keys = match subscriber::by_address(conn, address.normalised())? {
        Some(person) => subscriber::recipient_keys(conn, person.id)?,
        None => Vec::new(),
    };
    delivery::sent_to(conn, (&keys, &address), DeliveryFilter { dispatch, state }, before, LIMIT)
}

#[must_use]
pub fn list_page(frame: AdminFrame, rows: &[DeliveryRow], digests: &[Digest], query: &Submitted) -> ListPage {
    let l = &frame.locale;
    let sent = digests.iter().filter(|digest| digest.dispatch_id.is_some());
    let sent = sent.map(|digest| (digest.id.to_string(), format!("{} ({})", digest.subject, digest.slug)));
    let search = Form::search(l)
        .field(InputKind::Search, "q", "admin-recipient-whole")
        .select("digest", "admin-digest", list::filter(l, sent))
        .select("state", "admin-state", list::states(l, DeliveryState::WORDS))
        .fill(&query.clone().with("q", query.get("q").trim()))
        .inputs;
    let table = delivery_table(&frame, rows, false);
    ListPage { search, ..ListPage::new(frame, table) }
}

/// Deliveries to anybody, or to one recipient, who is then not named.
#[must_use]
pub fn delivery_table(frame: &AdminFrame, rows: &[DeliveryRow], of_one: bool) -> Table {
    // Erasing a person empties the address, and the subject of an enquiry.
    let subject =
        |row: &DeliveryRow| if row.subject.is_empty() { frame.t("admin-erased") } else { row.subject.clone() };
    let recipient = |row: &DeliveryRow| {
        if of_one {
            Cell::link(subject(row), path(row.id))
        } else {
            Cell::link(recipient(frame, row), path(row.id)).note(subject(row))
        }
    };
    let kind = |row: &DeliveryRow| {
        let digest = row.reference.filter(|_| row.kind == DispatchKind::Digest);
        Cell { url: digest.map(digest::path), ..Cell::text(frame.t(&format!("mail-of-{}", row.kind))) }
    };
    let state = |row: &DeliveryRow| {
        Cell::badge(Badge::of(&frame.locale, row.state.as_str()))
            .note(DeliveryReason::words(row.reason, &frame.locale))
            .reply(record_words(&row.reply, &frame.locale))
    };
    Table::of(frame, rows)
        .column(if of_one { "admin-mail" } else { "admin-recipient" }, recipient)
        .column("admin-mail-of", kind)
        .column("admin-state", state)
        .number("admin-attempts", |row| row.attempts.into())
        .moment(|row| row.updated_at)
        .table("admin-nav-deliveries", "admin-deliveries-none")
}

/// The address of a delivery, or that it was erased.
#[must_use]
pub fn recipient(frame: &AdminFrame, row: &DeliveryRow) -> String {
    row.address.clone().unwrap_or_else(|| frame.t("admin-erased"))
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let id = *id;
    let found = app.db.read(move |conn| {
        let row = delivery::delivery(conn, id)?;
        Ok::<_, db::Error>((row, delivery::attempts_of(conn, id)?, delivery::health(conn)?))
    });
    let (row, attempts, health) = found.await?;
    let row = row.ok_or(Refusal::NotFound)?;
    // Before the first attempt only the relay's trouble says why it waits.
    let trouble = trouble(&frame.locale, health.as_ref()).filter(|_| is_under_way(row.state));
    let waits =
        (row.state == DeliveryState::Deferred).then(|| frame.t1("admin-next-try", "at", frame.when(row.due_at)));
    let text = [Some(row.subject.clone()), waits, trouble].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let back = Some(Link::new(frame.t("admin-nav-deliveries"), PATH));
    let (title, table) = (recipient(&frame, &row), attempt_table(&frame, &row, attempts));
    page(&ListPage { title, text, back, ..ListPage::new(frame, table) })
}

/// Where a mail stands.
#[derive(Clone, Debug, Default)]
pub struct MailStatus {
    pub to: String,
    pub state: Badge,
    /// Why, in our words; may be empty.
    pub reason: String,
    /// The relay's reply; may be empty.
    pub reply: String,
    /// The delivery's page, for a user who may enter it.
    pub url: Option<String>,
}

/// Where a mail stands, with the relay's reply.
#[must_use]
pub fn mail_status(frame: &AdminFrame, mail: &DeliveryRow) -> MailStatus {
    let url = path(mail.id);
    MailStatus {
        to: recipient(frame, mail),
        state: Badge::of(&frame.locale, mail.state.as_str()),
        reason: DeliveryReason::words(mail.reason, &frame.locale),
        reply: record_words(&mail.reply, &frame.locale),
        url: frame.may_enter(&url).then_some(url),
    }
}

/// Whether a delivery still waits to be sent.
#[must_use]
pub const fn is_under_way(state: DeliveryState) -> bool {
    matches!(state, DeliveryState::Queued | DeliveryState::Leased | DeliveryState::Deferred)
}

/// The attempts that failed, and below them what became of the delivery.
fn attempt_table(frame: &AdminFrame, row: &DeliveryRow, attempts: Vec<Attempt>) -> Table {
    let l = &frame.locale;
    let last = Attempt { at: row.updated_at, outcome: row.state, stage: row.stage, reply: row.reply.clone() };
    let lines: Vec<(Attempt, Option<DeliveryReason>)> =
        attempts.into_iter().map(|attempt| (attempt, None)).chain([(last, row.reason)]).collect();
    let state = |(attempt, reason): &(Attempt, Option<DeliveryReason>)| {
        Cell::badge(Badge::of(l, attempt.outcome.as_str())).note(DeliveryReason::words(*reason, l))
    };
    let words = |stage: DeliveryStage| l.t(&format!("stage-{}", stage.as_str().replace('_', "-")));
    Table::of(frame, &lines)
        .column("admin-when", |(attempt, _)| frame.when(attempt.at))
        .column("admin-state", state)
        .column("admin-stage", |(attempt, _)| attempt.stage.map(words).unwrap_or_default())
        .column("admin-reply", |(attempt, _)| Cell::default().reply(record_words(&attempt.reply, l)))
        .table("admin-attempts", "admin-deliveries-none")
}
