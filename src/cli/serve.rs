//! `tidings serve`: web server, delivery engine and workers in one process, until a signal.

use std::net::TcpListener;
use std::time::Duration;

use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};

use super::installation::Installation;
use crate::article::signal::HOLD;
use crate::assembly::Running;
use crate::web::server;

/// The time limit of a stop: service managers kill after ten seconds.
const END: Duration = Duration::from_secs(9);

/// Serves until SIGTERM or SIGINT.
pub async fn run(installation: Installation) -> anyhow::Result<()> {
    let _locks = installation.lock()?;
    warn(&installation);
    let listener = TcpListener::bind(installation.config.listen)
        .with_context(|| format!("listen (TIDINGS_LISTEN): {} cannot be used", installation.config.listen))?;
    serve(&installation, listener).await
}

/// Serves on a listener until a signal. Mails in flight are finished; the others wait for the next start.
pub async fn serve(installation: &Installation, listener: TcpListener) -> anyhow::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let address = listener.local_addr()?;
    installation.introduce().await?;
    let Running { app, mut engine, workers } = installation.assembly()?.start().await?;
    let threads = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let (signals, random, clock) = (app.signals.clone(), app.random.clone(), app.clock.clone());
    let server = server::serve(listener, app, threads)?;
    let web = server.handle();
    let mut serving = tokio::spawn(server);
    tracing::info!(%address, base_url = installation.links.base(), "serving");
    let mut broken = false;
    tokio::select! {
        () = engine.broken() => broken = true,
        _ = terminate.recv() => tracing::info!("SIGTERM: finishing"),
        _ = interrupt.recv() => tracing::info!("SIGINT: finishing"),
        ended = &mut serving => ended??,
    }
    let ending = async { tokio::join!(web.stop(true), engine.stop(), workers.stop()) };
    if tokio::time::timeout(END, ending).await.is_err() {
        tracing::warn!("not everything ended in time; the rest is cut off");
    }
    // Those that are held, too.
    if let Err(error) = signals.flush(&installation.db, &random, clock.now().plus(HOLD)).await {
        tracing::warn!(%error, "the last views and clicks are not counted");
    }
    anyhow::ensure!(!broken, "the delivery engine failed; restart the server, nothing is lost");
    tracing::info!("ended");
    Ok(())
}

/// Warns about an unusual configuration.
fn warn(installation: &Installation) {
    for name in crate::config::unknown_variables() {
        tracing::warn!("{name} is in the environment, but there is no such setting");
    }
    let defences = &installation.config.defences;
    if !defences.proof_of_work.is_on() {
        tracing::warn!("the proof of work is switched off (defences.proof_of_work)");
    }
    if !defences.client_limits.is_on() {
        tracing::warn!("the limits by client are switched off (defences.client_limits)");
    }
    if installation.links.secure() && installation.config.trusted_proxies.0.is_empty() {
        tracing::warn!(
            "behind a proxy all readers look like one client: name it in trusted_proxies (TIDINGS_TRUSTED_PROXIES)"
        );
    }
    if installation.relay == crate::mail::RelayAddress::Capture {
        tracing::warn!("no relay is configured: mails are kept in the outbox at /admin/outbox (relay, TIDINGS_RELAY)");
    }
}
