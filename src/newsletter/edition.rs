//! An edition: a newsletter's recipe for one kind of digest. A newsletter has at least one, made together with it.
//! A new setting is a column, a field here and a line in [`EditionSettings::check`].

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::db::schema::editions;
use crate::db::{AsChangeset, Insertable, Queryable, Selectable};
use crate::field::FieldErrors;
use crate::word::word_enum;

word_enum! {
    /// Where the headline of an article in a digest leads.
    pub enum HeadlineLink {
        /// The publisher's own page of the article, if it has one.
        Canonical = "canonical",
        /// Our page of the article.
        Ours = "ours",
    }
}

/// An edition as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
pub struct Edition {
    pub id: i64,
    pub newsletter_id: i64,
    /// Unique in its newsletter.
    pub slug: String,
    /// Empty if it goes by the newsletter's name.
    pub name: String,
    #[diesel(embed)]
    pub settings: EditionSettings,
    pub created_at: Timestamp,
}

/// What an administrator sets for an edition. The values are checked before they are stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = editions)]
#[serde(default)]
pub struct EditionSettings {
    /// Whether its digests choose from articles of every topic; otherwise only from the edition's own topics.
    pub all_topics: bool,
    /// How many articles a digest is filled with.
    pub article_count: i64,
    /// How many days back a digest looks for articles.
    pub window_days: i64,
    pub headline_link: HeadlineLink,
    /// Whether clicks on headlines are counted; off unless an editor turns it on.
    pub track_clicks: bool,
}

impl Default for EditionSettings {
    /// All topics, ten articles, seven days.
    fn default() -> Self {
        Self {
            all_topics: true,
            article_count: 10,
            window_days: 7,
            headline_link: HeadlineLink::Canonical,
            track_clicks: false,
        }
    }
}

impl EditionSettings {
    /// The settings, or everything that is wrong with them.
    pub fn check(self) -> Result<Self, FieldErrors> {
        let mut errors = FieldErrors::default();
        errors.range("article_count", self.article_count, 0, 50);
        errors.range("window_days", self.window_days, 1, 366);
        errors.or(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{FieldError, FieldErrorKind};

    #[test]
    fn numbers_out_of_range_are_refused() {
        let usual = EditionSettings::default;
        assert_eq!(usual().check(), Ok(usual()));
        for (settings, field, (least, most)) in [
            (EditionSettings { article_count: 51, ..usual() }, "article_count", (0, 50)),
            (EditionSettings { article_count: -1, ..usual() }, "article_count", (0, 50)),
            (EditionSettings { window_days: 0, ..usual() }, "window_days", (1, 366)),
            (EditionSettings { window_days: 367, ..usual() }, "window_days", (1, 366)),
        ] {
            let expected = FieldError::new(field, FieldErrorKind::OutOfRange { least, most });
            assert_eq!(settings.check(), Err(expected.into()));
        }
    }
}
