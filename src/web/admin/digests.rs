//! The list of digests, and composing a draft from what is trending.

use actix_web::web;

use super::digest::{PATH, path, title};
use super::form::{Entry, Form, InputKind};
use super::frame::{AdminFrame, done};
use super::list::ListPage;
use super::table::{Badge, Cell, Table};
use crate::db::{self, Conn};
use crate::delivery::{self, Counters};
use crate::digest::{self, Digest, DigestError, edit};
use crate::newsletter::{self, Newsletter};
use crate::web::paging::{LIMIT, Turn};
use crate::web::parts::{Choice, Link, Pager};
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::{App, Posted, Submitted};

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("").route(get(list)).route(web::post().to(compose)));
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let (digests, newsletters, pager) = load(&app, &query).await?;
    page(&ListPage { pager, ..list_page(frame, &digests, &newsletters, &Entry::default()) })
}

async fn load(app: &App, query: &Submitted) -> db::Result<(Vec<(Digest, Counters)>, Vec<Newsletter>, Pager)> {
    let turn = Turn::of(query);
    let before = turn.before();
    let work = move |conn: &mut Conn| Ok::<_, db::Error>((with_counters(conn, before)?, newsletter::list(conn)?));
    let (mut digests, newsletters) = app.db.read(work).await?;
    let pager = turn.cut(&mut digests, |(digest, _)| digest.id, PATH, &[]);
    Ok((digests, newsletters, pager))
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

#[must_use]
pub fn list_page(
    frame: AdminFrame,
    digests: &[(Digest, Counters)],
    newsletters: &[Newsletter],
    new: &Entry,
) -> ListPage {
    let subject = |(digest, _): &(Digest, Counters)| {
        Cell::link(title(&frame, digest), path(digest.id)).note(newsletter::name_of(newsletters, digest.newsletter_id))
    };
    let when = |digest: &Digest| digest.started_at.or(digest.scheduled_at).unwrap_or(digest.updated_at);
    let table = Table::of(&frame, digests)
        .column("admin-digest", subject)
        .column("admin-state", |(digest, _)| Cell::badge(Badge::of(&frame.locale, digest.state.as_str())))
        .column("admin-when", |(digest, _)| frame.when(when(digest)))
        .number("admin-expected", |(_, counters)| counters.expected)
        .number("state-sent", |(_, counters)| counters.sent)
        .number("state-failed", |(_, counters)| counters.failed)
        .table("admin-nav-digests", "admin-digests-none");
    if newsletters.is_empty() {
        let links = vec![Link::new(frame.t("admin-first-run"), "/admin/first-run")];
        return ListPage { text: frame.t("admin-no-newsletter"), links, ..ListPage::new(frame, table) };
    }
    let open = newsletters.iter().filter(|newsletter| newsletter.is_open());
    let choices = open.map(|newsletter| Choice::new(newsletter.id.to_string(), &newsletter.name)).collect();
    let form = Form::to(&frame.locale, PATH)
        .select("newsletter", "field-newsletter", choices)
        .field(InputKind::Line, "subject", "field-subject")
        .hint("admin-subject-later")
        .button("admin-digest-compose")
        .show(new);
    ListPage::new(frame, table).with_add("admin-digest-new", form)
}

async fn compose(app: web::Data<App>, posted: Posted) -> Answer {
    let Posted { by, form } = posted;
    let (newsletter, subject) = (form.number("newsletter"), form.get("subject").to_owned());
    let work = by.act(&app, move |conn, actor, now| {
        edit::compose(conn, actor, now, newsletter.ok_or(DigestError::NoNewsletter)?, &subject)
    });
    match work.await {
        Ok(id) => Ok(done(&path(id), "composed")),
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(error) => {
            let of_newsletter = matches!(error, DigestError::NoNewsletter | DigestError::Closed);
            let frame = AdminFrame::load(&app, by).await?;
            let field = if of_newsletter { "newsletter" } else { "subject" };
            let entry = Entry::wrong(form, field, error.said(&frame.locale));
            let (digests, newsletters, pager) = load(&app, &Submitted::default()).await?;
            let shown = list_page(frame, &digests, &newsletters, &entry);
            invalid(&ListPage { pager, ..shown })
        }
    }
}
