//! Forgotten passwords: the page that asks for an address, and the mail with a one-time link. What it answers, and when,
//! does not tell whether there is such a user.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, web};

use super::door::{Door, SignInPage};
use crate::actor::Actor;
use crate::db::{self, Conn};
use crate::delivery::Message;
use crate::email_address::EmailAddress;
use crate::field::FieldErrorKind;
use crate::locale::Locale;
use crate::site;
use crate::subscriber::user_mail::{self, UserMail};
use crate::web::client::{client_address, client_key};
use crate::web::entrance::FORGOTTEN;
use crate::web::respond::{Answer, page, page_with, see_other};
use crate::web::route::get;
use crate::web::{App, Refusal, Submitted, csrf};

pub fn routes(routes: &mut web::ServiceConfig) {
    routes.service(web::resource("/forgotten").route(get(show)).route(web::post().to(request)));
}

/// The mail to users, composed; `None` while there is no newsletter whose sender could write it.
pub async fn message(app: &App, kind: UserMail) -> Result<Option<Message>, Refusal> {
    let found = app.db.read(|conn: &mut Conn| Ok::<_, db::Error>((user_mail::sender(conn)?, site::site(conn)?)));
    let (Some(newsletter), site) = found.await? else { return Ok(None) };
    let composed = user_mail::compose(kind, &newsletter, &site, &app.links, &app.keys);
    composed.map(Some).map_err(|error| Refusal::broken(&error))
}

/// The form; with `sent`, what happens next.
async fn show(app: web::Data<App>, query: web::Query<Submitted>) -> Answer {
    let door = Door::load(&app).await?;
    page(&if query.find("sent").is_some() { SignInPage::link_sent(door) } else { SignInPage::forgotten(door, None) })
}

async fn request(http: HttpRequest, app: web::Data<App>, form: web::Form<Submitted>) -> Answer {
    if !csrf::is_from_here(http.method(), http.headers(), &app.links) {
        return Err(Refusal::Forbidden);
    }
    let address = match EmailAddress::parse(form.get("email")) {
        Ok(address) => address,
        Err(error) => {
            let words = FieldErrorKind::from(error).words(&Locale::default());
            return refused(&app, StatusCode::UNPROCESSABLE_ENTITY, words).await;
        }
    };
    let client = client_address(&http, &app).filter(|_| app.client_limits);
    let (now, key) = (app.clock.now(), client.map(|ip| client_key(&app.keys, ip)));
    let counted = app.db.write(move |conn| user_mail::may_request(conn, now, key.as_ref().map(<[u8; 32]>::as_slice)));
    if !counted.await? {
        return refused(&app, StatusCode::TOO_MANY_REQUESTS, Locale::default().t("sign-in-too-many")).await;
    }
    let Some(message) = message(&app, UserMail::Forgotten).await? else {
        return refused(&app, StatusCode::CONFLICT, Locale::default().t("error-user-no-mail")).await;
    };
    let actor = Actor::Visitor { client: client.map(|ip| ip.to_string()).unwrap_or_default() };
    // After the answer, so that its time tells nothing. A link that is lost with the process is asked for again.
    actix_web::rt::spawn(async move {
        let (random, links) = (app.random.clone(), app.links.clone());
        let work =
            move |conn: &mut Conn| user_mail::send_forgotten(conn, &actor, now, &random, (&message, &links), &address);
        if let Err(error) = app.db.write(work).await {
            tracing::error!(%error, "a sign-in link could not be mailed");
        }
    });
    Ok(see_other(&format!("{FORGOTTEN}?sent")))
}

async fn refused(app: &App, status: StatusCode, problem: String) -> Answer {
    page_with(status, &SignInPage::forgotten(Door::load(app).await?, Some(problem)))
}
