//! Errors of an operator: two servers on one folder, a command in another environment, a demo in the wrong place.
//! Each is refused before it does harm, with a message that says what to do.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::server::Server;

/// Runs a command that must fail and returns its error output.
fn refused(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn with_draft(server: &Server) -> String {
    let newsletter =
        ["newsletter", "add", "--slug", "morning", "--name", "The Morning", "--sender", "news@ledger.example"];
    server.output(
        &[&newsletter[..], &["--contact", "desk@ledger.example", "--postal-address", "1 Quay Street"]].concat(),
    );
    server.output(&["digest", "compose", "--newsletter", "morning", "--subject", "Boats"])
}

/// On PostgreSQL the second server sent what the first was sending: hundreds of readers were mailed twice.
#[tokio::test]
async fn a_second_server_on_a_data_folder_is_refused() {
    let mut server = Server::new(&[]);
    server.start().await;
    let mut second = server.command(&["serve"]);
    second.env("TIDINGS_LISTEN", "127.0.0.1:0");
    let words = refused(second);
    assert!(words.contains("in use by another Tidings server"), "{words}");
    server.stop();
    server.start().await;
}

/// A cron job without the server's environment froze links to 127.0.0.1 into a whole digest.
#[tokio::test]
async fn a_command_with_other_links_than_the_server_sends_nothing() {
    let mut server = Server::new(&[]);
    let digest = with_draft(&server);
    server.start().await;
    for (name, value) in [
        ("TIDINGS_BASE_URL", "https://elsewhere.example"),
        ("TIDINGS_SECRET", "another secret that is long enough to be one"),
    ] {
        for arguments in [vec!["digest", "send", &digest], vec!["digest", "test", &digest, "--to", "ann@example.org"]] {
            let mut command = server.command(&arguments);
            command.env(name, value);
            let words = refused(command);
            assert!(words.contains(name) && words.contains("server's configuration"), "{words}");
        }
    }
    let mut doctor = server.command(&["doctor"]);
    let found = doctor.env("TIDINGS_SECRET", "another secret that is long enough to be one").output().unwrap().stdout;
    let found = String::from_utf8(found).unwrap();
    assert!(found.contains("WRONG    secret: it is another than the one that the server signed"), "{found}");
}

#[tokio::test]
async fn sending_with_wait_reports_at_once_that_no_server_runs() {
    let mut server = Server::new(&[]);
    if server.database.is_postgres() {
        // An application name set by the operator hid every server.
        let before = if server.database.url.contains('?') { '&' } else { '?' };
        let named = format!("{}{before}application_name=news", server.database.url);
        server.set("DATABASE_URL", &named);
    }
    let digest = with_draft(&server);
    let began = Instant::now();
    let words = refused(server.command(&["digest", "send", &digest, "--wait"]));
    assert!(words.contains("no server is running") && began.elapsed() < Duration::from_secs(10), "{words}");
    server.start().await;
    // Nobody has subscribed, so sending ends at once; it needs a running server.
    let mut command = server.command(&["digest", "send", &digest, "--wait"]);
    let sent = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sent.stderr).contains("no server is running"));
}

/// The feeds' server never answers, and a connection stays open.
#[tokio::test]
async fn a_server_stops_in_time_while_its_feeds_do_not_answer() {
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap();
    let mut server = Server::new(&[("TIDINGS_FEEDS_ALLOW_PRIVATE", "true")]);
    let adding: Vec<Child> = (0..6)
        .map(|n| {
            let mut add = server.command(&["feed", "add", &format!("http://{address}/{n}.xml")]);
            add.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
        })
        .collect();
    for mut add in adding {
        add.wait().unwrap();
    }
    server.start().await;
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(server.stop() < Duration::from_secs(10));
}

fn demo(folder: &std::path::Path, fresh: bool) -> Command {
    let mut demo = Command::new(env!("CARGO_BIN_EXE_tidings"));
    demo.arg("demo").current_dir(folder).env_clear().env("TIDINGS_DATA_DIR", folder.join("data"));
    if fresh {
        demo.arg("--fresh");
    }
    demo
}

/// `demo --fresh` deleted the real data folder, with the secret, when the environment named it.
#[test]
fn a_demo_does_not_touch_a_folder_that_is_not_its_own_or_is_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("secret"), "precious").unwrap();
    for fresh in [false, true] {
        let words = refused(demo(folder.path(), fresh));
        assert!(words.contains("not the folder of a demo"), "{words}");
    }
    assert_eq!(std::fs::read_dir(&data).unwrap().count(), 1);

    std::fs::remove_file(data.join("secret")).unwrap();
    let mut running = demo(folder.path(), false).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    while !data.join("demo").exists() {
        assert!(began.elapsed() < Duration::from_secs(30));
        std::thread::sleep(Duration::from_millis(20));
    }
    let words = refused(demo(folder.path(), true));
    assert!(words.contains("in use by another Tidings server"), "{words}");
    running.kill().unwrap();
    running.wait().unwrap();
}

/// The demo showed empty pages: nothing sent, five readers, no picture.
#[tokio::test]
async fn a_demo_has_sent_three_digests_and_shows_what_each_page_is_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = demo(folder.path(), false);
    command.arg("--json").env("TIDINGS_LISTEN", "127.0.0.1:0").stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = command.spawn().unwrap();
    let mut said = String::new();
    BufReader::new(running.stdout.take().unwrap()).read_line(&mut said).unwrap();
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let (site, link) = (said["site"].as_str().unwrap(), said["sign_in_link"].as_str().unwrap());
    let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let get = async |path: &str, cookie: &str| {
        let answer = client.get(format!("{site}{path}")).header("cookie", cookie).send().await.unwrap();
        answer.text().await.unwrap()
    };
    let archive = get("archive", "").await;
    for subject in ["A share of the wind", "The bus that waits", "Why the chapel bell"] {
        assert!(archive.contains(subject), "{archive}");
    }
    let front = get("", "").await;
    let picture = front.split('"').find(|part| part.contains("/night-ferry.")).unwrap();
    let picture = client.get(picture).send().await.unwrap();
    assert_eq!(picture.status(), 200);
    let form = "password=a+boat+that+waits&password_again=a+boat+that+waits";
    let request = client.post(link).header("origin", site.trim_end_matches('/')).body(form);
    let answer = request.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap();
    let cookies = answer.headers().get_all("set-cookie").iter();
    let cookie = cookies.filter_map(|one| one.to_str().ok()?.split(';').next()).collect::<Vec<_>>().join("; ");
    let dashboard = get("admin", &cookie).await;
    for shown in ["Boats until half past one", "skipper@bounce.example", "550 5.1.1", "in the last 3 digests"] {
        assert!(dashboard.contains(shown), "{shown}: {dashboard}");
    }
    assert!(get("admin/enquiries", &cookie).await.contains("The night ferry and the bakers"));
    running.kill().unwrap();
    running.wait().unwrap();
}

/// Mistyped variables were ignored, and the server ran with the defaults.
#[test]
fn an_unknown_or_contradictory_setting_is_refused() {
    let server = Server::new(&[]);
    for (name, value, words) in [
        ("TIDINGS_BASEURL", "https://news.ledger.example", "TIDINGS_BASE_URL"),
        ("TIDINGS_REPLY_SECONDS", "0", "delivery.reply_seconds"),
        ("TIDINGS_HELLO", "a\nb", "delivery.hello"),
        ("TIDINGS_LOG", "tidings=loud", "log.filter"),
        ("TIDINGS_RELAY", "", "TIDINGS_RELAY is empty"),
        ("TIDINGS_CONFIG", "", "TIDINGS_CONFIG is empty"),
        ("DATABASE_URL", "sqlite:no-such-folder/news.db", "no-such-folder/news.db"),
    ] {
        let mut command = server.command(&["newsletter", "list"]);
        command.env(name, value);
        let message = refused(command);
        assert!(message.contains(words), "{name}: {message}");
    }
    let mut command = server.command(&["newsletter", "list"]);
    command.env("TIDINGS_TRUSTED_PROXIES", "").env("TIDINGS_OF_ANOTHER_PROGRAM", "x");
    assert!(command.output().unwrap().status.success());
}

/// It named the file of a lock.
#[test]
fn a_data_folder_that_cannot_be_written_is_named_at_the_start() {
    let server = Server::new(&[]);
    let mut command = server.command(&["serve"]);
    // Nobody can make a file there, not even root.
    command.env("TIDINGS_DATA_DIR", "/proc").env("TIDINGS_LISTEN", "127.0.0.1:0");
    let message = refused(command);
    assert!(message.contains("data_dir (TIDINGS_DATA_DIR): /proc cannot be written"), "{message}");
}

/// A script does not know where the server listens, but its links must be the server's.
#[tokio::test]
async fn a_command_without_an_address_makes_the_links_of_the_server_and_the_digest_is_logged() {
    let mut server = Server::new(&[("TIDINGS_LOG", "info")]);
    let digest = with_draft(&server);
    server.start().await;
    let elsewhere = |arguments: &[&str]| {
        let mut command = server.command(arguments);
        command.env_remove("TIDINGS_LISTEN");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let link = elsewhere(&["user", "add", "--email", "ed@example.org"]);
    assert!(link.starts_with(&format!("{}/admin/sign-in/", server.base)), "{link}");
    elsewhere(&["digest", "send", &digest]);
    let began = Instant::now();
    while !server.log().contains("a digest has ended") {
        assert!(began.elapsed() < Duration::from_secs(30), "{}", server.log());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let log = server.log();
    let ended = log.lines().find(|line| line.contains("a digest has ended")).unwrap();
    assert!(ended.contains(&format!("digest={digest}")) && ended.contains("expected=0"), "{ended}");
    assert!(log.contains("a digest is being sent"), "{log}");
}

#[tokio::test]
async fn a_second_node_with_another_secret_is_refused() {
    let mut server = Server::new(&[]);
    if !server.database.is_postgres() {
        return;
    }
    server.start().await;
    let mut node = server.command(&["serve"]);
    node.env("TIDINGS_LISTEN", "127.0.0.1:0").env("TIDINGS_DATA_DIR", server.folder.path().join("other"));
    node.env("TIDINGS_SECRET", "another secret of more than thirty-two bytes");
    let words = refused(node);
    assert!(words.contains("another server runs on this database with another secret"), "{words}");
    // The mark of the first secret is still there: a command with that secret is accepted.
    let digest = with_draft(&server);
    server.output(&["digest", "send", &digest]);
}

fn sql(server: &Server, statement: &str) {
    use diesel::Connection as _;
    use diesel::connection::SimpleConnection as _;
    let done = if server.database.is_postgres() {
        diesel::PgConnection::establish(&server.database.url).unwrap().batch_execute(statement)
    } else {
        let file = server.data().join("tidings.db");
        diesel::SqliteConnection::establish(file.to_str().unwrap()).unwrap().batch_execute(statement)
    };
    done.unwrap();
}

/// After a downgrade the doctor called the schema current.
#[tokio::test]
async fn every_command_that_checks_the_schema_reports_a_newer_one() {
    let mut server = Server::new(&[]);
    server.start().await;
    sql(&server, "INSERT INTO __diesel_schema_migrations (version) VALUES ('29990101000000')");
    let answer = server.client.get(format!("{}/readyz", server.base)).send().await.unwrap();
    assert_eq!(answer.status(), 503);
    assert!(answer.text().await.unwrap().contains("newer"));
    for arguments in [&["newsletter", "list"][..], &["serve"]] {
        let words = refused(server.command(arguments));
        assert!(words.contains("29990101000000") && words.contains("newer Tidings"), "{words}");
    }
    let doctor = server.command(&["doctor"]).output().unwrap();
    let found = String::from_utf8(doctor.stdout).unwrap();
    assert!(found.contains("WRONG    database_url: it was made by a newer Tidings"), "{found}");
}

/// "A request to the API failed" named neither method nor route.
#[tokio::test]
async fn a_failure_of_the_api_is_logged_with_its_route() {
    let mut server = Server::new(&[]);
    server.start().await;
    let key = server.output(&["api-key", "add", "--name", "feeds", "--role", "editor"]);
    sql(&server, "ALTER TABLE feeds RENAME TO gone");
    let answer = server.client.get(format!("{}/api/v1/feeds", server.base)).bearer_auth(&key).send().await.unwrap();
    assert!(answer.status().is_server_error());
    let log = server.log();
    let line = log.lines().find(|line| line.contains("a request to the API failed")).unwrap_or(&log);
    assert!(line.contains("method=GET") && line.contains("/api/v1/feeds") && line.contains("error="), "{line}");
}

/// The doctor created the folder and the secret that it should check, and so accepted a misspelt folder.
#[test]
fn the_doctor_changes_nothing() {
    let server = Server::new(&[("TIDINGS_BASE_URL", "https://news.ledger.example")]);
    let doctor = |settings: &[(&str, &str)]| {
        let mut command = server.command(&["doctor"]);
        command.env_remove("TIDINGS_SECRET").envs(settings.iter().copied());
        let output = command.output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let found = doctor(&[]);
    assert!(found.contains("warning  data_dir:") && found.contains("is not there"), "{found}");
    assert!(found.contains("warning  trusted_proxies:"), "{found}");
    assert!(!server.data().exists());

    server.output(&["newsletter", "list"]);
    let secret = ("TIDINGS_SECRET", "the secret of all tests is no secret");
    let found = doctor(&[secret, ("TIDINGS_TRUSTED_PROXIES", "127.0.0.1"), ("TIDINGS_OTHER", "x")]);
    for words in
        ["ok       trusted_proxies:", "warning  user: nobody can sign in", "TIDINGS_OTHER is in the environment"]
    {
        assert!(found.contains(words), "{words}: {found}");
    }
    let found = doctor(&[secret, ("TIDINGS_TRUSTED_PROXIES", "0.0.0.0/0")]);
    assert!(found.contains("warning  trusted_proxies: every client's X-Forwarded-For"), "{found}");
    let found = doctor(&[secret, ("TIDINGS_BASEURL", "https://news.ledger.example")]);
    assert!(found.contains("WRONG    configuration: TIDINGS_BASEURL is not a setting"), "{found}");
}

/// A misspelt folder was used without a message.
#[test]
fn a_command_that_makes_a_new_installation_says_so() {
    let server = Server::new(&[]);
    let said = |arguments: &[&str]| {
        let output = server.command(arguments).output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stderr).unwrap()
    };
    let words = said(&["newsletter", "list"]);
    assert!(words.contains("a new installation was made in") && words.contains("TIDINGS_DATA_DIR"), "{words}");
    assert_eq!(said(&["newsletter", "list"]), "");
    let fresh = Server::new(&[]);
    assert_eq!(String::from_utf8(fresh.command(&["migrate"]).output().unwrap().stderr).unwrap(), "");
}

/// With `2>&1 | head` the program panicked when its log was closed.
#[test]
fn a_closed_standard_error_does_not_panic() {
    let server = Server::new(&[]);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    for (arguments, code) in [(&["newsletter", "list"][..], 0), (&["serve"], 1)] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = server.command(arguments);
        command.env("TIDINGS_LOG", "debug").env("TIDINGS_LISTEN", taken.local_addr().unwrap().to_string());
        let ended = command.stdout(Stdio::null()).stderr(writer).status().unwrap();
        assert_eq!(ended.code(), Some(code), "{arguments:?}");
    }
}

/// Behind a proxy that was not configured all readers were one client, and nothing warned the operator.
#[tokio::test]
async fn an_untrusted_proxy_is_reported_once() {
    let mut server = Server::new(&[("TIDINGS_LOG", "warn")]);
    server.start().await;
    for _ in 0..3 {
        server.client.get(&server.base).header("X-Forwarded-For", "203.0.113.9").send().await.unwrap();
    }
    let log = server.log();
    assert_eq!(log.matches("X-Forwarded-For").count(), 1, "{log}");
    assert!(!log.contains("203.0.113.9"), "{log}");
}

/// A script with an unset variable made a key without a name.
#[test]
fn an_empty_name_is_refused() {
    let server = Server::new(&[]);
    for arguments in [
        &["api-key", "add", "--name", " ", "--role", "editor"][..],
        &["user", "add", "--name", "", "--email", "ed@example.org"],
    ] {
        let words = refused(server.command(arguments));
        assert!(words.contains("--name"), "{words}");
    }
}
