//! Enums whose values have names, the same in tables, API, logs and pages.

/// Defines an enum with `as_str`, `parse` and `ALL`, from variants and their names.
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
