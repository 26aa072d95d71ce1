//! Posts sign-ups over keep-alive connections, one request at a time on each, and measures every response time.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// The result of a run.
pub struct Load {
    /// Answers.
    pub count: u64,
    /// Answers per second.
    pub rate: f64,
    /// Response times in microseconds, sorted.
    times: Vec<u32>,
}

impl Load {
    /// A percentile of the response times, in milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let at = self.times.len().saturating_sub(1) * percent / 100;
        self.times.get(at).map_or(0.0, |micros| f64::from(*micros) / 1_000.0)
    }
}

/// Posts over so many connections until the time is over; `run` is part of the addresses, so that runs have different
/// ones.
pub fn run(server: SocketAddr, connections: usize, length: Duration, run: &str) -> Load {
    let api = std::env::var("BENCH_WAY").is_ok_and(|way| way == "api");
    let began = Instant::now();
    let mut times: Vec<u32> = std::thread::scope(|scope| {
        let connection = |number| scope.spawn(move || post_until(server, number, run, api, began + length));
        let threads: Vec<_> = (0..connections).map(connection).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let wall = began.elapsed();
    times.sort_unstable();
    let count = u64::try_from(times.len()).unwrap();
    Load { count, rate: f64::from(u32::try_from(count).unwrap()) / wall.as_secs_f64(), times }
}

fn post_until(server: SocketAddr, connection: usize, run: &str, api: bool, end: Instant) -> Vec<u32> {
    let mut stream = TcpStream::connect(server).unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut times, mut answer) = (Vec::new(), Vec::new());
    for number in 0_u32.. {
        let began = Instant::now();
        if began >= end {
            break;
        }
        stream.write_all(request(server, connection, number, run, api).as_bytes()).unwrap();
        read_answer(&mut stream, &mut answer);
        let expected = if api { "HTTP/1.1 202" } else { "HTTP/1.1 303" };
        assert!(answer.starts_with(expected.as_bytes()), "{}", String::from_utf8_lossy(&answer));
        times.push(u32::try_from(began.elapsed().as_micros()).unwrap_or(u32::MAX));
    }
    times
}

fn request(server: SocketAddr, connection: usize, number: u32, run: &str, api: bool) -> String {
    // Scattered addresses, so that inserts are spread over the indexes as with real readers.
    let scattered = (u64::from(number) * 64 + u64::try_from(connection).unwrap()).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let email = format!("{run}.{scattered:016x}@example{}.net", scattered % 97);
    let (path, kind, body) = if api {
        let body = format!("{{\"email\":\"{email}\",\"name\":\"Reader {number}\"}}");
        ("/api/v1/subscriptions", "application/json", body)
    } else {
        let email = email.replace('@', "%40");
        ("/subscribe", "application/x-www-form-urlencoded", format!("email={email}&name=Reader+{number}"))
    };
    format!(
        "POST {path} HTTP/1.1\r\nHost: {server}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// Reads one answer with a `Content-Length`.
fn read_answer(stream: &mut TcpStream, answer: &mut Vec<u8>) {
    answer.clear();
    let mut buffer = [0; 4_096];
    loop {
        let count = stream.read(&mut buffer).unwrap();
        assert!(count > 0, "the server has closed the connection");
        answer.extend(buffer.iter().take(count));
        let Some(head) = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else { continue };
        let text = String::from_utf8_lossy(answer.get(..head).unwrap_or_default()).to_lowercase();
        let length = text.split("\r\n").find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok());
        if answer.len() >= head + 4 + length.unwrap_or(0_usize) {
            return;
        }
    }
}
