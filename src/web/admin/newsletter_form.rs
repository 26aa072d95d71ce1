//! The fields of a newsletter in a form: from what is kept to the form, and from the form to what the newsletter's room
//! checks.

use super::form::{Form, InputKind, Marks, zones};
use crate::field::FieldError;
use crate::locale::Locale;
use crate::newsletter::{EditionSettings, HeadlineLink, Input, NewsletterError, Settings, Topic};
use crate::text;
use crate::web::Submitted;
use crate::web::parts::Choice;

/// The fields that a first newsletter needs.
#[must_use]
pub fn first_fields(form: Form) -> Form {
    form.field(InputKind::Line, "name", "admin-newsletter-name")
        .required()
        .field(InputKind::Line, "slug", "admin-slug")
        .hint("admin-slug-hint")
        .field(InputKind::Line, "sender", "admin-sender")
        .required()
        .hint("admin-sender-hint")
        .field(InputKind::Email, "contact", "admin-contact")
        .required()
        .hint("admin-contact-hint")
        .field(InputKind::Text, "postal_address", "admin-postal")
        .required()
        .hint("admin-postal-hint")
}

/// All fields, filled in. `topics` are those that there are.
#[must_use]
pub fn fields(form: Form, l: &Locale, topics: &[Topic], values: &Submitted, wrong: &Marks) -> Form {
    let usual = l.t1("admin-consent-hint", "usual", l.t1("consent-wording", "newsletter", values.get("name")));
    let form = first_fields(form)
        .select("time_zone", "admin-time-zone", zones(""))
        .hint("admin-newsletter-zone-hint")
        .field(InputKind::Line, "description", "admin-description")
        .hint("admin-description-hint")
        .field(InputKind::Text, "consent", "admin-consent")
        .hint_text(usual)
        .field(InputKind::Number, "articles", "admin-rule-articles")
        .required()
        .field(InputKind::Number, "window_days", "admin-rule-days")
        .required();
    let choices: Vec<Choice> = topics.iter().map(|topic| Choice::new(topic.id.to_string(), &topic.name)).collect();
    let form = if choices.is_empty() {
        form
    } else {
        form.checkboxes("topics", "front-topics", choices).hint("admin-topics-hint")
    };
    form.checkbox("count_clicks", "admin-count-clicks")
        .hint("admin-count-clicks-hint")
        .checkbox("link_to_source", "admin-link-to-source")
        .hint("admin-link-to-source-hint")
        .field(InputKind::Text, "embed_origins", "admin-embed")
        .hint("admin-embed-hint")
        .fill(values)
        .mark(wrong)
}

/// The values of an input, such as the default one for a new newsletter; `topics` are the ids of its own.
#[must_use]
pub fn values(input: &Input, topics: &[i64]) -> Submitted {
    let on = |on: bool| if on { "yes".to_owned() } else { String::new() };
    let (newsletter, edition) = (&input.newsletter, &input.edition);
    let sender = match (newsletter.sender_name.as_str(), newsletter.sender.as_str()) {
        ("", address) => address.to_owned(),
        (name, address) => format!("{name} <{address}>"),
    };
    let fields = Submitted::from([
        ("name", newsletter.name.clone()),
        ("slug", newsletter.slug.clone()),
        ("sender", sender),
        ("contact", newsletter.contact.clone()),
        ("postal_address", newsletter.postal_address.clone()),
        ("time_zone", newsletter.time_zone.clone()),
        ("description", newsletter.description.clone()),
        ("consent", newsletter.consent_wording.clone()),
        ("articles", edition.article_count.to_string()),
        ("window_days", edition.window_days.to_string()),
        ("count_clicks", on(edition.track_clicks)),
        ("link_to_source", on(edition.headline_link == HeadlineLink::Canonical)),
        ("embed_origins", newsletter.embed_origins.clone()),
    ]);
    let topics = if edition.all_topics { &[] } else { topics };
    topics.iter().fold(fields, |fields, id| fields.and("topics", id.to_string()))
}

/// The ids of the chosen topics.
#[must_use]
pub fn topic_ids(values: &Submitted) -> Vec<i64> {
    values.all("topics").filter_map(|id| id.parse().ok()).collect()
}

/// What is wrong with the input, at the form's fields.
#[must_use]
pub fn wrong(l: &Locale, error: &NewsletterError) -> Marks {
    let NewsletterError::Fields(errors) = error else { return Marks::default() };
    let mark = |error: &FieldError| Marks::one(field_of(&error.field), error.words(l));
    errors.iter().map(mark).fold(Marks::default(), Marks::and)
}

/// What the newsletter's room checks and keeps. What the form did not ask has its default.
#[must_use]
pub fn input(values: &Submitted) -> Input {
    let get = |name: &str| values.get(name).to_owned();
    let (sender_name, sender) = sender(values.get("sender"));
    let slug = values.get("slug").trim();
    let slug = if slug.is_empty() { text::slug(values.get("name"), 60) } else { slug.to_owned() };
    let (usual, usual_edition) = (Settings::default(), EditionSettings::default());
    let number = |name: &str, otherwise: i64| match values.find(name) {
        Some(_) => values.number(name).unwrap_or(-1),
        None => otherwise,
    };
    let headlines = if values.get("link_to_source").is_empty() { HeadlineLink::Ours } else { HeadlineLink::Canonical };
    let newsletter = Settings {
        slug,
        name: get("name"),
        description: get("description"),
        sender_name,
        sender,
        contact: get("contact"),
        postal_address: get("postal_address"),
        time_zone: values.find("time_zone").map_or_else(|| usual.time_zone.clone(), str::to_owned),
        embed_origins: get("embed_origins"),
        consent_wording: get("consent"),
        ..usual
    };
    let edition = EditionSettings {
        all_topics: topic_ids(values).is_empty(),
        article_count: number("articles", usual_edition.article_count),
        window_days: number("window_days", usual_edition.window_days),
        // A check box that is not ticked is not sent, so another field says whether it was asked.
        headline_link: if values.find("articles").is_some() { headlines } else { usual_edition.headline_link },
        track_clicks: !values.get("count_clicks").is_empty(),
    };
    Input { newsletter, edition }
}

/// The form's name of a field of the newsletter's room.
fn field_of(field: &str) -> &str {
    match field {
        "sender_name" => "sender",
        "article_count" => "articles",
        "consent_wording" => "consent",
        same => same,
    }
}

/// Name and address of a From line such as `The Morning Tide <news@example.org>`; the name may be missing.
fn sender(line: &str) -> (String, String) {
    let line = line.trim();
    match line.strip_suffix('>').and_then(|line| line.rsplit_once('<')) {
        Some((name, address)) => (name.trim().trim_matches('"').trim().to_owned(), address.trim().to_owned()),
        None => (String::new(), line.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sender_has_a_name_or_none() {
        for (line, name, address) in [
            ("The Morning Tide <news@example.org>", "The Morning Tide", "news@example.org"),
            (" \"Tide, The\" < news@example.org > ", "Tide, The", "news@example.org"),
            ("news@example.org", "", "news@example.org"),
            ("<news@example.org>", "", "news@example.org"),
            ("news", "", "news"),
            ("", "", ""),
        ] {
            assert_eq!(sender(line), (name.to_owned(), address.to_owned()), "{line:?}");
        }
    }

    #[test]
    fn values_of_a_form_come_back_as_they_were() {
        let short = input(&Submitted::from([("name", "The Morning Tide"), ("sender", "a@example.org")]));
        let edition = &short.edition;
        assert_eq!((short.newsletter.slug.as_str(), edition.all_topics), ("the-morning-tide", true));
        assert_eq!((edition.article_count, edition.headline_link), (10, HeadlineLink::Canonical));
        let fields = [("name", "Tide"), ("slug", "t"), ("articles", "x"), ("topics", "3"), ("window_days", "2")];
        let long = input(&Submitted::from(fields));
        let edition = &long.edition;
        assert_eq!((long.newsletter.slug.as_str(), edition.all_topics), ("t", false));
        assert_eq!((edition.article_count, edition.window_days, edition.headline_link), (-1, 2, HeadlineLink::Ours));
        assert_eq!(input(&values(&long, &[3])), long);
    }
}
