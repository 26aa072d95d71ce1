//! A mail to look at: HTML in a sandboxed frame, or a text.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};

use crate::locale::Locale;
use crate::mail::ReadMail;
use crate::web::headers::MAIL_POLICY;
use crate::word::word_enum;

word_enum! {
    /// What a preview shows, in the words of its URL.
    pub enum PreviewKind {
        Wide = "wide",
        WideDark = "wide-dark",
        Phone = "phone",
        PhoneDark = "phone-dark",
        Text = "text",
        Source = "source",
        Headers = "headers",
    }
}

impl PreviewKind {
    /// The kind of a word in a URL; the widest for any other word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        Self::parse(word).unwrap_or(Self::Wide)
    }

    const fn is_html(self) -> bool {
        !matches!(self, Self::Text | Self::Source | Self::Headers)
    }
}

#[derive(Clone, Debug)]
pub struct Preview {
    pub kind: PreviewKind,
    /// Label, URL, whether it is the one shown.
    pub tabs: Vec<(String, String, bool)>,
    /// What the frame loads; for kinds of HTML.
    pub src: String,
    /// For kinds of text.
    pub text: String,
    /// The id of a form: then a tab is a button that saves it before it shows the mail. Empty for links.
    pub form: String,
}

impl Preview {
    /// `page` is the path of the page itself, which takes `?preview=WORD`; `html` that of the mail's HTML, which takes
    /// `?scheme=light` or `dark` (see [`crate::html::preview()`]). `text` is needed for kinds of text. A draft has no
    /// headers yet: `with_headers` says so.
    #[must_use]
    pub fn new(l: &Locale, kind: PreviewKind, page: &str, html: &str, text: String, with_headers: bool) -> Self {
        let shown = |one: &&PreviewKind| with_headers || **one != PreviewKind::Headers;
        let tab =
            |one: &PreviewKind| (l.t(&format!("preview-{one}")), format!("{page}?preview={one}#preview"), *one == kind);
        let dark = matches!(kind, PreviewKind::WideDark | PreviewKind::PhoneDark);
        let src = format!("{html}?scheme={}", if dark { "dark" } else { "light" });
        Self { kind, tabs: PreviewKind::ALL.iter().filter(shown).map(tab).collect(), src, text, form: String::new() }
    }

    /// With tabs that save a form first.
    #[must_use]
    pub fn of_form(mut self, form: &str) -> Self {
        for (_, url, _) in &mut self.tabs {
            *url = url.replace("#preview", "&to=preview");
        }
        Self { form: form.to_owned(), ..self }
    }

    #[must_use]
    pub fn is_html(&self) -> bool {
        self.kind.is_html()
    }

    #[must_use]
    pub fn is_phone(&self) -> bool {
        matches!(self.kind, PreviewKind::Phone | PreviewKind::PhoneDark)
    }
}

/// What a kind of preview shows as text; nothing for those that show HTML.
#[must_use]
pub fn text_of(kind: PreviewKind, raw: &str, mail: &ReadMail) -> String {
    match kind {
        PreviewKind::Text => mail.text.clone(),
        PreviewKind::Source => raw.replace("\r\n", "\n"),
        PreviewKind::Headers => {
            mail.headers.iter().fold(String::new(), |text, (name, value)| text + name + ": " + value + "\n")
        }
        _ => String::new(),
    }
}

/// A mail's HTML as a document of its own, under a policy that lets it do nothing.
#[must_use]
pub fn mail_answer(status: StatusCode, html: String) -> HttpResponse {
    HttpResponse::build(status)
        .insert_header((CONTENT_SECURITY_POLICY, MAIL_POLICY))
        .insert_header((CACHE_CONTROL, "no-store"))
        .content_type("text/html; charset=utf-8")
        .body(html)
}
