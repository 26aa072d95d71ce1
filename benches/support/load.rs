//! A load of HTTP requests over keep-alive connections, on one thread, with the latency of each request.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The result of a load.
pub struct Load {
    pub wall: Duration,
    /// The latency of each request, sorted.
    pub latencies: Vec<Duration>,
}

impl Load {
    pub fn rate(&self) -> f64 {
        f64::from(u32::try_from(self.latencies.len()).unwrap()) / self.wall.as_secs_f64()
    }

    /// The latency that so many percent of the requests did not exceed.
    pub fn percentile(&self, percent: usize) -> Duration {
        let place = (self.latencies.len() * percent).div_ceil(100).max(1) - 1;
        self.latencies.get(place).copied().unwrap_or_default()
    }
}

/// Requests the paths in turn over so many connections until `duration` has passed; every answer must be 200.
pub async fn get(address: SocketAddr, paths: Arc<Vec<String>>, connections: usize, duration: Duration) -> Load {
    let (next, over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let began = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..connections {
        tasks.push(tokio::spawn(connection(address, paths.clone(), next.clone(), over.clone())));
    }
    tokio::time::sleep(duration).await;
    over.store(true, Ordering::Relaxed);
    let mut latencies = Vec::new();
    for task in tasks {
        latencies.extend(task.await.unwrap());
    }
    let wall = began.elapsed();
    latencies.sort_unstable();
    Load { wall, latencies }
}

async fn connection(
    address: SocketAddr,
    paths: Arc<Vec<String>>,
    next: Arc<AtomicUsize>,
    over: Arc<AtomicBool>,
) -> Vec<Duration> {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let mut buffer = Vec::with_capacity(65_536);
    let mut latencies = Vec::new();
    while !over.load(Ordering::Relaxed) {
        let path = &paths[next.fetch_add(1, Ordering::Relaxed) % paths.len()];
        let began = Instant::now();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nUser-Agent: Mozilla/5.0 (X11) Gecko\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        answer(&mut stream, &mut buffer).await;
        latencies.push(began.elapsed());
    }
    latencies
}

/// Reads one answer, which must be 200 and have a `Content-Length`.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) {
    buffer.clear();
    let head = loop {
        assert!(stream.read_buf(buffer).await.unwrap() > 0, "the server closed the connection");
        if let Some(end) = buffer.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break end + 4;
        }
    };
    let text = String::from_utf8_lossy(&buffer[..head]).to_ascii_lowercase();
    assert!(text.starts_with("http/1.1 200"), "{text}");
    let length = text.split("content-length: ").nth(1).and_then(|rest| rest.split("\r\n").next());
    let length: usize = length.expect("a Content-Length").parse().unwrap();
    while buffer.len() < head + length {
        assert!(stream.read_buf(buffer).await.unwrap() > 0, "the server closed the connection");
    }
}
