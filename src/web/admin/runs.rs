//! The next runs of editions with a schedule: when, what would be sent, and to how many.

use actix_web::web;

use super::digest;
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Badge, Cell, Table};
use crate::db::{self, Conn};
use crate::digest::DigestError;
use crate::digest::run::{self, Upcoming};
use crate::newsletter::Approval;
use crate::subscriber::audience::{self, Audience};
use crate::web::App;
use crate::web::Refusal;
use crate::web::parts::Link;
use crate::web::respond::{Answer, page};
use crate::web::route::get;

pub const PATH: &str = "/admin/runs";
/// Runs that are shown.
const MOST: usize = 10;
/// Titles that are shown of each.
const TITLES: usize = 3;

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.route("", get(list));
}

async fn list(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let now = frame.now;
    let work = move |conn: &mut Conn| {
        let runs = run::upcoming(conn, now, MOST)?;
        let readers = |conn: &mut Conn, run: &Upcoming| {
            Ok::<_, db::Error>(audience::count(conn, &Audience::due(run.newsletter.id, now))?.mailed)
        };
        let readers = runs.iter().map(|run| readers(conn, run)).collect::<db::Result<Vec<_>>>()?;
        Ok::<_, DigestError>(runs.into_iter().zip(readers).collect::<Vec<_>>())
    };
    match app.db.read(work).await {
        Ok(runs) => page(&list_page(frame, &runs)),
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(error) => Err(Refusal::broken(&error)),
    }
}

/// Runs with the number of their readers.
#[must_use]
pub fn list_page(frame: AdminFrame, runs: &[(Upcoming, i64)]) -> ListPage {
    let link = |(run, _): &(Upcoming, i64)| {
        Cell::link(&run.newsletter.name, format!("/admin/newsletters/{}", run.newsletter.id))
    };
    let way = |(run, _): &(Upcoming, i64)| {
        let key = match run.approval {
            Approval::Automatic => "admin-run-automatic",
            Approval::Editor => "admin-run-approval",
        };
        Cell::badge(Badge { label: frame.t(key), ..Badge::default() })
    };
    let table = Table::of(&frame, runs)
        .moment(|(run, _)| run.at)
        .column("field-newsletter", link)
        .column("admin-run-way", way)
        .column("admin-run-content", |(run, _)| content(&frame, run))
        .number("admin-run-readers", |(_, readers)| *readers)
        .table("admin-nav-runs", "admin-runs-none");
    let links = vec![Link::new(frame.t("admin-all-digests"), digest::PATH)];
    ListPage { text: frame.t("admin-runs-text"), links, ..ListPage::new(frame, table) }
}

/// Its digest, or the first titles that it would have now.
fn content(frame: &AdminFrame, run: &Upcoming) -> Cell {
    if let Some(digest) = run.digest {
        return Cell::link(frame.t("admin-run-made"), digest::path(digest));
    }
    let Some(titles) = &run.titles else { return Cell::text(frame.t("admin-run-later")) };
    let Some((first, _)) = titles.split_first() else { return Cell::text(frame.t("admin-run-nothing")) };
    let more = i64::try_from(titles.len().saturating_sub(TITLES)).unwrap_or(0);
    let others: Vec<&str> = titles.iter().skip(1).take(TITLES - 1).map(String::as_str).collect();
    let more = (more > 0).then(|| frame.t1("admin-run-more", "count", more));
    let note = others.into_iter().map(str::to_owned).chain(more).collect::<Vec<_>>().join(" · ");
    Cell::text(first.clone()).note(note)
}
