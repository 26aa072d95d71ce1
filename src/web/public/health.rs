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
    let unready = |text| (HttpResponse::ServiceUnavailable(), text);
    let (mut answer, text) = match checked {
        Ok(Schema::Current) => (HttpResponse::Ok(), "ready\n"),
        Ok(Schema::Newer(_)) => unready("the database's schema is newer than this program\n"),
        Ok(Schema::Older | Schema::Empty) => unready("the database's schema is older than this program\n"),
        Err(db::Error::Busy) => unready("the database is busy\n"),
        Err(_) => unready("the database does not answer\n"),
    };
    answer.content_type("text/plain; charset=utf-8").body(text)
}
