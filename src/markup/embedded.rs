//! What a page refers to besides its text: sounds and films that it embeds, and its other forms. The sanitiser drops
//! them.

use super::pieces::attribute;

/// Elements that play what their `src` names.
const PLAYERS: [&str; 5] = ["audio", "video", "source", "embed", "iframe"];
/// Sites whose frames are players; other frames are advertisements and buttons.
const SITES: [&str; 6] = [
    "youtube.com/",
    "youtube-nocookie.com/",
    "player.vimeo.com/",
    "w.soundcloud.com/",
    "open.spotify.com/",
    "dailymotion.com/",
];

/// A page's `<link rel="alternate">`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternate {
    /// Perhaps relative.
    pub href: String,
    pub media_type: String,
}

/// The other forms of a page, in order.
#[must_use]
pub fn alternates(html: &str) -> Vec<Alternate> {
    let alternate = |attributes: &str| {
        let rel = attribute(attributes, "rel")?;
        let is_alternate = rel.split_ascii_whitespace().any(|word| word.eq_ignore_ascii_case("alternate"));
        let (href, media_type) = (attribute(attributes, "href")?, attribute(attributes, "type")?);
        is_alternate.then_some(Alternate { href, media_type })
    };
    tags(html).filter(|(name, _)| name == "link").filter_map(|(_, attributes)| alternate(attributes)).collect()
}

/// The start tags with their attributes.
fn tags(html: &str) -> impl Iterator<Item = (String, &str)> {
    html.split('<').skip(1).map(|after| {
        let end = after.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(after.len());
        let (name, attributes) = after.split_at(end);
        (name.to_ascii_lowercase(), attributes.split('>').next().unwrap_or_default())
    })
}

/// The addresses of what is embedded, in order and perhaps relative; a film of youtube.com by its page.
#[must_use]
pub fn embedded(html: &str) -> Vec<String> {
    let players = tags(html).filter(|(name, _)| PLAYERS.contains(&name.as_str()));
    let is_player = |name: &str, src: &str| name != "iframe" || SITES.iter().any(|site| src.contains(site));
    let sources = players.filter_map(|(name, attributes)| Some((name, attribute(attributes, "src")?)));
    sources.filter(|(name, src)| is_player(name, src)).map(|(_, src)| page(src)).collect()
}

fn page(src: String) -> String {
    let film = src.split_once("youtube").and_then(|(_, rest)| rest.split_once("/embed/"));
    let film = film.map(|(_, film)| film.split(['?', '&', '#', '/']).next().unwrap_or_default());
    match film.filter(|film| !film.is_empty() && *film != "videoseries") {
        Some(film) => format!("https://www.youtube.com/watch?v={film}"),
        None => src,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_embedded_is_found() {
        for (html, expected) in [
            (
                "<p>x</p><iframe width=1 src='//www.youtube.com/embed/abc?rel=0'></iframe>",
                &["https://www.youtube.com/watch?v=abc"][..],
            ),
            ("<IFRAME SRC=\"https://player.vimeo.com/video/7\">", &["https://player.vimeo.com/video/7"]),
            ("<iframe src='https://ads.example/x'></iframe><img src=y>", &[]),
            ("<audio controls><source src='/a.mp3'></audio><video src=b.mp4>", &["/a.mp3", "b.mp4"]),
            ("<audio>a<", &[]),
        ] {
            assert_eq!(embedded(html), expected, "{html}");
        }
    }
}
