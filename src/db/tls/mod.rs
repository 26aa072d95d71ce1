//! TLS to PostgreSQL. The bundled libpq has none: it connects to a Unix socket of this process, which only this user can
//! open, and what passes there is encrypted on its way to the server. It reads nothing of what passes.

mod address;
mod verify;

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tempfile::TempDir;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpStream, UnixListener, UnixStream};
use tokio::runtime::Runtime;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;

pub use address::is_encrypted;

use super::{Error, Result};
use address::TlsAddress;

/// `SSLRequest` (PostgreSQL's documentation, section "Message Formats").
const SSL_REQUEST: [u8; 8] = [0, 0, 0, 8, 4, 210, 22, 47];
/// The server's answer by which the handshake begins.
const WILLING: u8 = b'S';
/// Limit of connecting and of the handshake together.
const CONNECT: Duration = Duration::from_secs(5);
/// As libpq's `keepalives_idle`, `keepalives_interval`, `keepalives_count` and `tcp_user_timeout` without TLS.
const IDLE: Duration = Duration::from_secs(5);
const INTERVAL: Duration = Duration::from_secs(2);
const RETRIES: u32 = 3;
const UNACKNOWLEDGED: Duration = Duration::from_secs(10);

/// The socket, open for as long as this value lives.
#[derive(Debug)]
pub(super) struct Tunnel {
    runtime: Option<Runtime>,
    /// Holds the socket; only this user can enter it.
    _folder: TempDir,
}

/// How to reach the server of one address.
struct Server {
    address: TlsAddress,
    name: ServerName<'static>,
    connector: TlsConnector,
}

impl Tunnel {
    /// Opens a tunnel if the address asks for TLS. Returns it with the address that libpq connects to.
    pub(super) fn open(url: &str) -> Result<(Arc<str>, Option<Self>)> {
        let Some(address) = TlsAddress::of(url).map_err(Error::Address)? else { return Ok((url.into(), None)) };
        let name = ServerName::try_from(address.host.clone());
        let name = name.map_err(|_| Error::Address(format!("\"{}\" is no name of a server", address.host)))?;
        let config = verify::config(&address).map_err(Error::Address)?;
        let failed = |error: io::Error| Error::Gone(format!("the socket for TLS to PostgreSQL: {error}"));
        let folder = tempfile::Builder::new().prefix("tidings-").tempdir().map_err(failed)?;
        let inner = address.through(url, folder.path());
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("tidings-db-tls")
            .enable_all()
            .build()
            .map_err(failed)?;
        let listener = listen(&runtime, folder.path(), address.port).map_err(failed)?;
        let server = Arc::new(Server { address, name, connector: TlsConnector::from(Arc::new(config)) });
        runtime.spawn(serve(listener, server));
        Ok((inner.into(), Some(Self { runtime: Some(runtime), _folder: folder })))
    }
}

impl Drop for Tunnel {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // A plain drop would wait, which no asynchronous task may do.
            runtime.shutdown_background();
        }
    }
}

fn listen(runtime: &Runtime, folder: &Path, port: u16) -> io::Result<UnixListener> {
    let _context = runtime.enter();
    UnixListener::bind(folder.join(format!(".s.PGSQL.{port}")))
}

async fn serve(listener: UnixListener, server: Arc<Server>) {
    loop {
        match listener.accept().await {
            Ok((inner, _)) => drop(tokio::spawn(forward(inner, Arc::clone(&server)))),
            // Too many open files, for example.
            Err(_) => tokio::time::sleep(Duration::from_millis(100)).await,
        }
    }
}

async fn forward(mut inner: UnixStream, server: Arc<Server>) {
    let connected = timeout(CONNECT, server.connect()).await;
    match connected.unwrap_or_else(|_| Err(io::Error::new(io::ErrorKind::TimedOut, "no answer within 5 seconds"))) {
        Ok(mut outer) => {
            // The end of either side is the end of the connection; libpq reports it.
            let _ = copy_bidirectional(&mut inner, &mut outer).await;
        }
        Err(error) => {
            let host = &server.address.host;
            let _ = inner.write_all(&refusal(&format!("TLS to {host}: {error}"))).await;
        }
    }
}

impl Server {
    async fn connect(&self) -> io::Result<TlsStream<TcpStream>> {
        let mut stream = TcpStream::connect((self.address.reached_at(), self.address.port)).await?;
        stream.set_nodelay(true)?;
        let socket = socket2::SockRef::from(&stream);
        let keepalive = socket2::TcpKeepalive::new().with_time(IDLE).with_interval(INTERVAL).with_retries(RETRIES);
        socket.set_tcp_keepalive(&keepalive)?;
        #[cfg(target_os = "linux")]
        socket.set_tcp_user_timeout(Some(UNACKNOWLEDGED))?;
        stream.write_all(&SSL_REQUEST).await?;
        if stream.read_u8().await? != WILLING {
            return Err(io::Error::other("the server does not offer TLS"));
        }
        self.connector.connect(self.name.clone(), stream).await
    }
}

/// An `ErrorResponse` (PostgreSQL's documentation, sections "Message Formats" and "Error and Notice Message Fields"), by
/// which libpq learns why there is no connection. Its class is "connection does not exist".
fn refusal(message: &str) -> Vec<u8> {
    let fields = format!("SFATAL\0C08001\0M{message}\0\0");
    let length = u32::try_from(fields.len() + 4).unwrap_or(u32::MAX);
    [b"E", &length.to_be_bytes()[..], fields.as_bytes()].concat()
}
