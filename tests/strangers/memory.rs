//! Memory that anybody could have filled: compressed bodies and failed sign-ins.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::Method;
use reqwest::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE};
use tokio::task::JoinSet;

use crate::support::app::TestApp;
use crate::support::server::Server;

/// Bytes that the server may grow by: its buffers for passwords, the caches of the database.
const MOST: u64 = 50_000_000;
const AT_A_TIME: usize = 25;
const SIGN_INS: usize = 1_000;
const BOMBS: usize = 50;

#[tokio::test]
async fn a_coded_body_is_refused_before_it_is_read() {
    let app = TestApp::start().await;
    for (method, path) in
        [(Method::POST, "/subscribe"), (Method::POST, "/api/v1/subscriptions"), (Method::GET, "/"), (Method::PUT, "/x")]
    {
        for coding in ["gzip", "br", "identity", ""] {
            let request =
                app.request(method.clone(), path).header(CONTENT_ENCODING, coding).body("email=ann@example.org");
            let answer = app.send(request.header(CONTENT_TYPE, "application/x-www-form-urlencoded")).await;
            assert_eq!((answer.status, answer.header(ACCEPT_ENCODING.as_str())), (415, "identity"), "{path} {coding}");
            let (media_type, words) = if path.starts_with("/api/") {
                ("application/problem+json", "Content-Encoding")
            } else {
                ("text/html; charset=utf-8", "That did not work")
            };
            assert_eq!(answer.header(CONTENT_TYPE.as_str()), media_type, "{path}");
            assert!(answer.body.contains(words), "{path}: {}", answer.body);
        }
    }
    let host = app.base.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let head =
        format!("POST /contact HTTP/1.1\r\nHost: {host}\r\nContent-Encoding: gzip\r\nContent-Length: 9000\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 415", "the body never comes");
}

fn bomb() -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..125 {
        gzip.write_all(&vec![b'a'; 1_024 * 1_024]).unwrap();
    }
    gzip.finish().unwrap()
}

/// Sends so many forms, a few at a time.
async fn post_all(server: &Server, path: &str, count: usize, body: impl Fn(usize) -> (Option<&'static str>, Vec<u8>)) {
    let mut posts = JoinSet::new();
    for number in 0..count {
        let (coding, body) = body(number);
        let request = server.client.post(format!("{}{path}", server.base)).body(body);
        let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        let request = coding.into_iter().fold(request, |request, coding| request.header(CONTENT_ENCODING, coding));
        posts.spawn(async move { request.send().await.is_ok() });
        if posts.len() >= AT_A_TIME {
            posts.join_next().await;
        }
    }
    posts.join_all().await;
}

/// One body of 140 kB cost 125 MB, and each failed sign-in left 19 MiB with the allocator.
#[tokio::test]
async fn memory_is_flat_after_a_thousand_failed_sign_ins_and_fifty_bombs() {
    let mut server = Server::new(&[("TIDINGS_CLIENT_LIMITS", "off")]);
    server.start().await;
    server.get("/subscribe").await;
    let (before, bomb) = (server.memory(), bomb());
    post_all(&server, "/subscribe", BOMBS, |_| (Some("gzip"), bomb.clone())).await;
    let sign_in =
        |number| (None, format!("email=nobody{number}@example.org&password=correct+horse+battery").into_bytes());
    post_all(&server, "/admin/sign-in", SIGN_INS, sign_in).await;
    let grown = server.memory().saturating_sub(before);
    assert!(grown < MOST, "{} MB more", grown / 1_000_000);
}
