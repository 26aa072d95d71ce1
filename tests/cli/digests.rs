//! Digests from a script: scheduled, and shown as they were sent.

use super::{add_newsletter, output_of, run};

/// It was rendered again from the present articles, which is not what the readers got.
#[test]
fn a_digest_that_was_sent_is_shown_as_it_went_out() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    add_newsletter(at, "1 Quay Street");
    let bring = |title: &str| {
        let article = format!(r#"{{"title": "{title}", "body_markdown": "They sail.", "guid": "1"}}"#);
        std::fs::write(at.join("article.json"), article).unwrap();
        output_of(at, &["article", "import", "article.json"]);
    };
    bring("Boats until one");
    let id = output_of(at, &["digest", "compose", "--newsletter", "morning", "--subject", "Boats"]);
    let past = run(at, &["digest", "send", &id, "--at", "2020-01-01T07:00:00Z"]);
    assert!(String::from_utf8_lossy(&past.stderr).contains("has passed"), "{past:?}");
    let when = "2131-10-24T07:00:00+02:00";
    assert!(!run(at, &["digest", "send", &id, "--at", when, "--wait"]).status.success());
    let set = output_of(at, &["--json", "digest", "send", &id, "--at", when]);
    assert!(set.contains("2131-10-24T05:00:00"), "{set}");
    assert!(output_of(at, &["digest", "show", &id]).starts_with("Boats (scheduled)"));
    output_of(at, &["digest", "send", &id]);
    bring("Boats until two");
    let shown = output_of(at, &["digest", "show", &id]);
    assert!(shown.contains("Boats until one") && !shown.contains("until two"), "{shown}");
}
