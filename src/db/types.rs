//! How values are stored: instants as bigint, enums as words or, in tables that grow, as numbers; and patterns for text.

/// Stores a type as another SQL type: the third argument borrows the inner value.
macro_rules! sql_value {
    ($type:ty as $sql:ty, $inner:ty, $out:expr) => {
        impl<DB> diesel::serialize::ToSql<$sql, DB> for $type
        where
            DB: diesel::backend::Backend,
            $inner: diesel::serialize::ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                let out_of: for<'a> fn(&'a $type) -> &'a $inner = $out;
                <$inner as diesel::serialize::ToSql<$sql, DB>>::to_sql(out_of(self), out)
            }
        }
        impl<ST, DB> diesel::deserialize::Queryable<ST, DB> for $type
        where
            DB: diesel::backend::Backend,
            $type: diesel::deserialize::FromStaticSqlRow<ST, DB>,
        {
            type Row = Self;
            fn build(row: Self) -> diesel::deserialize::Result<Self> {
                Ok(row)
            }
        }
        impl diesel::expression::AsExpression<$sql> for $type {
            type Expression = diesel::internal::derives::as_expression::Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Self::Expression::new(self)
            }
        }
        impl<'a> diesel::expression::AsExpression<$sql> for &'a $type {
            type Expression = diesel::internal::derives::as_expression::Bound<$sql, Self>;
            fn as_expression(self) -> Self::Expression {
                Self::Expression::new(self)
            }
        }
        impl diesel::expression::AsExpression<diesel::sql_types::Nullable<$sql>> for $type {
            type Expression = diesel::internal::derives::as_expression::Bound<diesel::sql_types::Nullable<$sql>, Self>;
            fn as_expression(self) -> Self::Expression {
                Self::Expression::new(self)
            }
        }
        impl<DB> diesel::serialize::ToSql<diesel::sql_types::Nullable<$sql>, DB> for $type
        where
            DB: diesel::backend::Backend,
            $type: diesel::serialize::ToSql<$sql, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                <$type as diesel::serialize::ToSql<$sql, DB>>::to_sql(self, out)
            }
        }
    };
}
pub(crate) use sql_value;

/// Stores an enum that has `as_str()` and `parse()` as its word.
macro_rules! sql_word {
    ($type:ty) => {
        $crate::db::sql_value!($type as diesel::sql_types::Text, str, |value| value.as_str());
        impl<DB> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $type
        where
            DB: diesel::backend::Backend,
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let word = <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(bytes)?;
                <$type>::parse(&word).ok_or_else(|| format!("unknown word {word:?} in the database").into())
            }
        }
    };
}
pub(crate) use sql_word;

/// Stores a [`coded_enum`](crate::word::coded_enum) as its number.
macro_rules! sql_code {
    ($type:ty) => {
        $crate::db::sql_value!($type as diesel::sql_types::SmallInt, i16, |value| value.code_ref());
        impl<DB> diesel::deserialize::FromSql<diesel::sql_types::SmallInt, DB> for $type
        where
            DB: diesel::backend::Backend,
            i16: diesel::deserialize::FromSql<diesel::sql_types::SmallInt, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let code = <i16 as diesel::deserialize::FromSql<diesel::sql_types::SmallInt, DB>>::from_sql(bytes)?;
                <$type>::from_code(code).ok_or_else(|| format!("unknown code {code} in the database").into())
            }
        }
    };
}
pub(crate) use sql_code;

use crate::clock::Timestamp;

sql_value!(Timestamp as diesel::sql_types::BigInt, i64, |value| &value.0);

impl<DB> diesel::deserialize::FromSql<diesel::sql_types::BigInt, DB> for Timestamp
where
    DB: diesel::backend::Backend,
    i64: diesel::deserialize::FromSql<diesel::sql_types::BigInt, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
        <i64 as diesel::deserialize::FromSql<diesel::sql_types::BigInt, DB>>::from_sql(bytes).map(Self)
    }
}

/// The pattern of `LIKE .. ESCAPE '\'` for text with `part` in it. No text holds a NUL: PostgreSQL refuses to be asked.
pub fn containing(part: &str) -> String {
    let part = part.replace('\0', "").replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{part}%")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_takes_its_text_literally() {
        for (part, pattern) in [("ann", "%ann%"), ("50%_", "%50\\%\\_%"), ("a\\b", "%a\\\\b%"), ("a\0b", "%ab%")] {
            assert_eq!(containing(part), pattern);
        }
    }
}
