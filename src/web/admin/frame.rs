//! What every page of the administration has around it, filled in.

use super::pages::AdminFrame;
use crate::contact;
use crate::db;
use crate::locale::Locale;
use crate::site;
use crate::web::{App, Refusal, SignedIn};

/// The frame of a page; `section` is the path of its entry in the navigation, such as `/admin/digests`.
pub async fn frame(app: &App, by: &SignedIn, section: &str) -> Result<AdminFrame, Refusal> {
    let found = app.db.read(|conn| Ok::<_, db::Error>((site::site(conn)?, contact::count_open(conn)?)));
    let (site, open_enquiries) = found.await?;
    let frame = AdminFrame::new(Locale::default(), &site.name, &by.name, section, &by.csrf);
    Ok(AdminFrame { role: by.role, open_enquiries, has_outbox: app.captures, zone: site.time_zone, ..frame })
}
