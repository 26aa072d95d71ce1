//! The fields of a submitted form or of a query, by name.

use std::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use url::form_urlencoded;

/// The most fields of a form. A body of empty fields takes many times its size in memory.
const MOST: usize = 5_000;

/// Fields in their order. A name may come several times, as those of check boxes do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Submitted(Vec<(String, String)>);

impl Submitted {
    /// The first fields of a URL-encoded body or query.
    #[must_use]
    pub fn read(encoded: &str) -> Self {
        Self(form_urlencoded::parse(encoded.as_bytes()).into_owned().take(MOST).collect())
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

impl<'de> Deserialize<'de> for Submitted {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Submitted;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at most {MOST} fields")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Submitted, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = from.next_element()? {
            if fields.len() == MOST {
                return Err(A::Error::invalid_length(MOST + 1, &self));
            }
            fields.push(field);
        }
        Ok(Submitted(fields))
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

    #[test]
    fn a_form_has_so_many_fields() {
        for (count, good) in [(0, true), (MOST, true), (MOST + 1, false)] {
            let body = "a&".repeat(count);
            assert_eq!(serde_urlencoded::from_str::<Submitted>(&body).is_ok(), good, "{count}");
            assert_eq!(Submitted::read(&body).0.len(), count.min(MOST), "{count}");
        }
    }
}
