//! Opening a connection: TCP, TLS, greeting, EHLO, STARTTLS, AUTH.

use std::net::IpAddr;

use lettre::transport::smtp::authentication::{Credentials as LettreCredentials, Mechanism};
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::commands::{Auth, Ehlo, Starttls};
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::response::Response;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::mail::fault::{Fault, FaultKind, Stage};
use crate::mail::relay::{Credentials, RelayAddress, SmtpAddress, TlsMode};
use crate::mail::smtp::connection::Connection;
use crate::mail::smtp::line::{Line, timed_out, unexpected};
use crate::mail::smtp::offers::Offers;
use crate::mail::smtp::timeouts::Timeouts;
use crate::mail::smtp::tls;
use crate::mail::smtp::wire::{Link, SharedWire};

impl Connection {
    /// Connects and says everything up to the first mail. `hello` is our host's name for EHLO.
    ///
    /// A fault's stage is one of the first five; `capture:` is no server and gives [`FaultKind::Unusable`].
    pub async fn open(relay: &RelayAddress, hello: &str, timeouts: &Timeouts) -> Result<Self, Fault> {
        let RelayAddress::Smtp(address) = relay else {
            return Err(Fault::new(Stage::Connect, FaultKind::Unusable, "capture: has no server"));
        };
        let hello = client_id(hello)?;
        let mut line = connect(address, timeouts).await?;
        expect(&line.hear(Stage::Greeting).await?, 220, Stage::Greeting)?;
        let mut offers = say_hello(&mut line, &hello).await?;
        if wants_starttls(address.tls, &offers)? {
            line = start_tls(line, &address.host).await?;
            offers = say_hello(&mut line, &hello).await?;
        }
        if let Some(credentials) = &address.credentials {
            sign_in(&mut line, &offers, credentials).await?;
        }
        Ok(Self::ready(line, offers))
    }
}

/// The name goes to the server as it is, so it must be one word. An address stands in brackets (RFC 5321 4.1.3).
fn client_id(hello: &str) -> Result<ClientId, Fault> {
    match hello.trim_matches(['[', ']']).parse::<IpAddr>() {
        Ok(IpAddr::V4(address)) => return Ok(ClientId::Ipv4(address)),
        Ok(IpAddr::V6(address)) => return Ok(ClientId::Ipv6(address)),
        Err(_) => {}
    }
    let is_name_char = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '[' | ']' | ':');
    if !hello.is_empty() && hello.len() <= 255 && hello.chars().all(is_name_char) {
        return Ok(ClientId::Domain(hello.to_owned()));
    }
    Err(Fault::new(Stage::Hello, FaultKind::Unsupported, "our own name for EHLO is not a host name"))
}

async fn connect(address: &SmtpAddress, timeouts: &Timeouts) -> Result<Line, Fault> {
    let stage = Stage::Connect;
    let closed = |error: std::io::Error| Fault::new(stage, FaultKind::Closed, error.to_string());
    let connecting = TcpStream::connect((address.host.as_str(), address.port));
    let stream = timeout(timeouts.connect, connecting).await.map_err(|_| timed_out(stage))?.map_err(closed)?;
    stream.set_nodelay(true).map_err(closed)?;
    let link = match address.tls {
        TlsMode::Implicit => encrypt(stream, &address.host, timeouts).await?,
        _ => Link::Plain(stream),
    };
    line(link, timeouts).await
}

async fn encrypt(stream: TcpStream, host: &str, timeouts: &Timeouts) -> Result<Link, Fault> {
    let handshake = timeout(timeouts.at(Stage::Tls), tls::handshake(stream, host)).await;
    let stream = handshake.map_err(|_| timed_out(Stage::Tls))?;
    let stream = stream.map_err(|error| Fault::new(Stage::Tls, FaultKind::Tls, error.to_string()))?;
    Ok(Link::Tls(Box::new(stream)))
}

/// lettre's connection over our wire; nothing has been said or read yet.
async fn line(link: Link, timeouts: &Timeouts) -> Result<Line, Fault> {
    let closed = |error: String| Fault::new(Stage::Connect, FaultKind::Closed, error);
    let peer = match &link {
        Link::Plain(stream) => stream.peer_addr(),
        Link::Tls(stream) => stream.get_ref().0.peer_addr(),
    };
    let wire = SharedWire::new(link, peer.map_err(|error| closed(error.to_string()))?);
    let name = ClientId::Domain("wire".to_owned());
    let smtp = AsyncSmtpConnection::connect_with_transport(Box::new(wire.clone()), &name).await;
    Ok(Line { smtp: smtp.map_err(|error| closed(error.to_string()))?, wire, timeouts: *timeouts })
}

async fn say_hello(line: &mut Line, hello: &ClientId) -> Result<Offers, Fault> {
    let response = line.ask(Stage::Hello, Ehlo::new(hello.clone())).await?;
    Ok(Offers::read(response.message()))
}

fn wants_starttls(mode: TlsMode, offers: &Offers) -> Result<bool, Fault> {
    match mode {
        TlsMode::Implicit | TlsMode::None => Ok(false),
        TlsMode::IfOffered => Ok(offers.starttls),
        TlsMode::Required if offers.starttls => Ok(true),
        TlsMode::Required => Err(Fault::new(Stage::Tls, FaultKind::Tls, "the server does not offer STARTTLS")),
    }
}

async fn start_tls(mut plain: Line, host: &str) -> Result<Line, Fault> {
    expect(&plain.ask(Stage::Tls, Starttls).await?, 220, Stage::Tls)?;
    let timeouts = plain.timeouts;
    let Some(Link::Plain(stream)) = plain.wire.take_link() else {
        return Err(Fault::new(Stage::Tls, FaultKind::Closed, "the connection is gone"));
    };
    drop(plain);
    line(encrypt(stream, host, &timeouts).await?, &timeouts).await
}

async fn sign_in(line: &mut Line, offers: &Offers, credentials: &Credentials) -> Result<(), Fault> {
    let unsupported = |cause: String| Fault::new(Stage::Auth, FaultKind::Unsupported, cause);
    let known = [Mechanism::Plain, Mechanism::Login].into_iter().find(|known| offers.auth.contains(known));
    let mechanism = known.ok_or_else(|| unsupported("the server offers no way to sign in that we know".to_owned()))?;
    let secret = LettreCredentials::new(credentials.user.clone(), credentials.password.clone());
    let first = Auth::new(mechanism, secret.clone(), None).map_err(|error| unsupported(error.to_string()))?;
    let mut response = line.ask(Stage::Auth, first).await?;
    // LOGIN asks for the name and then for the password.
    for _ in 0..2 {
        if !response.has_code(334) {
            break;
        }
        let next = Auth::new_from_response(mechanism, secret.clone(), &response);
        let next = next.map_err(|error| Fault::new(Stage::Auth, FaultKind::Garbled, error.to_string()))?;
        response = line.ask(Stage::Auth, next).await?;
    }
    expect(&response, 235, Stage::Auth)
}

fn expect(response: &Response, expected: u16, stage: Stage) -> Result<(), Fault> {
    if response.has_code(expected) { Ok(()) } else { Err(unexpected(stage, response.code().into(), expected)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_name_is_one_word_and_an_address_stands_in_brackets() {
        for (hello, said) in [
            ("news.example.org", Some("news.example.org")),
            ("203.0.113.9", Some("[203.0.113.9]")),
            ("[2001:db8::1]", Some("[IPv6:2001:db8::1]")),
            ("localhost", Some("localhost")),
            ("", None),
            ("two words", None),
            ("line\r\nRSET", None),
        ] {
            assert_eq!(client_id(hello).ok().map(|id| id.to_string()).as_deref(), said, "{hello:?}");
        }
    }
}
