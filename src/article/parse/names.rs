//! The names of a feed's elements: a vocabulary's usual prefix and the local name, whatever prefix the feed uses.

/// Vocabularies by a part of their URI, with the prefix that they get here. Elements of RSS have none.
const VOCABULARIES: [(&str, &str); 19] = [
    ("www.w3.org/2005/atom", "atom"),
    ("purl.org/atom/", "atom"),
    ("purl.org/rss/1.0/modules/content", "content"),
    ("purl.org/rss/1.0/modules/", "other"),
    ("purl.org/rss/", ""),
    ("purl.org/net/rss", ""),
    ("my.netscape.com/", ""),
    ("channel.netscape.com/", ""),
    ("backend.userland.com/", ""),
    ("harvard.edu/tech/rss", ""),
    ("purl.org/dc/elements/", "dc"),
    ("purl.org/dc/terms", "dcterms"),
    ("search.yahoo.com/mrss", "media"),
    ("/dtds/podcast-", "itunes"),
    ("www.w3.org/1999/xhtml", "xhtml"),
    ("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"),
    ("www.w3.org/xml/1998/namespace", "xml"),
    ("rssnamespace.org/feedburner/", "feedburner"),
    ("blogs.law.harvard.edu/", ""),
];

/// Prefixes that are used without a declaration, or with a misspelt one.
const KNOWN_PREFIXES: [&str; 10] =
    ["atom", "content", "dc", "dcterms", "media", "itunes", "xhtml", "rdf", "xml", "feedburner"];

/// The prefix of elements of a vocabulary that is not read.
pub const OTHER: &str = "other";

/// The prefix of a vocabulary by its URI.
#[must_use]
pub fn vocabulary(uri: &str) -> Option<&'static str> {
    let uri = uri.trim().to_ascii_lowercase();
    VOCABULARIES.iter().find(|(part, _)| uri.contains(part)).map(|(_, prefix)| *prefix)
}

/// The usual prefix that a prefix means by itself.
#[must_use]
pub fn known_prefix(prefix: &str) -> Option<&'static str> {
    KNOWN_PREFIXES.iter().find(|known| known.eq_ignore_ascii_case(prefix)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vocabulary_is_known_by_its_uri_in_all_its_spellings() {
        for (uri, expected) in [
            ("http://www.w3.org/2005/Atom", Some("atom")),
            ("https://www.w3.org/2005/Atom/", Some("atom")),
            ("http://purl.org/atom/ns#", Some("atom")),
            ("http://purl.org/rss/1.0/", Some("")),
            ("http://my.netscape.com/rdf/simple/0.9/", Some("")),
            ("http://backend.userland.com/rss2", Some("")),
            ("http://purl.org/rss/1.0/modules/content/", Some("content")),
            ("http://purl.org/rss/1.0/modules/syndication/", Some("other")),
            ("http://purl.org/dc/elements/1.1/", Some("dc")),
            ("http://search.yahoo.com/mrss/", Some("media")),
            ("http://www.itunes.com/DTDs/PodCast-1.0.dtd", Some("itunes")),
            ("urn:x", None),
        ] {
            assert_eq!(vocabulary(uri), expected, "{uri}");
        }
    }
}
