//! Prepares an article for the database: sanitises it, derives missing values and computes its keys, words and hash.
//!
//! Pure. This is the expensive part of an import, so it runs outside the write transaction and only for articles with a
//! new [`hash`].

use url::Url;

use super::search::words;
use super::story::{self, Gist};
use super::terms::language::language_of;
use super::terms::{Lexicon, Terms};
use super::{Body, NewArticle};
use crate::clock::Timestamp;
use crate::html::SafeHtml;
use crate::{markup, text, token};

/// Characters of a summary that is cut from the body.
const DERIVED_SUMMARY: usize = 300;
/// Characters of the body that are indexed for search.
const SEARCHED: usize = 100_000;
/// Characters of title, summary and body whose words are compared.
const COMPARED: usize = 20_000;
/// Characters of the summary in which names and numbers are looked for.
const BEGINNING: usize = 300;
const MAX_SLUG: usize = 80;

/// The stored content of an article, without its place in the database.
#[derive(Clone, Debug)]
pub struct Prepared {
    pub title: String,
    pub summary: String,
    pub body: SafeHtml,
    pub body_markdown: Option<String>,
    pub image: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    pub published_at: Option<Timestamp>,
    /// Names.
    pub topics: Vec<String>,
    /// From the title; may be taken.
    pub slug: String,
    pub url_key: Option<String>,
    /// See [`hash`].
    pub hash: [u8; 32],
    pub derived: Derived,
}

/// What is derived from title, summary and body to find and compare an article.
#[derive(Clone, Debug)]
pub struct Derived {
    /// Code of the text's language, if it is recognised.
    pub language: Option<&'static str>,
    pub title_key: Option<String>,
    pub terms: Terms,
    pub gist: Gist,
    /// The words for search, each once, separated by spaces.
    pub words: String,
}

/// `html` is sanitised.
#[must_use]
pub fn derive(title: &str, summary: &str, html: &str) -> Derived {
    derive_from(title, summary, &markup::html_to_text(html, SEARCHED))
}

fn derive_from(title: &str, summary: &str, text: &str) -> Derived {
    let compared = text::truncate_words(&format!("{title} {title} {summary} {text}"), COMPARED);
    let language = language_of(&compared);
    let lexicon = Lexicon::of(&compared, language);
    Derived {
        terms: Terms::of(&compared, &lexicon),
        gist: Gist::of(title, &text::truncate_words(summary, BEGINNING), &lexicon),
        title_key: story::title_key(title),
        words: words::distinct(&[title, summary, text], language.unwrap_or_default()),
        language,
    }
}

/// Prepares an article.
#[must_use]
pub fn prepare(article: &NewArticle) -> Prepared {
    let base = article.url.as_deref().and_then(|url| Url::parse(url).ok());
    let (html, body_markdown) = match &article.body {
        Body::Markdown(markdown) => (markup::markdown_to_html(markdown), Some(markdown.clone())),
        Body::Html(html) => (markup::sanitise(html, base.as_ref()), None),
    };
    let text = markup::html_to_text(&html, SEARCHED);
    let summary = article.summary.clone().filter(|summary| !summary.is_empty());
    let summary = summary.unwrap_or_else(|| markup::opening_text(&html, DERIVED_SUMMARY));
    Prepared {
        derived: derive_from(&article.title, &summary, &text),
        url_key: article.url.as_deref().and_then(story::canonical_key),
        slug: text::readable_slug(&article.title, MAX_SLUG),
        image: article.image.as_deref().map(markup::secure_image).or_else(|| markup::first_image(&html)),
        hash: hash(article),
        author: article.author.clone(),
        title: article.title.clone(),
        url: article.url.clone(),
        published_at: article.published_at.map(Timestamp::from),
        topics: article.topics.clone(),
        body: SafeHtml::vouched(html),
        body_markdown,
        summary,
    }
}

/// What identifies an article that has neither guid nor URL; it is the same in every version.
#[must_use]
pub fn title_id(title: &str) -> String {
    text::slug(title, MAX_SLUG)
}

/// Identifies the content before anything is derived. Each field is preceded by its length, so that different articles
/// are different byte strings.
#[must_use]
pub fn hash(article: &NewArticle) -> [u8; 32] {
    let (kind, body) = match &article.body {
        Body::Markdown(text) => ("markdown", text),
        Body::Html(text) => ("html", text),
    };
    let date = article.published_at.map(|at| at.to_rfc3339());
    let optional = [&article.summary, &date, &article.url, &article.image];
    let optional = optional.into_iter().map(|field| field.as_deref().unwrap_or_default());
    let fields = [article.title.as_str(), kind, body].into_iter().chain(optional);
    // Last and only where there is one, so that the hash of an article without an author stays the same.
    let author = article.author.as_ref().map(|author| ["author", author.as_str()]);
    let fields = fields.chain(article.topics.iter().map(String::as_str)).chain(author.into_iter().flatten());
    let bytes = fields.fold(Vec::new(), |mut bytes, field| {
        bytes.extend_from_slice(&field.len().to_be_bytes());
        bytes.extend_from_slice(field.as_bytes());
        bytes
    });
    token::sha256(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::import::ArticleInput;

    fn input() -> ArticleInput {
        ArticleInput { title: "Trade talks".to_owned(), ..ArticleInput::default() }
    }

    #[test]
    fn missing_fields_are_derived_from_the_body() {
        let html = r#"<p onclick="x">First <b>words</b>.</p><script>bad()</script><img src="/i.png" width="600">"#;
        let html = ArticleInput { body_html: Some(html.into()), url: Some("https://a.example/1".into()), ..input() };
        let prepared = prepare(&html.check(chrono_tz::UTC).unwrap());
        assert_eq!(prepared.summary, "First words.");
        assert_eq!(prepared.image.as_deref(), Some("https://a.example/i.png"));
        assert!(!prepared.body.as_str().contains("script") && !prepared.body.as_str().contains("onclick"));
        assert_eq!(prepared.url_key.as_deref(), Some("a.example/1"));
        let markdown = ArticleInput { body_markdown: Some("# A\n\n*b*".into()), ..input() };
        let prepared = prepare(&markdown.check(chrono_tz::UTC).unwrap());
        assert_eq!(prepared.body_markdown.as_deref(), Some("# A\n\n*b*"));
        assert!(prepared.body.as_str().contains("<em>b</em>"));
        assert_eq!(prepared.slug, "trade-talks");
    }

    #[test]
    fn different_content_has_a_different_hash() {
        let same = prepare(&input().check(chrono_tz::UTC).unwrap()).hash;
        assert_eq!(prepare(&input().check(chrono_tz::UTC).unwrap()).hash, same);
        for other in [
            ArticleInput { summary: Some("x".into()), ..input() },
            ArticleInput { body_html: Some(String::new()), ..input() },
            ArticleInput { topics: vec!["World".into()], ..input() },
            ArticleInput { url: Some("https://a.example/".into()), ..input() },
            ArticleInput { image: Some("https://a.example/".into()), ..input() },
            ArticleInput { published_at: Some("2025-10-23".into()), ..input() },
        ] {
            assert_ne!(prepare(&other.clone().check(chrono_tz::UTC).unwrap()).hash, same, "{other:?}");
        }
    }
}
