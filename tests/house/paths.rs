//! The paths that a source file names, as the compiler would resolve them: which file's items does it use?
//!
//! Works on tokens, not on types: a method call names no path, and a macro's inside is read like other code.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{SourceFile, tokens};

/// Names from the crate's root down, such as `["mail", "smtp", "Connection"]`.
pub type Path = Vec<String>;

/// How often a name may be re-exported before the search for its origin is given up.
const HOPS: usize = 8;

/// One branch of a `use` declaration.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Import {
    /// The name that it brings in; none for `*`.
    name: Option<String>,
    path: Path,
    /// Declared with `pub`, `pub(crate)` or `pub(super)`.
    is_reexport: bool,
}

/// What one file names and declares.
struct Module {
    imports: Vec<Import>,
    /// Paths of two names or more outside `use` declarations.
    paths: Vec<Path>,
    declared: BTreeSet<String>,
    /// Types, constants and called functions that stand outside `use` declarations by one name.
    words: BTreeSet<String>,
}

/// The modules of the crate by path, without test files and `main.rs`.
pub struct Crate {
    modules: BTreeMap<Path, Module>,
    files: BTreeMap<Path, String>,
}

impl Crate {
    pub fn read(files: &[SourceFile]) -> Self {
        let shipped = files.iter().filter(|file| !file.is_test() && file.path != "main.rs");
        let files: BTreeMap<Path, &SourceFile> = shipped.map(|file| (module_path(&file.path), file)).collect();
        let names: BTreeSet<Path> = files.keys().cloned().collect();
        let modules = files.iter().map(|(path, file)| (path.clone(), Module::read(path, &file.text, &names))).collect();
        Self { modules, files: files.into_iter().map(|(path, file)| (path, file.path.clone())).collect() }
    }

    /// For each file, the files whose items it uses. A re-export that the file itself makes no use of does not count.
    pub fn uses(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let uses = |path: &Path, module: &Module| {
            let own = self.file(path);
            module.used_paths().filter_map(|used| self.origin(used)).filter(|used| *used != own).collect()
        };
        self.modules.iter().map(|(path, module)| (self.file(path), uses(path, module))).collect()
    }

    fn file(&self, path: &Path) -> &str {
        self.files.get(path).map_or("", String::as_str)
    }

    /// The file that declares what the path leads to, through re-exports.
    fn origin(&self, path: &[String]) -> Option<&str> {
        self.find(path, HOPS).map(|module| self.file(&module))
    }

    fn find(&self, path: &[String], hops: usize) -> Option<Path> {
        let mut at = Path::new();
        for (index, name) in path.iter().enumerate() {
            let child: Path = at.iter().chain([name]).cloned().collect();
            if self.modules.contains_key(&child) {
                at = child;
                continue;
            }
            let rest = path.get(index + 1..).unwrap_or_default();
            return self.through(&at, name, rest, hops).or(Some(at));
        }
        Some(at)
    }

    /// Follows an import of the module `at` that brings `name` in.
    fn through(&self, at: &Path, name: &str, rest: &[String], hops: usize) -> Option<Path> {
        let hops = hops.checked_sub(1)?;
        let module = self.modules.get(at)?;
        if module.declared.contains(name) {
            return None;
        }
        let continued = |path: &Path| path.iter().chain(rest).cloned().collect::<Path>();
        if let Some(import) = module.imports.iter().find(|import| import.name.as_deref() == Some(name)) {
            return self.find(&continued(&import.path), hops);
        }
        module.imports.iter().filter(|import| import.name.is_none()).find_map(|import| {
            let source = self.find(&import.path, hops)?;
            if self.modules.get(&source)?.declared.contains(name) {
                return Some(source);
            }
            self.through(&source, name, rest, hops)
        })
    }
}

impl Module {
    fn read(own: &Path, text: &str, modules: &BTreeSet<Path>) -> Self {
        let tokens = tokens(text);
        let (declarations, code) = split_uses(&tokens);
        let mut imports = Vec::new();
        for (tree, is_reexport) in declarations {
            branches(tree, &mut Vec::new(), &mut |path, name| {
                imports.push(Import { name, path, is_reexport });
            });
        }
        let children = |name: &str| {
            modules.contains(&own.iter().map(String::as_str).chain([name]).map(str::to_owned).collect::<Path>())
        };
        imports.retain_mut(|import| match absolute(&import.path, own, &children, &[]) {
            Some(path) => {
                import.path = path;
                true
            }
            None => false,
        });
        let paths = paths_in(&code).iter().filter_map(|path| absolute(path, own, &children, &imports)).collect();
        Self { imports, paths, declared: declared(&code), words: words(&code) }
    }

    fn used_paths(&self) -> impl Iterator<Item = &Path> {
        let is_used = |import: &&Import| {
            !import.is_reexport || import.name.as_ref().is_some_and(|name| self.words.contains(name))
        };
        self.imports.iter().filter(is_used).map(|import| &import.path).chain(&self.paths)
    }
}

/// `["db", "conn"]` for `db/conn.rs`, `["db"]` for `db/mod.rs` and `db.rs`, nothing for `lib.rs`.
pub fn module_path(file: &str) -> Path {
    let names = file.trim_end_matches(".rs").split('/');
    names.filter(|name| !matches!(*name, "mod" | "lib")).map(str::to_owned).collect()
}

/// The `use` declarations, each with whether it is public, and all other tokens.
fn split_uses(tokens: &[String]) -> (Vec<(&[String], bool)>, Vec<&String>) {
    let (mut declarations, mut code) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        // `use<'a>` is a capture in a type.
        if token == "use" && tokens.get(at + 1).is_some_and(|next| next != "<") {
            let end = tokens[at..].iter().position(|token| token == ";").map_or(tokens.len(), |length| at + length);
            let is_public = at.checked_sub(1).is_some_and(|before| matches!(tokens[before].as_str(), "pub" | ")"));
            declarations.push((&tokens[at + 1..end], is_public));
            at = end;
        } else {
            code.push(token);
        }
        at += 1;
    }
    (declarations, code)
}

/// Calls `found` with the path and the name of each branch of a `use` tree; `*` has no name.
fn branches(tree: &[String], prefix: &mut Path, found: &mut impl FnMut(Path, Option<String>)) {
    let depth = prefix.len();
    let mut at = 0;
    while let Some(token) = tree.get(at) {
        match token.as_str() {
            "::" => at += 1,
            "{" => {
                let end = closing(tree, at);
                for branch in commas(&tree[at + 1..end]) {
                    branches(branch, prefix, found);
                }
                prefix.truncate(depth);
                return;
            }
            "*" => {
                found(prefix.clone(), None);
                prefix.truncate(depth);
                return;
            }
            "as" => break,
            "self" if !prefix.is_empty() => at += 1,
            name => {
                prefix.push(name.to_owned());
                at += 1;
            }
        }
    }
    let alias = tree.iter().position(|token| token == "as").and_then(|at| tree.get(at + 1));
    if let Some(name) = alias.or(prefix.last()).cloned() {
        found(prefix.clone(), Some(name));
    }
    prefix.truncate(depth);
}

/// The index of the `}` that closes the `{` at `open`.
fn closing(tree: &[String], open: usize) -> usize {
    let mut depth = 0;
    for (at, token) in tree.iter().enumerate().skip(open) {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tree.len()
}

/// Splits at the commas outside inner braces.
fn commas(group: &[String]) -> Vec<&[String]> {
    let mut depth = 0;
    let parts = group.split(|token| {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        token == "," && depth == 0
    });
    parts.filter(|part| !part.is_empty()).collect()
}

/// Paths of two names or more.
fn paths_in(code: &[&String]) -> Vec<Path> {
    let mut paths = Vec::new();
    let mut at = 0;
    while at < code.len() {
        let mut path = Path::new();
        while code.get(at).is_some_and(|token| is_name(token)) {
            path.push(code[at].clone());
            let goes_on = code.get(at + 1).is_some_and(|token| *token == "::");
            at += if goes_on { 2 } else { 1 };
            if !goes_on {
                break;
            }
        }
        if path.len() > 1 {
            paths.push(path);
        } else if path.is_empty() {
            at += 1;
        }
    }
    paths
}

fn is_name(token: &str) -> bool {
    token.chars().next().is_some_and(|c| c.is_alphabetic() || c == '_')
}

/// The path from the crate's root; none for another crate's or a local name.
fn absolute(path: &[String], own: &Path, is_child: &dyn Fn(&str) -> bool, imports: &[Import]) -> Option<Path> {
    let (first, rest) = path.split_first()?;
    let mut base = match first.as_str() {
        "crate" => Path::new(),
        "self" => own.clone(),
        "super" => own.split_last()?.1.to_vec(),
        name => match imports.iter().find(|import| import.name.as_deref() == Some(name)) {
            Some(import) => import.path.clone(),
            None if is_child(name) => own.iter().cloned().chain([name.to_owned()]).collect(),
            None => return None,
        },
    };
    for name in rest {
        match name.as_str() {
            "super" => drop(base.pop()),
            name => base.push(name.to_owned()),
        }
    }
    Some(base)
}

/// Names that can stand for an imported item: capitalised ones, and lower-case ones that are called, but no methods.
fn words(code: &[&String]) -> BTreeSet<String> {
    let at = |index: Option<usize>| index.and_then(|index| code.get(index)).map_or("", |token| token.as_str());
    let is_called = |index: usize| at(Some(index + 1)) == "(" && !matches!(at(index.checked_sub(1)), "." | "fn");
    let stands = |(index, token): &(usize, &&String)| token.starts_with(char::is_uppercase) || is_called(*index);
    let words = code.iter().enumerate().filter(|(_, token)| is_name(token)).filter(stands);
    words.map(|(_, token)| (*token).clone()).collect()
}

/// Names of the items that these tokens declare.
fn declared(code: &[&String]) -> BTreeSet<String> {
    let is_keyword = |token: &str| {
        matches!(
            token,
            "struct" | "enum" | "union" | "fn" | "trait" | "type" | "const" | "static" | "mod" | "macro_rules"
        )
    };
    let pairs = code.windows(2).filter(|pair| is_keyword(pair[0]) && is_name(pair[1]));
    pairs.map(|pair| pair[1].clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::source::file;
    use super::*;

    /// Which files `a/x.rs` uses, beside a crate of a few files.
    fn used_by(text: &str) -> Vec<String> {
        let files = [
            file("lib.rs", "pub mod a; pub mod b; pub mod c;"),
            file("a/mod.rs", "mod x; mod y; pub use y::Inner; pub struct Noun;"),
            file("a/x.rs", text),
            file("a/y.rs", "pub struct Inner; pub fn act() {}"),
            file("b/mod.rs", "pub mod deep; pub use deep::*; pub use crate::a::Inner as Other;"),
            file("b/deep.rs", "pub struct Deep; pub fn dive() {}"),
            file("c.rs", "pub fn c() {}"),
        ];
        let all = Crate::read(&files);
        all.uses().remove("a/x.rs").unwrap().into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_path_leads_to_the_file_that_declares_the_item() {
        let cases: [(&str, &[&str]); 25] = [
            ("use super::Noun;", &["a/mod.rs"]),
            ("use super::Inner;", &["a/y.rs"]),
            ("use super::y::act;", &["a/y.rs"]),
            ("use crate::a::{self, y::{Inner, act as go}};", &["a/mod.rs", "a/y.rs"]),
            ("use crate::b::Deep;", &["b/deep.rs"]),
            ("use crate::b::Other;", &["a/y.rs"]),
            ("use crate::b; fn f() { b::dive(); }", &["b/deep.rs", "b/mod.rs"]),
            ("use crate::b::*;", &["b/mod.rs"]),
            ("use crate::{c::c, b::deep};", &["b/deep.rs", "c.rs"]),
            ("fn f() -> crate::c::C {}", &["c.rs"]),
            ("fn f() { super::super::c::c() }", &["c.rs"]),
            ("fn f() { super::y::act::<u8>() }", &["a/y.rs"]),
            ("use super::y; fn f() { y::act() }", &["a/y.rs"]),
            ("pub use super::y::Inner;", &[]),
            ("pub(super) use super::y::Inner; fn f() -> Inner {}", &["a/y.rs"]),
            ("pub use super::y::act; fn f() { act() }", &["a/y.rs"]),
            ("pub use super::y::act; struct S { act: u8 } fn f(s: S) { s.act }", &[]),
            ("pub use super::y::act; fn f(s: S) { s.act() }", &[]),
            ("macro_rules! m { () => { $crate::c::c() } }", &["c.rs"]),
            ("use std::fmt; fn f() { fmt::write(); std::fmt::write() }", &[]),
            ("use super::Noun as _;", &["a/mod.rs"]),
            ("fn f() -> impl Iterator + use<'_> { crate::c::c() }", &["c.rs"]),
            ("fn c() {} fn f() { c() }", &[]),
            ("#[cfg(test)] mod tests { use crate::c; }", &[]),
            ("use self::Here; struct Here;", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(used_by(text), expected, "{text}");
        }
    }
}
