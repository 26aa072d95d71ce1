//! Tells the `<` of markup from the `<` of a sentence.

use std::borrow::Cow;

/// The text with each `<` escaped that begins no markup: one before a space or a digit, and one of `<ada@a.example>`.
#[must_use]
pub fn with_bare_signs_escaped(text: &str) -> Cow<'_, str> {
    let mut escaped = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find('<')) {
        let start = at + found;
        let rest = text.get(start + 1..).unwrap_or_default();
        if let Some(length) = section(rest) {
            at = start + 1 + length;
        } else if begins_markup(rest) {
            at = start + 1;
        } else {
            escaped.push_str(text.get(copied..start).unwrap_or_default());
            escaped.push_str("&lt;");
            (copied, at) = (start + 1, start + 1);
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    escaped.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(escaped)
}

/// The length of a comment, a CDATA section or a document type, in which every sign stands for itself.
fn section(rest: &str) -> Option<usize> {
    if is_doctype(rest) {
        let end = rest.find('>').unwrap_or(rest.len());
        let Some(bracket) = rest.get(..end).and_then(|head| head.find('[')) else { return Some(end) };
        // What nothing closes extends to the end, so that no part is searched twice.
        let close = rest.get(bracket..).and_then(|subset| subset.find(']')).map(|close| bracket + close);
        let end = close.and_then(|close| Some(close + rest.get(close..)?.find('>')?));
        return Some(end.unwrap_or(rest.len()));
    }
    [("!--", "-->"), ("![CDATA[", "]]>")].iter().find_map(|(open, close)| {
        let inside = rest.strip_prefix(open)?;
        Some(inside.find(close).map_or(rest.len(), |end| open.len() + end + close.len()))
    })
}

fn is_doctype(rest: &str) -> bool {
    rest.get(..8).is_some_and(|word| word.eq_ignore_ascii_case("!doctype"))
}

/// Whether a tag or an instruction begins with these characters behind `<`.
fn begins_markup(rest: &str) -> bool {
    let name = rest.strip_prefix('/').unwrap_or(rest);
    match name.chars().next() {
        Some('?') => true,
        Some(c) if c.is_alphabetic() || c == '_' => {
            let end = name.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':')));
            let next = end.and_then(|end| name.get(end..)).and_then(|rest| rest.chars().next());
            next.is_some_and(|next| next.is_whitespace() || matches!(next, '>' | '/'))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_that_begins_no_markup_is_escaped() {
        for (text, expected) in [
            ("<a>1 < 2</a>", "<a>1 &lt; 2</a>"),
            ("a<b</a>", "a&lt;b</a>"),
            ("<ada@a.example>", "&lt;ada@a.example>"),
            ("<3 << <", "&lt;3 &lt;&lt; &lt;"),
            ("<!DOCTYPE x><?xml?><a:b c='d'/><!x>", "<!DOCTYPE x><?xml?><a:b c='d'/>&lt;!x>"),
            ("<![CDATA[1 < 2]]><!-- < --> <", "<![CDATA[1 < 2]]><!-- < --> &lt;"),
            ("</ a></a >", "&lt;/ a></a >"),
        ] {
            assert_eq!(with_bare_signs_escaped(text), expected, "{text}");
        }
    }
}
