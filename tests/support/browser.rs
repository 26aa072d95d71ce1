//! Chromium for tests: a window of a given size and theme with its own profile, over one shared chromedriver.
//!
//! It reaches only loopback: every other host name fails to resolve.

mod axe;
mod chromedriver;

use std::ops::Deref;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use serde_json::json;
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities as _;
use thirtyfour::{DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

pub use axe::axe;
use chromedriver::Chromedriver;

const FLAGS: &[&str] = &[
    "--headless",
    // Chromium's sandbox refuses root and containers; the pages are our own.
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Viewport {
    /// CSS pixels.
    pub width: u32,
    pub height: u32,
}

pub const PHONE: Viewport = Viewport { width: 390, height: 844 };
pub const DESKTOP: Viewport = Viewport { width: 1280, height: 900 };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

/// A browser session, used as the [`WebDriver`] that it derefs to. Dropping it closes Chromium, even if the test fails.
pub struct Browser {
    driver: WebDriver,
    chromedriver: Arc<Chromedriver>,
    _profile: TempDir,
}

impl Drop for Browser {
    /// Not by `WebDriver`'s own drop, which blocks the runtime of the connection that it waits for.
    fn drop(&mut self) {
        self.chromedriver.end_session(&self.driver.session_id().to_string());
        // It may have quit already.
        let _ = self.driver.clone().leak();
    }
}

impl Deref for Browser {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Browser {
    /// A desktop window in the light theme.
    pub async fn open() -> Self {
        let chromedriver = Chromedriver::shared();
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut capabilities = DesiredCapabilities::chrome();
        for flag in FLAGS {
            capabilities.add_arg(flag).unwrap();
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display())).unwrap();
        capabilities.set_browser_log_level(LoggingPrefsLogLevel::All).unwrap();
        let driver = WebDriver::new(chromedriver.url(), capabilities).await.expect("start Chromium");
        let browser = Self { driver, chromedriver, _profile: profile };
        browser.resize(DESKTOP).await;
        browser.theme(Theme::Light).await;
        browser
    }

    /// Sets the page's size exactly; the window itself cannot be narrower than 500 pixels.
    pub async fn resize(&self, Viewport { width, height }: Viewport) {
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Sets `prefers-color-scheme`. Transitions are disabled, so that colours change at once.
    pub async fn theme(&self, theme: Theme) {
        let scheme = match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
        };
        let features = json!([
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({"features": features})).await;
    }

    /// Enables or disables scripts for pages that are loaded later.
    pub async fn javascript(&self, enabled: bool) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({"value": !enabled})).await;
    }

    /// Writes the whole page as PNG.
    pub async fn screenshot(&self, path: impl AsRef<Path>) {
        let options = json!({"format": "png", "captureBeyondViewport": true});
        let answer = self.devtools("Page.captureScreenshot", options).await;
        let data = answer["data"].as_str().expect("a picture");
        let png = base64::engine::general_purpose::STANDARD.decode(data).expect("base64");
        std::fs::write(path, png).expect("write the picture");
    }

    /// Takes the console's errors so far: content security policy violations, missing files, thrown errors.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = self.driver.get_log("browser").await.expect("the console");
        entries.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message).collect()
    }

    async fn devtools(&self, method: &str, parameters: serde_json::Value) -> serde_json::Value {
        self.driver.cdp().send_raw(method, parameters).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }
}
