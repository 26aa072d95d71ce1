//! A feed server on loopback: a test sets the answer of each path, and requests are recorded.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// How a path answers.
#[derive(Debug, Clone)]
pub enum Answer {
    /// 200 with a body; with an etag, an `If-None-Match` of the same value gets 304.
    Body { content_type: String, etag: Option<String>, headers: Vec<(String, String)>, body: Vec<u8> },
    /// A status without a body, with headers.
    Status(u16, Vec<(String, String)>),
    /// A redirect: status and Location.
    Redirect(u16, String),
    /// The head at once, then one byte of the body after each pause.
    Slow { pause: Duration, body: Vec<u8> },
    /// An endless chunked body.
    Endless,
    /// Closes the connection before the body is complete.
    BreaksOff,
    /// Closes the connection without an answer.
    Silent,
}

impl Answer {
    pub fn body(content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self::Body { content_type: content_type.into(), etag: None, headers: Vec::new(), body: body.into() }
    }

    pub fn with_etag(mut self, value: &str) -> Self {
        if let Self::Body { etag, .. } = &mut self {
            *etag = Some(value.into());
        }
        self
    }

    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        if let Self::Body { headers, .. } | Self::Status(_, headers) = &mut self {
            headers.push((name.into(), value.into()));
        }
        self
    }
}

/// A request: path and headers, names in lower case.
#[derive(Debug, Clone)]
pub struct Request {
    pub path: String,
    pub headers: HashMap<String, String>,
}

#[derive(Default)]
struct State {
    answers: HashMap<String, Answer>,
    requests: Vec<Request>,
}

/// The server; dropping it stops it.
pub struct FeedServer {
    port: u16,
    state: Arc<Mutex<State>>,
    task: JoinHandle<()>,
}

impl FeedServer {
    /// Starts on a free port of 127.0.0.1.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let state = Arc::new(Mutex::new(State::default()));
        let shared = Arc::clone(&state);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&shared)));
            }
        });
        Self { port, state, task }
    }

    /// Sets the answer of a path. Other paths answer 404.
    pub fn set(&self, path: &str, answer: Answer) {
        self.state.lock().unwrap().answers.insert(path.into(), answer);
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// All requests so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.state.lock().unwrap().requests.clone()
    }

    /// The number of requests for a path.
    pub fn count(&self, path: &str) -> usize {
        self.requests().iter().filter(|request| request.path == path).count()
    }
}

impl Drop for FeedServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(mut stream: TcpStream, state: Arc<Mutex<State>>) {
    let Some(request) = read_request(&mut stream).await else { return };
    let answer = {
        let mut state = state.lock().unwrap();
        state.requests.push(request.clone());
        state.answers.get(&request.path).cloned().unwrap_or(Answer::Status(404, Vec::new()))
    };
    // Some tests close the connection early.
    let _ = write_answer(&mut stream, &request, answer).await;
}

async fn read_request(stream: &mut TcpStream) -> Option<Request> {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut buffer = [0; 4096];
        match stream.read(&mut buffer).await {
            Ok(read) if read > 0 && head.len() < 65_536 => head.extend_from_slice(&buffer[..read]),
            _ => return None,
        }
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut lines = head.lines();
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    Some(Request { path, headers })
}

async fn write_answer(stream: &mut TcpStream, request: &Request, answer: Answer) -> std::io::Result<()> {
    match answer {
        Answer::Body { content_type, etag, mut headers, body } => {
            if let Some(etag) = etag {
                if request.headers.get("if-none-match") == Some(&etag) {
                    return stream.write_all(head(304, &[("ETag".into(), etag)], 0).as_bytes()).await;
                }
                headers.push(("ETag".into(), etag));
            }
            headers.push(("Content-Type".into(), content_type));
            stream.write_all(head(200, &headers, body.len()).as_bytes()).await?;
            stream.write_all(&body).await
        }
        Answer::Status(status, headers) => stream.write_all(head(status, &headers, 0).as_bytes()).await,
        Answer::Redirect(status, to) => stream.write_all(head(status, &[("Location".into(), to)], 0).as_bytes()).await,
        Answer::Slow { pause, body } => {
            stream.write_all(head(200, &[], body.len()).as_bytes()).await?;
            for byte in body {
                tokio::time::sleep(pause).await;
                stream.write_all(&[byte]).await?;
            }
            Ok(())
        }
        Answer::Endless => {
            stream.write_all(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n").await?;
            let chunk = format!("{:x}\r\n{}\r\n", 65_536, "x".repeat(65_536));
            loop {
                stream.write_all(chunk.as_bytes()).await?;
            }
        }
        Answer::BreaksOff => stream.write_all(format!("{}half", head(200, &[], 1_000)).as_bytes()).await,
        Answer::Silent => Ok(()),
    }
}

fn head(status: u16, headers: &[(String, String)], length: usize) -> String {
    let mut head = format!("HTTP/1.1 {status} Status\r\nContent-Length: {length}\r\nConnection: close\r\n");
    for (name, value) in headers {
        write!(head, "{name}: {value}\r\n").unwrap();
    }
    head + "\r\n"
}

/// A gzip file that unpacks to `length` times `x` (rounded up to a multiple of 258, plus 1): one deflate block with
/// fixed codes (RFC 1951, section 3.2.6), a literal and then copies of length 258 at distance 1. It has no checksum,
/// because a reader with a limit does not reach it.
pub fn gzip_bomb(length: usize) -> Vec<u8> {
    let mut bits = Bits { bytes: vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255], filled: 8 };
    bits.push(&[1]);
    bits.push(&[1, 0]);
    // Literal 'x' (0x78): the 8-bit code 0x30 + 0x78.
    bits.push(&[1, 0, 1, 0, 1, 0, 0, 0]);
    for _ in 0..length.div_ceil(258) {
        // Length symbol 285 (8-bit code 0xC5), distance symbol 0 (5 bits).
        bits.push(&[1, 1, 0, 0, 0, 1, 0, 1]);
        bits.push(&[0, 0, 0, 0, 0]);
    }
    bits.push(&[0, 0, 0, 0, 0, 0, 0]);
    bits.bytes
}

struct Bits {
    bytes: Vec<u8>,
    filled: u32,
}

impl Bits {
    fn push(&mut self, bits: &[u8]) {
        for bit in bits {
            if self.filled == 8 {
                self.bytes.push(0);
                self.filled = 0;
            }
            *self.bytes.last_mut().unwrap() |= bit << self.filled;
            self.filled += 1;
        }
    }
}
