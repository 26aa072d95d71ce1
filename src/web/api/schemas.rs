//! Changes of schemas that the derives cannot say.

use serde_json::Value;
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ArrayItems, Schema, SchemaType, Type};

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

/// One object for an answer with flattened inputs, wherever it stands: each of its fields is always there.
pub fn merge_parts(schema: &mut RefOr<Schema>) {
    *schema = field::plain(schema.clone());
    match schema {
        RefOr::T(Schema::Object(object)) => object.properties.values_mut().for_each(merge_parts),
        RefOr::T(Schema::Array(array)) => {
            if let ArrayItems::RefOrSchema(items) = &mut array.items {
                merge_parts(items);
            }
        }
        RefOr::T(Schema::AllOf(all)) if all.items.iter().all(|part| matches!(part, RefOr::T(_))) => {
            let mut whole = field::merged(schema.clone());
            whole.required = whole.properties.keys().cloned().collect();
            *schema = RefOr::T(Schema::Object(whole));
        }
        _ => {}
    }
}
