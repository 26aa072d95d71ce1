//! Enums whose values have names, the same in tables, API, logs and pages.

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

/// The schema of a text that is one of these words.
pub(crate) fn schema_of(words: &[&str]) -> RefOr<Schema> {
    let words = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words.iter().copied()));
    RefOr::T(Schema::Object(words.build()))
}

/// Defines an enum with `as_str`, `parse` and `ALL`, from variants and their words. In JSON it is its word.
macro_rules! word_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_meta])* $variant,)+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The names of [`Self::ALL`].
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let word = <std::borrow::Cow<'_, str> as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&word).ok_or_else(|| serde::de::Error::unknown_variant(&word, Self::WORDS))
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                $crate::word::schema_of(Self::WORDS)
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}
pub(crate) use word_enum;

/// As [`word_enum`], with the number of each value in a column. Large tables store numbers: their rows stay narrow, and
/// a new value needs no change of the table.
macro_rules! coded_enum {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = ($code:literal, $word:literal),)+
    }) => {
        $crate::word::word_enum! {
            $(#[$meta])*
            pub enum $name { $($(#[$variant_meta])* $variant = $word,)+ }
        }

        impl $name {
            /// The number in the column.
            #[must_use]
            pub const fn code(self) -> i16 {
                *self.code_ref()
            }

            pub(crate) const fn code_ref(&self) -> &'static i16 {
                match self { $(Self::$variant => &$code,)+ }
            }

            #[must_use]
            pub fn from_code(code: i16) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use coded_enum;
