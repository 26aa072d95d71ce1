//! Connections that a stranger holds: with bodies that do not come, and with nothing at all.

use std::io::{ErrorKind, Read, Write};
use std::net::{IpAddr, Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

use crate::support::app::{Options, TestApp};
use crate::support::server::Server;

/// A connection that has sent this.
fn connect(base: &str, sent: &str) -> TcpStream {
    let mut stream = TcpStream::connect(base.trim_start_matches("http://")).unwrap();
    stream.write_all(sent.replace('\n', "\r\n").as_bytes()).unwrap();
    stream
}

/// What has come, and whether the other side has closed it.
fn read(stream: &mut TcpStream) -> (String, bool) {
    let (mut came, mut buffer) = (Vec::new(), [0; 4_096]);
    stream.set_nonblocking(true).unwrap();
    let closed = loop {
        match stream.read(&mut buffer) {
            Ok(0) => break true,
            Ok(count) => came.extend_from_slice(&buffer[..count]),
            Err(error) => break error.kind() != ErrorKind::WouldBlock,
        }
    };
    (String::from_utf8_lossy(&came).into_owned(), closed)
}

const SLOW: [(&str, &str); 5] = [
    (
        "a form",
        "POST /subscribe HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\nContent-Length: 900\n\n",
    ),
    (
        "a form in chunks",
        "POST /contact HTTP/1.1\nHost: x\nContent-Type: application/x-www-form-urlencoded\nTransfer-Encoding: chunked\n\n",
    ),
    (
        "what the API reads",
        "POST /api/v1/subscriptions HTTP/1.1\nHost: x\nContent-Type: application/json\nContent-Length: 900\n\n",
    ),
    ("a page that reads none", "GET / HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n"),
    ("no page", "POST /nowhere HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n"),
];

/// Bodies of a byte a second kept their connections for as long as they liked.
#[tokio::test]
async fn a_slow_body_ends_after_a_while() {
    let app = TestApp::start().await;
    let mut streams = SLOW.map(|(_, head)| connect(&app.base, head));
    let (began, mut answers) = (Instant::now(), SLOW.map(|_| (String::new(), None)));
    while began.elapsed() < Duration::from_secs(16) && answers.iter().any(|(_, closed)| closed.is_none()) {
        for (stream, (answer, closed)) in
            streams.iter_mut().zip(&mut answers).filter(|(_, (_, closed))| closed.is_none())
        {
            // It fails once the server has closed the connection.
            let _ = stream.write_all(b"1\r\na\r\n");
            let (came, gone) = read(stream);
            answer.push_str(&came);
            *closed = gone.then(|| began.elapsed());
        }
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    for ((what, _), ((answer, closed), status)) in SLOW.iter().zip(answers.iter().zip([408, 408, 408, 200, 404])) {
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{what}: {answer}");
        assert!(closed.is_some(), "{what} is still open");
    }
}

/// The second head on a connection had no deadline.
#[tokio::test]
async fn a_head_that_does_not_come_to_its_end_closes_its_connection() {
    let app = TestApp::start().await;
    let mut stream = connect(&app.base, "GET /healthz HTTP/1.1\nHost: x\n\nGET /healthz HT");
    let began = Instant::now();
    let closed = loop {
        let (_, closed) = read(&mut stream);
        if closed || began.elapsed() > Duration::from_secs(50) {
            break closed;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    };
    assert!(closed);
}

/// More of one client than it may have are closed; those of others are not.
#[tokio::test]
async fn a_client_has_so_many_connections() {
    let app = TestApp::with(Options { client_limits: true, ..Options::default() }).await;
    let mut held: Vec<TcpStream> = (0..130).map(|_| connect(&app.base, "")).collect();
    let began = Instant::now();
    let closed = loop {
        let closed = held.iter_mut().filter_map(|stream| read(stream).1.then_some(())).count();
        if closed >= 30 || began.elapsed() > Duration::from_secs(5) {
            break closed;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    };
    assert_eq!(closed, 30);
    let from = |last: u8| {
        let client = reqwest::Client::builder().local_address(IpAddr::from(Ipv4Addr::new(127, 0, 0, last)));
        client.no_proxy().build().unwrap().get(&app.base).send()
    };
    assert!(from(1).await.is_err());
    assert_eq!(from(2).await.unwrap().status(), 200);
    drop(held);
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(from(1).await.unwrap().status(), 200, "places are given back");
}

/// The soft limit of open files is often 1,024, which a stranger could use up.
#[tokio::test]
async fn idle_connections_up_to_the_soft_limit_of_files_silence_no_page() {
    let mut server = Server::new(&[("TIDINGS_CLIENT_LIMITS", "off")]);
    server.start_after(Some("ulimit -Sn 128".to_owned())).await;
    let held: Vec<TcpStream> = (0..300).map(|_| connect(&server.base, "")).collect();
    let began = Instant::now();
    server.get("/").await;
    assert!(began.elapsed() < Duration::from_secs(5));
    drop(held);
}
