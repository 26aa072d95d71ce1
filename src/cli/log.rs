//! Structured logs on standard error. Fields carry ids and reasons, never an address or a token.

use tracing_subscriber::EnvFilter;

use crate::config::{Log, LogFormat};

/// Libraries that write whole documents into a debug log, a reader's words among them.
const QUIET: [&str; 3] = ["selectors=info", "html5ever=info", "cssparser=info"];

/// What tells of a client's malformed request as of a fault of ours; `log.filter` may ask for it.
const CLIENTS_FAULTS: &str = "actix_http::h1::dispatcher=off";

/// Starts logging; a filter that cannot be read is told and replaced by "info".
pub fn start(log: &Log) {
    let filter = EnvFilter::try_new(format!("{CLIENTS_FAULTS},{}", log.filter)).unwrap_or_else(|error| {
        eprintln!("tidings: log.filter (TIDINGS_LOG) cannot be read ({error}); \"info\" is used");
        EnvFilter::new(format!("{CLIENTS_FAULTS},info"))
    });
    let filter = QUIET.iter().filter_map(|quiet| quiet.parse().ok()).fold(filter, EnvFilter::add_directive);
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false);
    let started = match log.format {
        LogFormat::Text => builder.with_target(false).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    if started.is_err() {
        eprintln!("tidings: logging was started before");
    }
}
