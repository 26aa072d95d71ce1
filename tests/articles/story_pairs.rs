//! Which articles are taken for one story, over pairs that were labelled by hand.

use chrono::{DateTime, TimeDelta, Utc};
use tidings::article::import::ArticleInput;
use tidings::article::prepare;
use tidings::article::story::{Story, same_story};

const PAIRS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles/story_pairs.txt");

struct Pair<'a> {
    same: bool,
    /// Why it is hard.
    why: &'a str,
    articles: [Story; 2],
}

fn story(title: &str, text: &str, published_at: DateTime<Utc>) -> Story {
    let input = ArticleInput { title: title.into(), body_markdown: Some(text.into()), ..ArticleInput::default() };
    let found = prepare::prepare(&input.check(chrono_tz::UTC).unwrap()).derived;
    Story { url_key: None, title_key: found.title_key, gist: found.gist, terms: found.terms, published_at }
}

/// The pairs of a part of the file.
fn pairs(part: &str) -> Vec<Pair<'_>> {
    let lines: Vec<&str> = part.lines().skip_while(|line| !line.contains(" | ")).collect();
    lines.chunks(6).map(pair).collect()
}

fn pair<'a>(lines: &[&'a str]) -> Pair<'a> {
    let [head, title, text, other_title, other_text] = lines[..5] else { panic!("{lines:?}") };
    let mut parts = head.split(" | ");
    let (label, why) = (parts.next().unwrap(), parts.next().unwrap());
    let days = parts.next().map_or(0, |days| days.parse().unwrap());
    let at = DateTime::UNIX_EPOCH;
    assert!(["same", "different"].contains(&label), "{head}");
    let articles = [story(title, text, at), story(other_title, other_text, at + TimeDelta::days(days))];
    Pair { same: label == "same", why, articles }
}

/// Precision and recall in percent, and what was wrong.
fn measured(pairs: &[Pair<'_>]) -> (usize, usize, String) {
    let (mut right, mut wrong, mut missed) = (Vec::new(), Vec::new(), Vec::new());
    for Pair { same, why, articles: [one, other] } in pairs {
        let found = same_story(one, other);
        assert_eq!(found, same_story(other, one), "{why}");
        match (found, same) {
            (true, true) => right.push(*why),
            (true, false) => wrong.push(*why),
            (false, true) => missed.push(*why),
            (false, false) => {}
        }
    }
    let percent = |others: usize| 100 * right.len() / (right.len() + others).max(1);
    (percent(wrong.len()), percent(missed.len()), format!("wrong {wrong:?}, missed {missed:?}"))
}

/// Of 30 such pairs, 5 were merged rightly and 5 wrongly.
#[test]
fn labelled_pairs_are_told_apart() {
    let file = std::fs::read_to_string(PAIRS).unwrap();
    let (known, held_out) = file.split_once("\n\n# Written after").unwrap();
    for (part, least, least_precision, least_recall) in [(known, 100, 97, 95), (held_out, 14, 95, 85)] {
        let pairs = pairs(part);
        let (precision, recall, faults) = measured(&pairs);
        println!("{} pairs: precision {precision} %, recall {recall} %; {faults}", pairs.len());
        assert!(pairs.len() >= least);
        assert!(precision >= least_precision && recall >= least_recall, "{precision} {recall}; {faults}");
    }
}
