//! The questions before what cannot be undone: sending, cancelling or discarding, and sending again to those in doubt.
//! Pages of their own, so that they are asked without JavaScript too; each says which digest, and how many it reaches.

use actix_web::web;

use super::digest_form::{Form, path};
use super::digests::{DIGESTS, title};
use super::frame::frame;
use super::pages::{AdminFrame, FormPage};
use crate::db::Conn;
use crate::delivery::{self, Counters};
use crate::digest::{self, Digest, DigestError, DigestState, Needs, ready, render};
use crate::newsletter::{self, Newsletter};
use crate::subscriber::audience::{self, Audience};
use crate::web::respond::{Answer, page, see_other};
use crate::web::{App, Refusal, SignedIn};

/// Whether the question was answered with yes.
#[must_use]
pub fn sure(form: &Form) -> bool {
    form.sure == "yes"
}

/// Refuses what cannot be sent for its state. One that is on its way already is not refused.
pub fn is_sendable(conn: &mut Conn, id: i64) -> Result<(), DigestError> {
    let digest = digest::by_id(conn, id)?.ok_or(DigestError::NotFound)?;
    match digest.state {
        DigestState::Draft | DigestState::Cancelled => Err(DigestError::State(digest.state, Needs::Approved)),
        DigestState::Approved | DigestState::Scheduled => {
            let content = render::content(conn, digest)?;
            ready::against(conn, &content)?.into_iter().next().map_or(Ok(()), Err)
        }
        _ => Ok(()),
    }
}

/// What a question names.
struct Asked {
    digest: Digest,
    newsletter: Newsletter,
    /// Readers who would get it.
    readers: i64,
    counters: Counters,
}

async fn ask(app: &App, id: i64) -> Result<Asked, Refusal> {
    let now = app.clock.now();
    let work = move |conn: &mut Conn| {
        let digest = digest::by_id(conn, id)?.ok_or(Refusal::NotFound)?;
        let newsletter = newsletter::by_id(conn, digest.newsletter_id)?.ok_or(Refusal::NotFound)?;
        let readers = audience::count(conn, &Audience::due(newsletter.id, now))?.mailed;
        let counters = digest.dispatch_id.map(|dispatch| delivery::counters(conn, dispatch)).transpose()?;
        Ok::<_, Refusal>(Asked { digest, newsletter, readers, counters: counters.unwrap_or_default() })
    };
    app.db.read(work).await
}

pub async fn before_send(app: web::Data<App>, by: SignedIn, id: web::Path<i64>) -> Answer {
    let asked = ask(&app, *id).await?;
    if !matches!(asked.digest.state, DigestState::Approved | DigestState::Scheduled) {
        return Ok(see_other(&path(*id)));
    }
    let frame = frame(&app, &by, DIGESTS).await?;
    let question = send_question(&frame, &asked.digest, &asked.newsletter, asked.readers);
    let label = frame.t("admin-send");
    page(&sure_page(frame, &asked.digest, question, "send", &label, &[]))
}

pub async fn before_cancel(app: web::Data<App>, by: SignedIn, id: web::Path<i64>) -> Answer {
    let asked = ask(&app, *id).await?;
    let frame = frame(&app, &by, DIGESTS).await?;
    let (question, label) = match asked.digest.state {
        DigestState::Sending | DigestState::Paused => {
            (cancel_question(&frame, &asked.digest, asked.counters), frame.t("admin-cancel"))
        }
        DigestState::Sent | DigestState::Cancelled => return Ok(see_other(&path(*id))),
        _ => (discard_question(&frame, &asked.digest), frame.t("admin-discard")),
    };
    page(&sure_page(frame, &asked.digest, question, "cancel", &label, &[]))
}

pub async fn before_resend(app: web::Data<App>, by: SignedIn, id: web::Path<i64>) -> Answer {
    let asked = ask(&app, *id).await?;
    let Some(dispatch) = asked.digest.dispatch_id else { return Ok(see_other(&path(*id))) };
    let (failed, unknown) = app.db.read(move |conn| delivery::resendable(conn, dispatch, i64::MAX)).await?;
    if asked.digest.state == DigestState::Cancelled || failed + unknown == 0 {
        return Ok(see_other(&path(*id)));
    }
    let frame = frame(&app, &by, DIGESTS).await?;
    let question = resend_question(&frame, &asked.digest, unknown);
    let label = frame.t1("admin-resend-unknown", "count", failed + unknown);
    page(&sure_page(frame, &asked.digest, question, "resend", &label, &[("unknown", "yes")]))
}

/// The page of a question. It carries when the digest was last changed, so that what is answered is what was asked.
fn sure_page(
    frame: AdminFrame,
    digest: &Digest,
    question: String,
    action: &str,
    label: &str,
    fields: &[(&str, &str)],
) -> FormPage {
    let (title, page, seen) = (title(&frame, digest), path(digest.id), digest.updated_at.0.to_string());
    let fields = [fields, &[("sure", "yes"), ("seen", &seen)]].concat();
    FormPage::sure(frame, title, question, &page, action, label.to_owned(), &fields)
}

pub fn send_question(frame: &AdminFrame, digest: &Digest, newsletter: &Newsletter, readers: i64) -> String {
    let args = [
        ("subject", title(frame, digest).into()),
        ("newsletter", newsletter.name.as_str().into()),
        ("readers", readers.into()),
        ("shown", frame.n(&readers).into()),
    ];
    frame.locale.t_args("admin-send-sure", &args)
}

pub fn cancel_question(frame: &AdminFrame, digest: &Digest, counters: Counters) -> String {
    let args = [
        ("subject", title(frame, digest).into()),
        ("sent", frame.n(&counters.sent).into()),
        ("rest", counters.to_go().into()),
        ("shown", frame.n(&counters.to_go()).into()),
    ];
    frame.locale.t_args("admin-cancel-sure", &args)
}

pub fn discard_question(frame: &AdminFrame, digest: &Digest) -> String {
    frame.t1("admin-discard-sure", "subject", title(frame, digest))
}

pub fn resend_question(frame: &AdminFrame, digest: &Digest, unknown: i64) -> String {
    frame.locale.t2("admin-resend-sure", "subject", title(frame, digest), "count", unknown)
}
