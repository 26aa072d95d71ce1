//! The archive of digests that were sent, the newest first, page by page.

use actix_web::{HttpRequest, web};

use super::cards::{PAGE, digest_link, offset, page_number, pager};
use super::pages::ArchivePage;
use crate::digest;
use crate::web::App;
use crate::web::respond::{Answer, page};

pub async fn show(request: HttpRequest, app: web::Data<App>) -> Answer {
    let number = page_number(&request);
    let digests = app.db.read(move |conn| digest::archive(conn, PAGE + 1, offset(number))).await?;
    let ground = app.ground().await?;
    let most = usize::try_from(PAGE).unwrap_or_default();
    page(&ArchivePage {
        frame: ground.frame("/archive", app.clock.now()),
        pager: pager("/archive", &[], number, digests.len() > most),
        digests: digests.iter().take(most).map(|digest| digest_link(&ground, digest)).collect(),
        sign_up: ground.sign_up(""),
    })
}
