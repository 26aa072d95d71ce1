//! The mail of a digest: its HTML and text parts, with the same links in both.
use askama::Template;

use crate::html::{MailHtmlError, SafeHtml};
use crate::newsletter::mail_frame::{MailFrame, mail_html};

/// An article of the digest. URLs are absolute.
#[derive(Clone, Debug, Default)]
pub struct MailArticle {
    pub title: String,
    pub url: String,
    /// May be empty.
    pub summary: String,
    pub date: String,
    /// May be empty.
    pub topic: String,
    /// May be empty.
    pub source: String,
    /// Shown for the first article only.
    pub image: Option<String>,
}

/// The values of the mail. A digest without articles is a letter.
#[derive(Clone, Debug, Template)]
#[template(path = "email/digest.html")]
pub struct DigestMail {
    pub frame: MailFrame,
    pub subject: String,
    /// `Dear Ann,` where a name is known, else empty; or the mark of a slot for it.
    pub greeting: String,
    pub introduction: SafeHtml,
    /// The introduction as plain text, with its links.
    pub introduction_text: String,
    pub articles: Vec<MailArticle>,
    /// Absolute URL of the digest's page; empty for a draft.
    pub web_url: String,
}

#[derive(Template)]
#[template(path = "email/digest.txt")]
struct DigestText<'a> {
    frame: &'a MailFrame,
    greeting: &'a str,
    introduction_text: &'a str,
    articles: &'a [MailArticle],
    web_url: &'a str,
}

impl DigestMail {
    /// The HTML part, styles in its elements.
    pub fn html(&self) -> Result<String, MailHtmlError> {
        mail_html(self)
    }

    /// The text part.
    pub fn text(&self) -> Result<String, askama::Error> {
        DigestText {
            frame: &self.frame,
            greeting: &self.greeting,
            introduction_text: &self.introduction_text,
            articles: &self.articles,
            web_url: &self.web_url,
        }
        .render()
    }

    #[must_use]
    pub fn sample() -> Self {
        let article = |(title, summary, topic, source): (&str, &str, &str, &str)| MailArticle {
            title: title.into(),
            url: format!("https://ledger.example/articles/{}", title.len()),
            summary: summary.into(),
            date: "October 23, 2025".into(),
            topic: topic.into(),
            source: source.into(),
            image: None,
        };
        Self {
            frame: MailFrame::sample(),
            subject: "Boats until one in the morning".into(),
            greeting: "Dear Ann,".into(),
            introduction: SafeHtml::vouched("<p>The islands get their evenings back, the pool gets the fish market’s heat, and the quay turns out to be on the move. If you read one thing today, read about the boats; if two, the <a href=\"https://ledger.example/pool\">pool</a>.</p>"),
            introduction_text: "The islands get their evenings back, the pool gets the fish market’s heat, and the quay turns out to be on the move. If you read one thing today, read about the boats; if two, the pool (https://ledger.example/pool).".into(),
            articles: SAMPLES.into_iter().map(article).collect(),
            web_url: "https://ledger.example/digests/2025-10-23".into(),
        }
    }
}

const SAMPLES: [(&str, &str, &str, &str); 5] = [
    (
        "Night ferries return to the outer islands after eleven years",
        "Two electric boats will sail until one in the morning from May. Islanders asked for them for a decade; the council found the money in a fuel budget that it no longer needs.",
        "Harbour",
        "Quayside Wire",
    ),
    (
        "Heat from the fish market’s ice machines now warms the swimming hall",
        "A pipe of four hundred metres carries what the cooling plant used to throw away.",
        "Energy",
        "The Lantern",
    ),
    (
        "Rents stand still for the first time since the shipyard closed",
        "New flats on the old slipway have taken the pressure off, say brokers. Tenants’ unions are not yet convinced.",
        "Money",
        "Harbour Ledger",
    ),
    (
        "A seagrass meadow thought lost is larger than on the charts of 1960",
        "Divers and schoolchildren counted shoots all summer.",
        "Science",
        "Open Coast Review",
    ),
    (
        "The last sailmaker on Rope Lane takes on three apprentices",
        "Orders from charter fleets and from theatres keep the loft busy until spring.",
        "Culture",
        "Harbour Ledger",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Every `http` URL in a text, in order of first appearance, without repetition.
    fn urls(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        for rest in text.split("https://").skip(1) {
            let end = rest.find(|c: char| c.is_whitespace() || "\"<>)".contains(c)).unwrap_or(rest.len());
            let url = &rest[..end];
            if !found.contains(&url) {
                found.push(url);
            }
        }
        found
    }

    #[test]
    fn both_parts_have_the_same_links_in_the_same_order() {
        let mail = DigestMail::sample();
        let (html, text) = (mail.html().unwrap(), mail.text().unwrap());
        assert_eq!(urls(&html), urls(&text));
        assert_eq!(urls(&html).len(), 10);
    }

    #[test]
    fn every_style_is_in_its_element_and_media_queries_stay() {
        let html = DigestMail::sample().html().unwrap();
        assert!(html.contains("prefers-color-scheme"));
        assert!(html.contains("<h1 class=\"title\" style=\""));
        assert!(!html.contains("stylesheet"));
    }

    #[test]
    fn fifty_articles_stay_under_ninety_kilobytes() {
        let one = DigestMail::sample();
        let articles = one.articles.iter().cloned().cycle().take(50).collect();
        let html = DigestMail { articles, ..one }.html().unwrap();
        assert!(html.len() < 90_000, "{} bytes", html.len());
    }

    #[test]
    fn a_digest_without_articles_or_name_has_no_empty_parts() {
        let mail = DigestMail { articles: Vec::new(), greeting: String::new(), ..DigestMail::sample() };
        assert!(!mail.html().unwrap().contains("<h1"));
        assert!(!mail.text().unwrap().contains("Dear"));
    }

    #[test]
    fn hostile_text_is_escaped() {
        let hostile = "\"><script>alert(1)</script>\u{202e}";
        let article = MailArticle { title: hostile.into(), summary: hostile.into(), ..MailArticle::default() };
        let mail = DigestMail { subject: hostile.into(), articles: vec![article.clone()], ..DigestMail::sample() };
        assert!(!mail.html().unwrap().contains("<script"));
        let article = MailArticle { url: hostile.into(), ..article };
        let html = DigestMail { articles: vec![article], ..mail }.html().unwrap();
        assert!(html.contains("href=\"&quot;>") && !html.contains("href=\"\""), "{html}");
    }
}
