//! Editions that make their digests by themselves: on a clock that is turned by hand, with readers, a stop, and editors
//! who approve, take back, or do nothing.

use chrono::TimeDelta;
use serde_json::json;
use tidings::actor::Actor;
use tidings::clock::{Clock, HOUR};
use tidings::db::{Conn, instance};
use tidings::digest::{self, Digest, DigestState, RunOutcome, run, send};
use tidings::newsletter;

use crate::support::app::{Options, TestApp};
use crate::support::database::OpenDatabase;

/// Monday, 5 October 2026, 04:00 in Berlin.
const MONDAY: &str = "2026-10-05T02:00:00Z";
const READERS: [&str; 2] = ["ann@example.org", "ben@example.org"];

struct Newsroom {
    app: TestApp,
    clock: Clock,
}

impl Newsroom {
    /// A newsletter with two readers and a schedule.
    async fn open(settings: serde_json::Value) -> Self {
        let clock = Clock::fixed(MONDAY.parse().unwrap());
        let app = TestApp::with(Options { clock: clock.clone(), ..Options::default() }).await;
        app.subscribe(&READERS).await;
        let room = Self { app, clock };
        let mut all = json!({ "time_zone": "Europe/Berlin", "schedule": "mon-fri 07:00" });
        all.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
        room.set(all).await;
        room
    }

    async fn set(&self, settings: serde_json::Value) {
        let (now, id, changes) = (self.clock.now(), self.app.newsletter, settings.as_object().unwrap().clone());
        let work = move |conn: &mut Conn| newsletter::patch(conn, &Actor::Operator, now, id, changes);
        self.app.app.db.write(work).await.unwrap();
    }

    async fn article(&self, title: &str) {
        self.app.article(title, &["Harbour"], HOUR).await;
    }

    fn turn(&self, minutes: i64) {
        self.clock.advance(TimeDelta::minutes(minutes));
    }

    async fn digests(&self) -> Vec<Digest> {
        self.app.read(|conn| digest::list(conn, i64::MAX, 100)).await
    }

    /// Waits until so many digests are there and the newest has this state.
    async fn until(&self, count: usize, state: DigestState) -> Digest {
        for _ in 0..1_500 {
            let digests = self.digests().await;
            if digests.len() == count && digests[0].state == state {
                return digests[0].clone();
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("no {count}. digest that is {state}: {:?}", self.digests().await);
    }

    /// Waits until the latest run has this outcome.
    async fn until_outcome(&self, outcome: RunOutcome) {
        for _ in 0..1_500 {
            if self.app.read(run::latest).await.is_some_and(|run| run.outcome == outcome) {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("no run that was {outcome}: {:?}", self.app.read(run::latest).await);
    }

    async fn approve(&self, id: i64) {
        let (now, outfit) = (self.clock.now(), self.app.app.outfit());
        let work = move |conn: &mut Conn| send::approve(conn, &Actor::Operator, now, &outfit, id);
        self.app.app.db.write(work).await.unwrap();
    }

    /// The subjects of the mails that each reader has.
    async fn subjects(&self) -> Vec<Vec<String>> {
        let mut all = Vec::new();
        for reader in READERS {
            let mails = self.app.mails_to(reader).await;
            all.push(mails.iter().map(|mail| mail.header("Subject").unwrap_or_default().to_owned()).collect());
        }
        all
    }
}

#[tokio::test]
async fn an_automatic_edition_sends_each_day_once_and_never_an_article_twice() {
    let room = Newsroom::open(json!({ "approval": "automatic", "lead_minutes": 30 })).await;
    room.article("Boats until one").await;
    room.turn(149);
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert!(room.digests().await.is_empty(), "half an hour before its time, not sooner");
    room.turn(1);
    let made = room.until(1, DigestState::Scheduled).await;
    assert_eq!(
        (made.subject.as_str(), made.scheduled_at.unwrap().to_string().as_str()),
        ("Boats until one", "2026-10-05T05:00:00Z")
    );
    room.turn(30);
    room.until(1, DigestState::Sent).await;
    room.until_outcome(RunOutcome::Sent).await;

    // Nothing new on Tuesday; one on Wednesday, whose clocks are those of Berlin.
    room.turn(24 * 60);
    room.until_outcome(RunOutcome::Skipped).await;
    room.article("Warm pool").await;
    room.turn(24 * 60);
    room.until(2, DigestState::Sent).await;
    let both = vec!["Boats until one".to_owned(), "Warm pool".to_owned()];
    assert_eq!(room.subjects().await, [both.clone(), both]);
}

#[tokio::test]
async fn a_draft_waits_for_its_approval_and_is_not_sent_without_it() {
    let room = Newsroom::open(json!({ "lead_minutes": 60 })).await;
    room.article("Boats until one").await;
    room.turn(120);
    let draft = room.until(1, DigestState::Draft).await;
    room.turn(61);
    room.until_outcome(RunOutcome::Unapproved).await;
    let held = room.digests().await[0].clone();
    assert_eq!((held.state, held.held.as_str()), (DigestState::Draft, "It was not approved by its time."));

    room.article("Warm pool").await;
    room.turn(23 * 60);
    let second = room.until(2, DigestState::Draft).await;
    assert_ne!(second.id, draft.id);
    room.approve(second.id).await;
    room.turn(60);
    room.until(2, DigestState::Sent).await;
    room.until_outcome(RunOutcome::Sent).await;
    assert_eq!(room.subjects().await.concat().len(), READERS.len());
}

#[tokio::test]
async fn what_an_editor_takes_back_is_not_sent_and_too_few_articles_make_no_digest() {
    let room = Newsroom::open(json!({ "approval": "automatic", "least_articles": 2 })).await;
    room.article("Boats until one").await;
    room.turn(120);
    room.until_outcome(RunOutcome::Skipped).await;
    room.turn(12 * 60);
    room.article("Warm pool").await;
    room.turn(12 * 60);
    let made = room.until(1, DigestState::Scheduled).await;
    let (now, id) = (room.clock.now(), made.id);
    let work = move |conn: &mut Conn| send::cancel(conn, &Actor::Operator, now, id).map(|_| ());
    room.app.app.db.write(work).await.unwrap();
    room.turn(60);
    room.until_outcome(RunOutcome::Taken).await;
    assert_eq!(room.subjects().await.concat().len(), 0);
}

/// A server that was away for half an hour makes up for it; for longer, the time is missed and said so.
#[tokio::test]
async fn a_time_that_passed_without_a_server_is_made_up_for_within_the_hour() {
    let room = Newsroom::open(json!({ "approval": "automatic" })).await;
    room.article("Boats until one").await;
    let Newsroom { app, clock } = room;
    let database: OpenDatabase = app.stop();
    clock.advance(TimeDelta::minutes(210));
    let app = TestApp::over(database, Options { clock: clock.clone(), ..Options::default() }).await;
    let room = Newsroom { app, clock };
    room.until(1, DigestState::Sent).await;
    room.article("Warm pool").await;
    let Newsroom { app, clock } = room;
    let database: OpenDatabase = app.stop();
    clock.advance(TimeDelta::hours(26));
    let app = TestApp::over(database, Options { clock: clock.clone(), ..Options::default() }).await;
    let room = Newsroom { app, clock };
    room.until_outcome(RunOutcome::Missed).await;
    assert_eq!(room.digests().await.len(), 1);
    room.turn(24 * 60 - 150);
    room.until(2, DigestState::Scheduled).await;
}

/// A schedule that is set after its time of the day begins with its next time.
#[tokio::test]
async fn a_new_schedule_makes_up_for_nothing() {
    let room = Newsroom::open(json!({ "schedule": "", "approval": "automatic" })).await;
    room.article("Boats until one").await;
    room.turn(190);
    room.set(json!({ "schedule": "daily 07:00" })).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert!(room.app.read(run::latest).await.is_none());
    let now = room.clock.now();
    let next = room.app.app.db.read(move |conn| run::upcoming(conn, now, 2)).await.unwrap();
    let next: Vec<String> = next.iter().map(|run| run.at.to_string()).collect();
    assert_eq!(next, ["2026-10-06T05:00:00Z", "2026-10-07T05:00:00Z"]);
}

/// A copy of the database that is older than what was sent: an approved draft would have gone out a second time.
#[tokio::test]
async fn after_a_restore_a_digest_that_waited_for_its_time_is_not_sent() {
    for approval in ["automatic", "editor"] {
        let room = Newsroom::open(json!({ "approval": approval })).await;
        room.article("Boats until one").await;
        room.turn(120);
        let state = if approval == "editor" { DigestState::Draft } else { DigestState::Scheduled };
        let made = room.until(1, state).await;
        if approval == "editor" {
            room.approve(made.id).await;
        }
        room.app.write(|conn| instance::keep(conn, instance::RESTORED, "yes")).await;
        room.until_outcome(RunOutcome::Taken).await;
        room.turn(61);
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(room.digests().await[0].state, DigestState::Approved, "{approval}");
        assert_eq!(room.subjects().await.concat().len(), 0, "{approval}");
    }
}
