//! Words of a text in any script, in the spelling in which they are compared.
//!
//! Scripts that put no spaces between words are cut into pairs of characters (bigrams), as search engines do without a
//! dictionary: Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese.

use super::ascii_of_latin;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// A word.
    Word(&'a str),
    /// Characters of a script without spaces.
    Run(&'a str),
}

/// The words and runs of a text, in order. Everything else separates them.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| !is_inner(c));
        let first = rest.chars().next()?;
        let is_run = has_no_spaces(first);
        let end = rest.find(|c| !is_inner(c) || (has_no_spaces(c) != is_run && !is_mark(c))).unwrap_or(rest.len());
        let (piece, later) = rest.split_at(end);
        rest = later;
        Some(if is_run { Piece::Run(piece) } else { Piece::Word(piece) })
    })
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Marks that belong to the letter before them: accents, Arabic vowels, Thai vowels and tones.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{e31}'
        | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}')
}

const fn has_no_spaces(c: char) -> bool {
    matches!(c,
        '\u{e01}'..='\u{eff}' // Thai, Lao
        | '\u{1000}'..='\u{109f}' // Burmese
        | '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' // Korean
        | '\u{1780}'..='\u{17ff}' // Khmer
        | '\u{3005}' | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' // Japanese
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}')
}

/// The pairs of neighbouring characters of a run, and its last character alone, so that every character begins one.
pub fn bigrams(run: &str) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = run.char_indices().map(|(start, _)| start).chain([run.len()]).collect();
    let pair = move |place: usize| {
        let end = starts.get(place + 2).or_else(|| starts.last())?;
        run.get(*starts.get(place)?..*end)
    };
    (0..run.chars().count()).filter_map(pair)
}

/// A word in lower case without accents, the letters of Arabic, Greek and Cyrillic in one form, and full-width letters
/// and digits of other scripts as ASCII.
#[must_use]
pub fn fold(word: &str) -> String {
    folded(word, ascii_of_latin)
}

/// As [`fold`], in the German or Danish transcription (`müller` is `mueller`); `None` if it is the same.
#[must_use]
pub fn transcribed(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    let is_transcribed = |c: char| transcription(c).is_some();
    let lower = word.to_lowercase();
    lower.contains(is_transcribed).then(|| folded(&lower, |c| transcription(c).or_else(|| ascii_of_latin(c))))
}

/// The German or Danish transcription of a lower-case letter.
#[must_use]
pub const fn transcription(c: char) -> Option<&'static str> {
    match c {
        'ä' => Some("ae"),
        'ö' | 'ø' => Some("oe"),
        'ü' => Some("ue"),
        'å' => Some("aa"),
        _ => None,
    }
}

fn folded(word: &str, latin: impl Fn(char) -> Option<&'static str>) -> String {
    let mut folded = String::with_capacity(word.len());
    for c in word.chars().flat_map(char::to_lowercase).filter(|c| !is_dropped(*c)) {
        match latin(c) {
            Some(letters) => folded.push_str(letters),
            None => folded.push(plain(c)),
        }
    }
    folded
}

/// Accents, Arabic vowels, and the line that stretches an Arabic word.
const fn is_dropped(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// The one form of a lower-case letter or a digit.
fn plain(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ئ' => 'ي',
        'ؤ' => 'و',
        'ة' => 'ه',
        'ک' => 'ك',
        'ё' => 'е',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        '٠'..='٩' => digit(c, '٠'),
        '۰'..='۹' => digit(c, '۰'),
        '०'..='९' => digit(c, '०'),
        '０'..='９' => digit(c, '０'),
        'ａ'..='ｚ' => ascii(u32::from(c) - u32::from('ａ') + u32::from('a'), c),
        _ => c,
    }
}

fn digit(c: char, zero: char) -> char {
    ascii(u32::from(c) - u32::from(zero) + u32::from('0'), c)
}

fn ascii(code: u32, otherwise: char) -> char {
    char::from_u32(code).unwrap_or(otherwise)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_words_and_runs() {
        let cut = |text: &str| {
            let show = |piece| match piece {
                Piece::Word(word) => word.to_owned(),
                Piece::Run(run) => format!("[{run}]"),
            };
            pieces(text).map(show).collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("It's new, isn't it?", "It s new isn t it"),
            ("東京で地震、M6.9", "[東京で地震] M6 9"),
            ("2026年11月", "2026 [年] 11 [月]"),
            ("서울 시장", "[서울] [시장]"),
            ("อาหารไทย", "[อาหารไทย]"),
            ("كِتَاب", "كِتَاب"),
            ("", ""),
            ("!?", ""),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn a_run_is_cut_into_pairs_and_its_last_character() {
        for (run, expected) in [("東京駅", vec!["東京", "京駅", "駅"]), ("日", vec!["日"]), ("", vec![])] {
            assert_eq!(bigrams(run).collect::<Vec<_>>(), expected, "{run}");
        }
    }

    #[test]
    fn words_of_one_spelling_are_the_same() {
        for (words, expected) in [
            (&["Élysée", "E\u{301}lyse\u{301}e"][..], "elysee"),
            (&["Straße", "STRASSE"], "strasse"),
            (&["أحمد", "احمد", "أَحْمَد"], "احمد"),
            (&["مدرسة", "مدرسه", "مـدرسة"], "مدرسه"),
            (&["ёлка", "елка"], "елка"),
            (&["Αθήνα", "ΑΘΗΝΑ"], "αθηνα"),
            (&["２０２６", "٢٠٢٦", "2026"], "2026"),
            (&["ＡＢＣ", "abc"], "abc"),
        ] {
            for word in words {
                assert_eq!(fold(word), expected, "{word}");
            }
        }
        assert_eq!(transcribed("Müller").as_deref(), Some("mueller"));
        assert_eq!(transcribed("Mueller"), None);
    }
}
