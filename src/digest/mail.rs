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
    /// Empty if it is the date of the digest.
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
    /// Whether the articles have numbers.
    pub numbered: bool,
    pub articles: Vec<MailArticle>,
    /// That more articles stand on the digest's page; empty if there are none.
    pub more: String,
}

impl MailArticle {
    /// Topic, date and source, as far as there are any.
    #[must_use]
    pub fn line(&self) -> String {
        let parts = [&self.topic, &self.date, &self.source];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }

    #[must_use]
    pub fn has_line(&self) -> bool {
        !self.line().is_empty()
    }
}

#[derive(Template)]
#[template(path = "email/digest.txt")]
struct DigestText<'a> {
    frame: &'a MailFrame,
    greeting: &'a str,
    introduction_text: &'a str,
    numbered: bool,
    articles: &'a [MailArticle],
    more: &'a str,
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
            numbered: self.numbered,
            articles: &self.articles,
            more: &self.more,
        }
        .render()
    }

    /// With its first `count` articles, and the rest on the digest's page.
    #[must_use]
    pub fn with_first(&self, count: usize) -> Self {
        let articles: Vec<MailArticle> = self.articles.iter().take(count).cloned().collect();
        let rest = i64::try_from(self.articles.len() - articles.len()).unwrap_or(i64::MAX);
        let more = if rest > 0 { self.frame.t1("mail-more", "count", rest) } else { String::new() };
        Self { articles, more, ..self.clone() }
    }

    #[must_use]
    pub fn sample() -> Self {
        let article = |(title, summary, topic, source): (&str, &str, &str, &str)| MailArticle {
            title: title.into(),
            url: format!("https://ledger.example/articles/{}", title.len()),
            summary: summary.into(),
            date: if title.contains("sailmaker") { "October 21, 2025".into() } else { String::new() },
            topic: topic.into(),
            source: source.into(),
            image: None,
        };
        Self {
            frame: MailFrame {
                web_url: "https://ledger.example/digests/2025-10-23".into(),
                ..MailFrame::sample()
            },
            subject: "Boats until one in the morning".into(),
            greeting: "Dear Ann,".into(),
            introduction: SafeHtml::vouched("<p>The islands get their evenings back, the pool gets the fish market’s heat, and the quay turns out to be on the move. If you read one thing today, read about the boats; if two, the <a href=\"https://ledger.example/pool\">pool</a>.</p>"),
            introduction_text: "The islands get their evenings back, the pool gets the fish market’s heat, and the quay turns out to be on the move. If you read one thing today, read about the boats; if two, the pool (https://ledger.example/pool).".into(),
            numbered: true,
            articles: SAMPLES.into_iter().map(article).collect(),
            more: String::new(),
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
        assert!(html.contains("<h2 class=\"title\" style=\""));
        assert!(!html.contains("stylesheet"));
    }

    /// Values as long as those of real articles: a headline of 95 characters, a summary of 220, a counted link of 90.
    fn real_length(number: usize) -> MailArticle {
        let word = "Grundsteuerreform ";
        MailArticle {
            title: word.repeat(6).chars().take(95).collect(),
            url: format!("https://news.ledger.example/go/{}/{number:06}", "t".repeat(47)),
            summary: word.repeat(13).chars().take(220).collect(),
            date: "October 23, 2025".into(),
            topic: "Local politics".into(),
            source: "Harbour Ledger Weekly".into(),
            image: None,
        }
    }

    #[test]
    fn the_style_of_an_article_is_short() {
        let with = |count| DigestMail { articles: (0..count).map(real_length).collect(), ..DigestMail::sample() };
        let (ten, fifty) = (with(10).html().unwrap().len(), with(50).html().unwrap().len());
        assert!((fifty - ten) / 40 < 880, "{} bytes an article", (fifty - ten) / 40);
        assert!(fifty < 55_000, "{fifty} bytes");
        let html = with(50).html().unwrap();
        assert!(html.matches("font-family").count() < 20, "the font is repeated");
    }

    #[test]
    fn a_mail_has_one_heading_of_the_first_level_and_numbers_begin_at_one() {
        let mail = DigestMail::sample();
        for mail in [mail.clone(), DigestMail { articles: Vec::new(), ..mail.clone() }] {
            assert_eq!(mail.html().unwrap().matches("<h1").count(), 1);
        }
        assert!(mail.html().unwrap().contains(">1</td>") && mail.text().unwrap().contains("\n1. Night"));
        let plain = DigestMail { numbered: false, ..mail };
        assert!(!plain.html().unwrap().contains(">1</td>") && plain.text().unwrap().contains("\nNight"));
    }

    #[test]
    fn links_to_the_page_and_out_are_at_the_top() {
        let mail = DigestMail::sample();
        for part in [mail.html().unwrap(), mail.text().unwrap()] {
            for url in [&mail.frame.web_url, mail.frame.unsubscribe_url.as_ref().unwrap()] {
                let at = part.find(url.as_str()).unwrap();
                assert!(at < 20_000 && at < part.find("Night ferries").unwrap(), "{url} at {at}");
            }
        }
    }

    #[test]
    fn articles_that_do_not_fit_are_counted() {
        let mail = DigestMail::sample().with_first(3);
        assert_eq!(mail.articles.len(), 3);
        for part in [mail.html().unwrap(), mail.text().unwrap()] {
            assert!(part.contains("And 2 more articles") && !part.contains("sailmaker"), "{part}");
        }
        assert_eq!(DigestMail::sample().with_first(9).more, "");
    }

    #[test]
    fn a_digest_without_articles_or_name_has_no_empty_parts() {
        let mail = DigestMail { articles: Vec::new(), greeting: String::new(), ..DigestMail::sample() };
        assert!(!mail.html().unwrap().contains("<h2"));
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
