//! The fields of an input: one list for its check, its form, the command line and the API's document.
//!
//! An input is a struct with a default and the derives of serde and utoipa. A field's type, comment and `#[schema]`
//! attributes say all that is known of it: `max_length`, `min_length = 1` where it must be filled in, `minimum` and
//! `maximum`, `max_items`, and as `format` what a text holds ([`Kind`] names the formats).

use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ArrayItems, KnownFormat, Object, Schema, SchemaFormat, SchemaType, Type};
use utoipa::{Number, PartialSchema};

/// What has a list of fields.
pub trait Fields: Default + Serialize + DeserializeOwned + PartialSchema {}

impl<T: Default + Serialize + DeserializeOwned + PartialSchema> Fields for T {}

/// A field of an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in forms, in JSON and in errors, such as `sender_name`.
    pub name: String,
    /// What it is, in English, for programmers and operators.
    pub description: String,
    pub kind: Kind,
    /// Whether it must be filled in.
    pub required: bool,
}

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of at most so many characters.
    Line {
        most: usize,
    },
    /// `lines`: several lines of at most so many characters in all.
    Lines {
        most: usize,
    },
    /// `markdown`: a long text of at most so many characters.
    Markdown {
        most: usize,
    },
    /// `email`: an address of our own, which stands in every mail, so its local part is ASCII.
    Email,
    /// `slug`: a part of a URL of at most so many characters.
    Slug {
        most: usize,
    },
    /// `origin`: of a web site (RFC 6454), such as `https://www.example.org`.
    Origin,
    /// `language`: the tag of a language on offer.
    Language,
    /// `time-zone`: a name of the IANA time zone database.
    TimeZone,
    /// `schedule`: days and times.
    Schedule,
    Number {
        least: i64,
        most: i64,
    },
    YesNo,
    Words(Vec<String>),
    /// At most so many of a kind.
    List {
        most: usize,
        of: Box<Self>,
    },
}

/// The fields of an input in the order in which it declares them.
#[must_use]
pub fn fields<T: PartialSchema>() -> Vec<Field> {
    object_of::<T>().properties.into_iter().map(|(name, schema)| field(name, &schema)).collect()
}

/// The schema of an input as one object: the fields of flattened parts are its own.
#[must_use]
pub fn object_of<T: PartialSchema>() -> Object {
    merged(T::schema())
}

/// A schema with its parts as one object. References are left out.
#[must_use]
pub fn merged(schema: RefOr<Schema>) -> Object {
    let mut whole = Object::new();
    gather(&mut whole, schema);
    whole
}

fn gather(whole: &mut Object, part: RefOr<Schema>) {
    match part {
        RefOr::T(Schema::Object(object)) => {
            whole.description = whole.description.take().or(object.description);
            whole.properties.extend(object.properties.into_iter().map(|(name, schema)| (name, plain(schema))));
        }
        RefOr::T(Schema::AllOf(all)) => {
            whole.description = whole.description.take().or(all.description);
            all.items.into_iter().for_each(|part| gather(whole, part));
        }
        _ => {}
    }
}

/// The schema of a field whose type has one of its own: the derive puts the comment and the default beside it, as an
/// object without properties, which no text is.
#[must_use]
pub fn plain(schema: RefOr<Schema>) -> RefOr<Schema> {
    let RefOr::T(Schema::AllOf(all)) = &schema else { return schema };
    let [RefOr::T(Schema::Object(own)), RefOr::T(Schema::Object(beside))] = all.items.as_slice() else { return schema };
    if !beside.properties.is_empty() {
        return schema;
    }
    let mut object = own.clone();
    object.description.clone_from(&beside.description);
    object.default.clone_from(&beside.default);
    RefOr::T(Schema::Object(object))
}

fn field(name: String, schema: &RefOr<Schema>) -> Field {
    let (description, required) = match schema {
        RefOr::T(Schema::Object(object)) => (object.description.clone(), object.min_length > Some(0)),
        RefOr::T(Schema::Array(array)) => (array.description.clone(), array.min_items > Some(0)),
        _ => (None, false),
    };
    Field { name, description: description.unwrap_or_default(), kind: kind(schema), required }
}

fn kind(schema: &RefOr<Schema>) -> Kind {
    match schema {
        RefOr::T(Schema::Array(array)) => {
            let of = match &array.items {
                ArrayItems::RefOrSchema(items) => kind(items),
                ArrayItems::False => Kind::Line { most: 0 },
            };
            Kind::List { most: array.max_items.unwrap_or(usize::MAX), of: Box::new(of) }
        }
        RefOr::T(Schema::Object(object)) if holds(object, &Type::Boolean) => Kind::YesNo,
        RefOr::T(Schema::Object(object)) if holds(object, &Type::Integer) => {
            let bound = |number: Option<&Number>, otherwise| number.and_then(whole).unwrap_or(otherwise);
            Kind::Number {
                least: bound(object.minimum.as_ref(), i64::MIN),
                most: bound(object.maximum.as_ref(), i64::MAX),
            }
        }
        RefOr::T(Schema::Object(object)) => text(object),
        _ => Kind::Line { most: usize::MAX },
    }
}

fn holds(object: &Object, wanted: &Type) -> bool {
    match &object.schema_type {
        SchemaType::Type(kind) => kind == wanted,
        SchemaType::Array(kinds) => kinds.contains(wanted),
        SchemaType::AnyValue => false,
    }
}

fn whole(number: &Number) -> Option<i64> {
    match number {
        Number::Int(n) => i64::try_from(*n).ok(),
        Number::UInt(n) => i64::try_from(*n).ok(),
        Number::Float(_) => None,
    }
}

fn text(object: &Object) -> Kind {
    if let Some(words) = &object.enum_values {
        return Kind::Words(words.iter().filter_map(|word| word.as_str().map(str::to_owned)).collect());
    }
    let most = object.max_length.unwrap_or(usize::MAX);
    let format = match &object.format {
        Some(SchemaFormat::KnownFormat(KnownFormat::Email)) => "email",
        Some(SchemaFormat::Custom(format)) => format,
        _ => "",
    };
    match format {
        "email" | "optional-email" => Kind::Email,
        "slug" => Kind::Slug { most },
        "lines" => Kind::Lines { most },
        "markdown" => Kind::Markdown { most },
        "origin" => Kind::Origin,
        "language" => Kind::Language,
        "time-zone" => Kind::TimeZone,
        "schedule" => Kind::Schedule,
        _ => Kind::Line { most },
    }
}
