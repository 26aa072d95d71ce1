//! The sign-up form on another site, with the code of the embed page.

use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use actix_web::{App, HttpResponse, HttpServer, web};
use tidings::newsletter::{Input, Settings};

use super::window::Window;
use crate::support::app::{Options, morning_tide};

const ANN: &str = "ann@example.org";

/// Another site of one page; its body is filled in later.
struct Site {
    origin: String,
    body: Arc<Mutex<String>>,
}

impl Site {
    fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = format!("http://{}", listener.local_addr().unwrap());
        let body = Arc::new(Mutex::new(String::new()));
        let shown = Arc::clone(&body);
        let server = HttpServer::new(move || {
            let shown = Arc::clone(&shown);
            let page = move || {
                let body = shown.lock().unwrap().clone();
                async move {
                    let head =
                        "<!doctype html><html lang=\"en\"><head><title>Town</title><link rel=\"icon\" href=\"data:,\">";
                    HttpResponse::Ok()
                        .content_type("text/html")
                        .body(format!("{head}</head><body>{body}</body></html>"))
                }
            };
            App::new().route("/news", web::get().to(page))
        });
        let server = server.workers(1).disable_signals().listen(listener).unwrap();
        actix_web::rt::spawn(server.run());
        Self { origin, body }
    }
}

/// A site with the pasted form, open in the browser; the newsletter allows these origins.
async fn open(allowed: impl FnOnce(&str) -> String) -> (Site, Window) {
    let site = Site::open();
    let newsletter = Input {
        newsletter: Settings { embed_origins: allowed(&site.origin), ..morning_tide().newsletter },
        ..morning_tide()
    };
    let window = Window::open(Options { proof_of_work: true, newsletter, ..Options::default() }).await;
    window.go("/embed/morning-tide").await;
    let snippet = window.evaluate("return document.querySelector('pre.snippet').textContent").await;
    // Above and below an article, as the publisher's pages have it.
    let snippet = snippet.as_str().unwrap();
    *site.body.lock().unwrap() = format!("{snippet}<p>An article.</p>{snippet}");
    window.console_is_clean().await;
    window.browser.goto(format!("{}/news", site.origin)).await.unwrap();
    window.fill_in("input[name=email]", ANN).await;
    window.press("Subscribe").await;
    (site, window)
}

#[actix_web::test]
async fn a_reader_signs_up_on_another_site_and_stays_there() {
    let (site, window) = open(str::to_owned).await;
    window.until_text("a message from us is on its way").await;
    assert_eq!(window.path().await, format!("{}/news", site.origin));
    let mails = window.app.mails_to(ANN).await;
    assert_eq!(mails.len(), 1);
    window.app.link(&mails[0], "/confirm/");
    window.console_is_clean().await;
}

#[actix_web::test]
async fn a_site_that_is_not_allowed_reads_nothing_and_its_reader_comes_to_us() {
    let (_site, window) = open(|_| "https://www.ledger.example".to_owned()).await;
    window.until_title("Check your inbox").await;
    assert_eq!(window.path().await, "/subscribe/done");
    let errors = window.browser.console_errors().await;
    assert!(errors.iter().any(|error| error.contains("CORS policy")), "{errors:?}");
    assert_eq!(window.app.mails_to(ANN).await.len(), 1);
}
