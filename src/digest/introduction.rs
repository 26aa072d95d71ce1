//! The introduction of a digest: Markdown with placeholders for what differs from reader to reader. Pure.
//!
//! `{{ greeting }}` is the greeting, such as `Dear Ann,`. `{{ name }}` is the reader's name, and `{{ name | friend }}` the
//! word after the bar where no name is known. In code they are text.

use crate::field::FieldErrorKind;
use crate::locale::Locale;
use crate::markup;

/// A placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placeholder {
    Greeting,
    Name {
        /// The word for a reader without a name; `None` for the usual one.
        fallback: Option<String>,
    },
}

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
enum Part<'a> {
    Text(&'a str),
    /// A placeholder, or the name of an unknown one.
    Place(Result<Placeholder, String>),
}

/// An introduction as sanitised HTML, its placeholders checked.
#[derive(Clone, Debug)]
pub struct Introduction {
    html: String,
    placeholders: Vec<Placeholder>,
}

impl Introduction {
    /// Reads Markdown; an unknown placeholder is refused by its name.
    pub fn read(markdown: &str) -> Result<Self, FieldErrorKind> {
        let html = markup::markdown_to_html(markdown);
        let (mut placeholders, mut unknown) = (Vec::new(), None);
        let _ = markup::map_text(&html, |text| {
            for part in parts(text) {
                match part {
                    Part::Place(Ok(placeholder)) => placeholders.push(placeholder),
                    Part::Place(Err(name)) => unknown = unknown.take().or(Some(name)),
                    Part::Text(_) => {}
                }
            }
            None
        });
        match unknown {
            Some(name) => Err(FieldErrorKind::NoSuchPlaceholder { name }),
            None => Ok(Self { html, placeholders }),
        }
    }

    /// Whether it has a place for the greeting.
    #[must_use]
    pub fn greets(&self) -> bool {
        self.placeholders.contains(&Placeholder::Greeting)
    }

    /// The words for a reader without a name, each once.
    #[must_use]
    pub fn fallbacks(&self, locale: &Locale) -> Vec<String> {
        let mut found = Vec::new();
        for placeholder in &self.placeholders {
            if let Some(fallback) = placeholder.fallback(locale)
                && !found.contains(&fallback)
            {
                found.push(fallback);
            }
        }
        found
    }

    /// The HTML with something in the place of each placeholder.
    #[must_use]
    pub fn html(&self, mut of: impl FnMut(&Placeholder) -> String) -> String {
        markup::map_text(&self.html, |text| {
            text.contains("{{").then(|| {
                let filled = parts(text).into_iter().map(|part| match part {
                    Part::Text(text) => text.to_owned(),
                    Part::Place(Ok(placeholder)) => of(&placeholder),
                    Part::Place(Err(_)) => String::new(),
                });
                filled.collect()
            })
        })
    }

    /// The HTML for everybody: without a greeting, and with the words for a reader without a name.
    #[must_use]
    pub fn html_for_all(&self, locale: &Locale) -> String {
        self.html(|placeholder| placeholder.fallback(locale).unwrap_or_default())
    }
}

impl Placeholder {
    /// The word for a reader without a name; `None` for another placeholder.
    #[must_use]
    pub fn fallback(&self, locale: &Locale) -> Option<String> {
        match self {
            Self::Greeting => None,
            Self::Name { fallback } => Some(fallback.clone().unwrap_or_else(|| locale.t("mail-name-fallback"))),
        }
    }
}

/// The HTML of an introduction for everybody, as a part of a page below its heading. One that cannot be read is shown as
/// it is.
#[must_use]
pub fn for_page(markdown: &str, locale: &Locale) -> String {
    let html = Introduction::read(markdown)
        .map_or_else(|_| markup::markdown_to_html(markdown), |introduction| introduction.html_for_all(locale));
    markup::lower_headings(&html)
}

/// Whether a text has a placeholder, known or not.
#[must_use]
pub fn has_placeholder(text: &str) -> bool {
    parts(text).iter().any(|part| matches!(part, Part::Place(_)))
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((inner, after)) = after.split_once("}}") else { break };
        parts.push(Part::Text(before));
        parts.push(Part::Place(placeholder(inner)));
        rest = after;
    }
    parts.push(Part::Text(rest));
    parts
}

/// Reads what stands between the braces.
fn placeholder(inner: &str) -> Result<Placeholder, String> {
    let (name, fallback) = match inner.split_once('|') {
        Some((name, fallback)) => (name.trim(), Some(unquoted(fallback.trim()).to_owned())),
        None => (inner.trim(), None),
    };
    match (name, fallback) {
        ("greeting", None) => Ok(Placeholder::Greeting),
        ("name", fallback) => Ok(Placeholder::Name { fallback }),
        (name, _) => Err(name.to_owned()),
    }
}

fn unquoted(text: &str) -> &str {
    for (open, close) in [('"', '"'), ('\'', '\''), ('“', '”')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
            return inner;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_read_with_their_fallbacks() {
        let name = |fallback: &str| Ok(Placeholder::Name { fallback: Some(fallback.to_owned()) });
        for (inner, expected) in [
            (" name ", Ok(Placeholder::Name { fallback: None })),
            ("name|friend", name("friend")),
            (" name | \"dear friend\" ", name("dear friend")),
            ("name|", name("")),
            ("greeting", Ok(Placeholder::Greeting)),
            ("greeting | x", Err("greeting".to_owned())),
            (" first_name ", Err("first_name".to_owned())),
            ("", Err(String::new())),
        ] {
            assert_eq!(placeholder(inner), expected, "{inner:?}");
        }
    }

    #[test]
    fn an_unknown_placeholder_is_refused_by_its_name_but_not_in_code() {
        let refused = |name: &str| FieldErrorKind::NoSuchPlaceholder { name: name.to_owned() };
        assert_eq!(Introduction::read("Hello {{ firstname }}").unwrap_err(), refused("firstname"));
        assert_eq!(Introduction::read("<p>{{ a.b }} {{ c }}</p>").unwrap_err(), refused("a.b"));
        for markdown in ["`{{ x }}`", "```\n{{ x }}\n```", "{{ open", "} }} {", "{ name }"] {
            assert!(Introduction::read(markdown).is_ok(), "{markdown}");
        }
    }

    #[test]
    fn each_place_is_filled() {
        let markdown = "**{{ greeting }}**\n\nHello {{ name | \"A & B\" }} & {{ name }} & {{name|A & B}}, `{{ name }}`";
        let introduction = Introduction::read(markdown).unwrap();
        let locale = Locale::default();
        assert!(introduction.greets());
        assert_eq!(introduction.fallbacks(&locale), ["A & B", "reader"]);
        let html = introduction.html(|placeholder| match placeholder {
            Placeholder::Greeting => "Dear Ann,".to_owned(),
            Placeholder::Name { .. } => "Ann".to_owned(),
        });
        let expected =
            "<p><strong>Dear Ann,</strong></p>\n<p>Hello Ann &amp; Ann &amp; Ann, <code>{{ name }}</code></p>\n";
        assert_eq!(html, expected);
        assert!(introduction.html_for_all(&locale).contains("Hello A &amp; B &amp; reader"));
        assert_eq!(for_page("# A\n\n{{ x }}", &locale), "<h2>A</h2>\n<p>{{ x }}</p>\n");
    }
}
