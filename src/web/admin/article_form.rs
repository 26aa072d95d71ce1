//! The form for an article: in Markdown, or in HTML where a feed brought it so, with a preview of what readers will see.

use actix_web::http::StatusCode;
use actix_web::web;
use chrono::TimeDelta;
use chrono_tz::Tz;
use serde::Deserialize;

use super::articles::{LIST, score};
use super::feeds::topics_input;
use super::local_time;
use super::pages::{AdminFrame, Button, FormPage, Input, InputKind, Keep, Snippet, score_rule};
use super::parts::{Said, done, frame_said, names};
use crate::article::import::{ArticleInput, FieldError, NewArticle};
use crate::article::{self, Article, ArticleError, ArticleState, Text, prepare};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::html::SafeHtml;
use crate::locale::Locale;
use crate::newsletter::{self, Topic};
use crate::site;
use crate::web::public::pages::{Field, Link};
use crate::web::respond::{Answer, page, page_with};
use crate::web::routes::get;
use crate::web::{App, Posted, Refusal, SignedIn, posted as web_posted};

const NEW: &str = "/admin/articles/new";

/// The routes.
pub fn configure(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource(NEW).route(get(blank)).route(web::post().to(add)))
        .route("/admin/articles/preview", web::post().to(preview))
        .service(web::resource(format!("{LIST}/{{id}}")).route(get(show)).route(web::post().to(change)));
}

/// What is typed, by the names of the fields.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct Typed {
    /// Empty for a new article.
    id: String,
    title: String,
    summary: String,
    body: String,
    /// `html`, or empty for Markdown.
    format: String,
    /// In the site's zone; empty for now.
    published_at: String,
    source: String,
    url: String,
    image: String,
    topics: String,
    /// When it was last changed, as far as the page knew.
    seen: String,
}

impl Typed {
    fn of(article: &Article, text: Text, zone: Tz) -> Self {
        let (body, format) = match text.markdown {
            Some(markdown) => (markdown, String::new()),
            None => (text.body.to_string(), "html".to_owned()),
        };
        Self {
            id: article.id.to_string(),
            title: article.title.clone(),
            summary: article.summary.clone(),
            body,
            format,
            published_at: local_time::value(article.published_at, zone),
            source: article.source.clone(),
            url: article.url.clone().unwrap_or_default(),
            image: article.image.clone().unwrap_or_default(),
            topics: article.topics.iter().map(|topic| topic.name.as_str()).collect::<Vec<_>>().join(", "),
            seen: article.updated_at.0.to_string(),
        }
    }

    fn known(&self) -> Option<i64> {
        self.id.parse().ok()
    }

    /// The article, or what is wrong with the first field that is.
    fn check(&self, zone: Tz, now: Timestamp) -> Result<NewArticle, FieldError> {
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let body = Some(self.body.replace("\r\n", "\n"));
        let (body_markdown, body_html) = if self.format == "html" { (None, body) } else { (body, None) };
        let input = ArticleInput {
            title: self.title.clone(),
            summary: some(&self.summary),
            body_markdown,
            body_html,
            published_at: some(&self.published_at).map(|local| in_zone(&local, zone)),
            source: some(&self.source),
            url: some(&self.url),
            guid: None,
            topics: names(&self.topics),
            image: some(&self.image),
        };
        input.check(zone)?.not_ahead(now.to_utc(), TimeDelta::minutes(5))
    }
}

/// A local moment as RFC 3339; what is none stays as it was typed, and is refused by the check.
fn in_zone(local: &str, zone: Tz) -> String {
    local_time::parse(local, zone).map_or_else(|_| local.to_owned(), |at| at.to_utc().to_rfc3339())
}

/// The fields with what was typed, and what is wrong with one of them.
fn inputs(frame: &AdminFrame, typed: &Typed, topics: &[Topic], wrong: Option<&FieldError>) -> Vec<Input> {
    let error = |field: &str| wrong.filter(|wrong| wrong.field == field).map(|wrong| wrong.message.clone());
    let is_html = typed.format == "html";
    let hint = if is_html { frame.t("admin-body-html") } else { frame.t("admin-markdown") };
    let body = Input::new(InputKind::LongText, "body", frame.t("admin-body"), typed.body.as_str());
    let zone = if typed.known().is_some() {
        frame.t1("admin-published-zone", "zone", frame.zone.name())
    } else {
        frame.t1("admin-published-hint", "zone", frame.zone.name())
    };
    let topics = topics_input(frame, &Field { value: typed.topics.clone(), error: error("topics") }, topics);
    let summary = Input::new(InputKind::Text, "summary", frame.t("admin-summary"), typed.summary.as_str());
    let source = Input::new(InputKind::Line, "source", frame.t("admin-source"), typed.source.as_str());
    let mut all = vec![
        Input::new(InputKind::Hidden, "id", String::new(), typed.id.as_str()),
        Input::new(InputKind::Hidden, "format", String::new(), typed.format.as_str()),
        Input::new(InputKind::Hidden, "seen", String::new(), typed.seen.as_str()),
        Input::new(InputKind::Line, "title", frame.t("admin-title"), typed.title.as_str())
            .required()
            .wrong(error("title")),
        summary.hint(frame.t("admin-summary-hint")).wrong(error("summary")),
        body.hint(hint).wrong(error("body_markdown").or_else(|| error("body_html"))),
        topics,
        Input::new(InputKind::DateTime, "published_at", frame.t("admin-published"), typed.published_at.as_str())
            .hint(zone)
            .wrong(error("published_at")),
    ];
    // Where an article comes from is settled when it is kept.
    if typed.known().is_none() {
        all.push(source.hint(frame.t("admin-source-hint")).wrong(error("source")));
    }
    let url = Input::new(InputKind::Url, "url", frame.t("admin-article-url"), typed.url.as_str());
    let image = Input::new(InputKind::Url, "image", frame.t("admin-image"), typed.image.as_str());
    all.push(url.hint(frame.t("admin-article-url-hint")).wrong(error("url")));
    all.push(image.wrong(error("image")));
    all
}

struct Shown<'a> {
    typed: &'a Typed,
    wrong: Option<&'a FieldError>,
    preview: Option<SafeHtml>,
    /// What is to be said above the form; the words in it are then not kept yet.
    problem: Option<String>,
    /// What somebody else has written meanwhile.
    theirs: Option<Snippet>,
}

impl<'a> Shown<'a> {
    const fn of(typed: &'a Typed) -> Self {
        Self { typed, wrong: None, preview: None, problem: None, theirs: None }
    }
}

/// The page of the form, for the article that is known or for a new one.
async fn form(app: &App, frame: AdminFrame, shown: Shown<'_>) -> Result<FormPage, Refusal> {
    let id = shown.typed.known();
    let work = move |conn: &mut Conn| {
        let article = id.map(|id| article::by_id(conn, id)).transpose()?.flatten();
        Ok::<_, db::Error>((article, newsletter::topics(conn)?))
    };
    let (article, topics) = app.db.read(work).await?;
    let inputs = inputs(&frame, shown.typed, &topics, shown.wrong);
    let published = article.as_ref().filter(|article| article.state == ArticleState::Published);
    let on_site =
        |article: &Article| Link { name: frame.t("admin-on-site"), url: format!("/articles/{}", article.slug) };
    let links = published.map(on_site).into_iter().collect();
    let (title, url, text, buttons) = match (id, &article) {
        (Some(_), None) => return Err(Refusal::NotFound),
        (None, _) => (frame.t("admin-article-new"), NEW.to_owned(), String::new(), Vec::new()),
        (Some(id), Some(article)) => {
            let text = explained(&frame, article, app.clock.now());
            (article.title.clone(), format!("{LIST}/{id}"), text, vec![publishing(&frame, article)])
        }
    };
    let page = FormPage::article(frame, title, url, inputs, buttons);
    let unsaved = shown.problem.is_some() || shown.wrong.is_some() || shown.preview.is_some();
    let keep = if unsaved { Keep::Unsaved } else { Keep::Saved };
    let snippets = shown.theirs.into_iter().collect();
    let page = FormPage { text, links, preview: shown.preview, snippets, keep, ..page }.with_problem();
    Ok(FormPage { problem: shown.problem.or(page.problem), ..page })
}

/// The article's score in its parts, and what was counted.
fn explained(frame: &AdminFrame, article: &Article, now: Timestamp) -> String {
    let score = score(article, now);
    let args = [
        ("fresh", score.fresh),
        ("views", score.views),
        ("clicks", score.clicks),
        ("total", score.total),
        ("seen", frame.n(&article.views)),
        ("clicked", frame.n(&article.clicks)),
    ];
    let counts = [("seen_count", article.views.into()), ("clicked_count", article.clicks.into())];
    let args: Vec<_> = args.map(|(name, value)| (name, value.into())).into_iter().chain(counts).collect();
    format!("{} {}", frame.locale.t_args("admin-score-explained", &args), score_rule(&frame.locale))
}

fn publishing(frame: &AdminFrame, article: &Article) -> Button {
    let to = |rest: &str| format!("{LIST}/{}/{rest}", article.id);
    match article.state {
        ArticleState::Published => {
            let question = frame.t1("admin-unpublish-sure", "title", &article.title);
            Button::to(to("unpublish"), frame.t("admin-unpublish")).danger(question)
        }
        ArticleState::Unpublished => Button::to(to("publish"), frame.t("admin-publish")),
    }
}

async fn blank(app: web::Data<App>, by: SignedIn) -> Answer {
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    page(&form(&app, frame, Shown::of(&Typed::default())).await?)
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, said: web::Query<Said>) -> Answer {
    let frame = frame_said(&app, &by, LIST, &said).await?;
    let id = id.into_inner();
    let found = app.db.read(move |conn| Ok::<_, db::Error>((article::by_id(conn, id)?, article::text(conn, id)?)));
    let (Some(article), Some(text)) = found.await? else { return Err(Refusal::NotFound) };
    let typed = Typed::of(&article, text, frame.zone);
    page(&form(&app, frame, Shown::of(&typed)).await?)
}

/// The form again, with its text as readers will see it; nothing is kept.
async fn preview(app: web::Data<App>, sent: Sent) -> Answer {
    let Posted { by, form: typed } = match ours(&app, None, sent).await {
        Ok(posted) => posted,
        Err(answer) => return answer,
    };
    let frame = frame_said(&app, &by, LIST, &Said::default()).await?;
    let checked = typed.check(frame.zone, app.clock.now());
    let preview = checked.as_ref().ok().map(|article| prepare::prepare(article).body);
    let status = if checked.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = Shown { wrong: checked.as_ref().err(), preview, ..Shown::of(&typed) };
    page_with(status, &form(&app, frame, shown).await?)
}

/// What is posted, also by the form of an earlier session.
type Sent = web_posted::Typed<Typed>;

/// The form, if it may act; else the page with what was typed, and nothing is done.
async fn ours(app: &App, id: Option<i64>, sent: Sent) -> Result<Posted<Typed>, Answer> {
    let Sent { posted, fresh } = sent;
    if fresh {
        return Ok(posted);
    }
    if posted.form.title.is_empty() {
        return Err(Err(Refusal::Forbidden));
    }
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    let typed = Typed { id, ..posted.form };
    Err(said(app, &posted.by, &typed, StatusCode::FORBIDDEN, "error-stale-form", None).await)
}

async fn add(app: web::Data<App>, sent: Sent) -> Answer {
    match ours(&app, None, sent).await {
        Ok(Posted { by, form }) => save(&app, by, Typed { id: String::new(), ..form }).await,
        Err(answer) => answer,
    }
}

async fn change(app: web::Data<App>, id: web::Path<i64>, sent: Sent) -> Answer {
    match ours(&app, Some(*id), sent).await {
        Ok(Posted { by, form }) => save(&app, by, Typed { id: id.to_string(), ..form }).await,
        Err(answer) => answer,
    }
}

/// The form again with something to say above it, and nothing kept.
async fn said(
    app: &App,
    by: &SignedIn,
    typed: &Typed,
    status: StatusCode,
    key: &str,
    theirs: Option<Snippet>,
) -> Answer {
    let frame = frame_said(app, by, LIST, &Said::default()).await?;
    let problem = Some(frame.t(key));
    page_with(status, &form(app, frame, Shown { problem, theirs, ..Shown::of(typed) }).await?)
}

/// The form with what was typed beside what somebody else has kept meanwhile; saved again, it takes that one's place.
async fn conflict(app: &App, by: &SignedIn, id: i64, typed: Typed) -> Answer {
    let found = app.db.read(move |conn| Ok::<_, db::Error>((article::by_id(conn, id)?, article::text(conn, id)?)));
    let (Some(article), Some(text)) = found.await? else { return Err(Refusal::NotFound) };
    let locale = Locale::default();
    let body = text.markdown.unwrap_or_else(|| text.body.to_string());
    let theirs = Snippet {
        title: locale.t("admin-theirs"),
        text: article.title,
        code: format!("{}\n\n{body}", article.summary),
        wraps: true,
    };
    let typed = Typed { seen: article.updated_at.0.to_string(), ..typed };
    said(app, by, &typed, StatusCode::CONFLICT, "error-article-changed", Some(theirs)).await
}

async fn save(app: &App, by: SignedIn, typed: Typed) -> Answer {
    let site = app.db.read(site::site).await?;
    let article = match typed.check(site.time_zone, app.clock.now()) {
        Ok(article) => article,
        Err(wrong) => return refused(app, &by, &typed, &wrong).await,
    };
    let (now, known, actor) = (app.clock.now(), typed.known(), by.actor.clone());
    let seen = typed.seen.parse().ok().map(Timestamp);
    let work = move |conn: &mut Conn| match known {
        Some(id) => article::edit(conn, &actor, now, id, seen, &article).map(|()| id),
        None => article::add(conn, &actor, now, &site.name, &article),
    };
    match app.db.write(work).await {
        Ok(id) => Ok(done(&format!("{LIST}/{id}"), "saved")),
        Err(ArticleError::Db(error)) => Err(error.into()),
        Err(ArticleError::Missing) => Err(Refusal::NotFound),
        Err(ArticleError::Changed) => conflict(app, &by, known.unwrap_or_default(), typed).await,
        Err(error @ ArticleError::Taken { .. }) => {
            let field = if typed.url.trim().is_empty() { "title" } else { "url" };
            refused(app, &by, &typed, &FieldError { field, message: error.said(&Locale::default()) }).await
        }
    }
}

async fn refused(app: &App, by: &SignedIn, typed: &Typed, wrong: &FieldError) -> Answer {
    let frame = frame_said(app, by, LIST, &Said::default()).await?;
    let shown = Shown { wrong: Some(wrong), ..Shown::of(typed) };
    page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(app, frame, shown).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::import::Body;

    const NOW: Timestamp = Timestamp(1_761_177_600_000);

    #[test]
    fn a_local_moment_is_read_in_the_sites_zone() {
        let typed = |at: &str| Typed { title: "T".to_owned(), published_at: at.to_owned(), ..Typed::default() };
        let at = typed("2025-07-01T08:00").check(Tz::Europe__Berlin, NOW).unwrap().published_at.unwrap();
        assert_eq!(at.to_rfc3339(), "2025-07-01T06:00:00+00:00");
        let day = typed("2025-07-01").check(Tz::Europe__Berlin, NOW).unwrap().published_at.unwrap();
        assert_eq!(day.to_rfc3339(), "2025-07-01T10:00:00+00:00");
        assert_eq!(typed("").check(Tz::UTC, NOW).unwrap().published_at, None);
        // An hour that no clock shows is no moment.
        // Nor is one to come: the article would be on the pages now.
        for wrong in ["2025-03-30T02:30", "tomorrow", "2025-10-23T02:06"] {
            assert_eq!(typed(wrong).check(Tz::Europe__Berlin, NOW).unwrap_err().field, "published_at");
        }
    }

    #[test]
    fn an_html_text_stays_html() {
        let typed = |format: &str| Typed {
            title: "T".to_owned(),
            body: "<p>*x*</p>\r\n".to_owned(),
            format: format.to_owned(),
            ..Typed::default()
        };
        assert_eq!(typed("html").check(Tz::UTC, NOW).unwrap().body, Body::Html("<p>*x*</p>\n".to_owned()));
        assert_eq!(typed("").check(Tz::UTC, NOW).unwrap().body, Body::Markdown("<p>*x*</p>\n".to_owned()));
    }
}
