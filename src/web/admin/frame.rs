//! What every page of the administration has around it, filled in; and what pages say after an action.

use super::pages::{AdminFrame, Flash};
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

/// As [`frame`], with the text `done-{done}` as the news of the last action; a key without a text says nothing.
pub async fn frame_after(app: &App, by: &SignedIn, section: &str, done: &str) -> Result<AdminFrame, Refusal> {
    let mut frame = frame(app, by, section).await?;
    frame.flash = flash(&frame.locale, done);
    Ok(frame)
}

fn flash(locale: &Locale, done: &str) -> Option<Flash> {
    let key = format!("done-{done}");
    let text = locale.t(&key);
    (text != key).then_some(Flash { good: true, text })
}

/// A path with `done` in its query, to go on to after an action.
#[must_use]
pub fn after(path: &str, done: &str) -> String {
    format!("{path}?done={done}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_key_says_something() {
        let locale = Locale::default();
        assert_eq!(flash(&locale, "saved"), Some(Flash { good: true, text: locale.t("done-saved") }));
        for done in ["", "<script>", "no such thing", "Saved"] {
            assert_eq!(flash(&locale, done), None, "{done}");
        }
    }
}
