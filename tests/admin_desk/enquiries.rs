//! Enquiries: closed and reopened, and the state of their mails.

use tidings::contact::{self, EnquiryState};

use super::{Desk, settings::enquire};

async fn state(desk: &Desk, id: i64) -> EnquiryState {
    desk.app.read(move |conn| contact::by_id(conn, id)).await.unwrap().state
}

#[tokio::test]
async fn an_enquiry_that_needs_no_answer_is_closed_and_opened_again() {
    let desk = Desk::open().await;
    let id = enquire(&desk).await;
    let path = format!("/admin/enquiries/{id}");
    assert!(desk.page(&path).await.contains(&format!("action=\"{path}/close\"")));
    assert!(desk.does(&format!("{path}/reopen"), &[]).await.ends_with("?error=enquiry-open"));
    let inbox = desk.does(&format!("{path}/close"), &[]).await;
    assert!(desk.page(&inbox).await.contains("The enquiry is closed."), "{inbox}");
    assert_eq!(state(&desk, id).await, EnquiryState::Closed);
    assert!(!desk.page("/admin/enquiries?state=open").await.contains("The timetable"));
    let closed = desk.page("/admin/enquiries?state=closed").await;
    assert!(closed.contains("The timetable") && !closed.contains("<span class=\"count\">"), "{closed}");
    assert!(desk.does(&format!("{path}/close"), &[]).await.ends_with("?error=enquiry-not-open"));
    let page = desk.does(&format!("{path}/reopen"), &[]).await;
    assert!(desk.page(&page).await.contains("The enquiry is open again."), "{page}");
    assert_eq!(desk.log().await[..2], ["enquiry.reopen", "enquiry.close"]);
    // A closed enquiry can be answered, and an answered one reopened.
    desk.does(&format!("{path}/close"), &[]).await;
    desk.does(&path, &[("answer", "It will.")]).await;
    assert_eq!(state(&desk, id).await, EnquiryState::Answered);
    desk.does(&format!("{path}/reopen"), &[]).await;
    assert_eq!(state(&desk, id).await, EnquiryState::Open);
    for action in ["close", "reopen"] {
        assert_eq!(desk.post(&format!("/admin/enquiries/99/{action}"), &[]).await.status, 404, "{action}");
    }
}

/// An answer to a misspelt address bounced, and its enquiry was shown as answered.
#[tokio::test]
async fn an_enquiry_shows_that_a_mail_did_not_arrive() {
    let desk = Desk::open().await;
    let (id, other) = (enquire(&desk).await, enquire(&desk).await);
    let path = format!("/admin/enquiries/{id}");
    desk.does(&path, &[("answer", "It will.")]).await;
    desk.app.settled().await;
    let page = desk.page(&path).await;
    assert_eq!(page.matches(">Sent</span>").count(), 2, "the enquiry and its answer: {page}");
    assert!(!desk.page("/admin/enquiries").await.contains("A mail was not delivered"));
    let refuse = "UPDATE deliveries SET state = 4, reply = '550 5.1.1 No such user' WHERE address = 'ann@example.org'";
    desk.app.write(|conn| conn.batch(refuse)).await;
    let page = desk.page(&path).await;
    for part in [">Failed</span>", "550 5.1.1 No such user", "href=\"/admin/deliveries/", "desk@ledger.example"] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    let list = desk.page("/admin/enquiries").await;
    assert_eq!(list.matches("A mail was not delivered").count(), 1, "{list}");
    assert!(!desk.page(&format!("/admin/enquiries/{other}")).await.contains(">Failed</span>"));
}
