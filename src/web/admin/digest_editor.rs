//! The page of one digest that is not yet being sent: words, articles, preview, test, approval, time. All of it is one form,
//! so that whatever the editor does, the words are saved first.

use actix_web::http::StatusCode;
use askama::Template;

use super::articles::{self, score};
use super::digest::{PATH, Reading, path, preview, title};
use super::digest_questions::{self, Question};
use super::form::{Entry, Form, Input, InputKind};
use super::frame::AdminFrame;
use super::local_time;
use super::preview::{Preview, PreviewKind};
use super::table::{Badge, Button};
use crate::account;
use crate::article::{self, Article, ArticleState};
use crate::db::Conn;
use crate::delivery::Counters;
use crate::digest::{self, Digest, DigestError, DigestState, Place, Use, ready, render};
use crate::locale::Locale;
use crate::mail::ReadMail;
use crate::newsletter::{self, Newsletter};
use crate::subscriber::audience::{self, Audience};
use crate::web::digest_action::APPROVE;
use crate::web::parts::{Choice, Link};
use crate::web::respond::{Answer, page_with};
use crate::web::{App, Refusal, Submitted};

/// Articles that are offered to be added.
const OFFERED: i64 = 30;

/// Something that an editor should see to. The link has no URL for a user who may not go there.
#[derive(Clone, Debug, Default)]
pub struct Notice {
    pub text: String,
    pub link: Link,
}

/// An article of a digest, in its place.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// Value of `article` in the posted form.
    pub id: String,
    pub title: String,
    pub url: String,
    /// Source, date, score: a second line.
    pub note: String,
    /// Where readers got it before; empty where they did not.
    pub used: String,
    pub pinned: bool,
}

/// Posts to its own path `subject` and `introduction`, and with `?to=add` also `find`. Below it, `articles` takes `change` (a
/// word of `Change::parse`, a colon and the article; or an empty one and `article`), `test` takes `email`, and `schedule`
/// takes `at`.
#[derive(Template)]
#[template(path = "admin/digest_editor.html")]
pub struct DigestEditorPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub title: String,
    pub state: Badge,
    pub newsletter: String,
    /// How many readers would get it now, in words.
    pub audience: String,
    /// What stands against sending.
    pub problems: Vec<Notice>,
    pub can_edit: bool,
    /// What an edit does besides; may be empty.
    pub hint: String,
    /// Its path, which the paths of its actions begin with.
    pub url: String,
    /// When it was last changed, as a number: goes along as `seen`.
    pub seen: String,
    /// Whether the words shown are not saved.
    pub unsaved: bool,
    /// Subject and introduction as somebody else wrote them meanwhile.
    pub theirs: Option<(String, String)>,
    pub inputs: Vec<Input>,
    pub picks: Vec<Pick>,
    /// Shown where there are no picks.
    pub no_picks: String,
    /// Left out by an editor; they can be brought back.
    pub dropped: Vec<Pick>,
    /// Words of an article to add.
    pub find: String,
    /// Articles that could be added.
    pub candidates: Vec<Choice>,
    pub preview: Preview,
    pub test_email: Input,
    /// Approve, send now, take back, discard: what the state allows.
    pub buttons: Vec<Button>,
    /// Whether a time can be set.
    pub can_schedule: bool,
    pub schedule_at: Input,
    /// Name of the time zone that the time is read in.
    pub zone: String,
}

/// A form that was submitted and did not act, to be shown again.
#[derive(Clone, Debug, Default)]
pub struct Again {
    pub entry: Entry,
    /// Whether somebody else's words are shown beside the submitted ones.
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

/// The fields `subject` and `introduction`.
#[must_use]
pub fn words(l: &Locale) -> Form {
    Form::to(l, "")
        .field(InputKind::Line, "subject", "field-subject")
        .field(InputKind::Text, "introduction", "admin-introduction")
        .hint("admin-introduction-hint")
}

/// The page of a digest that has no dispatch yet. The query has `preview` (a kind) and `find` (words of an article).
pub async fn page(
    app: &App,
    frame: AdminFrame,
    digest: Digest,
    query: &Submitted,
    status: StatusCode,
    again: &Again,
) -> Answer {
    let (reading, find, user) = (Reading::new(app, &frame.by), query.get("find").to_owned(), frame.by.user);
    let desk = app.db.read(move |conn| load(conn, &reading, digest, &find, user)).await;
    match desk {
        Ok(desk) => page_with(status, &fill(frame, desk, query, again)),
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
    // The title says already that a draft has no subject.
    against.retain(|error| !matches!(error, DigestError::NoSubject));
    let mail = match reading.read(conn, &digest) {
        Err(DigestError::Db(error)) => return Err(error.into()),
        mail => mail,
    };
    let window_days = content.edition.settings.window_days;
    Ok(Desk { digest, newsletter, window_days, picks, candidates, uses: before, readers, against, address, mail })
}

fn fill(frame: AdminFrame, desk: Desk, query: &Submitted, again: &Again) -> DigestEditorPage {
    let url = path(desk.digest.id);
    let problems = problems(&frame, &desk, &url);
    let buttons = buttons(&frame, &desk);
    let audience = audience_words(&frame, &desk);
    let Desk { digest, newsletter, window_days, picks, candidates, uses, address, mail, .. } = desk;
    let zone = newsletter.zone();
    let is_open = digest.is_open();
    let is_approved = matches!(digest.state, DigestState::Approved | DigestState::Scheduled);
    let at =
        digest.scheduled_at.map_or_else(|| local_time::next_morning(frame.now, zone), |at| local_time::value(at, zone));
    let kept = Submitted::from([("subject", digest.subject.as_str()), ("introduction", &digest.introduction)]);
    let field = |name: &str, kept: String| Input {
        value: again.entry.values.find(name).filter(|value| !value.is_empty()).map_or(kept, str::to_owned),
        error: again.entry.error(&frame.locale, name),
        ..Input::default()
    };
    let (dropped, chosen): (Vec<_>, Vec<_>) = picks.into_iter().partition(|(place, _)| place.dropped);
    let pick = |(place, article): (Place, Article)| pick(&frame, place, &article, &uses);
    let no_picks = match digest.introduction.trim() {
        "" => frame.t1("admin-picks-empty", "days", window_days),
        _ => frame.t("admin-picks-none"),
    };
    let preview = preview(&frame.locale, digest.id, PreviewKind::of(query.get("preview")), mail.as_ref().ok());
    DigestEditorPage {
        back: Link::new(frame.t("admin-nav-digests"), PATH),
        title: title(&frame, &digest),
        state: Badge::of(&frame.locale, digest.state.as_str()),
        newsletter: newsletter.name.clone(),
        audience,
        problems,
        can_edit: is_open,
        hint: if is_approved { frame.t("admin-approved-hint") } else { String::new() },
        seen: digest.updated_at.0.to_string(),
        unsaved: ["subject", "introduction"].iter().any(|name| again.entry.values.find(name).is_some()),
        theirs: again.theirs.then(|| (digest.subject.clone(), digest.introduction.clone())),
        inputs: words(&frame.locale).fill(&kept).show(&again.entry).inputs,
        picks: chosen.into_iter().map(pick).collect(),
        no_picks,
        dropped: dropped.into_iter().map(pick).collect(),
        find: query.get("find").to_owned(),
        candidates: candidates.iter().map(|article| choice(&frame, article, &uses)).collect(),
        preview: if is_open { preview.of_form("edit") } else { preview },
        test_email: field("email", address),
        buttons,
        can_schedule: is_approved,
        url,
        schedule_at: field("at", at),
        zone: zone.name().to_owned(),
        frame,
    }
}

/// How many readers would get it now, how many would not, and when it is sent. Empty for a discarded one.
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

/// Why it was not sent at its time, and what prevents sending it.
fn problems(frame: &AdminFrame, desk: &Desk, url: &str) -> Vec<Notice> {
    let (digest, newsletter) = (&desk.digest, &desk.newsletter);
    if !digest.is_open() {
        return Vec::new();
    }
    let to_newsletter = || Link::new(&newsletter.name, format!("/admin/newsletters/{}", newsletter.id));
    let to_articles = || Link::new(frame.t("admin-nav-articles"), format!("{url}#picks"));
    let to_time = || Link::new(frame.t("admin-schedule"), format!("{url}#schedule"));
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

fn pick(frame: &AdminFrame, place: Place, article: &Article, uses: &[Use]) -> Pick {
    let mut note = described(frame, article);
    note.push(format!("{} {}", frame.t("admin-score-total"), score(article, frame.now).total));
    if article.state != ArticleState::Published {
        note.insert(0, frame.t("admin-not-published"));
    }
    Pick {
        id: article.id.to_string(),
        title: article.title.clone(),
        url: articles::path(article.id),
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
    [article.source.clone(), frame.day(article.published_at)].into_iter().filter(|part| !part.is_empty()).collect()
}

fn choice(frame: &AdminFrame, article: &Article, uses: &[Use]) -> Choice {
    let mut notes = described(frame, article);
    notes.extend(Some(used(frame, article, uses)).filter(|used| !used.is_empty()));
    Choice::new(article.id.to_string(), format!("{} ({})", article.title, notes.join(", ")))
}

/// What the state allows. One whose articles changed since it was approved is approved again before it is sent.
fn buttons(frame: &AdminFrame, desk: &Desk) -> Vec<Button> {
    let (digest, newsletter, readers) = (desk.digest.clone(), desk.newsletter.clone(), desk.readers);
    let question = Question { digest, newsletter, readers, counters: Counters::default(), again: (0, 0) };
    let mut buttons = digest_questions::buttons(frame, &question);
    let altered = desk.against.iter().any(|error| matches!(error, DigestError::Altered));
    if let Some(first) = buttons.first_mut().filter(|_| altered) {
        let url = format!("{}/{}", path(desk.digest.id), APPROVE.name);
        *first = Button::to(url, frame.t("admin-approve-again")).main();
    }
    buttons
}
