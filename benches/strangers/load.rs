//! Strangers: connections from many addresses, each of which does one thing again and again.

use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use reqwest::Client;
use reqwest::header::{CONTENT_ENCODING, CONTENT_TYPE};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpSocket;
use tokio::task::JoinSet;

const FORM: &str = "application/x-www-form-urlencoded";

/// What a connection does.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Bombs,
    SlowBodies,
    Searches,
    SignIns,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Bombs, Self::SlowBodies, Self::Searches, Self::SignIns];
}

/// What all connections share.
#[derive(Clone)]
struct Shared {
    server: SocketAddr,
    bomb: Arc<Vec<u8>>,
    ended: Arc<AtomicBool>,
    requests: Arc<AtomicU64>,
    /// Addresses that were used.
    addresses: Arc<AtomicU32>,
}

impl Shared {
    /// An address of loopback that has asked for nothing yet.
    fn address(&self) -> Ipv4Addr {
        let number = self.addresses.fetch_add(1, Ordering::Relaxed);
        Ipv4Addr::from_bits(Ipv4Addr::new(127, 1, 0, 1).to_bits() + number)
    }

    fn goes_on(&self) -> bool {
        !self.ended.load(Ordering::Relaxed)
    }
}

/// The connections of a load.
pub struct Strangers {
    shared: Shared,
    connections: JoinSet<()>,
}

impl Strangers {
    /// Begins so many connections of each kind.
    pub fn begin(server: SocketAddr, kinds: &[Kind], connections: u32) -> Self {
        let (ended, requests, addresses) = (Arc::default(), Arc::default(), Arc::default());
        let bomb = if kinds.is_empty() { Vec::new() } else { bomb() };
        let shared = Shared { server, bomb: Arc::new(bomb), ended, requests, addresses };
        let mut tasks = JoinSet::new();
        for kind in kinds {
            for number in 0..connections {
                let shared = shared.clone();
                match kind {
                    Kind::SlowBodies => tasks.spawn(drip(shared)),
                    kind => tasks.spawn(repeat(shared, *kind, number)),
                };
            }
        }
        Self { shared, connections: tasks }
    }

    /// Ends them; returns how many requests they have made.
    pub async fn end(self) -> u64 {
        self.shared.ended.store(true, Ordering::Relaxed);
        self.connections.join_all().await;
        self.shared.requests.load(Ordering::Relaxed)
    }
}

/// A body of 140 kB that is 125 MB without its compression.
fn bomb() -> Vec<u8> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..125 {
        gzip.write_all(&vec![b'a'; 1_000_000]).unwrap();
    }
    gzip.finish().unwrap()
}

/// Makes one request after the other, from a new address when a limit has stopped the old one.
async fn repeat(shared: Shared, kind: Kind, connection: u32) {
    let base = format!("http://{}", shared.server);
    let client = || {
        let client = Client::builder().local_address(IpAddr::from(shared.address())).timeout(Duration::from_secs(5));
        client.no_proxy().build().unwrap()
    };
    let mut stranger = client();
    for number in 0_u32.. {
        if !shared.goes_on() {
            break;
        }
        let request = match kind {
            Kind::Bombs => {
                let request = stranger.post(format!("{base}/subscribe")).header(CONTENT_ENCODING, "gzip");
                request.header(CONTENT_TYPE, FORM).body(shared.bomb.to_vec())
            }
            Kind::Searches => stranger.get(format!("{base}/search?q=ba")),
            Kind::SignIns | Kind::SlowBodies => {
                let body = format!("email=nobody{connection}.{number}%40example.com&password=correct+horse+battery");
                stranger.post(format!("{base}/admin/sign-in")).header(CONTENT_TYPE, FORM).body(body)
            }
        };
        shared.requests.fetch_add(1, Ordering::Relaxed);
        // A server may close a connection instead of answering.
        if let Ok(answer) = request.send().await {
            if answer.status() == 429 {
                stranger = client();
            }
            let _ = answer.bytes().await;
        }
    }
}

/// Sends a body of a byte a second over a connection, and over another one when the server has closed it.
async fn drip(shared: Shared) {
    while shared.goes_on() {
        let socket = TcpSocket::new_v4().unwrap();
        socket.bind(SocketAddr::new(shared.address().into(), 0)).unwrap();
        let Ok(mut stream) = socket.connect(shared.server).await else { continue };
        shared.requests.fetch_add(1, Ordering::Relaxed);
        let head = format!(
            "POST /subscribe HTTP/1.1\r\nHost: {}\r\nContent-Type: {FORM}\r\nContent-Length: 9000\r\n\r\n",
            shared.server
        );
        let mut sent = stream.write_all(head.as_bytes()).await;
        while shared.goes_on() && sent.is_ok() {
            tokio::time::sleep(Duration::from_secs(1)).await;
            sent = stream.write_all(b"a").await;
        }
    }
}
