//! Import and export of readers as CSV: nobody is lost without a message, and no state is raised.

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::{Output, Stdio};

use tidings::actor::Actor;
use tidings::audit;
use tidings::clock::Clock;
use tidings::db::Db;
use tidings::newsletter;

use super::{add_newsletter, output_of, run, tidings};

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim().to_owned()
}

fn import(at: &std::path::Path, csv: &[u8]) -> Output {
    std::fs::write(at.join("readers.csv"), csv).unwrap();
    run(at, &["--json", "subscribers", "import", "readers.csv", "--newsletter", "morning"])
}

/// The audit log, the newest line first: action and detail.
fn audited(at: &std::path::Path) -> Vec<(String, String)> {
    let path = at.join("data/tidings.db");
    let mut conn = Db::open(&format!("sqlite:{}", path.display()), Some(&path)).unwrap().connect().unwrap();
    let entries = audit::page(&mut conn, &audit::Filter::default(), i64::MAX, 100).unwrap();
    entries.into_iter().map(|entry| (entry.action, entry.detail)).collect()
}

/// An unclosed quote made 5,000 readers one cell, and the command succeeded.
#[test]
fn an_unclosed_quote_affects_only_its_own_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "");
    let csv = b"email,name\nann@example.org,\"Ann\nben@example.org,Ben\nren@example.org,Ren\xe9\neve@example.org,Eve\n";
    let done = import(at, csv);
    assert_eq!(done.status.code(), Some(1));
    let error = r#"{"error":"2 rows were refused; the others are in","causes":[]}"#;
    assert!(text(&done.stderr).ends_with(error), "{}", text(&done.stderr));
    let object: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!((&object["added"], &object["refused"]), (&2.into(), &2.into()), "{object}");
    let lines: Vec<_> = object["errors"].as_array().unwrap().iter().map(|error| error["line"].as_u64()).collect();
    assert_eq!(lines, [Some(2), Some(4)], "{object}");
}

#[test]
fn a_closed_newsletter_accepts_no_import() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "");
    let path = at.join("data/tidings.db");
    let mut conn = Db::open(&format!("sqlite:{}", path.display()), Some(&path)).unwrap().connect().unwrap();
    let (now, newsletter) = (Clock::System.now(), newsletter::by_slug(&mut conn, "morning").unwrap().unwrap());
    assert!(newsletter::set_open(&mut conn, &Actor::Operator, now, newsletter.id, false).unwrap());
    let done = import(at, b"email\nann@example.org\n");
    assert_eq!(done.status.code(), Some(1));
    assert!(text(&done.stderr).contains("is closed to new readers"), "{}", text(&done.stderr));
    assert_eq!(output_of(at, &["subscribers", "export", "-"]).lines().count(), 1, "only the heading");
}

/// Importing an export confirmed everybody in it, and changed a cell that was protected with an apostrophe.
#[test]
fn an_export_can_be_imported_unchanged() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "");
    let rows = "+plus@example.org,=Ann,confirmed\nben@example.org,Ben,pending\neve@example.org,Eve,unsubscribed\n";
    let done = import(at, format!("email,name,state\n{rows}").as_bytes());
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert!(text(&done.stderr).contains("1 are pending and were sent nothing"), "{}", text(&done.stderr));
    output_of(at, &["subscribers", "export", "out.csv"]);
    assert_eq!(std::fs::metadata(at.join("out.csv")).unwrap().permissions().mode() & 0o777, 0o600);
    let first = output_of(at, &["subscribers", "export", "-"]);
    assert!(first.contains("'+plus@example.org,'=Ann,morning,confirmed,"), "{first}");
    assert_eq!(
        audited(at),
        [("subscriber.export", ""), ("subscriber.export", ""), ("subscriber.import", "3"), ("newsletter.add", "")]
            .map(|(action, detail)| (action.to_owned(), detail.to_owned()))
    );

    let other = tempfile::tempdir().unwrap();
    add_newsletter(other.path(), "");
    let arguments = ["subscribers", "import", "-", "--newsletter", "morning"];
    let mut command = tidings(other.path(), &arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(first.as_bytes()).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!(text(&done.stdout), "3 added, 0 already there, 0 refused");
    let second = output_of(other.path(), &["subscribers", "export", "-"]);
    // All columns but the times, in the order of the rows.
    let rows = |csv: &str| {
        let cells = |line: &str| line.split(',').take(4).collect::<Vec<_>>().join(",");
        let mut rows: Vec<String> = csv.lines().map(cells).collect();
        rows.sort();
        rows
    };
    assert_eq!(rows(&first), rows(&second));
    let counts = output_of(other.path(), &["--json", "newsletter", "list"]);
    assert!(counts.contains("\"confirmed\":1") && counts.contains("\"pending\":1"), "{counts}");
}

#[test]
fn an_import_is_tried_listed_and_undone() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "");
    let csv = "uuid,email,name,attributes,status,created_at,updated_at\n\
               1,ann@example.org,Ann,{},enabled,2023-05-08 10:11:12 +0000 UTC,\n2,ben@example.org,Ben,{},blocklisted,,\n";
    std::fs::write(at.join("readers.csv"), csv).unwrap();
    let arguments = ["subscribers", "import", "readers.csv", "--newsletter", "morning"];
    let trial = run(at, &[&arguments[..], &["--dry-run"]].concat());
    assert_eq!(text(&trial.stdout), "2 added, 0 already there, 0 refused");
    assert!(text(&trial.stderr).contains("read as an export of listmonk"), "{}", text(&trial.stderr));
    assert!(text(&trial.stderr).ends_with("this is what an import would do"), "{}", text(&trial.stderr));
    assert_eq!(output_of(at, &["subscribers", "imports"]), "");
    let done = run(at, &arguments);
    assert!(text(&done.stderr).contains("undo it with: tidings subscribers undo-import 1"), "{}", text(&done.stderr));
    let listed = output_of(at, &["subscribers", "imports"]);
    assert!(listed.contains("\tmorning\tlistmonk\treaders.csv\t2 added, 0 already there, 0 refused"), "{listed}");
    let exported = output_of(at, &["subscribers", "export", "-"]);
    assert!(exported.contains("ben@example.org,Ben,morning,unsubscribed,"), "{exported}");
    assert!(exported.contains(",request,") && exported.contains(",2023-05-08T10:11:12Z,"), "{exported}");
    assert_eq!(output_of(at, &["subscribers", "undo-import", "1"]), "2 removed, 0 have acted since and stay");
    assert_eq!(output_of(at, &["subscribers", "export", "-"]).lines().count(), 1);
    assert!(!run(at, &["subscribers", "undo-import", "7"]).status.success());
}

#[test]
fn a_column_that_may_say_who_left_is_named_or_ignored() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "");
    std::fs::write(at.join("readers.csv"), "email,Patron Status\nann@example.org,Active patron\n").unwrap();
    let arguments = ["subscribers", "import", "readers.csv", "--newsletter", "morning"];
    let refused = run(at, &arguments);
    let words = text(&refused.stderr);
    assert!(
        !refused.status.success() && words.contains("Patron Status") && words.contains("--ignore-column"),
        "{words}"
    );
    let ignored = run(at, &[&arguments[..], &["--ignore-column", "Patron Status"]].concat());
    assert_eq!(text(&ignored.stdout), "1 added, 0 already there, 0 refused");
    let wrong = run(at, &[&arguments[..], &["--from", "pigeon"]].concat());
    assert!(text(&wrong.stderr).contains("listmonk"), "{}", text(&wrong.stderr));
}

/// What an export holds comes back: suppressions, pauses, and the evidence of consent.
#[test]
fn an_export_brings_back_every_column() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "");
    let file = "email,name,newsletter,state,since,language,suppressed,opted_in_at,opted_in_from,confirmed_at,confirmed_from,unsubscribed_at,paused_until\n\
        ann@example.org,Ann,morning,confirmed,2024-01-01T00:00:00Z,en,hard-bounce,2024-01-01T00:00:00Z,192.0.2.7,2024-01-02T00:00:00Z,192.0.2.8,,2099-01-01T00:00:00Z\n\
        ben@example.org,Ben,morning,unsubscribed,2024-01-01T00:00:00Z,en,complaint,2024-01-01T00:00:00Z,,,,2024-02-01T00:00:00Z,\n";
    let done = import(at, file.as_bytes());
    assert!(done.status.success(), "{}", text(&done.stderr));
    assert_eq!(output_of(at, &["subscribers", "export", "-"]), file.trim());
}
