//! Structured logs on standard error. Fields have ids and reasons, never an address or a token.

use std::fmt;

use anyhow::Context;
use tracing::field::Field;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::field::MakeExt;
use tracing_subscriber::fmt::format::{Writer, debug_fn};

use super::output::note;
use crate::config::{Log, LogFormat};

/// Libraries that write whole documents, with readers' data, into a debug log; html5ever also warns of every odd tag of a
/// feed.
const QUIET: [&str; 3] = ["selectors=info", "html5ever=error", "cssparser=info"];

/// The target that logs a client's malformed request as an error; `log.filter` may enable it.
const CLIENTS_FAULTS: &str = "actix_http::h1::dispatcher=off";

/// The filter of the configuration.
pub fn filter(log: &Log) -> anyhow::Result<EnvFilter> {
    let shown = log.filter.escape_debug();
    EnvFilter::try_new(format!("{CLIENTS_FAULTS},{}", log.filter)).ok().with_context(|| {
        format!(
            "log.filter (TIDINGS_LOG): \"{shown}\" is not a filter; use a level such as \"info\", or \"info,tidings=debug\""
        )
    })
}

/// Starts logging.
pub fn start(log: &Log) -> anyhow::Result<()> {
    let filter = filter(log)?;
    let filter = QUIET.iter().filter_map(|quiet| quiet.parse().ok()).fold(filter, EnvFilter::add_directive);
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false);
    // A closed standard error would be reported on standard error, by a macro that panics.
    let builder = builder.log_internal_errors(false);
    let started = match log.format {
        LogFormat::Text => builder.with_target(false).fmt_fields(debug_fn(in_one_line).delimited(" ")).try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    };
    if started.is_err() {
        note!("tidings: logging was started before");
    }
    Ok(())
}

/// A field of a line. Foreign text may have line breaks and terminal control characters.
fn in_one_line(writer: &mut Writer<'_>, field: &Field, value: &dyn fmt::Debug) -> fmt::Result {
    let words = clean(format!("{value:?}"));
    match field.name() {
        "message" => writer.write_str(&words),
        // The origin of a record of the `log` crate, which its metadata has too.
        name if name.starts_with("log.") => Ok(()),
        name => write!(writer, "{name}={words}"),
    }
}

fn clean(text: String) -> String {
    if !text.contains(char::is_control) {
        return text;
    }
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_one_line_without_control_characters() {
        for (text, expected) in [
            ("as  it is", "as  it is"),
            ("two\n  lines\r\n", "two lines"),
            ("\u{1b}[31mred\u{7}", "\u{fffd}[31mred\u{fffd}"),
        ] {
            assert_eq!(clean(text.to_owned()), expected);
        }
    }
}
