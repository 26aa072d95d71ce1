//! Small feeds of each kind, whole and broken.

use chrono::{DateTime, Utc};
use url::Url;

use super::*;
use crate::article::Body;

fn now() -> DateTime<Utc> {
    "2025-11-01T12:00:00Z".parse().unwrap()
}

fn read(feed: &str) -> Result<ParsedFeed, ParseError> {
    read_bytes(feed.as_bytes())
}

fn read_bytes(feed: &[u8]) -> Result<ParsedFeed, ParseError> {
    let url = Url::parse("https://paper.example/feeds/all").unwrap();
    let source = Source { bytes: feed, content_type: None, url: &url };
    parse_feed(&source, now(), &FeedLimits::default())
}

fn item(feed: &str) -> ParsedArticle {
    let mut parsed = read(feed).unwrap();
    assert_eq!(parsed.items.len(), 1, "{parsed:?}");
    parsed.items.remove(0)
}

fn only(feed: &str) -> NewArticle {
    item(feed).article
}

fn html(article: &NewArticle) -> &str {
    let Body::Html(html) = &article.body else { panic!("{:?}", article.body) };
    html
}

fn rss(items: &str) -> String {
    format!(
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' \
         xmlns:media='http://search.yahoo.com/mrss/'><channel><title>The Paper</title>\
         <link>https://paper.example/</link>{items}</channel></rss>"
    )
}

#[test]
fn rss_091_is_read() {
    let feed = read(
        "<?xml version='1.0'?><rss version='0.91'><channel><title>Old &amp; good</title><link>https://paper.example/</link>\
         <item><title>First</title><link>https://paper.example/1</link><description>A short text.</description></item>\
         </channel></rss>",
    )
    .unwrap();
    assert_eq!(feed.title, "Old & good");
    let article = &feed.items[0].article;
    assert_eq!((article.title.as_str(), article.summary.as_deref()), ("First", Some("A short text.")));
    assert_eq!(article.url.as_deref(), Some("https://paper.example/1"));
    assert_eq!(article.guid.as_deref(), Some("https://paper.example/1"));
    assert_eq!((html(article), article.published_at), ("", None));
}

#[test]
fn rss_20_is_read_with_its_modules() {
    let ParsedArticle { article, categories, .. } = item(&rss(
        "<item><title>Talks &amp;amp; trade &lt;b&gt;open&lt;/b&gt;</title><link>/news/1?utm_source=rss&amp;id=7</link>\
         <guid isPermaLink='false'>abc-1</guid><pubDate>Thu, 23 Oct 2025 09:30:00 +0200</pubDate>\
         <category>World</category><category>Trade</category><category>World</category>\
         <description>&lt;p&gt;In short.&lt;/p&gt;</description>\
         <content:encoded><![CDATA[<p onclick='x()'>Body <a href='/more'>more</a></p><script>x()</script>]]></content:encoded>\
         <media:content url='https://cdn.example/clip.mp4' type='video/mp4'/>\
         <media:content url='https://cdn.example/i.jpg'/></item>",
    ));
    assert_eq!(article.guid.as_deref(), Some("abc-1"));
    assert_eq!(article.title, "Talks & trade open");
    assert_eq!(article.summary.as_deref(), Some("In short."));
    assert_eq!(
        html(&article),
        "<p>Body <a href=\"https://paper.example/more\" rel=\"noopener nofollow\">more</a></p>\
         <p><a href=\"https://cdn.example/clip.mp4\" rel=\"noopener nofollow\">▶ cdn.example/clip.mp4</a></p>"
    );
    assert_eq!(article.url.as_deref(), Some("https://paper.example/news/1?id=7"));
    assert_eq!(article.image.as_deref(), Some("https://cdn.example/i.jpg"));
    assert_eq!(article.published_at, Some("2025-10-23T07:30:00Z".parse().unwrap()));
    assert_eq!(categories, ["World", "Trade"]);
}

#[test]
fn atom_is_read() {
    let ParsedArticle { article, categories, .. } = item(
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Atom Paper</title><id>urn:x</id>\
         <entry><id>urn:uuid:1</id><title type='text'>1 &lt; 2 &amp; <![CDATA[<b>]]></title>\
         <link rel='self' href='https://paper.example/self'/><link rel='enclosure' type='image/png' href='/i.png'/>\
         <link rel='alternate' type='text/html' href='../a/1'/><updated>2025-10-24T00:00:00Z</updated>\
         <published>2025-10-23T00:00:00Z</published><category term='t' label='Topic'/>\
         <content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Hello <em>there</em></p></div></content>\
         </entry></feed>",
    );
    assert_eq!(article.guid.as_deref(), Some("urn:uuid:1"));
    assert_eq!(article.title, "1 < 2 & <b>");
    assert_eq!(article.url.as_deref(), Some("https://paper.example/a/1"));
    assert_eq!(html(&article), "<p>Hello <em>there</em></p>");
    assert_eq!(article.summary.as_deref(), Some("Hello there"));
    assert_eq!(article.image.as_deref(), Some("https://paper.example/i.png"));
    assert_eq!(article.published_at, Some("2025-10-23T00:00:00Z".parse().unwrap()));
    assert_eq!(categories, ["Topic"]);
}

#[test]
fn json_feed_is_read() {
    let feed = read(
        r#"{"version": "https://jsonfeed.org/version/1.1", "title": "JSON &#8211; Paper", "items": [{
            "id": "7", "url": "/n/7", "title": "Tags like <b> stay", "content_html": "<p>Body <img src='/p.png'></p>",
            "summary": "A & B", "date_published": "2025-10-23T10:00:00+02:00", "tags": ["a", "b"],
            "attachments": [{"url": "https://paper.example/a.mp3", "mime_type": "audio/mpeg"}]}]}"#,
    )
    .unwrap();
    let ParsedArticle { article, categories, .. } = &feed.items[0];
    assert_eq!((article.guid.as_deref(), feed.title.as_str()), (Some("7"), "JSON – Paper"));
    assert_eq!(article.title, "Tags like <b> stay");
    assert_eq!(article.summary.as_deref(), Some("A & B"));
    assert_eq!(article.url.as_deref(), Some("https://paper.example/n/7"));
    assert_eq!(article.image.as_deref(), Some("https://paper.example/p.png"));
    assert_eq!(categories.as_slice(), ["a", "b"]);
    assert_eq!(article.published_at, Some("2025-10-23T08:00:00Z".parse().unwrap()));
}

#[test]
fn rdf_is_read() {
    for namespace in ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"] {
        let feed = read(&format!(
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='{namespace}'>\
             <channel><title>RDF Paper</title></channel>\
             <item><title>First</title><link>https://paper.example/1</link></item></rdf:RDF>"
        ));
        let feed = feed.unwrap_or_else(|error| panic!("{namespace}: {error}"));
        assert_eq!((feed.title.as_str(), feed.items.len()), ("RDF Paper", 1), "{namespace}");
    }
}

#[test]
fn missing_values_are_derived() {
    let article = only(&rss("<item><description>&lt;p&gt;No title, but a text.&lt;/p&gt;</description></item>"));
    assert_eq!(article.title, "No title, but a text.");
    assert!(article.guid.unwrap().starts_with("title:"));
    assert_eq!(article.url, None);

    let article = only(&rss("<item><title>T</title><guid>https://paper.example/p</guid></item>"));
    assert_eq!(article.url.as_deref(), Some("https://paper.example/p"));

    let feed = read("<rss version='2.0'><channel><item><title>T</title></item></channel></rss>").unwrap();
    assert_eq!(feed.title, "paper.example");

    assert_eq!(read(&rss("<item><link>https://paper.example/empty</link></item>")).unwrap().items, []);
}

/// A weekly column without guid and link was one article: each week's replaced the one before.
#[test]
fn the_same_title_on_another_day_is_another_article() {
    let guid = |date: &str| only(&rss(&format!("<item><title>Tide tables</title>{date}</item>"))).guid;
    let dated = |day: &str| guid(&format!("<pubDate>{day} Sep 2025 06:00:00 GMT</pubDate>"));
    assert_eq!(dated("01"), dated("01"));
    assert_ne!(dated("01"), dated("08"));
    assert_eq!(guid(""), guid(""), "without a date the title is all there is");
}

#[test]
fn a_guid_survives_a_new_title() {
    let guid = |title: &str| {
        only(&rss(&format!("<item><title>{title}</title><link>https://paper.example/1</link></item>"))).guid
    };
    assert_eq!(guid("Before"), guid("After"));
    let long = "x".repeat(600);
    let article = only(&rss(&format!("<item><title>T</title><guid>{long}</guid></item>")));
    assert!(article.guid.is_some_and(|guid| guid.starts_with("hash:") && guid.len() < 30));
}

#[test]
fn a_long_description_is_a_body() {
    let text = "word ".repeat(400);
    let article = only(&rss(&format!("<item><title>T</title><description>{text}</description></item>")));
    assert!(html(&article).starts_with("word word"));
    assert!(article.summary.is_some_and(|summary| summary.ends_with('…') && summary.chars().count() <= 300));
}

#[test]
fn an_impossible_date_is_none() {
    for (date, expected) in [
        ("Mon, 01 Jan 2035 00:00:00 GMT", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("soon", None),
        // A zone that is left out may put it a few hours ahead.
        ("01 Nov 2025 22:00", "2025-11-01T22:00:00Z".parse().ok()),
    ] {
        let article = only(&rss(&format!("<item><title>T</title><pubDate>{date}</pubDate></item>")));
        assert_eq!(article.published_at, expected, "{date}");
    }
}

#[test]
fn active_content_never_gets_through() {
    let ParsedArticle { article, categories, .. } =
        item(&rss("<item><title>&lt;img src=x onerror=alert(1)&gt;A\u{202e}B</title><link>javascript:alert(1)</link>\
         <guid>javascript:alert(1)</guid><category>&lt;script&gt;x&lt;/script&gt;c</category>\
         <description>&lt;a href='javascript:x'&gt;d&lt;/a&gt;&lt;iframe src='//x'&gt;&lt;/iframe&gt;</description>\
         <media:thumbnail url='data:image/png;base64,x'/></item>"));
    assert_eq!((article.title.as_str(), article.summary.as_deref()), ("AB", Some("d")));
    assert_eq!((article.url, article.image), (None, None));
    assert_eq!(categories, ["c"]);
}

#[test]
fn only_the_newest_items_are_taken() {
    let dated = |n: usize| {
        let (day, hour) = (n % 28 + 1, n / 28);
        format!(
            "<item><title>T{n}</title><guid>{n}</guid><pubDate>{day:02} Sep 2025 {hour:02}:00:00 GMT</pubDate></item>"
        )
    };
    let feed = read(&rss(&(0..600).map(dated).collect::<String>())).unwrap();
    assert_eq!(feed.items.len(), 500);
    let oldest = feed.items.iter().filter_map(|item| item.article.published_at).min().unwrap();
    assert!(oldest > "2025-09-05T00:00:00Z".parse::<DateTime<Utc>>().unwrap());
}

#[test]
fn charsets_are_read_as_declared_or_guessed() {
    let feed = |declaration: &str| format!("{declaration}{}", rss("<item><title>caf\u{e9}</title></item>"));
    let latin1 = |text: String| text.chars().map(|c| c as u8).collect::<Vec<u8>>();
    for bytes in [
        feed("").into_bytes(),
        feed("<?xml version='1.0' encoding='utf-8'?>").into_bytes(),
        feed("\u{feff}<?xml version='1.0'?>").into_bytes(),
        latin1(feed("<?xml version='1.0' encoding='iso-8859-1'?>")),
        latin1(feed("")),
        latin1(feed("<?xml version='1.0' encoding='utf-8'?>")),
        feed("\u{feff}<?xml version='1.0' encoding='utf-16'?>").encode_utf16().flat_map(u16::to_le_bytes).collect(),
    ] {
        let title = read_bytes(&bytes).map(|feed| feed.items[0].article.title.clone());
        assert_eq!(title.as_deref(), Ok("café"), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn a_feed_with_a_usual_fault_is_read_all_the_same() {
    let items = "<channel><title>P</title><item><title>T</title></item></channel>";
    for feed in [
        format!("<rss>{items}</rss>"),
        format!("<rss version='0.94'>{items}</rss>"),
        format!("<rss version=\"2.00\">{items}</rss>"),
        format!("\n\n<?xml version='1.0'?>\n<rss version='2.0'>{items}</rss>"),
        format!("<rss version='2.0'>{}</rss>", items.replace('T', "T\u{8}")),
        format!("<!DOCTYPE rss [<!ENTITY x \"y\">]><rss version='2.0'>{items}</rss>"),
    ] {
        assert_eq!(read(&feed).map(|feed| feed.items.len()), Ok(1), "{feed}");
    }
}

#[test]
fn a_document_that_is_not_a_feed_is_reported_as_such() {
    let broken = |feed: &str| matches!(read(feed), Err(ParseError::Broken { .. }));
    for (feed, expected) in [
        ("", ParseError::NotAFeed),
        ("hello", ParseError::NotAFeed),
        ("{\"a\": 1}", ParseError::NotAFeed),
        ("<?xml version='1.0'?><html><body>x</body></html>", ParseError::WebPage),
        ("<opml version='2.0'><body/></opml>", ParseError::NotAFeed),
        ("\u{feff} <!DOCTYPE html><html><body>x", ParseError::WebPage),
        ("<HTML>x", ParseError::WebPage),
    ] {
        assert_eq!(read(feed), Err(expected), "{feed}");
    }
    assert!(broken("{"), "{:?}", read("{"));
}

#[test]
fn decompression_bombs_are_refused_early() {
    let deep = "<media:group>".repeat(200_000);
    assert_eq!(read(&rss(&format!("<item>{deep}"))).map(|feed| feed.items.len()), Ok(0));
    assert_eq!(read(&"<a>".repeat(200_000)), Err(ParseError::NotAFeed));
    assert_eq!(read(&rss(&"<item><a/></item>".repeat(300_000))), Err(ParseError::TooManyItems { most: 5_000 }));
    let deep_json = format!("{{\"version\": {}", "[".repeat(200_000));
    assert!(matches!(read(&deep_json), Err(ParseError::Broken { .. })));
    let laughs = "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>".to_owned()
        + rss("<item><title>&b;</title></item>").as_str();
    assert!(read(&laughs).is_ok_and(|feed| feed.items.iter().all(|item| item.article.title.len() < 20)));
    let external = "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>".to_owned()
        + rss("<item><title>a&x;</title></item>").as_str();
    assert!(read(&external).is_ok_and(|feed| !feed.items[0].article.title.contains("root")));
}

#[test]
fn no_truncation_or_flipped_byte_panics() {
    let feeds = [
        rss("<item><title>T &amp; <![CDATA[x]]></title><media:group><media:content url='https://a.example/i.png'/></media:group></item>"),
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>é</title><content type='xhtml'><div>x</div></content></entry></feed>".into(),
        r#"{"version": "https://jsonfeed.org/version/1", "title": "é", "items": [{"id": "1", "title": "x"}]}"#.into(),
    ];
    for feed in feeds {
        for at in 0..feed.len() {
            let _ = read_bytes(&feed.as_bytes()[..at]);
            for byte in [0, b'<', b'>', b'"', b'&', 0xff] {
                let mut bytes = feed.clone().into_bytes();
                bytes[at] = byte;
                let _ = read_bytes(&bytes);
            }
        }
    }
}

#[test]
fn a_video_is_described_by_its_media() {
    let article = only(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><title>V</title>\
         <entry><id>v:1</id><title>Video</title><media:group><media:description>What it shows.</media:description>\
         <media:content url='https://v.example/1' type='video/mp4'/>\
         <media:thumbnail url='https://v.example/1.jpg'/></media:group></entry></feed>",
    );
    assert_eq!(article.summary.as_deref(), Some("What it shows."));
    assert_eq!(article.image.as_deref(), Some("https://v.example/1.jpg"));
}

/// Publishers repeat a guid, leave it empty, or link all items to one page.
#[test]
fn each_item_is_kept_once_and_none_is_lost() {
    let guids = |items: &str| {
        let feed = read(&rss(items)).unwrap();
        let titles: Vec<String> = feed.items.iter().map(|item| item.article.title.clone()).collect();
        let guids: std::collections::HashSet<_> =
            feed.items.iter().filter_map(|item| item.article.guid.clone()).collect();
        assert_eq!(guids.len(), feed.items.len(), "{items}");
        (titles.join(" "), feed.merged, feed.left_out)
    };
    let item = |title: &str, guid: &str, link: &str| {
        format!("<item><title>{title}</title><guid isPermaLink='false'>{guid}</guid><link>{link}</link></item>")
    };
    let (one, two) = ("https://paper.example/1", "https://paper.example/2");
    for (items, expected, why) in [
        (["A", "B", "C"].map(|title| item(title, "N/A", "")).concat(), ("A B C", 0, 0), "no guid"),
        (["A", "B", "C"].map(|title| item(title, "7", one)).concat(), ("A B C", 0, 0), "one guid and one link"),
        (["A", "B"].map(|title| item(title, "", "")).concat(), ("A B", 0, 0), "empty guids"),
        (item("A", "1", one) + &item("B", "1", two), ("A B", 0, 0), "one guid"),
        (item("A", "1", one) + &item("B", "2", one), ("A B", 0, 0), "one link"),
        (item("A", "1", one) + &item("A", "2", "http://www.paper.example/1/"), ("A", 1, 0), "one story"),
        (item("A", "1", "") + &item("A", "1", ""), ("A", 1, 0), "the same twice"),
        (item("A", "1", one) + "<item><link>https://paper.example/3</link></item>", ("A", 0, 1), "nothing in it"),
    ] {
        let (titles, merged, left_out) = guids(&items);
        assert_eq!((titles.as_str(), merged, left_out), expected, "{why}");
    }
}

#[test]
fn a_broken_item_costs_itself_and_not_the_feed() {
    let atom = |title: &str| {
        format!("<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title><entry><id>1</id>{title}</entry></feed>")
    };
    let in_rss = |title: &str| rss(&format!("<item><title>{title}</title><guid>1</guid></item>"));
    for (feed, expected) in [
        (in_rss("AT&T & R&D"), "AT&T & R&D"),
        (in_rss("a&nbsp b&nbsp;c&#0;d"), "a b cd"),
        (in_rss("1 < 2 <3"), "1 < 2 <3"),
        (in_rss("It&#146;s"), "It’s"),
        (in_rss("A <i>Titanic</i> tale"), "A Titanic tale"),
        (in_rss("<![CDATA[Vec<T> and <canvas>]]>"), "Vec<T> and <canvas>"),
        (in_rss("<![CDATA[A <b>bold</b> tale]]>"), "A bold tale"),
        (rss("<item><guid>1</guid><title>Cut off"), "Cut off"),
        (rss("<item><title>T</item>"), "T"),
        (atom("<title type='HTML'>a &lt;b&gt;c&lt;/b&gt;</title>"), "a c"),
        (atom("<title type=''>a &lt;b></title>"), "a <b>"),
        (atom("<title type='plain'>a &amp; b</title>"), "a & b"),
        (atom("<title type='markdown'>a *b*</title>"), "a *b*"),
        (atom("<title type='text/html' mode='base64'>PGI+YTwvYj4=</title>"), "a"),
        (format!("<br /><b>Warning</b>: x\n{}", in_rss("T")), "T"),
        (format!("<?xml version='1.0' encoding='utf-8'?>\n\n{}", in_rss("T").replace("2.0", "2.00")), "T"),
        (
            r#"{"version": "http://jsonfeed.org/version/1", "items": [{"id": 5, "title": "T", "tags": "a"}, 7]}"#
                .into(),
            "T",
        ),
        ("\u{feff}{\"items\": [{\"title\": \"T\", \"date_published\": 1761213600, \"authors\": {}}]}".into(), "T"),
    ] {
        assert_eq!(only(&feed).title, expected, "{feed}");
    }
    let (text, item) = ("<p>one</p><p>two", only(&rss("<item><description><p>one</p><p>two</description></item>")));
    assert_eq!(item.summary.as_deref(), Some("one two"), "{text}");
    let json = only(r#"{"items": [{"id": 5, "title": "T", "date_published": 1761213600, "tags": "a"}]}"#);
    assert_eq!((json.guid.as_deref(), json.published_at), (Some("5"), "2025-10-23T10:00:00Z".parse().ok()));
    let base64 =
        only(&atom("<title>T</title><content type='application/octet-stream'>PHA+SGVsbG8gd29ybGQ8L3A+</content>"));
    assert_eq!(html(&base64), "<p>Hello world</p>");
}

#[test]
fn an_item_has_the_picture_that_fits() {
    let image = |elements: &str| {
        let itunes = rss(&format!("<item><title>T</title>{elements}</item>"))
            .replace("<rss ", "<rss xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' ");
        only(&itunes).image
    };
    let url = |name: &str| Some(format!("https://cdn.example/{name}"));
    for (elements, expected) in [
        ("<media:thumbnail url='https://cdn.example/t.jpg'/>", url("t.jpg")),
        ("<media:content medium='image' url='https://cdn.example/no-ending'/>", url("no-ending")),
        ("<itunes:image href='https://cdn.example/i.jpg'/>", url("i.jpg")),
        ("<enclosure url='https://cdn.example/e.png' type='image/png' length='0'/>", url("e.png")),
        ("<enclosure url='' type='image/png'/>", None),
        ("<enclosure url='https://cdn.example/a.mp3' type='audio/mpeg'/>", None),
        (
            "<media:content url='https://cdn.example/140.jpg' width='140'/><media:content url='https://cdn.example/700.jpg' \
             width='700'/><media:content url='https://cdn.example/2000.jpg' width='2000'/>",
            url("700.jpg"),
        ),
        ("<media:content url='https://u:p@cdn.example/i.jpg'/>", None),
    ] {
        assert_eq!(image(elements), expected, "{elements}");
    }
}

#[test]
fn an_item_has_its_author_or_the_feeds() {
    for (element, expected) in [
        ("<dc:creator>Ada Lovelace</dc:creator>", Some("Ada Lovelace")),
        ("<author>ada@a.example (Ada Lovelace)</author>", Some("Ada Lovelace")),
        ("<author>ada@a.example</author>", None),
        ("<dc:creator>Ada</dc:creator><dc:creator>Bo &amp;amp; Co</dc:creator>", Some("Ada, Bo & Co")),
    ] {
        assert_eq!(
            only(&rss(&format!("<item><title>T</title>{element}</item>"))).author.as_deref(),
            expected,
            "{element}"
        );
    }
    let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title><author><name>Ada</name></author>\
                <entry><title>T</title></entry></feed>";
    assert_eq!(only(atom).author.as_deref(), Some("Ada"));
    let json =
        r#"{"items": [{"title": "T", "authors": [{"name": "Ada"}, {"name": "Bo"}], "author": {"name": "Ada"}}]}"#;
    assert_eq!(only(json).author.as_deref(), Some("Ada, Bo"));
}

#[test]
fn sounds_and_films_leave_a_link() {
    for item in [
        "<enclosure url='https://cdn.example/show.mp3' type='audio/mpeg'/><description>Short.</description>",
        "<description>Short. &lt;audio src='https://cdn.example/show.mp3'&gt;&lt;/audio&gt;</description>",
    ] {
        let article = only(&rss(&format!("<item><title>T</title>{item}</item>")));
        assert!(html(&article).contains("<a href=\"https://cdn.example/show.mp3\""), "{}", html(&article));
        assert_eq!(article.summary.as_deref(), Some("Short."));
    }
}

#[test]
fn an_item_without_a_date_is_not_fresher_than_its_place() {
    let item = |title: &str, date: &str| format!("<item><title>{title}</title><pubDate>{date}</pubDate></item>");
    let items = item("A", "") + &item("B", "23 Oct 2025 10:00:00 GMT") + &item("C", "soon") + &item("D", "");
    let feed = read(&rss(&format!("<pubDate>2025-10-24T00:00:00Z</pubDate>{items}"))).unwrap();
    let latest: Vec<_> = feed.items.iter().map(|item| item.at_latest.map(|at| at.to_rfc3339())).collect();
    let expected = [None, None, Some("2025-10-23T09:59:59+00:00"), Some("2025-10-23T09:59:58+00:00")];
    assert_eq!(latest, expected.map(|at| at.map(str::to_owned)));
    assert_eq!(feed.updated, "2025-10-24T00:00:00Z".parse().ok());
}
