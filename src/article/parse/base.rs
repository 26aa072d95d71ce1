//! The base of an element's relative addresses (XML Base).

use url::Url;

use super::xml::Element;

/// The absolute base that an element or one of its children declares for itself.
#[must_use]
pub fn of(element: &Element) -> Option<Url> {
    element.attribute("xml:base").and_then(|base| Url::parse(base).ok())
}
