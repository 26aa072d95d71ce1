//! The house's own rules, held against the source tree: the floors, who may name which library, the shape of files, what
//! the repository may not speak of, the operators' pages, templates without a user.
//!
//! Each rule is a function from text to complaints, with its own table of cases; here they meet the real files.

mod floors;
mod names;
mod pages;
mod shape;
mod source;
mod speech;
mod templates;

use source::{SourceFile, read_tree, root};

fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}

fn sources() -> Vec<SourceFile> {
    let files = read_tree(&root().join("src"), "rs");
    assert!(files.iter().any(|file| file.path == "lib.rs"), "src/lib.rs is not where it is looked for");
    files
}

#[test]
fn a_room_uses_only_the_rooms_below_it() {
    let files = sources();
    let lib = files.iter().find(|file| file.path == "lib.rs").unwrap();
    let floors = floors::Floors::from_doc(&lib.text);
    assert!(floors.rooms().count() > 10, "the table of floors in src/lib.rs was not understood");
    assert_none(&floors::complaints(&floors, &files));
}

#[test]
fn libraries_clock_and_randomness_are_named_in_their_rooms_only() {
    assert_none(&names::complaints(&sources()));
}

#[test]
fn a_file_says_what_it_is_for_and_stays_small() {
    assert_none(&shape::complaints(&sources()));
}

#[test]
fn the_repository_speaks_of_itself_alone() {
    let files = source::repository_files();
    assert!(files.iter().any(|file| file.path == "Cargo.toml"), "the repository's files were not found");
    assert_none(&speech::complaints(&files));
}

#[test]
fn the_pages_name_every_key_and_lead_somewhere() {
    let files = source::repository_files();
    let page = files.iter().find(|file| file.path == "docs/configuration.md").unwrap();
    assert_none(&pages::unnamed(&tidings::config::Config::template(), &page.text));
    assert_none(&pages::dead_links(&files));
}

#[test]
fn every_template_has_a_user() {
    let templates = read_tree(&root().join("templates"), "");
    assert_none(&templates::complaints(&templates, &sources()));
}
