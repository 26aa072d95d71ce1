//! Pages before sign-in.
use askama::Template;

use super::form::{Input, InputKind};
use crate::locale::Locale;
use crate::web::assets::asset_url;

/// Whose password it is.
#[derive(Clone, Copy, Debug)]
pub struct Holder<'a> {
    /// What they sign in with.
    pub address: &'a str,
    /// Whether there is a password already.
    pub has_password: bool,
}

/// What surrounds a page before sign-in.
#[derive(Clone, Debug)]
pub struct Door {
    pub locale: Locale,
    pub site_name: String,
    pub css: String,
    pub icon: String,
}

impl Door {
    #[must_use]
    pub fn new(locale: Locale, site_name: &str) -> Self {
        Self { locale, site_name: site_name.into(), css: asset_url("admin.css"), icon: asset_url("icon.svg") }
    }
}

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
pub struct SignInPage {
    pub door: Door,
    pub title: String,
    pub problem: Option<String>,
    pub csrf: String,
    pub url: String,
    pub text: String,
    pub inputs: Vec<Input>,
    pub label: String,
    /// What was typed into a form that waits for the sign-in; may be empty.
    pub words: String,
}

impl SignInPage {
    /// Posts `email`, `password` and `next` (the path to go on to) to `/admin/sign-in`.
    #[must_use]
    pub fn new(door: Door, csrf: &str, email: &str, next: &str, problem: Option<String>) -> Self {
        let l = door.locale.clone();
        let inputs = vec![
            Input::new(InputKind::Email, "email", l.t("field-email"), email).required().complete("username"),
            Input::new(InputKind::Password, "password", l.t("admin-password"), "")
                .required()
                .complete("current-password"),
            Input::new(InputKind::Hidden, "next", String::new(), next),
        ];
        Self {
            door,
            title: l.t("admin-sign-in"),
            problem,
            csrf: csrf.into(),
            url: "/admin/sign-in".into(),
            text: String::new(),
            inputs,
            label: l.t("admin-sign-in"),
            words: String::new(),
        }
    }

    /// Shown by a one-time sign-in link: asks for a password, which may be left as it is where there is one. Posts
    /// `password` and `password_again` to `url`.
    #[must_use]
    pub fn link(door: Door, url: &str, holder: Holder<'_>, problem: Option<String>) -> Self {
        let l = door.locale.clone();
        let has_password = holder.has_password;
        let password = |name: &str, label: String| {
            let input = Input::new(InputKind::Password, name, label, "").complete("new-password");
            if has_password { input } else { input.required() }
        };
        let inputs = vec![
            password("password", l.t("admin-password-new")).hint(l.t("admin-password-hint")),
            password("password_again", l.t("admin-password-again")),
        ];
        let (text, label) = if has_password {
            ("admin-one-time-text", "admin-sign-in")
        } else {
            ("admin-first-password-text", "admin-first-password-button")
        };
        let (text, label) = (l.t1(text, "address", holder.address), l.t(label));
        let (title, url, csrf, words) = (l.t("admin-welcome"), url.into(), String::new(), String::new());
        Self { door, title, problem, csrf, url, text, inputs, label, words }
    }
}
