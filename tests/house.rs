//! Rules about the source tree: the floors, files that use each other, who may name which library, the shape of files,
//! names of types, the numbers of SQL parameters, what the repository may not mention, the operators' pages, templates
//! without a user.
//!
//! Each rule is a function from text to complaints with a table of cases. Here the rules are applied to the real files.

mod circles;
mod floors;
mod names;
mod pages;
mod parameters;
mod paths;
mod shape;
mod source;
mod speech;
mod templates;
mod type_names;

use source::{SourceFile, read_tree, root};
use tidings::locale::Locale;
use tidings::web::admin::audit_log::NOUNS;

fn assert_none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}

fn sources() -> Vec<SourceFile> {
    let files = read_tree(&root().join("src"), "rs");
    assert!(files.iter().any(|file| file.path == "lib.rs"), "src/lib.rs was not found");
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
fn a_module_of_web_uses_only_the_modules_below_it() {
    let files = sources();
    let web = files.iter().find(|file| file.path == "web/mod.rs").unwrap();
    let floors = floors::Floors::from_doc(&web.text);
    assert!(floors.rooms().count() > 10, "the table of src/web/mod.rs was not understood");
    assert_none(&floors::room_complaints("web", &floors, &paths::Crate::read(&files).uses()));
}

#[test]
fn no_two_files_use_each_other() {
    let files = sources();
    let tree = paths::Crate::read(&files);
    let uses = tree.uses();
    assert!(
        uses.values().map(std::collections::BTreeSet::len).sum::<usize>() > 500,
        "the paths in src were not understood"
    );
    assert_none(&circles::complaints(&uses));
}

#[test]
fn a_type_is_named_for_what_it_is() {
    assert_none(&type_names::complaints(&sources()));
}

#[test]
fn sql_parameters_are_numbered_by_first_appearance() {
    assert_none(&parameters::complaints(&sources()));
}

#[test]
fn libraries_clock_and_randomness_are_named_in_their_rooms_only() {
    assert_none(&names::complaints(&sources()));
}

#[test]
fn a_file_begins_with_its_purpose_and_is_small() {
    assert_none(&shape::complaints(&sources()));
}

#[test]
fn the_repository_mentions_no_machine_and_no_registry() {
    let files = source::repository_files();
    assert!(files.iter().any(|file| file.path == "Cargo.toml"), "the repository's files were not found");
    assert_none(&speech::complaints(&files));
}

#[test]
fn the_pages_name_every_key_and_have_no_dead_links() {
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

/// An action of the audit log is written between quotes as a noun, a dot and a verb.
#[test]
fn every_action_of_the_audit_log_has_words() {
    let is_action = |piece: &&str| {
        let action = piece.split_once('.').filter(|(noun, _)| NOUNS.iter().any(|(known, _)| known == noun));
        action.is_some_and(|(_, verb)| verb.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    };
    let files = sources();
    let pieces = files.iter().flat_map(|file| file.text.split('"')).filter(is_action);
    let actions: Vec<&str> = pieces.filter(|action| !["site.css", "site.js"].contains(action)).collect();
    assert!(actions.len() > 30, "the actions in src were not understood: {actions:?}");
    let key = |action: &str| format!("audit-{}", action.replace('.', "-"));
    let silent = actions.iter().filter(|action| Locale::default().t(&key(action)).starts_with("audit-"));
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<&&str>::new());
}

/// Rows name these by id without a foreign key, whose check would lock one row for all that name it.
#[test]
fn nothing_deletes_newsletters_dispatches_or_messages() {
    for file in sources() {
        for table in ["newsletters", "dispatches", "messages"] {
            for deletion in [format!("delete({table}::"), format!("DELETE FROM {table} ")] {
                assert!(!file.text.contains(&deletion), "{}: {deletion}", file.path);
            }
        }
    }
}
