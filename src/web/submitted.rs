//! The fields of a submitted form or of a query, by name.

use serde::Deserialize;
use url::form_urlencoded;

/// Fields in their order. A name may come several times, as those of check boxes do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Submitted(Vec<(String, String)>);

impl Submitted {
    /// The fields of a URL-encoded body or query.
    #[must_use]
    pub fn read(encoded: &str) -> Self {
        Self(form_urlencoded::parse(encoded.as_bytes()).into_owned().collect())
    }

    /// The value of a field; empty where it was not submitted.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.find(name).unwrap_or_default()
    }

    /// The value of a field; `None` where it was not submitted.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The whole number that a field holds.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).trim().parse().ok()
    }

    /// With one more field.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// With another value for a field.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.retain(|(field, _)| field != name);
        self.0.push((name.to_owned(), value.into()));
        self
    }
}

impl<V: Into<String>, const N: usize> From<[(&str, V); N]> for Submitted {
    fn from(fields: [(&str, V); N]) -> Self {
        Self(fields.map(|(name, value)| (name.to_owned(), value.into())).to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_by_name() {
        let fields = Submitted::from([("a", "1"), ("b", "x"), ("a", "2")]);
        assert_eq!((fields.get("a"), fields.get("c"), fields.find("c")), ("1", "", None));
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "2"]);
        assert_eq!((fields.number("a"), fields.number("b")), (Some(1), None));
        assert_eq!(fields.with("a", "3").all("a").collect::<Vec<_>>(), ["3"]);
    }
}
