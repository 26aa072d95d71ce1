//! Markdown as sanitised HTML.
//!
//! Beyond `CommonMark` it knows tables, strikethrough, task lists, footnotes and bare web addresses. What HTML of a mail
//! cannot do (check boxes, jumps inside the text) is written as text.

use pulldown_cmark::html::push_html;
use pulldown_cmark::{Alignment, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeStream};

use super::autolink::{Run, runs};
use super::{cut, sanitise};

/// Markdown as sanitised HTML ([`sanitise`]). HTML inside it is allowed as far as the sanitiser allows it. Relative links
/// are dropped, since the text is also sent in mails. Footnotes stand at the end, numbered as they are referred to.
#[must_use]
pub fn markdown_to_html(markdown: &str) -> String {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS | Options::ENABLE_FOOTNOTES;
    let mut reader = Reader::default();
    for event in TextMergeStream::new(Parser::new_ext(cut(markdown), options)) {
        reader.read(event);
    }
    let mut html = String::new();
    push_html(&mut html, reader.finish().into_iter());
    sanitise(&html, None)
}

/// A footnote: its label, and its text once that was read.
struct Note<'a> {
    label: CowStr<'a>,
    text: Option<Vec<Event<'a>>>,
}

/// Rewrites the events of the parser.
#[derive(Default)]
struct Reader<'a> {
    out: Vec<Event<'a>>,
    /// In the order of their numbers.
    notes: Vec<Note<'a>>,
    /// The open footnotes, each with the events before it.
    open_notes: Vec<(CowStr<'a>, Vec<Event<'a>>)>,
    /// Open links, images and code blocks, whose text has no links.
    verbatim: usize,
    columns: Vec<Alignment>,
    column: usize,
    in_head: bool,
}

impl<'a> Reader<'a> {
    fn read(&mut self, event: Event<'a>) {
        match event {
            Event::Text(text) if self.verbatim == 0 => self.text(&text),
            Event::FootnoteReference(label) => {
                let number = self.number(&label);
                self.out.push(Event::InlineHtml(format!("<sup>[{number}]</sup>").into()));
            }
            Event::TaskListMarker(done) => self.out.push(Event::Text(if done { "☑ " } else { "☐ " }.into())),
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            event => self.out.push(event),
        }
    }

    fn start(&mut self, tag: Tag<'a>) {
        match tag {
            Tag::FootnoteDefinition(label) => {
                self.open_notes.push((label, std::mem::take(&mut self.out)));
                return;
            }
            Tag::TableCell => return self.cell(),
            Tag::Table(ref columns) => self.columns.clone_from(columns),
            Tag::TableHead => (self.in_head, self.column) = (true, 0),
            Tag::TableRow => self.column = 0,
            Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) => self.verbatim += 1,
            _ => {}
        }
        self.out.push(Event::Start(tag));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::FootnoteDefinition => return self.end_note(),
            TagEnd::TableCell => {
                self.column += 1;
                let end = if self.in_head { "</th>" } else { "</td>" };
                return self.out.push(Event::Html(end.into()));
            }
            TagEnd::TableHead => self.in_head = false,
            TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock => self.verbatim = self.verbatim.saturating_sub(1),
            _ => {}
        }
        self.out.push(Event::End(tag));
    }

    fn text(&mut self, text: &str) {
        for run in runs(text) {
            match run {
                Run::Text(text) => self.out.push(Event::Text(text.to_owned().into())),
                Run::Address(address) => {
                    let scheme = if address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) {
                        "https://"
                    } else {
                        ""
                    };
                    let link = Tag::Link {
                        link_type: LinkType::Autolink,
                        dest_url: format!("{scheme}{address}").into(),
                        title: "".into(),
                        id: "".into(),
                    };
                    let address = Event::Text(address.to_owned().into());
                    self.out.extend([Event::Start(link), address, Event::End(TagEnd::Link)]);
                }
            }
        }
    }

    /// The alignment of a column is an attribute, because no `style` passes the sanitiser.
    fn cell(&mut self) {
        let align = match self.columns.get(self.column) {
            Some(Alignment::Left) => " align=\"left\"",
            Some(Alignment::Center) => " align=\"center\"",
            Some(Alignment::Right) => " align=\"right\"",
            Some(Alignment::None) | None => "",
        };
        let start = if self.in_head { format!("<th scope=\"col\"{align}>") } else { format!("<td{align}>") };
        self.out.push(Event::Html(start.into()));
    }

    /// The number of a footnote; the next one if it has none yet.
    fn number(&mut self, label: &CowStr<'a>) -> usize {
        if let Some(at) = self.notes.iter().position(|note| note.label == *label) {
            return at + 1;
        }
        self.notes.push(Note { label: label.clone(), text: None });
        self.notes.len()
    }

    fn end_note(&mut self) {
        let Some((label, before)) = self.open_notes.pop() else { return };
        let text = Some(std::mem::replace(&mut self.out, before));
        match self.notes.iter_mut().find(|note| note.label == label && note.text.is_none()) {
            Some(note) => note.text = text,
            None => self.notes.push(Note { label, text }),
        }
    }

    /// All events, with the footnotes as a numbered list at the end.
    fn finish(mut self) -> Vec<Event<'a>> {
        if !self.notes.is_empty() {
            self.out.extend([Event::Rule, Event::Start(Tag::List(Some(1)))]);
            for note in self.notes {
                self.out.push(Event::Start(Tag::Item));
                self.out.extend(note.text.unwrap_or_default());
                self.out.push(Event::End(TagEnd::Item));
            }
            self.out.push(Event::End(TagEnd::List(true)));
        }
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_safe_html() {
        for (markdown, expected) in [
            ("# A\n\n*b* ~~c~~", "<h1>A</h1>\n<p><em>b</em> <del>c</del></p>\n"),
            (
                "|a|b|c|\n|-|:-:|-:|\n|d|e|f|",
                "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\" align=\"center\">b</th><th scope=\"col\" \
                 align=\"right\">c</th></tr></thead><tbody>\n<tr><td>d</td><td align=\"center\">e</td><td align=\"right\">f\
                 </td></tr>\n</tbody></table>\n",
            ),
            ("<script>x</script>", "\n"),
            ("[a](javascript:x)", "<p><a rel=\"noopener nofollow\">a</a></p>\n"),
            ("![i](https://a.example/i.png)", "<p><img src=\"https://a.example/i.png\" alt=\"i\"></p>\n"),
            ("- a\n  - b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
            ("a  \nb", "<p>a<br>\nb</p>\n"),
            ("    x\n      y", "<pre><code>x\n  y</code></pre>\n"),
        ] {
            assert_eq!(markdown_to_html(markdown).trim_start(), expected.trim_start(), "{markdown}");
        }
    }

    #[test]
    fn a_bare_address_becomes_a_link() {
        let link = |url: &str, text: &str| format!("<a href=\"{url}\" rel=\"noopener nofollow\">{text}</a>");
        for (markdown, expected) in [
            (
                "See https://a.example/x_y_z?a=1&b=2.",
                format!("See {}.", link("https://a.example/x_y_z?a=1&amp;b=2", "https://a.example/x_y_z?a=1&amp;b=2")),
            ),
            ("www.a.example", link("https://www.a.example", "www.a.example")),
            (
                "**https://a.example/**",
                format!("<strong>{}</strong>", link("https://a.example/", "https://a.example/")),
            ),
            ("[https://a.example/](https://b.example/)", link("https://b.example/", "https://a.example/")),
            ("`https://a.example/`", "<code>https://a.example/</code>".to_owned()),
        ] {
            assert_eq!(markdown_to_html(markdown), format!("<p>{expected}</p>\n"), "{markdown}");
        }
        assert!(!markdown_to_html("```\nhttps://a.example/\n```").contains("<a"));
    }

    #[test]
    fn footnotes_stand_at_the_end_and_boxes_are_characters() {
        for (markdown, expected) in [
            (
                "One[^b] two[^a].\n\n[^a]: Aye.\n[^b]: Bee.\n\nEnd[^b].",
                "<p>One<sup>[1]</sup> two<sup>[2]</sup>.</p>\n<p>End<sup>[1]</sup>.</p>\n<hr>\n<ol>\n<li>\n<p>Bee.</p>\n</li>\n<li>\n\
                 <p>Aye.</p>\n</li>\n</ol>\n",
            ),
            ("One[^x].", "<p>One[^x].</p>\n"),
            ("- [ ] a\n- [x] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n"),
        ] {
            assert_eq!(markdown_to_html(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn hostile_markdown_takes_linear_time() {
        let started = std::time::Instant::now();
        let _ = markdown_to_html(&format!("https://a/{}", ")".repeat(500_000)));
        let units =
            [">", "[", "*a **a ", "![[]()", "- ", "`a", "|a", "<a ", "_", "~~", "https://a", "www.", "[^a]: ", "[^a]"];
        for unit in units {
            let _ = markdown_to_html(&unit.repeat(50_000 / unit.len()));
        }
        assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    }
}
