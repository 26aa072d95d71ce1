//! What a reader types into the search field, as each database's full-text search wants it: every word must come, the
//! last one may be a beginning. Pure; nothing that is typed is ever syntax, so odd input finds nothing instead of failing.

use crate::text;

/// Characters and words of a search that are looked at.
const MAX_CHARS: usize = 200;
const MAX_WORDS: usize = 10;

/// The words to look for; none when there is nothing to look for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<String>);

impl Words {
    #[must_use]
    pub fn of(query: &str) -> Self {
        let line = text::clean_line(query, MAX_CHARS);
        let words = line.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
        Self(words.take(MAX_WORDS).map(str::to_owned).collect())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// FTS5's `MATCH`: words as strings, in which a quote is written twice, and a star behind the last.
    #[must_use]
    pub fn for_sqlite(&self) -> String {
        let quoted: Vec<String> = self.0.iter().map(|word| format!("\"{}\"", word.replace('"', "\"\""))).collect();
        quoted.join(" ") + "*"
    }

    /// The argument of `to_tsquery`: words as quoted lexemes, in which quotes and backslashes are written twice.
    #[must_use]
    pub fn for_postgres(&self) -> String {
        let quote = |word: &String| format!("'{}'", word.replace('\\', "\\\\").replace('\'', "''"));
        let quoted: Vec<String> = self.0.iter().map(quote).collect();
        quoted.join(" & ") + ":*"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_words_and_never_syntax() {
        for (typed, sqlite, postgres) in [
            ("trade talks", r#""trade" "talks"*"#, "'trade' & 'talks':*"),
            (
                r#"a"b OR title:x* NEAR("#,
                r#""a""b" "OR" "title:x*" "NEAR("*"#,
                r#"'a"b' & 'OR' & 'title:x*' & 'NEAR(':*"#,
            ),
            (r"it's a\b", r#""it's" "a\b"*"#, r"'it''s' & 'a\\b':*"),
            ("tra\0de\r\n", r#""trade"*"#, "'trade':*"),
        ] {
            let words = Words::of(typed);
            assert_eq!((words.for_sqlite().as_str(), words.for_postgres().as_str()), (sqlite, postgres), "{typed}");
        }
        for typed in ["", "  ", "\"", "* & | !", "\0", "()"] {
            assert!(Words::of(typed).is_empty(), "{typed}");
        }
        assert!(Words::of(&"word ".repeat(1_000)).0.len() <= MAX_WORDS);
    }
}
