//! Fills in the template of a digest's mail. Pure.

use chrono_tz::Tz;

use super::content::{Content, target};
use super::introduction::{Introduction, Placeholder};
use super::mail::{DigestMail, MailArticle};
use crate::article::Article;
use crate::clock::Timestamp;
use crate::delivery::Splice;
use crate::html::SafeHtml;
use crate::links::Links;
use crate::locale::Locale;
use crate::mail::Slots;
use crate::markup;
use crate::newsletter::Newsletter;
use crate::newsletter::mail_frame::MailFrame;
use crate::subscriber::letters::frame;
use crate::text::truncate_words;

/// Longest preheader, in characters: the line that an inbox shows beside the subject.
const PREHEADER: usize = 140;
/// Longest summary of an article in a mail, in characters.
const SUMMARY: usize = 220;

/// The mail of a digest, with the marks of `slots` in the place of a reader's values. With `counted`, headlines lead to
/// links whose clicks are counted.
pub fn letter(
    content: &Content,
    introduction: &Introduction,
    links: &Links,
    slots: &Slots,
    counted: bool,
) -> DigestMail {
    let Content { digest, edition, newsletter, site, articles } = content;
    let locale = newsletter.locale();
    let day = digest.started_at.or(digest.scheduled_at).unwrap_or(digest.updated_at);
    let names = introduction.fallbacks(&locale);
    let html = introduction.html(|placeholder| mark(placeholder, &names, &locale, slots));
    let greets = edition.settings.greeting && !introduction.greets();
    let headline = |article: &Article| {
        if counted { links.click(&Splice::Click.mark(slots), article.id) } else { target(article, edition, links) }
    };
    DigestMail {
        frame: MailFrame {
            date: locale.long_date(&in_zone(day, newsletter.zone())),
            web_url: links.digest(&digest.slug),
            preheader: preheader(&introduction.html_for_all(&locale), content),
            why: locale.t2("mail-why-subscribed", "newsletter", &newsletter.name, "site", &site.name),
            unsubscribe_url: Some(links.unsubscribe(&Splice::Unsubscribe.mark(slots))),
            preferences_url: Some(links.preferences(&Splice::Preferences.mark(slots))),
            ..frame(newsletter, site, links)
        },
        subject: digest.subject.clone(),
        greeting: if greets { Splice::Greeting.mark(slots) } else { String::new() },
        introduction_text: markup::html_to_plain(&html),
        introduction: SafeHtml::vouched(markup::for_mail(&html)),
        numbered: edition.settings.number_articles,
        articles: articles.iter().map(|article| mail_article(article, newsletter, day, headline(article))).collect(),
        more: String::new(),
    }
}

/// The mark that stands for a placeholder.
fn mark(placeholder: &Placeholder, names: &[String], locale: &Locale, slots: &Slots) -> String {
    let Some(fallback) = placeholder.fallback(locale) else { return Splice::Greeting.mark(slots) };
    let number = names.iter().position(|name| *name == fallback).unwrap_or(names.len());
    Splice::further_mark(slots, number)
}

/// The words of the introduction; otherwise those of the first article, of the pictures, or of the newsletter.
fn preheader(introduction: &str, content: &Content) -> String {
    let lead = content.articles.first();
    let words = [
        markup::html_to_text(introduction, PREHEADER),
        lead.map(|article| article.summary.clone()).unwrap_or_default(),
        markup::picture_words(introduction),
        lead.map(|article| article.title.clone()).unwrap_or_default(),
        content.newsletter.description.clone(),
    ];
    let found = words.into_iter().find(|words| !words.trim().is_empty()).unwrap_or_default();
    truncate_words(&found, PREHEADER)
}

fn mail_article(article: &Article, newsletter: &Newsletter, day: Timestamp, url: String) -> MailArticle {
    let zone = newsletter.zone();
    let published = in_zone(article.published_at, zone);
    let same_day = published.date_naive() == in_zone(day, zone).date_naive();
    MailArticle {
        title: article.title.clone(),
        url,
        summary: truncate_words(&article.summary, SUMMARY),
        date: if same_day { String::new() } else { newsletter.locale().date(&published) },
        topic: article.topics.first().map(|topic| topic.name.clone()).unwrap_or_default(),
        source: article.source.clone(),
        image: article.image.clone(),
    }
}

fn in_zone(at: Timestamp, zone: Tz) -> chrono::DateTime<Tz> {
    at.to_utc().with_timezone(&zone)
}
