//! What a command prints: words for people, or one JSON object.

use serde_json::Value;

#[derive(Clone, Copy, Debug)]
pub struct Output {
    pub json: bool,
}

impl Output {
    /// Prints the words, or with `--json` the object.
    pub fn say(self, words: &str, object: &Value) {
        if self.json { println!("{object}") } else { println!("{words}") }
    }

    /// Prints a text as it is, or with `--json` as the one field of an object.
    pub fn text(self, field: &str, text: &str) {
        if self.json { println!("{}", serde_json::json!({ field: text })) } else { print!("{text}") }
    }
}
