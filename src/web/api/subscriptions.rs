//! Sign-up by a program, such as a page or an app of the publisher's own. It needs no key; its defences are those of the
//! form, and its answer says nothing about the address.

use actix_web::http::StatusCode;
use actix_web::{HttpMessage, HttpRequest, web};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::Body;
use super::once::{Once, Reply, act};
use super::page::Answer;
use super::problem::Problem;
use crate::actor::Actor;
use crate::assembly::ground::Ground;
use crate::clock::Timestamp;
use crate::field::{FieldError, FieldErrorKind};
use crate::guard::challenge::ChallengeError;
use crate::newsletter::Newsletter;
use crate::subscriber::sign_up::{NewsletterSignUp, SignUp, SignUpInput, sign_up};
use crate::web::App;
use crate::web::cors::{self, SignUpTo};
use crate::web::public::defence::{self, Admission, Proof, Sender};
use crate::web::public::sign_up::FORM;

/// Somebody who wishes to subscribe.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSubscription {
    /// The reader's e-mail address.
    #[schema(format = Email, example = "ann@example.org", max_length = 320)]
    email: String,
    /// The slug of the newsletter; may be left out where there is only one.
    newsletter: Option<String>,
    /// The reader's name, for the greeting.
    #[schema(max_length = 100)]
    name: Option<String>,
    /// The wording of consent as your page shows it. The ledger keeps it; without it, the ledger names none until the
    /// reader confirms.
    #[schema(max_length = 1000)]
    wording: Option<String>,
    /// The solution of a challenge (`GET /api/v1/challenge`): the base64 of the JSON that the ALTCHA widget makes.
    altcha: Option<String>,
}

/// What is said to everybody, whatever is known about the address.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Accepted {
    #[schema(example = "check your inbox")]
    status: &'static str,
}

/// Sign up a reader. A confirmation is mailed, and nothing else until its button is pressed. The answer is the same
/// whether the address is new or known.
#[utoipa::path(
    post,
    path = "/subscriptions",
    request_body = NewSubscription,
    responses((status = 202, description = "Accepted.", body = Accepted)),
    security(()),
)]
pub async fn add(request: HttpRequest, app: web::Data<App>, body: Body<NewSubscription>, once: Once) -> Answer {
    defence::evenly(answer(request, app, body, once)).await
}

async fn answer(request: HttpRequest, app: web::Data<App>, body: Body<NewSubscription>, once: Once) -> Answer {
    let ground = app.ground().await?;
    let (newsletter, input) = read(&ground, &body.input, defence::source(&request, &app, "api"))?;
    request.extensions_mut().insert(SignUpTo(newsletter.id));
    if !cors::may_sign_up(&app, request.headers(), &newsletter) {
        return Err(Problem::new(StatusCode::FORBIDDEN, "api-origin"));
    }
    let with = app.stationery(&newsletter, &ground.site).map_err(|error| Problem::broken(&error))?;
    let proof = prove(&app, body.input.altcha.as_deref().unwrap_or_default(), app.clock.now());
    let from = defence::sender(&request, &app);
    act(&app, once, body.hash, move |conn, now| {
        let proof = proof?;
        if let Some(problem) = turned_away(defence::admit(conn, now, FORM.purpose, &from, &proof)?) {
            return Ok(Reply::refusal(&problem));
        }
        let Sender { client, .. } = from;
        sign_up(conn, &Actor::Visitor { client }, now, &[NewsletterSignUp { with, newsletter, input }])
            .map_err(|error| Problem::not_stored(error, "api-no-newsletter"))?;
        Reply::json(StatusCode::ACCEPTED, &Accepted { status: "check your inbox" })
    })
    .await
}

fn read(ground: &Ground, input: &NewSubscription, source: &'static str) -> Result<(Newsletter, SignUp), Problem> {
    let input = SignUpInput {
        email: &input.email,
        name: input.name.as_deref().unwrap_or_default(),
        wording: input.wording.as_deref().unwrap_or_default(),
        newsletter: ground.open_newsletter(input.newsletter.as_deref().unwrap_or_default()),
    };
    let (newsletter, sign_up) = input.check(source)?;
    Ok((newsletter.clone(), sign_up))
}

fn prove(app: &App, solution: &str, now: Timestamp) -> Result<Proof, Problem> {
    if !app.proof_of_work {
        return Ok(Proof::NotNeeded);
    }
    let solved = app.challenges.verify(solution, now);
    solved.map(Proof::Solved).map_err(|error| {
        let kind = match error {
            ChallengeError::Missing => FieldErrorKind::Required,
            ChallengeError::Expired => FieldErrorKind::Expired,
            ChallengeError::Unreadable | ChallengeError::Wrong => FieldErrorKind::Forged,
        };
        FieldError::new("altcha", kind).into()
    })
}

fn turned_away(admission: Admission) -> Option<Problem> {
    match admission {
        Admission::Admitted => None,
        Admission::Used => Some(FieldError::new("altcha", FieldErrorKind::Used).into()),
        Admission::TooMany => Some(Problem::new(StatusCode::TOO_MANY_REQUESTS, "api-too-many-sign-ups")),
    }
}
