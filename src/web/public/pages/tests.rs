//! Every page is made from its sample, and from hostile values.
use askama::Template;

use super::*;

/// What a reader might type, or a feed might say, to break out of a page.
pub(crate) const HOSTILE: &str = "\"><script>alert(1)</script>\u{202e}'<b onmouseover=x>\r\n";

fn samples() -> Vec<(&'static str, String)> {
    let mut pages = vec![
        ("front", FrontPage::sample().render()),
        ("article", ArticlePage::sample().render()),
        ("topic", TopicPage::sample().render()),
        ("search", SearchPage::sample().render()),
        ("search_nothing", SearchPage::sample_without_results().render()),
        ("archive", ArchivePage::sample().render()),
        ("digest", DigestPage::sample().render()),
        ("subscribe", SubscribePage::sample().render()),
        ("subscribe_errors", SubscribePage::sample_with_errors().render()),
        ("confirm", ConfirmPage::sample().render()),
        ("pow", PowPage::sample().render()),
        ("text", TextPage::sample().render()),
        ("error", ErrorPage::sample().render()),
        ("preferences_request", PreferencesRequestPage::sample().render()),
        ("preferences", PreferencesPage::sample().render()),
        ("contact", ContactPage::sample().render()),
    ];
    pages.extend(MessagePage::samples().into_iter().map(|(name, page)| (name, page.render())));
    pages.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
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
    let page = ArticlePage::sample().render().unwrap();
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
fn a_status_without_words_of_its_own_speaks_as_400_or_500() {
    for status in [400, 403, 404, 405, 410, 413, 415, 429, 500, 503, 418] {
        let page = ErrorPage::of(Frame::sample(), status);
        assert!(!page.title.starts_with("error-"), "{status} has no words");
    }
}

fn hostile() -> Vec<(&'static str, String)> {
    let text = || HOSTILE.to_owned();
    let card = || Card { title: text(), summary: text(), source: text(), url: text(), ..Card::default() };
    let choice = || NewsletterChoice { name: text(), consent: text(), ..NewsletterChoice::default() };
    let form = || SignUpForm {
        promise: text(),
        newsletters: vec![choice(), choice()],
        email: Field::wrong(text(), text()),
        ..SignUpForm::sample()
    };
    let frame = || Frame { site_name: text(), tagline: text(), ..Frame::sample() };
    let pages = vec![
        ("front", FrontPage { lead: Some(card()), trending: vec![card()], ..FrontPage::sample() }.render()),
        (
            "article",
            ArticlePage {
                title: text(),
                summary: text(),
                contact: text(),
                sign_up: Some(form()),
                ..ArticlePage::sample()
            }
            .render(),
        ),
        ("topic", TopicPage { topic: text(), articles: vec![card()], ..TopicPage::sample() }.render()),
        ("search", SearchPage { query: text(), articles: vec![card()], ..SearchPage::sample() }.render()),
        ("archive", ArchivePage { frame: frame(), ..ArchivePage::sample() }.render()),
        ("digest", DigestPage { subject: text(), articles: vec![card()], ..DigestPage::sample() }.render()),
        ("subscribe", SubscribePage { form: form(), ..SubscribePage::sample() }.render()),
        (
            "confirm",
            ConfirmPage { newsletter: text(), consent: text(), also: vec![choice()], ..ConfirmPage::sample() }.render(),
        ),
        (
            "pow",
            PowPage { action: Action { fields: vec![(text(), text())], ..Action::to("/", "x") }, ..PowPage::sample() }
                .render(),
        ),
        ("text", TextPage { title: text(), ..TextPage::sample() }.render()),
        ("error", ErrorPage { message: text(), ..ErrorPage::sample() }.render()),
        (
            "preferences",
            PreferencesPage { email: text(), name: Field::of(text()), ..PreferencesPage::sample() }.render(),
        ),
        ("contact", ContactPage { message: Field::wrong(text(), text()), ..ContactPage::sample() }.render()),
    ];
    pages.into_iter().map(|(name, page)| (name, page.unwrap())).collect()
}

fn attribute_values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}
