//! The database fails while a digest is sent: PostgreSQL hangs, or SQLite's disk is full. No accepted sign-up is lost,
//! sending stops, the process lives and can be stopped; afterwards every reader has got the digest once.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Write as _;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use url::Url;

use crate::support::server::Server;
use crate::support::sink::{Script, Sink};

const READERS: usize = 3_000;
/// Time limit of a request while the database hangs.
const BOUND: Duration = Duration::from_secs(10);
/// Largest file on the full disk: enough for the digest's plan and some of its outcomes.
const DISK: usize = 6 * 1024 * 1024;

/// A proxy between the server and PostgreSQL. When it freezes, connections stay open and nothing passes, as with a
/// server that was stopped.
struct Between {
    address: SocketAddr,
    frozen: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Between {
    async fn start(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (frozen, seen) = watch::channel(false);
        let task = tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                tokio::spawn(pass(near, server, seen.clone()));
            }
        });
        Self { address, frozen, task }
    }
}

impl Drop for Between {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn pass(mut near: TcpStream, server: SocketAddr, mut frozen: watch::Receiver<bool>) {
    let Ok(mut far) = TcpStream::connect(server).await else { return };
    loop {
        if frozen.wait_for(|frozen| !frozen).await.is_err() {
            return;
        }
        tokio::select! {
            _ = copy_bidirectional(&mut near, &mut far) => return,
            still = frozen.wait_for(|frozen| *frozen) => if still.is_err() { return },
        }
    }
}

/// The URL of the tests' PostgreSQL with another address.
fn through(url: &str, address: SocketAddr) -> String {
    let mut url = Url::parse(url).unwrap();
    url.set_host(Some(&address.ip().to_string())).unwrap();
    url.set_port(Some(address.port())).unwrap();
    url.into()
}

fn address_of(url: &str) -> SocketAddr {
    let url = Url::parse(url).unwrap();
    url.socket_addrs(|| Some(5432)).unwrap()[0]
}

/// A digest that is ready to be sent to many readers; its id.
fn prepare(server: &Server) -> String {
    let newsletter =
        ["newsletter", "add", "--slug", "morning", "--name", "The Morning", "--sender", "news@ledger.example"];
    server.output(
        &[&newsletter[..], &["--contact", "desk@ledger.example", "--postal-address", "1 Quay Street"]].concat(),
    );
    let file = server.folder.path().join("readers.csv");
    let mut rows = File::create(&file).unwrap();
    writeln!(rows, "email,name").unwrap();
    for n in 0..READERS {
        writeln!(rows, "reader{n}@example.net,Reader {n}").unwrap();
    }
    server.output(&["subscribers", "import", file.to_str().unwrap(), "--newsletter", "morning"]);
    server.output(&["digest", "compose", "--newsletter", "morning", "--subject", "Boats"])
}

/// How often each address got a mail with this subject.
fn digests(sink: &Sink) -> BTreeMap<String, usize> {
    let mut times = BTreeMap::new();
    for mail in sink.ledger.mails().iter().filter(|mail| mail.data.contains("Subject: Boats\r\n")) {
        *times.entry(mail.recipient.clone()).or_default() += 1;
    }
    times
}

/// Signs readers up until one is refused; the accepted ones.
async fn sign_up_until_refused(server: &Server) -> Vec<String> {
    let mut promised = Vec::new();
    for n in 0..5_000 {
        let (address, began) = (format!("new{n}@example.org"), Instant::now());
        let status = server.post("/subscribe", &[("email", &address)]).await.status().as_u16();
        assert!(began.elapsed() < BOUND, "the answer took {:?}", began.elapsed());
        if status == 503 {
            return promised;
        }
        assert_eq!(status, 303);
        promised.push(address);
    }
    panic!("nobody was refused");
}

async fn until_sending_has_stopped(sink: &Sink) -> usize {
    let began = Instant::now();
    let mut sent = digests(sink).len();
    loop {
        assert!(began.elapsed() < BOUND, "sending goes on");
        tokio::time::sleep(Duration::from_secs(2)).await;
        let now = digests(sink).len();
        if now == sent {
            return sent;
        }
        sent = now;
    }
}

#[tokio::test]
async fn a_failing_database_stops_sending_and_no_mail_is_lost_or_doubled() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let relay = format!("{}?connections=2", sink.url());
    let defences = [("TIDINGS_PROOF_OF_WORK", "off"), ("TIDINGS_CLIENT_LIMITS", "off")];
    let mut server = Server::new(&[&defences[..], &[("TIDINGS_RELAY", &relay), ("TIDINGS_LOG", "warn")]].concat());
    let between =
        if server.database.is_postgres() { Some(Between::start(address_of(&server.database.url)).await) } else { None };
    if let Some(between) = &between {
        server.set("DATABASE_URL", &through(&server.database.url, between.address));
    }
    // In a thread of its own, since the proxy runs on this one.
    let (digest, mut server) = tokio::task::spawn_blocking(|| (prepare(&server), server)).await.unwrap();

    server.start_with_files_up_to(if between.is_some() { None } else { Some(DISK) }).await;
    let mut command = server.command(&["digest", "send", &digest]);
    assert!(tokio::task::spawn_blocking(move || command.status()).await.unwrap().unwrap().success());
    sink.wait_for(100, Duration::from_secs(20)).await;
    if let Some(between) = &between {
        between.frozen.send_replace(true);
    }
    let promised = sign_up_until_refused(&server).await;
    let sent = until_sending_has_stopped(&sink).await;
    assert!(sent < READERS, "all was sent before the database failed");
    assert_eq!(server.post("/subscribe", &[("email", "more@example.org")]).await.status(), 503);
    assert_eq!(server.client.get(format!("{}/readyz", server.base)).send().await.unwrap().status(), 503);
    assert_eq!(server.get("/healthz").await, "alive\n");
    assert!(server.stop() < BOUND);

    if let Some(between) = &between {
        between.frozen.send_replace(false);
    }
    server.start().await;
    let confirmed: BTreeSet<String> = loop {
        let began = Instant::now();
        let mails = sink.wait_for(READERS + promised.len(), Duration::from_secs(30)).await;
        assert!(began.elapsed() < Duration::from_secs(29), "{} mails came", mails.len());
        if digests(&sink).len() == READERS {
            let others = mails.into_iter().filter(|mail| !mail.data.contains("Subject: Boats\r\n"));
            break others.map(|mail| mail.recipient).collect();
        }
    };
    let digests = digests(&sink);
    assert!(digests.values().all(|times| *times == 1), "{:?}", digests.iter().find(|(_, times)| **times > 1));
    assert_eq!(confirmed, promised.into_iter().collect(), "a promise was broken, or one was kept that was never made");
}
