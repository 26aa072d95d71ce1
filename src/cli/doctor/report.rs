//! The findings of the doctor, and how they are printed.

use serde_json::json;

use crate::cli::output::Output;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    Good,
    /// Nothing to correct: what the operator has to know, and no check can find out.
    Note,
    /// Works, but the operator should know.
    Warning,
    Wrong,
}

/// The result of one check.
#[derive(Clone, Debug)]
pub struct Finding {
    grade: Grade,
    about: &'static str,
    text: String,
}

#[derive(Debug, Default)]
pub struct Report(Vec<Finding>);

impl Report {
    fn add(&mut self, grade: Grade, about: &'static str, text: impl Into<String>) {
        // A library's message may have several lines; a finding has one.
        let text = text.into().split_whitespace().collect::<Vec<_>>().join(" ");
        self.0.push(Finding { grade, about, text });
    }

    pub fn good(&mut self, about: &'static str, text: impl Into<String>) {
        self.add(Grade::Good, about, text);
    }

    pub fn note(&mut self, about: &'static str, text: impl Into<String>) {
        self.add(Grade::Note, about, text);
    }

    pub fn warn(&mut self, about: &'static str, text: impl Into<String>) {
        self.add(Grade::Warning, about, text);
    }

    pub fn wrong(&mut self, about: &'static str, text: impl Into<String>) {
        self.add(Grade::Wrong, about, text);
    }

    #[must_use]
    pub fn wrongs(&self) -> usize {
        self.0.iter().filter(|finding| finding.grade == Grade::Wrong).count()
    }

    pub fn print(&self, output: Output) -> anyhow::Result<()> {
        let line = |finding: &Finding| {
            let mark = match finding.grade {
                Grade::Good => "ok     ",
                Grade::Note => "note   ",
                Grade::Warning => "warning",
                Grade::Wrong => "WRONG  ",
            };
            format!("{mark}  {}: {}", finding.about, finding.text)
        };
        let object = |finding: &Finding| {
            let grade = match finding.grade {
                Grade::Good => "ok",
                Grade::Note => "note",
                Grade::Warning => "warning",
                Grade::Wrong => "wrong",
            };
            json!({ "grade": grade, "about": finding.about, "text": finding.text })
        };
        let lines: Vec<String> = self.0.iter().map(line).collect();
        let objects: Vec<_> = self.0.iter().map(object).collect();
        output.say(&lines.join("\n"), &json!({ "findings": objects }))
    }
}
