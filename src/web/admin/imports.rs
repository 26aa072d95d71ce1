//! Imports of subscribers: the list of those so far, the form for a file, what came of it, undoing one, and the export.

use std::io::Cursor;

use actix_multipart::form::MultipartForm;
use actix_multipart::form::bytes::Bytes;
use actix_multipart::form::text::Text;
use actix_web::web;

use super::export;
use super::form::{Entry, Form, FormPage, InputKind};
use super::frame::{AdminFrame, done, not_done};
use super::list::ListPage;
use super::subscribers::{self, NEW_IMPORT};
use super::table::{Badge, Button, Cell, Table};
use crate::db::{self, Conn};
use crate::locale::{Arg, Locale};
use crate::newsletter::{self, Newsletter};
use crate::subscriber::import::{self, Entry as Imported, Import, ImportError, Reading, Report, Standing, Tool, undo};
use crate::web::paging::{LIMIT, Turn};
use crate::web::parts::{Choice, Link};
use crate::web::respond::{Answer, invalid, page};
use crate::web::route::get;
use crate::web::upload::{FileForm, Upload, up_to};
use crate::web::{App, Posted, Refusal, SignedIn, Submitted};

pub const PATH: &str = "/admin/subscribers/imports";
const CHECK: &str = "/admin/subscribers/imports/check";

/// The largest form, in bytes: about 300,000 readers. Larger files are for the command line.
const LARGEST: usize = 16 * 1024 * 1024;
/// Refused rows that are shown.
const SHOWN: usize = 200;

/// The standings that a whole file may have, by the words of the form.
const STANDINGS: [(&str, Standing); 4] = [
    ("confirmed", Standing::CONFIRMED),
    ("pending", Standing::PENDING),
    ("unsubscribed", Standing::UNSUBSCRIBED),
    ("bounced", Standing::BOUNCED),
];

pub fn routes(routes: &mut web::ServiceConfig) {
    let upload = |path: &str| web::resource(path).app_data(up_to(LARGEST));
    routes
        .route("/imports", get(list))
        .service(upload("/imports/new").route(get(form)).route(web::post().to(run)))
        .service(upload("/imports/check").route(web::post().to(check)))
        .route("/imports/{id}/undo", web::post().to(take_back))
        .route("/export", web::post().to(export::send));
}

/// The form for a file, as it is sent.
#[derive(MultipartForm)]
struct FileFields {
    csrf: Text<String>,
    newsletter: Text<String>,
    state: Text<String>,
    from: Text<String>,
    ignored: Text<String>,
    file: Bytes,
}

impl FileForm for FileFields {
    fn session_field(&self) -> &str {
        &self.csrf
    }
}

async fn list(app: web::Data<App>, frame: AdminFrame, query: web::Query<Submitted>) -> Answer {
    let turn = Turn::of(&query);
    let before = turn.before();
    let work = move |conn: &mut Conn| {
        Ok::<_, db::Error>((import::list(conn, before, LIMIT)?, newsletter::list_uncounted(conn)?))
    };
    let (mut imports, newsletters) = app.db.read(work).await?;
    let pager = turn.cut(&mut imports, |one| one.id, PATH, &[]);
    page(&ListPage { pager, ..list_page(frame, &imports, &newsletters) })
}

#[must_use]
pub fn list_page(frame: AdminFrame, imports: &[Imported], newsletters: &[Newsletter]) -> ListPage {
    let l = &frame.locale;
    let file = |one: &Imported| {
        let note = format!("{} · {}", newsletter::name_of(newsletters, one.newsletter_id), tool(l, one.tool));
        let name = if one.file.is_empty() { frame.t("admin-import-no-name") } else { one.file.clone() };
        Cell { badges: state(&frame, one).into_iter().collect(), ..Cell::text(name) }.note(note)
    };
    let table = Table::of(&frame, imports)
        .moment(|one| one.started_at)
        .column("admin-import-file", file)
        .number("admin-import-added", |one| one.stored.added())
        .number("admin-import-kept", |one| one.stored.kept)
        .number("admin-import-refused", |one| one.refused)
        .buttons(|one| undo_button(&frame, one).into_iter().collect())
        .table("admin-imports", "admin-imports-none");
    ListPage {
        text: frame.t("admin-imports-text"),
        back: Some(Link::new(frame.t("admin-nav-subscribers"), subscribers::PATH)),
        links: vec![Link::new(frame.t("admin-import-new"), NEW_IMPORT)],
        buttons: vec![Button::to(export::PATH, frame.t("admin-export-all"))],
        ..ListPage::new(frame, table)
    }
}

fn tool(l: &Locale, tool: Tool) -> String {
    l.t(&format!("import-tool-{tool}"))
}

/// Whether it runs, is being undone or is undone.
fn state(frame: &AdminFrame, import: &Imported) -> Option<Badge> {
    let badge = |label| Some(Badge { label, ..Badge::default() });
    match (import.undone_at, import.undo_asked_at, import.finished_at) {
        (Some(_), ..) => badge(frame.t1("admin-import-undone", "removed", import.removed)),
        (None, Some(_), _) => badge(frame.t("admin-import-undoing")),
        (None, None, None) => badge(frame.t("admin-import-running")),
        (None, None, Some(_)) => None,
    }
}

fn undo_button(frame: &AdminFrame, import: &Imported) -> Option<Button> {
    let added = import.stored.added();
    let button = Button::to(format!("{PATH}/{}/undo", import.id), frame.t("admin-import-undo")).about(&import.file);
    let question = frame.t1("admin-import-undo-sure", "added", added);
    (import.undo_asked_at.is_none() && added > 0).then(|| button.danger(question))
}

async fn open_newsletters(app: &App) -> db::Result<Vec<Newsletter>> {
    let mut newsletters = app.db.read(newsletter::list_uncounted).await?;
    newsletters.retain(Newsletter::is_open);
    Ok(newsletters)
}

async fn form(app: web::Data<App>, frame: AdminFrame) -> Answer {
    let newsletters = open_newsletters(&app).await?;
    page(&form_page(frame, &newsletters, &Entry::default()))
}

#[must_use]
pub fn form_page(frame: AdminFrame, newsletters: &[Newsletter], entry: &Entry) -> FormPage {
    let l = &frame.locale;
    let newsletters = newsletters.iter().map(|one| Choice::new(one.slug.clone(), one.name.clone()));
    let found = Choice::new("", frame.t("admin-import-from-found"));
    let tools = Tool::ALL.iter().map(|one| Choice::new(one.as_str(), tool(l, *one)));
    let standings = STANDINGS.iter().map(|(word, _)| Choice::new(*word, l.t(&format!("admin-import-as-{word}"))));
    let form = Form::to(l, NEW_IMPORT)
        .field(InputKind::File, "file", "admin-import-file")
        .required()
        .hint("admin-import-file-hint")
        .select("newsletter", "field-newsletter", newsletters.collect())
        .select("state", "admin-import-as", standings.collect())
        .hint("admin-import-as-hint")
        .select("from", "admin-import-from", std::iter::once(found).chain(tools).collect())
        .field(InputKind::Text, "ignored", "admin-import-ignored")
        .hint("admin-import-ignored-hint")
        .button("admin-import-run")
        .show(entry);
    let (title, others) = (l.t("admin-import-new"), vec![(l.t("admin-import-check"), CHECK.to_owned())]);
    FormPage {
        text: frame.t("admin-import-text"),
        back: Some(Link::new(frame.t("admin-imports"), PATH)),
        ..FormPage::new(frame, title, Form { others, ..form })
    }
}

async fn run(app: web::Data<App>, sent: Upload<FileFields>) -> Answer {
    import_file(&app, sent, false).await
}

async fn check(app: web::Data<App>, sent: Upload<FileFields>) -> Answer {
    import_file(&app, sent, true).await
}

/// Imports the file, or counts what an import would do. A browser that goes away does not stop it.
async fn import_file(app: &App, sent: Upload<FileFields>, is_trial: bool) -> Answer {
    let Upload { by, form } = sent;
    let FileFields { newsletter, state, from, ignored, file, .. } = form;
    let fields = [("newsletter", &newsletter), ("state", &state), ("from", &from), ("ignored", &ignored)];
    let values = Submitted::from(fields.map(|(name, value)| (name, value.as_str())));
    let newsletters = open_newsletters(app).await?;
    let Some(newsletter) = newsletters.iter().find(|one| one.slug == *newsletter) else {
        let words = Locale::default().t("invalid-required");
        return refused(app, by, &newsletters, &Entry::wrong(values, "newsletter", words)).await;
    };
    let standing = STANDINGS.iter().find(|(word, _)| *word == state.as_str());
    let import = Import {
        actor: by.actor.clone(),
        newsletter: newsletter.clone(),
        highest: standing.map(|(_, standing)| *standing).ok_or(Refusal::Unreadable)?,
        reading: Reading {
            from: Tool::parse(&from),
            ignored: ignored.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
            file: file.file_name.clone().unwrap_or_default(),
        },
        is_trial,
        served: true,
        random: app.random.clone(),
    };
    let (db, clock) = (app.db.clone(), app.clock.clone());
    let work = async move { import::run(&db, &clock, import, Cursor::new(file.data), |_| ()).await };
    match tokio::spawn(work).await.map_err(|error| Refusal::broken(&error))? {
        Ok(report) => page(&report_page(AdminFrame::load(app, by).await?, &report)),
        Err(ImportError::Header(error)) => {
            let words = error.words(&Locale::default());
            refused(app, by, &newsletters, &Entry::wrong(values, "file", words)).await
        }
        Err(ImportError::Undone) => Ok(not_done(PATH, "import-undone")),
        Err(ImportError::Db(error)) => Err(error.into()),
        Err(ImportError::Read(error)) => Err(Refusal::broken(&error)),
    }
}

async fn refused(app: &App, by: SignedIn, newsletters: &[Newsletter], entry: &Entry) -> Answer {
    let frame = AdminFrame::load(app, by).await?;
    invalid(&form_page(frame, newsletters, entry))
}

/// What an import did, or would do.
#[must_use]
pub fn report_page(frame: AdminFrame, report: &Report) -> ListPage {
    let l = &frame.locale;
    let shown = report.refusals.get(..SHOWN.min(report.refusals.len())).unwrap_or_default();
    let table = Table::of(&frame, shown)
        .column("admin-import-line", |one| Cell::text(one.line.to_string()))
        .column("admin-reason", |one| Cell::text(one.kind.words(l)))
        .table("admin-import-refused-rows", "admin-import-none-refused");
    let stored = report.stored;
    let refused = i64::try_from(report.refused).unwrap_or(i64::MAX);
    let counts: [(&'static str, Arg); 7] = [
        ("confirmed", stored.confirmed.into()),
        ("pending", stored.pending.into()),
        ("unsubscribed", stored.unsubscribed.into()),
        ("kept", stored.kept.into()),
        ("ended", stored.ended.into()),
        ("suppressed", stored.suppressed.into()),
        ("refused", refused.into()),
    ];
    let mut words =
        vec![frame.t1("admin-import-read-as", "tool", tool(l, report.tool)), l.t_args("admin-import-counts", &counts)];
    if !report.unused_columns.is_empty() {
        words.push(frame.t1("admin-import-unused", "columns", report.unused_columns.join(", ")));
    }
    let (title, link) = match report.entry {
        Some(_) => ("admin-import-done", Link::new(frame.t("admin-imports"), PATH)),
        None => ("admin-import-trial", Link::new(frame.t("admin-import-new"), NEW_IMPORT)),
    };
    ListPage {
        title: frame.t(title),
        text: words.join(" "),
        back: Some(Link::new(frame.t("admin-nav-subscribers"), subscribers::PATH)),
        links: vec![link],
        ..ListPage::new(frame, table)
    }
}

/// Notes that an import is to be undone, and does it after the answer; a restart between goes on with it.
async fn take_back(app: web::Data<App>, id: web::Path<i64>, posted: Posted) -> Answer {
    let id = *id;
    let known = posted.by.act(&app, move |conn, actor, now| undo::ask(conn, actor, now, id)).await?;
    known.ok_or(Refusal::NotFound)?;
    let (db, clock) = (app.db.clone(), app.clock.clone());
    tokio::spawn(async move {
        if let Err(error) = undo::run(&db, &clock).await {
            tracing::error!(%error, import = id, "an import is not yet undone; it is tried again");
        }
    });
    Ok(done(PATH, "import-undoing"))
}
