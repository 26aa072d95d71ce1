//! What is done with a digest, in one table for the administration and the API: the name, the permission, the states in
//! which it is offered, the action itself, and the question that is asked first.
//!
//! The administration makes its buttons, routes and question pages from [`ACTIONS`]; the API runs the same entries by
//! their constants, such as [`RESUME`].

use crate::actor::{Actor, Permission};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest::edit::{self, Change, Kept};
use crate::digest::send::{self, Outfit};
use crate::digest::{DigestError, DigestState};
use crate::email_address::EmailAddress;

/// One thing that is done with a digest.
pub struct DigestAction {
    /// The last part of its path.
    pub name: &'static str,
    pub permission: Permission,
    /// The states of a digest that it is offered in.
    pub states: &'static [DigestState],
    /// The key of its button's label; empty where the page has a form of its own for it.
    pub label: &'static str,
    /// Whether its button is the main one.
    pub main: bool,
    /// The key of the question that the administration asks first.
    pub question: Option<&'static str>,
    /// Whether it is left undone where words that were saved with it made an approved digest a draft again.
    pub approved_only: bool,
    /// What is said when it is done, as the end of the key of a text `done-…`.
    pub done: &'static str,
    pub run: fn(&mut Conn, &Run<'_>, i64) -> Result<Outcome, DigestError>,
}

/// Who does it, when, and with what.
pub struct Run<'a> {
    pub actor: &'a Actor,
    pub now: Timestamp,
    pub outfit: &'a Outfit,
    pub input: &'a Input,
}

/// What an action may need to be told.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// Where a test goes.
    pub to: Option<EmailAddress>,
    /// When to send.
    pub at: Option<Timestamp>,
    /// Whether a draft is approved on the way.
    pub approve: bool,
    /// Whether those in doubt get it again too.
    pub unknown: bool,
    /// An article, and what happens to its place.
    pub place: Option<(i64, Change)>,
}

/// What came of an action.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Whether an approved digest is a draft again.
    pub reopened: bool,
    /// The dispatch that was opened, paused, resumed or cancelled; none where there is none.
    pub dispatch: Option<i64>,
    /// How many deliveries are queued again.
    pub queued: i64,
}

impl From<Kept> for Outcome {
    fn from(kept: Kept) -> Self {
        Self { reopened: kept == Kept::Reopened, ..Self::default() }
    }
}

impl Outcome {
    fn of(dispatch: Option<i64>) -> Self {
        Self { dispatch, ..Self::default() }
    }
}

const OPEN: &[DigestState] = &[DigestState::Draft, DigestState::Approved, DigestState::Scheduled];
const APPROVED: &[DigestState] = &[DigestState::Approved, DigestState::Scheduled];
const UNDER_WAY: &[DigestState] = &[DigestState::Sending, DigestState::Paused];
const STARTED: &[DigestState] = &[DigestState::Sending, DigestState::Paused, DigestState::Sent];

/// Every action. Buttons stand in this order.
pub const ACTIONS: [&DigestAction; 12] =
    [&PLACE, &FILL, &TEST, &APPROVE, &SEND, &SCHEDULE, &TAKE_BACK, &PAUSE, &RESUME, &CANCEL, &DISCARD, &RESEND];

/// The action of a name that is offered in a state.
#[must_use]
pub fn find(name: &str, state: DigestState) -> Option<&'static DigestAction> {
    ACTIONS.into_iter().find(|action| action.name == name && action.states.contains(&state))
}

/// The action of a name, whatever the state. What is not offered is refused by the action itself.
#[must_use]
pub fn named(name: &str) -> Option<&'static DigestAction> {
    ACTIONS.into_iter().find(|action| action.name == name)
}

/// An action of the editor's page, without a button of its own.
const fn action(
    name: &'static str,
    states: &'static [DigestState],
    done: &'static str,
    run: fn(&mut Conn, &Run<'_>, i64) -> Result<Outcome, DigestError>,
) -> DigestAction {
    let (permission, label, main, question, approved_only) = (Permission::Sends, "", false, None, false);
    DigestAction { name, permission, states, label, main, question, approved_only, done, run }
}

/// Changes the place of an article.
pub const PLACE: DigestAction = action("articles", OPEN, "", |conn, with, id| {
    let (article, change) = with.input.place.ok_or(DigestError::NotFound)?;
    Ok(edit::place(conn, with.actor, with.now, id, article, change)?.into())
});

/// Chooses the articles again.
pub const FILL: DigestAction =
    action("fill", OPEN, "filled", |conn, with, id| Ok(edit::refill(conn, with.actor, with.now, id)?.into()));

/// Sends it to one address.
pub const TEST: DigestAction = action("test", OPEN, "tested", |conn, with, id| {
    let to = with.input.to.as_ref().ok_or(DigestError::NotFound)?;
    Ok(Outcome::of(Some(send::test(conn, with.actor, with.now, with.outfit, id, to)?)))
});

pub const APPROVE: DigestAction = DigestAction {
    label: "admin-approve",
    main: true,
    ..action("approve", &[DigestState::Draft], "approved", |conn, with, id| {
        send::approve(conn, with.actor, with.now, with.outfit, id)?;
        Ok(Outcome::default())
    })
};

/// Sends it to every reader who is due.
pub const SEND: DigestAction = DigestAction {
    label: "admin-send",
    main: true,
    question: Some("admin-send-sure"),
    approved_only: true,
    ..action("send", APPROVED, "sending", |conn, with, id| {
        let send = if with.input.approve { send::approve_and_send } else { send::send };
        Ok(Outcome::of(Some(send(conn, with.actor, with.now, with.outfit, id)?)))
    })
};

/// Sets the time at which it is sent.
pub const SCHEDULE: DigestAction = DigestAction {
    approved_only: true,
    ..action("schedule", APPROVED, "scheduled", |conn, with, id| {
        let at = with.input.at.ok_or(DigestError::Past)?;
        let schedule = if with.input.approve { send::approve_and_schedule } else { send::schedule };
        schedule(conn, with.actor, with.now, with.outfit, id, at)?;
        Ok(Outcome::default())
    })
};

/// Makes an approved digest a draft again.
pub const TAKE_BACK: DigestAction = DigestAction {
    label: "admin-take-back",
    ..action("draft", APPROVED, "taken-back", |conn, with, id| {
        Ok(edit::take_back(conn, with.actor, with.now, id)?.into())
    })
};

pub const PAUSE: DigestAction = DigestAction {
    label: "admin-pause",
    ..action("pause", &[DigestState::Sending], "paused", |conn, with, id| {
        Ok(Outcome::of(Some(send::pause(conn, with.actor, with.now, id)?)))
    })
};

pub const RESUME: DigestAction = DigestAction {
    label: "admin-resume",
    main: true,
    ..action("resume", &[DigestState::Paused], "resumed", |conn, with, id| {
        Ok(Outcome::of(Some(send::resume(conn, with.actor, with.now, id)?)))
    })
};

/// Stops one that is being sent: the rest is not sent.
pub const CANCEL: DigestAction = DigestAction {
    label: "admin-cancel",
    question: Some("admin-cancel-sure"),
    ..action("cancel", UNDER_WAY, "cancelled", |conn, with, id| {
        Ok(Outcome::of(send::cancel(conn, with.actor, with.now, id)?))
    })
};

/// Discards one that is not yet being sent.
pub const DISCARD: DigestAction =
    DigestAction { states: OPEN, label: "admin-discard", question: Some("admin-discard-sure"), ..CANCEL };

/// Sends it again to those whose delivery failed. The question is asked where those in doubt get it too.
pub const RESEND: DigestAction = DigestAction {
    question: Some("admin-resend-sure"),
    ..action("resend", STARTED, "resent", |conn, with, id| {
        let queued = send::resend_failed(conn, with.actor, with.now, id, with.input.unknown)?;
        Ok(Outcome { queued, ..Outcome::default() })
    })
};
