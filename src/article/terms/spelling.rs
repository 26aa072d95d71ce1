//! One spelling for words that outlets write differently: `U.S.` and `US`, `five` and `5`.

/// Numbers as words in English, German and French. Words that also mean something else, such as `one` or `sept`, are left
/// out.
const NUMBERS: [(&str, &[&str]); 11] = [
    ("2", &["two", "zwei", "deux"]),
    ("3", &["three", "drei", "trois"]),
    ("4", &["four", "vier", "quatre"]),
    ("5", &["five", "fünf", "cinq"]),
    ("6", &["six", "sechs"]),
    ("7", &["seven", "sieben"]),
    ("8", &["eight", "acht", "huit"]),
    ("9", &["nine", "neun"]),
    ("10", &["ten", "zehn", "dix"]),
    ("11", &["eleven", "elf", "onze"]),
    ("12", &["twelve", "zwölf", "douze"]),
];

/// A word in lower case, a number in digits.
#[must_use]
pub fn digits(word: &str) -> &str {
    let is_word = |(_, words): &&(&str, &[&str])| words.contains(&word);
    NUMBERS.iter().find(is_word).map_or(word, |(digits, _)| digits)
}

/// The text with abbreviations of single letters as one word: `U.S.` is `US`.
#[must_use]
pub fn without_dots(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let at = |place: Option<usize>| place.and_then(|place| chars.get(place)).copied();
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let is_dot = |place: usize| {
        let single =
            is_letter(at(place.checked_sub(1))) && !at(place.checked_sub(2)).is_some_and(char::is_alphanumeric);
        let goes_on = is_letter(at(Some(place + 1))) && at(Some(place + 2)) == Some('.');
        let went_on = at(place.checked_sub(2)) == Some('.') && is_letter(at(place.checked_sub(3)));
        single && (goes_on || went_on)
    };
    let kept = chars.iter().enumerate().filter(|(place, c)| **c != '.' || !is_dot(*place));
    kept.map(|(_, c)| *c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_one_word() {
        for (text, expected) in [
            ("U.S. talks with the E.U. end", "US talks with the EU end"),
            ("in the U.S.", "in the US"),
            ("J. R. Tolkien", "J. R. Tolkien"),
            ("The end. A.B", "The end. A.B"),
            ("", ""),
            (".", "."),
        ] {
            assert_eq!(without_dots(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_digits() {
        assert_eq!(["five", "fünf", "zwölf", "one", "boat"].map(digits), ["5", "5", "12", "one", "boat"]);
    }
}
