//! The style sheets and scripts of our pages, compiled in and served under names that change with their content.
//!
//! Pure: the route, its headers and compression are the caller's.
use std::sync::OnceLock;

use crate::token::{hex, sha256};

/// The value of `Cache-Control` for every asset: its URL changes when its content does.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// A file that pages load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asset {
    pub bytes: &'static [u8],
    pub content_type: &'static str,
}

const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";
const JS: &str = "text/javascript; charset=utf-8";

/// Name, content and type of every asset.
const FILES: [(&str, &[u8], &str); 17] = [
    ("site.css", include_bytes!("../../assets/site.css"), CSS),
    ("site.js", include_bytes!("../../assets/site.js"), JS),
    ("pow.js", include_bytes!("../../assets/pow.js"), JS),
    ("admin.css", include_bytes!("../../assets/admin.css"), CSS),
    ("admin.js", include_bytes!("../../assets/admin.js"), JS),
    ("editor.js", include_bytes!("../../assets/editor.js"), JS),
    ("icon.svg", include_bytes!("../../assets/icon.svg"), SVG),
    // The pictures of the demo's articles.
    ("chapel.svg", include_bytes!("../../assets/demo/chapel.svg"), SVG),
    ("fog.svg", include_bytes!("../../assets/demo/fog.svg"), SVG),
    ("library.svg", include_bytes!("../../assets/demo/library.svg"), SVG),
    ("market.svg", include_bytes!("../../assets/demo/market.svg"), SVG),
    ("milky-way.svg", include_bytes!("../../assets/demo/milky-way.svg"), SVG),
    ("night-ferry.svg", include_bytes!("../../assets/demo/night-ferry.svg"), SVG),
    ("old-quay.svg", include_bytes!("../../assets/demo/old-quay.svg"), SVG),
    ("seagrass.svg", include_bytes!("../../assets/demo/seagrass.svg"), SVG),
    ("turbine.svg", include_bytes!("../../assets/demo/turbine.svg"), SVG),
    ("warm-houses.svg", include_bytes!("../../assets/demo/warm-houses.svg"), SVG),
];

/// The URL path of an asset, such as `/assets/site.1a2b3c4d.css` for `site.css`; empty for a name that is not there.
#[must_use]
pub fn asset_url(name: &str) -> String {
    let at = FILES.iter().position(|(known, ..)| *known == name);
    at.and_then(|at| hashed_names().get(at)).map(|hashed| format!("/assets/{hashed}")).unwrap_or_default()
}

/// The asset under a hashed name such as `site.1a2b3c4d.css`, or under its whole URL path. A name with another hash is
/// not found, so that a page and its style sheet never mix two releases.
#[must_use]
pub fn asset(path: &str) -> Option<Asset> {
    let name = path.strip_prefix("/assets/").unwrap_or(path);
    let at = hashed_names().iter().position(|hashed| hashed == name)?;
    FILES.get(at).map(|(_, bytes, content_type)| Asset { bytes, content_type })
}

/// The script for other sites: the solver and the form's part as one, in a scope of its own.
#[must_use]
pub fn embed_script() -> &'static str {
    static SCRIPT: OnceLock<String> = OnceLock::new();
    let (solver, form) = (include_str!("../../assets/pow.js"), include_str!("../../assets/embed.js"));
    SCRIPT.get_or_init(|| format!("(() => {{\n{solver}\n{form}}})();\n"))
}

fn hashed_names() -> &'static [String] {
    static NAMES: OnceLock<Vec<String>> = OnceLock::new();
    NAMES.get_or_init(|| FILES.iter().map(|(name, bytes, _)| hashed_name(name, bytes)).collect())
}

fn hashed_name(name: &str, bytes: &[u8]) -> String {
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{:.8}.{extension}", hex(&sha256(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_is_found_under_its_own_url_and_no_other() {
        for (name, bytes, content_type) in FILES {
            assert_eq!(asset(&asset_url(name)), Some(Asset { bytes, content_type }), "{name}");
            assert_eq!(asset(name), None, "{name} without its hash");
        }
        assert_eq!(asset("/assets/site.00000000.css"), None);
        assert_eq!(asset("/assets/../Cargo.toml"), None);
        assert_eq!(asset_url("nothing.css"), "");
    }

    #[test]
    fn a_url_changes_with_the_content() {
        assert_ne!(hashed_name("site.css", b"a{}"), hashed_name("site.css", b"b{}"));
        let url = asset_url("site.css");
        assert_eq!(url.len(), "/assets/site.12345678.css".len(), "{url}");
    }

    #[test]
    fn style_sheets_are_small() {
        for (name, bytes, _) in FILES {
            assert!(bytes.len() < 25_000, "{name} has {} bytes", bytes.len());
        }
    }
}
