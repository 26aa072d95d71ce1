//! The HTTP server: the middleware around every route, and its limits.

use std::net::TcpListener;
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::{Compress, NormalizePath, TrailingSlash, from_fn};
use actix_web::{App as ActixApp, HttpServer, web};

use super::connections::{self, Gate};
use super::request_body::{self, BodyPlaces};
use super::{App, client, error_pages, headers, respond, routes};

/// The largest form of somebody who is not signed in, in bytes: the longest message with every character encoded fits.
const MOST_FORM: usize = 256 * 1024;
/// The largest other body: JSON, or a form of the administration. Articles by the dozen fit.
const MOST_BODY: usize = 2 * 1024 * 1024;
/// How long a client may go on with a body that nobody reads, before its connection is closed.
const LINGER: Duration = Duration::from_secs(2);
/// A stop waits this long for requests in flight.
const SHUTDOWN_SECONDS: u64 = 5;

/// Serves on a listener until told to stop. `workers` is the number of threads that answer.
pub fn serve(listener: TcpListener, app: App, workers: usize) -> std::io::Result<Server> {
    let gate = Gate::new(&app);
    let (app, bodies) = (web::Data::new(app), web::Data::new(BodyPlaces::default()));
    let server = HttpServer::new(move || {
        ActixApp::new()
            .app_data(app.clone())
            .app_data(bodies.clone())
            .app_data(respond::forms_up_to(MOST_FORM))
            .app_data(respond::queries())
            .app_data(web::PayloadConfig::default().limit(MOST_BODY))
            .wrap(from_fn(request_body::refuse))
            .wrap(from_fn(error_pages::render))
            .wrap(Compress::default())
            .wrap(from_fn(headers::any_coding))
            .wrap(from_fn(client::tell_of_stranger))
            .wrap(NormalizePath::new(TrailingSlash::MergeOnly))
            // Around all others but one, so that no answer goes without them.
            .wrap(from_fn(headers::add))
            .wrap(from_fn(request_body::watch))
            .configure(routes::configure)
    });
    let server = server
        .workers(workers)
        .max_connections(connections::of_a_thread(workers))
        .on_connect(move |connection, data| gate.admit(connection, data))
        // A compressed answer is several writes; without this the second waits for the client's delayed ACK, some 40 ms.
        .tcp_nodelay(true)
        .client_request_timeout(Duration::from_secs(15))
        .client_disconnect_timeout(LINGER)
        .keep_alive(Duration::from_secs(30))
        .shutdown_timeout(SHUTDOWN_SECONDS)
        .disable_signals()
        .listen(listener)?;
    Ok(server.run())
}
