//! Changes of schemas that the derives cannot say.

use serde_json::Value;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{Object, Schema, SchemaType, Type};

use crate::field;

/// Lets a field be null for its default, unless it must be filled in.
pub fn allow_default(schema: &mut RefOr<Schema>) {
    let kinds = match schema {
        RefOr::T(Schema::Object(object)) if object.min_length > Some(0) => {
            object.default = None;
            return;
        }
        RefOr::T(Schema::Object(object)) => {
            if let Some(words) = &mut object.enum_values {
                words.push(Value::Null);
            }
            &mut object.schema_type
        }
        RefOr::T(Schema::Array(array)) => &mut array.schema_type,
        _ => return,
    };
    if let SchemaType::Type(kind) = kinds {
        *kinds = SchemaType::Array(vec![kind.clone(), Type::Null]);
    }
}

/// One object for an answer with a flattened input: each of its fields is always there.
pub fn merge_parts(schema: &mut RefOr<Schema>) {
    if let RefOr::T(Schema::AllOf(all)) = schema
        && all.items.iter().all(|part| matches!(part, RefOr::T(_)))
    {
        let mut whole: Object = field::merged(schema.clone());
        whole.required = whole.properties.keys().cloned().collect();
        *schema = RefOr::T(Schema::Object(whole));
    }
}
