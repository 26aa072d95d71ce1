//! The shape of source files: each begins with its purpose and is small.

use super::source::SourceFile;

const LONGEST: usize = 500;
const MEDIAN: usize = 150;

pub fn complaints(files: &[SourceFile]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        let lines = file.text.lines().count();
        if !file.text.starts_with("//! ") {
            found.push(format!("src/{} does not begin with `//!` lines about its purpose", file.path));
        }
        if lines > LONGEST {
            found.push(format!("src/{} has {lines} lines; {LONGEST} is the most", file.path));
        }
    }
    let median = median(files);
    if median >= MEDIAN {
        found.push(format!("the median file under src has {median} lines; the limit is below {MEDIAN}"));
    }
    found
}

fn median(files: &[SourceFile]) -> usize {
    let mut lengths: Vec<usize> = files.iter().map(|file| file.text.lines().count()).collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).copied().unwrap_or(0)
}

#[test]
fn a_long_or_undocumented_file_is_found() {
    use super::source::file;
    let lines = |count: usize| file("x.rs", &"//! x\n".repeat(count));
    let cases = [
        (vec![lines(1)], 0),
        (vec![file("x.rs", "use std::fmt;\n")], 1),
        (vec![file("x.rs", "// x\n")], 1),
        (vec![lines(500), lines(1), lines(1)], 0),
        (vec![lines(501), lines(1), lines(1)], 1),
        (vec![lines(149)], 0),
        (vec![lines(150)], 1),
        (vec![lines(1), lines(150), lines(400)], 1),
    ];
    for (files, expected) in cases {
        let found = complaints(&files);
        assert_eq!(found.len(), expected, "{found:?}");
    }
}
