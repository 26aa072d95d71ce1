//! The archive of digests that were sent, the newest first, page by page.

use actix_web::{HttpRequest, web};

use super::cards::{PAGE, digest_link, numbered};
use super::pages::ArchivePage;
use crate::digest;
use crate::web::App;
use crate::web::respond::{Answer, page};

pub async fn show(request: HttpRequest, app: web::Data<App>) -> Answer {
    let numbered = numbered(&request);
    let mut digests = app.db.read(move |conn| digest::archive(conn, PAGE + 1, numbered.offset())).await?;
    let ground = app.ground().await?;
    page(&ArchivePage {
        frame: ground.frame("/archive", app.clock.now()),
        pager: numbered.cut(&mut digests, "/archive", &[]),
        digests: digests.iter().map(|digest| digest_link(&ground, digest)).collect(),
        sign_up: ground.sign_up(&[]),
    })
}
