//! `tidings digest`: composes, shows, tests and sends digests. Sending only queues; the running server delivers.

use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use clap::Subcommand;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Value, json};

use super::installation::Installation;
use super::newsletter::by_slug;
use super::output::{Output, note};
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, Counters, DispatchState, Health};
use crate::digest::{self, Digest, edit, render, send};
use crate::email_address::EmailAddress;
use crate::locale::Locale;
use crate::mail::fault;
use crate::newsletter;
use crate::web::digest_action::{CANCEL, DigestAction, Input, PAUSE, RESUME, Run};

/// The interval at which a waiting command looks.
const LOOK: Duration = Duration::from_millis(200);

#[derive(Debug, Subcommand)]
pub enum DigestCommand {
    /// List the digests, the newest first.
    List {
        /// At most so many.
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(i64).range(1..))]
        limit: i64,
    },
    /// Compose a draft of what is trending and print its id.
    Compose {
        /// The newsletter's short name in URLs.
        #[arg(long)]
        newsletter: String,
        /// The subject of the mail.
        #[arg(long)]
        subject: String,
    },
    /// Print the text of a digest as readers get it now, or as they got it.
    Show {
        /// The digest's number.
        id: i64,
    },
    /// Send a digest to one address, for a test.
    Test {
        /// The digest's number.
        id: i64,
        /// The address.
        #[arg(long)]
        to: String,
    },
    /// Approve a draft and send it.
    Send {
        /// The digest's number.
        id: i64,
        /// Wait for the end and print the counters. Failed and unknown mails make the command fail.
        #[arg(long)]
        wait: bool,
        /// Wait at most so long; the sending continues.
        #[arg(long, value_name = "SECONDS", requires = "wait")]
        timeout: Option<u64>,
        /// Send it at this time, such as 2031-10-24T07:00:00+02:00.
        #[arg(long, value_name = "TIME", conflicts_with = "wait")]
        at: Option<Timestamp>,
    },
    /// Stop the mails of a digest that is being sent.
    Pause {
        /// The digest's number.
        id: i64,
    },
    /// Go on with a paused digest, such as one that is held after a back-up was restored.
    Resume {
        /// The digest's number.
        id: i64,
    },
    /// Cancel a digest; mails that are not yet sent are not sent.
    Cancel {
        /// The digest's number.
        id: i64,
    },
}

impl DigestCommand {
    pub async fn run(self, installation: &Installation, output: Output) -> anyhow::Result<()> {
        match self {
            Self::List { limit } => list(installation, limit, output).await,
            Self::Compose { newsletter, subject } => {
                let newsletter = by_slug(installation, &newsletter).await?.id;
                let now = installation.clock.now();
                let id = installation
                    .db
                    .write(move |conn| edit::compose(conn, &Actor::Operator, now, newsletter, &subject))
                    .await?;
                output.say(&id.to_string(), &json!({ "id": id }))
            }
            Self::Show { id } => show(installation, id, output).await,
            Self::Test { id, to } => {
                installation.must_agree_with_server().await?;
                let address = EmailAddress::parse(&to).with_context(|| format!("--to {to}"))?;
                let (now, outfit) = (installation.clock.now(), installation.outfit());
                let dispatch = installation
                    .db
                    .write(move |conn| send::test(conn, &Actor::Operator, now, &outfit, id, &address))
                    .await?;
                output.say("queued", &json!({ "dispatch": dispatch }))
            }
            Self::Send { id, wait, timeout, at } => {
                installation.must_agree_with_server().await?;
                if let Some(at) = at {
                    schedule(installation, id, at).await?;
                    let words = format!("scheduled for {at}");
                    return output.say(&words, &json!({ "state": "scheduled", "scheduled_at": at }));
                }
                if wait && !installation.is_served().await? {
                    bail!("no server is running on this database; start \"tidings serve\" and send again");
                }
                let started = installation.clock.now();
                let dispatch = queue(installation, id).await?;
                if !wait {
                    return output.say("queued", &json!({ "dispatch": dispatch }));
                }
                let limit = timeout.map(Duration::from_secs);
                let (counters, ending) = wait_for(installation, dispatch, RelayNews::since(started), limit).await?;
                output.say(&in_words(&counters), &object(&counters))?;
                judge(&counters, ending)
            }
            Self::Pause { id } => act(installation, &PAUSE, id, output).await,
            Self::Resume { id } => act(installation, &RESUME, id, output).await,
            Self::Cancel { id } => act(installation, &CANCEL, id, output).await,
        }
    }
}

/// Does with a digest what its page and the API do, and prints its state.
async fn act(
    installation: &Installation,
    action: &'static DigestAction,
    id: i64,
    output: Output,
) -> anyhow::Result<()> {
    let (now, outfit) = (installation.clock.now(), installation.outfit());
    let work = move |conn: &mut Conn| {
        let run = Run { actor: &Actor::Operator, now, outfit: &outfit, input: &Input::default() };
        (action.run)(conn, &run, id)
    };
    installation.db.write(work).await?;
    let state = load(installation, id).await?.state.as_str();
    output.say(state, &json!({ "id": id, "state": state }))
}

async fn load(installation: &Installation, id: i64) -> anyhow::Result<Digest> {
    let found = installation.db.read(move |conn| digest::by_id(conn, id)).await?;
    found.with_context(|| format!("there is no digest {id}"))
}

async fn list(installation: &Installation, limit: i64, output: Output) -> anyhow::Result<()> {
    let work = move |conn: &mut Conn| db::Result::Ok((digest::list(conn, i64::MAX, limit)?, newsletter::list(conn)?));
    let (digests, newsletters) = installation.db.read(work).await?;
    let slug = |digest: &Digest| {
        let found = newsletters.iter().find(|newsletter| newsletter.id == digest.newsletter_id);
        found.map(|newsletter| newsletter.slug.as_str()).unwrap_or_default()
    };
    let line = |digest: &Digest| format!("{}\t{}\t{}\t{}", digest.id, digest.state, slug(digest), digest.subject);
    let lines: Vec<String> = digests.iter().map(line).collect();
    let mut objects = serde_json::to_value(&digests)?;
    for (object, digest) in objects.as_array_mut().into_iter().flatten().zip(&digests) {
        object["newsletter"] = slug(digest).into();
    }
    output.say(&lines.join("\n"), &json!({ "digests": objects }))
}

async fn show(installation: &Installation, id: i64, output: Output) -> anyhow::Result<()> {
    let digest = load(installation, id).await?;
    let (links, keys, now) = (installation.links.clone(), installation.keys.clone(), installation.clock.now());
    let state = digest.state;
    let work = move |conn: &mut Conn| {
        let letter = render::current(conn, digest.clone(), &links, &keys)?;
        render::preview(&letter, &digest, now, None).map(|(_, mail)| (letter.subject, mail))
    };
    let (subject, mail) = installation.db.read(work).await?;
    let words = format!("{subject} ({state})\n\n{}", mail.text);
    output.say(
        &words,
        &json!({ "id": id, "state": state.as_str(), "subject": subject, "text": mail.text, "html": mail.html }),
    )
}

/// Approves a draft and opens its dispatch; the audience is planned by the server, or here chunk by chunk.
async fn queue(installation: &Installation, id: i64) -> anyhow::Result<i64> {
    let (now, outfit) = (installation.clock.now(), installation.outfit());
    let work = move |conn: &mut Conn| send::approve_and_send(conn, &Actor::Operator, now, &outfit, id);
    Ok(installation.db.write(work).await?)
}

/// Approves a draft and sets its time; the server sends it then.
async fn schedule(installation: &Installation, id: i64, at: Timestamp) -> anyhow::Result<()> {
    let (now, outfit) = (installation.clock.now(), installation.outfit());
    let work = move |conn: &mut Conn| send::approve_and_schedule(conn, &Actor::Operator, now, &outfit, id, at);
    Ok(installation.db.write(work).await?)
}

/// Why waiting ends.
#[derive(Debug)]
enum Ending {
    Done,
    Cancelled,
    /// With the reason in words.
    Paused(String),
    ServerEnded,
    /// The limit.
    TimeOver(Duration),
}

/// Waits for the end of a dispatch or of the limit; reports faults of the relay meanwhile.
async fn wait_for(
    installation: &Installation,
    dispatch: i64,
    mut news: RelayNews,
    limit: Option<Duration>,
) -> anyhow::Result<(Counters, Ending)> {
    let began = Instant::now();
    let bar = ProgressBar::new(0).with_style(ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}")?);
    loop {
        let counters = installation.db.read(move |conn| delivery::counters(conn, dispatch)).await?;
        bar.set_length(u64::try_from(counters.expected).unwrap_or_default());
        bar.set_position(u64::try_from(counters.expected - counters.to_go()).unwrap_or_default());
        if let Some(words) = news.report(installation.db.read(delivery::health).await?) {
            bar.suspend(|| note!("{words}"));
        }
        let found = installation.db.read(move |conn| delivery::dispatch(conn, dispatch)).await?;
        let ending = match found.map(|dispatch| (dispatch.state, dispatch.reason)) {
            Some((DispatchState::Cancelled, _)) if counters.is_done() => Some(Ending::Cancelled),
            _ if counters.is_done() => Some(Ending::Done),
            Some((DispatchState::Paused, reason)) => {
                let words = reason.map(|reason| reason.words(&Locale::default()));
                Some(Ending::Paused(words.unwrap_or_default()))
            }
            _ if !installation.is_served().await? => Some(Ending::ServerEnded),
            _ => limit.filter(|limit| began.elapsed() >= *limit).map(Ending::TimeOver),
        };
        if let Some(ending) = ending {
            bar.finish_and_clear();
            return Ok((counters, ending));
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// The last reported state of the relay, so that each change is reported once.
struct RelayNews {
    since: Timestamp,
    reported: String,
}

impl RelayNews {
    /// Ignores faults from before `since`, which are not about this digest.
    fn since(since: Timestamp) -> Self {
        Self { since, reported: String::new() }
    }

    fn report(&mut self, health: Option<Health>) -> Option<String> {
        let health = health.filter(|health| health.updated_at >= self.since)?;
        if health.reason == self.reported {
            return None;
        }
        self.reported = health.reason;
        if self.reported.is_empty() {
            return Some("the relay is back".to_owned());
        }
        let words = fault::words(&self.reported, &Locale::default()).map(|(_, words)| words);
        Some(format!("the relay: {}", words.as_ref().unwrap_or(&self.reported)))
    }
}

/// Fails unless every reader has the digest.
fn judge(counters: &Counters, ending: Ending) -> anyhow::Result<()> {
    match ending {
        Ending::Done if counters.failed == 0 && counters.unknown == 0 => Ok(()),
        Ending::Done => bail!(
            "not everybody has the digest: {} failed, {} unknown; its page says why",
            counters.failed,
            counters.unknown
        ),
        Ending::Cancelled => bail!("the digest was cancelled"),
        Ending::Paused(reason) => bail!("the digest is paused: {reason}"),
        Ending::ServerEnded => bail!("the server has ended; the remaining mails are sent when it runs again"),
        Ending::TimeOver(limit) => bail!("the digest is still being sent after {} seconds", limit.as_secs()),
    }
}

fn in_words(counters: &Counters) -> String {
    format!(
        "expected {}, sent {}, failed {}, skipped {}, cancelled {}, unknown {}, to go {}",
        counters.expected,
        counters.sent,
        counters.failed,
        counters.skipped,
        counters.cancelled,
        counters.unknown,
        counters.to_go()
    )
}

fn object(counters: &Counters) -> Value {
    json!({
        "expected": counters.expected, "expected_final": counters.expected_final, "sent": counters.sent,
        "failed": counters.failed, "skipped": counters.skipped, "cancelled": counters.cancelled,
        "unknown": counters.unknown, "to_go": counters.to_go(),
    })
}
