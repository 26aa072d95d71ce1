//! TLS to a relay: the root certificates of the machine, aws-lc-rs, TLS 1.2 or 1.3.

use std::io;
use std::sync::{Arc, OnceLock};

use rustls_platform_verifier::BuilderVerifierExt;
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::crypto::aws_lc_rs::default_provider;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{self, ClientConfig};

/// Made once, since reading the machine's certificates takes milliseconds.
static CONFIG: OnceLock<Arc<ClientConfig>> = OnceLock::new();

/// Encrypts the connection and checks that the certificate is for `host`.
pub(super) async fn handshake(stream: TcpStream, host: &str) -> io::Result<TlsStream<TcpStream>> {
    let name = ServerName::try_from(host.to_owned()).map_err(io::Error::other)?;
    let config = if let Some(config) = CONFIG.get() {
        config
    } else {
        let made = make().map_err(io::Error::other)?;
        CONFIG.get_or_init(|| Arc::new(made))
    };
    let config = Arc::clone(config);
    TlsConnector::from(config).connect(name, stream).await
}

fn make() -> Result<ClientConfig, rustls::Error> {
    let builder = ClientConfig::builder_with_provider(Arc::new(default_provider()));
    Ok(builder.with_safe_default_protocol_versions()?.with_platform_verifier()?.with_no_client_auth())
}
