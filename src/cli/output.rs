//! The output of commands: text, or one JSON object. A full or closed standard output is an error, not a panic.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use anyhow::Context;
use serde_json::Value;

/// Prints a line to standard error. A closed standard error, as behind `2>&1 | head`, is ignored.
macro_rules! note {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), $($words)*);
    }};
}
pub(crate) use note;

#[derive(Clone, Copy, Debug)]
pub struct Output {
    pub json: bool,
}

impl Output {
    /// Prints the text, or with `--json` the object. A closed pipe, as of `head`, is no error.
    pub fn say(self, words: &str, object: &Value) -> anyhow::Result<()> {
        forgive(print(&self.line(words, object))).context(CANNOT)
    }

    /// As [`Self::say`] for a value that is shown only once: a closed pipe is an error.
    pub fn say_once(self, words: &str, object: &Value) -> anyhow::Result<()> {
        print(&self.line(words, object)).context(CANNOT)
    }

    /// Prints a text unchanged, or with `--json` as the only field of an object.
    pub fn text(self, field: &str, text: &str) -> anyhow::Result<()> {
        let object = self.json.then(|| format!("{}\n", serde_json::json!({ field: text })));
        forgive(print(object.as_deref().unwrap_or(text))).context(CANNOT)
    }

    /// Prints an error with its causes to standard error, with `--json` as an object.
    pub fn error(self, error: &anyhow::Error) {
        if self.json {
            let causes: Vec<String> = error.chain().skip(1).map(ToString::to_string).collect();
            note!("{}", serde_json::json!({ "error": error.to_string(), "causes": causes }));
        } else {
            note!("tidings: {error:#}");
        }
    }

    fn line(self, words: &str, object: &Value) -> String {
        if self.json { format!("{object}\n") } else { format!("{words}\n") }
    }
}

/// Whether a file name stands for standard input or output.
#[must_use]
pub fn is_standard(file: &Path) -> bool {
    file.as_os_str() == "-"
}

const CANNOT: &str = "standard output cannot be written";

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Ignores a closed pipe.
pub fn forgive(done: io::Result<()>) -> io::Result<()> {
    done.or_else(|error| if error.kind() == ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}

/// The error of a command that refused some rows of a file.
pub fn refusals(noun: &str, refused: usize, others: usize) -> String {
    let subject =
        if refused == 1 { format!("1 {noun} was refused") } else { format!("{refused} {noun}s were refused") };
    let rest = match others {
        0 => "there were no others",
        1 => "the other one is in",
        _ => "the others are in",
    };
    format!("{subject}; {rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_mentions_others_only_where_there_are_some() {
        for (refused, others, expected) in [
            (1, 0, "1 article was refused; there were no others"),
            (1, 1, "1 article was refused; the other one is in"),
            (2, 0, "2 articles were refused; there were no others"),
            (2, 5, "2 articles were refused; the others are in"),
        ] {
            assert_eq!(refusals("article", refused, others), expected);
        }
    }
}
