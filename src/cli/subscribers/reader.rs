//! One reader by address: show, unsubscribe, erase.

use anyhow::{Context, ensure};
use serde_json::json;

use crate::actor::Actor;
use crate::cli::installation::Installation;
use crate::cli::newsletter::by_slug;
use crate::cli::output::Output;
use crate::db::Conn;
use crate::email_address::EmailAddress;
use crate::newsletter::Newsletter;
use crate::person;
use crate::subscriber::preferences::{self, Preferences};
use crate::subscriber::{self, Subscription, SubscriptionState, desk};

/// The reader with an address.
async fn load(installation: &Installation, email: &str) -> anyhow::Result<Preferences> {
    let address = EmailAddress::parse(email).with_context(|| email.to_owned())?;
    let work = move |conn: &mut Conn| match subscriber::by_address(conn, address.normalised())? {
        Some(reader) => preferences::standing(conn, reader.id),
        None => Ok(None),
    };
    installation.db.read(work).await?.with_context(|| format!("there is no reader {email}"))
}

pub async fn show(installation: &Installation, email: &str, output: Output) -> anyhow::Result<()> {
    let reader = load(installation, email).await?;
    let id = reader.subscriber.id;
    let data = installation.db.read(move |conn| person::download(conn, id)).await?;
    let mut lines = vec![format!("{}\t{}", email, reader.subscriber.name)];
    lines.extend(reader.newsletters.iter().filter_map(|(newsletter, own)| Some(line(newsletter, own.as_ref()?))));
    output.say(&lines.join("\n"), &serde_json::to_value(data)?)
}

fn line(newsletter: &Newsletter, own: &Subscription) -> String {
    let since = match own.state {
        SubscriptionState::Pending => Some(own.requested_at),
        SubscriptionState::Confirmed => own.confirmed_at,
        SubscriptionState::Unsubscribed => own.unsubscribed_at,
    };
    let since = since.map(|at| format!(" since {at}")).unwrap_or_default();
    let paused = own.paused_until.map(|until| format!(", paused until {until}")).unwrap_or_default();
    format!("{}\t{}{since}{paused}", newsletter.slug, own.state)
}

/// Ends all subscriptions of a reader, or the one to a newsletter.
pub async fn unsubscribe(
    installation: &Installation,
    email: &str,
    newsletter: Option<&str>,
    output: Output,
) -> anyhow::Result<()> {
    let newsletter = match newsletter {
        Some(slug) => Some(by_slug(installation, slug).await?.id),
        None => None,
    };
    let reader = load(installation, email).await?;
    let ended = reader.newsletters.into_iter().filter_map(|(one, own)| Some((one, own?))).filter(|(one, own)| {
        own.state != SubscriptionState::Unsubscribed && newsletter.is_none_or(|wanted| wanted == one.id)
    });
    let (slugs, ids): (Vec<String>, Vec<i64>) = ended.map(|(one, own)| (one.slug.clone(), own.id)).unzip();
    ensure!(!ids.is_empty(), "{email} has no subscription that could be ended");
    let now = installation.clock.now();
    let work = move |conn: &mut Conn| {
        ids.iter().try_for_each(|subscription| desk::unsubscribe(conn, &Actor::Operator, now, *subscription))
    };
    installation.db.write(work).await?;
    output.say(&format!("unsubscribed from {}", slugs.join(", ")), &json!({ "unsubscribed": slugs }))
}

pub async fn erase(installation: &Installation, email: &str, output: Output) -> anyhow::Result<()> {
    let id = load(installation, email).await?.subscriber.id;
    let (now, random) = (installation.clock.now(), installation.random.clone());
    installation.db.write(move |conn| person::erase(conn, &Actor::Operator, now, &random, id)).await?;
    installation.db.scrub().await?;
    output.say("erased", &json!({ "erased": id }))
}
