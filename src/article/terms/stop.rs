//! Function words, which say nothing about a text but its language.

use std::collections::HashSet;

const STOP_ENGLISH: &str = "a about after all also an and any are as at be because been but by can could did do for \
    from had has have he her his how i if in into is it its just like more most new no not of on one or other our out \
    over said say says she should so some than that the their them then there they this to two up was we were what when \
    which who will with would you your";
const STOP_GERMAN: &str = "aber als am an auch auf aus bei bis da dann das dass dem den der des die durch ein eine einem \
    einen einer eines er es für hat hatte ich im in ist ja kann man mehr mit nach nicht noch nur oder sagte sein seine \
    sich sie sind so über um und uns von vor war was wenn werden wie wir wird wurde zu zum zur";
const STOP_FRENCH: &str = "a à ai au aux avec c ce ces cette d dans de des du elle elles en est et être eu fait il ils je \
    l la le les leur leurs mais me même n ne nous on ont ou où par pas plus pour qu que qui s sa sans se ses si son sont \
    sur un une vous y été";

/// The function words of a language, separated by spaces; empty for one whose words are not known.
#[must_use]
pub fn stop_words(language: &str) -> &'static str {
    match language.get(..2).unwrap_or_default().to_ascii_lowercase().as_str() {
        "en" => STOP_ENGLISH,
        "de" => STOP_GERMAN,
        "fr" => STOP_FRENCH,
        _ => "",
    }
}

/// The language (`en`, `de` or `fr`) whose function words are most frequent in a text; `None` if it has none.
#[must_use]
pub fn by_function_words(text: &str) -> Option<&'static str> {
    let start = text.char_indices().nth(5_000).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
    let lower = start.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(500).collect();
    let hits = |language: &str| {
        let stop: HashSet<&str> = stop_words(language).split_whitespace().collect();
        words.iter().filter(|word| stop.contains(*word)).count()
    };
    let best = ["fr", "de", "en"].into_iter().map(|language| (hits(language), language)).max_by_key(|(hits, _)| *hits);
    best.filter(|(hits, _)| *hits > 0).map(|(_, language)| language)
}

#[test]
fn a_language_is_recognised_by_its_function_words() {
    for (text, expected) in [
        ("The minister said that the talks were not over", Some("en")),
        ("Der Minister sagte, dass die Gespräche nicht vorbei sind", Some("de")),
        ("Le ministre a dit que les pourparlers ne sont pas finis", Some("fr")),
        ("Министр", None),
        ("", None),
    ] {
        assert_eq!(by_function_words(text), expected, "{text}");
    }
}
