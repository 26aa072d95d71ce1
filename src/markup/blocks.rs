//! Which elements begin and end a line, so that words on either side of them are never glued together.

/// Elements that begin and end a line (HTML, 15.3), line breaks, and what stands on a line of its own in plain text.
const BLOCKS: [&str; 51] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "img",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "tr",
    "ul",
];

/// Whether an element begins and ends a line; `name` is in lower case.
pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// The element that stands for one that is not allowed: a list for a list, and a division for another block, so that its
/// text stays apart from the text around it. `None` for an element that may stay or goes without a trace.
pub fn substitute(name: &str) -> Option<&'static str> {
    match name {
        "dir" | "menu" => Some("ul"),
        "address" | "article" | "aside" | "center" | "details" | "dialog" | "fieldset" | "footer" | "form"
        | "header" | "hgroup" | "legend" | "main" | "nav" | "optgroup" | "option" | "search" | "section"
        | "summary" => Some("div"),
        _ => None,
    }
}
