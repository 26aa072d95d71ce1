//! What search engines read of an article: a data block of schema.org's `NewsArticle`. Pure.

use serde_json::{Value, json};

use crate::article::Article;
use crate::html::SafeHtml;

/// The content of a `<script type="application/ld+json">`. No `<` is left in it, so that no text can end the element.
#[must_use]
pub fn news_article(article: &Article, author: Option<&str>, canonical: &str, site: &str, language: &str) -> SafeHtml {
    let organisation = |name: &str| json!({ "@type": "Organization", "name": name });
    let source = || organisation(if article.source.is_empty() { site } else { &article.source });
    let person = |name: &str| json!({ "@type": "Person", "name": name });
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.title,
        "mainEntityOfPage": canonical,
        "datePublished": article.published_at,
        "dateModified": article.updated_at.max(article.published_at),
        "inLanguage": language,
        "publisher": organisation(site),
        "author": author.map_or_else(source, person),
    });
    let optional = [
        ("description", Some(&article.summary).filter(|summary| !summary.is_empty())),
        ("image", article.image.as_ref()),
        ("isBasedOn", article.url.as_ref()),
    ];
    for (name, value) in optional {
        if let (Some(value), Value::Object(fields)) = (value, &mut data) {
            fields.insert(name.to_owned(), Value::from(value.as_str()));
        }
    }
    SafeHtml::vouched(data.to_string().replace('<', "\\u003c"))
}
