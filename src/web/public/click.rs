//! The counted link of a digest. It leads to an article of that digest and nowhere else, whatever is asked.

use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpRequest, HttpResponse, web};
use url::Url;

use super::articles::is_read;
use crate::article::score::SignalKind;
use crate::article::signal::{Seen, TOO_SOON, Who};
use crate::article::{self, Article, ArticleState};
use crate::clock::Timestamp;
use crate::db::{self, Conn};
use crate::delivery::{self, DeliveryState, RecipientKey};
use crate::digest::{self, render};
use crate::links::Links;
use crate::newsletter::{self, Edition};
use crate::subscriber;
use crate::token::{Purpose, without_punctuation};
use crate::web::respond::Answer;
use crate::web::{App, Refusal};

/// What a link stands for.
struct Followed {
    article: Article,
    edition: Edition,
    /// Who is to be counted; `None` when the subscription is no longer known, or the mail has only just arrived.
    subscriber: Option<i64>,
}

/// Whether a mail has lain long enough to have been read.
fn was_read(conn: &mut Conn, now: Timestamp, dispatch: Option<i64>, subscription: i64) -> db::Result<bool> {
    let Some(dispatch) = dispatch else { return Ok(false) };
    let standing = delivery::standing_of(conn, dispatch, RecipientKey::Subscription(subscription))?;
    let taken = standing.filter(|(state, _)| matches!(state, DeliveryState::Sent | DeliveryState::Unknown));
    Ok(taken.is_some_and(|(_, since)| now.0 - since.0 >= TOO_SOON))
}

fn find(conn: &mut Conn, now: Timestamp, subscription: i64, digest: i64, article: i64) -> Result<Followed, Refusal> {
    let places = digest::places(conn, digest)?;
    if !places.iter().any(|place| place.article_id == article && !place.dropped) {
        return Err(Refusal::NotFound);
    }
    let digest = digest::by_id(conn, digest)?.ok_or(Refusal::NotFound)?;
    let edition = newsletter::edition_by_id(conn, digest.edition_id)?.ok_or(Refusal::NotFound)?;
    let article = article::by_id(conn, article)?.ok_or(Refusal::NotFound)?;
    if article.state != ArticleState::Published {
        return Err(Refusal::Gone);
    }
    let read = was_read(conn, now, digest.dispatch_id, subscription)?;
    let subscriber = subscriber::subscription(conn, subscription)?.filter(|_| read).map(|found| found.subscriber_id);
    Ok(Followed { article, edition, subscriber })
}

pub async fn follow(request: HttpRequest, app: web::Data<App>, path: web::Path<(String, String)>) -> Answer {
    let (token, article) = path.into_inner();
    let [subscription, digest] = app.keys.verify(Purpose::Click, &token).ok_or(Refusal::NotFound)?;
    let article = without_punctuation(&article).parse::<i64>().map_err(|_| Refusal::NotFound)?;
    let now = app.clock.now();
    let followed = app.db.read(move |conn| find(conn, now, subscription, digest, article)).await?;
    if let Some(subscriber) = followed.subscriber.filter(|_| is_read(&request)) {
        let who = Who::Subscriber(subscriber);
        app.signals.push(Seen { article, kind: SignalKind::Click, who, at: now });
    }
    let to = destination(&followed.article, &followed.edition, &app.links);
    Ok(HttpResponse::Found().insert_header((LOCATION, to)).insert_header((CACHE_CONTROL, "no-store")).finish())
}

/// The headline's page in the form for a header; an address that a browser should not go to is our own page instead.
fn destination(article: &Article, edition: &Edition, links: &Links) -> String {
    let target = Url::parse(&render::target(article, edition, links)).ok();
    let target = target.filter(|url| matches!(url.scheme(), "http" | "https"));
    target.map_or_else(|| links.article(&article.slug), String::from)
}
