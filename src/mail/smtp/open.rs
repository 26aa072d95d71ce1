//! Opening a connection: TCP, TLS, greeting, EHLO, STARTTLS, AUTH.

use std::net::IpAddr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use lettre::transport::smtp::authentication::{Credentials as SaslCredentials, Mechanism};
use lettre::transport::smtp::commands::{Auth, Ehlo, Starttls};
use lettre::transport::smtp::extension::ClientId;
use tokio::net::TcpStream;
use tokio::time::timeout;

use crate::mail::fault::{Fault, FaultKind, Stage};
use crate::mail::relay::{Credentials, RelayAddress, SmtpAddress, TlsMode};
use crate::mail::smtp::connection::Connection;
use crate::mail::smtp::dialogue::{Dialogue, expect, timed_out, unexpected};
use crate::mail::smtp::offers::Offers;
use crate::mail::smtp::replies::Answer;
use crate::mail::smtp::stream::{Link, Stream};
use crate::mail::smtp::timeouts::Timeouts;
use crate::mail::smtp::tls;

impl Connection {
    /// Connects and does everything up to the first mail. `hello` is the name in EHLO.
    ///
    /// A fault has one of the first five stages; `capture:` has no server and gives [`FaultKind::Unusable`].
    pub async fn open(relay: &RelayAddress, hello: &str, timeouts: &Timeouts) -> Result<Self, Fault> {
        let RelayAddress::Smtp(address) = relay else {
            return Err(Fault::new(Stage::Connect, FaultKind::Unusable));
        };
        let hello = client_id(hello)?;
        let mut dialogue = Dialogue { stream: connect(address, timeouts).await?, timeouts: *timeouts };
        expect(&dialogue.hear(Stage::Greeting).await?, 220, Stage::Greeting)?;
        let mut offers = say_hello(&mut dialogue, &hello).await?;
        if wants_starttls(address.tls, &offers)? {
            dialogue = start_tls(dialogue, &address.host).await?;
            offers = say_hello(&mut dialogue, &hello).await?;
        }
        if let Some(credentials) = &address.credentials {
            sign_in(&mut dialogue, &offers, credentials).await?;
        }
        Ok(Self::ready(dialogue, offers))
    }
}

/// The name is sent as it is, so it must be one word. An IP address is in brackets (RFC 5321 4.1.3).
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
    Err(Fault::new(Stage::Hello, FaultKind::BadHello))
}

async fn connect(address: &SmtpAddress, timeouts: &Timeouts) -> Result<Stream, Fault> {
    let stage = Stage::Connect;
    let closed = |error: std::io::Error| Fault::with(stage, FaultKind::Closed, &error);
    let connecting = TcpStream::connect((address.host.as_str(), address.port));
    let socket = timeout(timeouts.connect, connecting).await.map_err(|_| timed_out(stage))?.map_err(closed)?;
    socket.set_nodelay(true).map_err(closed)?;
    let link = match address.tls {
        TlsMode::Implicit => encrypt(socket, &address.host, timeouts).await?,
        _ => Link::Plain(socket),
    };
    Ok(Stream::new(link))
}

async fn encrypt(socket: TcpStream, host: &str, timeouts: &Timeouts) -> Result<Link, Fault> {
    let handshake = timeout(timeouts.at(Stage::Tls), tls::handshake(socket, host)).await;
    let stream = handshake.map_err(|_| timed_out(Stage::Tls))?;
    let stream = stream.map_err(|error| Fault::with(Stage::Tls, FaultKind::Handshake, &error))?;
    Ok(Link::Tls(Box::new(stream)))
}

async fn say_hello(dialogue: &mut Dialogue, hello: &ClientId) -> Result<Offers, Fault> {
    let answer = dialogue.ask(Stage::Hello, Ehlo::new(hello.clone())).await?;
    Ok(Offers::read(answer.lines.iter().map(String::as_str)))
}

fn wants_starttls(mode: TlsMode, offers: &Offers) -> Result<bool, Fault> {
    match mode {
        TlsMode::Implicit | TlsMode::None => Ok(false),
        TlsMode::IfOffered => Ok(offers.starttls),
        TlsMode::Required if offers.starttls => Ok(true),
        TlsMode::Required => Err(Fault::new(Stage::Tls, FaultKind::NoTls)),
    }
}

async fn start_tls(mut plain: Dialogue, host: &str) -> Result<Dialogue, Fault> {
    expect(&plain.ask(Stage::Tls, Starttls).await?, 220, Stage::Tls)?;
    let timeouts = plain.timeouts;
    let Link::Plain(socket) = plain.stream.into_link() else {
        return Err(Fault::new(Stage::Tls, FaultKind::Unusable));
    };
    Ok(Dialogue { stream: Stream::new(encrypt(socket, host, &timeouts).await?), timeouts })
}

async fn sign_in(dialogue: &mut Dialogue, offers: &Offers, credentials: &Credentials) -> Result<(), Fault> {
    let known = [Mechanism::Plain, Mechanism::Login].into_iter().find(|known| offers.auth.contains(known));
    let mechanism = known.ok_or_else(|| Fault::new(Stage::Auth, FaultKind::NoMechanism))?;
    let secret = SaslCredentials::new(credentials.user.clone(), credentials.password.clone());
    let mut answer = dialogue.ask(Stage::Auth, auth(mechanism, &secret, None)?).await?;
    // LOGIN asks for the name and then for the password.
    for _ in 0..2 {
        if answer.code != 334 {
            break;
        }
        answer = dialogue.ask(Stage::Auth, auth(mechanism, &secret, Some(challenge(&answer)?))?).await?;
    }
    expect(&answer, 235, Stage::Auth)
}

fn auth(mechanism: Mechanism, secret: &SaslCredentials, challenge: Option<String>) -> Result<Auth, Fault> {
    let auth = Auth::new(mechanism, secret.clone(), challenge);
    auth.map_err(|error| Fault::with(Stage::Auth, FaultKind::Garbled, &error))
}

/// The text of a 334 reply, which is base64 (RFC 4954 4).
fn challenge(answer: &Answer) -> Result<String, Fault> {
    let encoded = answer.lines.first().map(|line| line.trim());
    let decoded = encoded.and_then(|encoded| STANDARD.decode(encoded).ok());
    decoded.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| unexpected(Stage::Auth, answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_the_client_is_one_word_and_an_address_is_in_brackets() {
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
