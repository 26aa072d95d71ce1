//! The links of mails that confirm or end a subscription. A GET shows a button and changes nothing; its POST acts.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::defence::sender;
use super::frame::{Ground, ground};
use super::pages::MessagePage;
use crate::actor::Actor;
use crate::clock::MINUTE;
use crate::digest::send::NOBODY;
use crate::subscriber::confirm::{self, Found};
use crate::subscriber::sign_up::CONFIRM_MINUTES;
use crate::token::Purpose;
use crate::web::respond::{Answer, page, page_with};
use crate::web::{App, Refusal};

/// The subscription of a confirmation link that is still good.
fn confirmed_by(app: &App, token: &str) -> Option<i64> {
    let [subscription, issued] = app.keys.verify(Purpose::Confirm, token)?;
    let age = app.clock.now().0 / MINUTE - issued;
    (age <= CONFIRM_MINUTES).then_some(subscription)
}

fn unsubscribed_by(app: &App, token: &str) -> Option<i64> {
    app.keys.verify(Purpose::Unsubscribe, token).map(|[subscription]| subscription)
}

async fn found(app: &App, subscription: Option<i64>) -> Result<(Ground, Option<Found>), Refusal> {
    let work = move |conn: &mut crate::db::Conn| {
        let found = subscription.map(|id| confirm::find(conn, id)).transpose()?.flatten();
        Ok::<_, Refusal>((ground(conn)?, found))
    };
    app.db.read(work).await
}

fn expired(app: &App, ground: &Ground, path: &str) -> Answer {
    page_with(StatusCode::NOT_FOUND, &MessagePage::link_expired(ground.frame(path, app.clock.now())))
}

/// Where the links of a test mail lead, which is nobody's.
pub async fn test_page(app: &App, path: &str) -> Answer {
    let ground = app.db.read(ground).await?;
    page(&MessagePage::test_link(ground.frame(path, app.clock.now())))
}

fn preferences_url(app: &App, found: &Found) -> String {
    app.links.preferences(&app.keys.sign(Purpose::Preferences, &[found.subscriber.id, 0]))
}

pub async fn show(app: web::Data<App>, token: web::Path<String>) -> Answer {
    let (ground, found) = found(&app, confirmed_by(&app, &token)).await?;
    let Some(found) = found else { return expired(&app, &ground, "/confirm") };
    let frame = ground.frame("/confirm", app.clock.now());
    page(&MessagePage::confirm(frame, &found.newsletter.name, &app.links.confirm(&token)))
}

pub async fn post(request: HttpRequest, app: web::Data<App>, token: web::Path<String>) -> Answer {
    let (ground, found) = found(&app, confirmed_by(&app, &token)).await?;
    let Some(found) = found else { return expired(&app, &ground, "/confirm") };
    let with = app.stationery(&found.newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
    let (now, actor) = (app.clock.now(), Actor::Visitor { client: sender(&request, &app).client });
    let id = found.subscription.id;
    let done = app.db.write(move |conn| confirm::confirm(conn, &actor, now, &with, id, "link")).await?;
    app.engine.nudge();
    let Some(found) = done else { return expired(&app, &ground, "/confirm") };
    let frame = ground.frame("/confirm", now);
    page(&MessagePage::confirmed(frame, &found.newsletter.name, &preferences_url(&app, &found)))
}

pub async fn show_unsubscribe(app: web::Data<App>, token: web::Path<String>) -> Answer {
    if *token == NOBODY {
        return test_page(&app, "/unsubscribe").await;
    }
    let (ground, found) = found(&app, unsubscribed_by(&app, &token)).await?;
    let Some(found) = found else { return expired(&app, &ground, "/unsubscribe") };
    let frame = ground.frame("/unsubscribe", app.clock.now());
    let url = app.links.unsubscribe(&token);
    page(&MessagePage::unsubscribe(frame, &found.newsletter.name, &url, &preferences_url(&app, &found)))
}

/// The button's POST and the one-click POST of a mail provider (RFC 8058): no cookie, no field beyond the token, and a
/// 200 that is on disk.
pub async fn unsubscribe(request: HttpRequest, app: web::Data<App>, token: web::Path<String>) -> Answer {
    if *token == NOBODY {
        return test_page(&app, "/unsubscribe").await;
    }
    let Some(id) = unsubscribed_by(&app, &token) else {
        return Ok(HttpResponse::NotFound().finish());
    };
    let (now, actor) = (app.clock.now(), Actor::Visitor { client: sender(&request, &app).client });
    let work = move |conn: &mut crate::db::Conn| {
        let found = confirm::unsubscribe(conn, &actor, now, id, "link")?;
        Ok::<_, Refusal>((ground(conn)?, found))
    };
    let (ground, found) = app.db.write(work).await?;
    app.engine.withdraw(id);
    let Some(found) = found else { return Ok(HttpResponse::NotFound().finish()) };
    let frame = ground.frame("/unsubscribe", now);
    page(&MessagePage::unsubscribed(frame, &found.newsletter.name, &preferences_url(&app, &found)))
}
