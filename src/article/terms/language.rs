//! The language of a text, and the stems of its words.

use rust_stemmers::{Algorithm, Stemmer};
use whatlang::{Detector, Lang};

/// Characters that are looked at.
const LOOKED_AT: usize = 2_000;
/// A shorter text is recognised by its function words only, or not at all.
const SHORTEST: usize = 80;

/// A language with its ISO 639-1 code and, if there is one, its stemmer (Snowball).
struct Known {
    lang: Lang,
    code: &'static str,
    algorithm: Option<Algorithm>,
}

const fn known(lang: Lang, code: &'static str, algorithm: Option<Algorithm>) -> Known {
    Known { lang, code, algorithm }
}

/// The languages that are recognised.
const KNOWN: [Known; 30] = [
    known(Lang::Eng, "en", Some(Algorithm::English)),
    known(Lang::Deu, "de", Some(Algorithm::German)),
    known(Lang::Fra, "fr", Some(Algorithm::French)),
    known(Lang::Spa, "es", Some(Algorithm::Spanish)),
    known(Lang::Ita, "it", Some(Algorithm::Italian)),
    known(Lang::Por, "pt", Some(Algorithm::Portuguese)),
    known(Lang::Nld, "nl", Some(Algorithm::Dutch)),
    known(Lang::Swe, "sv", Some(Algorithm::Swedish)),
    known(Lang::Dan, "da", Some(Algorithm::Danish)),
    known(Lang::Nob, "nb", Some(Algorithm::Norwegian)),
    known(Lang::Fin, "fi", Some(Algorithm::Finnish)),
    known(Lang::Hun, "hu", Some(Algorithm::Hungarian)),
    known(Lang::Ron, "ro", Some(Algorithm::Romanian)),
    known(Lang::Tur, "tr", Some(Algorithm::Turkish)),
    known(Lang::Rus, "ru", Some(Algorithm::Russian)),
    known(Lang::Ell, "el", Some(Algorithm::Greek)),
    known(Lang::Ara, "ar", Some(Algorithm::Arabic)),
    known(Lang::Tam, "ta", Some(Algorithm::Tamil)),
    known(Lang::Pol, "pl", None),
    known(Lang::Ces, "cs", None),
    known(Lang::Ukr, "uk", None),
    known(Lang::Heb, "he", None),
    known(Lang::Pes, "fa", None),
    known(Lang::Urd, "ur", None),
    known(Lang::Hin, "hi", None),
    known(Lang::Vie, "vi", None),
    known(Lang::Tha, "th", None),
    known(Lang::Cmn, "zh", None),
    known(Lang::Jpn, "ja", None),
    known(Lang::Kor, "ko", None),
];

/// The code of a text's language; `None` if it is not recognised.
#[must_use]
pub fn language_of(text: &str) -> Option<&'static str> {
    let text = text.get(..text.char_indices().nth(LOOKED_AT).map_or(text.len(), |(end, _)| end))?;
    let detector = Detector::with_allowlist(KNOWN.iter().map(|known| known.lang).collect());
    let found = detector.detect(text)?;
    let is_sure = found.is_reliable() || text.chars().nth(SHORTEST).is_some();
    KNOWN.iter().find(|known| known.lang == found.lang() && is_sure).map(|known| known.code)
}

/// The stemmer of a language, by its code or a tag that begins with it.
#[must_use]
pub fn stemmer(language: &str) -> Option<Stemmer> {
    let code = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let code = if code == "no" { "nb" } else { code.as_str() };
    KNOWN.iter().find(|known| known.code == code)?.algorithm.map(Stemmer::create)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_of_a_text_is_recognised() {
        for (text, expected) in [
            ("The minister said on Monday that the talks were not over, and that nobody should expect a result.", "en"),
            (
                "Der Minister sagte am Montag, dass die Gespräche nicht vorbei sind und niemand ein Ergebnis erwarten soll.",
                "de",
            ),
            (
                "Le ministre a dit lundi que les pourparlers ne sont pas finis et que personne ne doit attendre un résultat.",
                "fr",
            ),
            ("Министр заявил в понедельник, что переговоры ещё не закончены.", "ru"),
            ("قال الوزير يوم الاثنين إن المحادثات لم تنته بعد وإن أحدا لا ينبغي أن يتوقع نتيجة", "ar"),
            ("東京で月曜日に地震がありました。けが人はいません。", "ja"),
            ("北京市周一宣布了新的交通规定,市民对此议论纷纷。", "zh"),
            ("서울시는 월요일 새로운 교통 규정을 발표했다.", "ko"),
        ] {
            assert_eq!(language_of(text), Some(expected), "{text}");
        }
        assert_eq!(language_of(""), None);
        assert_eq!(language_of("12 : 7"), None);
    }

    #[test]
    fn words_are_cut_by_the_rules_of_their_language() {
        for (language, word, stem) in [
            ("en", "talking", "talk"),
            ("en-GB", "talks", "talk"),
            ("de", "häuser", "haus"),
            ("fr", "élections", "élect"),
            ("ru", "переговоры", "переговор"),
            ("no", "båtene", "båt"),
        ] {
            assert_eq!(stemmer(language).unwrap().stem(word), stem, "{word}");
        }
        assert!(stemmer("ja").is_none() && stemmer("").is_none() && stemmer("xx").is_none());
    }

    /// Every word of a query goes through them.
    #[test]
    fn no_word_breaks_a_stemmer() {
        let letters: Vec<char> =
            "aeiouyäöüßéèçñøåæstnrlgdkąłżişğабвйёщюяαβήςأبتةىيكـאבגদமிழ日本ที0'\u{64e}\u{651}\u{301}\u{200d}\u{130}"
                .chars()
                .collect();
        let letter = |seed: usize, place: usize| letters[(seed / (place + 1) + seed * place) % letters.len()];
        let word = |seed: usize| (0..seed % 17).map(|place| letter(seed, place)).collect::<String>().to_lowercase();
        for known in &KNOWN {
            let Some(stemmer) = stemmer(known.code) else { continue };
            for word in (0..4_000).map(word) {
                assert!(stemmer.stem(&word).len() <= word.len() + 8, "{} {word}", known.code);
            }
        }
    }
}
