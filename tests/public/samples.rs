//! Every public page is rendered from its sample, and with hostile values.

use askama::Template;
use tidings::field::{FieldError, FieldErrorKind};
use tidings::locale::Locale;
use tidings::web::public::pages::{
    Action, ArchivePage, ArticlePage, Card, ConfirmPage, ContactPage, DigestPage, ErrorPage, FormValues, Frame,
    FrontPage, NewsletterChoice, PowPage, PreferencesPage, SearchPage, SignUpForm, SubscribePage, TextPage, TopicPage,
};

use crate::support::samples::{public as sample, public_pages};

/// Hostile text of a reader or a feed.
const HOSTILE: &str = "\"><script>alert(1)</script>\u{202e}'<b onmouseover=x>\r\n";

fn samples() -> Vec<(String, String)> {
    public_pages().unwrap()
}

#[test]
fn every_page_has_one_heading_landmarks_and_no_inline_style_or_script() {
    for (name, page) in samples() {
        assert_eq!(page.matches("<h1").count(), 1, "{name}");
        for part in ["<main id=\"main\"", "href=\"#main\"", "<nav ", "<footer", "lang=\"en\"", "<title>"] {
            assert!(page.contains(part), "{name} has no {part}");
        }
        for forbidden in ["<style", " style=", " onclick", "<script>", "javascript:"] {
            assert!(!page.contains(forbidden), "{name} has {forbidden}");
        }
    }
}

#[test]
fn every_id_in_a_page_is_there_once_and_every_label_has_its_field() {
    for (name, page) in samples() {
        let ids: Vec<&str> = attribute_values(&page, " id=\"");
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
fn hostile_text_is_escaped_on_every_page() {
    for (name, page) in hostile() {
        assert!(page.contains("&#60;script&#62;"), "{name} does not show the hostile text");
        assert!(!page.contains("<script>alert"), "{name} lets a script in");
        assert!(!page.contains("<b onmouseover"), "{name} lets an element in");
        assert!(!page.contains("content=\"\"><"), "{name} lets text out of an attribute");
    }
}

#[test]
fn the_article_page_has_the_box_above_and_below() {
    let page = sample::article_page().render().unwrap();
    let (above, rest) = page.split_once("Stay informed with our newsletter").unwrap();
    let (article, below) = rest.split_once("Stay informed with our newsletter").unwrap();
    assert!(!above.contains("<h1"));
    for part in
        ["Trending", "October 23, 2025", "<h1", "For questions or comments write to", "desk@ledger.example", "Source:"]
    {
        assert!(article.contains(part), "{part}");
    }
    assert!(below.contains("Similar News"));
}

#[test]
fn a_status_without_a_text_of_its_own_has_that_of_400_or_500() {
    for status in [400, 403, 404, 405, 410, 413, 415, 429, 500, 503, 418] {
        let page = ErrorPage::of(sample::frame(), status);
        assert!(!page.title.starts_with("error-"), "{status} has no words");
    }
}

fn wrong(field: &'static str) -> FormValues {
    let kind = FieldErrorKind::NotAnOrigin { value: HOSTILE.to_owned() };
    FormValues::new(&[(field, HOSTILE)]).with_errors(&Locale::default(), &FieldError::new(field, kind).into())
}

fn hostile() -> Vec<(&'static str, String)> {
    let text = || HOSTILE.to_owned();
    let card = || Card { title: text(), summary: text(), source: text(), url: text(), ..Card::default() };
    let choice = || NewsletterChoice { name: text(), consent: text(), ..NewsletterChoice::default() };
    let form = || SignUpForm {
        promise: text(),
        newsletters: vec![choice(), choice()],
        values: wrong("email"),
        ..sample::sign_up_form()
    };
    let frame = || Frame { site_name: text(), tagline: text(), ..sample::frame() };
    let pages = vec![
        ("front", FrontPage { lead: Some(card()), trending: vec![card()], ..sample::front_page() }.render()),
        (
            "article",
            ArticlePage {
                title: text(),
                summary: text(),
                author: Some(text()),
                contact: text(),
                sign_up: Some(form()),
                ..sample::article_page()
            }
            .render(),
        ),
        ("topic", TopicPage { topic: text(), articles: vec![card()], ..sample::topic_page() }.render()),
        ("search", SearchPage { query: text(), articles: vec![card()], ..sample::search_page() }.render()),
        ("archive", ArchivePage { frame: frame(), ..sample::archive_page() }.render()),
        ("digest", DigestPage { subject: text(), articles: vec![card()], ..sample::digest_page() }.render()),
        ("subscribe", SubscribePage { form: form(), ..sample::subscribe_page() }.render()),
        (
            "confirm",
            ConfirmPage { newsletter: text(), consent: text(), also: vec![choice()], ..sample::confirm_page() }
                .render(),
        ),
        (
            "pow",
            PowPage { action: Action { fields: vec![(text(), text())], ..Action::to("/", "x") }, ..sample::pow_page() }
                .render(),
        ),
        ("text", TextPage { title: text(), ..sample::text_page() }.render()),
        ("error", ErrorPage { message: text(), ..sample::error_page() }.render()),
        (
            "preferences",
            PreferencesPage {
                email: text(),
                values: FormValues::new(&[("name", HOSTILE)]),
                ..sample::preferences_page()
            }
            .render(),
        ),
        ("contact", ContactPage { values: wrong("message"), ..sample::contact_page() }.render()),
    ];
    pages.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
}

fn attribute_values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
