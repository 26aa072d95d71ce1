//! Names of types that say nothing about the thing, such as `Typed`, `Found`, `Asked` and `Wanted`.

use super::source::{SourceFile, tokens};

const VAGUE: &[&str] = &["Typed", "Found", "Find", "Asked", "Wanted", "Told"];

pub fn complaints(files: &[SourceFile]) -> Vec<String> {
    let shipped = files.iter().filter(|file| !file.is_test());
    let vague = shipped.flat_map(|file| vague_types(&file.text).into_iter().map(move |name| (&file.path, name)));
    vague.map(|(path, name)| format!("src/{path}: name the type `{name}` for what it is")).collect()
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
    let cases = [
        ("pub struct Typed<T>(T);", 1),
        ("enum Found {} type Asked = u8;", 2),
        ("struct Finding; struct NotFound; fn f() -> Found {}", 0),
        ("enum E { NotFound, Found }", 0),
        ("#[cfg(test)] mod tests { struct Found; }", 0),
    ];
    for (text, expected) in cases {
        let found = complaints(&[file("a.rs", text)]);
        assert_eq!(found.len(), expected, "{text}: {found:?}");
    }
}
