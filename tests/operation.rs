//! What an operator does by mistake: two servers on one folder, a command in another environment, a demo in the wrong
//! place. Each is refused before it harms, in words that say what to do.

use std::net::TcpListener;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::server::Server;

/// Runs a command that must fail; what it says.
fn refused(mut command: Command) -> String {
    let output = command.output().unwrap();
    assert!(!output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    String::from_utf8(output.stderr).unwrap()
}

fn with_draft(server: &Server) -> String {
    let newsletter =
        ["newsletter", "add", "--slug", "morning", "--name", "The Morning", "--sender", "news@ledger.example"];
    server
        .told(&[&newsletter[..], &["--contact", "desk@ledger.example", "--postal-address", "1 Quay Street"]].concat());
    server.told(&["digest", "compose", "--newsletter", "morning", "--subject", "Boats"])
}

/// On PostgreSQL the second one took up what the first one was just sending: hundreds of readers were mailed twice.
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

/// A cron job without the server's environment once froze links to 127.0.0.1 into a whole edition.
#[tokio::test]
async fn a_command_whose_links_would_not_be_the_servers_sends_nothing() {
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
}

#[tokio::test]
async fn sending_that_waits_says_at_once_that_no_server_runs() {
    let mut server = Server::new(&[]);
    let digest = with_draft(&server);
    let began = Instant::now();
    let words = refused(server.command(&["digest", "send", &digest, "--wait"]));
    assert!(words.contains("no server is running") && began.elapsed() < Duration::from_secs(10), "{words}");
    server.start().await;
    // Nobody has subscribed: a letter to nobody ends at once, and a server is seen.
    let mut command = server.command(&["digest", "send", &digest, "--wait"]);
    let sent = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert!(!String::from_utf8_lossy(&sent.stderr).contains("no server is running"));
}

/// Feeds at a server that never answers, and a connection that stays open.
#[tokio::test]
async fn a_server_that_fetches_feeds_from_nowhere_ends_in_time() {
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

/// The operator's shell names the real folder; `demo --fresh` deleted it, the secret with it.
#[test]
fn a_demo_leaves_a_folder_alone_that_is_not_its_own_or_in_use() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    std::fs::create_dir(&data).unwrap();
    std::fs::write(data.join("secret"), "precious").unwrap();
    for fresh in [false, true] {
        let words = refused(demo(folder.path(), fresh));
        assert!(words.contains("no demo's folder"), "{words}");
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
