//! The list of digests, and composing a draft of what trends.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::pages::{AdminFrame, DigestRow, ListPage};
use super::parts::{Said, done, frame_said};
use super::turn::{LIMIT, Turn};
use crate::db::{self, Conn};
use crate::delivery::{self, Counters};
use crate::digest::{self, Digest, DigestError, edit};
use crate::newsletter::{self, Newsletter};
use crate::web::public::pages::{Choice, Link};
use crate::web::respond::page_with;
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn};

/// The section of digests.
pub const DIGESTS: &str = "/admin/digests";

type Answer = Result<HttpResponse, Refusal>;

pub fn configure(routes: &mut web::ServiceConfig) {
    routes.service(web::resource(DIGESTS).route(get(list)).route(web::post().to(compose)));
}

#[derive(Clone, Debug, Default, Deserialize)]
struct ComposeForm {
    #[serde(default)]
    newsletter: String,
    #[serde(default)]
    subject: String,
}

async fn list(app: web::Data<App>, by: SignedIn, turn: web::Query<Turn>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, DIGESTS, &said).await?;
    show(&app, frame, &turn, StatusCode::OK, &ComposeForm::default(), None).await
}

async fn compose(app: web::Data<App>, posted: Posted<ComposeForm>) -> Answer {
    let Posted { by, form } = posted;
    let (now, actor, input) = (app.clock.now(), by.actor.clone(), form.clone());
    let work = move |conn: &mut Conn| {
        let newsletter = input.newsletter.parse().map_err(|_| DigestError::NoNewsletter)?;
        let id = edit::compose(conn, &actor, now, newsletter, &input.subject)?;
        Ok::<_, DigestError>(id)
    };
    match app.db.write(work).await {
        Ok(id) => Ok(done(&format!("{DIGESTS}/{id}"), "composed")),
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(error) => {
            let (frame, turn) = (frame_said(&app, &by, DIGESTS, &Said::default()).await?, Turn::default());
            show(&app, frame, &turn, StatusCode::UNPROCESSABLE_ENTITY, &form, Some(&error)).await
        }
    }
}

async fn show(
    app: &App,
    frame: AdminFrame,
    turn: &Turn,
    status: StatusCode,
    typed: &ComposeForm,
    error: Option<&DigestError>,
) -> Answer {
    let before = turn.before();
    let found = app.db.read(move |conn| {
        let newsletters = newsletter::list(conn)?;
        Ok::<_, db::Error>((with_counters(conn, before)?, newsletters))
    });
    let (mut digests, newsletters) = found.await?;
    let pager = turn.cut(&mut digests, |(digest, _)| digest.id, DIGESTS, &[]);
    let rows = digests.iter().map(|(digest, counters)| row(&frame, digest, *counters, &newsletters)).collect();
    let choice = |newsletter: &Newsletter| Choice {
        value: newsletter.id.to_string(),
        label: newsletter.name.clone(),
        chosen: newsletter.id.to_string() == typed.newsletter,
    };
    let mut page =
        ListPage::digests(frame, rows, newsletters.iter().filter(|one| one.is_open()).map(choice).collect(), pager);
    if newsletters.is_empty() {
        page.add = None;
        page.text = page.frame.t("admin-no-newsletter");
        page.links = vec![Link { name: page.frame.t("admin-first-run"), url: "/admin/first-run".into() }];
    }
    if let (Some(add), Some(error)) = (&mut page.add, error) {
        let wrong =
            if matches!(error, DigestError::NoNewsletter | DigestError::Closed) { "newsletter" } else { "subject" };
        for input in &mut add.inputs {
            input.error = (input.name == wrong).then(|| error.said(&page.frame.locale));
            if input.name == "subject" {
                input.value.clone_from(&typed.subject);
            }
        }
    }
    page_with(status, &page)
}

fn with_counters(conn: &mut Conn, before: i64) -> db::Result<Vec<(Digest, Counters)>> {
    let mut found = Vec::new();
    for digest in digest::list(conn, before, LIMIT)? {
        let counters = match digest.dispatch_id {
            Some(dispatch) => delivery::counters(conn, dispatch)?,
            None => Counters::default(),
        };
        found.push((digest, counters));
    }
    Ok(found)
}

fn row(frame: &AdminFrame, digest: &Digest, counters: Counters, newsletters: &[Newsletter]) -> DigestRow {
    let newsletter = newsletters.iter().find(|newsletter| newsletter.id == digest.newsletter_id);
    let when = digest.started_at.or(digest.scheduled_at).unwrap_or(digest.updated_at);
    DigestRow {
        subject: title(frame, digest),
        url: format!("{DIGESTS}/{}", digest.id),
        newsletter: newsletter.map(|newsletter| newsletter.name.clone()).unwrap_or_default(),
        state: digest.state.to_string(),
        when: frame.when(when),
        expected: counters.expected,
        sent: counters.sent,
        failed: counters.failed,
    }
}

/// What a digest is called: its subject, or that it has none.
#[must_use]
pub fn title(frame: &AdminFrame, digest: &Digest) -> String {
    if digest.subject.is_empty() { frame.t("admin-no-subject") } else { digest.subject.clone() }
}
