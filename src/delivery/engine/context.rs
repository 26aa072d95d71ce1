//! The state that all tasks of the engine share.

use super::breaker::Breaker;
use super::desk::Desk;
use super::gate::Gate;
use super::pace::Pace;
use super::settings::Settings;
use crate::clock::Clock;
use crate::db::Db;
use crate::delivery::journal::Journal;
use crate::delivery::queries::record::Rules;
use crate::effect::{Effect, Listener};
use crate::token::Random;

pub(super) struct Context {
    pub db: Db,
    pub clock: Clock,
    pub random: Random,
    pub settings: Settings,
    pub rules: Rules,
    pub database_id: Vec<u8>,
    pub journal: Journal,
    pub desk: Desk,
    pub gate: Gate,
    /// `None` if the relay takes mails at any rate.
    pub pace: Option<Pace>,
    pub breaker: Breaker,
}

impl Listener for Context {
    fn committed(&self, effects: &[Effect]) {
        for effect in effects {
            match effect {
                Effect::Queued => self.desk.nudge(),
                Effect::Left(recipient) => self.desk.withdraw(*recipient),
                Effect::Held(dispatch) => self.desk.hold(*dispatch),
                Effect::SiteChanged => {}
            }
        }
    }
}
