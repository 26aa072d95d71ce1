//! Reads files, and reduces Rust text to its code: no comments, no strings, no test modules.

use std::path::{Path, PathBuf};
use std::process::Command;

pub struct SourceFile {
    /// Relative to the folder that was read, with `/`.
    pub path: String,
    pub text: String,
}

impl SourceFile {
    /// The first folder or the file's own name: `db` for `db/conn.rs` and `db.rs`.
    pub fn room(&self) -> &str {
        self.path.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// True for a file that is compiled in tests only, by this crate's custom.
    pub fn is_test(&self) -> bool {
        self.path.split('/').any(|part| part == "tests" || part == "tests.rs")
    }
}

#[cfg(test)]
pub fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned() }
}

pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every text file below `folder` with this extension (any, when empty), in order; none when the folder is not there.
pub fn read_tree(folder: &Path, extension: &str) -> Vec<SourceFile> {
    let mut paths = Vec::new();
    collect(folder, &mut paths);
    paths.retain(|path| extension.is_empty() || path.extension().is_some_and(|found| found == extension));
    paths.sort();
    read(folder, paths)
}

/// What git tracks or would track; without git, everything but build results.
pub fn repository_files() -> Vec<SourceFile> {
    let root = root();
    let mut git = Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(&root);
    let listed = git.output().ok().filter(|output| output.status.success());
    let mut paths = Vec::new();
    if let Some(output) = listed {
        let names = String::from_utf8_lossy(&output.stdout);
        paths.extend(names.split('\0').filter(|name| !name.is_empty()).map(|name| root.join(name)));
    } else {
        collect(&root, &mut paths);
    }
    read(&root, paths)
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_file() {
            paths.push(path);
        } else if path.is_dir() && name != "target" && name != ".git" {
            collect(&path, paths);
        }
    }
}

fn read(root: &Path, paths: Vec<PathBuf>) -> Vec<SourceFile> {
    let relative = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
    // A file that git lists may be deleted, and pictures are not text: neither says anything.
    let text = |path: &Path| std::fs::read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    paths.into_iter().filter_map(|path| Some(SourceFile { path: relative(&path), text: text(&path)? })).collect()
}

/// The tokens of the code that ships: identifiers, `::`, and single characters.
pub fn tokens(text: &str) -> Vec<String> {
    without_tests(&tokenise(&blank(text)))
}

/// The strings of the text, test modules included, as they are written: with their quotes and escapes.
pub fn strings(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        let string = raw_string(rest, at.checked_sub(1).map(|i| chars[i])).or_else(|| quoted(rest));
        if let Some(length) = string {
            found.push(rest[..length.min(rest.len())].iter().collect());
        }
        at += comment(rest).or(string).unwrap_or(1);
    }
    found
}

/// The same text with comments and the insides of strings and characters taken out.
fn blank(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < chars.len() {
        let rest = &chars[at..];
        let skipped = comment(rest).or_else(|| raw_string(rest, at.checked_sub(1).map(|i| chars[i])));
        let skipped = skipped.or_else(|| quoted(rest));
        if let Some(length) = skipped {
            out.push(' ');
            at += length;
        } else {
            out.push(chars[at]);
            at += 1;
        }
    }
    out
}

/// The length of the comment that begins here. Block comments nest.
fn comment(rest: &[char]) -> Option<usize> {
    match rest {
        ['/', '/', ..] => Some(rest.iter().position(|&c| c == '\n').unwrap_or(rest.len())),
        ['/', '*', ..] => {
            let (mut depth, mut at) = (1, 2);
            while depth > 0 && at < rest.len() {
                match rest[at..] {
                    ['/', '*', ..] => (depth, at) = (depth + 1, at + 2),
                    ['*', '/', ..] => (depth, at) = (depth - 1, at + 2),
                    _ => at += 1,
                }
            }
            Some(at)
        }
        _ => None,
    }
}

/// The length of the raw string (`r".."`, `r#".."#`) that begins here; `r` must not end an identifier, but `br` and `cr` do.
fn raw_string(rest: &[char], before: Option<char>) -> Option<usize> {
    let inside_word = before.is_some_and(|c| is_word(c) && c != 'b' && c != 'c');
    if rest.first() != Some(&'r') || inside_word {
        return None;
    }
    let hashes = rest[1..].iter().take_while(|&&c| c == '#').count();
    let start = 1 + hashes;
    if rest.get(start) != Some(&'"') {
        return None;
    }
    let closes = |at: &usize| rest[*at] == '"' && rest[at + 1..].iter().take_while(|&&c| c == '#').count() >= hashes;
    Some((start + 1..rest.len()).find(closes).map_or(rest.len(), |at| at + 1 + hashes))
}

/// The length of the string or character that begins here; a lifetime is neither.
fn quoted(rest: &[char]) -> Option<usize> {
    let quote = match rest {
        ['"', ..] => '"',
        ['\'', '\\', ..] | ['\'', _, '\'', ..] => '\'',
        _ => return None,
    };
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    Some(at + 1)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn tokenise(code: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut token = String::from(c);
        if is_word(c) {
            while let Some(next) = chars.next_if(|&next| is_word(next)) {
                token.push(next);
            }
        } else if c == ':' && chars.next_if_eq(&':').is_some() {
            token.push(':');
        }
        tokens.push(token);
    }
    tokens
}

/// Takes out every item that stands behind `#[cfg(test)]`, up to its `;` or its closing brace.
fn without_tests(tokens: &[String]) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        let marked = tokens[at..].iter().take(MARK.len()).map(String::as_str).eq(MARK);
        if marked {
            at = end_of_item(tokens, at + MARK.len());
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn end_of_item(tokens: &[String], from: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth -= 1,
            ";" if depth == 0 => return at + 1,
            _ => {}
        }
        if token == "}" && depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

#[test]
fn strings_are_found_outside_comments() {
    let cases: [(&str, &[&str]); 3] = [
        (r#"a("b \" c", "d") // "e""#, &[r#""b \" c""#, r#""d""#]),
        (r##"r#"a " b"# + /* "c" */ br"\""##, &[r##"r#"a " b"#"##, r#"r"\""#]),
        ("let r = 1; 'x: loop {}", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(strings(text), expected, "{text}");
    }
}

#[test]
fn comments_strings_and_tests_are_not_code() {
    let cases = [
        ("a // diesel\nb", "a b"),
        ("//! diesel\n/// diesel\na", "a"),
        ("a /* x /* diesel */ y */ b", "a b"),
        (r#"a("diesel \" diesel", b)"#, "a ( , b )"),
        (r##"a(r#"diesel " diesel"#, br"\", b)"##, "a ( , b , b )"),
        ("let r#type = 1;", "let r # type = 1 ;"),
        ("f('\"', '\\'', 'x') + g::<'a>(\"diesel\")", "f ( , , ) + g :: < ' a > ( )"),
        ("fn f<'a>(x: &'a str) {}", "fn f < ' a > ( x : & ' a str ) { }"),
        ("a; #[cfg(test)] mod tests { use diesel; fn f() {} } b;", "a ; b ;"),
        ("#[cfg(test)] mod tests; b;", "b ;"),
        ("#[cfg(test)] #[allow(dead_code)] fn f(x: [u8; 2]) { x; } b", "b"),
        ("#[cfg(unix)] mod x {}", "# [ cfg ( unix ) ] mod x { }"),
    ];
    for (text, code) in cases {
        assert_eq!(tokens(text).join(" "), code, "{text}");
    }
}
