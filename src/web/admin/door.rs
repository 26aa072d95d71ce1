//! The pages before sign-in: the sign-in itself, and choosing a password by a one-time link.

use askama::Template;

use super::form::{Form, InputKind};
use crate::account::User;
use crate::db;
use crate::locale::Locale;
use crate::site;
use crate::web::App;
use crate::web::assets::asset_url;
use crate::web::entrance::{FORGOTTEN, SIGN_IN};
use crate::web::parts::Link;

/// What surrounds a page before sign-in.
#[derive(Clone, Debug)]
pub struct Door {
    pub locale: Locale,
    pub site_name: String,
}

impl Door {
    pub async fn load(app: &App) -> db::Result<Self> {
        let site = app.db.read(site::site).await?;
        Ok(Self { locale: Locale::default(), site_name: site.name })
    }

    /// The URL of an asset by its name.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        asset_url(name)
    }
}

#[derive(Template)]
#[template(path = "admin/sign_in.html")]
pub struct SignInPage {
    pub door: Door,
    pub title: String,
    pub problem: Option<String>,
    pub csrf: String,
    pub text: String,
    pub form: Form,
    /// The text of a form that waits for the sign-in; may be empty.
    pub words: String,
    /// Where else to go.
    pub link: Option<Link>,
}

impl SignInPage {
    /// Posts `email`, `password` and `next` (the path to go on to) to [`SIGN_IN`].
    #[must_use]
    pub fn new(door: Door, email: &str, next: &str, problem: Option<String>) -> Self {
        let form = Form::to(&door.locale, SIGN_IN)
            .field(InputKind::Email, "email", "field-email")
            .value(email)
            .required()
            .complete("username")
            .field(InputKind::Password, "password", "admin-password")
            .required()
            .complete("current-password")
            .hidden("next", next)
            .button("admin-sign-in");
        let link = Some(Link::new(door.locale.t("sign-in-forgotten"), FORGOTTEN));
        Self { title: door.locale.t("admin-sign-in"), problem, link, ..Self::of(door, form) }
    }

    /// Asks for the address of a user who has forgotten the password. Posts `email` to [`FORGOTTEN`].
    #[must_use]
    pub fn forgotten(door: Door, problem: Option<String>) -> Self {
        let form = Form::to(&door.locale, FORGOTTEN)
            .field(InputKind::Email, "email", "field-email")
            .required()
            .complete("username")
            .button("sign-in-forgotten-button");
        let (title, text) = (door.locale.t("sign-in-forgotten"), door.locale.t("sign-in-forgotten-text"));
        Self { title, text, problem, link: Some(back(&door)), ..Self::of(door, form) }
    }

    /// Follows the form of [`SignInPage::forgotten`].
    #[must_use]
    pub fn link_sent(door: Door) -> Self {
        let (title, text) = (door.locale.t("sign-in-link-sent"), door.locale.t("sign-in-link-sent-text"));
        let form = Form::to(&door.locale, "");
        Self { title, text, link: Some(back(&door)), ..Self::of(door, form) }
    }

    /// The page of a one-time link: asks for a password, which may stay as it is where there is one. Posts `password` and
    /// `password_again` to `url`.
    #[must_use]
    pub fn link(door: Door, url: &str, user: &User, problem: Option<String>) -> Self {
        let optional = |form: Form| if user.has_password { form } else { form.required() };
        let form = Form::to(&door.locale, url).field(InputKind::Password, "password", "admin-password-new");
        let form = optional(form.complete("new-password").hint("admin-password-hint"));
        let form = form.field(InputKind::Password, "password_again", "admin-password-again").complete("new-password");
        let (text, label) = if user.has_password {
            ("admin-one-time-text", "admin-sign-in")
        } else {
            ("admin-first-password-text", "admin-first-password-button")
        };
        let form = optional(form).button(label);
        let text = door.locale.t1(text, "address", &user.address);
        Self { title: door.locale.t("admin-welcome"), text, problem, ..Self::of(door, form) }
    }

    fn of(door: Door, form: Form) -> Self {
        let (title, csrf, text, words) = (String::new(), String::new(), String::new(), String::new());
        Self { door, title, problem: None, csrf, text, form, words, link: None }
    }
}

fn back(door: &Door) -> Link {
    Link::new(door.locale.t("admin-sign-in"), SIGN_IN)
}
