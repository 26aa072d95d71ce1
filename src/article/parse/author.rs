//! Who wrote an item.

use super::xml::Element;

/// The author in the first of these elements that names one.
#[must_use]
pub fn of(element: &Element, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let authors: Vec<String> = element.all(name).filter_map(name_of).collect();
        (!authors.is_empty()).then(|| authors.join(", "))
    })
}

fn name_of(author: &Element) -> Option<String> {
    let nested = ["name", "atom:name", "other:name"].iter().find_map(|name| author.text_of(name));
    nested.or_else(|| if author.has_elements() { None } else { name(&author.text()) })
}

/// The name in `ada@a.example (Ada)`, `Ada <ada@a.example>` or `Ada`. An address alone is kept from readers.
#[must_use]
pub fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let name = match (text.split_once('('), text.split_once('<')) {
        (Some((address, rest)), _) if address.contains('@') => rest.trim_end().trim_end_matches(')'),
        (_, Some((name, address))) if address.contains('@') => name,
        _ => text,
    };
    let name = name.trim().trim_matches('"').trim();
    (!name.is_empty() && !name.contains('@')).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_is_a_name_and_never_an_address() {
        for (text, expected) in [
            ("Ada Lovelace", Some("Ada Lovelace")),
            ("ada@a.example (Ada Lovelace)", Some("Ada Lovelace")),
            ("Ada Lovelace <ada@a.example>", Some("Ada Lovelace")),
            ("Ada (London)", Some("Ada (London)")),
            ("ada@a.example", None),
            ("ada@a.example ()", None),
            (" ", None),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
    }
}
