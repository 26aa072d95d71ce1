//! Newsletters, and the first run of an installation.

use tidings::newsletter::{self, EditionSettings, HeadlineLink, Input};

use super::{ADDRESS, Desk, id_of};
use crate::support::app::TestApp;

const GOOD: &[(&str, &str)] = &[
    ("name", "Slow Water"),
    ("slug", ""),
    ("sender_name", ""),
    ("sender", "slow@ledger.example"),
    ("contact", "desk@ledger.example"),
    ("postal_address", "4 Rope Lane\r\nSilver Harbour"),
    ("time_zone", "Europe/Berlin"),
    ("description", "Long reads."),
    ("consent_wording", ""),
    ("article_count", "5"),
    ("window_days", "30"),
    ("headline_link", "ours"),
    ("embed_origins", "https://www.example.org/page\nhttps://shop.example"),
];

fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    GOOD.iter().map(|(name, kept)| if *name == field { (*name, value) } else { (*name, *kept) }).collect()
}

async fn kept(desk: &Desk, id: i64) -> newsletter::Newsletter {
    desk.app.read(move |conn| newsletter::by_id(conn, id)).await.unwrap()
}

async fn stored(desk: &Desk, id: i64) -> Input {
    desk.app
        .read(move |conn| {
            let newsletter = newsletter::by_id(conn, id)?.unwrap();
            newsletter::input_of(conn, &newsletter)
        })
        .await
}

#[tokio::test]
async fn a_newsletter_is_added_and_changed_with_all_its_rules() {
    let desk = Desk::open().await;
    desk.app.write(|conn| newsletter::ensure_topic(conn, "Harbour")).await;
    let added = desk.does("/admin/newsletters/new", GOOD).await;
    let id = id_of(&added);
    let first = kept(&desk, id).await;
    assert_eq!((first.slug.as_str(), first.sender_name.as_str()), ("slow-water", "Slow Water"));
    assert_eq!(first.zone(), chrono_tz::Europe::Berlin);
    let Input { edition: rules, topics, .. } = stored(&desk, id).await;
    assert_eq!((rules.article_count, rules.window_days, topics), (5, 30, None));
    assert_eq!((rules.headline_link, rules.track_clicks), (HeadlineLink::Ours, false));
    assert_eq!(first.embed_origins, "https://www.example.org\nhttps://shop.example");
    let mut fields = with("name", "Slower Water");
    fields.retain(|(name, _)| *name != "headline_link");
    fields.extend([("topics", "Harbour"), ("track_clicks", "yes"), ("headline_link", "canonical")]);
    let path = format!("/admin/newsletters/{id}");
    assert_eq!(desk.does(&path, &fields).await, format!("{path}?done=saved"));
    let changed = kept(&desk, id).await;
    assert_eq!(changed.name, "Slower Water");
    let Input { edition: rules, topics, .. } = stored(&desk, id).await;
    assert_eq!((rules.headline_link, rules.track_clicks), (HeadlineLink::Canonical, true));
    assert_eq!(topics.as_deref(), Some(&["Harbour".to_owned()][..]));
    let page = desk.page(&path).await;
    assert!(page.contains("value=\"Harbour\" checked") && page.contains("value=\"canonical\" selected"), "{page}");
    assert!(desk.page("/admin/newsletters").await.contains("Slower Water"));
    assert_eq!(desk.log().await[..2], ["newsletter.change", "newsletter.add"]);
    let log = desk.page("/admin/audit").await;
    assert!(
        log.contains("Name, Short name in URLs, Sender’s name, Headlines lead to, Count clicks in mails, Topics"),
        "{log}"
    );
}

#[tokio::test]
async fn an_error_in_a_newsletter_is_shown_at_its_field_and_no_value_is_lost() {
    let desk = Desk::open().await;
    for (field, value) in [
        ("name", ""),
        ("slug", "Slow Water!"),
        ("slug", "morning-tide"),
        ("sender", "Slow Water"),
        ("contact", "desk@localhost"),
        ("article_count", "many"),
        ("window_days", "367"),
        ("headline_link", "elsewhere"),
        ("time_zone", "Mars/Base"),
        ("embed_origins", "javascript:alert(1)"),
    ] {
        let page = desk.is_refused("/admin/newsletters/new", &with(field, value)).await;
        let error = format!("id=\"in-{field}-error\"");
        assert!(page.contains(&error), "{field}: {page}");
        assert!(page.contains("Long reads."), "what was typed is gone: {page}");
    }
    let all = desk.app.read(newsletter::list).await;
    assert_eq!(all.len(), 1, "nothing was kept");
}

/// The form in the administration differed from that of the public page: its script did nothing, and no consent was
/// sent with it.
#[tokio::test]
async fn the_page_of_a_newsletter_has_the_code_for_other_sites() {
    let desk = Desk::open().await;
    let page = desk.page(&format!("/admin/newsletters/{}", desk.app.newsletter)).await;
    let shown = page.replace("&#34;", "\"").replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&");
    let base = &desk.app.base;
    for code in [
        format!("<form method=\"post\" action=\"{base}/subscribe\" data-tidings"),
        "<input type=\"hidden\" name=\"newsletter\" value=\"morning-tide\">".to_owned(),
        "<small data-consent>".to_owned(),
        format!("<script src=\"{base}/embed.js\" async></script>"),
    ] {
        assert!(shown.contains(&code), "{code} is not in {shown}");
    }
}

async fn empty() -> Desk {
    let app = TestApp::start().await;
    app.write(|conn| conn.batch("DELETE FROM editions; DELETE FROM newsletters")).await;
    Desk::of(app, tidings::actor::Role::Admin).await
}

#[tokio::test]
async fn the_first_run_makes_a_newsletter_and_tests_the_relay() {
    let desk = empty().await;
    assert!(desk.page("/admin/first-run").await.contains("Set up your first newsletter"));
    let fields = [
        ("site_name", "The Harbour Ledger"),
        ("name", "The Morning Tide"),
        ("slug", ""),
        ("sender", "tide@ledger.example"),
        ("contact", "desk@ledger.example"),
        ("postal_address", "4 Rope Lane"),
    ];
    let empty = fields.map(|(name, _)| (name, " "));
    let page = desk.is_refused("/admin/first-run", &empty).await;
    assert!(page.contains("Give the site a name."), "{page}");
    assert_eq!(page.matches("Fill in this field.").count(), 4, "name, sender, contact, postal address: {page}");
    assert!(desk.app.read(newsletter::list).await.is_empty(), "half a first run was kept");
    let next = desk.does("/admin/first-run", &fields).await;
    let all = desk.app.read(newsletter::list).await;
    assert_eq!((all.len(), all[0].slug.as_str()), (1, "the-morning-tide"));
    assert_eq!(stored(&desk, all[0].id).await.edition, EditionSettings::default());
    let page = desk.page(&next).await;
    assert!(page.contains("The Harbour Ledger") && page.contains(ADDRESS), "{page}");
    let tested = desk.does("/admin/first-run/test", &[]).await;
    let mails = desk.app.mails_to(ADDRESS).await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].header("Subject"), Some("Test of The Morning Tide"));
    let page = desk.page(&tested).await;
    assert!(page.contains(">Sent</span>") && page.contains("data-live=\"done\""), "{page}");
    assert_eq!(desk.does("/admin/first-run", &fields).await, "/admin/first-run?done=first-run");
    assert_eq!(desk.app.read(newsletter::list).await.len(), 1, "a second first run makes no second newsletter");
}
