//! Checks a feed before it is parsed, in one pass: refuses what would cost the parser too much.

use super::{FeedLimits, ParseError};

/// Elements of one item: a few dozen of the feed's own, and the XHTML inside.
const MAX_ELEMENTS_PER_ITEM: usize = 5_000;
/// Media groups of one item: the parser copies their surroundings for each.
const MAX_GROUPS_PER_ITEM: usize = 20;
/// JSON objects per item: the item, its authors and attachments.
const OBJECTS_PER_ITEM: usize = 10;

/// Refuses XML that nests too deeply or is too large, and JSON that is too large (the JSON parser limits its depth).
pub fn check(bytes: &[u8], limits: &FeedLimits) -> Result<(), ParseError> {
    match bytes.iter().find(|byte| matches!(byte, b'<' | b'{')) {
        Some(b'<') => check_xml(bytes, limits),
        Some(_) => check_json(bytes, limits),
        None => Err(ParseError::NotAFeed),
    }
}

fn check_xml(bytes: &[u8], limits: &FeedLimits) -> Result<(), ParseError> {
    let (mut depth, mut items, mut elements, mut groups) = (0_usize, 0_usize, 0_usize, 0_usize);
    let mut rest = bytes;
    while let Some(tag) = next_tag(&mut rest) {
        match tag {
            Tag::Close => depth = depth.saturating_sub(1),
            Tag::Open { name, empty } => {
                depth += usize::from(!empty);
                elements += 1;
                match name {
                    b"item" | b"entry" => {
                        items += 1;
                        (elements, groups) = (0, 0);
                    }
                    b"group" => groups += 1,
                    _ => {}
                }
                if depth > limits.max_depth {
                    return Err(ParseError::TooDeep { most: limits.max_depth });
                }
                if items > limits.max_items_parsed {
                    return Err(ParseError::TooManyItems { most: limits.max_items_parsed });
                }
                if elements > MAX_ELEMENTS_PER_ITEM || groups > MAX_GROUPS_PER_ITEM {
                    return Err(ParseError::TooMuchInAnItem);
                }
            }
        }
    }
    Ok(())
}

enum Tag<'a> {
    /// `name` is without its prefix.
    Open {
        name: &'a [u8],
        empty: bool,
    },
    Close,
}

/// The next start or end tag; `rest` is what follows it.
fn next_tag<'a>(rest: &mut &'a [u8]) -> Option<Tag<'a>> {
    loop {
        let start = rest.iter().position(|byte| *byte == b'<')?;
        let text = rest.get(start + 1..)?;
        if let Some(end) = [("!--", "-->"), ("![CDATA[", "]]>"), ("?", "?>"), ("!", ">"), ("/", ">")]
            .iter()
            .find(|(open, _)| text.starts_with(open.as_bytes()))
            .map(|(_, end)| *end)
        {
            *rest = after(text, end.as_bytes());
            if text.starts_with(b"/") {
                return Some(Tag::Close);
            }
            continue;
        }
        let end = tag_end(text)?;
        let inner = text.get(..end)?;
        *rest = text.get(end + 1..)?;
        let name = inner.split(|byte| byte.is_ascii_whitespace() || *byte == b'/').next().unwrap_or_default();
        let name = name.rsplit(|byte| *byte == b':').next().unwrap_or_default();
        return Some(Tag::Open { name, empty: inner.ends_with(b"/") });
    }
}

/// The position of the first `>` outside quotes.
fn tag_end(text: &[u8]) -> Option<usize> {
    let mut quote = None;
    text.iter().position(|byte| {
        match (quote, byte) {
            (Some(open), byte) if open == *byte => quote = None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (None, b'>') => return true,
            _ => {}
        }
        false
    })
}

fn after<'a>(text: &'a [u8], end: &[u8]) -> &'a [u8] {
    let at = text.windows(end.len()).position(|window| window == end);
    at.and_then(|at| text.get(at + end.len()..)).unwrap_or_default()
}

fn check_json(bytes: &[u8], limits: &FeedLimits) -> Result<(), ParseError> {
    let (mut in_string, mut escaped, mut objects) = (false, false, 0_usize);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' if !in_string => objects += 1,
            _ => {}
        }
    }
    if objects > limits.max_items_parsed.saturating_mul(OBJECTS_PER_ITEM) {
        return Err(ParseError::TooManyItems { most: limits.max_items_parsed });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expensive_document_is_refused() {
        let limits = FeedLimits { max_depth: 8, max_items_parsed: 3, ..FeedLimits::default() };
        let nested = |depth: usize| format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
        for (feed, expected) in [
            (nested(8), Ok(())),
            (nested(9), Err(ParseError::TooDeep { most: 8 })),
            ("<a><b x='>'/><!-- <c><c> --><![CDATA[<c><c>]]><?p <c>?></a>".repeat(20), Ok(())),
            ("<item></item>".repeat(3), Ok(())),
            ("<rss:item/>".repeat(4), Err(ParseError::TooManyItems { most: 3 })),
            ("<entry/>".repeat(4), Err(ParseError::TooManyItems { most: 3 })),
            (format!("<item>{}", "<media:group/>".repeat(21)), Err(ParseError::TooMuchInAnItem)),
            (format!("<item>{}", "<b/>".repeat(5_001)), Err(ParseError::TooMuchInAnItem)),
            ("{}".repeat(30), Ok(())),
            ("{}".repeat(31), Err(ParseError::TooManyItems { most: 3 })),
            (format!("{{\"a\": \"\\\"{}\"}}", "{".repeat(100)), Ok(())),
            ("no feed".to_owned(), Err(ParseError::NotAFeed)),
            (String::new(), Err(ParseError::NotAFeed)),
            ("<a".to_owned(), Ok(())),
        ] {
            assert_eq!(check(feed.as_bytes(), &limits), expected, "{}", &feed[..feed.len().min(60)]);
        }
    }
}
