//! Tables, made from rows and columns: [`Table::of`].

use super::frame::AdminFrame;
use crate::clock::Timestamp;
use crate::locale::Locale;
use crate::web::parts::Link;
use crate::word::word_enum;

word_enum! {
    /// How a badge looks, in the words of the style sheet. Its label says the same: colour never stands alone.
    #[derive(Default)]
    pub enum Tone {
        Good = "good",
        Busy = "busy",
        Warn = "warn",
        Bad = "bad",
        #[default]
        Quiet = "quiet",
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

    /// No mail goes to this address.
    #[must_use]
    pub fn suppressed(locale: &Locale) -> Self {
        Self { tone: Tone::Bad, label: locale.t("state-suppressed") }
    }

    /// The same label, in a quiet tone where the address is suppressed.
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
    /// What it acts on: read out after the label, to tell buttons with the same label apart.
    pub what: String,
    /// Hidden fields, name and value; `csrf` is added.
    pub fields: Vec<(String, String)>,
    /// The question that is asked first, where there is JavaScript.
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

    /// A button for what cannot be undone, with the question that is asked first.
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
    /// What a link acts on: read out after it, to tell links with the same text apart.
    pub what: String,
    pub badges: Vec<Badge>,
    /// A second line, softer.
    pub note: String,
    /// A server's reply, in a monospaced font.
    pub reply: String,
    pub buttons: Vec<Button>,
    /// The text in full, shown on hover; may be empty.
    pub title: String,
    /// Whether it is aligned to the right.
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

    fn is_blank(&self) -> bool {
        let Self { text, badges, note, reply, buttons, .. } = self;
        text.is_empty() && badges.is_empty() && note.is_empty() && reply.is_empty() && buttons.is_empty()
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

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
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
    /// What to do where there are no rows.
    pub next: Vec<Link>,
}

impl Table {
    /// Begins a table with a line for each of `rows`.
    #[must_use]
    pub fn of<'a, R>(frame: &'a AdminFrame, rows: &'a [R]) -> Columns<'a, R> {
        Columns { frame, rows, labels: Vec::new(), cells: rows.iter().map(|_| Vec::new()).collect() }
    }

    /// Says what to do first, with the text of this key, where there is nothing at all rather than nothing that matches.
    #[must_use]
    pub fn first(self, frame: &AdminFrame, is_filtered: bool, text: &str, next: &[(&str, &str)]) -> Self {
        if is_filtered {
            return self;
        }
        let next = next.iter().filter(|(_, url)| frame.may_enter(url));
        let next = next.map(|(label, url)| Link::new(frame.t(label), *url)).collect();
        Self { empty: frame.t(text), next, ..self }
    }

    /// The label of a column, as a card on a phone shows it beside the cell; none for the first, which heads the card.
    #[must_use]
    pub fn label(&self, at: &usize) -> Option<&str> {
        self.columns.get(*at).filter(|_| *at > 0).map(|column| column.label.as_str())
    }
}

/// A table that is being made, column by column.
pub struct Columns<'a, R> {
    frame: &'a AdminFrame,
    rows: &'a [R],
    labels: Vec<String>,
    cells: Vec<Vec<Cell>>,
}

impl<R> Columns<'_, R> {
    /// A column with the label of this key; `cell` makes the cell of a row.
    #[must_use]
    pub fn column<C: Into<Cell>>(self, label: &str, cell: impl Fn(&R) -> C) -> Self {
        let label = self.frame.t(label);
        self.labelled(label, cell)
    }

    /// A column of whole numbers.
    #[must_use]
    pub fn number(self, label: &str, number: impl Fn(&R) -> i64) -> Self {
        let frame = self.frame;
        self.column(label, |row| Cell::number(&frame.locale, number(row)))
    }

    /// A column of moments, in few words. Its label names the time zone.
    #[must_use]
    pub fn moment(self, at: impl Fn(&R) -> Timestamp) -> Self {
        let frame = self.frame;
        let label = frame.t1("admin-when-in", "zone", frame.zone.name().replace('_', " "));
        self.labelled(label, |row| {
            let (text, title) = frame.moment(at(row));
            Cell { title, ..Cell::text(text) }
        })
    }

    /// A column of buttons.
    #[must_use]
    pub fn buttons(self, buttons: impl Fn(&R) -> Vec<Button>) -> Self {
        self.column("admin-do", |row| Cell { buttons: buttons(row), ..Cell::default() })
    }

    fn labelled<C: Into<Cell>>(mut self, label: String, cell: impl Fn(&R) -> C) -> Self {
        for (row, cells) in self.rows.iter().zip(&mut self.cells) {
            cells.push(cell(row).into());
        }
        self.labels.push(label);
        self
    }

    /// The table, with the keys of its caption and of what is shown where it has no rows. A last column that is blank in
    /// every row, as that of buttons may be, is left out.
    #[must_use]
    pub fn table(mut self, caption: &str, empty: &str) -> Table {
        if !self.rows.is_empty() && self.cells.iter().all(|row| row.last().is_some_and(Cell::is_blank)) {
            self.labels.pop();
            for row in &mut self.cells {
                row.pop();
            }
        }
        let first = self.cells.first();
        let number = |at: usize| first.and_then(|row| row.get(at)).is_some_and(|cell| cell.number);
        let columns = self.labels.into_iter().enumerate().map(|(at, label)| Column { label, number: number(at) });
        let columns = columns.collect();
        Table {
            caption: self.frame.t(caption),
            columns,
            rows: self.cells,
            empty: self.frame.t(empty),
            next: Vec::new(),
        }
    }
}
