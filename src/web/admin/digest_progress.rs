//! The page of a digest that is on its way or has been: counters, speed, reasons, and what can still be done.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::digest_editor::Asked;
use super::digest_preview::{Reading, preview};
use super::digest_sure::{cancel_question, resend_question};
use super::digests::{DIGESTS, title};
use super::pages::{AdminFrame, Badge, Button, DigestProgressPage, Drawing, Notice, PreviewKind, Progress, Reason};
use crate::clock::{DAY, MINUTE, SECOND, Timestamp};
use crate::db::{self, Conn};
use crate::delivery::{self, Counters, DeliveryReason, Dispatch, Health};
use crate::digest::{Digest, DigestError, DigestState};
use crate::mail::ReadMail;
use crate::newsletter;
use crate::web::public::pages::Link;
use crate::web::respond::page_with;
use crate::web::{App, Refusal, SignedIn};

/// A step in which the engine counts, and how many points a chart has at most.
const STEP: i64 = 10 * SECOND;
const MOST_POINTS: i64 = 60;

/// Failed deliveries that the page looks at to say how many could be sent again; beyond, it says how many failed.
const MOST_AGAIN: i64 = 2_000;

/// Sent and failed by step of ten seconds, in order of time.
type Steps = Vec<(Timestamp, i64, i64)>;

struct Found {
    newsletter: String,
    dispatch: Dispatch,
    steps: Steps,
    reasons: Vec<delivery::Reason>,
    /// How many wait for another try, and when the next one is.
    waiting: (i64, Option<Timestamp>),
    /// The failed, and those in doubt, that would get it if it were sent to them again.
    again: (i64, i64),
    health: Option<Health>,
    mail: Option<(String, ReadMail)>,
}

/// The page of a digest that has a dispatch.
pub async fn page(
    app: &App,
    by: &SignedIn,
    frame: AdminFrame,
    digest: Digest,
    asked: &Asked,
    status: StatusCode,
) -> Result<HttpResponse, Refusal> {
    let (reading, wanted, now) = (Reading::of(app, by), digest.clone(), app.clock.now());
    let found = match app.db.read(move |conn| load(conn, &reading, wanted, now)).await {
        Ok(found) => found,
        Err(DigestError::Db(error)) => return Err(error.into()),
        Err(error) => return Err(Refusal::broken(&error)),
    };
    page_with(status, &fill(frame, &digest, found, asked, now))
}

fn load(conn: &mut Conn, reading: &Reading, digest: Digest, now: Timestamp) -> Result<Found, DigestError> {
    let id = digest.dispatch_id.unwrap_or_default();
    let dispatch = delivery::dispatch(conn, id)?.ok_or(DigestError::NotFound)?;
    Ok(Found {
        newsletter: newsletter::by_id(conn, digest.newsletter_id)?.map(|found| found.settings.name).unwrap_or_default(),
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

fn fill(frame: AdminFrame, digest: &Digest, found: Found, asked: &Asked, now: Timestamp) -> DigestProgressPage {
    let l = &frame.locale;
    let counters = found.dispatch.counters;
    let deliveries = format!("/admin/deliveries?digest={}", digest.id);
    let reason = |found: delivery::Reason| Reason {
        url: format!("{deliveries}&state={}", found.state),
        state: found.state.to_string(),
        reason: DeliveryReason::words(found.reason, l),
        count: found.count,
        reply: found.reply,
    };
    let (waiting, next) = found.waiting;
    let link = |name: String, url: String| Link { name, url };
    let live = matches!(digest.state, DigestState::Sending | DigestState::Paused);
    DigestProgressPage {
        back: link(l.t("admin-nav-digests"), DIGESTS.to_owned()),
        title: title(&frame, digest),
        state: Badge::of(l, digest.state.as_str()),
        newsletter: found.newsletter,
        live,
        notices: notices(&frame, &found.dispatch, found.health.filter(|_| live)),
        progress: Progress { waiting, ..progress(counters) },
        pace: match found.dispatch.finished_at {
            Some(at) => frame.t1("admin-finished", "at", frame.when(at)),
            None => pace(&frame, &found.steps, counters.to_go() - waiting, (waiting, next), now),
        },
        chart: chart(&frame, &found.steps),
        reasons: DigestProgressPage::reasons(l, found.reasons.into_iter().map(reason).collect()),
        buttons: buttons(&frame, digest, counters, found.again),
        links: vec![
            link(l.t("admin-all-deliveries"), deliveries.clone()),
            link(l.t("admin-waiting"), format!("{deliveries}&state=deferred")),
            link(l.t("admin-on-the-web"), format!("/digests/{}", digest.slug)),
        ],
        preview: preview(l, digest.id, PreviewKind::of(&asked.preview), found.mail.as_ref()),
        frame,
    }
}

/// The counters as the page shows them.
#[must_use]
pub fn progress(counters: Counters) -> Progress {
    let Counters { expected, expected_final, sent, failed, skipped, cancelled, unknown } = counters;
    let to_go = counters.to_go();
    Progress { expected, expected_final, sent, failed, skipped, cancelled, unknown, to_go, waiting: 0 }
}

/// Why it stands still, if it does.
fn notices(frame: &AdminFrame, dispatch: &Dispatch, health: Option<Health>) -> Vec<Notice> {
    let link = || Link { name: frame.t("admin-nav-deliveries"), url: "/admin/deliveries".into() };
    let why = dispatch.reason.as_ref().map(|reason| reason.words(&frame.locale));
    let paused = why.map(|why| frame.t1("admin-paused-why", "reason", why));
    let relay = health.filter(|health| health.state != "ok" && !health.reason.is_empty());
    let relay = relay.map(|health| frame.t1("admin-relay-why", "reason", &health.reason));
    paused.into_iter().chain(relay).map(|text| Notice { text, link: link() }).collect()
}

/// What the state and the counters allow.
fn buttons(frame: &AdminFrame, digest: &Digest, counters: Counters, again: (i64, i64)) -> Vec<Button> {
    let to = |action: &str, label: String| Button::to(format!("{DIGESTS}/{}/{action}", digest.id), label);
    let cancel = || to("cancel", frame.t("admin-cancel")).danger(cancel_question(frame, digest, counters));
    let mut buttons = match digest.state {
        DigestState::Sending => vec![to("pause", frame.t("admin-pause")), cancel()],
        DigestState::Paused => vec![to("resume", frame.t("admin-resume")).main(), cancel()],
        _ => Vec::new(),
    };
    let (failed, unknown) = again;
    if digest.state != DigestState::Cancelled {
        if failed > 0 {
            buttons.push(to("resend", frame.t1("admin-resend", "count", failed)));
        }
        if unknown > 0 {
            let label = frame.t1("admin-resend-unknown", "count", failed.saturating_add(unknown));
            let question = resend_question(frame, digest, unknown);
            buttons.push(to("resend", label).danger(question).with("unknown", "yes"));
        }
    }
    buttons
}

/// How fast it goes, by the last minute, and how long what is due takes at that speed; then how many wait for another
/// try. Empty where nothing moves and nobody waits.
fn pace(frame: &AdminFrame, steps: &Steps, due: i64, waiting: (i64, Option<Timestamp>), now: Timestamp) -> String {
    let l = &frame.locale;
    let speed =
        speed(steps, due, now).map(|(speed, minutes)| l.t2("admin-pace", "speed", l.number(speed), "minutes", minutes));
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
    (0..=points).map(|point| first.plus(point * step)).map(|at| (at, sent_before(at))).collect()
}

fn chart(frame: &AdminFrame, steps: &Steps) -> Drawing {
    let points = over_time(steps);
    let span = points.last().map_or(0, |last| last.0.0) - points.first().map_or(0, |first| first.0.0);
    let label = |at: Timestamp| {
        let local = at.to_utc().with_timezone(&frame.zone);
        if span < DAY { local.format("%H:%M:%S").to_string() } else { frame.when(at) }
    };
    let sent = points.last().map_or(0, |(_, sent)| *sent);
    let summary = frame.t1("admin-chart-sent", "sent", frame.n(&sent));
    let points: Vec<_> = points.into_iter().map(|(at, sent)| (label(at), sent)).collect();
    Drawing::line(summary, &points)
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
