//! Reads the feed files in folders and prints what was read, a JSON object a line, for `compare_feeds.py`.
//!
//! ```text
//! cargo run --example read_feeds -- FOLDER.. > read.jsonl
//! ```

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tidings::article::parse::{FeedLimits, Source, parse_feed};
use url::Url;

fn main() {
    let mut files: Vec<PathBuf> = Vec::new();
    for folder in std::env::args().skip(1) {
        add_files(Path::new(&folder), &mut files);
    }
    files.sort();
    for file in files {
        println!("{}", read(&file));
    }
}

fn add_files(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else { return };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let is_feed = path
            .extension()
            .is_some_and(|ending| ["xml", "rss", "atom", "rdf", "json"].iter().any(|feed| ending == *feed));
        if path.is_dir() {
            add_files(&path, files);
        } else if is_feed {
            files.push(path);
        }
    }
}

fn read(file: &Path) -> Value {
    let bytes = std::fs::read(file).unwrap_or_default();
    let url = Url::parse("http://127.0.0.1:8097/").unwrap_or_else(|_| unreachable!("it is a URL"));
    let source = Source { bytes: &bytes, content_type: None, url: &url };
    let file = file.display().to_string();
    match parse_feed(&source, tidings::clock::Clock::System.now().to_utc(), &FeedLimits::default()) {
        Err(error) => json!({ "file": file, "error": error.to_string() }),
        Ok(feed) => {
            let item = |item: &tidings::article::parse::ParsedArticle| {
                let article = &item.article;
                json!({
                    "title": article.title, "link": article.url, "date": article.published_at.map(|at| at.timestamp()),
                    "author": article.author,
                })
            };
            let items: Vec<Value> = feed.items.iter().map(item).collect();
            json!({ "file": file, "title": feed.title, "items": items, "merged": feed.merged, "left_out": feed.left_out })
        }
    }
}
