//! The operators' pages: the page about the configuration names every key and variable, and no link is dead.

use std::collections::BTreeSet;

use super::source::SourceFile;

/// The keys of a configuration template, such as `feeds.allow_private`, and its variables.
fn names_of(template: &str) -> BTreeSet<String> {
    let (mut names, mut section) = (BTreeSet::new(), String::new());
    for line in template.lines() {
        if let Some(name) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            section = format!("{name}.");
        } else if let Some((_, variable)) = line.split_once("environment variable `") {
            names.extend(variable.split('`').next().map(str::to_owned));
        } else if let Some((key, _)) = line.strip_prefix('#').and_then(|line| line.split_once(" =")) {
            let is_key = !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            names.extend(is_key.then(|| format!("{section}{key}")));
        }
    }
    names
}

/// Keys and variables of the template that the page about the configuration does not name.
pub fn unnamed(template: &str, page: &str) -> Vec<String> {
    let names = names_of(template).into_iter().filter(|name| !page.contains(&format!("`{name}`")));
    names.map(|name| format!("docs/configuration.md does not name {name}")).collect()
}

/// Links to pages that do not exist. Paths are those in the repository.
pub fn dead_links(files: &[SourceFile]) -> Vec<String> {
    let pages: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).filter(|path| is_page(path)).collect();
    let mut found = Vec::new();
    for file in files.iter().filter(|file| pages.contains(file.path.as_str())) {
        let folder = file.path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let links = file.text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for link in links.filter(|link| is_page(link) && !link.contains(':')) {
            if !pages.contains(format!("{folder}{link}").as_str()) {
                found.push(format!("{} leads to {link}, which does not exist", file.path));
            }
        }
    }
    found
}

#[test]
fn a_key_that_the_page_omits_is_found() {
    let template = "# Words.\n# Can also be specified via environment variable `TIDINGS_LISTEN`.\n#\n\
                    # Default value: \"x = 1\"\n#listen = \"x\"\n\n[feeds]\n# Words: a = b.\n#allow_private = false\n";
    for (page, missing) in [
        ("`listen` `TIDINGS_LISTEN` `feeds.allow_private`", 0),
        ("`listen` `feeds.allow_private`", 1),
        ("`listen` `TIDINGS_LISTEN` `allow_private`", 1),
        ("", 3),
    ] {
        assert_eq!(unnamed(template, page).len(), missing, "{page}");
    }
}

#[test]
fn a_dead_link_is_found() {
    use super::source::file;
    for (text, dead) in [
        ("[a](docs/a.md), [b](docs/a.md#part), [c](https://example.org/c.md), [d](src/lib.rs)", 0),
        ("[a](a.md)", 1),
        ("[a](docs/none.md#part)", 1),
    ] {
        let files = [file("README.md", text), file("docs/a.md", "[home](README.md)"), file("docs/README.md", "")];
        assert_eq!(dead_links(&files).len(), dead, "{text}");
    }
}

fn is_page(path: &str) -> bool {
    std::path::Path::new(path).extension().is_some_and(|extension| extension == "md")
}
