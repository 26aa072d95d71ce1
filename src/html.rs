//! HTML that templates print unescaped, and inlining of style sheets into mails.
//!
//! Nothing is sanitised or escaped here: `markup` sanitises, askama escapes.

use std::fmt;

use css_inline::{CSSInliner, InlineError};

/// HTML that was sanitised or comes from our templates: the only type that a template prints unescaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// Marks `html` as safe. Pass only HTML from `markup` or from one of our templates.
    #[must_use]
    pub fn vouched(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl fmt::Display for SafeHtml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for SafeHtml {}

/// Why a mail's HTML could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MailHtmlError {
    #[error("the mail's template failed")]
    Template(#[from] askama::Error),
    #[error("the mail's styles could not be moved into its elements")]
    Styles(#[from] InlineError),
}

/// Moves the rules of a mail's style sheet into `style` attributes, because many mail programs drop style elements.
/// Rules that cannot be moved, such as media queries, stay. Nothing is loaded.
pub fn inline_styles(html: &str) -> Result<String, InlineError> {
    CSSInliner::options()
        .keep_style_tags(false)
        .keep_at_rules(true)
        .minify_css(true)
        .load_remote_stylesheets(false)
        .apply_width_attributes(true)
        .build()
        .inline(html)
}

/// A mail's HTML for a preview in the dark or the light colour scheme: its media queries are resolved, and its links
/// open outside the preview.
#[must_use]
pub fn preview(html: &str, dark: bool) -> String {
    let answered = html.replace("(prefers-color-scheme: dark)", if dark { "all" } else { "not all" });
    answered.replacen("<head>", "<head><base target=\"_blank\">", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_moves_into_its_element_and_a_media_query_stays() {
        let html = "<html><head><style>p{color:#111}@media (max-width:600px){p{color:#222!important}}</style></head>\
                    <body><p>One</p></body></html>";
        let inlined = inline_styles(html).unwrap();
        assert!(inlined.contains(r#"<p style="color:#111">One</p>"#), "{inlined}");
        assert!(inlined.contains("@media (max-width:600px)"), "{inlined}");
    }

    #[test]
    fn a_preview_shows_the_scheme_that_is_asked_for() {
        let html = "<head><style>@media (prefers-color-scheme: dark) { p { color: #fff } }</style></head>";
        assert!(preview(html, true).contains("@media all {"));
        assert!(preview(html, false).contains("@media not all {"));
        assert!(preview(html, false).starts_with("<head><base target=\"_blank\">"));
    }

    #[test]
    fn a_linked_style_sheet_is_not_loaded() {
        let html = r#"<html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css"></head><body><p>One</p></body></html>"#;
        assert!(inline_styles(html).unwrap().contains("<p>One</p>"));
    }
}
