//! The stream under a connection: holds writes until the next read, counts them, and hands lettre tidy lines.
//!
//! A group of commands thus leaves in one packet (with `TCP_NODELAY`; otherwise each mail waits 40 ms for a delayed
//! acknowledgement). It also knows how much has really left, which decides whether a dot can have arrived.

use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker, ready};
use std::{fmt, io};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use crate::mail::smtp::tidy::Replies;

/// What lettre's constructor hears: a greeting and an answer to its EHLO, neither of which is the server's. The real
/// ones are read afterwards, one at a time, so that a fault in them has its stage.
const PROLOGUE: &str = "220 wire\r\n250 wire\r\n";
/// A buffer larger than this is not kept between mails.
const BUFFER_KEPT: usize = 1024 * 1024;

/// The socket, plain or encrypted.
#[derive(Debug)]
pub(super) enum Link {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

trait Stream: AsyncRead + AsyncWrite + Unpin {}
impl<T: AsyncRead + AsyncWrite + Unpin> Stream for T {}

impl Link {
    fn stream(&mut self) -> Pin<&mut dyn Stream> {
        match self {
            Self::Plain(stream) => Pin::new(stream),
            Self::Tls(stream) => Pin::new(stream.as_mut()),
        }
    }
}

struct Wire {
    link: Option<Link>,
    replies: Replies,
    /// The EHLO that lettre's constructor writes is not sent.
    swallow: bool,
    out: Vec<u8>,
    left: usize,
    /// Bytes ever written to this wire, and of those the bytes that left.
    written: u64,
    drained: u64,
    /// The first failure to write; replies that had come before it are still read.
    broken: bool,
    ended: bool,
}

/// A handle on the wire: lettre holds one, the connection another.
#[derive(Clone)]
pub(super) struct SharedWire {
    wire: Arc<Mutex<Wire>>,
    peer: SocketAddr,
}

impl SharedWire {
    pub fn new(link: Link, peer: SocketAddr) -> Self {
        let wire = Wire {
            link: Some(link),
            replies: Replies::beginning_with(PROLOGUE),
            swallow: true,
            out: Vec::new(),
            left: 0,
            written: 0,
            drained: 0,
            broken: false,
            ended: false,
        };
        Self { wire: Arc::new(Mutex::new(wire)), peer }
    }

    fn with<T>(&self, f: impl FnOnce(&mut Wire) -> T) -> T {
        f(&mut self.wire.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes the socket out, to be encrypted. What the server said ahead of the handshake stays behind and is never
    /// read as if it had come encrypted (the injection of CVE-2011-0411).
    pub fn take_link(&self) -> Option<Link> {
        self.with(|wire| wire.link.take())
    }

    /// Bytes that were written so far, whether they left or are held.
    pub fn written(&self) -> u64 {
        self.with(|wire| wire.written)
    }

    /// Bytes that left.
    pub fn drained(&self) -> u64 {
        self.with(|wire| wire.drained)
    }

    /// Whether the server ended the connection or said something unasked. Does not wait.
    pub fn has_news(&self) -> bool {
        let mut bytes = [0; 1];
        let mut cx = Context::from_waker(Waker::noop());
        self.with(|wire| wire.poll_lines(&mut cx, &mut ReadBuf::new(&mut bytes)).is_ready())
    }

    /// Whether the server ended the connection or could not be written to.
    pub fn is_over(&self) -> bool {
        self.with(|wire| wire.broken || wire.ended)
    }
}

impl Wire {
    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Some(link) = &mut self.link else { return Poll::Ready(Err(io::ErrorKind::NotConnected.into())) };
        while let Some(rest) = self.out.get(self.left..).filter(|rest| !rest.is_empty()) {
            let n = ready!(link.stream().as_mut().poll_write(cx, rest))?;
            if n == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.left += n;
            self.drained += n as u64;
        }
        self.out.clear();
        self.out.shrink_to(BUFFER_KEPT);
        self.left = 0;
        link.stream().as_mut().poll_flush(cx)
    }

    fn poll_lines(&mut self, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let mut chunk = [0; 4096];
        while !self.replies.has_line() {
            let Some(link) = &mut self.link else { return Poll::Ready(Err(io::ErrorKind::NotConnected.into())) };
            let mut chunk = ReadBuf::new(&mut chunk);
            ready!(link.stream().as_mut().poll_read(cx, &mut chunk))?;
            if chunk.filled().is_empty() {
                self.ended = true;
                return Poll::Ready(Ok(()));
            }
            self.replies.push(chunk.filled()).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        }
        buf.put_slice(self.replies.take(buf.remaining()));
        Poll::Ready(Ok(()))
    }
}

impl AsyncRead for SharedWire {
    /// Sends what is held, then waits for a line. Reads also while the server does not take more: it may be saying why.
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        self.with(|wire| {
            if !wire.broken && matches!(wire.poll_drain(cx), Poll::Ready(Err(_))) {
                wire.broken = true;
            }
            wire.poll_lines(cx, buf)
        })
    }
}

impl AsyncWrite for SharedWire {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.with(|wire| {
            if wire.swallow {
                wire.swallow = false;
            } else {
                wire.out.extend_from_slice(bytes);
                wire.written += bytes.len() as u64;
            }
        });
        Poll::Ready(Ok(bytes.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.with(|wire| match &mut wire.link {
            Some(link) => link.stream().as_mut().poll_shutdown(cx),
            None => Poll::Ready(Ok(())),
        })
    }
}

impl AsyncTokioStream for SharedWire {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

impl fmt::Debug for SharedWire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharedWire").field("peer", &self.peer).finish_non_exhaustive()
    }
}
