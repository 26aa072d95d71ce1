//! Articles of invented words whose frequencies follow Zipf's law: the n-th word is 1/n as frequent as the first.

use std::fmt::Write as _;
use std::io::Write;
use std::path::Path;

use serde_json::json;

/// In every article.
pub const COMMON: &str = "harbour";
/// In one of ten thousand.
pub const RARE: &str = "narwhal";
/// The topic of every second article.
const TOPIC: &str = "Harbour";
pub const TOPIC_SLUG: &str = "harbour";

const VOCABULARY: usize = 40_000;
const WORDS: usize = 350;
const SYLLABLES: [&str; 24] = [
    "ba", "con", "de", "er", "fa", "gen", "hi", "in", "jo", "ka", "lo", "men", "na", "or", "pro", "qui", "re", "sta",
    "ti", "un", "ver", "wa", "xe", "zo",
];

/// Reproducible pseudo-random numbers (Marsaglia, Xorshift RNGs, 2003).
struct Xorshift(u64);

impl Xorshift {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// From 0 to 1.
    fn fraction(&mut self) -> f64 {
        f64::from(u32::try_from(self.next() >> 32).unwrap()) / f64::from(u32::MAX)
    }
}

fn vocabulary() -> Vec<String> {
    let word = |mut n: usize| {
        let mut word = String::new();
        loop {
            word.push_str(SYLLABLES[n % SYLLABLES.len()]);
            n /= SYLLABLES.len();
            if n == 0 {
                return word;
            }
        }
    };
    // The first words are the shortest and the most frequent ones, as in a language.
    (0..VOCABULARY).map(word).collect()
}

/// Writes a JSON file of so many articles, published ten minutes apart, the oldest first.
pub fn write(file: &Path, articles: usize) {
    let (vocabulary, mut numbers) = (vocabulary(), Xorshift(88_172_645_463_325_252));
    let last = tidings::clock::Clock::System.now();
    let mut out = std::io::BufWriter::new(std::fs::File::create(file).unwrap());
    for n in 0..articles {
        out.write_all(if n == 0 { b"[" } else { b",\n" }).unwrap();
        let age = i64::try_from(articles - n).unwrap() * 10 * tidings::clock::MINUTE;
        let mut text = |words: usize| {
            let mut text = String::new();
            for _ in 0..words {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "below the vocabulary's size"
                )]
                let rank = (f64::from(u32::try_from(VOCABULARY).unwrap()).powf(numbers.fraction()) - 1.0) as usize;
                let _ = write!(text, "{} ", vocabulary[rank.min(VOCABULARY - 1)]);
            }
            text
        };
        let rare = if n % 10_000 == 77 { RARE } else { "" };
        let paragraphs = (0..7).fold(String::new(), |all, _| all + "<p>" + text(WORDS / 7).as_str() + "</p>\n");
        let article = json!({
            "title": format!("{}{n}", text(8)),
            "summary": text(25),
            "body_html": format!("{paragraphs}<p>The {COMMON} <a href=\"https://news.example.com/a/{n}\">wakes</a> {rare}</p>"),
            "published_at": last.plus(-age).to_string(),
            "source": "The Daily",
            "url": format!("https://news.example.com/{n}"),
            "guid": format!("daily-{n}"),
            "topics": [if n % 2 == 0 { TOPIC } else { "Town" }],
            "image": format!("https://news.example.com/{n}.jpg"),
        });
        serde_json::to_writer(&mut out, &article).unwrap();
    }
    out.write_all(b"]\n").unwrap();
    out.flush().unwrap();
}
