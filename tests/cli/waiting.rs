//! `digest send --wait` with a real server and relay: its exit status tells how the digest ended.

use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::server::Server;
use crate::support::sink::{Script, Sink, TIMEOUT};

/// Standard output and standard error of a command that must fail.
fn failing(server: &Server, arguments: &[&str]) -> (String, String) {
    let done = server.command(arguments).output().unwrap();
    let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, notes) = (words(&done.stdout), words(&done.stderr));
    assert_eq!(done.status.code(), Some(1), "{arguments:?}: {out} {notes}");
    (out, notes)
}

/// 300 of 300 mails failed and the command succeeded; without a relay it waited without a message.
#[tokio::test(flavor = "multi_thread")]
async fn a_command_fails_when_a_digest_did_not_reach_everybody() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut server = Server::new(&[("TIDINGS_RELAY", &sink.url())]);
    let newsletter = "newsletter add --slug morning --name M --sender news@example.org --contact desk@example.org";
    let mut arguments: Vec<&str> = newsletter.split(' ').collect();
    arguments.extend(["--postal-address", "1 Quay Street"]);
    server.output(&arguments);
    let csv = "email\nann@example.org\nben@example.org\npermfail@example.org\n";
    std::fs::write(server.folder.path().join("readers.csv"), csv).unwrap();
    server.output(&["subscribers", "import", "readers.csv", "--newsletter", "morning"]);
    let compose = ["digest", "compose", "--newsletter", "morning", "--subject", "Boats"];
    server.start().await;
    let first = server.output(&compose);
    let (out, notes) = failing(&server, &["digest", "send", &first, "--wait"]);
    assert!(out.contains("sent 2, failed 1,"), "{out}");
    assert!(notes.contains("1 failed, 0 unknown"), "{notes}");

    server.stop();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    server.set("TIDINGS_RELAY", &format!("smtp://{closed}"));
    server.start().await;
    let second = server.output(&compose);
    let (out, notes) = failing(&server, &["digest", "send", &second, "--wait", "--timeout", "4"]);
    assert!(out.contains("sent 0, failed 0,"), "{out}");
    assert!(notes.contains("the relay: connecting") && notes.contains("still being sent after 4 seconds"), "{notes}");
    ends_as_it_was_ended(&server, &compose).await;
}

/// The command succeeded for a cancelled digest, and printed no counters for a paused one.
async fn ends_as_it_was_ended(server: &Server, compose: &[&str]) {
    let key = server.output(&["api-key", "add", "--name", "hand", "--role", "editor"]);
    for (action, says) in [("pause", "the digest is paused"), ("cancel", "the digest was cancelled")] {
        let id = server.output(compose);
        let mut command = server.command(&["--json", "digest", "send", &id, "--wait"]);
        let waiting = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let url = format!("{}/api/v1/digests/{id}", server.base);
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let began = Instant::now();
        loop {
            let shown = client.get(&url).bearer_auth(&key).send().await.unwrap().bytes().await.unwrap();
            let shown: serde_json::Value = serde_json::from_slice(&shown).unwrap();
            if shown["expected_final"] == true {
                break;
            }
            assert!(began.elapsed() < TIMEOUT, "{shown}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let ended = client.post(format!("{url}/{action}")).bearer_auth(&key).send().await.unwrap();
        assert!(ended.status().is_success(), "{ended:?}");
        let done = waiting.wait_with_output().unwrap();
        assert_eq!(done.status.code(), Some(1));
        assert!(String::from_utf8_lossy(&done.stderr).contains(says), "{}", String::from_utf8_lossy(&done.stderr));
        let counters: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_eq!((&counters["expected"], &counters["sent"]), (&3.into(), &0.into()), "{counters}");
    }
}
