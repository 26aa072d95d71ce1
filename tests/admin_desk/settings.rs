//! Settings, the log, and enquiries.

use tidings::actor::Role;
use tidings::contact::{self, EnquiryState, Written};
use tidings::email_address::EmailAddress;
use tidings::{newsletter, site};

use super::Desk;
use crate::support::app::{CONTACT, TestApp};

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
    assert!(page.contains("<option value=\"Europe/Berlin\" selected>") && page.contains("Saved."), "{page}");
    for (field, value) in [("site_name", ""), ("tagline", "a\u{202e}b"), ("privacy", "a\u{1}b")] {
        let wrong = |(name, kept): &(&'static str, &'static str)| (*name, if *name == field { value } else { *kept });
        let fields: Vec<_> = SETTINGS.iter().map(wrong).collect();
        assert!(desk.is_refused("/admin/settings", &fields).await.contains(&format!("id=\"in-{field}-error\"")));
    }
    assert_eq!(desk.app.read(site::site).await, kept);
}

#[tokio::test]
async fn an_editor_reads_the_log_but_does_not_reach_the_settings() {
    let desk = Desk::of(TestApp::start().await, Role::Editor).await;
    assert_eq!(desk.get("/admin/settings").await.status, 403);
    assert_eq!(desk.post("/admin/settings", SETTINGS).await.status, 403);
    desk.does("/admin/suppressions", &[("email", "ann@example.org")]).await;
    let page = desk.page("/admin/audit").await;
    assert!(page.contains("suppression.add") && page.contains("Marit") && !page.contains("ann@"), "{page}");
}

#[tokio::test]
async fn the_log_is_turned_over() {
    let desk = Desk::open().await;
    for _ in 0..51 {
        desk.does("/admin/settings", SETTINGS).await;
    }
    let page = desk.page("/admin/audit").await;
    assert_eq!(page.matches("site.change").count(), 50);
    let older = page.split("/admin/audit?before=").nth(1).unwrap().split('"').next().unwrap();
    let page = desk.page(&format!("/admin/audit?before={older}")).await;
    assert_eq!(page.matches("site.change").count(), 1);
}

async fn enquire(desk: &Desk) -> i64 {
    let (now, links, id) = (desk.app.now(), desk.app.app.links.clone(), desk.app.newsletter);
    let written = Written {
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
    assert!(desk.is_refused(&path, &[("answer", " ")]).await.contains("Write your message here."));
    let refused = desk.is_refused(&path, &[("answer", "a\u{202e}b")]).await;
    assert!(refused.contains("direction of writing"), "{refused}");
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
