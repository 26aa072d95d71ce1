//! Names of types that say nothing about the thing: what was typed, found, asked or wanted by whom?

use super::source::{SourceFile, tokens};

const VAGUE: &[&str] = &["Typed", "Found", "Find", "Asked", "Wanted", "Told"];

/// A type that keeps its name until its file is reworked: path under `src/`, name.
pub type Exception = (&'static str, &'static str);

pub fn complaints(files: &[SourceFile], exceptions: &[Exception]) -> Vec<String> {
    let shipped = files.iter().filter(|file| !file.is_test());
    let vague = shipped.flat_map(|file| vague_types(&file.text).into_iter().map(|name| (file.path.as_str(), name)));
    let vague: Vec<(&str, String)> = vague.collect();
    let is_there = |(path, name): &Exception| vague.iter().any(|(file, found)| file == path && found == name);
    let unlisted = vague.iter().filter(|(path, name)| !exceptions.contains(&(*path, name.as_str())));
    let unneeded = exceptions.iter().filter(|exception| !is_there(exception));
    unlisted
        .map(|(path, name)| format!("src/{path}: the type `{name}` is to be named for what it is"))
        .chain(
            unneeded.map(|(path, name)| {
                format!("the exception for `{name}` of {path} is not needed: take it out of the list")
            }),
        )
        .collect()
}

fn vague_types(text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let declares = |word: &str| matches!(word, "struct" | "enum" | "union" | "trait" | "type");
    let pairs = tokens.windows(2).filter(|pair| declares(&pair[0]) && VAGUE.contains(&pair[1].as_str()));
    pairs.map(|pair| pair[1].clone()).collect()
}

#[test]
fn a_vague_name_is_found_where_the_type_is_declared() {
    use super::source::file;
    let cases: [(&str, &[Exception], usize); 7] = [
        ("pub struct Typed<T>(T);", &[], 1),
        ("enum Found {} type Asked = u8;", &[], 2),
        ("struct Finding; struct NotFound; fn f() -> Found {}", &[], 0),
        ("enum E { NotFound, Found }", &[], 0),
        ("#[cfg(test)] mod tests { struct Found; }", &[], 0),
        ("struct Found;", &[("a.rs", "Found")], 0),
        ("struct Row;", &[("a.rs", "Found")], 1),
    ];
    for (text, exceptions, expected) in cases {
        let found = complaints(&[file("a.rs", text)], exceptions);
        assert_eq!(found.len(), expected, "{text}: {found:?}");
    }
}
