//! The socket of a connection: commands are held until a reply is awaited, then sent together.
//!
//! A group of commands is thus sent in one packet (with `TCP_NODELAY`, without which each mail would wait 40 ms for a
//! delayed acknowledgement). The stream counts the bytes that were sent, which decides whether a dot may have arrived.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, Waker, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio_rustls::client::TlsStream;

use crate::mail::smtp::replies::{Answer, Garbage, Replies};

/// The socket, plain or encrypted.
#[derive(Debug)]
pub(super) enum Link {
    Plain(TcpStream),
    Tls(Box<TlsStream<TcpStream>>),
}

trait Duplex: AsyncRead + AsyncWrite + Unpin {}
impl<T: AsyncRead + AsyncWrite + Unpin> Duplex for T {}

impl Link {
    fn duplex(&mut self) -> Pin<&mut dyn Duplex> {
        match self {
            Self::Plain(stream) => Pin::new(stream),
            Self::Tls(stream) => Pin::new(stream.as_mut()),
        }
    }
}

/// Why there is no reply.
#[derive(Debug)]
pub(super) enum NoAnswer {
    /// The server closed the connection or accepts no more bytes.
    Ended,
    Io(io::Error),
    Garbage(Garbage),
}

pub(super) struct Stream {
    link: Link,
    replies: Replies,
    held: Vec<u8>,
    /// Bytes of `held` that were sent.
    sent: usize,
    /// All bytes that were held so far, and the sent ones of them.
    written: u64,
    left: u64,
    /// Writing failed. Replies that arrived before are still read.
    broken: bool,
}

impl Stream {
    pub fn new(link: Link) -> Self {
        Self { link, replies: Replies::default(), held: Vec::new(), sent: 0, written: 0, left: 0, broken: false }
    }

    /// The socket, to be encrypted. Bytes that the server sent before the handshake are dropped, so that they are never
    /// read as if they had been encrypted (the injection of CVE-2011-0411).
    pub fn into_link(self) -> Link {
        self.link
    }

    /// Holds bytes that are sent when the next reply is awaited.
    pub fn hold(&mut self, text: String) {
        self.written += text.len() as u64;
        if self.held.is_empty() {
            self.held = text.into_bytes();
        } else {
            self.held.extend_from_slice(text.as_bytes());
        }
    }

    /// All bytes that were held so far, sent or not.
    pub fn written(&self) -> u64 {
        self.written
    }

    /// Bytes that were sent.
    pub fn left(&self) -> u64 {
        self.left
    }

    /// Sends the held bytes and waits for a reply. If this is cancelled, the stream is out of step.
    pub async fn answer(&mut self) -> Result<Answer, NoAnswer> {
        poll_fn(|cx| self.poll_answer(cx)).await
    }

    /// Whether the server closed the connection or sent something unasked. Does not wait.
    pub fn has_news(&mut self) -> bool {
        let mut cx = Context::from_waker(Waker::noop());
        !self.replies.is_empty() || self.poll_receive(&mut cx).is_ready()
    }

    /// Reads even while the server accepts no more bytes: it may be saying why.
    fn poll_answer(&mut self, cx: &mut Context<'_>) -> Poll<Result<Answer, NoAnswer>> {
        if !self.broken && matches!(self.poll_send(cx), Poll::Ready(Err(_))) {
            self.broken = true;
        }
        loop {
            if let Some(answer) = self.replies.next().map_err(NoAnswer::Garbage)? {
                return Poll::Ready(Ok(answer));
            }
            ready!(self.poll_receive(cx))?;
        }
    }

    fn poll_send(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while let Some(rest) = self.held.get(self.sent..).filter(|rest| !rest.is_empty()) {
            let n = ready!(self.link.duplex().as_mut().poll_write(cx, rest))?;
            if n == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.sent += n;
            self.left += n as u64;
        }
        // The buffer is not kept: a mail may be large, and each has a buffer of its own.
        self.held = Vec::new();
        self.sent = 0;
        self.link.duplex().as_mut().poll_flush(cx)
    }

    fn poll_receive(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), NoAnswer>> {
        let mut chunk = [0; 4096];
        let mut chunk = ReadBuf::new(&mut chunk);
        match ready!(self.link.duplex().as_mut().poll_read(cx, &mut chunk)) {
            Err(_) if self.broken => Poll::Ready(Err(NoAnswer::Ended)),
            Err(error) => Poll::Ready(Err(NoAnswer::Io(error))),
            Ok(()) if chunk.filled().is_empty() => Poll::Ready(Err(NoAnswer::Ended)),
            Ok(()) => {
                self.replies.push(chunk.filled());
                Poll::Ready(Ok(()))
            }
        }
    }
}
