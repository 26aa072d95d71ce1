//! A standard output that cannot be written: full, or a closed pipe.

use std::fs::OpenOptions;
use std::process::Stdio;

use super::{run, tidings};

/// A key whose line could not be written was lost by a panic.
#[test]
fn a_closed_output_is_reported() {
    let folder = tempfile::tempdir().unwrap();
    let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
    let arguments = ["api-key", "add", "--name", "script", "--role", "editor"];
    let done = tidings(folder.path(), &arguments).stdout(full).output().unwrap();
    let notes = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(done.status.code(), Some(1), "{notes}");
    assert!(notes.contains("was made") && notes.contains("revoke it"), "{notes}");
}

#[test]
fn a_closed_pipe_ends_a_command_quietly() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["migrate"]);
    for arguments in [&["config", "template"][..], &["--json", "newsletter", "list"], &["subscribers", "export", "-"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let done = tidings(folder.path(), arguments).stdout(Stdio::from(writer)).output().unwrap();
        let notes = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success() && notes.is_empty(), "{arguments:?}: {notes}");
    }
}
