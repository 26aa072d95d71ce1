//! The readers' side in Chromium: the form on another site, and every page looked at by axe.

use std::net::{SocketAddr, TcpListener};
use std::time::{Duration, Instant};

use actix_web::{App, HttpResponse, HttpServer, web};
use thirtyfour::prelude::*;
use tidings::markup::html_to_text;
use tidings::newsletter::Input;

use crate::support::app::{Options, TestApp, morning_tide};
use crate::support::browser::{Browser, DESKTOP, PHONE, Theme, axe};

/// Another site, which has pasted our form.
fn other_site(listener: TcpListener, snippet: &str) {
    let page = format!("<!doctype html><html lang=\"en\"><title>Another site</title><body>{snippet}</body></html>");
    let server = HttpServer::new(move || {
        let page = page.clone();
        let show = move || std::future::ready(HttpResponse::Ok().content_type("text/html").body(page.clone()));
        App::new().default_service(web::to(show))
    });
    let server = server.workers(1).disable_signals().listen(listener).unwrap().run();
    actix_web::rt::spawn(server);
}

/// A Tidings whose newsletter allows the first of two other sites, and their addresses.
async fn embedded() -> (TestApp, [SocketAddr; 2]) {
    let sites = [(); 2].map(|()| TcpListener::bind("127.0.0.1:0").unwrap());
    let addresses = sites.each_ref().map(|site| site.local_addr().unwrap());
    let newsletter = Input { embed_origins: format!("http://{}", addresses[0]), ..morning_tide() };
    let app = TestApp::with(Options { newsletter, proof_of_work: true, ..Options::default() }).await;
    let page = app.get("/embed/morning-tide").await.body;
    let (_, code) = page.split_once("<code>").unwrap();
    let snippet = html_to_text(&code.split("</code>").next().unwrap().replace('\n', " "), 10_000);
    for site in sites {
        other_site(site, &snippet);
    }
    (app, addresses)
}

async fn send(browser: &Browser, site: SocketAddr, address: &str) {
    browser.goto(format!("http://{site}/")).await.unwrap();
    browser.find(By::Name("email")).await.unwrap().send_keys(address).await.unwrap();
    browser.find(By::Tag("button")).await.unwrap().click().await.unwrap();
}

/// Waits until the page says this.
async fn until(browser: &Browser, words: &str) {
    let began = Instant::now();
    loop {
        // Between two pages there is none.
        let text = match browser.find(By::Tag("body")).await {
            Ok(body) => body.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        };
        if text.contains(words) {
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(30), "{words} is not in {text}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[actix_web::test]
async fn a_reader_of_another_site_signs_up_and_stays_there() {
    let (app, [allowed, _]) = embedded().await;
    let browser = Browser::open().await;
    send(&browser, allowed, "ann@example.org").await;
    until(&browser, "a message from us is on its way").await;
    assert_eq!(browser.current_url().await.unwrap().as_str(), format!("http://{allowed}/"));
    assert_eq!(app.mails_to("ann@example.org").await.len(), 1);
}

#[actix_web::test]
async fn where_the_script_may_not_work_the_form_leads_to_our_page() {
    let (app, [allowed, stranger]) = embedded().await;
    let browser = Browser::open().await;
    send(&browser, stranger, "ann@example.org").await;
    until(&browser, "Check your inbox").await;
    assert!(browser.current_url().await.unwrap().as_str().starts_with(&app.base));
    browser.javascript(false).await;
    send(&browser, allowed, "bob@example.org").await;
    until(&browser, "One more click").await;
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    browser.find(By::Css("main button")).await.unwrap().click().await.unwrap();
    until(&browser, "Check your inbox").await;
    let mails = app.mails().await;
    let to: Vec<_> = mails.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(to, ["ann@example.org", "bob@example.org"]);
}

#[actix_web::test]
async fn every_page_is_open_to_everybody_in_both_themes() {
    let app = TestApp::start().await;
    let article = app.article("Ferries run later", &["Harbour"], 0).await;
    app.article("Rents on the quay", &["Harbour"], 1).await;
    let digest = app.compose("Boats until one").await;
    let digest = app.send_digest(digest).await;
    let browser = Browser::open().await;
    for path in [
        "/",
        &format!("/articles/{article}"),
        "/topics/harbour",
        "/search?q=ferries",
        "/search?q=zeppelin",
        "/archive",
        &format!("/digests/{digest}"),
        "/subscribe",
        "/subscribe/done",
        "/preferences",
        "/contact",
        "/contact/sent",
        "/privacy",
        "/imprint",
        "/embed/morning-tide",
        "/nothing",
    ] {
        for (theme, size) in [(Theme::Light, DESKTOP), (Theme::Dark, PHONE)] {
            browser.theme(theme).await;
            browser.resize(size).await;
            browser.goto(format!("{}{path}", app.base)).await.unwrap();
            assert_eq!(axe(&browser).await, [], "{path} {theme:?}");
            let wide = browser.execute("return document.documentElement.scrollWidth > innerWidth", vec![]).await;
            assert_eq!(wide.unwrap().json().as_bool(), Some(false), "{path} is wider than {size:?}");
        }
    }
    let errors = browser.console_errors().await;
    // The last page is one that is not there.
    assert!(errors.iter().all(|error| error.contains("/nothing")), "{errors:?}");
}
