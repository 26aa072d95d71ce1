//! Digests: the list, the editor with its preview, and the page of one on its way.
use askama::Template;

use super::chart::Drawing;
use super::dashboard::Notice;
use super::form::{Input, InputKind};
use super::frame::AdminFrame;
use super::list::{AddForm, ListPage};
use super::table::{Badge, Button, Cell, Table};
use crate::locale::Locale;
use crate::web::public::pages::{Choice, Field, Link, Pager};

#[derive(Clone, Debug, Default)]
pub struct DigestRow {
    pub subject: String,
    pub url: String,
    pub newsletter: String,
    /// `draft`, `approved`, `scheduled`, `sending`, `paused`, `sent` or `cancelled`.
    pub state: String,
    pub when: String,
    pub expected: i64,
    pub sent: i64,
    pub failed: i64,
}

impl ListPage {
    /// The add form posts `newsletter` and `subject` to `/admin/digests` and composes a draft.
    #[must_use]
    pub fn digests(frame: AdminFrame, rows: Vec<DigestRow>, newsletters: Vec<Choice>, pager: Pager) -> Self {
        let l = frame.locale.clone();
        let row = |row: DigestRow| {
            vec![
                Cell::link(row.subject, row.url).note(row.newsletter),
                Cell::badge(Badge::of(&l, &row.state)),
                Cell::text(row.when),
                Cell::number(&l, row.expected),
                Cell::number(&l, row.sent),
                Cell::number(&l, row.failed),
            ]
        };
        let labels = vec![
            l.t("admin-digest"),
            l.t("admin-state"),
            l.t("admin-when"),
            l.t("admin-expected"),
            l.t("state-sent"),
            l.t("state-failed"),
        ];
        let rows = rows.into_iter().map(row).collect();
        let table = Table::new(l.t("admin-nav-digests"), labels, rows, l.t("admin-digests-none"));
        let add = AddForm {
            title: l.t("admin-digest-new"),
            url: "/admin/digests".into(),
            inputs: vec![
                Input::select("newsletter", l.t("field-newsletter"), newsletters),
                Input::new(InputKind::Line, "subject", l.t("field-subject"), "").hint(l.t("admin-subject-later")),
            ],
            label: l.t("admin-digest-compose"),
        };
        let title = l.t("admin-nav-digests");
        Self { add: Some(add), ..Self::new(frame, title, table, pager) }
    }
}

/// An article of a digest, in its place.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// Value of `article` in the posted form.
    pub id: String,
    pub title: String,
    pub url: String,
    /// Source, date, score: a second line.
    pub note: String,
    /// Where readers got it before; empty where they did not.
    pub used: String,
    pub pinned: bool,
}

/// What a preview shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PreviewKind {
    #[default]
    Wide,
    WideDark,
    Phone,
    PhoneDark,
    Text,
    Source,
    Headers,
}

impl PreviewKind {
    const ALL: [Self; 7] =
        [Self::Wide, Self::WideDark, Self::Phone, Self::PhoneDark, Self::Text, Self::Source, Self::Headers];

    /// Its word in a URL.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Wide => "wide",
            Self::WideDark => "wide-dark",
            Self::Phone => "phone",
            Self::PhoneDark => "phone-dark",
            Self::Text => "text",
            Self::Source => "source",
            Self::Headers => "headers",
        }
    }

    /// The kind of a word in a URL; the widest for any other word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|kind| kind.word() == word).unwrap_or_default()
    }

    fn label(self, l: &Locale) -> String {
        match self {
            Self::Wide => l.t("preview-wide"),
            Self::WideDark => l.t("preview-wide-dark"),
            Self::Phone => l.t("preview-phone"),
            Self::PhoneDark => l.t("preview-phone-dark"),
            Self::Text => l.t("preview-text"),
            Self::Source => l.t("preview-source"),
            Self::Headers => l.t("preview-headers"),
        }
    }
}

/// A mail to look at: HTML in a sandboxed frame, or a text.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    pub kind: PreviewKind,
    /// Label, URL, whether it is the one shown.
    pub tabs: Vec<(String, String, bool)>,
    /// What the frame loads; for kinds of HTML.
    pub src: String,
    /// For kinds of text.
    pub text: String,
    /// Id of a form: then a tab is a button that saves it before it shows the mail. Empty for links.
    pub form: String,
}

impl Preview {
    /// `page` is the path of the page itself, which takes `?preview=WORD`; `html` that of the mail's HTML, which takes
    /// `?scheme=light` or `dark` (see [`crate::html::preview()`]). `text` is needed for kinds of text. A draft has no
    /// headers yet: `with_headers` says so.
    #[must_use]
    pub fn new(l: &Locale, kind: PreviewKind, page: &str, html: &str, text: String, with_headers: bool) -> Self {
        let shown = |one: &PreviewKind| with_headers || *one != PreviewKind::Headers;
        let tab = |one: PreviewKind| (one.label(l), format!("{page}?preview={}#preview", one.word()), one == kind);
        let dark = matches!(kind, PreviewKind::WideDark | PreviewKind::PhoneDark);
        let src = format!("{html}?scheme={}", if dark { "dark" } else { "light" });
        Self {
            kind,
            tabs: PreviewKind::ALL.into_iter().filter(shown).map(tab).collect(),
            src,
            text,
            form: String::new(),
        }
    }

    /// With tabs that save a form first.
    #[must_use]
    pub fn of_form(mut self, form: &str) -> Self {
        for (_, url, _) in &mut self.tabs {
            *url = url.replace("#preview", "&to=preview");
        }
        Self { form: form.to_owned(), ..self }
    }

    #[must_use]
    pub fn is_html(&self) -> bool {
        !matches!(self.kind, PreviewKind::Text | PreviewKind::Source | PreviewKind::Headers)
    }

    #[must_use]
    pub fn is_phone(&self) -> bool {
        matches!(self.kind, PreviewKind::Phone | PreviewKind::PhoneDark)
    }
}

/// All of it is one form, so that whatever is done the words come along. Posts: `save_url` takes `subject` and
/// `introduction`; `picks_url` takes `change` (`pin`, `unpin`, `drop`, `add`, `up` or `down`, a colon and the article;
/// or an empty one and `article`); `test_url` takes `email`; `schedule_url` takes `at`.
#[derive(Template)]
#[template(path = "admin/digest_editor.html")]
pub struct DigestEditorPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub title: String,
    pub state: Badge,
    pub newsletter: String,
    /// How many readers would get it now, in words.
    pub audience: String,
    /// What stands against sending.
    pub problems: Vec<Notice>,
    pub can_edit: bool,
    /// What an edit does besides; may be empty.
    pub hint: String,
    pub save_url: String,
    /// When it was last changed, as a number: goes along as `seen`.
    pub seen: String,
    /// Whether the words shown are not what is kept.
    pub unsaved: bool,
    /// Subject and introduction as somebody else wrote them meanwhile.
    pub theirs: Option<(String, String)>,
    pub inputs: Vec<Input>,
    pub picks_url: String,
    pub picks: Vec<Pick>,
    /// Shown where there are no picks.
    pub no_picks: String,
    /// Left out by an editor; they can be brought back.
    pub dropped: Vec<Pick>,
    pub fill_url: String,
    /// Takes `find`: the words of an article to add.
    pub find_url: String,
    pub find: String,
    /// Articles that could be added.
    pub candidates: Vec<Choice>,
    pub preview: Preview,
    pub test_url: String,
    pub test_email: Field,
    /// Approve, send now, take back, discard: what the state allows.
    pub buttons: Vec<Button>,
    /// Empty where the state does not allow it.
    pub schedule_url: String,
    pub schedule_at: Field,
    /// Name of the time zone that the time is read in.
    pub zone: String,
}

impl DigestEditorPage {
    /// The fields `subject` and `introduction`.
    #[must_use]
    pub fn words(frame: &AdminFrame, subject: Field, introduction: Field) -> Vec<Input> {
        let (subject_label, introduction_label) = (frame.t("field-subject"), frame.t("admin-introduction"));
        vec![
            Input::new(InputKind::Line, "subject", subject_label, subject.value).wrong(subject.error),
            Input::new(InputKind::Text, "introduction", introduction_label, introduction.value)
                .hint(frame.t("admin-markdown"))
                .wrong(introduction.error),
        ]
    }
}

/// The counters of a dispatch: `expected = sent + failed + skipped + cancelled + unknown + to_go`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub expected: i64,
    /// Whether `expected` will grow no more.
    pub expected_final: bool,
    pub sent: i64,
    pub failed: i64,
    pub skipped: i64,
    pub cancelled: i64,
    pub unknown: i64,
    pub to_go: i64,
    /// Those to go that wait for another try.
    pub waiting: i64,
}

/// A piece of a meter, in per cent of its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub class: &'static str,
    pub from: String,
    pub width: String,
}

impl Progress {
    /// Sent, failed, in doubt, and not mailed (skipped or cancelled), from left to right.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let mut from = 0;
        let counted = [
            ("sent", self.sent),
            ("failed", self.failed),
            ("unknown", self.unknown),
            ("left", self.skipped.saturating_add(self.cancelled)),
        ];
        let mut pieces = Vec::new();
        for (class, count) in counted {
            if count > 0 && self.expected > 0 {
                pieces.push(Piece { class, from: self.percent(from), width: self.percent(count) });
            }
            from = from.saturating_add(count);
        }
        pieces
    }

    fn percent(&self, count: i64) -> String {
        let tenths = count.saturating_mul(1000).checked_div(self.expected).unwrap_or(0);
        format!("{}.{}", tenths / 10, tenths % 10)
    }

    /// The meter in words.
    #[must_use]
    pub fn summary(&self, frame: &AdminFrame) -> String {
        let l = &frame.locale;
        l.t2("admin-progress", "sent", l.number(self.sent), "expected", l.number(self.expected))
    }

    /// Counters as shown: label and number.
    #[must_use]
    pub fn counters(&self, l: &Locale) -> Vec<(String, String)> {
        let expected = if self.expected_final { l.t("admin-expected") } else { l.t("admin-expected-growing") };
        let waiting = (self.waiting > 0).then(|| (l.t("admin-waiting-again"), l.number(self.waiting)));
        let counters = vec![
            (expected, l.number(self.expected)),
            (l.t("state-sent"), l.number(self.sent)),
            (l.t("state-failed"), l.number(self.failed)),
            (l.t("state-skipped"), l.number(self.skipped)),
            (l.t("state-cancelled"), l.number(self.cancelled)),
            (l.t("state-unknown"), l.number(self.unknown)),
            (l.t("admin-to-go"), l.number(self.to_go)),
        ];
        counters.into_iter().chain(waiting).collect()
    }
}

/// Why deliveries did not go through, and how many.
#[derive(Clone, Debug, Default)]
pub struct Reason {
    pub state: String,
    pub reason: String,
    pub count: i64,
    /// What a server said to one of them; may be empty.
    pub reply: String,
    /// Those deliveries.
    pub url: String,
}

#[derive(Template)]
#[template(path = "admin/digest_progress.html")]
pub struct DigestProgressPage {
    pub frame: AdminFrame,
    pub back: Link,
    pub title: String,
    pub state: Badge,
    pub newsletter: String,
    /// Whether it still changes: the page then refreshes itself.
    pub live: bool,
    /// Why it stands still.
    pub notices: Vec<Notice>,
    pub progress: Progress,
    /// Speed and time to the end, in words; may be empty.
    pub pace: String,
    /// Sent mails over time.
    pub chart: Drawing,
    pub reasons: Table,
    /// Pause, resume, cancel, resend to the failed: what the state allows.
    pub buttons: Vec<Button>,
    /// Deliveries, page on the web.
    pub links: Vec<Link>,
    pub preview: Preview,
}

impl DigestProgressPage {
    #[must_use]
    pub fn reasons(l: &Locale, rows: Vec<Reason>) -> Table {
        let row = |row: Reason| {
            let reason = Cell::link(row.reason, row.url).reply(row.reply);
            vec![Cell::badge(Badge::of(l, &row.state)), reason, Cell::number(l, row.count)]
        };
        let labels = vec![l.t("admin-state"), l.t("admin-reason"), l.t("admin-count")];
        Table::new(l.t("admin-reasons"), labels, rows.into_iter().map(row).collect(), l.t("admin-reasons-none"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meter_ends_where_what_is_done_ends() {
        let progress = Progress { expected: 200, sent: 100, failed: 1, skipped: 9, to_go: 90, ..Progress::default() };
        let pieces: Vec<_> =
            progress.pieces().into_iter().map(|piece| (piece.class, piece.from, piece.width)).collect();
        let piece = |class, from: &str, width: &str| (class, from.to_owned(), width.to_owned());
        assert_eq!(
            pieces,
            [piece("sent", "0.0", "50.0"), piece("failed", "50.0", "0.5"), piece("left", "50.5", "4.5")]
        );
    }

    #[test]
    fn a_meter_of_nothing_is_empty() {
        assert!(Progress::default().pieces().is_empty());
    }

    #[test]
    fn a_preview_is_found_by_its_word() {
        for kind in PreviewKind::ALL {
            assert_eq!(PreviewKind::of(kind.word()), kind);
        }
        assert_eq!(PreviewKind::of("<script>"), PreviewKind::Wide);
    }
}
