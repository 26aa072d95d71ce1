//! The page of a digest that is being sent or was sent: counters, speed, reasons, and what can still be done.

use actix_web::http::StatusCode;
use askama::Template;

use super::chart::Drawing;
use super::digest::{PATH, Reading, path, preview, title};
use super::digest_editor::Notice;
use super::digest_questions::{self, Question};
use super::frame::AdminFrame;
use super::preview::{Preview, PreviewKind};
use super::progress::Progress;
use super::relay;
use super::table::{Badge, Button, Cell, Table};
use crate::clock::{MINUTE, SECOND, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::{self, Counters, DeliveryReason, Dispatch, Health, Reason};
use crate::digest::{Digest, DigestError, DigestState};
use crate::mail::{ReadMail, record_words};
use crate::newsletter::{self, Newsletter};
use crate::web::digest_action::RESEND;
use crate::web::parts::Link;
use crate::web::respond::{Answer, page_with};
use crate::web::{App, Refusal, Submitted};

/// The step in which the engine counts, and the most points of a chart.
const STEP: i64 = 10 * SECOND;
const MOST_POINTS: i64 = 60;

/// Failed deliveries that are read to say how many could be sent again; beyond that the page says how many failed.
const MOST_AGAIN: i64 = 2_000;

/// Sent and failed by step of ten seconds, in order of time.
type Steps = Vec<(Timestamp, i64, i64)>;

#[derive(Template)]
#[template(path = "admin/digest_progress.html")]
pub struct DigestProgressPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub title: String,
    pub state: Badge,
    pub newsletter: String,
    /// Whether it still changes: the page then refreshes itself.
    pub live: bool,
    /// Why it stands still.
    pub notices: Vec<Notice>,
    pub progress: Progress,
    /// Speed and time to the end, in words; may be empty.
    pub pace: String,
    /// Sent mails over time.
    pub chart: Drawing,
    pub reasons: Table,
    /// Pause, resume, cancel, resend to the failed: what the state allows.
    pub buttons: Vec<Button>,
    /// Deliveries, page on the web.
    pub links: Vec<Link>,
    pub preview: Preview,
}

/// What the page shows besides the digest.
struct Sending {
    newsletter: Newsletter,
    dispatch: Dispatch,
    steps: Steps,
    reasons: Vec<Reason>,
    /// How many wait for another attempt, and when the next one is.
    waiting: (i64, Option<Timestamp>),
    /// The failed, and those in doubt, that would get it if it were sent to them again.
    again: (i64, i64),
    health: Option<Health>,
    mail: Option<(String, ReadMail)>,
}

/// The page of a digest that has a dispatch.
pub async fn page(app: &App, frame: AdminFrame, digest: Digest, query: &Submitted, status: StatusCode) -> Answer {
    let (reading, wanted, now) = (Reading::new(app, &frame.by), digest.clone(), frame.now);
    match app.db.read(move |conn| load(conn, &reading, &wanted, now)).await {
        Ok(sending) => page_with(status, &fill(frame, &digest, sending, query)),
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(error) => Err(Refusal::broken(&error)),
    }
}

fn load(conn: &mut Conn, reading: &Reading, digest: &Digest, now: Timestamp) -> Result<Sending, DigestError> {
    let id = digest.dispatch_id.unwrap_or_default();
    let dispatch = delivery::dispatch(conn, id)?.ok_or(DigestError::NotFound)?;
    Ok(Sending {
        newsletter: newsletter::by_id(conn, digest.newsletter_id)?.ok_or(DigestError::NoNewsletter)?,
        steps: delivery::progress(conn, id)?,
        reasons: delivery::reasons(conn, id)?,
        waiting: delivery::waiting(conn, id, now)?,
        again: again(conn, id, dispatch.counters)?,
        dispatch,
        health: delivery::health(conn)?,
        mail: match reading.read(conn, digest) {
            Err(DigestError::Db(error)) => return Err(error.into()),
            mail => mail.ok(),
        },
    })
}

fn again(conn: &mut Conn, dispatch: i64, counters: Counters) -> db::Result<(i64, i64)> {
    let Counters { failed, unknown, .. } = counters;
    if failed + unknown == 0 || failed.max(unknown) > MOST_AGAIN {
        return Ok((failed, unknown));
    }
    delivery::resendable(conn, dispatch, MOST_AGAIN)
}

fn fill(frame: AdminFrame, digest: &Digest, sending: Sending, query: &Submitted) -> DigestProgressPage {
    let counters = sending.dispatch.counters;
    let deliveries = format!("/admin/deliveries?digest={}", digest.id);
    let (waiting, next) = sending.waiting;
    let live = matches!(digest.state, DigestState::Sending | DigestState::Paused);
    DigestProgressPage {
        back: Link::new(frame.t("admin-nav-digests"), PATH),
        title: title(&frame, digest),
        state: Badge::of(&frame.locale, digest.state.as_str()),
        live,
        notices: notices(&frame, &sending.dispatch, sending.health.as_ref().filter(|_| live)),
        progress: Progress { counters, waiting },
        pace: match sending.dispatch.finished_at {
            Some(at) => frame.t1("admin-finished", "at", frame.when(at)),
            None => pace(&frame, &sending.steps, counters.to_go() - waiting, (waiting, next)),
        },
        chart: chart(&frame, &sending.steps),
        reasons: reason_table(&frame, &sending.reasons, &deliveries),
        buttons: buttons(&frame, digest, &sending),
        links: vec![
            Link::new(frame.t("admin-all-deliveries"), deliveries.clone()),
            Link::new(frame.t("admin-waiting"), format!("{deliveries}&state=deferred")),
            Link::new(frame.t("admin-on-the-web"), format!("/digests/{}", digest.slug)),
        ],
        preview: preview(&frame.locale, digest.id, PreviewKind::of(query.get("preview")), sending.mail.as_ref()),
        newsletter: sending.newsletter.settings.name,
        frame,
    }
}

/// Why deliveries were not sent, and how many; `deliveries` is the path of their list.
#[must_use]
pub fn reason_table(frame: &AdminFrame, reasons: &[Reason], deliveries: &str) -> Table {
    let url = |one: &Reason| format!("{deliveries}&state={}", one.state);
    Table::of(frame, reasons)
        .column("admin-state", |one| Cell::badge(Badge::of(&frame.locale, one.state.as_str())))
        .column("admin-reason", |one| {
            Cell::link(DeliveryReason::words(one.reason, &frame.locale), url(one))
                .reply(record_words(&one.reply, &frame.locale))
        })
        .number("admin-count", |one| one.count)
        .table("admin-reasons", "admin-reasons-none")
}

/// Why it stands still, if it does.
fn notices(frame: &AdminFrame, dispatch: &Dispatch, health: Option<&Health>) -> Vec<Notice> {
    let link = || Link::new(frame.t("admin-nav-deliveries"), "/admin/deliveries");
    let why = dispatch.reason.as_ref().map(|reason| reason.words(&frame.locale));
    let paused = why.map(|why| frame.t1("admin-paused-why", "reason", why));
    let relay = health.filter(|health| health.state != "ok" && !health.reason.is_empty());
    let relay = relay.map(|health| frame.t1("admin-relay-why", "reason", relay::reason(&frame.locale, health)));
    paused.into_iter().chain(relay).map(|text| Notice { text, link: link() }).collect()
}

/// What the state and the counters allow.
fn buttons(frame: &AdminFrame, digest: &Digest, sending: &Sending) -> Vec<Button> {
    let (failed, unknown) = sending.again;
    let (newsletter, counters) = (sending.newsletter.clone(), sending.dispatch.counters);
    let question = Question { digest: digest.clone(), newsletter, readers: 0, counters, again: sending.again };
    let mut buttons = digest_questions::buttons(frame, &question);
    let resend = |label: String| Button::to(format!("{}/{}", path(digest.id), RESEND.name), label);
    if RESEND.states.contains(&digest.state) {
        if failed > 0 {
            buttons.push(resend(frame.t1("admin-resend", "count", failed)));
        }
        if unknown > 0 {
            let label = frame.t1("admin-resend-unknown", "count", failed.saturating_add(unknown));
            let words = RESEND.question.map(|key| question.words(frame, key)).unwrap_or_default();
            buttons.push(resend(label).danger(words).with("unknown", "yes"));
        }
    }
    buttons
}

/// The speed of the last minute, and how long the `due` mails take at that speed; then how many wait for another attempt.
/// Empty where nothing moves and nobody waits.
fn pace(frame: &AdminFrame, steps: &Steps, due: i64, waiting: (i64, Option<Timestamp>)) -> String {
    let l = &frame.locale;
    let speed = speed(steps, due, frame.now)
        .map(|(speed, minutes)| l.t2("admin-pace", "speed", l.number(speed), "minutes", minutes));
    let waiting = waiting.1.map(|at| {
        let time = at.to_utc().with_timezone(&frame.zone).format("%H:%M:%S").to_string();
        let args = [("count", waiting.0.into()), ("shown", frame.n(&waiting.0).into()), ("at", time.into())];
        l.t_args("admin-waiting-next", &args)
    });
    speed.into_iter().chain(waiting).collect::<Vec<_>>().join(" · ")
}

/// Mails a minute over the last minute, and minutes to the end.
fn speed(steps: &[(Timestamp, i64, i64)], to_go: i64, now: Timestamp) -> Option<(i64, i64)> {
    let since = now.plus(-MINUTE);
    let recent: Vec<_> = steps.iter().filter(|(at, ..)| *at >= since).collect();
    let done: i64 = recent.iter().map(|(_, sent, failed)| sent + failed).sum();
    let time = (now.0 - recent.first()?.0.0).clamp(SECOND, MINUTE);
    let speed = done.saturating_mul(MINUTE).checked_div(time).filter(|speed| *speed > 0)?;
    let minutes = to_go.saturating_add(speed - 1).checked_div(speed).filter(|minutes| *minutes > 0)?;
    Some((speed, minutes))
}

/// Mails sent so far, at equal steps of time.
fn over_time(steps: &[(Timestamp, i64, i64)]) -> Vec<(Timestamp, i64)> {
    let (Some((first, ..)), Some((last, ..))) = (steps.first(), steps.last()) else { return Vec::new() };
    let span = last.0 - first.0 + STEP;
    let step = (span / (MOST_POINTS * STEP) + 1) * STEP;
    let points = (span + step - 1) / step;
    let sent_before = |at: Timestamp| steps.iter().filter(|step| step.0 < at).map(|(_, sent, _)| sent).sum();
    (0..=points).map(|point| first.plus((point * step).min(span))).map(|at| (at, sent_before(at))).collect()
}

fn chart(frame: &AdminFrame, steps: &Steps) -> Drawing {
    let points = over_time(steps);
    let local = |at: Timestamp| at.to_utc().with_timezone(&frame.zone);
    let day = |point: Option<&(Timestamp, i64)>| point.map(|(at, _)| local(*at).date_naive());
    let is_one_day = day(points.first()) == day(points.last());
    let label = |at: Timestamp| if is_one_day { local(at).format("%H:%M:%S").to_string() } else { frame.when(at) };
    let sent = points.last().map_or(0, |(_, sent)| *sent);
    let summary = frame.t1("admin-chart-sent", "sent", frame.n(&sent));
    let points: Vec<_> = points.into_iter().map(|(at, sent)| (label(at), sent)).collect();
    Drawing::line(&frame.locale, summary, &points)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: i64 = 1_761_177_600_000;

    fn steps(sent: &[(i64, i64)]) -> Steps {
        sent.iter().map(|(second, sent)| (Timestamp(START + second * SECOND), *sent, 0)).collect()
    }

    #[test]
    fn speed_is_that_of_the_last_minute() {
        let now = |second: i64| Timestamp(START + second * SECOND);
        for (sent, to_go, at, expected) in [
            (vec![(0, 100), (10, 100)], 600, 20, Some((600, 1))),
            (vec![(0, 100), (10, 100)], 601, 20, Some((600, 2))),
            (vec![(0, 9_000), (100, 30)], 90, 130, Some((60, 2))),
            (vec![(0, 100)], 0, 10, None),
            (vec![(0, 100)], 50, 600, None),
            (vec![], 50, 0, None),
        ] {
            assert_eq!(speed(&steps(&sent), to_go, now(at)), expected, "{sent:?}");
        }
    }

    #[test]
    fn a_chart_begins_at_nothing_and_ends_with_all() {
        assert_eq!(over_time(&[]), []);
        for sent in [vec![(0, 5)], vec![(0, 5), (10, 7), (40, 1)], vec![(0, 5), (1_000_000, 7)]] {
            let points = over_time(&steps(&sent));
            assert_eq!(points.first().map(|point| point.1), Some(0), "{sent:?}");
            assert_eq!(points.last().map(|point| point.1), Some(sent.iter().map(|(_, sent)| sent).sum()), "{sent:?}");
            assert!(points.len() <= 62, "{} points", points.len());
            assert!(points.is_sorted());
        }
    }
}
