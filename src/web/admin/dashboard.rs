//! The first page: stored counters, what is being sent, what is trending, what failed, and what an editor should see to.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::articles::{self, score};
use super::chart::Drawing;
use super::deliveries::{self, recipient};
use super::digest::{PATH as DIGESTS, path, title};
use super::digest_editor::Notice;
use super::first_run;
use super::first_steps::{self, Done, Step};
use super::frame::AdminFrame;
use super::progress::Progress;
use super::relay::{reason, trouble};
use super::table::Badge;
use crate::actor::Permission;
use crate::article::{self, Article, feed};
use crate::db::{self, Conn};
use crate::delivery::{
    self, Counters, DeliveryReason, DeliveryRow, DeliveryState, Dispatch, DispatchKind, Health, PauseReason,
};
use crate::digest::{self, Digest};
use crate::mail::record_words;
use crate::newsletter::{self, Newsletter};
use crate::web::App;
use crate::web::entrance::HOME;
use crate::web::parts::Link;
use crate::web::respond::{Answer, page, see_other};
use crate::web::route::get;

/// Digests that the chart looks back on.
const DIGESTS_BACK: i64 = 12;
const TRENDING: i64 = 8;
/// Digests being prepared that are shown, of the latest so many.
const OPEN: usize = 6;
const OPEN_AMONG: i64 = 50;
/// Failures that are looked at, and kinds of them that are shown.
const FAILURES: i64 = 50;
const KINDS: usize = 6;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.route("", get(show)).route("/", get(home));
}

/// The same page with a slash more.
async fn home() -> HttpResponse {
    see_other(HOME)
}

/// A number with its name.
#[derive(Clone, Debug, Default)]
pub struct Stat {
    pub label: String,
    pub value: String,
    /// May be empty.
    pub note: String,
    /// May be empty.
    pub url: String,
}

/// A delivery that failed lately.
#[derive(Clone, Debug, Default)]
pub struct Failure {
    pub recipient: String,
    pub when: String,
    pub reason: String,
    /// How many others have the same answer, in words; may be empty.
    pub more: String,
    pub url: String,
}

#[derive(Template)]
#[template(path = "admin/dashboard.html")]
pub struct DashboardPage {
    pub frame: AdminFrame,
    pub notices: Vec<Notice>,
    /// Until a digest was sent.
    pub steps: Vec<Step>,
    pub stats: Vec<Stat>,
    /// Digests that are being sent.
    pub sending: Vec<(Link, Badge, Progress)>,
    /// Digests that are not yet being sent, and when each is sent or was last changed.
    pub prepared: Vec<(Link, Badge, String)>,
    /// Mails of the last digests.
    pub sent: Drawing,
    /// Articles with their scores, the most trending first.
    pub trending: Vec<(Link, String)>,
    pub failures: Vec<Failure>,
}

/// What the page shows.
struct Overview {
    newsletters: Vec<Newsletter>,
    articles: i64,
    running: Vec<(Digest, Dispatch)>,
    sent: Vec<(Digest, Counters)>,
    /// Drafts, and what is approved or scheduled.
    open: Vec<Digest>,
    /// Those that were not sent at their time.
    held: Vec<Digest>,
    failing_feeds: i64,
    health: Option<Health>,
    trending: Vec<Article>,
    failures: Vec<DeliveryRow>,
}

async fn show(app: web::Data<App>, frame: AdminFrame) -> Answer {
    if frame.by.role.may(Permission::Settings)
        && let Some(answer) = first_run::instead(&app).await?
    {
        return Ok(answer);
    }
    let overview = app.db.read(load).await?;
    page(&fill(frame, &overview))
}

fn load(conn: &mut Conn) -> db::Result<Overview> {
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
    Ok(Overview {
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

fn fill(frame: AdminFrame, overview: &Overview) -> DashboardPage {
    let link = |digest: &Digest| Link::new(title(&frame, digest), path(digest.id));
    let state = |digest: &Digest| Badge::of(&frame.locale, digest.state.as_str());
    let sending = |(digest, dispatch): &(Digest, Dispatch)| {
        (link(digest), state(digest), Progress { counters: dispatch.counters, waiting: 0 })
    };
    let prepared =
        |digest: &Digest| (link(digest), state(digest), frame.when(digest.scheduled_at.unwrap_or(digest.updated_at)));
    let trending =
        |article: &Article| (Link::new(&article.title, articles::path(article.id)), score(article, frame.now).total);
    DashboardPage {
        notices: notices(&frame, overview),
        steps: steps(&frame, overview),
        stats: stats(&frame, overview),
        sending: overview.running.iter().map(sending).collect(),
        sent: chart(&frame, &overview.sent),
        trending: overview.trending.iter().map(trending).collect(),
        prepared: overview.open.iter().map(prepared).collect(),
        failures: failures(&frame, &overview.failures),
        frame,
    }
}

/// The relay's reply, or our reason where there is none.
fn reply(frame: &AdminFrame, row: &DeliveryRow) -> String {
    let l = &frame.locale;
    if row.reply.is_empty() { DeliveryReason::words(row.reason, l) } else { record_words(&row.reply, l) }
}

/// The latest failures; those with the same reply are shown once.
fn failures(frame: &AdminFrame, rows: &[DeliveryRow]) -> Vec<Failure> {
    let mut kinds: Vec<(String, &DeliveryRow, i64)> = Vec::new();
    for row in rows {
        let reply = reply(frame, row);
        // Servers repeat the address that they refuse.
        let kind = row.address.as_ref().map_or_else(|| reply.clone(), |address| reply.replace(address, ""));
        match kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((.., more)) => *more += 1,
            None => kinds.push((kind, row, 0)),
        }
    }
    let failure = |(_, row, more): (String, &DeliveryRow, i64)| Failure {
        recipient: recipient(frame, row),
        when: frame.when(row.updated_at),
        reason: reply(frame, row),
        more: if more > 0 { frame.t1("admin-and-more", "count", more) } else { String::new() },
        url: deliveries::path(row.id),
    };
    kinds.into_iter().take(KINDS).map(failure).collect()
}

fn notices(frame: &AdminFrame, overview: &Overview) -> Vec<Notice> {
    let mut notices = Vec::new();
    // A user who may not go there is told all the same, and can tell another.
    let mut notice = |text: String, name: &str, url: String| {
        let url = if frame.may_enter(&url) { url } else { String::new() };
        notices.push(Notice { text, link: Link::new(frame.t(name), url) });
    };
    if overview.newsletters.is_empty() {
        notice(frame.t("admin-no-newsletter"), "admin-first-run", "/admin/first-run".into());
    }
    for newsletter in overview.newsletters.iter().filter(|one| one.is_open() && one.postal_address.trim().is_empty()) {
        let text = frame.t1("admin-no-postal", "newsletter", &newsletter.name);
        notice(text, "admin-add-it", format!("/admin/newsletters/{}", newsletter.id));
    }
    for digest in &overview.held {
        let text = frame.locale.t2("admin-digest-held", "subject", title(frame, digest), "reason", &digest.held);
        notice(text, "admin-digest-held-open", path(digest.id));
    }
    for (digest, dispatch) in &overview.running {
        if let Some(reason) = dispatch.reason.as_ref().filter(|reason| **reason != PauseReason::Editor) {
            let reason = reason.words(&frame.locale);
            let text = frame.locale.t2("admin-digest-paused", "subject", title(frame, digest), "reason", reason);
            notice(text, "admin-digest-held-open", path(digest.id));
        }
    }
    if let Some(text) = trouble(&frame.locale, overview.health.as_ref()) {
        notice(text, "admin-nav-deliveries", "/admin/deliveries".into());
    }
    if overview.failing_feeds > 0 {
        notice(
            frame.t1("admin-feeds-failing", "feeds", overview.failing_feeds),
            "admin-nav-feeds",
            "/admin/feeds".into(),
        );
    }
    if frame.open_enquiries > 0 {
        let text = frame.t1("admin-enquiries-open", "enquiries", frame.open_enquiries);
        notice(text, "admin-nav-enquiries", "/admin/enquiries?state=open".into());
    }
    notices
}

fn steps(frame: &AdminFrame, overview: &Overview) -> Vec<Step> {
    let Some(newsletter) = overview.newsletters.first().filter(|_| overview.sent.is_empty()) else { return Vec::new() };
    let done = Done {
        articles: overview.articles > 0,
        readers: overview.newsletters.iter().any(|one| one.confirmed > 0),
        digest: !overview.open.is_empty(),
    };
    first_steps::steps(frame, newsletter, done)
}

fn stats(frame: &AdminFrame, overview: &Overview) -> Vec<Stat> {
    let stat = |label: String, value: String, note: String, url: &str| Stat { label, value, note, url: url.to_owned() };
    let sum = |of: fn(&Newsletter) -> i64| frame.n(&overview.newsletters.iter().map(of).sum());
    let failed: i64 = overview.sent.iter().map(|(_, counters)| counters.failed).sum();
    let sent: i64 = overview.sent.iter().map(|(_, counters)| counters.sent).sum();
    let digests = i64::try_from(overview.sent.len()).unwrap_or_default();
    let last = match digests {
        0 => String::new(),
        _ => frame.locale.t2("admin-stat-sent-note", "digests", digests, "failed", frame.n(&failed)),
    };
    let (relay, why) = match &overview.health {
        _ if frame.has_outbox => (frame.t("relay-captured"), frame.t("relay-captured-note")),
        None => (frame.t("relay-unused"), String::new()),
        Some(health) if health.state == "ok" => (frame.t("state-ok"), String::new()),
        Some(health) if health.state == "paused" => (frame.t("relay-stopped"), reason(&frame.locale, health)),
        Some(health) => (frame.t("relay-waiting"), reason(&frame.locale, health)),
    };
    vec![
        stat(frame.t("admin-stat-confirmed"), sum(|one| one.confirmed), String::new(), "/admin/subscribers"),
        stat(frame.t("admin-stat-pending"), sum(|one| one.pending), String::new(), "/admin/subscribers?state=pending"),
        stat(frame.t("admin-nav-articles"), frame.n(&overview.articles), String::new(), "/admin/articles"),
        stat(frame.t("admin-stat-sent"), frame.n(&sent), last, DIGESTS),
        stat(frame.t("admin-relay"), relay, why, if frame.has_outbox { "/admin/outbox" } else { "" }),
    ]
}

/// Mails sent of each of the last digests, the oldest first.
fn chart(frame: &AdminFrame, sent: &[(Digest, Counters)]) -> Drawing {
    let day = |digest: &Digest| frame.short_day(digest.started_at.unwrap_or(digest.updated_at));
    let points: Vec<_> = sent.iter().rev().map(|(digest, counters)| (day(digest), counters.sent)).collect();
    Drawing::bars(&frame.locale, frame.t("admin-sent-by-digest"), &points)
}
