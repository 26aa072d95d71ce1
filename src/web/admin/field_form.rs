//! The form of a noun, made from the list of its fields, and what is submitted with it. The label of a field is the text
//! `{noun}-{field}`; its attribute `hint` is the hint, and other attributes are the words of a choice.

use super::form::{Entry, Form, InputKind};
use crate::field::{self, Changes, Field, Fields, Kind};
use crate::locale::Locale;
use crate::web::Submitted;
use crate::web::parts::Choice;

/// A control for each field. A choice with one entry is not shown. Hints may use the submitted name as the noun's
/// argument.
#[must_use]
pub fn controls(form: Form, noun: &'static str, fields: &[Field], values: &Submitted) -> Form {
    let locale = form.locale.clone();
    fields.iter().fold(form, |form, field| {
        let label = label_key(noun, &field.name);
        let form = match options(&locale, &label, &field.kind) {
            Some(options) if options.len() < 2 => return form,
            Some(options) => form.select(&field.name, &label, options),
            None if field.kind == Kind::YesNo => form.checkbox(&field.name, &label),
            None if field.kind == Kind::TimeZone => form.zone(&field.name, &label),
            None => form.field(control(&field.kind), &field.name, &label),
        };
        let is_number = matches!(field.kind, Kind::Number { .. });
        let form = if field.required || is_number { form.required() } else { form };
        let name = [(noun, values.get("name").into())];
        form.hint_text(locale.try_t_args(&format!("{label}.hint"), &name).unwrap_or_default())
    })
}

/// The key of a field's label.
#[must_use]
pub fn label_key(noun: &str, field: &str) -> String {
    format!("{noun}-{}", field.replace('_', "-"))
}

fn control(kind: &Kind) -> InputKind {
    match kind {
        Kind::Email => InputKind::Email,
        Kind::Origin => InputKind::Url,
        Kind::Number { .. } => InputKind::Number,
        Kind::Lines { .. } | Kind::List { .. } => InputKind::Text,
        Kind::Markdown { .. } => InputKind::LongText,
        _ => InputKind::Line,
    }
}

/// The entries of a choice.
fn options(locale: &Locale, label: &str, kind: &Kind) -> Option<Vec<Choice>> {
    match kind {
        Kind::Words(words) => {
            Some(words.iter().map(|word| Choice::new(word, locale.t(&format!("{label}.{word}")))).collect())
        }
        Kind::Language => Some(Locale::offered().into_iter().map(|(tag, name)| Choice::new(tag, name)).collect()),
        _ => None,
    }
}

/// The values of an input as its form shows them.
#[must_use]
pub fn entry_of<T: Fields>(input: &T) -> Entry {
    let values = field::values(input);
    let text = |field: &Field| values.get(&field.name).map(|value| field.kind.write(value)).unwrap_or_default();
    let fields = field::fields::<T>();
    Entry::of(fields.iter().fold(Submitted::default(), |shown, field| shown.and(&field.name, text(field))))
}

/// What is submitted for these fields. A browser does not send what is not chosen, so a missing yes is a no, and a missing
/// list is an empty one; any other field that is missing stays as it is.
#[must_use]
pub fn changes(fields: &[Field], submitted: &Submitted) -> Changes {
    let change = |field: &Field| {
        let sent: Vec<&str> = submitted.all(&field.name).collect();
        let empty_if_missing = matches!(field.kind, Kind::YesNo | Kind::List { .. });
        let is_sent = empty_if_missing || !sent.is_empty();
        is_sent.then(|| (field.name.clone(), field.kind.read(&sent.join("\n"))))
    };
    fields.iter().filter_map(change).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{fields, values};
    use crate::newsletter::{HeadlineLink, Input};
    use crate::site::Site;

    #[test]
    fn every_field_has_a_label_and_every_choice_its_words() {
        for (noun, fields) in [("newsletter", fields::<Input>()), ("settings", fields::<Site>())] {
            let form = controls(Form::to(&Locale::default(), ""), noun, &fields, &Submitted::default());
            assert!(form.inputs.len() >= 5);
            for input in &form.inputs {
                let mut texts = input.options.iter().map(|option| &option.label).chain([&input.label, &input.hint]);
                assert!(texts.all(|text| !text.starts_with(&format!("{noun}-"))), "{input:?}");
            }
        }
    }

    #[test]
    fn values_of_a_form_come_back_as_they_were() {
        let fields = fields::<Input>();
        let input = Input { topics: Some(vec!["Harbour".into(), "Open sea".into()]), ..Input::default() };
        let mut input = input;
        input.newsletter.embed_origins = "https://a.example\nhttps://b.example".into();
        input.edition.headline_link = HeadlineLink::Ours;
        input.edition.track_clicks = true;
        assert_eq!(changes(&fields, &entry_of(&input).values), values(&input));
        let sent = Submitted::from([("name", "Tide"), ("topics", "Harbour"), ("topics", "Open sea"), ("other", "x")]);
        let expected = serde_json::json!({
            "name": "Tide", "topics": ["Harbour", "Open sea"], "embed_origins": [], "track_clicks": false, "greeting": false,
            "number_articles": false,
        });
        assert_eq!(serde_json::Value::Object(changes(&fields, &sent)), expected);
    }
}
