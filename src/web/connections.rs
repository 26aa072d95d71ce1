//! Connections: so many for each client, as many in all as the process may have open files for, and none that waits for a
//! client for ever.
//!
//! The server has deadlines for the first request of a connection and for the time between two. This room adds those for
//! a later request that does not come to its end, and for an answer that is not taken.

use std::any::Any;
use std::cell::{Cell, OnceCell};
use std::os::fd::{AsFd, OwnedFd};
use std::rc::{Rc, Weak};
use std::sync::Once;
use std::time::{Duration, Instant};

use actix_web::dev::Extensions;
use actix_web::rt::net::TcpStream;
use rustix::net::{Shutdown, shutdown};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use tokio::task::AbortHandle;
use tokio::time::sleep_until;

use super::App;
use super::client::is_trusted;
use super::places::{Place, Places};
use crate::config::Network;

/// Connections of one client at a time. A browser opens six.
const OF_A_CLIENT: usize = 100;
/// Files that are no connection of the web server: the database, logs, connections to relays and feeds.
const OTHER_FILES: u64 = 256;
/// A connection is open twice, for the server and for its deadlines.
const FILES_OF_ONE: u64 = 2;
/// Connections of a thread, at least and at most.
const OF_A_THREAD: (u64, u64) = (64, 25_000);

/// How long a connection may be in a phase.
#[derive(Clone, Copy, Debug)]
struct Deadlines {
    /// Until the head of the next request is complete.
    idle: Duration,
    /// Until an answer is taken.
    answer: Duration,
}

const DEADLINES: Deadlines = Deadlines { idle: Duration::from_secs(40), answer: Duration::from_mins(5) };

#[derive(Clone, Copy, Debug)]
enum Phase {
    Idle,
    /// A request is worked on. Its body has deadlines of its own.
    Request,
    Answer,
}

/// A connection, among its data.
#[derive(Debug)]
pub struct Connection {
    phase: Cell<(Phase, Instant)>,
    deadline: OnceCell<AbortHandle>,
    _place: Option<Place>,
}

impl Connection {
    fn enter(&self, phase: Phase) {
        self.phase.set((phase, Instant::now()));
    }

    /// Notes that a request has come, and returns its turn.
    #[must_use]
    pub fn begin(self: &Rc<Self>) -> Turn {
        self.enter(Phase::Request);
        Turn(self.clone())
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if let Some(deadline) = self.deadline.get() {
            deadline.abort();
        }
    }
}

/// The turn of a request; dropping it says that its answer has been taken.
#[derive(Debug)]
pub struct Turn(Rc<Connection>);

impl Turn {
    /// Notes that the answer is ready to be taken.
    pub fn answer(&self) {
        self.0.enter(Phase::Answer);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.enter(Phase::Idle);
    }
}

/// Decides about new connections.
#[derive(Debug)]
pub struct Gate {
    /// `None` where limits by client are off.
    places: Option<Places>,
    trusted: Vec<Network>,
}

impl Gate {
    #[must_use]
    pub fn new(app: &App) -> Self {
        Self { places: app.client_limits.then(|| Places::new(OF_A_CLIENT)), trusted: app.trusted_proxies.clone() }
    }

    /// Closes a connection whose client has too many, and sets the deadlines of any other.
    pub fn admit(&self, connection: &dyn Any, data: &mut Extensions) {
        let Some(stream) = connection.downcast_ref::<TcpStream>() else { return };
        match (self.place(stream), stream.as_fd().try_clone_to_owned()) {
            (Ok(place), Ok(socket)) => {
                data.insert(watch(place, socket, DEADLINES));
            }
            _ => close(stream),
        }
    }

    /// A place for a connection; none where there is no limit, as for a trusted proxy.
    fn place(&self, stream: &TcpStream) -> Result<Option<Place>, TooMany> {
        let Some(places) = &self.places else { return Ok(None) };
        let Ok(peer) = stream.peer_addr() else { return Ok(None) };
        let client = peer.ip().to_canonical();
        if is_trusted(client, &self.trusted) {
            return Ok(None);
        }
        places.take(client).map(Some).ok_or_else(tell)
    }
}

/// A client has its connections.
struct TooMany;

fn tell() -> TooMany {
    static TOLD: Once = Once::new();
    TOLD.call_once(|| {
        tracing::warn!(
            "a client has {OF_A_CLIENT} connections, and more of it are closed; if that is your proxy, name it \
             (trusted_proxies, TIDINGS_TRUSTED_PROXIES)"
        );
    });
    TooMany
}

/// Watches a connection for as long as its data exist.
fn watch(place: Option<Place>, socket: OwnedFd, deadlines: Deadlines) -> Rc<Connection> {
    let phase = Cell::new((Phase::Idle, Instant::now()));
    let connection = Rc::new(Connection { phase, deadline: OnceCell::new(), _place: place });
    let closing = actix_web::rt::spawn(close_when_overdue(Rc::downgrade(&connection), socket, deadlines));
    connection.deadline.get_or_init(|| closing.abort_handle());
    connection
}

async fn close_when_overdue(connection: Weak<Connection>, socket: OwnedFd, deadlines: Deadlines) {
    let due = || {
        let (phase, since) = connection.upgrade()?.phase.get();
        Some(match phase {
            Phase::Idle => since + deadlines.idle,
            Phase::Request => Instant::now() + deadlines.idle,
            Phase::Answer => since + deadlines.answer,
        })
    };
    while let Some(at) = due() {
        let now = Instant::now();
        if at <= now {
            return close(&socket);
        }
        // The phase may change meanwhile.
        sleep_until(at.min(now + deadlines.idle).into()).await;
    }
}

/// Closes a connection; the server reads its end at once.
fn close(socket: &impl AsFd) {
    // It fails only if the client has closed it before.
    let _ = shutdown(socket, Shutdown::Both);
}

/// Raises the soft limit of open files to the hard one (setrlimit(2)) and returns the connections that each of so many
/// threads may have.
#[must_use]
pub fn of_a_thread(threads: usize) -> usize {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, ..limit };
    let files = match setrlimit(Resource::Nofile, raised) {
        Ok(()) => limit.maximum,
        Err(_) => limit.current,
    };
    let threads = u64::try_from(threads).unwrap_or(u64::MAX).max(1);
    let connections = files.unwrap_or(u64::MAX).saturating_sub(OTHER_FILES) / FILES_OF_ONE / threads;
    usize::try_from(connections.clamp(OF_A_THREAD.0, OF_A_THREAD.1)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncReadExt;
    use tokio::net::TcpListener;

    use super::*;

    const SOON: Duration = Duration::from_millis(50);

    /// The connection and the client's end of it.
    async fn connected(deadlines: Deadlines) -> (Rc<Connection>, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).await.unwrap();
        let (server, _) = listener.accept().await.unwrap();
        let socket = server.into_std().unwrap().into();
        (watch(None, socket, deadlines), client)
    }

    async fn is_closed(client: &mut TcpStream) -> bool {
        tokio::time::timeout(4 * SOON, client.read_u8()).await.is_ok()
    }

    #[actix_web::test]
    async fn a_connection_ends_when_its_client_is_waited_for_too_long() {
        let (long, forever) = (Duration::from_mins(1), Duration::from_hours(1));
        for (idle, answer, phase, closes) in [
            (SOON, forever, Phase::Idle, true),
            (long, forever, Phase::Idle, false),
            (SOON, forever, Phase::Request, false),
            (SOON, SOON, Phase::Answer, true),
            (SOON, forever, Phase::Answer, false),
        ] {
            let (connection, mut client) = connected(Deadlines { idle, answer }).await;
            connection.enter(phase);
            assert_eq!(is_closed(&mut client).await, closes, "{phase:?} {idle:?} {answer:?}");
        }
    }

    #[actix_web::test]
    async fn a_connection_is_idle_after_its_answer_was_taken() {
        let (connection, mut client) = connected(Deadlines { idle: SOON, answer: SOON * 100 }).await;
        let turn = connection.begin();
        turn.answer();
        assert!(!is_closed(&mut client).await);
        drop(turn);
        assert!(is_closed(&mut client).await);
    }
}
