//! What every handler is given: the database, the clock, randomness, keys, links, and how wary to be.

use std::sync::Arc;

use crate::article::signal::SignalBuffer;
use crate::clock::Clock;
use crate::config::{DoubtPolicy, Network};
use crate::db::Db;
use crate::digest::send::Outfit;
use crate::guard::challenge::Challenges;
use crate::links::Links;
use crate::mail::MailError;
use crate::newsletter::Newsletter;
use crate::site::Site;
use crate::subscriber::letters::{LetterBox, Stationery};
use crate::token::{Keys, Random};
use crate::worker::feeds::Feeds;

/// Shared by all workers as `web::Data<App>`. Everything in it is cheap to clone.
#[derive(Clone)]
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
    pub challenges: Challenges,
    pub letters: Arc<LetterBox>,
    /// What happens to doubtful mails of a new digest.
    pub doubt: DoubtPolicy,
    /// Views and clicks on their way to the database.
    pub signals: Arc<SignalBuffer>,
    /// Checks a feed's address and fetches it when an editor asks.
    pub feeds: Feeds,
    /// Whether mails are kept in the outbox instead of being sent.
    pub captures: bool,
}

impl App {
    /// What an action needs to write to a reader of a newsletter.
    pub fn stationery(&self, newsletter: &Newsletter, site: &Site) -> Result<Stationery, MailError> {
        let letters = self.letters.of(newsletter, site, &self.links, &self.keys)?;
        Ok(Stationery { keys: self.keys.clone(), random: self.random.clone(), letters })
    }

    /// What an action needs to send a digest.
    #[must_use]
    pub fn outfit(&self) -> Outfit {
        Outfit { keys: self.keys.clone(), links: self.links.clone(), random: self.random.clone(), doubt: self.doubt }
    }
}
