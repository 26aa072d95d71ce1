//! What several pages of the administration share: the news of the last action, filters and pagers of lists.

use actix_web::HttpResponse;
use serde::Deserialize;

use super::frame::frame;
use super::pages::{AddForm, AdminFrame, Flash};
use crate::locale::Locale;
use crate::web::public::pages::{Choice, Pager};
use crate::web::respond::see_other;
use crate::web::{App, Refusal, SignedIn};

/// Rows of a page of a list.
pub const PAGE: usize = 50;

/// The query of a page that an action leads to: what was done, or why it was not, as ends of keys of texts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Said {
    pub done: String,
    pub error: String,
}

/// The frame of a page with the news of the last action; a key without a text says nothing.
pub async fn frame_said(app: &App, by: &SignedIn, section: &str, said: &Said) -> Result<AdminFrame, Refusal> {
    let mut frame = frame(app, by, section).await?;
    frame.flash = flash(&frame.locale, said);
    Ok(frame)
}

fn flash(locale: &Locale, said: &Said) -> Option<Flash> {
    let known = |good: bool, key: String| {
        let text = locale.t(&key);
        (text != key).then_some(Flash { good, text })
    };
    known(false, format!("error-{}", said.error)).or_else(|| known(true, format!("done-{}", said.done)))
}

/// On to a page that says what was done.
#[must_use]
pub fn done(path: &str, key: &str) -> HttpResponse {
    see_other(&format!("{path}?done={key}"))
}

/// On to a page that says why it was not done.
#[must_use]
pub fn not_done(path: &str, key: &str) -> HttpResponse {
    see_other(&format!("{path}?error={key}"))
}

/// A path with those fields of a search that are not empty.
#[must_use]
pub fn with_query(path: &str, fields: &[(&str, &str)]) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(fields.iter().filter(|(_, value)| !value.is_empty()));
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// The pager of a list by page numbers from 1.
#[must_use]
pub fn numbered_pager(path: &str, fields: &[(&str, &str)], page: i64, more: bool) -> Pager {
    let url = |page: i64| {
        let number = if page > 1 { page.to_string() } else { String::new() };
        with_query(path, &[fields, &[("page", &number)]].concat())
    };
    Pager { newer: (page > 1).then(|| url(page - 1)), older: more.then(|| url(page + 1)) }
}

/// The choices of a filter: "all" and then values with their labels.
#[must_use]
pub fn filter_choices(locale: &Locale, values: Vec<(String, String)>, chosen: &str) -> Vec<Choice> {
    let all = (String::new(), locale.t("state-all"));
    let choice = |(value, label): (String, String)| Choice { chosen: value == chosen, value, label };
    std::iter::once(all).chain(values).map(choice).collect()
}

/// States as the values of a filter.
#[must_use]
pub fn states(locale: &Locale, words: &[&str]) -> Vec<(String, String)> {
    words.iter().map(|word| ((*word).to_owned(), locale.t(&format!("state-{word}")))).collect()
}

/// Every time zone by name, as choices.
#[must_use]
pub fn zones(chosen: &str) -> Vec<Choice> {
    let choice = |zone: &chrono_tz::Tz| Choice {
        value: zone.name().to_owned(),
        label: zone.name().replace('_', " "),
        chosen: zone.name() == chosen,
    };
    chrono_tz::TZ_VARIANTS.iter().map(choice).collect()
}

/// Names as typed in one line, separated by commas.
#[must_use]
pub fn names(line: &str) -> Vec<String> {
    line.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

/// Puts what was typed, and what is wrong with it, into the form of a list.
pub fn fill_in(form: Option<&mut AddForm>, typed: &[(&str, &str, Option<String>)]) {
    let Some(form) = form else { return };
    for input in &mut form.inputs {
        let Some((_, value, error)) = typed.iter().find(|(name, ..)| *name == input.name) else { continue };
        (*value).clone_into(&mut input.value);
        input.error.clone_from(error);
        for option in &mut input.options {
            option.chosen = option.value == *value;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_key_says_something() {
        let locale = Locale::default();
        let said = |done: &str, error: &str| flash(&locale, &Said { done: done.to_owned(), error: error.to_owned() });
        assert_eq!(said("saved", ""), Some(Flash { good: true, text: locale.t("done-saved") }));
        assert_eq!(said("", "feed-gone"), Some(Flash { good: false, text: locale.t("error-feed-gone") }));
        for unknown in ["", "<script>", "no such thing", "Saved"] {
            assert_eq!(said(unknown, unknown), None, "{unknown}");
        }
    }

    #[test]
    fn a_query_carries_what_was_filled_in_and_nothing_else() {
        for (fields, url) in [
            (vec![("q", ""), ("state", "")], "/list"),
            (vec![("q", "a&b=c"), ("state", "")], "/list?q=a%26b%3Dc"),
            (vec![("q", "ann"), ("state", "open")], "/list?q=ann&state=open"),
        ] {
            assert_eq!(with_query("/list", &fields), url);
        }
    }

    #[test]
    fn a_numbered_pager_begins_at_one() {
        let pager = numbered_pager("/list", &[("q", "x")], 2, true);
        assert_eq!(pager.newer.as_deref(), Some("/list?q=x"));
        assert_eq!(pager.older.as_deref(), Some("/list?q=x&page=3"));
        assert!(numbered_pager("/list", &[], 1, false).newer.is_none());
    }

    #[test]
    fn names_are_separated_by_commas() {
        assert_eq!(names(" Harbour, ,Energy ,"), ["Harbour", "Energy"]);
        assert!(names("").is_empty());
    }
}
