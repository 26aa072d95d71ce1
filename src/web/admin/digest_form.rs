//! The one form of a digest's editor: whatever its editor does, the words in it come along and are saved first.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use serde::Deserialize;

use super::digest_editor::{Asked, Wrong, page};
use super::digests::DIGESTS;
use super::parts;
use crate::actor::Actor;
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest::DigestError;
use crate::digest::edit::{self, Kept};
use crate::locale::Locale;
use crate::web::public::pages::Field;
use crate::web::respond::Answer;
use crate::web::{App, Posted, Refusal, SignedIn, Typed};

/// What the editor's form may carry. Each action reads what it needs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Form {
    pub subject: Option<String>,
    pub introduction: Option<String>,
    /// When the digest was last changed, as far as the page knew.
    pub seen: String,
    /// `up`, `down`, `pin`, `unpin`, `drop` or `add`, with the article behind a colon or in its own field.
    pub change: String,
    pub article: String,
    pub find: String,
    pub email: String,
    pub at: String,
    pub unknown: String,
    /// Whether the question that comes before was answered.
    pub sure: String,
}

impl Form {
    fn words(&self) -> edit::Words<'_> {
        edit::Words {
            subject: self.subject.as_deref(),
            introduction: self.introduction.as_deref(),
            seen: self.seen.parse().ok().map(Timestamp),
        }
    }

    /// The page's fields as they were typed.
    fn typed(&self) -> Wrong {
        let field = |text: &Option<String>| text.clone().map(Field::of);
        let at = Some(self.at.clone()).filter(|at| !at.is_empty()).map(Field::of);
        let test = Some(self.email.clone()).filter(|email| !email.is_empty()).map(Field::of);
        Wrong {
            subject: field(&self.subject),
            introduction: field(&self.introduction),
            schedule: at,
            test,
            ..Wrong::default()
        }
    }
}

/// Where a digest's page is.
#[must_use]
pub fn path(id: i64) -> String {
    format!("{DIGESTS}/{id}")
}

/// The form, if it may act; else the page with what was typed, and nothing is done.
pub async fn ours(app: &App, id: i64, typed: Typed<Form>) -> Result<Posted<Form>, Answer> {
    let Typed { posted, fresh } = typed;
    if fresh {
        return Ok(posted);
    }
    if posted.form.subject.is_none() {
        return Err(Err(Refusal::Forbidden));
    }
    let said = Some(Locale::default().t("error-stale-form"));
    let wrong = Wrong { page: said, ..posted.form.typed() };
    Err(page(app, &posted.by, id, &Asked::default(), StatusCode::FORBIDDEN, wrong).await)
}

/// Saves the words that came along and then does `work`, all in one transaction. With `stands`, it is not done where the
/// words made an approved digest a draft again: nobody has approved these.
pub async fn act<T: Send + 'static>(
    app: &App,
    posted: &Posted<Form>,
    id: i64,
    stands: bool,
    work: impl FnOnce(&mut Conn, &Actor, Timestamp) -> Result<T, DigestError> + Send + 'static,
) -> Result<(Kept, Option<T>), DigestError> {
    let (now, actor, form) = (app.clock.now(), posted.by.actor.clone(), posted.form.clone());
    let work = move |conn: &mut Conn| {
        let kept = edit::write_first(conn, &actor, now, id, &form.words())?;
        if stands && kept == Kept::Reopened {
            return Ok((kept, None));
        }
        work(conn, &actor, now).map(|done| (kept, Some(done)))
    };
    app.db.write(work).await
}

/// The digest's page after an action, or with what stands against it.
pub async fn answer<T>(
    app: &App,
    posted: &Posted<Form>,
    id: i64,
    done: &str,
    result: Result<(Kept, Option<T>), DigestError>,
) -> Answer {
    match result {
        Ok((_, None)) => Ok(parts::done(&path(id), "reopened")),
        Ok((_, Some(_))) => Ok(parts::done(&path(id), done)),
        Err(error) => refuse(app, &posted.by, id, error, posted.form.typed()).await,
    }
}

/// As [`answer`], of a refusal: the page with the error in the editor's words, at its field or else above all, and with
/// all that was typed.
pub async fn refused(app: &App, posted: &Posted<Form>, id: i64, error: DigestError) -> Answer {
    refuse(app, &posted.by, id, error, posted.form.typed()).await
}

/// The page with a text beside the time, or above all, and with all that was typed.
pub async fn said(app: &App, posted: &Posted<Form>, id: i64, put: impl FnOnce(&mut Wrong)) -> Answer {
    let mut wrong = posted.form.typed();
    put(&mut wrong);
    page(app, &posted.by, id, &Asked::default(), StatusCode::UNPROCESSABLE_ENTITY, wrong).await
}

async fn refuse(
    app: &App,
    by: &SignedIn,
    id: i64,
    error: DigestError,
    mut wrong: Wrong,
) -> Result<HttpResponse, Refusal> {
    let text = error.said(&Locale::default());
    let at =
        |typed: Option<Field>| Some(Field::wrong(typed.map(|field| field.value).unwrap_or_default(), text.clone()));
    let mut status = StatusCode::UNPROCESSABLE_ENTITY;
    match error {
        DigestError::Db(error) => return Err(error.into()),
        DigestError::NotFound => return Err(Refusal::NotFound),
        DigestError::Subject(_) | DigestError::NoSubject => wrong.subject = at(wrong.subject),
        DigestError::Introduction(_) => wrong.introduction = at(wrong.introduction),
        DigestError::Past => wrong.schedule = at(wrong.schedule),
        DigestError::State(..) | DigestError::Changed => {
            status = StatusCode::CONFLICT;
            wrong.theirs = matches!(error, DigestError::Changed);
            wrong.page = Some(text);
        }
        _ => wrong.page = Some(text),
    }
    page(app, by, id, &Asked::default(), status, wrong).await
}
