//! A title without what an outlet puts around it.

use crate::article::terms::spelling::{digits, without_dots};

/// What agencies and outlets put before a title, in lower case. A number may follow.
const PREFIXES: [&str; 14] = [
    "breaking",
    "breaking news",
    "corrected",
    "eil",
    "eilmeldung",
    "exclusive",
    "live",
    "liveblog",
    "liveticker",
    "refile",
    "update",
    "urgent",
    "video",
    "wrapup",
];
/// Between a title and the name of an outlet.
const SEPARATORS: [&str; 4] = [" - ", " – ", " — ", " | "];
/// A title of fewer words may need what follows it.
const MIN_CORE: usize = 3;
/// Words of the name of an outlet.
const MAX_OUTLET: usize = 5;

/// The title without the prefix of an agency and the name of an outlet.
#[must_use]
pub fn core(title: &str) -> &str {
    without_outlet(without_prefix(title.trim()))
}

fn without_prefix(title: &str) -> &str {
    let Some(end) = title.find(['-', ':', '|', '–', '—']) else { return title };
    let (prefix, rest) = title.split_at(end);
    let prefix = prefix.trim_end().trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().to_lowercase();
    let rest = rest.get(rest.chars().next().map_or(0, char::len_utf8)..).unwrap_or_default().trim_start();
    if PREFIXES.contains(&prefix.as_str()) && !rest.is_empty() { rest } else { title }
}

/// A tail with a number, such as "part 2", is no outlet.
fn without_outlet(title: &str) -> &str {
    let last = SEPARATORS.iter().filter_map(|separator| Some((title.rfind(separator)?, separator.len()))).max();
    let Some((end, length)) = last else { return title };
    let (head, tail) = (title.get(..end).unwrap_or(title), title.get(end + length..).unwrap_or_default());
    let is_outlet = words(tail).count() <= MAX_OUTLET && !tail.contains(|c: char| c.is_ascii_digit());
    if is_outlet && words(head).count() >= MIN_CORE { head } else { title }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// The words of a title in lower case, by which articles of one title are found; `None` for a title without words.
#[must_use]
pub fn title_key(title: &str) -> Option<String> {
    let lower = without_dots(core(title)).to_lowercase().replace(['\'', '’'], "");
    let words: Vec<&str> = words(&lower).map(digits).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outlets_and_prefixes_are_cut_off() {
        for (title, expected) in [
            ("Storm closes the harbour - Harbour Times", "Storm closes the harbour"),
            ("UPDATE 1-Oil rises after OPEC delays", "Oil rises after OPEC delays"),
            ("Breaking | Court overturns ban", "Court overturns ban"),
            ("BREAKING NEWS: Minister resigns", "Minister resigns"),
            ("Walks along the coast - part 2", "Walks along the coast - part 2"),
            ("Bayern - Mainz", "Bayern - Mainz"),
            ("Live", "Live"),
            ("Live:", "Live:"),
            ("Costa Verde: Soto wins", "Costa Verde: Soto wins"),
            ("", ""),
        ] {
            assert_eq!(core(title), expected, "{title}");
        }
    }

    #[test]
    fn spellings_of_one_title_have_one_key() {
        for title in
            ["U.S. confirms five talks", "US confirms 5 talks!", "BREAKING: US confirms “five” talks - The Wire"]
        {
            assert_eq!(title_key(title).as_deref(), Some("us confirms 5 talks"), "{title}");
        }
        assert_eq!(title_key("—"), None);
    }
}
