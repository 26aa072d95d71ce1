//! The links of mails that confirm or end a subscription. A GET shows a button and changes nothing; its POST acts.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::defence::sender;
use super::pages::{ConfirmPage, MessagePage, NewsletterChoice};
use crate::actor::Actor;
use crate::assembly::ground::Ground;
use crate::clock::MINUTE;
use crate::db::{self, Conn};
use crate::digest::send::NOBODY;
use crate::newsletter::Newsletter;
use crate::subscriber::SubscriptionState;
use crate::subscriber::confirm::{self, Agreed, SubscriptionDetails};
use crate::subscriber::sign_up::CONFIRM_MINUTES;
use crate::token::Purpose;
use crate::web::respond::{Answer, page, page_with};
use crate::web::{App, Refusal, Submitted};

/// The fields of a form that needs none: `None` for what is no form at all.
type Fields = Option<web::Form<Submitted>>;

/// The subscription of a confirmation link that is still good.
fn confirmed_by(app: &App, token: &str) -> Option<i64> {
    let [subscription, issued] = app.keys.verify(Purpose::Confirm, token)?;
    let age = app.clock.now().0 / MINUTE - issued;
    (age <= CONFIRM_MINUTES).then_some(subscription)
}

fn unsubscribed_by(app: &App, token: &str) -> Option<i64> {
    app.keys.verify(Purpose::Unsubscribe, token).map(|[subscription]| subscription)
}

/// The subscription that a link confirms, and the reader's others that are pending.
struct Confirmation {
    found: SubscriptionDetails,
    also: Vec<SubscriptionDetails>,
}

fn confirmation(conn: &mut Conn, subscription: Option<i64>) -> db::Result<Option<Confirmation>> {
    let found = subscription.map(|id| confirm::awaited(conn, id)).transpose()?.flatten();
    let Some(found) = found else { return Ok(None) };
    Ok(Some(Confirmation { also: confirm::also_pending(conn, &found)?, found }))
}

async fn load(app: &App, token: &str) -> Result<(Arc<Ground>, Option<Confirmation>), Refusal> {
    let subscription = confirmed_by(app, token);
    let confirmation = app.db.read(move |conn| confirmation(conn, subscription)).await?;
    Ok((app.ground().await?, confirmation))
}

fn expired(app: &App, ground: &Ground, path: &str) -> Answer {
    page_with(StatusCode::NOT_FOUND, &MessagePage::link_expired(ground.frame(path, app.clock.now())))
}

/// Where the links of a test mail lead, which is nobody's.
pub async fn test_page(app: &App, path: &str) -> Answer {
    let ground = app.ground().await?;
    page(&MessagePage::test_link(ground.frame(path, app.clock.now())))
}

fn preferences_url(app: &App, found: &SubscriptionDetails) -> String {
    app.links.preferences(&app.keys.sign(Purpose::Preferences, &[found.subscriber.id, 0]))
}

pub async fn show(app: web::Data<App>, token: web::Path<String>) -> Answer {
    let (ground, confirmation) = load(&app, &token).await?;
    let Some(Confirmation { found, also }) = confirmation else { return expired(&app, &ground, "/confirm") };
    let choice = |one: &SubscriptionDetails| NewsletterChoice {
        slug: one.newsletter.slug.clone(),
        name: one.newsletter.name.clone(),
        description: String::new(),
        consent: one.newsletter.consent(),
        // Of the same form.
        checked: one.subscription.requested_at == found.subscription.requested_at,
    };
    let marks = also.iter().chain([&found]).map(|one| one.newsletter.consent_mark());
    page(&ConfirmPage {
        frame: ground.frame("/confirm", app.clock.now()),
        newsletter: found.newsletter.name.clone(),
        consent: found.newsletter.consent(),
        url: app.links.confirm(&token),
        shown: marks.collect::<Vec<_>>().join(" "),
        also: also.iter().map(choice).collect(),
    })
}

/// What stood at the button: the page of a link has but one wording, so that a POST without fields agrees to that one.
fn wording(newsletter: &Newsletter, shown: Option<&str>) -> String {
    shown.map_or_else(|| newsletter.consent(), |marks| newsletter.consent_shown(marks))
}

/// Confirms what the link is for, and what was ticked beside it.
pub async fn post(request: HttpRequest, app: web::Data<App>, token: web::Path<String>, fields: Fields) -> Answer {
    let (ground, confirmation) = load(&app, &token).await?;
    let Some(Confirmation { found, also }) = confirmation else { return expired(&app, &ground, "/confirm") };
    let fields = fields.map(web::Form::into_inner).unwrap_or_default();
    let shown = fields.find("shown");
    let wanted = also.iter().filter(|one| fields.all("also").any(|slug| slug == one.newsletter.slug));
    let agreed = [&found].into_iter().chain(wanted).map(|one| {
        let with = app.stationery(&one.newsletter, &ground.site).map_err(|error| Refusal::broken(&error))?;
        Ok(Agreed { subscription: one.subscription.id, with, wording: wording(&one.newsletter, shown) })
    });
    let agreed = agreed.collect::<Result<Vec<_>, Refusal>>()?;
    let (now, actor) = (app.clock.now(), Actor::Visitor { client: sender(&request, &app).client });
    let done = app.db.write_again(move |conn| confirm::confirm_all(conn, &actor, now, &agreed, "link")).await?;
    let Some(first) = done.first() else { return expired(&app, &ground, "/confirm") };
    let names: Vec<&str> = done.iter().map(|found| found.newsletter.name.as_str()).collect();
    let frame = ground.frame("/confirm", now);
    page(&MessagePage::confirmed(frame, &names.join(", "), &preferences_url(&app, first)))
}

pub async fn show_unsubscribe(app: web::Data<App>, token: web::Path<String>) -> Answer {
    if *token == NOBODY {
        return test_page(&app, "/unsubscribe").await;
    }
    let subscription = unsubscribed_by(&app, &token);
    let found = match subscription {
        Some(id) => app.db.read(move |conn| confirm::find(conn, id)).await?,
        None => None,
    };
    let ground = app.ground().await?;
    let frame = ground.frame("/unsubscribe", app.clock.now());
    match (subscription, found) {
        (_, Some(found)) if found.subscription.state == SubscriptionState::Unsubscribed => {
            page(&MessagePage::unsubscribed(frame, &found.newsletter.name, &preferences_url(&app, &found)))
        }
        (_, Some(found)) => {
            let url = app.links.unsubscribe(&token);
            page(&MessagePage::unsubscribe(frame, &found.newsletter.name, &url, &preferences_url(&app, &found)))
        }
        (Some(_), None) => page(&MessagePage::no_mail(frame)),
        (None, None) => page_with(StatusCode::NOT_FOUND, &MessagePage::unsubscribe_link_broken(frame)),
    }
}

/// The button's POST and the one-click POST of a mail provider (RFC 8058): no cookie, no field beyond the token, and a
/// 200 that is on disk. Who is gone gets no mail, and that is what is answered.
pub async fn unsubscribe(
    request: HttpRequest,
    app: web::Data<App>,
    token: web::Path<String>,
    fields: Fields,
) -> Answer {
    if *token == NOBODY {
        return test_page(&app, "/unsubscribe").await;
    }
    let Some(id) = unsubscribed_by(&app, &token) else {
        return Ok(HttpResponse::NotFound().finish());
    };
    let one_click = fields.is_some_and(|fields| fields.find("List-Unsubscribe").is_some());
    let source = if one_click { "one-click" } else { "link" };
    let (now, actor) = (app.clock.now(), Actor::Visitor { client: sender(&request, &app).client });
    let found = app.db.write_again(move |conn| confirm::unsubscribe(conn, &actor, now, id, source)).await?;
    let frame = app.ground().await?.frame("/unsubscribe", now);
    match found {
        Some(found) => page(&MessagePage::unsubscribed(frame, &found.newsletter.name, &preferences_url(&app, &found))),
        None => page(&MessagePage::no_mail(frame)),
    }
}
