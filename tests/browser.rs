//! Tests in a real browser. Those in this file test the tools themselves: that axe finds errors, that a theme
//! and a size take effect.

mod accessibility;
mod editor;
mod embed;
mod mails;
mod reader;
mod window;

use std::net::SocketAddr;

use actix_web::{App, HttpResponse, HttpServer, web};
use thirtyfour::prelude::*;

use crate::support::browser::{Browser, DESKTOP, PHONE, Theme, axe};

const CLEAN: &str = r#"<!doctype html><html lang="en"><head><title>Clean</title>
    <meta name="viewport" content="width=device-width, initial-scale=1"></head>
    <body><main><h1>News</h1><p>All is well.</p></main></body></html>"#;

const FAULTY: &str = r#"<!doctype html><html><head><title>Faulty</title></head>
    <body><main><h1>News</h1><img src="data:,"><p style="color:#ccc;background:#fff">Pale.</p></main></body></html>"#;

const SCRIPTED: &str = r#"<!doctype html><html lang="en"><head><title>Scripted</title></head>
    <body><main><h1>News</h1><p id="text">before</p></main>
    <script>document.getElementById("text").textContent = "after"</script></body></html>"#;

/// Serves the pages above on a free port; it stops with the test's runtime.
fn serve() -> SocketAddr {
    const STRICT: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    let page = |html: &'static str, policy: &'static str| {
        web::get().to(move || async move {
            HttpResponse::Ok().content_type("text/html").insert_header(("content-security-policy", policy)).body(html)
        })
    };
    let server = HttpServer::new(move || {
        App::new()
            .route("/clean", page(CLEAN, STRICT))
            .route("/faulty", page(FAULTY, STRICT))
            .route("/scripted", page(SCRIPTED, "script-src 'unsafe-inline'"))
            .route("/refused", page(SCRIPTED, STRICT))
    })
    .workers(1)
    .disable_signals()
    .bind("127.0.0.1:0")
    .unwrap();
    let address = server.addrs()[0];
    actix_web::rt::spawn(server.run());
    address
}

async fn open(path: &str) -> Browser {
    let address = serve();
    let browser = Browser::open().await;
    browser.goto(format!("http://{address}{path}")).await.unwrap();
    browser
}

async fn answer(browser: &Browser, expression: &str) -> serde_json::Value {
    browser.execute(format!("return {expression}"), vec![]).await.unwrap().json().clone()
}

#[actix_web::test]
async fn axe_finds_the_errors_of_a_page() {
    let browser = open("/faulty").await;
    let found: Vec<String> = axe(&browser).await.into_iter().map(|violation| violation.rule).collect();
    for rule in ["image-alt", "color-contrast", "html-has-lang"] {
        assert!(found.iter().any(|name| name == rule), "{rule} is not in {found:?}");
    }
}

#[actix_web::test]
async fn axe_finds_nothing_on_a_clean_page_under_a_strict_policy() {
    let browser = open("/clean").await;
    assert_eq!(axe(&browser).await, []);
}

#[actix_web::test]
async fn the_theme_survives_navigation() {
    let browser = open("/clean").await;
    let dark = "matchMedia('(prefers-color-scheme: dark)').matches";
    assert_eq!(answer(&browser, dark).await, false);
    browser.theme(Theme::Dark).await;
    assert_eq!(answer(&browser, dark).await, true);
    let other = browser.current_url().await.unwrap().join("/faulty").unwrap();
    browser.goto(other.as_str()).await.unwrap();
    assert_eq!(answer(&browser, dark).await, true);
}

#[actix_web::test]
async fn a_page_is_as_wide_as_the_phone_and_a_screenshot_shows_it() {
    let browser = open("/clean").await;
    assert_eq!(answer(&browser, "innerWidth").await, DESKTOP.width);
    browser.resize(PHONE).await;
    assert_eq!(answer(&browser, "[innerWidth, innerHeight]").await, serde_json::json!([PHONE.width, PHONE.height]));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.png");
    browser.screenshot(&path).await;
    let png = std::fs::read(path).unwrap();
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert_eq!((&png[1..4], width), (&b"PNG"[..], PHONE.width));
}

#[actix_web::test]
async fn a_script_that_the_policy_refuses_is_in_the_console() {
    let browser = open("/scripted").await;
    assert_eq!(browser.find(By::Id("text")).await.unwrap().text().await.unwrap(), "after");
    assert_eq!(without_icon(browser.console_errors().await), Vec::<String>::new());
    let browser = open("/refused").await;
    assert_eq!(browser.find(By::Id("text")).await.unwrap().text().await.unwrap(), "before");
    let errors = without_icon(browser.console_errors().await);
    assert!(errors.len() == 1 && errors[0].contains("Content Security Policy"), "{errors:?}");
}

#[actix_web::test]
async fn a_page_can_be_seen_without_its_scripts() {
    let browser = open("/clean").await;
    browser.javascript(false).await;
    let scripted = browser.current_url().await.unwrap().join("/scripted").unwrap();
    browser.goto(scripted.as_str()).await.unwrap();
    assert_eq!(browser.find(By::Id("text")).await.unwrap().text().await.unwrap(), "before");
}

#[actix_web::test]
async fn nothing_beyond_loopback_is_reached() {
    let browser = open("/clean").await;
    let error = browser.goto("http://example.org/").await.unwrap_err().to_string();
    assert!(error.contains("ERR_NAME_NOT_RESOLVED"), "{error}");
}

/// The pages above have no icon, which Chromium requests.
fn without_icon(errors: Vec<String>) -> Vec<String> {
    errors.into_iter().filter(|error| !error.contains("favicon")).collect()
}
