//! Web addresses in running text: the extended autolinks of GitHub Flavored Markdown (GFM, section 6.9).

/// A part of a text.
#[derive(Debug, PartialEq, Eq)]
pub enum Run<'a> {
    Text(&'a str),
    /// A web address as it was written.
    Address(&'a str),
}

const STARTS: [&str; 3] = ["https://", "http://", "www."];

/// The text cut at its web addresses. They begin with `http://`, `https://` or `www.`, not inside a word, and end at
/// white space; punctuation and closing brackets at their end belong to the sentence.
pub fn runs(text: &str) -> Vec<Run<'_>> {
    let mut found = Vec::new();
    let (mut done, mut at) = (0, 0);
    while let Some((start, length)) = next(text, at) {
        at = start + length;
        if done < start {
            found.extend(text.get(done..start).map(Run::Text));
        }
        found.extend(text.get(start..at).map(Run::Address));
        done = at;
    }
    if done < text.len() {
        found.extend(text.get(done..).map(Run::Text));
    }
    found
}

/// The position and length of the first address at or after a position.
fn next(text: &str, from: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find_map(|start| {
        let rest = bytes.get(start..)?;
        let begins =
            |prefix: &&str| rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix.as_bytes()));
        let prefix = STARTS.iter().find(|prefix| begins(prefix))?;
        let before = text.get(..start)?.chars().next_back();
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let length = length(text.get(start..)?);
        let host = text.get(start + prefix.len()..start + length)?;
        is_host(host, *prefix == "www.").then_some((start, length))
    })
}

/// Whether what follows the beginning of an address begins with the name of a host.
fn is_host(rest: &str, needs_dot: bool) -> bool {
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && (!needs_dot || host.contains('.'))
}

/// Bytes of the address with which a text begins.
fn length(text: &str) -> usize {
    let ends =
        |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\u{3001}'..='\u{3011}' | '\u{ff01}'..='\u{ff5e}');
    let mut address = text.split(ends).next().unwrap_or_default();
    let count = |wanted: char| address.matches(wanted).count();
    // How many more brackets close than open.
    let mut round = count(')').saturating_sub(count('('));
    let mut square = count(']').saturating_sub(count('['));
    while let Some(last) = address.chars().next_back() {
        match last {
            ')' if round > 0 => round -= 1,
            ']' if square > 0 => square -= 1,
            '?' | '!' | '.' | ',' | ';' | ':' | '*' | '_' | '~' | '\'' | '’' | '”' | '…' => {}
            _ => break,
        }
        address = address.get(..address.len() - last.len_utf8()).unwrap_or_default();
    }
    address.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_its_sentence_goes_on() {
        for (text, expected) in [
            ("See https://a.example/x.", vec!["https://a.example/x"]),
            (
                "(https://a.example/b_(c)) and HTTP://b.example, www.c.example!",
                vec!["https://a.example/b_(c)", "HTTP://b.example", "www.c.example"],
            ),
            ("https://a.example/x?y=1&z=%20#w", vec!["https://a.example/x?y=1&z=%20#w"]),
            ("見る https://a.example/x。次", vec!["https://a.example/x"]),
            ("xhttps://a.example awww.b.example", vec![]),
            ("https:// http://. www. www.word", vec![]),
            ("http://localhost:8080/a", vec!["http://localhost:8080/a"]),
            ("", vec![]),
        ] {
            let all = runs(text);
            let addresses = all.iter().filter_map(|run| match run {
                Run::Address(address) => Some(*address),
                Run::Text(_) => None,
            });
            assert_eq!(addresses.collect::<Vec<_>>(), expected, "{text}");
            let written = |run: &Run<'_>| match run {
                Run::Text(part) | Run::Address(part) => (*part).to_owned(),
            };
            let joined: String = all.iter().map(written).collect();
            assert_eq!(joined, text);
        }
    }
}
