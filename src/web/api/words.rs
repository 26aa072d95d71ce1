//! How the words and times of the nouns stand in JSON and in the document: each enum as the words that it has everywhere.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::article::ArticleState;
use crate::clock::Timestamp;
use crate::delivery::{DeliveryState, DispatchKind};
use crate::digest::DigestState;
use crate::newsletter::HeadlineLink;
use crate::subscriber::desk::Asked;
use crate::subscriber::{ConsentAction, SubscriptionState};

macro_rules! words {
    ($($name:ident),+) => {
        $(
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }

            impl<'de> Deserialize<'de> for $name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let word = Cow::<'_, str>::deserialize(deserializer)?;
                    Self::parse(&word).ok_or_else(|| serde::de::Error::custom(unknown(&word, &words_of(Self::ALL))))
                }
            }

            impl PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    let words = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(words_of(Self::ALL)));
                    RefOr::T(Schema::Object(words.build()))
                }
            }

            impl ToSchema for $name {}

            impl Word for $name {
                fn word(&self) -> &'static str {
                    self.as_str()
                }
            }
        )+
    };
}
words!(ArticleState, Asked, ConsentAction, DeliveryState, DigestState, DispatchKind, HeadlineLink, SubscriptionState);

trait Word {
    fn word(&self) -> &'static str;
}

fn words_of<T: Word>(all: &[T]) -> Vec<&'static str> {
    all.iter().map(Word::word).collect()
}

fn unknown(word: &str, known: &[&str]) -> String {
    format!("{word:?} is none of {}", known.join(", "))
}

impl PartialSchema for Timestamp {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        RefOr::T(Schema::Object(ObjectBuilder::new().schema_type(Type::String).format(Some(format)).build()))
    }
}

impl ToSchema for Timestamp {}
