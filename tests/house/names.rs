//! Only the room that wraps a library names it, so that the rest does not depend on it.

use super::source::{SourceFile, tokens};

struct Rule {
    what: &'static str,
    /// Is it named by the tokens that begin here?
    named: fn(&[&str]) -> bool,
    /// May the file with this path under `src/` name it?
    allowed: fn(&str) -> bool,
}

const RULES: &[Rule] = &[
    Rule { what: "diesel", named: is_diesel, allowed: is_queries },
    Rule { what: "lettre", named: |at| at[0] == "lettre", allowed: |path| path.starts_with("mail/") },
    Rule { what: "actix", named: |at| at[0].starts_with("actix_"), allowed: |path| path.starts_with("web/") },
    Rule { what: "clap", named: |at| at[0] == "clap", allowed: |path| path.starts_with("cli/") || path == "main.rs" },
    Rule { what: "the wall clock", named: is_wall_clock, allowed: |path| path == "clock.rs" },
    Rule { what: "randomness", named: is_randomness, allowed: |path| path == "token.rs" },
    Rule { what: "unfinished code", named: is_unfinished, allowed: |_| false },
];

fn is_queries(path: &str) -> bool {
    path.starts_with("db/") || path.ends_with("/queries.rs") || path.contains("/queries/")
}

/// `#[diesel(..)]` does not count: a noun's type may say how it is stored.
fn is_diesel(at: &[&str]) -> bool {
    at[0].starts_with("diesel_") || at[0] == "diesel" && at.get(1) != Some(&"(")
}

fn is_wall_clock(at: &[&str]) -> bool {
    let reads = |word: &str| matches!(word, "now" | "elapsed");
    matches!(at, ["Utc" | "Local" | "SystemTime" | "UNIX_EPOCH", "::" | ".", word, ..] if reads(word))
}

fn is_randomness(at: &[&str]) -> bool {
    matches!(at[0], "rand" | "SystemRandom" | "OsRng" | "getrandom" | "fastrand")
}

fn is_unfinished(at: &[&str]) -> bool {
    matches!(at, ["todo" | "unimplemented" | "dbg", "!", ..])
}

pub fn complaints(files: &[SourceFile]) -> Vec<String> {
    files.iter().filter(|file| !file.is_test()).flat_map(in_file).collect()
}

fn in_file(file: &SourceFile) -> Vec<String> {
    let owned = tokens(&file.text);
    let tokens: Vec<&str> = owned.iter().map(String::as_str).collect();
    let is_named = |rule: &Rule| (0..tokens.len()).any(|at| (rule.named)(&tokens[at..]));
    RULES
        .iter()
        .filter(|rule| !(rule.allowed)(&file.path) && is_named(rule))
        .map(|rule| format!("src/{} names {}", file.path, rule.what))
        .collect()
}

#[test]
fn a_name_outside_its_room_is_found() {
    use super::source::file;
    let cases = [
        ("subscriber/mod.rs", "use diesel::prelude::*;", Some("diesel")),
        ("subscriber/mod.rs", "#[diesel(table_name = t)] struct A;", None),
        ("subscriber/mod.rs", "fn f() -> diesel::Result {}", Some("diesel")),
        ("web/mod.rs", "diesel_migrations::run()", Some("diesel")),
        ("subscriber/queries.rs", "use diesel::prelude::*;", None),
        ("subscriber/queries/insert.rs", "use diesel::prelude::*;", None),
        ("db/conn.rs", "use diesel::prelude::*;", None),
        ("subscriber/mod.rs", "//! Knows no diesel.\nlet x = \"diesel\";", None),
        ("delivery/engine.rs", "use lettre::Address;", Some("lettre")),
        ("mail/smtp.rs", "use lettre::Address;", None),
        ("worker/mod.rs", "actix_web::rt::spawn(x)", Some("actix")),
        ("web/routes.rs", "use actix_web::App;", None),
        ("config.rs", "#[derive(clap::Parser)] struct A;", Some("clap")),
        ("main.rs", "use clap::Parser;", None),
        ("cli/mod.rs", "use clap::Parser;", None),
        ("digest/mod.rs", "chrono::Utc::now()", Some("the wall clock")),
        ("digest/mod.rs", "std::time::UNIX_EPOCH.elapsed()", Some("the wall clock")),
        ("digest/mod.rs", "fn f(now: DateTime<Utc>) { Instant::now(); }", None),
        ("clock.rs", "Utc::now()", None),
        ("guard.rs", "use aws_lc_rs::{hmac, rand};", Some("randomness")),
        ("guard.rs", "SystemRandom::new()", Some("randomness")),
        ("token.rs", "use aws_lc_rs::rand;", None),
        ("token.rs", "fn f() { todo!() }", Some("unfinished code")),
        ("guard.rs", "#[cfg(test)] mod tests { use diesel::prelude::*; }", None),
        ("guard/tests.rs", "use diesel::prelude::*;", None),
    ];
    for (path, text, what) in cases {
        let expected: Vec<String> = what.map(|what| format!("src/{path} names {what}")).into_iter().collect();
        assert_eq!(complaints(&[file(path, text)]), expected, "{text}");
    }
}
