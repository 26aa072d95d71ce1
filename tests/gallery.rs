//! Writes every page and mail, made from its sample, into a folder: to be looked at, not to be asserted.
//!
//! `cargo run --example gallery -- FOLDER`; then open `FOLDER/front.html` in a browser.
use std::path::Path;

use askama::Template;
use tidings::contact::mail::EnquiryMail;
use tidings::digest::mail::DigestMail;
use tidings::subscriber::mails::NoticeMail;
use tidings::web::admin::pages as admin;
use tidings::web::assets::{asset, asset_url};
use tidings::web::public::pages as public;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "gallery".into());
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder.join("assets"))?;
    for name in ["site.css", "site.js", "pow.js", "admin.css", "admin.js", "icon.svg"] {
        if let Some(found) = asset(&asset_url(name)) {
            std::fs::write(folder.join(asset_url(name).trim_start_matches('/')), found.bytes)?;
        }
    }
    for (name, page) in public_pages()?.into_iter().chain(admin_pages()?) {
        // Opened as files, pages find their assets and the previewed mail beside them.
        let page =
            page.replace("\"/assets/", "\"assets/").replace("/admin/digests/41/html?scheme=light", "mail_digest.html");
        std::fs::write(folder.join(format!("{name}.html")), page)?;
    }
    for (name, html, text) in mails()? {
        std::fs::write(folder.join(format!("mail_{name}.html")), html)?;
        std::fs::write(folder.join(format!("mail_{name}.txt")), text)?;
    }
    Ok(())
}

fn mails() -> anyhow::Result<Vec<(&'static str, String, String)>> {
    let digest = DigestMail::sample();
    let mut mails = vec![("digest", digest.html()?, digest.text()?)];
    for (name, mail) in NoticeMail::samples() {
        mails.push((name, mail.html()?, mail.text()?));
    }
    for (name, mail) in EnquiryMail::samples() {
        mails.push((name, mail.html()?, mail.text()?));
    }
    Ok(mails)
}

fn public_pages() -> anyhow::Result<Vec<(String, String)>> {
    let mut pages = vec![
        ("front".to_owned(), public::FrontPage::sample().render()?),
        ("article".to_owned(), public::ArticlePage::sample().render()?),
        ("topic".to_owned(), public::TopicPage::sample().render()?),
        ("search".to_owned(), public::SearchPage::sample().render()?),
        ("search_nothing".to_owned(), public::SearchPage::sample_without_results().render()?),
        ("archive".to_owned(), public::ArchivePage::sample().render()?),
        ("digest".to_owned(), public::DigestPage::sample().render()?),
        ("subscribe".to_owned(), public::SubscribePage::sample().render()?),
        ("subscribe_errors".to_owned(), public::SubscribePage::sample_with_errors().render()?),
        ("confirm".to_owned(), public::ConfirmPage::sample().render()?),
        ("pow".to_owned(), public::PowPage::sample().render()?),
        ("text".to_owned(), public::TextPage::sample().render()?),
        ("error".to_owned(), public::ErrorPage::sample().render()?),
        ("preferences_request".to_owned(), public::PreferencesRequestPage::sample().render()?),
        ("preferences".to_owned(), public::PreferencesPage::sample().render()?),
        ("contact".to_owned(), public::ContactPage::sample().render()?),
    ];
    for (name, page) in public::MessagePage::samples() {
        pages.push((name.to_owned(), page.render()?));
    }
    Ok(pages)
}

fn admin_pages() -> anyhow::Result<Vec<(String, String)>> {
    let mut pages = vec![
        ("admin_sign_in".to_owned(), admin::SignInPage::sample().render()?),
        ("admin_sign_in_link".to_owned(), admin::SignInPage::sample_link().render()?),
        ("admin_shown_once".to_owned(), admin::ShownOncePage::sample().render()?),
        ("admin_dashboard".to_owned(), admin::DashboardPage::sample().render()?),
        ("admin_digest_editor".to_owned(), admin::DigestEditorPage::sample().render()?),
        ("admin_digest_progress".to_owned(), admin::DigestProgressPage::sample().render()?),
        ("admin_subscriber".to_owned(), admin::SubscriberPage::sample().render()?),
        ("admin_enquiry".to_owned(), admin::EnquiryPage::sample().render()?),
        ("admin_outbox_mail".to_owned(), admin::OutboxMailPage::sample().render()?),
        ("admin_trial".to_owned(), admin::TrialPage::sample().render()?),
        ("admin_account".to_owned(), admin::AccountPage::sample().render()?),
    ];
    for (name, page) in admin::ListPage::samples() {
        pages.push((format!("admin_{name}"), page.render()?));
    }
    for (name, page) in admin::FormPage::samples() {
        pages.push((format!("admin_{name}"), page.render()?));
    }
    Ok(pages)
}
