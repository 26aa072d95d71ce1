//! The whole of Tidings for HTTP tests: the real server on a free port, its engine with the capture relay, and the
//! workers that plan digests and mail links, on a database of their own.

use std::net::TcpListener;
use std::path::Path;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use reqwest::header::{CONTENT_TYPE, HeaderMap, LOCATION};
use reqwest::{Method, RequestBuilder};
use tidings::actor::Actor;
use tidings::article::import::ArticleInput;
use tidings::article::{Incoming, signal, similar};
use tidings::assembly::{Assembly, Intervals, Running};
use tidings::audit::Retention;
use tidings::clock::{Clock, DAY, SECOND, Timestamp};
use tidings::config::DoubtPolicy;
use tidings::db::{Conn, Db, Error};
use tidings::delivery::engine::{Engine, Settings};
use tidings::delivery::retry::RetryPolicy;
use tidings::delivery::{self, DeliveryState};
use tidings::digest::{self, edit, send};
use tidings::email_address::EmailAddress;
use tidings::fetch::{FetchLimits, Fetcher};
use tidings::links::Links;
use tidings::mail::{ReadMail, RelayAddress, Timeouts, read};
use tidings::newsletter::Input;
use tidings::subscriber::SubscriptionState;
use tidings::subscriber::import::{self, Row};
use tidings::token::{Keys, Random};
use tidings::web::{App, server};
use tidings::worker::Workers;
use tidings::{article, newsletter, subscriber};

use super::database::{self, OpenDatabase};

/// The slug and the addresses of the newsletter of every test app.
pub const NEWSLETTER: &str = "morning-tide";
pub const SENDER: &str = "tide@ledger.example";
pub const CONTACT: &str = "desk@ledger.example";

/// The interval between two turns of a worker.
const WORKER_INTERVAL: Duration = Duration::from_millis(20);
/// A test that waits longer fails.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The settings of a test app. Defaults: no proof of work, no client limits, the system clock, the capture relay.
pub struct Options {
    pub proof_of_work: bool,
    pub client_limits: bool,
    pub clock: Clock,
    pub newsletter: Input,
    pub relay: RelayAddress,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            proof_of_work: false,
            client_limits: false,
            clock: Clock::System,
            newsletter: morning_tide(),
            relay: RelayAddress::Capture,
        }
    }
}

/// The newsletter of a test app, complete enough to send.
pub fn morning_tide() -> Input {
    let newsletter = newsletter::Settings {
        slug: NEWSLETTER.to_owned(),
        name: "The Morning Tide".to_owned(),
        description: "What the town talks about.".to_owned(),
        sender: SENDER.to_owned(),
        contact: CONTACT.to_owned(),
        postal_address: "4 Rope Lane\nSilver Harbour".to_owned(),
        ..newsletter::Settings::default()
    };
    Input { newsletter, ..Input::default() }
}

/// A running Tidings; dropping it stops server, engine and workers.
pub struct TestApp {
    /// The state of the handlers: database, keys, links, clock.
    pub app: App,
    /// Such as `http://127.0.0.1:40123`.
    pub base: String,
    /// The newsletter's id.
    pub newsletter: i64,
    client: reqwest::Client,
    web: ServerHandle,
    serving: Option<JoinHandle<()>>,
    engine: Option<Engine>,
    workers: Option<Workers>,
    database: Option<OpenDatabase>,
}

/// An answer, read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    /// A header's value; empty if it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    pub fn location(&self) -> &str {
        self.header(LOCATION.as_str())
    }
}

impl TestApp {
    pub async fn start() -> Self {
        Self::with(Options::default()).await
    }

    pub async fn with(options: Options) -> Self {
        Self::over(database::open(), options).await
    }

    /// Starts on a database that may have data; adds the newsletter unless it exists.
    pub async fn over(database: OpenDatabase, options: Options) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let parts = assembly(&database, &base, database.folder.path());
        let assembly = Assembly {
            clock: options.clock,
            client_limits: options.client_limits,
            proof_of_work: options.proof_of_work,
            delivery: Settings { relay: options.relay, ..parts.delivery },
            intervals: Intervals {
                digests: Some(WORKER_INTERVAL),
                links: Some(WORKER_INTERVAL),
                ..Intervals::default()
            },
            ..parts
        };
        let Running { app, engine, workers } = assembly.start().await.unwrap();
        let (now, input) = (app.clock.now(), options.newsletter);
        let work = move |conn: &mut Conn| match newsletter::by_slug(conn, &input.newsletter.slug)? {
            Some(newsletter) => Ok(newsletter.id),
            None => newsletter::add(conn, &Actor::Operator, now, input),
        };
        let newsletter = app.db.write(work).await.unwrap();
        let (web, serving) = serve(listener, app.clone());
        let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        let (serving, engine, workers, database) = (Some(serving), Some(engine), Some(workers), Some(database));
        Self { app, base, newsletter, client, web, serving, engine, workers, database }
    }

    /// Stops server, workers and engine; the database and the data folder stay.
    pub fn stop(mut self) -> OpenDatabase {
        self.database.take().unwrap()
    }

    /// A request to a path. Redirects are not followed and cookies are not stored.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.base))
    }

    pub async fn send(&self, request: RequestBuilder) -> Answer {
        let answer = request.send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Answer { status, headers, body: answer.text().await.unwrap() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(self.request(Method::GET, path)).await
    }

    pub async fn head(&self, path: &str) -> Answer {
        self.send(self.request(Method::HEAD, path)).await
    }

    /// Posts a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(self.form(path, fields)).await
    }

    /// The request that posts a form, for callers that add headers.
    pub fn form(&self, path: &str, fields: &[(&str, &str)]) -> RequestBuilder {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.request(Method::POST, path).header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(body)
    }

    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.app.db.read(work).await.unwrap()
    }

    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, Error> + Send + 'static,
    ) -> T {
        self.app.db.write(work).await.unwrap()
    }

    /// Waits until no mail is in flight.
    pub async fn settled(&self) {
        let began = Instant::now();
        loop {
            let waiting = self
                .read(|conn| {
                    let mut waiting = usize::from(subscriber::link::is_waiting(conn)?);
                    for state in [DeliveryState::Queued, DeliveryState::Leased, DeliveryState::Deferred] {
                        waiting += delivery::deliveries(conn, None, Some(state), 0, 1)?.len();
                    }
                    Ok(waiting)
                })
                .await;
            if waiting == 0 {
                return;
            }
            assert!(began.elapsed() < TIMEOUT, "mails are still in flight");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Every sent mail with its recipient, oldest first; waits until none is in flight.
    pub async fn raw_mails(&self) -> Vec<(String, String)> {
        self.settled().await;
        self.read(|conn| {
            let mut captured = delivery::captured(conn, i64::MAX, 100_000)?;
            captured.reverse();
            let raw: Result<Vec<_>, Error> =
                captured.iter().map(|mail| delivery::captured_mail(conn, mail.id)).collect();
            Ok(raw?.into_iter().flatten().collect())
        })
        .await
    }

    /// As [`Self::raw_mails`], parsed.
    pub async fn mails(&self) -> Vec<(String, ReadMail)> {
        self.raw_mails().await.into_iter().map(|(to, raw)| (to, read(&raw))).collect()
    }

    /// The mails to one address, oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<ReadMail> {
        self.mails().await.into_iter().filter(|(to, _)| to == address).map(|(_, mail)| mail).collect()
    }

    /// The path of a mail's first link with this prefix, such as `/confirm/`.
    pub fn link(&self, mail: &ReadMail, prefix: &str) -> String {
        let start = format!("{}{prefix}", self.base);
        let at = mail.text.find(&start).unwrap_or_else(|| panic!("no {prefix} in {}", mail.text));
        let path = &mail.text[at + self.base.len()..];
        path.split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | ')' | '"')).next().unwrap().to_owned()
    }

    /// Imports articles under the source "The Harbour Ledger" and returns their ids.
    pub async fn import(&self, articles: Vec<ArticleInput>) -> Vec<i64> {
        let now = self.app.clock.now();
        let checked = articles.into_iter().map(|article| article.check(chrono_tz::UTC).unwrap());
        let articles: Vec<Incoming> = checked.map(Incoming::from).collect();
        let work = move |conn: &mut Conn| {
            let imported = article::import(conn, &Actor::Operator, now, "The Harbour Ledger", &articles)?;
            similar::compare_all(conn)?;
            Ok(imported)
        };
        let imported = self.write(work).await;
        imported.articles.iter().map(|article| article.id).collect()
    }

    /// Imports an article with this title, published `age` milliseconds ago; returns its slug.
    pub async fn article(&self, title: &str, topics: &[&str], age: i64) -> String {
        let published = self.app.clock.now().plus(-age).to_utc().to_rfc3339();
        let input = ArticleInput {
            title: title.to_owned(),
            summary: Some(format!("{title}, in short.")),
            body_markdown: Some(format!("{title}, at length.")),
            published_at: Some(published),
            topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
            ..ArticleInput::default()
        };
        let id = self.import(vec![input]).await[0];
        self.read(move |conn| Ok(article::by_id(conn, id)?.unwrap().slug)).await
    }

    /// Imports confirmed subscriptions to the newsletter.
    pub async fn subscribe(&self, addresses: &[&str]) {
        let row = |address: &&str| {
            let address = EmailAddress::parse(address).unwrap();
            Row { address, name: String::new(), state: SubscriptionState::Confirmed, history: None }
        };
        let rows = addresses.iter().map(row).collect();
        let (now, id) = (self.app.clock.now(), self.newsletter);
        self.write(move |conn| {
            let newsletter = newsletter::by_id(conn, id)?.unwrap();
            import::store(conn, &Actor::Operator, now, &newsletter, rows)
        })
        .await;
    }

    /// Changes the newsletter's postal address; empty removes it.
    pub async fn postal_address(&self, address: &str) {
        let (id, now, postal_address) = (self.newsletter, self.now(), address.to_owned());
        let time_zone = self.read(move |conn| newsletter::by_id(conn, id)).await.unwrap().settings.time_zone;
        let newsletter = newsletter::Settings { postal_address, time_zone, ..morning_tide().newsletter };
        let input = Input { newsletter, ..morning_tide() };
        self.app.db.write(move |conn| newsletter::change(conn, &Actor::Operator, now, id, input)).await.unwrap();
    }

    /// Composes a draft of the newsletter's next digest; returns its id.
    pub async fn compose(&self, subject: &str) -> i64 {
        let (now, newsletter, subject) = (self.app.clock.now(), self.newsletter, subject.to_owned());
        self.app.db.write(move |conn| edit::compose(conn, &Actor::Operator, now, newsletter, &subject)).await.unwrap()
    }

    /// Approves and sends a digest and waits until it is sent; returns its slug.
    pub async fn send_digest(&self, id: i64) -> String {
        let (now, outfit) = (self.app.clock.now(), self.app.outfit());
        let work = move |conn: &mut Conn| send::approve_and_send(conn, &Actor::Operator, now, &outfit, id);
        self.app.db.write(work).await.unwrap();
        let began = Instant::now();
        loop {
            let digest = self.read(move |conn| digest::by_id(conn, id)).await.unwrap();
            if digest.state == digest::DigestState::Sent {
                return digest.slug;
            }
            assert!(began.elapsed() < TIMEOUT, "the digest is still {}", digest.state);
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Writes views and clicks to the database, held ones too; returns how many were counted.
    pub async fn flush_signals(&self) -> usize {
        let later = self.now().plus(signal::HOLD);
        self.app.signals.flush(&self.app.db, &self.app.random, later).await.unwrap()
    }

    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        // The call only sends the command; the server's thread carries it out.
        drop(self.web.stop(false));
        if let Some(serving) = self.serving.take() {
            let _ = serving.join();
        }
        drop(self.workers.take());
        drop(self.engine.take());
    }
}

/// A fetcher that allows private addresses, because the tests' servers are on loopback.
pub fn fetcher() -> Fetcher {
    let limits = FetchLimits { allow_private: true, ..FetchLimits::default() };
    Fetcher::new(limits, "Tidings tests").unwrap()
}

/// The assembly of a Tidings on loopback with the capture relay. Its delivery journal is in `folder`.
pub fn assembly(db: &Db, base: &str, folder: &Path) -> Assembly {
    Assembly {
        db: db.clone(),
        clock: Clock::System,
        random: Random::System,
        keys: Keys::parse("the secret of all tests is no secret").unwrap(),
        links: Links::new(&base.parse().unwrap()),
        trusted_proxies: Vec::new(),
        client_limits: true,
        proof_of_work: true,
        doubt: DoubtPolicy::Resend,
        fetcher: fetcher(),
        feed_interval: Duration::from_mins(15),
        delivery: settings(folder),
        retention: Retention::default(),
        intervals: Intervals::default(),
    }
}

fn settings(folder: &Path) -> Settings {
    Settings {
        relay: RelayAddress::Capture,
        hello: "localhost".to_owned(),
        timeouts: Timeouts::default(),
        retry: RetryPolicy { first: SECOND, max_age: DAY },
        journal: folder.join("delivery.journal"),
        node: 1,
        boot: String::new(),
    }
}

/// Serves on its own thread, so that the server outlives the test's runtime until it is stopped.
fn serve(listener: TcpListener, app: App) -> (ServerHandle, JoinHandle<()>) {
    let (send, receive) = std::sync::mpsc::channel();
    let serving = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = server::serve(listener, app, 2).unwrap();
            send.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    (receive.recv().unwrap(), serving)
}
