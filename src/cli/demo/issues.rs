//! The digests that the sample newsroom has sent: composed, approved and delivered by the same code as any other, with a
//! clock that stands at their time.

use std::time::Duration;

use chrono::TimeDelta;

use crate::actor::Actor;
use crate::assembly::{Assembly, Intervals, Running};
use crate::cli::installation::Installation;
use crate::clock::{Clock, DAY, Timestamp};
use crate::db::Conn;
use crate::digest::{self, DigestState, edit, send};

/// How many days ago each was sent, and its subject.
pub const SENT: [(i64, &str); 3] = [
    (15, "A share of the wind, and mussels at work"),
    (8, "The bus that waits for the boat"),
    (1, "Why the chapel bell rings itself"),
];

/// Between two looks at a digest that is being sent, and how far the clock moves meanwhile.
const LOOK: Duration = Duration::from_millis(10);
const MEANWHILE: TimeDelta = TimeDelta::seconds(10);

/// The times of the digests, the oldest first.
pub fn times(now: Timestamp) -> impl Iterator<Item = (Timestamp, &'static str)> {
    SENT.into_iter().map(move |(days, subject)| (now.plus(-days * DAY), subject))
}

/// Sends a digest to everybody who was a reader at that time, and waits until it is sent.
pub async fn deliver(
    installation: &Installation,
    newsletter: i64,
    at: Timestamp,
    subject: &'static str,
) -> anyhow::Result<()> {
    let clock = Clock::fixed(at);
    let intervals = Intervals { digests: Some(LOOK), counters: Some(LOOK), ..Intervals::default() };
    let assembly = Assembly { clock: clock.clone(), intervals, ..installation.assembly()? };
    let Running { app, engine, workers } = assembly.start().await?;
    let outfit = app.outfit();
    let work = move |conn: &mut Conn| {
        let id = edit::compose(conn, &Actor::Operator, at, newsletter, subject)?;
        send::approve_and_send(conn, &Actor::Operator, at, &outfit, id).map(|_| id)
    };
    let id = app.db.write(work).await?;
    while app.db.read(move |conn| digest::by_id(conn, id)).await?.is_some_and(|one| one.state != DigestState::Sent) {
        clock.advance(MEANWHILE);
        tokio::time::sleep(LOOK).await;
    }
    tokio::join!(engine.stop(), workers.stop());
    Ok(())
}
