//! The bodies of requests: a coded one is refused before it is read, and each has a deadline, a least rate and, while it
//! is waited for, a place among those of its client.
//!
//! [`watch`] is the outermost middleware and [`refuse`] the innermost, so that a refusal gets the page of its status.

use std::cell::RefCell;
use std::io;
use std::net::IpAddr;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};
use std::time::{Duration, Instant};

use actix_web::body::{BodySize, BoxBody, EitherBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage, HttpResponse, web};
use futures_core::Stream;
use tokio::time::{Sleep, sleep_until};

use super::client::client_address;
use super::connections::{Connection, Turn};
use super::places::{Place, Places};
use super::{App, api};

/// How long a body may take whatever its rate, and its first byte.
const GRACE: Duration = Duration::from_secs(10);
/// Bytes a second that a body must have after that, on average. The slowest mobile networks send five times as much.
const LEAST_RATE: u64 = 1_024;
/// How long a body may take at less than [`GOOD_RATE`].
const DEADLINE: Duration = Duration::from_mins(2);
/// Bytes a second at which a file may take as long as it needs.
const GOOD_RATE: u64 = 16 * 1_024;
/// Bodies of one client that may be waited for at a time.
const OF_A_CLIENT: usize = 32;

/// The places of clients whose bodies are waited for.
#[derive(Clone, Debug)]
pub struct BodyPlaces(Places);

impl Default for BodyPlaces {
    fn default() -> Self {
        Self(Places::new(OF_A_CLIENT))
    }
}

/// The time by which more than `received` bytes must have come.
fn allowed(received: u64) -> Duration {
    let at = |rate: u64| Duration::from_millis(received.saturating_mul(1_000) / rate);
    DEADLINE.min(GRACE + at(LEAST_RATE)).max(at(GOOD_RATE))
}

/// A body on its way, shared by its reader and the answer.
type Arriving = Rc<RefCell<Body>>;

struct Body {
    payload: Payload,
    received: u64,
    began: Instant,
    due: Pin<Box<Sleep>>,
    /// Where the bodies that its client sends are counted; `None` where limits by client are off.
    places: Option<(Places, IpAddr)>,
    place: Option<Place>,
    /// Why it is read no further.
    refused: Option<StatusCode>,
}

impl Body {
    fn new(payload: Payload, places: Option<(Places, IpAddr)>) -> Self {
        let began = Instant::now();
        let due = Box::pin(sleep_until((began + GRACE).into()));
        Self { payload, received: 0, began, due, places, place: None, refused: None }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, PayloadError>>> {
        match Pin::new(&mut self.payload).poll_next(cx) {
            Poll::Ready(Some(Ok(bytes))) => {
                self.received += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                Poll::Ready(Some(Ok(bytes)))
            }
            Poll::Ready(end) => {
                self.place = None;
                Poll::Ready(end)
            }
            Poll::Pending => self.wait(cx),
        }
    }

    /// Waits for more of it, for as long as it may take.
    fn wait(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, PayloadError>>> {
        if let (None, Some((places, client))) = (&self.place, &self.places) {
            self.place = places.take(*client);
            if self.place.is_none() {
                return self.refuse(StatusCode::TOO_MANY_REQUESTS);
            }
        }
        self.due.as_mut().reset((self.began + allowed(self.received)).into());
        ready!(self.due.as_mut().poll(cx));
        self.refuse(StatusCode::REQUEST_TIMEOUT)
    }

    fn refuse(&mut self, status: StatusCode) -> Poll<Option<Result<Bytes, PayloadError>>> {
        (self.refused, self.place) = (Some(status), None);
        Poll::Ready(Some(Err(PayloadError::Io(io::ErrorKind::TimedOut.into()))))
    }
}

struct Reader(Arriving);

impl Stream for Reader {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.0.borrow_mut().poll(cx)
    }
}

/// An answer that holds the request's body, and its turn, until it is sent: what nobody has read by then closes the
/// connection, whereas the server would go on to read a chunked body that was dropped, for ever.
pub struct Watched<B> {
    answer: B,
    _body: Option<Arriving>,
    _turn: Option<Turn>,
}

impl<B: MessageBody + Unpin> MessageBody for Watched<B> {
    type Error = B::Error;

    fn size(&self) -> BodySize {
        self.answer.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.answer).poll_next(cx)
    }
}

/// Watches a body on its way, and the turn of its request.
pub async fn watch(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<Watched<BoxBody>>, Error> {
    let arriving = match request.take_payload() {
        Payload::None => None,
        payload => {
            let body = Rc::new(RefCell::new(Body::new(payload, places(&request))));
            request.set_payload(Payload::Stream { payload: Box::pin(Reader(body.clone())) });
            request.extensions_mut().insert(body.clone());
            Some(body)
        }
    };
    let turn = request.conn_data::<Rc<Connection>>().map(Connection::begin);
    let response = next.call(request).await?;
    turn.iter().for_each(Turn::answer);
    Ok(response.map_body(|_, answer| Watched { answer: answer.boxed(), _body: arriving, _turn: turn }))
}

/// Where the bodies of a request's client are counted.
fn places(request: &ServiceRequest) -> Option<(Places, IpAddr)> {
    let app = request.app_data::<web::Data<App>>().filter(|app| app.client_limits)?;
    let BodyPlaces(places) = request.app_data::<web::Data<BodyPlaces>>()?.as_ref();
    Some((places.clone(), client_address(request.request(), app)?))
}

/// Refuses a coded body: the library would inflate it before any limit counts. Answers for a body that did not come in
/// time.
pub async fn refuse(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody + 'static>>, Error> {
    let is_api = request.path().starts_with(api::ROOT);
    if request.headers().contains_key(CONTENT_ENCODING) {
        let mut answer = refusal(is_api, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        // RFC 9110 section 15.5.16.
        answer.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        return Ok(request.into_response(answer).map_into_right_body());
    }
    let body = request.extensions().get::<Arriving>().cloned();
    let response = next.call(request).await?;
    let refused = body.and_then(|body| body.borrow().refused);
    Ok(match refused {
        Some(status) => response.into_response(refusal(is_api, status)).map_into_right_body(),
        None => response.map_into_left_body(),
    })
}

fn refusal(is_api: bool, status: StatusCode) -> HttpResponse {
    if is_api { api::refusal(status) } else { HttpResponse::new(status) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_has_a_least_rate_and_a_deadline() {
        for (received, seconds) in
            [(0, 10), (1, 10), (10 * 1_024, 20), (60 * 1_024, 70), (1_024 * 1_024, 120), (16 * 1_024 * 600, 600)]
        {
            assert_eq!(allowed(received).as_secs(), seconds, "{received}");
        }
    }
}
