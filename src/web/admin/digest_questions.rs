//! The buttons of a digest, made from the table of actions, and the questions before what cannot be undone: sending,
//! cancelling or discarding, and sending again to those in doubt. Each names the digest, and how many readers it reaches.

use super::digest::{path, title};
use super::form::FormPage;
use super::frame::AdminFrame;
use super::table::Button;
use crate::delivery::Counters;
use crate::digest::Digest;
use crate::newsletter::Newsletter;
use crate::web::digest_action::{ACTIONS, DigestAction};

/// What a question names.
pub struct Question {
    pub digest: Digest,
    pub newsletter: Newsletter,
    /// Readers who would get it.
    pub readers: i64,
    pub counters: Counters,
    /// The failed, and those in doubt, that would get it again.
    pub again: (i64, i64),
}

impl Question {
    /// The question of this key, in words.
    #[must_use]
    pub fn words(&self, frame: &AdminFrame, key: &str) -> String {
        let Self { newsletter, readers, counters, .. } = self;
        let shown = if key == "admin-cancel-sure" { counters.to_go() } else { *readers };
        let args = [
            ("subject", title(frame, &self.digest).into()),
            ("newsletter", newsletter.name.as_str().into()),
            ("readers", (*readers).into()),
            ("sent", frame.n(&counters.sent).into()),
            ("rest", counters.to_go().into()),
            ("shown", frame.n(&shown).into()),
            ("count", self.again.1.into()),
        ];
        frame.locale.t_args(key, &args)
    }

    /// The page that asks it. It carries when the digest was last changed, so that what is answered is what was asked.
    #[must_use]
    pub fn page(&self, frame: AdminFrame, action: &DigestAction, label: String, fields: &[(&str, &str)]) -> FormPage {
        let question = action.question.map(|key| self.words(&frame, key)).unwrap_or_default();
        let (title, seen) = (title(&frame, &self.digest), self.digest.updated_at.0.to_string());
        let fields = [fields, &[("sure", "yes"), ("seen", &seen)]].concat();
        FormPage::question(frame, title, question, (&path(self.digest.id), action.name), label, &fields)
    }
}

/// The buttons of the actions that the digest's state offers.
#[must_use]
pub fn buttons(frame: &AdminFrame, question: &Question) -> Vec<Button> {
    let digest = &question.digest;
    let offered = |action: &&DigestAction| !action.label.is_empty() && action.states.contains(&digest.state);
    let button = |action: &DigestAction| Button {
        main: action.main,
        danger: action.question.is_some() && !action.main,
        confirm: action.question.map(|key| question.words(frame, key)),
        ..Button::to(format!("{}/{}", path(digest.id), action.name), frame.t(action.label))
    };
    ACTIONS.into_iter().filter(offered).map(button).collect()
}
