//! An edition: a newsletter's recipe for one kind of digest. A newsletter has at least one, made together with it.
//! A new setting is a column, a field here, and a text `newsletter-{field}` in each language.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Timestamp;
use crate::db::schema::editions;
use crate::db::{AsChangeset, Insertable, Queryable, Selectable};
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

word_enum! {
    /// Who approves a digest that an edition has made by itself.
    pub enum Approval {
        /// An editor; without one it is not sent.
        Editor = "editor",
        /// Nobody: it is scheduled at once, and an editor can take it back until its time.
        Automatic = "automatic",
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
    /// Whether its digests choose from articles of every topic; otherwise only from the edition's own topics.
    pub all_topics: bool,
    #[diesel(embed)]
    pub settings: EditionSettings,
    /// Since when it has its schedule; earlier runs are not made up for.
    pub scheduled_since: Timestamp,
    pub created_at: Timestamp,
}

/// What an administrator sets for an edition. The values are checked before they are stored.
#[derive(
    Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, Queryable, Selectable, Insertable, AsChangeset,
)]
#[diesel(table_name = editions)]
#[serde(default)]
pub struct EditionSettings {
    /// How many articles a digest is filled with.
    #[schema(minimum = 0, maximum = 50)]
    pub article_count: i64,
    /// How many days back a digest looks for articles.
    #[schema(minimum = 1, maximum = 366)]
    pub window_days: i64,
    /// Where headlines lead: to the publisher's own page of the article, if it has one, or to ours.
    #[schema(inline)]
    pub headline_link: HeadlineLink,
    /// Whether clicks on headlines are counted.
    pub track_clicks: bool,
    /// Whether a digest begins with a greeting, such as "Dear Ann,". `{{ greeting }}` in an introduction puts it there
    /// instead.
    pub greeting: bool,
    /// Whether the articles of a digest have numbers.
    pub number_articles: bool,
    /// The most articles of one topic that a digest is filled with; 0 for no limit. An article of several topics counts
    /// for each.
    #[schema(minimum = 0, maximum = 50)]
    pub most_per_topic: i64,
    /// The most articles of one source that a digest is filled with; 0 for no limit.
    #[schema(minimum = 0, maximum = 50)]
    pub most_per_source: i64,
    /// When its digests are sent by themselves: days and times in the newsletter's time zone, such as
    /// `mon-fri 07:00, sun 09:30`; if empty, by hand only.
    #[schema(format = "schedule", max_length = 500, example = "mon-fri 07:00")]
    pub schedule: String,
    /// Who approves a digest that was made by the schedule.
    #[schema(inline)]
    pub approval: Approval,
    /// A scheduled digest with fewer new articles is skipped.
    #[schema(minimum = 1, maximum = 50)]
    pub least_articles: i64,
    /// How many minutes before its time a scheduled digest is made, so that editors can see and change it.
    #[schema(minimum = 1, maximum = 2880)]
    pub lead_minutes: i64,
}

impl Default for EditionSettings {
    /// Ten articles of the last seven days, as many of one topic or source as it comes; clicks are not counted.
    fn default() -> Self {
        Self {
            article_count: 10,
            window_days: 7,
            headline_link: HeadlineLink::Canonical,
            track_clicks: false,
            greeting: true,
            number_articles: true,
            most_per_topic: 0,
            most_per_source: 0,
            schedule: String::new(),
            approval: Approval::Editor,
            least_articles: 1,
            lead_minutes: 60,
        }
    }
}
