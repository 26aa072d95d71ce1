//! Texts by key in the reader's language; dates and numbers in its conventions.
//!
//! Texts are in `locales/{language}/*.ftl` (Fluent) and compiled in. The language of a reader is chosen elsewhere; a
//! text that the language lacks is in English.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeZone};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader};
use serde::Serialize;
use serde_json::Value;

fluent_templates::static_loader! {
    static MESSAGES = {
        locales: "./locales",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

/// A language with a complete set of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locale {
    language: LanguageIdentifier,
    calendar: chrono::Locale,
}

/// An argument of a text: a string, or a number, which may select a plural form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    Number(i64),
}

/// The supported languages: BCP 47 tag, calendar, the language's own name.
const OFFERED: [(&str, chrono::Locale, &str); 1] = [("en", chrono::Locale::en_US, "English")];

impl Default for Locale {
    fn default() -> Self {
        Self { language: LanguageIdentifier::default(), calendar: chrono::Locale::en_US }.or_english("en")
    }
}

impl Locale {
    /// The supported language of a BCP 47 tag such as `en-GB`; English if there is none.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let wanted = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self::default().or_english(&wanted)
    }

    /// Tag and own name of every supported language, for a choice in a form.
    #[must_use]
    pub fn offered() -> Vec<(&'static str, &'static str)> {
        OFFERED.iter().map(|(tag, _, name)| (*tag, *name)).collect()
    }

    fn or_english(self, wanted: &str) -> Self {
        let found = OFFERED.iter().find(|(tag, ..)| *tag == wanted).or(OFFERED.first());
        match found.and_then(|(tag, calendar, _)| Some((tag.parse().ok()?, *calendar))) {
            Some((language, calendar)) => Self { language, calendar },
            None => self,
        }
    }

    /// The BCP 47 tag, for `lang=""` and `Content-Language`.
    #[must_use]
    pub fn tag(&self) -> String {
        self.language.to_string()
    }

    /// The text of a key, or of an attribute of one, such as `newsletter-name.hint`; an unknown key itself, so that a
    /// missing text does not break a page.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        MESSAGES.try_lookup(&self.language, key).unwrap_or_else(|| key.to_owned())
    }

    /// As [`Locale::t`], with named arguments.
    #[must_use]
    pub fn t_args(&self, key: &str, args: &[(&'static str, Arg)]) -> String {
        self.try_t_args(key, args).unwrap_or_else(|| key.to_owned())
    }

    /// As [`Locale::t_args`]; `None` where the key has no text.
    #[must_use]
    pub fn try_t_args(&self, key: &str, args: &[(&'static str, Arg)]) -> Option<String> {
        let args: HashMap<Cow<'static, str>, FluentValue> =
            args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.into())).collect();
        MESSAGES.try_lookup_with_args(&self.language, key, &args)
    }

    /// The text `{noun}-{kind}` of an error that serde writes as an object with `kind`; its other members are the
    /// arguments.
    #[must_use]
    pub fn error(&self, noun: &str, error: &impl Serialize) -> String {
        let Ok(Value::Object(mut members)) = serde_json::to_value(error) else { return noun.to_owned() };
        let kind = members.remove("kind");
        let key = format!("{noun}-{}", kind.as_ref().and_then(Value::as_str).unwrap_or_default());
        let argument = |value: Value| match value {
            Value::String(text) => FluentValue::from(text),
            Value::Number(number) if number.is_i64() => FluentValue::from(number.as_i64().unwrap_or_default()),
            other => FluentValue::from(other.to_string()),
        };
        let args: HashMap<Cow<'static, str>, FluentValue> =
            members.into_iter().map(|(name, value)| (Cow::Owned(name), argument(value))).collect();
        MESSAGES.try_lookup_with_args(&self.language, &key, &args).unwrap_or(key)
    }

    /// As [`Locale::t`], with one argument: the form that templates use.
    #[must_use]
    pub fn t1(&self, key: &str, name: &'static str, value: impl Into<Arg>) -> String {
        self.t_args(key, &[(name, value.into())])
    }

    /// As [`Locale::t`], with two arguments.
    #[must_use]
    pub fn t2(
        &self,
        key: &str,
        a: &'static str,
        a_is: impl Into<Arg>,
        b: &'static str,
        b_is: impl Into<Arg>,
    ) -> String {
        self.t_args(key, &[(a, a_is.into()), (b, b_is.into())])
    }

    /// `October 23, 2025`: the day in the zone of `at`.
    #[must_use]
    pub fn date<Z: TimeZone>(&self, at: &DateTime<Z>) -> String
    where
        Z::Offset: std::fmt::Display,
    {
        at.format_localized(&self.t("format-date"), self.calendar).to_string()
    }

    /// `Thursday, October 23, 2025`: the day in a masthead.
    #[must_use]
    pub fn long_date<Z: TimeZone>(&self, at: &DateTime<Z>) -> String
    where
        Z::Offset: std::fmt::Display,
    {
        at.format_localized(&self.t("format-long-date"), self.calendar).to_string()
    }

    /// `Oct 23, 2025, 14:05 UTC`: a time with its zone, for editors.
    #[must_use]
    pub fn date_time<Z: TimeZone>(&self, at: &DateTime<Z>) -> String
    where
        Z::Offset: std::fmt::Display,
    {
        at.format_localized(&self.t("format-date-time"), self.calendar).to_string()
    }

    /// `Oct 23, 14:05` of this year, `Oct 23, 2025` of another: a time whose zone is shown beside it.
    #[must_use]
    pub fn short_date<Z: TimeZone>(&self, at: &DateTime<Z>, this_year: bool) -> String
    where
        Z::Offset: std::fmt::Display,
    {
        let format = self.t(if this_year { "format-short" } else { "format-short-year" });
        at.format_localized(&format, self.calendar).to_string()
    }

    /// `Oct 23`: a day whose year is plain from what stands beside it.
    #[must_use]
    pub fn short_day<Z: TimeZone>(&self, at: &DateTime<Z>) -> String
    where
        Z::Offset: std::fmt::Display,
    {
        at.format_localized(&self.t("format-short-day"), self.calendar).to_string()
    }

    /// As [`Locale::date`], of a day without a time.
    #[must_use]
    pub fn day(&self, day: NaiveDate) -> String {
        day.format_localized(&self.t("format-date"), self.calendar).to_string()
    }

    /// `12,345`: a whole number with the digit groups of the language.
    #[must_use]
    pub fn number(&self, n: impl Into<i64>) -> String {
        let n: i64 = n.into();
        let mark = self.t("number-group");
        let digits = n.unsigned_abs().to_string();
        let mut shown = String::from(if n < 0 { "-" } else { "" });
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                shown.push_str(&mark);
            }
            shown.push(digit);
        }
        shown
    }
}

impl From<&Arg> for FluentValue<'static> {
    fn from(arg: &Arg) -> Self {
        match arg {
            Arg::Text(text) => FluentValue::String(Cow::Owned(text.clone())),
            Arg::Number(number) => FluentValue::from(*number),
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&&str> for Arg {
    fn from(text: &&str) -> Self {
        Self::Text((*text).to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<&&String> for Arg {
    fn from(text: &&String) -> Self {
        Self::Text((*text).clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<&i64> for Arg {
    fn from(number: &i64) -> Self {
        Self::Number(*number)
    }
}

/// Implements `Display` (in English) and `Error` for a type with a method `said`. The variants with a type get `From`
/// for it, and are its source.
macro_rules! said_error {
    ($error:ident: $($from:ident($inner:ty)),+) => {
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.said(&$crate::locale::Locale::default()))
            }
        }

        impl std::error::Error for $error {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                match self {
                    $(Self::$from(error) => Some(error),)+
                    _ => None,
                }
            }
        }

        $(impl From<$inner> for $error {
            fn from(error: $inner) -> Self {
                Self::$from(error)
            }
        })+
    };
}
pub(crate) use said_error;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn a_language_that_is_not_offered_becomes_english() {
        for tag in ["en", "en-GB", "EN_us", "xx", "", "zz-Latn-QQ"] {
            assert_eq!(Locale::of(tag).tag(), "en", "{tag}");
        }
    }

    #[test]
    fn a_date_is_written_out_in_the_language() {
        let at = chrono::Utc.with_ymd_and_hms(2025, 10, 3, 14, 5, 0).unwrap();
        assert_eq!(Locale::default().date(&at), "October 3, 2025");
        assert_eq!(Locale::default().long_date(&at), "Friday, October 3, 2025");
        assert_eq!(Locale::default().date_time(&at), "Oct 3, 2025, 14:05 UTC");
        assert_eq!(Locale::default().short_date(&at, true), "Oct 3, 14:05");
        assert_eq!(Locale::default().short_date(&at, false), "Oct 3, 2025");
    }

    #[test]
    fn digits_are_grouped_in_threes() {
        for (n, shown) in [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(Locale::default().number(n), shown);
        }
    }

    #[test]
    fn an_argument_stands_in_its_text_without_invisible_marks() {
        assert_eq!(Locale::default().t1("mail-greeting", "name", "Ann"), "Dear Ann,");
    }

    #[test]
    fn every_key_that_is_used_has_a_text_and_every_text_is_used() {
        let used = used_keys();
        let texts = keys_of("en");
        assert!(used.len() > 50, "the keys could not be read: {used:?}");
        let missing: Vec<_> = used.difference(&texts).collect();
        assert!(missing.is_empty(), "keys without a text: {missing:?}");
        // These keys are composed where they are used, from a state or a kind.
        let composed = |key: &&String| {
            [
                "newsletter-",
                "settings-",
                "suppressed-",
                "ledger-",
                "state-",
                "error-",
                "invalid-",
                "done-",
                "role-",
                "audit-",
                "stage-",
                "mail-of-",
                "mail-error-",
                "mail-place-",
                "mail-invitation-",
                "mail-forgotten-",
                "admin-step-",
                "fetch-error-",
                "parse-error-",
                "relay-error-",
                "article-file-",
                "fault-",
                "attempt-note-",
                "delivery-reason-",
                "preview-",
                "import-tool-",
                "admin-import-as-",
            ]
            .iter()
            .any(|prefix| key.starts_with(prefix))
        };
        // Others are passed on as values before they are looked up.
        let mut sources = String::new();
        for folder in ["templates", "src"] {
            read_all(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut sources);
        }
        let named = |key: &&String| sources.contains(&format!("\"{key}\""));
        let unused: Vec<_> = texts.difference(&used).filter(|key| !composed(key) && !named(key)).collect();
        assert!(unused.is_empty(), "texts that nothing shows: {unused:?}");
    }

    #[test]
    fn every_key_is_written_once() {
        // The loader panics at a duplicate key, in one file or in two.
        for (tag, ..) in OFFERED {
            let mut keys = heads_of(tag);
            keys.sort();
            let twice: Vec<_> = keys.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{tag}: {twice:?}");
        }
    }

    #[test]
    fn every_offered_language_is_complete() {
        for (tag, ..) in OFFERED {
            assert_eq!(keys_of(tag), keys_of("en"), "{tag}");
        }
    }

    fn keys_of(tag: &str) -> BTreeSet<String> {
        heads_of(tag).into_iter().collect()
    }

    fn heads_of(tag: &str) -> Vec<String> {
        let mut keys = Vec::new();
        for file in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(tag)).unwrap() {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let mut key = String::new();
            for (head, _) in text.lines().filter_map(|line| line.split_once(" =")) {
                if head.starts_with(|c: char| c.is_ascii_lowercase()) {
                    key = head.to_owned();
                    keys.push(key.clone());
                } else if let Some(attribute) = head.strip_prefix("    .") {
                    keys.push(format!("{key}.{attribute}"));
                }
            }
        }
        keys
    }

    fn used_keys() -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for folder in ["templates", "src"] {
            collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut keys);
        }
        keys
    }

    fn read_all(folder: &Path, all: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { read_all(&path, all) } else { all.push_str(&std::fs::read_to_string(&path).unwrap()) }
        }
    }

    /// Adds the string that follows `t(`, `t1(`, `t2(` and `t_args(` in every file below `folder`.
    fn collect(folder: &Path, keys: &mut BTreeSet<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, keys);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            for call in [".t(\"", ".t1(\"", ".t2(\"", ".t_args(\""] {
                for rest in text.split(call).skip(1) {
                    let key = rest.split('"').next().unwrap_or_default();
                    if key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') && !key.is_empty()
                    {
                        keys.insert(key.to_owned());
                    }
                }
            }
        }
    }
}
