//! Settings, the audit log, and enquiries.

use tidings::contact::{self, EnquiryState, NewEnquiry};
use tidings::email_address::EmailAddress;
use tidings::{newsletter, site};

use super::Desk;
use crate::support::app::CONTACT;

const SETTINGS: &[(&str, &str)] = &[
    ("site_name", "The Harbour Ledger"),
    ("tagline", "News from the quay"),
    ("time_zone", "Europe/Berlin"),
    ("privacy", "We keep\r\n\r\n* your address"),
    ("imprint", ""),
];

#[tokio::test]
async fn an_administrator_changes_the_settings() {
    let desk = Desk::open().await;
    assert_eq!(desk.does("/admin/settings", SETTINGS).await, "/admin/settings?done=saved");
    let kept = desk.app.read(site::site).await;
    assert_eq!((kept.name.as_str(), kept.privacy.as_str()), ("The Harbour Ledger", "We keep\n\n* your address"));
    assert_eq!(kept.time_zone, chrono_tz::Europe::Berlin);
    let page = desk.page("/admin/settings?done=saved").await;
    assert!(page.contains("name=\"time_zone\" value=\"Europe/Berlin\"") && page.contains("Saved."), "{page}");
    for (field, value) in [("site_name", ""), ("tagline", "a\u{202e}b"), ("privacy", "a\u{1}b")] {
        let wrong = |(name, kept): &(&'static str, &'static str)| (*name, if *name == field { value } else { *kept });
        let fields: Vec<_> = SETTINGS.iter().map(wrong).collect();
        assert!(desk.is_refused("/admin/settings", &fields).await.contains(&format!("id=\"in-{field}-error\"")));
    }
    assert_eq!(desk.app.read(site::site).await, kept);
}

#[tokio::test]
async fn the_audit_log_is_shown_in_words_filtered_and_paged() {
    let desk = Desk::open().await;
    for name in 0..101 {
        let fields: Vec<_> = SETTINGS.iter().map(|(field, kept)| (*field, (*kept).to_owned())).collect();
        let named = |(field, kept): &(&'static str, String)| {
            (*field, if *field == "site_name" { format!("Ledger {name}") } else { kept.clone() })
        };
        let fields: Vec<(&str, String)> = fields.iter().map(named).collect();
        let fields: Vec<(&str, &str)> = fields.iter().map(|(field, value)| (*field, value.as_str())).collect();
        desk.does("/admin/settings", &fields).await;
    }
    desk.does("/admin/suppressions", &[("email", "ann@example.org")]).await;
    let line = "<a href=\"/admin/settings\">Changed the settings</a>";
    let page = desk.page("/admin/audit").await;
    assert!(page.contains("Suppressed an address") && page.contains("Marit") && !page.contains("ann@"), "{page}");
    let page = desk.page("/admin/audit?what=site").await;
    assert_eq!((page.matches(line).count(), page.contains("Suppressed an address")), (50, false));
    assert!(!desk.page("/admin/audit?what=site&who=operator").await.contains(line));
    let next = |page: &str, rel: &str| {
        let url = page.split(&format!("\" rel=\"{rel}\"")).next().unwrap().rsplit("href=\"").next().unwrap();
        url.replace("&#38;", "&")
    };
    let second = next(&page, "next");
    let page = desk.page(&second).await;
    assert_eq!(page.matches(line).count(), 50);
    let page = desk.page(&next(&page, "next")).await;
    assert_eq!((page.matches(line).count(), page.contains("rel=\"next\"")), (1, false));
    assert_eq!(next(&page, "prev"), second, "newer leads to the page that one came from");
}

pub(super) async fn enquire(desk: &Desk) -> i64 {
    let (now, links, id) = (desk.app.now(), desk.app.app.links.clone(), desk.app.newsletter);
    let written = NewEnquiry {
        name: "Ann".to_owned(),
        address: EmailAddress::parse("ann@example.org").unwrap(),
        subject: "The timetable".to_owned(),
        message: "Will the last boat wait?".to_owned(),
    };
    let work = move |conn: &mut tidings::db::Conn| {
        let newsletter = newsletter::by_id(conn, id)?.unwrap();
        let site = site::site(conn)?;
        contact::receive(conn, now, 7, &links, (&newsletter, &site), &written)
    };
    desk.app.app.db.write(work).await.unwrap()
}

#[tokio::test]
async fn an_enquiry_waits_in_the_inbox_until_it_is_answered() {
    let desk = Desk::open().await;
    let id = enquire(&desk).await;
    let path = format!("/admin/enquiries/{id}");
    let inbox = desk.page("/admin/enquiries?state=open").await;
    assert!(inbox.contains("The timetable") && inbox.contains("<span class=\"count\">"), "{inbox}");
    let page = desk.page(&path).await;
    assert!(page.contains("Will the last boat wait?") && page.contains("Ann &#60;ann@example.org&#62;"), "{page}");
    assert!(desk.is_refused(&path, &[("answer", " ")]).await.contains("Write your answer here."));
    let refused = desk.is_refused(&path, &[("answer", "a\u{202e}b")]).await;
    assert!(refused.contains("direction of the text"), "{refused}");
    let next = desk.does(&path, &[("answer", "It will.\r\n\r\nThe desk")]).await;
    let page = desk.page(&next).await;
    assert!(page.contains("Marit · ") && page.contains("It will.") && page.contains("Answered"), "{page}");
    let mails = desk.app.mails_to("ann@example.org").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("It will.") && mails[0].header("Reply-To").unwrap().contains(CONTACT));
    assert!(!desk.page("/admin/enquiries?state=open").await.contains("The timetable"));
    assert!(desk.page("/admin/enquiries?state=answered").await.contains("The timetable"));
    let kept = desk.app.read(move |conn| contact::by_id(conn, id)).await.unwrap();
    assert_eq!(kept.state, EnquiryState::Answered);
    assert_eq!(desk.log().await[0], "enquiry.answer");
}
