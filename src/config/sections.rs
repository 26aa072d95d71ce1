//! The sections of the configuration. Plain values with their defaults; no logic.

use serde::{Deserialize, Serialize};

use super::values::Switch;

/// What happens to a mail of which we cannot know whether the relay took it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DoubtPolicy {
    /// Sent again, at most twice, under the same Message-ID.
    Resend,
    /// Kept as unknown until an editor decides.
    Hold,
}

#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Delivery {
    /// A mail that may or may not have been taken: "resend" it (at most twice) or "hold" it for an editor.
    #[config(env = "TIDINGS_DOUBT", default = "resend")]
    pub doubt: DoubtPolicy,

    /// The name that we greet the relay with. Without it, the host of the base URL.
    #[config(env = "TIDINGS_HELLO")]
    pub hello: Option<String>,

    /// Seconds until the first retry of a mail that could not be handed over; later ones wait longer each time.
    #[config(env = "TIDINGS_FIRST_RETRY_SECONDS", default = 60)]
    pub first_retry_seconds: u32,

    /// Hours after which a mail that could never be handed over is given up.
    #[config(default = 72)]
    pub max_age_hours: u32,

    /// Seconds that the relay may take for each reply before the final dot.
    #[config(env = "TIDINGS_REPLY_SECONDS", default = 300)]
    pub reply_seconds: u32,

    /// Seconds that the relay may take for the reply to the final dot.
    #[config(env = "TIDINGS_DOT_SECONDS", default = 600)]
    pub dot_seconds: u32,
}

#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Feeds {
    /// Whether feeds on loopback and private networks may be fetched.
    #[config(env = "TIDINGS_FEEDS_ALLOW_PRIVATE", default = false)]
    pub allow_private: bool,

    /// Minutes between two fetches of a feed.
    #[config(default = 15)]
    pub interval_minutes: u32,
}

#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Defences {
    /// "on" or "off": ask the browser for a proof of work on sign-up and contact forms.
    #[config(env = "TIDINGS_PROOF_OF_WORK", default = "on")]
    pub proof_of_work: Switch,

    /// "on" or "off": limit how often one client may use the public forms. The limit by address stays.
    #[config(env = "TIDINGS_CLIENT_LIMITS", default = "on")]
    pub client_limits: Switch,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Log {
    /// "text" for people, "json" for machines.
    #[config(env = "TIDINGS_LOG_FORMAT", default = "text")]
    pub format: LogFormat,

    /// What is logged: "error", "warn", "info", "debug", or targets such as "info,tidings=debug".
    #[config(env = "TIDINGS_LOG", default = "info")]
    pub filter: String,
}
