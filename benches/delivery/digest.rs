//! A digest to many readers on a fresh database, sent by the engine with its default settings.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use tidings::clock::{Clock, DAY, MINUTE};
use tidings::config::DoubtPolicy;
use tidings::db::{self, Conn, Db, migrate};
use tidings::delivery::engine::{Engine, Settings};
use tidings::delivery::retry::RetryPolicy;
use tidings::delivery::{self, DispatchKind, DispatchState, Recipient};
use tidings::mail::{Draft, Mailbox, RelayAddress, Slots, Timeouts, compose};
use tidings::token::Random;

use crate::Run;
use crate::process::{Sink, cpu_of, cpu_of_children};

const SENDER: &str = "news@example.com";
const LINKS: usize = 30;

/// About 30 KB as it is sent, with the same personal value in thirty links.
fn message() -> Vec<u8> {
    let slots = Slots::new(7, &["token"]);
    let token = slots.mark("token");
    let (mut text, mut html) = (String::new(), String::new());
    for n in 0..LINKS / 2 {
        let words = "The harbour wakes before the town does, and its cranes are read like a newspaper. ".repeat(10);
        let _ = write!(text, "{words}\nhttps://news.example.com/r/{n}/{token}\n\n");
        let _ = writeln!(html, "<p>{words}</p><p><a href=\"https://news.example.com/r/{n}/{token}\">Read</a></p>");
    }
    let draft = Draft {
        from: Mailbox::new(Some("The Daily"), SENDER).unwrap(),
        reply_to: None,
        subject: "What is trending".to_owned(),
        text,
        html: Some(html),
        list: None,
        auto_submitted: false,
        slots,
    };
    compose(&draft).unwrap().into_bytes()
}

fn queue(conn: &mut Conn, mails: u32) -> db::Result<i64> {
    let now = Clock::System.now();
    let (dispatch, _) = delivery::open(conn, now, DispatchKind::Digest, Some(1), DoubtPolicy::Resend, 0)?;
    let message = delivery::freeze(conn, now, dispatch, SENDER, "What is trending", &message())?;
    let recipient = |n: u32| Recipient {
        key: i64::from(n),
        turn: 0,
        address: format!("reader{n}@example.net"),
        fields: vec![format!("Zm9vYmFyYmF6cXV4-{n:08}")],
    };
    let recipients: Vec<Recipient> = (1..=mails).map(recipient).collect();
    delivery::enqueue(conn, now, dispatch, message, &recipients)?;
    delivery::finish_planning(conn, now, dispatch)?;
    Ok(dispatch)
}

/// Sends one digest; `server` is PostgreSQL's process, where it is ours.
pub fn send(url: &str, sink: &Sink, mails: u32, server: Option<u32>) -> Run {
    let file = url.strip_prefix("sqlite:").map(PathBuf::from);
    let db = Db::open(url, file.as_deref()).unwrap();
    migrate::run(&mut db.connect().unwrap(), file.as_deref()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(run(&db, folder.path(), sink, mails, server))
}

async fn run(db: &Db, folder: &Path, sink: &Sink, mails: u32, server: Option<u32>) -> Run {
    let settings = Settings {
        relay: RelayAddress::parse(&format!("smtp://{}", sink.address)).unwrap(),
        hello: "client.example".to_owned(),
        timeouts: Timeouts::default(),
        retry: RetryPolicy { first: MINUTE, max_age: 3 * DAY },
        journal: folder.join("journal"),
        node: 1,
        boot: String::new(),
    };
    let dispatch = db.write(move |conn| queue(conn, mails)).await.unwrap();
    let used = || (cpu_of(std::process::id()), sink.cpu(), server.map_or(0, cpu_of_children));
    let (before, began) = (used(), Instant::now());
    let engine = Engine::start(db.clone(), Clock::System, Random::System, settings).await.unwrap();
    let found = loop {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let found = db.read(move |conn| delivery::dispatch(conn, dispatch)).await.unwrap().unwrap();
        if found.state != DispatchState::Running {
            break found;
        }
    };
    let (wall, after) = (began.elapsed(), used());
    assert_eq!((found.state, found.counters.sent), (DispatchState::Done, i64::from(mails)));
    engine.stop().await;
    Run { wall, client: after.0 - before.0, sink: after.1 - before.1, database: after.2.saturating_sub(before.2) }
}
