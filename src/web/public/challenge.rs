//! The challenge that forms solve before they are sent.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpResponse, web};

use crate::web::App;

/// A fresh challenge as JSON; its solution goes into the field `altcha`.
pub async fn challenge(app: web::Data<App>) -> HttpResponse {
    let challenge = app.challenges.challenge(app.clock.now(), &app.random);
    HttpResponse::Ok().insert_header((CACHE_CONTROL, "no-store")).json(challenge)
}
