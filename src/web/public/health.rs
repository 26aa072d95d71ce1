//! For monitoring: whether the process lives, and whether it can serve requests. The relay does not count: mail waits
//! for it.

use actix_web::{HttpResponse, web};

use crate::db::migrate::Schema;
use crate::db::{self, migrate};
use crate::web::App;

pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("alive\n")
}

pub async fn ready(app: web::Data<App>) -> HttpResponse {
    let checked = app
        .db
        .probe(|conn| {
            migrate::ping(conn)?;
            migrate::schema(conn)
        })
        .await;
    let fault = match checked {
        Ok(Schema::Current) => app.db.obstacle().await.map(|obstacle| format!("nothing can be written: {obstacle}")),
        Ok(Schema::Newer(_)) => Some("the database's schema is newer than this program".to_owned()),
        Ok(Schema::Older | Schema::Empty) => Some("the database's schema is older than this program".to_owned()),
        Err(db::Error::Busy) => Some("the database is busy".to_owned()),
        Err(_) => Some("the database does not answer".to_owned()),
    };
    let mut answer = if fault.is_some() { HttpResponse::ServiceUnavailable() } else { HttpResponse::Ok() };
    answer.content_type("text/plain; charset=utf-8").body(fault.unwrap_or_else(|| "ready".to_owned()) + "\n")
}
