//! What every handler is given: the database, the clock, randomness, keys, links, and how wary to be.

use crate::clock::Clock;
use crate::config::Network;
use crate::db::Db;
use crate::links::Links;
use crate::token::{Keys, Random};

/// Shared by all workers as `web::Data<App>`. Everything in it is cheap to clone.
pub struct App {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub keys: Keys,
    pub links: Links,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<Network>,
    /// Whether forms are limited by client; by address they always are.
    pub client_limits: bool,
    /// Whether public forms ask for a proof of work.
    pub proof_of_work: bool,
}
