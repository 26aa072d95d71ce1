//! Rules for every page of the administration, rendered from its sample and with hostile values.

use askama::Template;
use tidings::delivery::DeliveryState;
use tidings::locale::Locale;
use tidings::subscriber::SubscriptionState;
use tidings::web::Submitted;
use tidings::web::admin::dashboard::DashboardPage;
use tidings::web::admin::digest_editor::{DigestEditorPage, Pick};
use tidings::web::admin::enquiries::EnquiryPage;
use tidings::web::admin::form::Entry;
use tidings::web::admin::frame::AdminFrame;
use tidings::web::admin::outbox::OutboxMailPage;
use tidings::web::admin::preview::{Preview, PreviewKind};
use tidings::web::admin::table::Badge;
use tidings::web::admin::{deliveries, subscribers};

use crate::support::samples::{admin, admin_pages};

const HOSTILE: &str = "\"><script>alert(1)</script>\u{202e}'<b onmouseover=x>";

#[test]
fn every_page_has_one_heading_and_no_inline_style_or_script() {
    for (name, page) in admin_pages().unwrap() {
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        for part in ["<main id=\"main\"", "lang=\"en\"", "<title>"] {
            assert!(page.contains(part), "{name} has no {part}");
        }
        for forbidden in ["<style", " style=", " onclick", "<script>", "javascript:"] {
            assert!(!page.contains(forbidden), "{name} has {forbidden}");
        }
    }
}

#[test]
fn every_posted_form_carries_the_token() {
    for (name, page) in admin_pages().unwrap() {
        for form in page.split("<form ").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            let posts = form.contains("method=\"post\"");
            assert_eq!(posts, form.contains("name=\"csrf\" value=\"c5rf\""), "{name}: {form}");
        }
    }
}

#[test]
fn every_id_in_a_page_is_there_once_and_every_label_has_its_field() {
    for (name, page) in admin_pages().unwrap() {
        let ids = attribute_values(&page, " id=\"");
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| other == &id).count(), 1, "{name}: {id}");
        }
        for attribute in [" for=\"", " aria-describedby=\"", " aria-labelledby=\""] {
            for target in attribute_values(&page, attribute) {
                assert!(ids.contains(&target), "{name}: {attribute}{target} points to nothing");
            }
        }
    }
}

#[test]
fn no_page_shows_the_key_of_a_text() {
    for (name, page) in admin_pages().unwrap() {
        for key in [">admin-", ">newsletter-", ">state-", ">audit-", ">error-", ">field-", "\"admin-nav-"] {
            assert!(!page.contains(key), "{name} shows {key}");
        }
    }
}

#[test]
fn every_state_has_a_text() {
    let states = "draft approved scheduled sending paused sent cancelled queued leased deferred failed unknown skipped \
                  pending confirmed unsubscribed open answered closed suppressed ok broken new published unpublished enabled invited disabled revoked";
    for state in states.split_whitespace() {
        assert!(!Badge::of(&Locale::default(), state).label.starts_with("state-"), "{state}");
    }
}

#[test]
fn hostile_text_is_escaped_on_every_page() {
    let text = || HOSTILE.to_owned();
    let frame = |section: &str| AdminFrame { site_name: text(), ..admin::frame(section) };
    let line = admin::line(HOSTILE, HOSTILE, SubscriptionState::Pending);
    let row = admin::delivery(HOSTILE, DeliveryState::Failed, None, HOSTILE);
    let pick = Pick { title: text(), note: text(), ..Pick::default() };
    let preview = || Preview { text: text(), ..admin::preview(PreviewKind::Source) };
    let searched = Submitted::from([("q", HOSTILE)]);
    let pages = [
        DashboardPage { frame: frame("/admin"), ..admin::dashboard() }.render(),
        subscribers::list_page(frame("/admin/subscribers"), &[line], &[], &searched, &Entry::default()).render(),
        deliveries::list_page(frame("/admin/deliveries"), &[row], &[], &searched).render(),
        admin::newsletter_form(HOSTILE, "consent_wording", HOSTILE).render(),
        DigestEditorPage { picks: vec![pick], preview: preview(), ..admin::digest_editor() }.render(),
        OutboxMailPage { preview: preview(), subject: text(), ..admin::outbox_mail() }.render(),
        EnquiryPage { message: text(), ..admin::enquiry_page() }.render(),
        admin::sign_in(HOSTILE, HOSTILE).render(),
    ];
    for page in pages {
        let page = page.unwrap();
        assert!(page.contains("&#60;script&#62;"), "the hostile text is not shown: {page}");
        assert!(!page.contains("<script>alert") && !page.contains("<b onmouseover"), "{page}");
    }
}

fn attribute_values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
