//! Writes every page and mail, rendered from its sample, into a folder to look at.
//!
//! `cargo run --example gallery -- FOLDER`; then open `FOLDER/front.html` in a browser.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, reason = "samples are our own values")]

use std::path::Path;

use tidings::web::assets::{asset, asset_url};

#[path = "support/samples.rs"]
mod samples;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "gallery".into());
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder.join("assets"))?;
    for name in ["site.css", "site.js", "pow.js", "admin.css", "admin.js", "icon.svg"] {
        if let Some(found) = asset(&asset_url(name)) {
            std::fs::write(folder.join(asset_url(name).trim_start_matches('/')), found.bytes)?;
        }
    }
    for (name, page) in samples::public_pages()?.into_iter().chain(samples::admin_pages()?) {
        // Opened as files, pages find their assets and the previewed mail beside them.
        let page =
            page.replace("\"/assets/", "\"assets/").replace("/admin/digests/41/html?scheme=light", "mail_digest.html");
        std::fs::write(folder.join(format!("{name}.html")), page)?;
    }
    for (name, html, text) in samples::mails()? {
        std::fs::write(folder.join(format!("mail_{name}.html")), html)?;
        std::fs::write(folder.join(format!("mail_{name}.txt")), text)?;
    }
    Ok(())
}
