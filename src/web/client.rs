//! Where a request comes from: the peer, or what trusted proxies say of it. Nobody else is believed.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Once;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::X_FORWARDED_FOR;
use actix_web::middleware::Next;
use actix_web::{Error, HttpRequest, web};

use super::App;
use crate::config::Network;
use crate::token::{Keys, Purpose};

/// The client of a request; `None` where the server listens on no network.
#[must_use]
pub fn client_address(request: &HttpRequest, app: &App) -> Option<IpAddr> {
    let peer = request.peer_addr()?.ip();
    let headers = request.headers().get_all(X_FORWARDED_FOR);
    let hops: Vec<&str> =
        headers.map(|value| value.to_str().unwrap_or("?")).flat_map(|value| value.split(',')).collect();
    Some(resolve(peer, &hops, &app.trusted_proxies))
}

/// Tells of a proxy that nobody has named: all its readers would count as one client. Anybody can send that header, so
/// it is told once.
pub async fn tell_of_stranger(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    static TOLD: Once = Once::new();
    if !TOLD.is_completed()
        && request.headers().contains_key(X_FORWARDED_FOR)
        && let (Some(peer), Some(app)) = (request.peer_addr(), request.app_data::<web::Data<App>>())
        && !is_trusted(peer.ip().to_canonical(), &app.trusted_proxies)
    {
        TOLD.call_once(|| {
            tracing::warn!(
                "X-Forwarded-For came from a peer that is not trusted, and is not believed; if that is your proxy, name \
                 it (trusted_proxies, TIDINGS_TRUSTED_PROXIES), or else all its readers count as one client"
            );
        });
    }
    next.call(request).await
}

/// Whether an address is that of a trusted proxy.
#[must_use]
pub fn is_trusted(address: IpAddr, trusted: &[Network]) -> bool {
    trusted.iter().any(|network| network.contains(address))
}

/// Walks from the peer to the left for as long as the hop that speaks is trusted: the rightmost untrusted hop is the
/// client. A hop that is no address ends the walk, because nothing left of it can be believed.
fn resolve(peer: IpAddr, hops: &[&str], trusted: &[Network]) -> IpAddr {
    let mut client = peer.to_canonical();
    for hop in hops.iter().rev() {
        if !is_trusted(client, trusted) {
            break;
        }
        match parse_hop(hop) {
            Some(address) => client = address,
            None => break,
        }
    }
    client
}

/// An address, which some proxies write with a port.
fn parse_hop(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let bare = hop.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(hop);
    let address = bare.parse().ok().or_else(|| hop.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()));
    address.map(|address: IpAddr| address.to_canonical())
}

/// The client that an address counts as: itself, of an IPv6 address its /64, which one household has.
#[must_use]
pub fn household(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX)).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// The key of a client for limits: a keyed hash of its [`household`].
#[must_use]
pub fn client_key(keys: &Keys, client: IpAddr) -> [u8; 32] {
    let mut bytes = b"limit-client".to_vec();
    match household(client) {
        IpAddr::V4(v4) => bytes.extend_from_slice(&v4.octets()),
        IpAddr::V6(v6) => bytes.extend(v6.octets().into_iter().take(8)),
    }
    keys.digest(Purpose::Person, &bytes)
}

/// The key of an address for limits; `limit_key` is one spelling for all that reach one mailbox.
#[must_use]
pub fn address_key(keys: &Keys, limit_key: &str) -> [u8; 32] {
    keys.digest(Purpose::Person, &[b"limit-address", limit_key.as_bytes()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks() -> Vec<Network> {
        ["10.0.0.0/8", "127.0.0.1", "fd00::/8"].map(|text| Network::parse(text).unwrap()).to_vec()
    }

    #[test]
    fn the_rightmost_hop_that_is_not_trusted_is_the_client() {
        for (peer, hops, client) in [
            ("203.0.113.9", "", "203.0.113.9"),
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "8.8.8.8, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "8.8.8.8, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
            ("10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"),
            ("10.0.0.1", "198.51.100.1, junk", "10.0.0.1"),
            ("10.0.0.1", "198.51.100.1, junk, 10.0.0.2", "10.0.0.2"),
            ("10.0.0.1", "198.51.100.1:4711", "198.51.100.1"),
            ("fd00::1", "[2001:db8::7]:4711", "2001:db8::7"),
            ("fd00::1", "[2001:db8::7]", "2001:db8::7"),
            ("::ffff:10.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"),
            ("127.0.0.2", "198.51.100.1", "127.0.0.2"),
        ] {
            let hops: Vec<&str> = hops.split(',').filter(|hop| !hop.is_empty()).collect();
            let found = resolve(peer.parse().unwrap(), &hops, &networks());
            assert_eq!(found, client.parse::<IpAddr>().unwrap(), "{peer} {hops:?}");
        }
        assert_eq!(resolve([10, 0, 0, 1].into(), &["198.51.100.1"], &[]), IpAddr::from([10, 0, 0, 1]));
    }

    #[test]
    fn a_household_is_one_client() {
        let keys = Keys::parse(&"k".repeat(32)).unwrap();
        let key = |text: &str| client_key(&keys, text.parse().unwrap());
        for (one, other, same) in [
            ("2001:db8::1", "2001:db8::2:3:4:5", true),
            ("2001:db8::1", "2001:db8:0:1::1", false),
            ("192.0.2.1", "192.0.2.2", false),
            ("192.0.2.1", "::ffff:192.0.2.1", true),
        ] {
            assert_eq!(key(one) == key(other), same, "{one} {other}");
        }
        assert_ne!(key("192.0.2.1"), address_key(&keys, "192.0.2.1"));
    }
}
