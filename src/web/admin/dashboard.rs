//! The first page: numbers that are kept, what runs, what trends, what failed, and what an editor should see to.

use actix_web::{HttpResponse, web};

use super::articles::score;
use super::digest_progress::progress;
use super::digests::{DIGESTS, title};
use super::first_run;
use super::pages::{AdminFrame, Badge, DashboardPage, DispatchRow, Drawing, Failure, Notice, PreparedRow, Stat};
use super::parts::{Said, frame_said};
use super::relay::trouble;
use crate::actor::Permission;
use crate::article::{self, Article, feed};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, Counters, DeliveryReason, DeliveryRow, DeliveryState, Dispatch, DispatchKind, Health};
use crate::digest::{self, Digest};
use crate::newsletter::{self, Newsletter};
use crate::web::public::pages::Link;
use crate::web::respond::{Answer, page, see_other};
use crate::web::routes::get;
use crate::web::session::HOME;
use crate::web::{App, SignedIn};

/// Digests that the chart looks back on.
const DIGESTS_BACK: i64 = 12;
const TRENDING: i64 = 8;
/// Digests being prepared that are shown, of the latest so many.
const OPEN: usize = 6;
const OPEN_AMONG: i64 = 50;
/// Failures that are looked at, and kinds of them that are shown.
const FAILURES: i64 = 50;
const KINDS: usize = 6;

pub fn configure(routes: &mut web::ServiceConfig) {
    routes.route(HOME, get(show)).route("/admin/", get(home));
}

/// The same place with a stroke more.
async fn home() -> HttpResponse {
    see_other(HOME)
}

struct Found {
    newsletters: Vec<Newsletter>,
    articles: i64,
    running: Vec<(Digest, Dispatch)>,
    sent: Vec<(Digest, Counters)>,
    /// Drafts, and what is approved or scheduled.
    open: Vec<Digest>,
    /// Those that did not go out at their time.
    held: Vec<Digest>,
    failing_feeds: i64,
    health: Option<Health>,
    trending: Vec<Article>,
    failures: Vec<DeliveryRow>,
}

async fn show(app: web::Data<App>, by: SignedIn, said: web::Query<Said>) -> Answer {
    if by.role.may(Permission::Settings)
        && let Some(answer) = first_run::instead(&app).await?
    {
        return Ok(answer);
    }
    let frame = frame_said(&app, &by, HOME, &said).await?;
    let found = app.db.read(load).await?;
    page(&fill(frame, &found, app.clock.now()))
}

fn load(conn: &mut Conn) -> db::Result<Found> {
    let mut running = Vec::new();
    for dispatch in delivery::running_of_kind(conn, DispatchKind::Digest)? {
        if let Some(digest) = digest::of_dispatch(conn, dispatch.id)? {
            running.push((digest, dispatch));
        }
    }
    let mut sent = Vec::new();
    for digest in digest::archive(conn, DIGESTS_BACK, 0)? {
        let counters = delivery::counters(conn, digest.dispatch_id.unwrap_or_default())?;
        sent.push((digest, counters));
    }
    let mut open = digest::list(conn, i64::MAX, OPEN_AMONG)?;
    open.retain(Digest::is_open);
    open.truncate(OPEN);
    let failing = feed::list(conn)?.into_iter().filter(|feed| feed.failures > 0).count();
    Ok(Found {
        open,
        held: digest::held(conn)?,
        failing_feeds: i64::try_from(failing).unwrap_or(i64::MAX),
        newsletters: newsletter::list(conn)?,
        articles: article::count_published(conn)?,
        running,
        sent,
        health: delivery::health(conn)?,
        trending: article::trending(conn, TRENDING, 0)?,
        failures: delivery::latest(conn, None, Some(DeliveryState::Failed), i64::MAX, FAILURES)?,
    })
}

fn fill(frame: AdminFrame, found: &Found, now: Timestamp) -> DashboardPage {
    let dispatch = |(digest, dispatch): &(Digest, Dispatch)| DispatchRow {
        name: title(&frame, digest),
        url: format!("{DIGESTS}/{}", digest.id),
        state: Badge::of(&frame.locale, digest.state.as_str()),
        progress: progress(dispatch.counters),
    };
    let hot = |article: &Article| {
        let link = Link { name: article.title.clone(), url: format!("/admin/articles/{}", article.id) };
        (link, score(article, now).total)
    };
    let prepared = |digest: &Digest| PreparedRow {
        name: title(&frame, digest),
        url: format!("{DIGESTS}/{}", digest.id),
        state: Badge::of(&frame.locale, digest.state.as_str()),
        when: frame.when(digest.scheduled_at.unwrap_or(digest.updated_at)),
    };
    DashboardPage {
        notices: notices(&frame, found),
        stats: stats(&frame, found),
        dispatches: found.running.iter().map(dispatch).collect(),
        sent: chart(&frame, &found.sent),
        trending: found.trending.iter().map(hot).collect(),
        prepared: found.open.iter().map(prepared).collect(),
        failures: failures(&frame, &found.failures),
        frame,
    }
}

/// The relay's reply, or our reason where there is none.
fn told(frame: &AdminFrame, row: &DeliveryRow) -> String {
    if row.reply.is_empty() { DeliveryReason::words(row.reason, &frame.locale) } else { row.reply.clone() }
}

/// The latest failures, those with the same reply once.
fn failures(frame: &AdminFrame, rows: &[DeliveryRow]) -> Vec<Failure> {
    let mut kinds: Vec<(String, &DeliveryRow, i64)> = Vec::new();
    for row in rows {
        let reply = told(frame, row);
        // Servers repeat whom they refuse.
        let kind = row.address.as_ref().map_or_else(|| reply.clone(), |address| reply.replace(address, ""));
        match kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((.., more)) => *more += 1,
            None => kinds.push((kind, row, 0)),
        }
    }
    let failure = |(_, row, more): (String, &DeliveryRow, i64)| Failure {
        recipient: row.address.clone().unwrap_or_else(|| frame.t("admin-erased")),
        when: frame.when(row.updated_at),
        reason: told(frame, row),
        more: if more > 0 { frame.t1("admin-and-more", "count", more) } else { String::new() },
        url: format!("/admin/deliveries/{}", row.id),
    };
    kinds.into_iter().take(KINDS).map(failure).collect()
}

fn notices(frame: &AdminFrame, found: &Found) -> Vec<Notice> {
    let mut notices = Vec::new();
    // One who may not go there is told all the same, and can tell another.
    let mut notice = |text: String, name: &str, url: String| {
        let url = if frame.may_enter(&url) { url } else { String::new() };
        notices.push(Notice { text, link: Link { name: frame.t(name), url } });
    };
    if found.newsletters.is_empty() {
        notice(frame.t("admin-no-newsletter"), "admin-first-run", "/admin/first-run".into());
    }
    for newsletter in found.newsletters.iter().filter(|one| one.is_open() && one.postal_address.trim().is_empty()) {
        let text = frame.t1("admin-no-postal", "newsletter", &newsletter.name);
        notice(text, "admin-add-it", format!("/admin/newsletters/{}", newsletter.id));
    }
    for digest in &found.held {
        let text = frame.locale.t2("admin-digest-held", "subject", title(frame, digest), "reason", &digest.held);
        notice(text, "admin-digest-held-open", format!("{DIGESTS}/{}", digest.id));
    }
    if let Some(text) = trouble(frame, found.health.as_ref()) {
        notice(text, "admin-nav-deliveries", "/admin/deliveries".into());
    }
    if found.failing_feeds > 0 {
        notice(frame.t1("admin-feeds-failing", "feeds", found.failing_feeds), "admin-nav-feeds", "/admin/feeds".into());
    }
    if frame.open_enquiries > 0 {
        let text = frame.t1("admin-enquiries-open", "enquiries", frame.open_enquiries);
        notice(text, "admin-nav-enquiries", "/admin/enquiries?state=open".into());
    }
    notices
}

fn stats(frame: &AdminFrame, found: &Found) -> Vec<Stat> {
    let stat = |label: String, value: String, note: String, url: &str| Stat { label, value, note, url: url.to_owned() };
    let sum = |of: fn(&Newsletter) -> i64| frame.n(&found.newsletters.iter().map(of).sum());
    let failed: i64 = found.sent.iter().map(|(_, counters)| counters.failed).sum();
    let sent: i64 = found.sent.iter().map(|(_, counters)| counters.sent).sum();
    let digests = i64::try_from(found.sent.len()).unwrap_or_default();
    let last = match digests {
        0 => String::new(),
        _ => frame.locale.t2("admin-stat-sent-note", "digests", digests, "failed", frame.n(&failed)),
    };
    let (relay, why) = match &found.health {
        _ if frame.has_outbox => (frame.t("relay-captured"), frame.t("relay-captured-note")),
        None => (frame.t("relay-unused"), String::new()),
        Some(health) if health.state == "ok" => (frame.t("state-ok"), String::new()),
        Some(health) if health.state == "paused" => (frame.t("relay-stopped"), health.reason.clone()),
        Some(health) => (frame.t("relay-waiting"), health.reason.clone()),
    };
    vec![
        stat(frame.t("admin-stat-confirmed"), sum(|one| one.confirmed), String::new(), "/admin/subscribers"),
        stat(frame.t("admin-stat-pending"), sum(|one| one.pending), String::new(), "/admin/subscribers?state=pending"),
        stat(frame.t("admin-nav-articles"), frame.n(&found.articles), String::new(), "/admin/articles"),
        stat(frame.t("admin-stat-sent"), frame.n(&sent), last, DIGESTS),
        stat(frame.t("admin-relay"), relay, why, if frame.has_outbox { "/admin/outbox" } else { "" }),
    ]
}

/// Mails sent of each of the last digests, the oldest first.
fn chart(frame: &AdminFrame, sent: &[(Digest, Counters)]) -> Drawing {
    let day = |digest: &Digest| {
        let at = digest.started_at.unwrap_or(digest.updated_at);
        frame.locale.date(&at.to_utc().with_timezone(&frame.zone))
    };
    let points: Vec<_> = sent.iter().rev().map(|(digest, counters)| (day(digest), counters.sent)).collect();
    Drawing::bars(frame.t("admin-sent-by-digest"), &points)
}
