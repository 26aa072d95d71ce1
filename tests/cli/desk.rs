//! What an operator does at the shell without the administration: look things up, and act for a reader.

use serde_json::Value;

use super::{add_newsletter, output_of, run};

fn json(at: &std::path::Path, arguments: &[&str]) -> Value {
    serde_json::from_str(&output_of(at, &[&["--json"], arguments].concat())).unwrap()
}

#[test]
fn articles_and_digests_are_listed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "1 Quay Street");
    let articles = r#"[{"title": "Boats until one", "body_markdown": "They sail."}, {"title": "Bread", "body_markdown": "Baked."}]"#;
    std::fs::write(at.join("articles.json"), articles).unwrap();
    output_of(at, &["article", "import", "articles.json"]);
    output_of(at, &["digest", "compose", "--newsletter", "morning", "--subject", "Boats and bread"]);
    assert_eq!(output_of(at, &["article", "list"]).lines().count(), 2);
    let found = output_of(at, &["article", "list", "--words", "boats"]);
    assert!(found.starts_with("1\t") && found.ends_with("\tpublished\tBoats until one"), "{found}");
    assert_eq!(output_of(at, &["digest", "list"]), "1\tdraft\tmorning\tBoats and bread");
    let digests = json(at, &["digest", "list"]);
    assert_eq!((&digests["digests"][0]["id"], &digests["digests"][0]["newsletter"]), (&1.into(), &"morning".into()));
}

#[test]
fn a_reader_is_shown_unsubscribed_and_erased_by_address() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "");
    std::fs::write(at.join("readers.csv"), "email,name\nann@example.org,Ann\n").unwrap();
    output_of(at, &["subscribers", "import", "readers.csv", "--newsletter", "morning"]);
    let shown = output_of(at, &["subscribers", "show", "ANN@example.org"]);
    assert!(shown.contains("\tAnn\nmorning\tconfirmed since "), "{shown}");
    assert_eq!(json(at, &["subscribers", "show", "ann@example.org"])["address"], "ann@example.org");
    assert_eq!(output_of(at, &["subscribers", "unsubscribe", "ann@example.org"]), "unsubscribed from morning");
    assert!(output_of(at, &["subscribers", "show", "ann@example.org"]).contains("morning\tunsubscribed since "));
    let again = run(at, &["subscribers", "unsubscribe", "ann@example.org"]);
    assert!(!again.status.success(), "a subscription that has ended was ended again");
    assert_eq!(run(at, &["subscribers", "erase", "ann@example.org"]).status.code(), Some(2), "without --yes");
    assert_eq!(output_of(at, &["subscribers", "erase", "ann@example.org", "--yes"]), "erased");
    let gone = run(at, &["subscribers", "show", "ann@example.org"]);
    assert!(String::from_utf8_lossy(&gone.stderr).contains("there is no reader ann@example.org"));
}

#[test]
fn errors_are_objects_where_json_is_wanted() {
    let folder = tempfile::tempdir().unwrap();
    for (arguments, code, error) in [
        (&["--json", "subscribers", "show", "nobody@example.org"][..], 1, "there is no reader nobody@example.org"),
        (&["--json", "newsletter", "change", "none"], 1, "there is no newsletter"),
        (&["digest", "show", "first", "--json"], 2, "invalid value 'first'"),
        (&["--json", "nonsense"], 2, "unrecognized subcommand 'nonsense'"),
    ] {
        let done = run(folder.path(), arguments);
        let last = String::from_utf8(done.stderr).unwrap().lines().last().unwrap_or_default().to_owned();
        let object: Value = serde_json::from_str(&last).unwrap_or_else(|_| panic!("{arguments:?}: {last}"));
        assert_eq!(done.status.code(), Some(code), "{arguments:?}");
        assert!(object["error"].as_str().unwrap().starts_with(error), "{object}");
        assert!(object["causes"].is_array(), "{object}");
    }
}

#[test]
fn completions_and_manual_pages_are_made() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (shell, mark) in
        [("bash", "complete -F _tidings"), ("zsh", "#compdef tidings"), ("fish", "complete -c tidings")]
    {
        let script = output_of(at, &["completions", shell]);
        assert!(script.contains(mark) && script.contains("unsubscribe"), "{shell}");
    }
    output_of(at, &["man", "man1"]);
    for page in ["tidings.1", "tidings-digest-send.1", "tidings-subscribers-erase.1"] {
        assert!(std::fs::read_to_string(at.join("man1").join(page)).unwrap().contains(".TH"), "{page}");
    }
    assert!(!at.join("data").exists(), "neither needs an installation");
}
