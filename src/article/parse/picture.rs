//! Which of an item's pictures is shown.

use url::Url;

use super::document::{Item, Picture};
use super::xml::Element;

/// Pixels that a lead picture needs: the width of a mail's column.
const WANTED: u32 = 600;
/// Pixels of a picture that counts visits.
const PIXEL: u32 = 2;

/// The picture that fits: the smallest of at least [`WANTED`] pixels, else one of unknown size, else the largest.
#[must_use]
pub fn fitting(pictures: &[Picture]) -> Option<&Picture> {
    let shown = || pictures.iter().filter(|picture| picture.width.is_none_or(|width| width > PIXEL));
    let large = shown()
        .filter(|picture| picture.width.is_some_and(|width| width >= WANTED))
        .min_by_key(|picture| picture.width);
    let unknown = || shown().find(|picture| picture.width.is_none());
    large.or_else(unknown).or_else(|| shown().max_by_key(|picture| picture.width))
}

/// Adds the pictures and recordings of an item's `media`, `itunes` and enclosure elements.
pub fn collect(element: &Element, item: &mut Item) {
    collect_media(element, item, 0);
    for thumbnail in element.all("itunes:image").filter_map(|image| image.attribute("href")) {
        item.pictures.push(Picture { url: thumbnail.to_owned(), width: None });
    }
    for enclosure in element.all("enclosure") {
        add(item, enclosure.attribute("url"), enclosure.attribute("type"), None, None);
    }
    if let Some(url) = element.child("image").and_then(|image| image.text_of("url")) {
        add(item, Some(&url), Some("image/*"), None, None);
    }
}

/// Depth of `media:group` and `media:content` in each other.
const MEDIA_DEPTH: usize = 3;

fn collect_media(element: &Element, item: &mut Item, depth: usize) {
    if depth > MEDIA_DEPTH {
        return;
    }
    for media in element.elements() {
        let width = || media.attribute("width").and_then(|width| width.trim_end_matches("px").parse().ok());
        match media.name.as_str() {
            "media:group" => collect_media(media, item, depth + 1),
            "media:content" => {
                add(item, media.attribute("url"), media.attribute("type"), media.attribute("medium"), width());
                collect_media(media, item, depth + 1);
            }
            "media:thumbnail" => {
                let text = media.text();
                let url = media.attribute("url").or(Some(text.trim()).filter(|text| text.starts_with("http")));
                add(item, url, Some("image/*"), None, width());
            }
            "media:player" => add(item, media.attribute("url"), None, Some("video"), None),
            _ => {}
        }
    }
}

/// Adds a picture or a recording, by its type, its medium or the ending of its address.
pub fn add(item: &mut Item, url: Option<&str>, media_type: Option<&str>, medium: Option<&str>, width: Option<u32>) {
    let Some(url) = url else { return };
    let media_type = media_type.map(str::to_ascii_lowercase);
    let kind = match (media_type.as_deref(), medium) {
        (Some("image/svg+xml"), _) => return,
        (Some(kind), _) if kind.starts_with("image") => "image",
        (Some(kind), _) if kind.starts_with("audio/") || kind.starts_with("video/") => "recording",
        (Some("application/x-shockwave-flash"), _) | (_, Some("video" | "audio")) => "recording",
        (_, Some("image")) => "image",
        _ => kind_of_ending(url),
    };
    match kind {
        "image" => item.pictures.push(Picture { url: url.to_owned(), width }),
        "recording" if !item.recordings.iter().any(|known| known == url) => item.recordings.push(url.to_owned()),
        _ => {}
    }
}

fn kind_of_ending(url: &str) -> &'static str {
    let path = Url::parse(url).map_or_else(|_| url.to_owned(), |url| url.path().to_owned()).to_ascii_lowercase();
    let ends = |endings: &[&str]| endings.iter().any(|ending| path.ends_with(ending));
    if ends(&[".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif"]) {
        "image"
    } else if ends(&[".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".mp4", ".m4v", ".webm", ".mov"]) {
        "recording"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_sizes_the_one_that_fits_is_taken() {
        for (widths, expected) in [
            (&[Some(1200), Some(640), Some(144)][..], Some(Some(640))),
            (&[Some(144), Some(300)], Some(Some(300))),
            (&[Some(144), None], Some(None)),
            (&[Some(1), Some(2)], None),
            (&[], None),
        ] {
            let pictures: Vec<Picture> =
                widths.iter().map(|width| Picture { url: "u".to_owned(), width: *width }).collect();
            assert_eq!(fitting(&pictures).map(|picture| picture.width), expected, "{widths:?}");
        }
    }
}
