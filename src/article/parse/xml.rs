//! XML as a tree, read as leniently as browsers read HTML: what is broken costs itself and not the document.
//!
//! A bare `&` or `<` is text, an end tag closes what is open inside its element, the end of the document closes all.
//! Names are those of [`names`], in lower case. The tree is bounded: see [`Limits`].

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{ParseError, markup_start, names, references};

/// Times that the reader starts again behind a tag that nothing closes.
const RESTARTS: usize = 20;
/// Attributes of an element; further ones are left out.
const ATTRIBUTES: usize = 50;
/// HTML elements without an end tag.
const VOID: [&str; 6] = ["br", "hr", "img", "wbr", "input", "col"];

/// What a tree may hold. Deeper elements, and more of them, are left out; their text stays.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub depth: usize,
    /// Elements of the document.
    pub elements: usize,
    /// Elements of one item.
    pub elements_of_item: usize,
    /// Items and entries; a document with more is refused.
    pub items: usize,
}

/// An element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// As in `dc:creator`; without a prefix for RSS, and for Atom in an Atom feed.
    pub name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| if let Node::Element(element) = child { Some(element) } else { None })
    }

    /// The children with a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.elements().filter(move |element| element.name == name)
    }

    /// The first child with a name.
    #[must_use]
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The trimmed text of the first child with a name that has any.
    #[must_use]
    pub fn text_of(&self, name: &str) -> Option<String> {
        self.all(name).map(|element| element.text().trim().to_owned()).find(|text| !text.is_empty())
    }

    /// The value of an attribute, trimmed; `None` if it is empty.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    #[must_use]
    pub fn has_elements(&self) -> bool {
        self.elements().next().is_some()
    }

    /// Its text and that of all elements inside.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for child in &self.children {
            match child {
                Node::Text(more) => text.push_str(more),
                Node::Element(element) => element.add_text(text),
            }
        }
    }

    /// What is inside as HTML: its text escaped, its elements with their local names.
    #[must_use]
    pub fn inner_html(&self) -> String {
        let mut html = String::new();
        self.add_html(&mut html);
        html
    }

    fn add_html(&self, html: &mut String) {
        let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        for child in &self.children {
            match child {
                Node::Text(text) => html.push_str(&escaped(text)),
                Node::Element(element) => {
                    let name = element.name.rsplit(':').next().unwrap_or_default();
                    html.push('<');
                    html.push_str(name);
                    for (attribute, value) in &element.attributes {
                        let value = escaped(value).replace('"', "&quot;");
                        html.extend([" ", attribute, "=\"", &value, "\""]);
                    }
                    html.push('>');
                    element.add_html(html);
                    if !VOID.contains(&name) {
                        html.extend(["</", name, ">"]);
                    }
                }
            }
        }
    }
}

/// Reads a document; its root element, or `None` without one.
pub fn read(text: &str, limits: &Limits) -> Result<Option<Element>, ParseError> {
    let text = markup_start::with_bare_signs_escaped(text);
    let mut tree = Tree::new(*limits);
    let mut rest = text.as_ref();
    for _ in 0..RESTARTS {
        match read_on(rest, &mut tree)? {
            // Nothing closes the tag: its `<` is text.
            Some(unclosed) => {
                tree.add_text("<");
                rest = rest.get(unclosed + 1..).unwrap_or_default();
            }
            None => break,
        }
    }
    Ok(tree.finish())
}

/// Reads up to the end, or up to a tag that nothing closes: its position.
fn read_on(text: &str, tree: &mut Tree) -> Result<Option<usize>, ParseError> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => tree.open(&tag, false)?,
            Ok(Event::Empty(tag)) => tree.open(&tag, true)?,
            Ok(Event::End(tag)) => tree.close(&tag.name().0.to_ascii_lowercase()),
            Ok(Event::Text(text)) => tree.add_text(&text),
            Ok(Event::CData(text)) => tree.add_text(&text),
            Ok(Event::GeneralRef(name)) => match references::resolve(&name) {
                Some(text) => tree.add_text(&text),
                None => tree.add_text(&format!("&{};", &*name)),
            },
            Ok(Event::Eof) => return Ok(None),
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(_) => return Ok(usize::try_from(reader.error_position()).ok().filter(|at| *at < text.len())),
        }
    }
}

/// An element that is not closed yet.
struct Open {
    /// Its name as the feed has it, in lower case.
    tag: String,
    /// The vocabulary of names without a prefix inside.
    default: &'static str,
    element: Element,
}

struct Tree {
    limits: Limits,
    open: Vec<Open>,
    /// The first element that was closed at the top.
    root: Option<Element>,
    /// The declared prefixes.
    prefixes: HashMap<String, &'static str>,
    is_atom: bool,
    items: usize,
    elements: usize,
    elements_of_item: usize,
}

impl Tree {
    fn new(limits: Limits) -> Self {
        Self {
            limits,
            open: Vec::new(),
            root: None,
            prefixes: HashMap::new(),
            is_atom: false,
            items: 0,
            elements: 0,
            elements_of_item: 0,
        }
    }

    fn add_text(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else { return };
        match open.element.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => open.element.children.push(Node::Text(text.to_owned())),
        }
    }

    fn open(&mut self, tag: &BytesStart<'_>, is_empty: bool) -> Result<(), ParseError> {
        let name = tag.name().0.to_ascii_lowercase();
        let local = name.rsplit(':').next().unwrap_or_default();
        if self.root.is_some() {
            return Ok(());
        }
        if matches!(local, "item" | "entry") {
            self.begin_item(&name)?;
        }
        self.elements += 1;
        self.elements_of_item += 1;
        let is_too_much = self.open.len() >= self.limits.depth
            || self.elements > self.limits.elements
            || self.elements_of_item > self.limits.elements_of_item;
        if is_too_much {
            return Ok(());
        }
        let attributes: Vec<(String, String)> = tag
            .html_attributes()
            .with_checks(false)
            .filter_map(Result::ok)
            .take(ATTRIBUTES)
            .map(|attribute| (attribute.key.0.to_ascii_lowercase(), references::resolved(&attribute.value)))
            .collect();
        let default = self.declare(local, &attributes);
        let element = Element { name: self.name(&name, default), attributes, children: Vec::new() };
        let is_closed = is_empty || VOID.contains(&local);
        self.open.push(Open { tag: name, default, element });
        if is_closed {
            self.close_last();
        }
        Ok(())
    }

    /// An item inside an item of the same name means that the first one was not closed.
    fn begin_item(&mut self, tag: &str) -> Result<(), ParseError> {
        if self.open.iter().any(|open| open.tag == tag) {
            self.close(tag);
        }
        self.items += 1;
        self.elements_of_item = 0;
        if self.items > self.limits.items {
            return Err(ParseError::TooManyItems { most: self.limits.items });
        }
        Ok(())
    }

    /// Takes the declarations of an element into account; returns the vocabulary of names without a prefix.
    fn declare(&mut self, local: &str, attributes: &[(String, String)]) -> &'static str {
        if self.open.is_empty() {
            self.is_atom = matches!(local, "feed" | "entry");
        }
        let mut default = self.open.last().map_or("", |parent| parent.default);
        for (name, uri) in attributes {
            if name == "xmlns" {
                let unknown = if self.open.is_empty() { "" } else { names::OTHER };
                default = names::vocabulary(uri).unwrap_or(unknown);
            } else if let Some(prefix) = name.strip_prefix("xmlns:") {
                let meaning = names::vocabulary(uri).or_else(|| names::known_prefix(prefix)).unwrap_or(names::OTHER);
                self.prefixes.insert(prefix.to_owned(), meaning);
            }
        }
        default
    }

    fn name(&self, tag: &str, default: &'static str) -> String {
        let (vocabulary, local) = match tag.split_once(':') {
            None => (default, tag),
            Some((prefix, local)) => {
                let declared = self.prefixes.get(prefix).copied().or_else(|| names::known_prefix(prefix));
                (declared.unwrap_or(names::OTHER), local)
            }
        };
        match vocabulary {
            "" => local.to_owned(),
            "atom" if self.is_atom => local.to_owned(),
            vocabulary => format!("{vocabulary}:{local}"),
        }
    }

    /// Closes the innermost open element with a name, and what is open inside it.
    fn close(&mut self, tag: &str) {
        let Some(at) = self.open.iter().rposition(|open| open.tag == tag) else { return };
        while self.open.len() > at {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        let Some(Open { element, .. }) = self.open.pop() else { return };
        match self.open.last_mut() {
            Some(parent) => parent.element.children.push(Node::Element(element)),
            None => self.root = self.root.take().or(Some(element)),
        }
    }

    fn finish(mut self) -> Option<Element> {
        while !self.open.is_empty() {
            self.close_last();
        }
        self.root
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { depth: 8, elements: 50, elements_of_item: 20, items: 3 };

    fn root(xml: &str) -> Element {
        read(xml, &LIMITS).unwrap().unwrap_or_else(|| panic!("no root: {xml}"))
    }

    #[test]
    fn what_is_broken_costs_itself_only() {
        for (xml, expected) in [
            ("<a>1 &amp; 2</a>", "1 &amp; 2"),
            ("<a>1 & 2 AT&T; x&nbsp y</a>", "1 &amp; 2 AT&amp;T; x&amp;nbsp y"),
            ("<a>1 < 2 <3 <b>x</b> Ada <ada@a.example></a>", "1 &lt; 2 &lt;3 <b>x</b> Ada &lt;ada@a.example&gt;"),
            ("<a>x&#0;y&#146;</a>", "xy’"),
            ("<a><b>x</a>", "<b>x</b>"),
            ("<a><b><i>x</b>y</i></a>", "<b><i>x</i></b>y"),
            ("<a>x</c>y</a>", "xy"),
            ("<a>x<br>y<br/>z</a>", "x<br>y<br>z"),
            ("<a><b>x", "<b>x</b>"),
            ("<a><![CDATA[<x> & y]]></a>", "&lt;x&gt; &amp; y"),
            ("<a>x<![CDATA[y", "x&lt;![CDATA[y"),
            ("<a>x<b y", "x&lt;b y"),
            ("<a>x<b y='z>w</a>", "x&lt;b y='z&gt;w"),
            ("<a><b c=d e='f' e=\"g\" h/></a>", "<b c=\"d\" e=\"f\" e=\"g\" h=\"\"></b>"),
            ("<a><B C='&quot;&amp;'>x</B></a>", "<b c=\"&quot;&amp;\">x</b>"),
            ("<!DOCTYPE a [<!ENTITY x \"y\">]><?p?><!-- c --><a>&x;</a>", "&amp;x;"),
            ("junk <a>x</a> <c>junk</c>", "x"),
            ("<a><item>1<item>2</a>", "<item>1</item><item>2</item>"),
        ] {
            assert_eq!(root(xml).inner_html(), expected, "{xml}");
        }
        assert_eq!(read("no element", &LIMITS), Ok(None));
    }

    #[test]
    fn names_are_those_of_their_vocabulary() {
        let names = |xml: &str| root(xml).elements().map(|element| element.name.clone()).collect::<Vec<_>>().join(" ");
        for (xml, expected) in [
            ("<rss><title/><dc:creator/><Media:Content/></rss>", "title dc:creator media:content"),
            ("<rss xmlns:m='http://search.yahoo.com/mrss'><m:content/><x:y/></rss>", "media:content other:y"),
            (
                "<rss xmlns='http://backend.userland.com/rss2' xmlns:a='http://www.w3.org/2005/Atom'><title/><a:link/></rss>",
                "title atom:link",
            ),
            (
                "<feed xmlns='http://www.w3.org/2005/Atom'><title/><div xmlns='http://www.w3.org/1999/xhtml'/></feed>",
                "title xhtml:div",
            ),
            ("<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:title/><b/></a:feed>", "title b"),
            ("<feed xmlns='urn:unknown'><title/><x xmlns='urn:x'/></feed>", "title other:x"),
        ] {
            assert_eq!(names(xml), expected, "{xml}");
        }
    }

    #[test]
    fn a_tree_is_bounded() {
        let deep = root(&"<a>".repeat(100_000));
        let mut depth = 1;
        let mut inner = &deep;
        while let Some(next) = inner.child("a") {
            (depth, inner) = (depth + 1, next);
        }
        assert_eq!(depth, 8);
        assert_eq!(root(&format!("<a>{}</a>", "<b/>".repeat(100))).elements().count(), 19);
        let items = |count: usize| read(&format!("<a>{}</a>", "<item/>".repeat(count)), &LIMITS);
        assert!(items(3).is_ok());
        assert_eq!(items(4), Err(ParseError::TooManyItems { most: 3 }));
    }

    #[test]
    fn hostile_markup_takes_linear_time() {
        let started = std::time::Instant::now();
        for hostile in [
            "<!--".repeat(40_000),
            "<b x=\"".repeat(20_000),
            "<![CDATA[".repeat(20_000),
            "</".repeat(40_000),
            "<!doctype>".repeat(40_000),
            "<!doctype[>".repeat(40_000),
            "&".repeat(200_000),
            "&a;".repeat(60_000),
            format!("<b c='{}'>", "&".repeat(200_000)),
            format!("<b {}>", "c ".repeat(100_000)),
        ] {
            let _ = read(&format!("<a>{hostile}"), &LIMITS);
        }
        assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    }
}
