//! Every page is made from its sample, and from hostile values.
use askama::Template;

use super::*;
use crate::web::public::pages::{Field, Pager};

const HOSTILE: &str = "\"><script>alert(1)</script>\u{202e}'<b onmouseover=x>";

fn samples() -> Vec<(&'static str, String)> {
    let mut pages = vec![
        ("sign_in", SignInPage::sample().render()),
        ("sign_in_link", SignInPage::sample_link().render()),
        ("dashboard", DashboardPage::sample().render()),
        ("digest_editor", DigestEditorPage::sample().render()),
        ("digest_progress", DigestProgressPage::sample().render()),
        ("subscriber", SubscriberPage::sample().render()),
        ("enquiry", EnquiryPage::sample().render()),
        ("outbox_mail", OutboxMailPage::sample().render()),
        ("shown_once", ShownOncePage::sample().render()),
        ("error", ErrorPage::of(AdminFrame::sample(""), 403).render()),
        ("trial", TrialPage::sample().render()),
        ("account", AccountPage::sample().render()),
    ];
    pages.extend(ListPage::samples().into_iter().map(|(name, page)| (name, page.render())));
    pages.extend(FormPage::samples().into_iter().map(|(name, page)| (name, page.render())));
    pages.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
}

#[test]
fn every_page_has_one_heading_and_no_inline_style_or_script() {
    for (name, page) in samples() {
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
    for (name, page) in samples() {
        for form in page.split("<form ").skip(1) {
            let form = form.split("</form>").next().unwrap_or_default();
            let posts = form.contains("method=\"post\"");
            assert_eq!(posts, form.contains("name=\"csrf\" value=\"c5rf\""), "{name}: {form}");
        }
    }
}

#[test]
fn every_id_in_a_page_is_there_once_and_every_label_has_its_field() {
    for (name, page) in samples() {
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
fn every_state_has_words() {
    let states = "draft approved scheduled sending paused sent cancelled queued leased deferred failed unknown skipped \
                  pending confirmed unsubscribed open answered closed suppressed ok broken new published unpublished enabled invited disabled revoked";
    for state in states.split_whitespace() {
        assert!(!Badge::of(&crate::locale::Locale::default(), state).label.starts_with("state-"), "{state}");
    }
}

#[test]
fn hostile_text_is_escaped_on_every_page() {
    let text = || HOSTILE.to_owned();
    let frame = || AdminFrame { user: text(), site_name: text(), ..AdminFrame::sample("/admin") };
    let row = SubscriberRow { email: text(), name: text(), ..SubscriberRow::default() };
    let delivery = DeliveryRow { reply: text(), reason: text(), state: text(), ..DeliveryRow::default() };
    let pick = Pick { title: text(), note: text(), ..Pick::default() };
    let preview = || Preview { text: text(), ..Preview::sample(PreviewKind::Source) };
    let pages = [
        DashboardPage { frame: frame(), ..DashboardPage::sample() }.render(),
        ListPage::subscribers(frame(), vec![row], HOSTILE, Vec::new(), Vec::new(), Pager::default()).render(),
        ListPage::deliveries(frame(), vec![delivery], HOSTILE, Vec::new(), Vec::new(), Pager::default()).render(),
        FormPage::newsletter(
            frame(),
            text(),
            text(),
            NewsletterForm { consent: Field::wrong(text(), text()), ..NewsletterForm::sample() },
        )
        .render(),
        DigestEditorPage { picks: vec![pick], preview: preview(), ..DigestEditorPage::sample() }.render(),
        OutboxMailPage { preview: preview(), subject: text(), ..OutboxMailPage::sample() }.render(),
        EnquiryPage { message: text(), ..EnquiryPage::sample() }.render(),
        SignInPage::new(Door::new(crate::locale::Locale::default(), HOSTILE), HOSTILE, HOSTILE, HOSTILE, Some(text()))
            .render(),
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
