//! The floors: which room may use which. The table of rooms is in the documentation of `src/lib.rs`, that of the
//! modules of `web` in the documentation of `src/web/mod.rs`.

use std::collections::{BTreeMap, BTreeSet};

use super::source::{SourceFile, tokens};

/// Rooms with their floor, in the table's order.
pub struct Floors(Vec<(String, u8)>);

impl Floors {
    /// From rows such as ``//! | 1, the outside world | [`db`] [`mail`] |``.
    pub fn from_doc(lib: &str) -> Self {
        let mut rooms = Vec::new();
        for row in lib.lines().filter_map(|line| line.strip_prefix("//! | ")) {
            let mut cells = row.split('|');
            let (Some(title), Some(names)) = (cells.next(), cells.next()) else { continue };
            let Some(floor) = title.split(',').next().and_then(|number| number.trim().parse().ok()) else { continue };
            let links = names.split("[`").skip(1).filter_map(|link| link.split_once("`]"));
            rooms.extend(links.map(|(name, _)| (name.to_owned(), floor)));
        }
        Self(rooms)
    }

    pub fn rooms(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    fn place(&self, room: &str) -> Option<usize> {
        self.rooms().position(|name| name == room)
    }

    /// The table goes from floor to floor, so a room may use itself and the rooms before it.
    fn allows(&self, room: &str, used: &str) -> bool {
        matches!((self.place(room), self.place(used)), (Some(own), Some(other)) if other <= own)
    }
}

pub fn complaints(floors: &Floors, files: &[SourceFile]) -> Vec<String> {
    let mut found = Vec::new();
    if !floors.0.is_sorted_by_key(|(_, floor)| *floor) {
        found.push("src/lib.rs: the table does not go from the lowest floor up".to_owned());
    }
    for file in files {
        match file.path.as_str() {
            "lib.rs" => found.extend(declarations(floors, &file.text)),
            "main.rs" => {}
            _ if floors.place(file.room()).is_none() => {
                found.push(format!("src/{}: the room `{}` is not in the table of src/lib.rs", file.path, file.room()));
            }
            _ if file.is_test() => {}
            _ => found.extend(uses(floors, file)),
        }
    }
    found
}

/// The order within one room: what each of its files uses, against the table of the room's `mod.rs`.
pub fn room_complaints(room: &str, floors: &Floors, uses: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<String> {
    let mut found = BTreeSet::new();
    for (user, used) in uses {
        let Some(own) = module_in(room, user) else { continue };
        if floors.place(own).is_none() {
            found.insert(format!("src/{user}: the module `{own}` is not in the table of src/{room}/mod.rs"));
        }
        for used in used {
            let above = module_in(room, used).filter(|module| !floors.allows(own, module));
            found.extend(
                above.map(|module| format!("src/{user}: `{own}` may not use `{module}`, which stands above it")),
            );
        }
    }
    found.into_iter().collect()
}

/// `csrf` for `web/csrf.rs`, `admin` for a file in `web/admin/`; none for the room's own `mod.rs`.
fn module_in<'a>(room: &str, file: &'a str) -> Option<&'a str> {
    let inside = file.strip_prefix(room)?.strip_prefix('/')?;
    let first = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    (first != "mod").then_some(first)
}

/// The modules that lib.rs declares are in the table, and in its order.
fn declarations(floors: &Floors, lib: &str) -> Vec<String> {
    let tokens = tokens(lib);
    let modules: Vec<&String> = tokens.windows(2).filter(|pair| pair[0] == "mod").map(|pair| &pair[1]).collect();
    let mut found = Vec::new();
    for module in &modules {
        if floors.place(module).is_none() {
            found.push(format!("src/lib.rs: the room `{module}` is not in the table"));
        }
    }
    if !modules.iter().is_sorted_by_key(|module| floors.place(module)) {
        found.push("src/lib.rs: the rooms are not declared in the table's order".to_owned());
    }
    found
}

fn uses(floors: &Floors, file: &SourceFile) -> Vec<String> {
    let mut found = Vec::new();
    let tokens = tokens(&file.text);
    for used in crate_paths(&tokens) {
        if floors.place(&used).is_none() {
            found.push(format!("src/{}: `crate::{used}` is not a room of the table in src/lib.rs", file.path));
        } else if !floors.allows(file.room(), &used) {
            found.push(format!("src/{}: `{}` may not use `{used}`, which stands above it", file.path, file.room()));
        }
    }
    for used in super_paths(&tokens, depth(&file.path)) {
        // Only a room: `super` inside an inline module names the file's own things.
        if floors.place(&used).is_some() && !floors.allows(file.room(), &used) {
            found.push(format!("src/{}: `{}` may not use `{used}`, which stands above it", file.path, file.room()));
        }
    }
    found.sort();
    found.dedup();
    found
}

/// The first name of each `crate::name` and `crate::{name, ..}`.
fn crate_paths(tokens: &[String]) -> Vec<String> {
    let starts = tokens.windows(2).enumerate().filter(|(_, pair)| pair[0] == "crate" && pair[1] == "::");
    starts.flat_map(|(at, _)| first_names(&tokens[at + 2..])).collect()
}

/// The first name of each path that climbs to the crate's root by `super::`, in a file at this depth.
fn super_paths(tokens: &[String], depth: usize) -> Vec<String> {
    let mut names = Vec::new();
    let mut climbed = 0;
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at..].iter().take(2).map(String::as_str).eq(["super", "::"]) {
            climbed += 1;
            at += 2;
            if climbed >= depth {
                names.extend(first_names(&tokens[at..]));
            }
        } else {
            climbed = 0;
            at += 1;
        }
    }
    names
}

/// `name` or, of a group, the first name of each branch.
fn first_names(path: &[String]) -> Vec<String> {
    let Some(first) = path.first() else { return Vec::new() };
    if first != "{" {
        return vec![first.clone()];
    }
    let mut names = Vec::new();
    let (mut depth, mut begins) = (0, false);
    for token in path {
        match token.as_str() {
            "{" => (depth, begins) = (depth + 1, depth == 0),
            "}" => depth -= 1,
            "," => begins = depth == 1,
            name => {
                if begins && name != "self" {
                    names.push(name.to_owned());
                }
                begins = false;
            }
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// How many modules lie between the crate's root and the file's items: 1 for `db.rs` and `db/mod.rs`, 2 for
/// `db/conn.rs`.
fn depth(path: &str) -> usize {
    path.split('/').filter(|part| *part != "mod.rs").count()
}

#[cfg(test)]
mod tests {
    use super::super::source::file;
    use super::*;

    const DOC: &str = "\
        //! | floor | rooms, in order |\n\
        //! | --- | --- |\n\
        //! | 0, values: no I/O | [`config`] [`clock`] |\n\
        //! | 1, the world | [`db`] [`mail`] |\n\
        //! | 2, the nouns | [`account`] |\n";

    #[test]
    fn the_table_is_read_in_its_order() {
        let rooms: Vec<_> = Floors::from_doc(DOC).0;
        let expected = [("config", 0), ("clock", 0), ("db", 1), ("mail", 1), ("account", 2)];
        assert_eq!(rooms, expected.map(|(name, floor)| (name.to_owned(), floor)));
    }

    #[test]
    fn a_module_of_a_room_uses_only_those_below_it() {
        let floors = Floors::from_doc("//! | 0, base | [`csrf`] [`form`] |\n//! | 1, pages | [`admin`] |");
        let cases = [
            ("web/admin/users.rs", "web/csrf.rs", 0),
            ("web/form.rs", "web/csrf.rs", 0),
            ("web/form.rs", "web/mod.rs", 0),
            ("web/form.rs", "account/mod.rs", 0),
            ("web/csrf.rs", "web/form.rs", 1),
            ("web/form.rs", "web/admin/users.rs", 1),
            ("web/mod.rs", "web/form.rs", 0),
            ("web/attic.rs", "account/mod.rs", 1),
            ("cli/attic.rs", "web/form.rs", 0),
        ];
        for (user, used, expected) in cases {
            let uses = BTreeMap::from([(user, BTreeSet::from([used]))]);
            assert_eq!(room_complaints("web", &floors, &uses).len(), expected, "{user} uses {used}");
        }
    }

    #[test]
    fn a_use_of_a_higher_room_is_found_in_every_form() {
        let cases = [
            ("db/conn.rs", "use crate::clock::Time;", 0),
            ("db/conn.rs", "use crate::db::Conn;", 0),
            ("mail/mod.rs", "use crate::db::Conn;", 0),
            ("db/conn.rs", "use crate::mail::Mail;", 1),
            ("clock.rs", "use crate::{config, db::{self, Conn}};", 1),
            ("clock.rs", "use crate::{\n    config::{Config, mail},\n};", 0),
            ("clock.rs", "fn f() -> crate::account::User {}", 1),
            ("clock.rs", "macro_rules! m { () => { $crate::db::open() } }", 1),
            ("db/mod.rs", "use super::account::User;", 1),
            ("db/conn.rs", "use super::account;", 0),
            ("db/conn.rs", "use super::super::account;", 1),
            ("db/conn.rs", "use super::super::{clock, mail};", 1),
            ("db/conn.rs", "pub(crate) fn f() {} // crate::account", 0),
            ("db/conn.rs", "#[cfg(test)] mod tests { use crate::account; }", 0),
            ("db/tests.rs", "use crate::account;", 0),
            ("db/conn.rs", "use crate::attic::Box;", 1),
            ("attic.rs", "", 1),
            ("main.rs", "use tidings::account;", 0),
            ("lib.rs", "pub mod config; pub mod db;", 0),
            ("lib.rs", "pub mod db; pub mod config;", 1),
            ("lib.rs", "mod attic;", 1),
        ];
        let floors = Floors::from_doc(DOC);
        for (path, text, expected) in cases {
            let found = complaints(&floors, &[file(path, text)]);
            assert_eq!(found.len(), expected, "{path}: {text}: {found:?}");
        }
    }
}
