//! Every mail as a mail program shows it: nothing that axe finds, no scrolling sideways, in both themes.
//!
//! With `TIDINGS_PICTURES=FOLDER` a picture of each is written there.

use std::path::PathBuf;

use super::answer;
use crate::support::browser::{Browser, Theme, Viewport, axe};
use crate::support::samples;

const VIEWPORTS: [Viewport; 3] = [
    Viewport { width: 320, height: 640 },
    Viewport { width: 375, height: 812 },
    Viewport { width: 1_100, height: 900 },
];

/// A picture of a size, for mails whose pictures are on no server.
fn picture(width: u32, height: u32) -> String {
    format!(
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='{width}' height='{height}'%3E%3Crect \
         width='100%25' height='100%25' fill='%23468'/%3E%3C/svg%3E"
    )
}

#[tokio::test]
async fn every_mail_is_accessible_and_fits_a_small_phone() {
    let folder = tempfile::tempdir().unwrap();
    let pictures = std::env::var_os("TIDINGS_PICTURES").map(PathBuf::from);
    let browser = Browser::open().await;
    let mut found = Vec::new();
    for (name, html, _) in samples::mails().unwrap() {
        let html = html.replace("https://pictures.example/wide.svg", &picture(1_600, 900));
        let html = html.replace("https://pictures.example/small.svg", &picture(24, 18));
        let path = folder.path().join(format!("{name}.html"));
        std::fs::write(&path, html).unwrap();
        browser.goto(format!("file://{}", path.display())).await.unwrap();
        for (viewport, theme) in VIEWPORTS.into_iter().flat_map(|size| [(size, Theme::Light), (size, Theme::Dark)]) {
            browser.resize(viewport).await;
            browser.theme(theme).await;
            let width = viewport.width;
            for violation in axe(&browser).await {
                // A mail is a fragment of a page of the mail program: it has no landmarks of its own.
                if !matches!(violation.rule.as_str(), "region" | "landmark-one-main") {
                    found.push(format!("{name} {theme:?} {width}: {violation}"));
                }
            }
            if answer(&browser, "document.scrollingElement.scrollWidth > innerWidth").await == true {
                found.push(format!("{name} scrolls sideways at {width}"));
            }
            if let Some(folder) = &pictures {
                browser.screenshot(folder.join(format!("{name}-{width}-{theme:?}.png"))).await;
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
