//! Changes of an input by the names of its fields, as a JSON merge patch (RFC 7396), and its check. Pure.

use serde::Serialize;
use serde_json::{Map, Value};

use super::list::{Fields, Kind, fields};
use super::read::read;
use super::{FieldError, FieldErrorKind, FieldErrors};

/// New values by the names of their fields. Null gives a field its default back; a field that is absent stays.
pub type Changes = Map<String, Value>;

/// The values of an input by the names of its fields.
pub fn values(input: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(input) {
        Ok(Value::Object(values)) => values,
        _ => Map::new(),
    }
}

impl FieldErrors {
    /// The input with these changes. One that cannot be made is noted and not made.
    pub fn merge<T: Fields>(&mut self, old: &T, changes: Changes) -> Result<T, FieldError> {
        let (fields, usual, mut merged) = (fields::<T>(), values(&T::default()), values(old));
        for (name, value) in changes {
            let Some(field) = fields.iter().find(|field| field.name == name) else {
                let known = fields.iter().map(|field| field.name.clone()).collect();
                self.add(name, FieldErrorKind::NoSuchField { known });
                continue;
            };
            let value = if value.is_null() { usual.get(&name).cloned().unwrap_or_default() } else { value };
            let wrong = field.kind.check(&value).err();
            let before = merged.insert(name.clone(), value);
            if let Err(error) = read::<T>(Value::Object(merged.clone())) {
                let is_number = matches!(field.kind, Kind::Number { .. });
                let otherwise = if is_number { FieldErrorKind::NotANumber } else { error.kind };
                self.add(name.clone(), wrong.unwrap_or(otherwise));
                merged.insert(name, before.unwrap_or_default());
            }
        }
        read(Value::Object(merged))
    }

    /// The input with every field in normal form. What is wrong is noted and left as it is.
    pub fn fields<T: Fields>(&mut self, input: T) -> T {
        let mut values = values(&input);
        for field in fields::<T>() {
            let Some(value) = values.get_mut(&field.name) else { continue };
            match if field.required { field.kind.filled(value) } else { field.kind.check(value) } {
                Ok(normal) => *value = normal,
                Err(error) => self.add(field.name, error),
            }
        }
        read(Value::Object(values)).unwrap_or(input)
    }
}

/// The names of the fields in which two inputs differ.
#[must_use]
pub fn changed<T: Fields>(old: &T, new: &T) -> Vec<String> {
    let (old, new) = (values(old), values(new));
    let names = fields::<T>().into_iter().map(|field| field.name);
    names.filter(|name| old.get(name) != new.get(name)).collect()
}

/// Lines of a text as a list in JSON: for serde's `with`.
pub mod lines {
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(text.lines())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        Ok(Vec::<String>::deserialize(deserializer)?.join("\n"))
    }
}
