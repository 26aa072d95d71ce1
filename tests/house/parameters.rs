//! SQL parameters `$1`, `$2`, .. appear first in rising order in each string of the source. PostgreSQL goes by the number,
//! but SQLite takes `$4` for a name and binds values by first appearance: a statement that named `$4` first cancelled
//! nothing.

use super::source::{SourceFile, strings};

pub fn complaints(files: &[SourceFile]) -> Vec<String> {
    let in_file = |file: &SourceFile| {
        let wrong = strings(&file.text).into_iter().filter(|text| !is_rising(&first_appearances(text)));
        let complaint = |text: String| {
            let statement = text.split_whitespace().collect::<Vec<_>>().join(" ");
            format!("src/{}: number the parameters by first appearance in: {statement}", file.path)
        };
        wrong.map(complaint).collect::<Vec<_>>()
    };
    files.iter().flat_map(in_file).collect()
}

/// The numbers of the parameters, in the order of their first appearances.
fn first_appearances(text: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    for part in text.split('$').skip(1) {
        let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
        if let Ok(number) = digits.parse()
            && !numbers.contains(&number)
        {
            numbers.push(number);
        }
    }
    numbers
}

/// Whether the numbers rise. Numbers may be left out, because a part that is formatted in may hold them.
fn is_rising(numbers: &[u32]) -> bool {
    numbers.is_sorted()
}

#[test]
fn parameters_out_of_order_are_found() {
    use super::source::file;
    let cases = [
        (r#"sql_query("UPDATE t SET a = $1 WHERE b = $2 AND c = $1 AND d = $3")"#, 0),
        (r#"sql_query("UPDATE t SET a = $4 WHERE b = $1")"#, 1),
        (r##"sql_query(r#"SELECT "a" FROM t WHERE b = $2 OR c = $1"#)"##, 1),
        (r#"sql_query("a = $1") + "a = $10 AND b = $9" + "$2""#, 1),
        (r#"format!("WHERE a = $1 AND {due} LIMIT $3")"#, 0),
        (r#"f("$argon2id$v=19$m=19456") // a = $2 AND b = $1"#, 0),
        (r"macro_rules! m { ($b:expr, $a:expr) => { $2 + $1 } }", 0),
    ];
    for (text, expected) in cases {
        let found = complaints(&[file("a.rs", text)]);
        assert_eq!(found.len(), expected, "{text}: {found:?}");
    }
}
