//! The command line as a script sees it: the real program, its outputs and exit codes.

mod desk;
mod digests;
mod feeds;
mod outputs;
mod readers;
mod waiting;

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::sink::{Script, Sink, Verb};

/// The program in a folder of its own, with nothing from the environment of the tests.
fn tidings(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tidings"));
    command.args(arguments).current_dir(folder).env_clear().env("TIDINGS_DATA_DIR", folder.join("data"));
    command.env("TIDINGS_LOG", "error");
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    tidings(folder, arguments).output().unwrap()
}

/// Standard output of a command that must succeed.
fn output_of(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn add_newsletter(folder: &Path, postal_address: &str) {
    let arguments = [
        "newsletter",
        "add",
        "--slug",
        "morning",
        "--name",
        "The Morning",
        "--sender",
        "news@example.org",
        "--contact",
        "desk@example.org",
        "--postal-address",
        postal_address,
    ];
    output_of(folder, &arguments);
}

#[test]
fn a_newsletter_is_changed_by_the_names_of_its_settings() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let nameless = run(at, &["newsletter", "add", "--sender", "nobody"]);
    let said = String::from_utf8_lossy(&nameless.stderr).into_owned();
    for error in ["name: Fill in this field.", "sender: Enter a complete email address", "contact: Fill in"] {
        assert!(!nameless.status.success() && said.contains(error), "{said}");
    }
    add_newsletter(at, "1 Quay Street");
    let change = ["newsletter", "change", "morning", "--name", "Tide", "--track-clicks", "--topics", "World"];
    output_of(at, &change);
    assert_eq!(output_of(at, &["newsletter", "list"]), "morning\tTide\t0 confirmed");
    assert!(!run(at, &["newsletter", "change", "morning", "--article-count", "many"]).status.success());
}

#[test]
fn a_script_fills_a_newsroom_and_composes_a_digest() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "1 Quay Street");
    let csv = "\u{feff}email,name,city\nann@example.org,Ann,X\nbroken,B,Y\nANN@example.org,Ann again,Z\nben@example.org,\"Ben, the other\",W\n";
    std::fs::write(at.join("readers.csv"), csv).unwrap();
    let imported = run(at, &["subscribers", "import", "readers.csv", "--newsletter", "morning"]);
    assert_eq!(String::from_utf8_lossy(&imported.stdout).trim(), "2 added, 1 already there, 1 refused");
    let notes = String::from_utf8_lossy(&imported.stderr).into_owned();
    assert!(notes.contains("line 3:") && notes.contains("\"city\""), "{notes}");

    let article =
        r#"[{"title": "Boats until one", "body_markdown": "They *sail*.", "topics": ["Harbour"], "source": "Wire"}]"#;
    std::fs::write(at.join("article.json"), article).unwrap();
    assert_eq!(output_of(at, &["article", "import", "article.json"]), "1 new, 0 changed, 0 unchanged, 0 refused");
    assert_eq!(output_of(at, &["article", "import", "article.json"]), "0 new, 0 changed, 1 unchanged, 0 refused");

    let id = output_of(at, &["digest", "compose", "--newsletter", "morning", "--subject", "Boats"]);
    assert!(output_of(at, &["digest", "show", &id]).contains("Boats until one"));
    let waiting = run(at, &["digest", "send", &id, "--wait"]);
    assert!(!waiting.status.success());
    assert!(String::from_utf8_lossy(&waiting.stderr).contains("no server is running"));

    let key = output_of(at, &["api-key", "add", "--name", "script", "--role", "editor"]);
    assert!(key.starts_with("tid_") && !key.contains(char::is_whitespace), "{key}");
    assert_eq!(output_of(at, &["api-key", "list"]), "1\tscript\teditor\tactive");
    output_of(at, &["api-key", "revoke", "1"]);
    assert_eq!(output_of(at, &["api-key", "list"]), "1\tscript\teditor\trevoked");
    assert!(!run(at, &["api-key", "revoke", "1"]).status.success());
    let link = output_of(at, &["--json", "user", "add", "--email", "ed@example.org"]);
    let link: serde_json::Value = serde_json::from_str(&link).unwrap();
    assert!(link["sign_in_link"].as_str().unwrap().contains("/admin/sign-in/"), "{link}");
    output_of(at, &["user", "add", "--email", "eve@example.org", "--name", "Eve", "--role", "editor"]);
    output_of(at, &["user", "disable", "--email", "eve@example.org"]);
    let users = output_of(at, &["user", "list"]);
    assert_eq!(users, "eve@example.org\tEve\teditor\tclosed\ned@example.org\ted@example.org\tadmin\tactive");
    for alone in [["user", "disable", "--email", "ed@example.org"], ["user", "link", "--email", "eve@example.org"]] {
        assert!(!run(at, &alone).status.success(), "{alone:?}");
    }
    assert!(output_of(at, &["user", "enable", "--email", "eve@example.org"]).ends_with("active"));
    assert!(output_of(at, &["user", "role", "--email", "eve@example.org", "--role", "admin"]).contains("admin"));

    output_of(at, &["subscribers", "export", "out.csv"]);
    let exported = std::fs::read_to_string(at.join("out.csv")).unwrap();
    assert!(exported.contains("ben@example.org,\"Ben, the other\",morning,confirmed,"), "{exported}");
}

#[test]
fn an_unknown_key_of_the_configuration_is_refused_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("tidings.toml"), "lissten = \"127.0.0.1:1\"\n").unwrap();
    let output = run(folder.path(), &["newsletter", "list"]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stderr).contains("lissten"));
    let template = run(folder.path(), &["config", "template"]);
    assert!(String::from_utf8_lossy(&template.stdout).contains("#listen = "));
}

/// The doctor's output for a set-up that must be wrong.
fn complaint(folder: &Path, environment: &[(&str, &str)]) -> String {
    let mut command = tidings(folder, &["doctor"]);
    command.envs(environment.iter().copied());
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!output.status.success(), "{environment:?} was not found wrong: {text}");
    text.lines().filter(|line| line.starts_with("WRONG")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_doctor_names_each_fault_and_its_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let nobody = format!("smtp://{closed}");
    let away = format!("postgres://nobody@{closed}/tidings");
    let secret = "a secret of more than thirty-two bytes";
    std::fs::write(at.join("a-file"), "").unwrap();
    let file = at.join("a-file").join("data").display().to_string();
    for (environment, about, words) in [
        (vec![("TIDINGS_SECRET", "short")], "secret", "at least 32 bytes"),
        (vec![("TIDINGS_RELAY", "mail.example.org")], "relay", "TIDINGS_RELAY"),
        (vec![("TIDINGS_RELAY", "smtp://mail.example.org?tls=maybe")], "relay", "required or none"),
        (vec![("TIDINGS_RELAY", nobody.as_str())], "relay", "Check the relay’s host and port"),
        (vec![("TIDINGS_DATA_DIR", file.as_str())], "data_dir", "TIDINGS_DATA_DIR"),
        (vec![("DATABASE_URL", "mysql://localhost/x")], "configuration", "DATABASE_URL"),
        (
            vec![("DATABASE_URL", away.as_str()), ("TIDINGS_SECRET", secret)],
            "database_url",
            "check that the server runs",
        ),
        (vec![("DATABASE_URL", away.as_str())], "secret", "TIDINGS_SECRET"),
        (vec![("TIDINGS_BASE_URL", "http://news.example.org")], "base_url", "https"),
        (
            vec![("TIDINGS_LISTEN", "everywhere")],
            "configuration",
            "listen (TIDINGS_LISTEN): \"everywhere\" is not an address",
        ),
        (
            vec![("TIDINGS_BASE_URL", "my site")],
            "configuration",
            "base_url (TIDINGS_BASE_URL): \"my site\" is not an address",
        ),
        (vec![("TIDINGS_TRUSTED_PROXIES", "10.0.0.0/99")], "configuration", "trusted_proxies"),
    ] {
        let text = complaint(at, &environment);
        assert!(text.contains(&format!("{about}:")) && text.contains(words), "{environment:?}: {text}");
    }
    add_newsletter(at, "");
    assert!(complaint(at, &[]).contains("no postal address"));
}

#[test]
fn the_doctor_warns_of_a_secret_that_others_may_read() {
    let folder = tempfile::tempdir().unwrap();
    add_newsletter(folder.path(), "4 Rope Lane");
    let warns = || {
        let output = tidings(folder.path(), &["doctor"]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().contains("may read")
    };
    assert!(!warns());
    let readable = std::fs::Permissions::from_mode(0o644);
    std::fs::set_permissions(folder.path().join("data").join("secret"), readable).unwrap();
    assert!(warns());
}

#[tokio::test]
async fn the_doctor_tries_the_relay() {
    let folder = tempfile::tempdir().unwrap();
    let rejecting = Sink::start(Script::default().say(Verb::Greeting, "554 not you")).await.unwrap();
    let url = rejecting.url();
    let at = folder.path().to_owned();
    let text = tokio::task::spawn_blocking(move || complaint(&at, &[("TIDINGS_RELAY", url.as_str())])).await.unwrap();
    assert!(text.contains("554") && text.contains("refuses this machine"), "{text}");
}

#[tokio::test]
async fn the_doctor_says_what_the_signature_of_the_relay_must_cover() {
    let folder = tempfile::tempdir().unwrap();
    let sink = Sink::start(Script::default()).await.unwrap();
    let url = sink.url();
    let at = folder.path().to_owned();
    let work = move || tidings(&at, &["doctor"]).env("TIDINGS_RELAY", url).output().unwrap();
    let text = String::from_utf8(tokio::task::spawn_blocking(work).await.unwrap().stdout).unwrap();
    let note = text.lines().find(|line| line.starts_with("note     relay:")).unwrap_or_else(|| panic!("{text}"));
    assert!(note.contains("DKIM") && note.contains("List-Unsubscribe-Post"), "{note}");
}
