//! The settings of an engine.

use std::path::PathBuf;

use crate::delivery::retry::RetryPolicy;
use crate::mail::{RelayAddress, Timeouts};

/// The settings of an engine.
#[derive(Clone, Debug)]
pub struct Settings {
    pub relay: RelayAddress,
    /// The name for EHLO.
    pub hello: String,
    pub timeouts: Timeouts,
    pub retry: RetryPolicy,
    /// The file of the delivery journal.
    pub journal: PathBuf,
    /// This node; the same after a restart.
    pub node: i64,
    /// The boot id of the machine; empty if unknown.
    pub boot: String,
}
