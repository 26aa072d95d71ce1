//! The form of an article: in Markdown, or in HTML where a feed brought it so, with a preview of what readers will see.

use actix_web::http::StatusCode;
use actix_web::web;
use chrono::TimeDelta;
use chrono_tz::Tz;

use super::article_story;
use super::articles::{PATH, path, score, score_rule};
use super::form::{Entry, Form, FormPage, InputKind, Keep, Snippet, TextPreview};
use super::frame::{AdminFrame, done};
use super::local_time;
use super::table::Button;
use super::topic_field::{joined, names, with_topics};
use crate::article::import::ArticleInput;
use crate::article::{self, Article, ArticleError, ArticleState, NewArticle, Text, prepare};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::field::{FieldError, FieldErrors};
use crate::locale::Locale;
use crate::newsletter::{self, Topic};
use crate::site;
use crate::web::parts::Link;
use crate::web::respond::{Answer, page, page_with};
use crate::web::route::get;
use crate::web::{AnySession, App, Posted, Refusal, SignedIn, Submitted};

const NEW: &str = "/admin/articles/new";

pub fn routes(routes: &mut web::ServiceConfig) {
    routes
        .service(web::resource("/new").route(get(blank)).route(web::post().to(publish_new)))
        .route("/draft", web::post().to(save_draft))
        .route("/preview", web::post().to(preview))
        .service(web::resource("/{id}").route(get(show)).route(web::post().to(change)));
}

/// The values of an article's form. A draft has a date only if it is one to come.
fn kept(article: &Article, text: Text, zone: Tz, now: Timestamp) -> Submitted {
    let has_date = article.state.has_been_public() || article.published_at > now;
    let date = if has_date { local_time::value(article.published_at, zone) } else { String::new() };
    let (body, format) = match text.markdown {
        Some(markdown) => (markdown, ""),
        None => (text.body.to_string(), "html"),
    };
    Submitted::from([
        ("id", article.id.to_string()),
        ("title", article.title.clone()),
        ("summary", article.summary.clone()),
        ("body", body),
        ("format", format.to_owned()),
        ("published_at", date),
        ("source", article.source.clone()),
        ("url", article.url.clone().unwrap_or_default()),
        ("image", article.image.clone().unwrap_or_default()),
        ("author", text.author.clone().unwrap_or_default()),
        ("topics", joined(&article.topics)),
        ("state", article.state.to_string()),
        ("seen", article.updated_at.0.to_string()),
    ])
}

/// The article, or all errors.
fn check(values: &Submitted, zone: Tz, now: Timestamp) -> Result<NewArticle, FieldErrors> {
    let some = |name: &str| Some(values.get(name).trim().to_owned()).filter(|text| !text.is_empty());
    let body = Some(values.get("body").replace("\r\n", "\n"));
    let (body_markdown, body_html) = if values.get("format") == "html" { (None, body) } else { (body, None) };
    let input = ArticleInput {
        title: values.get("title").to_owned(),
        summary: some("summary"),
        body_markdown,
        body_html,
        published_at: some("published_at").map(|local| in_zone(&local, zone)),
        source: some("source"),
        url: some("url"),
        guid: None,
        topics: names(values.get("topics")),
        image: some("image"),
        author: some("author"),
    };
    let is_public = has_been_public(values);
    let article = input.check(zone).and_then(|article| {
        if is_public { article.not_ahead(now.to_utc(), TimeDelta::minutes(5)) } else { Ok(article) }
    });
    article.map_err(at_fields)
}

/// A local moment as RFC 3339. What cannot be read stays as it is, and is refused by the check.
fn in_zone(local: &str, zone: Tz) -> String {
    local_time::parse(local, zone).map_or_else(|_| local.to_owned(), |at| at.to_utc().to_rfc3339())
}

/// The errors at the fields of the form, which has one for both bodies.
fn at_fields(errors: FieldErrors) -> FieldErrors {
    let mut named = FieldErrors::default();
    for FieldError { field, kind } in errors {
        named.add(if field.starts_with("body") { "body".into() } else { field }, kind);
    }
    named
}

/// The form with these values. The source of an article that is kept does not change.
/// Whether the article that a form is about was ever published.
fn has_been_public(values: &Submitted) -> bool {
    ArticleState::parse(values.get("state")).is_some_and(ArticleState::has_been_public)
}

fn form(frame: &AdminFrame, url: String, topics: &[Topic], entry: &Entry) -> Form {
    let values = &entry.values;
    let is_new = values.number("id").is_none();
    let body_hint = if values.get("format") == "html" { "admin-body-html" } else { "admin-markdown" };
    let published_hint = if has_been_public(values) { "admin-published-zone" } else { "admin-published-hint" };
    let form = Form::to(&frame.locale, url)
        .hidden("id", "")
        .hidden("format", "")
        .hidden("seen", "")
        .hidden("state", "")
        .field(InputKind::Line, "title", "admin-title")
        .required()
        .field(InputKind::Text, "summary", "admin-summary")
        .hint("admin-summary-hint")
        .field(InputKind::LongText, "body", "admin-body")
        .hint(body_hint);
    let form = with_topics(form, &frame.locale, topics)
        .field(InputKind::DateTime, "published_at", "admin-published")
        .hint_text(frame.t1(published_hint, "zone", frame.zone.name()));
    let form =
        if is_new { form.field(InputKind::Line, "source", "admin-source").hint("admin-source-hint") } else { form };
    let form = form
        .field(InputKind::Url, "url", "admin-article-url")
        .hint("admin-article-url-hint")
        .field(InputKind::Url, "image", "admin-image")
        .field(InputKind::Line, "author", "admin-author")
        .button(if is_new { "admin-publish" } else { "admin-article-save" })
        .show(entry);
    let draft = is_new.then(|| (frame.t("admin-article-draft"), "/admin/articles/draft".to_owned()));
    let preview = (frame.t("admin-preview"), "/admin/articles/preview#preview".to_owned());
    Form { others: draft.into_iter().chain([preview]).collect(), ..form }
}

/// What the page shows besides the stored article.
#[derive(Default)]
struct Shown {
    entry: Entry,
    preview: Option<TextPreview>,
    /// The key of a line above the form; the values in it are then not saved.
    problem: Option<&'static str>,
    /// What somebody else has saved meanwhile.
    theirs: Option<(Article, Text)>,
}

impl Shown {
    fn of(entry: Entry) -> Self {
        Self { entry, ..Self::default() }
    }
}

/// The page of the form, of an article or of a new one.
async fn form_page(app: &App, frame: AdminFrame, shown: Shown) -> Result<FormPage, Refusal> {
    let id = shown.entry.values.number("id");
    let work = move |conn: &mut Conn| {
        let article = id.map(|id| article::by_id(conn, id)).transpose()?.flatten();
        let story = article.as_ref().map(|article| article_story::load(conn, article)).transpose()?;
        Ok::<_, db::Error>((article, story, newsletter::topics(conn)?))
    };
    let (article, story, topics) = app.db.read(work).await?;
    let (title, url) = match (id, &article) {
        (Some(_), None) => return Err(Refusal::NotFound),
        (Some(id), Some(article)) => (article.title.clone(), path(id)),
        (None, _) => (frame.t("admin-article-new"), NEW.to_owned()),
    };
    let form = form(&frame, url, &topics, &shown.entry);
    let unsaved = shown.problem.is_some() || shown.entry.is_wrong() || shown.preview.is_some();
    let keep = if unsaved { Keep::Unsaved } else { Keep::Saved };
    let on_site = article.as_ref().filter(|article| article.state == ArticleState::Published);
    let on_site = on_site.map(|one| Link::new(frame.t("admin-on-site"), format!("/articles/{}", one.slug)));
    let back = Some(Link::new(frame.t("admin-nav-articles"), PATH));
    let text = article.as_ref().map(|article| described(&frame, article)).unwrap_or_default();
    let buttons = article.as_ref().map(|article| publishing(&frame, article)).unwrap_or_default();
    let theirs = shown.theirs.map(|theirs| saved_by_another(&frame, theirs));
    let (links, snippets) = (on_site.into_iter().collect(), theirs.into_iter().collect());
    let problem = shown.problem.map(|key| frame.t(key));
    let tables = article.zip(story).map(|(article, story)| article_story::tables(&frame, &article, &story));
    let page = FormPage::new(frame, title, Form { keep, ..form });
    let problem = problem.or(page.problem);
    let tables = tables.unwrap_or_default();
    Ok(FormPage { text, back, links, problem, buttons, preview: shown.preview, snippets, tables, ..page })
}

/// Whether the article is a draft, or its score.
fn described(frame: &AdminFrame, article: &Article) -> String {
    match article.state {
        ArticleState::Draft => frame.t("admin-article-is-draft"),
        ArticleState::Scheduled => frame.t1("admin-article-is-scheduled", "at", frame.when(article.published_at)),
        ArticleState::Published | ArticleState::Unpublished => explained(frame, article),
    }
}

/// The article's score in its parts, and what was counted.
fn explained(frame: &AdminFrame, article: &Article) -> String {
    let score = score(article, frame.now);
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

fn publishing(frame: &AdminFrame, article: &Article) -> Vec<Button> {
    let to = |action: &str, label: &str| Button::to(format!("{}/{action}", path(article.id)), frame.t(label));
    match article.state {
        ArticleState::Published => {
            let question = frame.t1("admin-unpublish-sure", "title", &article.title);
            vec![to("unpublish", "admin-unpublish").danger(question)]
        }
        ArticleState::Draft if article.published_at > frame.now => vec![to("publish", "admin-article-schedule")],
        ArticleState::Draft | ArticleState::Unpublished => vec![to("publish", "admin-publish")],
        ArticleState::Scheduled => {
            vec![to("publish", "admin-article-publish-now"), to("unpublish", "admin-article-unschedule")]
        }
    }
}

async fn blank(app: web::Data<App>, frame: AdminFrame) -> Answer {
    page(&form_page(&app, frame, Shown::default()).await?)
}

async fn load(app: &App, id: i64) -> Result<(Article, Text), Refusal> {
    let work = move |conn: &mut Conn| Ok::<_, db::Error>((article::by_id(conn, id)?, article::text(conn, id)?));
    match app.db.read(work).await? {
        (Some(article), Some(text)) => Ok((article, text)),
        _ => Err(Refusal::NotFound),
    }
}

async fn show(app: web::Data<App>, frame: AdminFrame, id: web::Path<i64>) -> Answer {
    let (article, text) = load(&app, *id).await?;
    let entry = Entry::of(kept(&article, text, frame.zone, frame.now));
    page(&form_page(&app, frame, Shown::of(entry)).await?)
}

/// Shows the form again, with its text as readers will see it; nothing is saved.
async fn preview(app: web::Data<App>, sent: AnySession) -> Answer {
    let Posted { by, form } = match fresh(&app, None, sent).await {
        Ok(posted) => posted,
        Err(answer) => return answer,
    };
    let frame = AdminFrame::load(&app, by).await?;
    let (status, preview, entry) = match check(&form, frame.zone, frame.now) {
        Ok(article) => (StatusCode::OK, Some(preview_of(&article)), Entry::of(form)),
        Err(errors) => (StatusCode::UNPROCESSABLE_ENTITY, None, Entry::refused(form, errors)),
    };
    page_with(status, &form_page(&app, frame, Shown { preview, ..Shown::of(entry) }).await?)
}

/// The article as its page will show it.
fn preview_of(article: &NewArticle) -> TextPreview {
    let prepared = prepare::prepare(article);
    TextPreview { title: prepared.title, summary: prepared.summary, image: prepared.image, body: prepared.body }
}

/// The form, if it may act; else the page with its values, and nothing is done.
async fn fresh(app: &App, id: Option<i64>, sent: AnySession) -> Result<Posted, Answer> {
    let AnySession { posted, fresh, .. } = sent;
    if fresh {
        return Ok(posted);
    }
    if posted.form.get("title").is_empty() {
        return Err(Err(Refusal::Forbidden));
    }
    let values = posted.form.with("id", id.map(|id| id.to_string()).unwrap_or_default());
    let shown = Shown { problem: Some("error-stale-form"), ..Shown::of(Entry::of(values)) };
    Err(again(app, posted.by, StatusCode::FORBIDDEN, shown).await)
}

async fn change(app: web::Data<App>, id: web::Path<i64>, sent: AnySession) -> Answer {
    save_if_fresh(app, Some(*id), sent, false).await
}

async fn publish_new(app: web::Data<App>, sent: AnySession) -> Answer {
    save_if_fresh(app, None, sent, false).await
}

async fn save_draft(app: web::Data<App>, sent: AnySession) -> Answer {
    save_if_fresh(app, None, sent, true).await
}

async fn save_if_fresh(app: web::Data<App>, id: Option<i64>, sent: AnySession, as_draft: bool) -> Answer {
    match fresh(&app, id, sent).await {
        Ok(Posted { by, form }) => {
            save(&app, by, form.with("id", id.map(|id| id.to_string()).unwrap_or_default()), as_draft).await
        }
        Err(answer) => answer,
    }
}

/// The form again; nothing was saved.
async fn again(app: &App, by: SignedIn, status: StatusCode, shown: Shown) -> Answer {
    let frame = AdminFrame::load(app, by).await?;
    page_with(status, &form_page(app, frame, shown).await?)
}

fn saved_by_another(frame: &AdminFrame, (article, text): (Article, Text)) -> Snippet {
    let body = text.markdown.unwrap_or_else(|| text.body.to_string());
    let code = format!("{}\n\n{body}", article.summary);
    Snippet { title: frame.t("admin-theirs"), text: article.title, code, wraps: true }
}

/// The form beside what somebody else has saved meanwhile; saved again, it takes that one's place.
async fn conflict(app: &App, by: SignedIn, id: i64, values: Submitted) -> Answer {
    let (article, text) = load(app, id).await?;
    let entry = Entry::of(values.with("seen", article.updated_at.0.to_string()));
    let (problem, theirs) = (Some("error-article-changed"), Some((article, text)));
    again(app, by, StatusCode::CONFLICT, Shown { problem, theirs, ..Shown::of(entry) }).await
}

async fn save(app: &App, by: SignedIn, values: Submitted, as_draft: bool) -> Answer {
    let site = app.db.read(site::site).await?;
    let article = match check(&values, site.time_zone, app.clock.now()) {
        Ok(article) => article,
        Err(errors) => return refused(app, by, Entry::refused(values, errors)).await,
    };
    let (known, seen) = (values.number("id"), values.number("seen").map(Timestamp));
    let work = by.act(app, move |conn, actor, now| match known {
        Some(id) => article::edit(conn, actor, now, id, seen, &article).map(|()| id),
        None => article::add(conn, actor, now, &site.name, &article, as_draft),
    });
    match work.await {
        Ok(id) => Ok(done(&path(id), "saved")),
        Err(ArticleError::Db(error)) => Err(error.into()),
        Err(ArticleError::Missing) => Err(Refusal::NotFound),
        Err(ArticleError::Changed) => conflict(app, by, known.unwrap_or_default(), values).await,
        Err(error @ ArticleError::Taken { .. }) => {
            let field = if values.get("url").trim().is_empty() { "title" } else { "url" };
            refused(app, by, Entry::wrong(values, field, error.said(&Locale::default()))).await
        }
    }
}

async fn refused(app: &App, by: SignedIn, entry: Entry) -> Answer {
    again(app, by, StatusCode::UNPROCESSABLE_ENTITY, Shown::of(entry)).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Body;

    const NOW: Timestamp = Timestamp(1_761_177_600_000);

    #[test]
    fn a_local_moment_is_read_in_the_zone_of_the_site() {
        let form = |at: &str, state: &str| Submitted::from([("title", "T"), ("published_at", at), ("state", state)]);
        let at = |at: &str| check(&form(at, "published"), Tz::Europe__Berlin, NOW);
        for (value, expected) in [
            ("2025-07-01T08:00", Some("2025-07-01T06:00:00+00:00")),
            ("2025-07-01", Some("2025-07-01T10:00:00+00:00")),
            ("", None),
        ] {
            let published = at(value).unwrap().published_at.map(|at| at.to_rfc3339());
            assert_eq!(published.as_deref(), expected, "{value}");
        }
        // An hour that no clock shows, no time at all, and a time to come.
        for wrong in ["2025-03-30T02:30", "tomorrow", "2025-10-23T02:06"] {
            assert!(at(wrong).unwrap_err().of("published_at").is_some());
        }
        assert!(check(&form("2025-10-23T02:06", "draft"), Tz::Europe__Berlin, NOW).is_ok(), "a draft may be ahead");
    }

    #[test]
    fn an_html_text_stays_html() {
        let body = |format: &str| {
            let values = Submitted::from([("title", "T"), ("body", "<p>*x*</p>\r\n"), ("format", format)]);
            check(&values, Tz::UTC, NOW).unwrap().body
        };
        assert_eq!(body("html"), Body::Html("<p>*x*</p>\n".to_owned()));
        assert_eq!(body(""), Body::Markdown("<p>*x*</p>\n".to_owned()));
    }
}
