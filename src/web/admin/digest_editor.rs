//! The page of one digest. Until it is on its way: words, articles, preview, test, approval, time. Then its progress.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::articles::score;
use super::digest_actions::save;
use super::digest_preview::{Reading, preview};
use super::digest_sure::{discard_question, send_question};
use super::digests::{DIGESTS, title};
use super::pages::{AdminFrame, Badge, Button, DigestEditorPage, Flash, Notice, Pick, PreviewKind};
use super::parts::{Said, frame_said};
use super::{digest_progress, local_time};
use crate::account;
use crate::article::{self, Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest::{self, Digest, DigestError, DigestState, Place, Use, ready, render};
use crate::mail::ReadMail;
use crate::newsletter::{self, Newsletter};
use crate::subscriber::audience::{self, Audience};
use crate::web::public::pages::{Choice, Field, Link};
use crate::web::respond::page_with;
use crate::web::routes::get;
use crate::web::{App, Refusal, SignedIn};

/// Articles that are offered to be added.
const OFFERED: i64 = 30;

type Answer = Result<HttpResponse, Refusal>;

pub fn configure(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("/admin/digests/{id}").route(get(show)).route(web::post().to(save)));
}

/// What the page of a digest is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    pub preview: String,
    /// Words of an article to add.
    #[serde(default)]
    pub find: String,
    #[serde(default)]
    pub done: String,
    /// The part of the page to go on to: `preview` or `add`.
    #[serde(default)]
    pub to: String,
}

/// What was typed and is wrong, and what cannot be done; shown at its place.
#[derive(Clone, Debug, Default)]
pub struct Wrong {
    pub subject: Option<Field>,
    pub introduction: Option<Field>,
    pub test: Option<Field>,
    pub schedule: Option<Field>,
    pub page: Option<String>,
    /// Whether somebody else's words stand there now, to be shown beside those that were typed.
    pub theirs: bool,
}

/// All that the editor shows.
struct Desk {
    digest: Digest,
    newsletter: Newsletter,
    window_days: i64,
    picks: Vec<(Place, Article)>,
    candidates: Vec<Article>,
    /// Where picks and candidates were sent before.
    uses: Vec<Use>,
    /// Readers who would get it.
    readers: i64,
    /// What stands against sending it.
    against: Vec<DigestError>,
    address: String,
    mail: Result<(String, ReadMail), DigestError>,
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, query: web::Query<Asked>) -> Answer {
    page(&app, &by, *id, &query, StatusCode::OK, Wrong::default()).await
}

/// The page of a digest as it stands.
pub async fn page(app: &App, by: &SignedIn, id: i64, asked: &Asked, status: StatusCode, wrong: Wrong) -> Answer {
    let digest = app.db.read(move |conn| digest::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let said = Said { done: asked.done.clone(), ..Said::default() };
    let mut frame = frame_said(app, by, DIGESTS, &said).await?;
    if let Some(text) = &wrong.page {
        frame.flash = Some(Flash { good: false, text: text.clone() });
    }
    if digest.dispatch_id.is_some() {
        return digest_progress::page(app, by, frame, digest, asked, status).await;
    }
    let (reading, find, user) = (Reading::of(app, by), asked.find.clone(), by.user);
    let desk = app.db.read(move |conn| load(conn, &reading, digest, &find, user)).await;
    match desk {
        Ok(desk) => page_with(status, &fill(frame, desk, asked, wrong, app.clock.now())),
        Err(DigestError::Db(error)) => Err(error.into()),
        Err(error) => Err(Refusal::broken(&error)),
    }
}

fn load(conn: &mut Conn, reading: &Reading, digest: Digest, find: &str, user: i64) -> Result<Desk, DigestError> {
    let newsletter = newsletter::by_id(conn, digest.newsletter_id)?.ok_or(DigestError::NoNewsletter)?;
    let places = digest::places(conn, digest.id)?;
    let ids: Vec<i64> = places.iter().map(|place| place.article_id).collect();
    let articles = article::by_ids(conn, &ids)?;
    let of = |place: Place| articles.iter().find(|article| article.id == place.article_id).cloned();
    let picks: Vec<_> = places.iter().filter_map(|place| Some((*place, of(*place)?))).collect();
    let mut candidates = if find.trim().is_empty() {
        article::trending(conn, OFFERED, 0)?
    } else {
        article::search(conn, find, OFFERED, 0)?.articles
    };
    candidates.retain(|article| !ids.contains(&article.id));
    let shown: Vec<i64> = ids.iter().copied().chain(candidates.iter().map(|article| article.id)).collect();
    let before = digest::uses(conn, digest.edition_id, digest.id, &shown)?;
    let address = account::user(conn, user)?.map(|user| user.address).unwrap_or_default();
    let readers = audience::count(conn, &Audience::due(newsletter.id, reading.now))?.mailed;
    let content = render::content(conn, digest.clone())?;
    let mut against = ready::against(conn, &content)?;
    // A draft says in its title that it has no subject.
    against.retain(|error| !matches!(error, DigestError::NoSubject));
    let mail = match reading.read(conn, digest.clone()) {
        Err(DigestError::Db(error)) => return Err(error.into()),
        mail => mail,
    };
    let window_days = content.edition.settings.window_days;
    Ok(Desk { digest, newsletter, window_days, picks, candidates, uses: before, readers, against, address, mail })
}

fn fill(frame: AdminFrame, desk: Desk, asked: &Asked, wrong: Wrong, now: Timestamp) -> DigestEditorPage {
    let url = format!("{DIGESTS}/{}", desk.digest.id);
    let problems = problems(&frame, &desk, &url);
    let buttons = buttons(&frame, &desk, &url);
    let audience = audience_words(&frame, &desk);
    let Desk { digest, newsletter, window_days, picks, candidates, uses, address, mail, .. } = desk;
    let zone = newsletter.zone();
    let is_open = digest.is_open();
    let is_approved = matches!(digest.state, DigestState::Approved | DigestState::Scheduled);
    let at = digest.scheduled_at.map_or_else(|| local_time::next_morning(now, zone), |at| local_time::value(at, zone));
    let unsaved = wrong.subject.is_some() || wrong.introduction.is_some();
    let (subject, introduction) = (Field::of(&digest.subject), Field::of(&digest.introduction));
    let theirs = wrong.theirs.then(|| (digest.subject.clone(), digest.introduction.clone()));
    let inputs =
        DigestEditorPage::words(&frame, wrong.subject.unwrap_or(subject), wrong.introduction.unwrap_or(introduction));
    let (dropped, kept): (Vec<_>, Vec<_>) = picks.into_iter().partition(|(place, _)| place.dropped);
    let pick = |(place, article): (Place, Article)| pick(&frame, place, &article, &uses, now);
    let no_picks = match digest.introduction.trim() {
        "" => frame.t1("admin-picks-empty", "days", window_days),
        _ => frame.t("admin-picks-none"),
    };
    let preview = preview(&frame.locale, digest.id, PreviewKind::of(&asked.preview), mail.as_ref().ok());
    DigestEditorPage {
        back: Link { name: frame.t("admin-nav-digests"), url: DIGESTS.into() },
        title: title(&frame, &digest),
        state: Badge::of(&frame.locale, digest.state.as_str()),
        newsletter: newsletter.name.clone(),
        audience,
        problems,
        can_edit: is_open,
        hint: if is_approved { frame.t("admin-approved-hint") } else { String::new() },
        save_url: url.clone(),
        seen: digest.updated_at.0.to_string(),
        unsaved,
        theirs,
        inputs,
        picks_url: format!("{url}/articles"),
        picks: kept.into_iter().map(pick).collect(),
        no_picks,
        dropped: dropped.into_iter().map(pick).collect(),
        fill_url: format!("{url}/fill"),
        find_url: format!("{url}?to=add"),
        find: asked.find.clone(),
        candidates: candidates.iter().map(|article| choice(&frame, article, &uses)).collect(),
        preview: if is_open { preview.of_form("edit") } else { preview },
        test_url: format!("{url}/test"),
        test_email: wrong.test.unwrap_or_else(|| Field::of(address)),
        buttons,
        schedule_url: if is_approved { format!("{url}/schedule") } else { String::new() },
        schedule_at: wrong.schedule.unwrap_or_else(|| Field::of(at)),
        zone: zone.name().to_owned(),
        frame,
    }
}

/// How many readers would get it now, how many would not, and when it goes out; of a discarded one, nothing.
fn audience_words(frame: &AdminFrame, desk: &Desk) -> String {
    let (digest, reached) = (&desk.digest, desk.readers);
    let left_out = desk.newsletter.confirmed - reached;
    if !digest.is_open() {
        return String::new();
    }
    let mut words = vec![frame.locale.t2("admin-audience", "readers", reached, "shown", frame.n(&reached))];
    if left_out > 0 {
        words.push(frame.locale.t2("admin-audience-without", "readers", left_out, "shown", frame.n(&left_out)));
    }
    if let Some(at) = digest.scheduled_at.filter(|_| digest.state == DigestState::Scheduled) {
        let at = frame.locale.date_time(&at.to_utc().with_timezone(&desk.newsletter.zone()));
        words.push(frame.t1("admin-goes-out", "at", at));
    }
    words.join(" · ")
}

/// Why it was not sent at its time, and what stands against sending it.
fn problems(frame: &AdminFrame, desk: &Desk, url: &str) -> Vec<Notice> {
    let (digest, newsletter) = (&desk.digest, &desk.newsletter);
    if !digest.is_open() {
        return Vec::new();
    }
    let to_newsletter = || Link { name: newsletter.name.clone(), url: format!("/admin/newsletters/{}", newsletter.id) };
    let to_articles = || Link { name: frame.t("admin-nav-articles"), url: format!("{url}#picks") };
    let to_time = || Link { name: frame.t("admin-schedule"), url: format!("{url}#schedule") };
    let held = (!digest.held.is_empty())
        .then(|| Notice { text: frame.t1("admin-held", "reason", &digest.held), link: to_time() });
    let against = desk.against.iter().map(|error| Notice {
        text: error.said(&frame.locale),
        link: if matches!(error, DigestError::NoPostalAddress | DigestError::Closed) {
            to_newsletter()
        } else {
            to_articles()
        },
    });
    let mail = desk.mail.as_ref().err().map(|error| Notice { text: error.said(&frame.locale), link: to_articles() });
    held.into_iter().chain(against).chain(mail).collect()
}

fn pick(frame: &AdminFrame, place: Place, article: &Article, uses: &[Use], now: Timestamp) -> Pick {
    let mut note = described(frame, article);
    note.push(format!("{} {}", frame.t("admin-score-total"), score(article, now).total));
    if article.state != ArticleState::Published {
        note.insert(0, frame.t("admin-not-published"));
    }
    Pick {
        id: article.id.to_string(),
        title: article.title.clone(),
        url: format!("/admin/articles/{}", article.id),
        note: note.join(" · "),
        used: used(frame, article, uses),
        pinned: place.pinned,
    }
}

/// Where readers got an article before, in words; empty where they did not.
fn used(frame: &AdminFrame, article: &Article, uses: &[Use]) -> String {
    let Some(found) = uses.iter().find(|one| one.article == article.id) else { return String::new() };
    match found.started_at {
        None => frame.t1("admin-used-soon", "subject", &found.subject),
        Some(at) => {
            let key = if found.cancelled { "admin-used-partly" } else { "admin-used" };
            frame.locale.t2(key, "subject", &found.subject, "when", frame.when(at))
        }
    }
}

fn described(frame: &AdminFrame, article: &Article) -> Vec<String> {
    let date = frame.locale.date(&article.published_at.to_utc().with_timezone(&frame.zone));
    [article.source.clone(), date].into_iter().filter(|part| !part.is_empty()).collect()
}

fn choice(frame: &AdminFrame, article: &Article, uses: &[Use]) -> Choice {
    let mut notes = described(frame, article);
    notes.extend(Some(used(frame, article, uses)).filter(|used| !used.is_empty()));
    Choice { value: article.id.to_string(), label: format!("{} ({})", article.title, notes.join(", ")), chosen: false }
}

/// What the state allows.
fn buttons(frame: &AdminFrame, desk: &Desk, url: &str) -> Vec<Button> {
    let digest = &desk.digest;
    let to = |action: &str, label: String| Button::to(format!("{url}/{action}"), label);
    let discard = || to("cancel", frame.t("admin-discard")).danger(discard_question(frame, digest));
    match digest.state {
        DigestState::Draft => vec![to("approve", frame.t("admin-approve")).main(), discard()],
        DigestState::Approved | DigestState::Scheduled => {
            let question = Some(send_question(frame, digest, &desk.newsletter, desk.readers));
            let altered = desk.against.iter().any(|error| matches!(error, DigestError::Altered));
            let next = if altered {
                to("approve", frame.t("admin-approve-again")).main()
            } else {
                Button { confirm: question, ..to("send", frame.t("admin-send")).main() }
            };
            vec![next, to("draft", frame.t("admin-take-back")), discard()]
        }
        _ => Vec::new(),
    }
}
