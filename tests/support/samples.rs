//! Every page and mail with sample values, by name, for the gallery and the snapshots.

use askama::Template;
use tidings::digest::mail::DigestMail;
use tidings::web::admin::error::ErrorPage;

#[path = "public_samples.rs"]
pub mod public;

#[path = "samples/admin.rs"]
pub mod admin;

#[path = "samples/mails.rs"]
mod mails;

/// Each mail's name, HTML and text.
pub fn mails() -> anyhow::Result<Vec<(&'static str, String, String)>> {
    let digest = DigestMail::sample();
    let rich = mails::rich();
    let mut mails = vec![("digest", digest.html()?, digest.text()?), ("digest_rich", rich.html()?, rich.text()?)];
    for (name, mail) in mails::notices() {
        mails.push((name, mail.html()?, mail.text()?));
    }
    for (name, mail) in mails::enquiries() {
        mails.push((name, mail.html()?, mail.text()?));
    }
    Ok(mails)
}

pub fn public_pages() -> anyhow::Result<Vec<(String, String)>> {
    let mut pages = vec![
        ("front".to_owned(), public::front_page().render()?),
        ("article".to_owned(), public::article_page().render()?),
        ("topic".to_owned(), public::topic_page().render()?),
        ("search".to_owned(), public::search_page().render()?),
        ("search_nothing".to_owned(), public::search_page_without_results().render()?),
        ("archive".to_owned(), public::archive_page().render()?),
        ("digest".to_owned(), public::digest_page().render()?),
        ("subscribe".to_owned(), public::subscribe_page().render()?),
        ("subscribe_errors".to_owned(), public::subscribe_page_with_errors().render()?),
        ("confirm".to_owned(), public::confirm_page().render()?),
        ("pow".to_owned(), public::pow_page().render()?),
        ("text".to_owned(), public::text_page().render()?),
        ("error".to_owned(), public::error_page().render()?),
        ("preferences_request".to_owned(), public::preferences_request_page().render()?),
        ("preferences".to_owned(), public::preferences_page().render()?),
        ("preferences_endless".to_owned(), public::endless_preferences_page().render()?),
        ("contact".to_owned(), public::contact_page().render()?),
    ];
    for (name, page) in public::message_pages() {
        pages.push((name.to_owned(), page.render()?));
    }
    Ok(pages)
}

pub fn admin_pages() -> anyhow::Result<Vec<(String, String)>> {
    let mut pages = vec![
        (
            "admin_sign_in".to_owned(),
            admin::sign_in("marit@ledger.example", "Address and password do not fit together.").render()?,
        ),
        ("admin_sign_in_link".to_owned(), admin::sign_in_link().render()?),
        ("admin_shown_once".to_owned(), admin::shown_once().render()?),
        ("admin_dashboard".to_owned(), admin::dashboard().render()?),
        ("admin_digest_editor".to_owned(), admin::digest_editor().render()?),
        ("admin_digest_progress".to_owned(), admin::digest_progress().render()?),
        ("admin_subscriber".to_owned(), admin::subscriber_page().render()?),
        ("admin_enquiry".to_owned(), admin::enquiry_page().render()?),
        ("admin_outbox_mail".to_owned(), admin::outbox_mail().render()?),
        ("admin_trial".to_owned(), admin::trial().render()?),
        ("admin_account".to_owned(), admin::account().render()?),
        ("admin_error".to_owned(), ErrorPage::of(admin::frame(""), 403).render()?),
    ];
    for (name, page) in admin::lists() {
        pages.push((format!("admin_{name}"), page.render()?));
    }
    for (name, page) in admin::forms() {
        pages.push((format!("admin_{name}"), page.render()?));
    }
    Ok(pages)
}
