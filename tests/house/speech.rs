//! What no file of the repository may mention: paths of one machine, addresses of package registries.

use super::source::SourceFile;

/// In pieces, because this file is checked, too.
const NEEDLES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("index.", "crates.io"),
    concat!("static.", "crates.io"),
    concat!("crates.io", "-index"),
    concat!("registry.", "npmjs"),
    concat!("registry.", "yarnpkg"),
    concat!("pypi.", "org"),
    concat!("python", "hosted"),
    concat!("proxy.", "golang"),
    concat!("deb.", "debian.org"),
];

/// The line of a lock file that marks a published crate.
const LOCK_FILE_SOURCE: &str = concat!("source = \"registry+https://github.com/rust-lang/", "crates.io", "-index\"");

pub fn complaints(files: &[SourceFile]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        for (number, line) in file.text.lines().enumerate() {
            if file.path == "Cargo.lock" && line == LOCK_FILE_SOURCE {
                continue;
            }
            for needle in NEEDLES.iter().filter(|needle| line.contains(**needle)) {
                found.push(format!("{}:{} mentions {needle}", file.path, number + 1));
            }
        }
    }
    found
}

#[test]
fn a_path_of_one_machine_or_a_registry_is_found() {
    use super::source::file;
    let home = format!("/{}/notes", "root");
    let lock = LOCK_FILE_SOURCE.to_owned();
    let other = format!("https://{}.crates.io/", "index");
    let cases = [
        ("README.md", "see src/web for the routes", 0),
        ("README.md", home.as_str(), 1),
        ("Cargo.lock", lock.as_str(), 0),
        ("README.md", lock.as_str(), 1),
        ("Cargo.lock", other.as_str(), 1),
    ];
    for (path, text, expected) in cases {
        assert_eq!(complaints(&[file(path, text)]).len(), expected, "{path}: {text}");
    }
}
