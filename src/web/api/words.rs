//! How the enums and times of the nouns are written in JSON and in the `OpenAPI` document: an enum as its words.

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
use crate::subscriber::desk::ConfirmationOutcome;
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
                    Self::parse(&word).ok_or_else(|| serde::de::Error::unknown_variant(&word, Self::WORDS))
                }
            }

            impl PartialSchema for $name {
                fn schema() -> RefOr<Schema> {
                    let words = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(Self::WORDS.iter().copied()));
                    RefOr::T(Schema::Object(words.build()))
                }
            }

            impl ToSchema for $name {}
        )+
    };
}
words!(
    ArticleState,
    ConfirmationOutcome,
    ConsentAction,
    DeliveryState,
    DigestState,
    DispatchKind,
    HeadlineLink,
    SubscriptionState
);

impl PartialSchema for Timestamp {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        RefOr::T(Schema::Object(ObjectBuilder::new().schema_type(Type::String).format(Some(format)).build()))
    }
}

impl ToSchema for Timestamp {}
