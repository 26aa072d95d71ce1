//! The sections of the configuration: plain values with their defaults.

use serde::{Deserialize, Serialize};

use super::values::Switch;

/// What happens to a mail in doubt: the relay may have accepted it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DoubtPolicy {
    /// It is sent again, at most twice, with the same Message-ID.
    Resend,
    /// It stays unknown until an editor decides.
    Hold,
}

#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Delivery {
    /// A mail that the relay may have accepted: "resend" it (at most twice) or "hold" it for an editor.
    #[config(env = "TIDINGS_DOUBT", default = "resend")]
    pub doubt: DoubtPolicy,

    /// The host name in EHLO. Without it, the host of the base URL.
    #[config(env = "TIDINGS_HELLO")]
    pub hello: Option<String>,

    /// Seconds until the first retry of a mail; each later one waits longer.
    #[config(env = "TIDINGS_FIRST_RETRY_SECONDS", default = 60)]
    pub first_retry_seconds: u32,

    /// Hours after its first attempt when a mail is given up.
    #[config(default = 72)]
    pub max_age_hours: u32,

    /// Time limit in seconds of each reply of the relay before the final dot.
    #[config(env = "TIDINGS_REPLY_SECONDS", default = 300)]
    pub reply_seconds: u32,

    /// Time limit in seconds of the reply to the final dot.
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
    /// "on" or "off": require a proof of work from browsers on sign-up and contact forms.
    #[config(env = "TIDINGS_PROOF_OF_WORK", default = "on")]
    pub proof_of_work: Switch,

    /// "on" or "off": limit how often one client may use the public forms. The limit by address always applies.
    #[config(env = "TIDINGS_CLIENT_LIMITS", default = "on")]
    pub client_limits: Switch,
}

#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Retention {
    /// Days that an entry of the audit log is kept.
    #[config(env = "TIDINGS_AUDIT_DAYS", default = 730)]
    pub audit_days: u32,

    /// Days that a failed sign-in is kept in the audit log.
    #[config(env = "TIDINGS_FAILED_SIGN_IN_DAYS", default = 30)]
    pub failed_sign_in_days: u32,
}

/// The format of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Clone, Debug, confique::Config)]
#[config(layer_attr(derive(Clone, Serialize)), layer_attr(serde(deny_unknown_fields)))]
pub struct Log {
    /// "text" for people, "json" for programs.
    #[config(env = "TIDINGS_LOG_FORMAT", default = "text")]
    pub format: LogFormat,

    /// The level: "error", "warn", "info", "debug", or with targets, such as "info,tidings=debug".
    #[config(env = "TIDINGS_LOG", default = "info")]
    pub filter: String,
}
