//! The archive of digests that were sent, the newest first, page by page.

use actix_web::{HttpRequest, web};

use super::cards::{PAGE, digest_link, offset, page_number, pager};
use super::frame::ground;
use super::pages::ArchivePage;
use crate::db::Conn;
use crate::digest;
use crate::web::respond::{Answer, page};
use crate::web::{App, Refusal};

pub async fn show(request: HttpRequest, app: web::Data<App>) -> Answer {
    let number = page_number(&request);
    let work = move |conn: &mut Conn| {
        let digests = digest::archive(conn, PAGE + 1, offset(number))?;
        Ok::<_, Refusal>((ground(conn)?, digests))
    };
    let (ground, digests) = app.db.read(work).await?;
    let most = usize::try_from(PAGE).unwrap_or_default();
    page(&ArchivePage {
        frame: ground.frame("/archive", app.clock.now()),
        pager: pager("/archive", &[], number, digests.len() > most),
        digests: digests.iter().take(most).map(|digest| digest_link(&ground, digest)).collect(),
        sign_up: ground.sign_up(""),
    })
}
