//! Importing a file of readers, undoing that, and the export.

use std::time::{Duration, Instant};

use reqwest::header::ORIGIN;
use tidings::newsletter;

use super::Desk;
use crate::support::app::NEWSLETTER;

const NEW: &str = "/admin/subscribers/imports/new";
const CHECK: &str = "/admin/subscribers/imports/check";
const GHOST: &str = "id,email,name,note,subscribed_to_emails,created_at,deleted_at\n\
    1,ann@example.org,Ann,,true,2024-01-01T00:00:00.000Z,\n2,ben@example.org,Ben,,false,,\n3,nobody,,,true,,\n";

const FIELDS: [(&str, &str); 4] = [("newsletter", NEWSLETTER), ("state", "confirmed"), ("from", ""), ("ignored", "")];

async fn counts(desk: &Desk) -> (i64, i64) {
    let id = desk.app.newsletter;
    let newsletter = desk.app.read(move |conn| newsletter::by_id(conn, id)).await.unwrap();
    (newsletter.confirmed, newsletter.unsubscribed)
}

#[tokio::test]
async fn a_file_is_checked_imported_and_undone() {
    let desk = Desk::open().await;
    assert!(desk.page(NEW).await.contains("enctype=\"multipart/form-data\""));
    let file = ("members.csv", GHOST.as_bytes());
    let checked = desk.upload(CHECK, &FIELDS, file).await;
    assert_eq!(checked.status, 200, "{}", checked.body);
    for part in ["nothing is changed", "export of Ghost", "Confirmed: 1.", "Unsubscribed: 1.", "Refused: 1.", "note"] {
        assert!(checked.body.contains(part), "{part} is not in {}", checked.body);
    }
    assert_eq!(counts(&desk).await, (0, 0));
    let imported = desk.upload(NEW, &FIELDS, file).await;
    assert!(imported.status == 200 && imported.body.contains("The file is imported"), "{}", imported.body);
    assert_eq!(counts(&desk).await, (1, 1));
    let listed = desk.page("/admin/subscribers/imports").await;
    assert!(listed.contains("members.csv") && listed.contains("Ghost"), "{listed}");

    let exported = desk.post("/admin/subscribers/export", &[]).await;
    assert_eq!((exported.status, exported.headers["content-type"].to_str().unwrap()), (200, "text/csv; charset=utf-8"));
    assert!(exported.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(exported.body.lines().count(), 3, "{}", exported.body);
    assert!(exported.body.contains("ben@example.org,Ben,") && exported.body.contains(",unsubscribed,"));

    assert!(desk.does("/admin/subscribers/imports/1/undo", &[]).await.ends_with("?done=import-undoing"));
    let began = Instant::now();
    while counts(&desk).await != (0, 0) {
        assert!(began.elapsed() < Duration::from_secs(20), "the import is not undone");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(desk.post("/admin/subscribers/imports/99/undo", &[]).await.status, 404);
    assert_eq!(desk.log().await[..3], ["subscriber.undo-import", "subscriber.export", "subscriber.import"]);
}

#[tokio::test]
async fn a_file_that_does_not_say_who_left_is_refused_with_the_reason() {
    let desk = Desk::open().await;
    let file = ("patrons.csv", &b"email,Patron Status\nann@example.org,Former patron\n"[..]);
    let refused = desk.upload(NEW, &FIELDS, file).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert!(refused.body.contains("Patron Status") && refused.body.contains("aria-invalid"), "{}", refused.body);
    assert_eq!(counts(&desk).await, (0, 0));
    let fields = [("newsletter", NEWSLETTER), ("state", "pending"), ("from", "csv"), ("ignored", "patron status\n")];
    let imported = desk.upload(NEW, &fields, file).await;
    assert!(imported.body.contains("Pending: 1."), "{}", imported.body);
    let nowhere = [("newsletter", "none"), ("state", "confirmed"), ("from", ""), ("ignored", "")];
    assert_eq!(desk.upload(NEW, &nowhere, file).await.status, 422);
    let large = vec![b'a'; 16 * 1024 * 1024 + 10];
    assert_eq!(desk.upload(NEW, &FIELDS, ("large.csv", &large)).await.status, 413);
}

fn with(csrf: &str) -> Vec<(&str, &str)> {
    [&FIELDS[..], &[("csrf", csrf)]].concat()
}

#[tokio::test]
async fn a_file_from_elsewhere_or_of_nobody_is_refused() {
    let desk = Desk::open().await;
    let file = ("members.csv", GHOST.as_bytes());
    for path in [NEW, CHECK] {
        let nobody = desk.upload_request(path, &with(&desk.csrf), file).header(ORIGIN, &desk.app.base);
        assert_eq!(desk.app.send(nobody).await.location(), "/admin/sign-in", "{path}");
        let elsewhere = desk.upload_request(path, &with(&desk.csrf), file).header(ORIGIN, "https://evil.example");
        assert_eq!(desk.app.send(desk.signed(elsewhere)).await.status, 403, "{path}");
        for field in ["", "junk"] {
            let forged = desk.upload_request(path, &with(field), file).header(ORIGIN, &desk.app.base);
            assert_eq!(desk.app.send(desk.signed(forged)).await.status, 403, "{path}");
        }
        assert_eq!(desk.post(path, &FIELDS).await.status, 400, "{path}: a form without a file");
    }
    assert_eq!(counts(&desk).await, (0, 0));
}
