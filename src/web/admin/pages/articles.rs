//! Articles with the score they stand by, and the form for one.
use super::form::{FormPage, Input, InputKind};
use super::frame::AdminFrame;
use super::list::ListPage;
use super::table::{Badge, Button, Cell, Table};
use crate::article::score::Weights;
use crate::locale::Locale;
use crate::web::public::pages::{Choice, Link, Pager};

/// The parts of a trending score as shown; they add up to `total`.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub fresh: String,
    pub views: String,
    pub clicks: String,
    pub total: String,
}

#[derive(Clone, Debug, Default)]
pub struct ArticleRow {
    pub title: String,
    pub url: String,
    pub source: String,
    pub topics: String,
    pub published: String,
    /// `published` or `unpublished`.
    pub state: String,
    /// Whether another article stands for the same story.
    pub folded: bool,
    pub score: Score,
}

impl ListPage {
    #[must_use]
    pub fn articles(
        frame: AdminFrame,
        rows: Vec<ArticleRow>,
        query: &str,
        topics: Vec<Choice>,
        orders: Vec<Choice>,
        pager: Pager,
    ) -> Self {
        let l = frame.locale.clone();
        let number = |text: String| Cell { number: true, ..Cell::text(text) };
        let row = |row: ArticleRow| {
            let mut title = Cell::link(row.title, row.url).note(format!("{} · {}", row.source, row.topics));
            if row.state != "published" {
                title.badges.push(Badge::of(&l, &row.state));
            }
            if row.folded {
                title.badges.push(Badge { label: l.t("admin-folded"), ..Badge::default() });
            }
            let Score { fresh, views, clicks, total } = row.score;
            vec![title, Cell::text(row.published), number(fresh), number(views), number(clicks), number(total)]
        };
        let rows = rows.into_iter().map(row).collect();
        let labels = vec![
            l.t("admin-article"),
            l.t("admin-published"),
            l.t("admin-score-fresh"),
            l.t("admin-score-views"),
            l.t("admin-score-clicks"),
            l.t("admin-score-total"),
        ];
        let table = Table::new(l.t("admin-nav-articles"), labels, rows, l.t("admin-articles-none"));
        let (title, text) = (l.t("admin-nav-articles"), score_rule(&l));
        let search = vec![
            Input::new(InputKind::Search, "q", l.t("search-label"), query),
            Input::select("topic", l.t("admin-topic"), topics),
            Input::select("order", l.t("admin-order"), orders),
        ];
        let links = vec![Link { name: l.t("admin-article-new"), url: "/admin/articles/new".into() }];
        Self { text, links, search, ..Self::new(frame, title, table, pager) }
    }
}

/// The rule by which scores are made, in words.
#[must_use]
pub fn score_rule(locale: &Locale) -> String {
    let Weights { half_life_hours, view, click, fresh } = Weights::default();
    let args = [("fresh", fresh), ("view", view), ("click", click), ("hours", half_life_hours)];
    locale.t_args("admin-score-rule", &args.map(|(name, number)| (name, number.to_string().into())))
}

impl FormPage {
    /// `inputs` are `title`, `summary`, `body`, `published_at`, `source`, `url`, `image`, `topics`; the same fields go
    /// to the preview.
    #[must_use]
    pub fn article(frame: AdminFrame, title: String, url: String, inputs: Vec<Input>, buttons: Vec<Button>) -> Self {
        let back = Some(Link { name: frame.t("admin-nav-articles"), url: "/admin/articles".into() });
        let label = frame.t("admin-article-save");
        let others = vec![(frame.t("admin-preview"), "/admin/articles/preview#preview".into())];
        Self { back, others, buttons, ..Self::new(frame, title, url, inputs, label) }
    }
}
