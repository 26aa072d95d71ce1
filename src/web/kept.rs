//! A submitted form that may not act, because its session has ended or it belongs to an earlier one. Its fields are kept
//! in the page that says so and nowhere else, and are sent again by a click of the user, never automatically.

use url::form_urlencoded;

use super::csrf;
use super::entrance::{HOME, safe_next};

/// Bytes of a form; a longer one is not kept.
pub const MOST: usize = 256 * 1024;
/// Fields that no person fills in.
const AUTOMATIC: [&str; 6] = ["seen", "key", "unknown", "asked", "change", "format"];
/// Prefixes of fields that are never kept: passwords, and the answer to a question.
const NEVER_KEPT: [&str; 2] = ["password", "sure"];

/// A submitted form with the path that it was posted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub to: String,
    /// In their order, without the session's field.
    pub fields: Vec<(String, String)>,
}

impl Kept {
    /// The form of a posted body, if it goes to a page of the administration and somebody has filled it in.
    #[must_use]
    pub fn of(to: &str, body: &str) -> Option<Self> {
        let path = to.split('?').next().unwrap_or_default();
        let inside = path.strip_prefix(HOME).is_some_and(|rest| rest.starts_with('/') && !rest.starts_with("/sign-"));
        if !inside || safe_next(to) != to || body.len() > MOST {
            return None;
        }
        let fields = form_urlencoded::parse(body.as_bytes()).filter(|(name, _)| name != csrf::FIELD);
        let fields: Vec<_> = fields.map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
        let never = |name: &str| NEVER_KEPT.iter().any(|word| name.starts_with(word));
        let filled_in = |(name, value): &(String, String)| !value.is_empty() && !AUTOMATIC.contains(&name.as_str());
        let keeps = fields.iter().any(filled_in) && !fields.iter().any(|(name, _)| never(name));
        keeps.then(|| Self { to: to.to_owned(), fields })
    }

    /// Its fields, URL-encoded.
    #[must_use]
    pub fn body(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.fields).finish()
    }

    /// The text that its user wrote, to be copied.
    #[must_use]
    pub fn words(&self) -> String {
        let words = self.fields.iter().filter(|(name, _)| !AUTOMATIC.contains(&name.as_str()));
        let words = words.map(|(_, value)| value.trim()).filter(|value| !value.is_empty());
        words.collect::<Vec<_>>().join("\n\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_filled_in_form_of_the_administration_is_kept() {
        for (to, body, kept) in [
            ("/admin/digests/7", "csrf=x&subject=Boats&introduction=", true),
            ("/admin/digests/7?to=add", "subject=Boats", true),
            ("/admin/digests/7/send", "csrf=x", false),
            ("/admin/digests/7/send", "csrf=x&seen=9&sure=yes", false),
            ("/admin/articles/7", "title=Boats&sure=yes", false),
            ("/admin/account/password", "password_now=a&password_new=b", false),
            ("/admin/sign-in", "email=a&next=b", false),
            ("/admin/sign-in/token", "x=y", false),
            ("/admin", "x=y", false),
            ("/administrator/x", "x=y", false),
            ("/subscribe", "x=y", false),
            ("//evil.example/admin/x", "x=y", false),
            ("https://evil.example/admin/x", "x=y", false),
            ("/admin/\\evil", "x=y", false),
            ("/admin/x", "", false),
        ] {
            assert_eq!(Kept::of(to, body).is_some(), kept, "{to} {body}");
        }
        let long = format!("body={}", "x".repeat(MOST));
        assert_eq!(Kept::of("/admin/articles/new", &long), None);
    }

    #[test]
    fn a_refused_form_keeps_the_submitted_values() {
        let kept =
            Kept::of("/admin/enquiries/7", "csrf=x&seen=9&answer=It%20will%2E%0D%0A%0D%0A%26&to=a&to=b").unwrap();
        assert_eq!(Kept::of(&kept.to, &kept.body()), Some(kept.clone()));
        assert_eq!(kept.fields.len(), 4);
        assert_eq!(kept.words(), "It will.\r\n\r\n&\n\na\n\nb");
    }
}
