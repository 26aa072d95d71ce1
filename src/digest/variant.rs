//! Which variant of a digest a reader gets: pure functions over values.

use crate::delivery::Variant;
use crate::subscriber::audience::Reader;

/// The readers of each variant. Everybody is in exactly one list; without a variant, there are no lists.
#[must_use]
pub fn by_variant<'a>(variants: &'a [Variant], readers: &'a [Reader]) -> Vec<(&'a Variant, Vec<&'a Reader>)> {
    let mut lists: Vec<(&Variant, Vec<&Reader>)> = variants.iter().map(|variant| (variant, Vec::new())).collect();
    for reader in readers {
        let place = assign(variants, &reader.language);
        if let Some((_, list)) = lists.get_mut(place) {
            list.push(reader);
        }
    }
    lists
}

/// The place of the variant for a reader: the first in the reader's language, otherwise the first of all.
fn assign(variants: &[Variant], language: &str) -> usize {
    variants.iter().position(|variant| primary(&variant.language) == primary(language)).unwrap_or(0)
}

/// The primary language of a tag: `de` of `de-CH` (RFC 5646, section 2.2.1).
fn primary(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variants(languages: &[&str]) -> Vec<Variant> {
        let variant = |(number, language): (i16, &&str)| Variant {
            number,
            language: (*language).to_owned(),
            message: i64::from(number) + 100,
        };
        (0..).zip(languages).map(variant).collect()
    }

    fn reader(subscription: i64, language: &str) -> Reader {
        Reader {
            subscription,
            subscriber: subscription,
            envelope: "ann@example.org".to_owned(),
            name: String::new(),
            language: language.to_owned(),
            suppressed: false,
        }
    }

    #[test]
    fn a_reader_gets_the_variant_in_their_language_or_the_first() {
        for (languages, language, expected) in [
            (&["en"][..], "en", 0),
            (&["en"], "de", 0),
            (&["en", "de"], "de", 1),
            (&["en", "de"], "de-CH", 1),
            (&["en", "de-AT"], "DE", 1),
            (&["en", "de"], "fr", 0),
            (&["de", "en"], "", 0),
            (&["en", "de", "de"], "de", 1),
        ] {
            assert_eq!(assign(&variants(languages), language), expected, "{languages:?} {language}");
        }
    }

    #[test]
    fn every_reader_is_in_exactly_one_list() {
        let variants = variants(&["en", "de"]);
        let readers = [reader(1, "de"), reader(2, "en"), reader(3, ""), reader(4, "de-CH")];
        let ids = |list: &[&Reader]| list.iter().map(|reader| reader.subscription).collect::<Vec<_>>();
        let lists: Vec<_> =
            by_variant(&variants, &readers).into_iter().map(|(variant, list)| (variant.message, ids(&list))).collect();
        assert_eq!(lists, [(100, vec![2, 3]), (101, vec![1, 4])]);
    }
}
