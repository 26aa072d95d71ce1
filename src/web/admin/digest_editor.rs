//! The page of one digest. Until it is on its way: words, articles, preview, test, approval, time. Then its progress.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::digest_actions::save;
use super::digest_preview::{Reading, preview};
use super::digests::{DIGESTS, title};
use super::frame::frame_after;
use super::pages::{AdminFrame, Badge, Button, DigestEditorPage, Flash, Notice, Pick, PreviewKind};
use super::{digest_progress, local_time};
use crate::account;
use crate::article::{self, Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::Conn;
use crate::digest::{self, Digest, DigestError, DigestState, Place};
use crate::mail::ReadMail;
use crate::newsletter::{self, Newsletter};
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
}

/// What was typed and is wrong, and what cannot be done; shown at its place.
#[derive(Clone, Debug, Default)]
pub struct Wrong {
    pub subject: Option<Field>,
    pub introduction: Option<Field>,
    pub test: Option<Field>,
    pub schedule: Option<Field>,
    pub page: Option<String>,
}

/// All that the editor shows.
struct Desk {
    digest: Digest,
    newsletter: Newsletter,
    picks: Vec<(Place, Article)>,
    candidates: Vec<Article>,
    address: String,
    mail: Result<(String, ReadMail), DigestError>,
}

async fn show(app: web::Data<App>, by: SignedIn, id: web::Path<i64>, query: web::Query<Asked>) -> Answer {
    page(&app, &by, *id, &query, StatusCode::OK, Wrong::default()).await
}

/// The page of a digest as it stands.
pub async fn page(app: &App, by: &SignedIn, id: i64, asked: &Asked, status: StatusCode, wrong: Wrong) -> Answer {
    let digest = app.db.read(move |conn| digest::by_id(conn, id)).await?.ok_or(Refusal::NotFound)?;
    let mut frame = frame_after(app, by, DIGESTS, &asked.done).await?;
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
    let picks = places.iter().filter_map(|place| Some((*place, of(*place)?))).collect();
    let mut candidates = if find.trim().is_empty() {
        article::trending(conn, OFFERED, 0)?
    } else {
        article::search(conn, find, OFFERED, 0)?.0
    };
    candidates.retain(|article| !ids.contains(&article.id));
    let address = account::user(conn, user)?.map(|user| user.address).unwrap_or_default();
    let mail = match reading.read(conn, digest.clone()) {
        Err(DigestError::Db(error)) => return Err(error.into()),
        mail => mail,
    };
    Ok(Desk { digest, newsletter, picks, candidates, address, mail })
}

fn fill(frame: AdminFrame, desk: Desk, asked: &Asked, wrong: Wrong, now: Timestamp) -> DigestEditorPage {
    let Desk { digest, newsletter, picks, candidates, address, mail } = desk;
    let url = format!("{DIGESTS}/{}", digest.id);
    let zone = newsletter.time_zone;
    let is_approved = matches!(digest.state, DigestState::Approved | DigestState::Scheduled);
    let at = digest.scheduled_at.map_or_else(|| local_time::next_morning(now, zone), |at| local_time::value(at, zone));
    let (subject, introduction) = (Field::of(&digest.subject), Field::of(&digest.introduction));
    let inputs =
        DigestEditorPage::words(&frame, wrong.subject.unwrap_or(subject), wrong.introduction.unwrap_or(introduction));
    let (dropped, kept): (Vec<_>, Vec<_>) = picks.into_iter().partition(|(place, _)| place.dropped);
    let pick = |(place, article): (Place, Article)| pick(&frame, place, &article, now);
    DigestEditorPage {
        back: Link { name: frame.t("admin-nav-digests"), url: DIGESTS.into() },
        title: title(&frame, &digest),
        state: Badge::of(&frame.locale, digest.state.as_str()),
        newsletter: newsletter.name.clone(),
        audience: audience(&frame, &digest, &newsletter),
        problems: problems(&frame, &newsletter, mail.as_ref().err(), &url),
        can_edit: digest.is_open(),
        hint: if is_approved { frame.t("admin-approved-hint") } else { String::new() },
        save_url: url.clone(),
        inputs,
        picks_url: format!("{url}/articles"),
        picks: kept.into_iter().map(pick).collect(),
        dropped: dropped.into_iter().map(pick).collect(),
        fill_url: format!("{url}/fill"),
        find_url: format!("{url}#add"),
        find: asked.find.clone(),
        candidates: candidates.iter().map(|article| choice(&frame, article)).collect(),
        preview: preview(&frame.locale, digest.id, PreviewKind::of(&asked.preview), mail.as_ref().ok()),
        test_url: format!("{url}/test"),
        test_email: wrong.test.unwrap_or_else(|| Field::of(address)),
        buttons: buttons(&frame, digest.state, &url),
        schedule_url: if is_approved { format!("{url}/schedule") } else { String::new() },
        schedule_at: wrong.schedule.unwrap_or_else(|| Field::of(at)),
        zone: zone.name().to_owned(),
        frame,
    }
}

fn audience(frame: &AdminFrame, digest: &Digest, newsletter: &Newsletter) -> String {
    let readers =
        frame.locale.t2("admin-audience", "readers", newsletter.confirmed, "shown", frame.n(&newsletter.confirmed));
    match digest.scheduled_at.filter(|_| digest.state == DigestState::Scheduled) {
        Some(at) => {
            let at = frame.locale.date_time(&at.to_utc().with_timezone(&newsletter.time_zone));
            format!("{readers} · {}", frame.t1("admin-goes-out", "at", at))
        }
        None => readers,
    }
}

fn problems(frame: &AdminFrame, newsletter: &Newsletter, mail: Option<&DigestError>, url: &str) -> Vec<Notice> {
    let mut problems = Vec::new();
    let newsletter_link =
        || Link { name: newsletter.name.clone(), url: format!("/admin/newsletters/{}", newsletter.id) };
    if newsletter.postal_address.trim().is_empty() {
        problems.push(Notice { text: DigestError::NoPostalAddress.to_string(), link: newsletter_link() });
    }
    if let Some(error) = mail {
        let link = Link { name: frame.t("admin-nav-articles"), url: format!("{url}#picks") };
        problems.push(Notice { text: error.to_string(), link });
    }
    problems
}

fn pick(frame: &AdminFrame, place: Place, article: &Article, now: Timestamp) -> Pick {
    let mut note = described(frame, article);
    note.push(format!("{} {:.2}", frame.t("admin-score-total"), article.explain(now).total));
    if article.state != ArticleState::Published {
        note.insert(0, frame.t("admin-not-published"));
    }
    Pick {
        id: article.id.to_string(),
        title: article.title.clone(),
        url: format!("/admin/articles/{}", article.id),
        note: note.join(" · "),
        pinned: place.pinned,
    }
}

fn described(frame: &AdminFrame, article: &Article) -> Vec<String> {
    let date = frame.locale.date(&article.published_at.to_utc().with_timezone(&frame.zone));
    [article.source.clone(), date].into_iter().filter(|part| !part.is_empty()).collect()
}

fn choice(frame: &AdminFrame, article: &Article) -> Choice {
    let label = format!("{} ({})", article.title, described(frame, article).join(", "));
    Choice { value: article.id.to_string(), label, chosen: false }
}

/// What the state allows.
fn buttons(frame: &AdminFrame, state: DigestState, url: &str) -> Vec<Button> {
    let to = |action: &str, label: String| Button::to(format!("{url}/{action}"), label);
    let discard = || to("cancel", frame.t("admin-discard")).danger(frame.t("admin-discard-sure"));
    match state {
        DigestState::Draft => vec![discard(), to("approve", frame.t("admin-approve")).main()],
        DigestState::Approved | DigestState::Scheduled => vec![
            discard(),
            to("draft", frame.t("admin-take-back")),
            Button { confirm: Some(frame.t("admin-send-sure")), ..to("send", frame.t("admin-send")).main() },
        ],
        _ => Vec::new(),
    }
}
