//! Tables: cells of plain values, badges and buttons.
use crate::locale::Locale;

/// How a badge looks. Its words say the same: colour is never alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    Good,
    Busy,
    Warn,
    Bad,
    #[default]
    Quiet,
}

impl Tone {
    /// Its class in the style sheet.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Busy => "busy",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Quiet => "quiet",
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Badge {
    pub tone: Tone,
    pub label: String,
}

impl Badge {
    /// The badge of a state in the words of the database: `sent`, `pending`, `open` and so on.
    #[must_use]
    pub fn of(locale: &Locale, state: &str) -> Self {
        let tone = match state {
            "sent" | "confirmed" | "answered" | "ok" | "published" | "enabled" => Tone::Good,
            "sending" | "leased" | "scheduled" | "approved" | "queued" => Tone::Busy,
            "paused" | "pending" | "deferred" | "unknown" | "open" | "invited" => Tone::Warn,
            "failed" | "broken" | "gone" => Tone::Bad,
            _ => Tone::Quiet,
        };
        Self { tone, label: locale.t(&format!("state-{state}")) }
    }

    /// That no mail goes to an address.
    #[must_use]
    pub fn suppressed(locale: &Locale) -> Self {
        Self { tone: Tone::Bad, label: locale.t("state-suppressed") }
    }

    /// The same words, and nothing good about them where the address is suppressed.
    #[must_use]
    pub fn unless(self, suppressed: bool) -> Self {
        Self { tone: if suppressed { Tone::Quiet } else { self.tone }, ..self }
    }
}

/// A button that posts a small form.
#[derive(Clone, Debug, Default)]
pub struct Button {
    pub url: String,
    pub label: String,
    /// What it acts on: read out after the label where several buttons have the same one.
    pub what: String,
    /// Hidden fields, name and value; `csrf` is added.
    pub fields: Vec<(String, String)>,
    /// The question asked first, where there is JavaScript.
    pub confirm: Option<String>,
    pub main: bool,
    pub danger: bool,
}

impl Button {
    #[must_use]
    pub fn to(url: impl Into<String>, label: impl Into<String>) -> Self {
        Self { url: url.into(), label: label.into(), ..Self::default() }
    }

    #[must_use]
    pub fn main(self) -> Self {
        Self { main: true, ..self }
    }

    /// A button that can't be undone, with the question asked first.
    #[must_use]
    pub fn danger(self, question: impl Into<String>) -> Self {
        Self { danger: true, confirm: Some(question.into()), ..self }
    }

    #[must_use]
    pub fn about(self, what: impl Into<String>) -> Self {
        Self { what: what.into(), ..self }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.fields.push((name.into(), value.into()));
        self
    }

    /// Its class in the style sheet.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match (self.main, self.danger) {
            (_, true) => "danger",
            (true, _) => "main",
            _ => "other",
        }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Cell {
    pub text: String,
    pub url: Option<String>,
    /// What a link acts on: read out after it where several have the same words.
    pub what: String,
    pub badges: Vec<Badge>,
    /// A second line, softer.
    pub note: String,
    /// A machine's words, in its own type.
    pub reply: String,
    pub buttons: Vec<Button>,
    /// The words in full, shown when one points at them; may be empty.
    pub title: String,
    /// Whether it stands to the right.
    pub number: bool,
}

impl Cell {
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    #[must_use]
    pub fn link(text: impl Into<String>, url: impl Into<String>) -> Self {
        Self { text: text.into(), url: Some(url.into()), ..Self::default() }
    }

    #[must_use]
    pub fn number(locale: &Locale, n: i64) -> Self {
        Self { text: locale.number(n), number: true, ..Self::default() }
    }

    #[must_use]
    pub fn badge(badge: Badge) -> Self {
        Self { badges: vec![badge], ..Self::default() }
    }

    #[must_use]
    pub fn buttons(buttons: Vec<Button>) -> Self {
        Self { buttons, ..Self::default() }
    }

    fn is_blank(&self) -> bool {
        let Self { text, badges, note, reply, buttons, .. } = self;
        text.is_empty() && badges.is_empty() && note.is_empty() && reply.is_empty() && buttons.is_empty()
    }

    /// A moment in few words, and in full for who points at it.
    #[must_use]
    pub fn moment((short, full): (String, String)) -> Self {
        Self { text: short, title: full, ..Self::default() }
    }

    #[must_use]
    pub fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    #[must_use]
    pub fn reply(self, reply: impl Into<String>) -> Self {
        Self { reply: reply.into(), ..self }
    }
}

#[derive(Clone, Debug, Default)]
pub struct Column {
    pub label: String,
    pub number: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Its name, for those who do not see it.
    pub caption: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
    /// Shown where there are no rows.
    pub empty: String,
}

impl Table {
    /// A table with columns by label; those of numbers are found by the cells of its first row. A last column that is blank
    /// in every row, as that of buttons may be, is left out.
    #[must_use]
    pub fn new(caption: String, mut labels: Vec<String>, mut rows: Vec<Vec<Cell>>, empty: String) -> Self {
        if !rows.is_empty() && rows.iter().all(|row| row.last().is_some_and(Cell::is_blank)) {
            labels.pop();
            for row in &mut rows {
                row.pop();
            }
        }
        let number = |at: usize| rows.first().and_then(|row| row.get(at)).is_some_and(|cell| cell.number);
        let columns = labels.into_iter().enumerate().map(|(at, label)| Column { label, number: number(at) }).collect();
        Self { caption, columns, rows, empty }
    }

    /// The label of a column, as a card on a phone shows it beside the cell; none for the first, which heads the card.
    #[must_use]
    pub fn label(&self, at: &usize) -> Option<&str> {
        self.columns.get(*at).filter(|_| *at > 0).map(|column| column.label.as_str())
    }
}
