//! The mails with sample values, by name.

use tidings::contact::mail::EnquiryMail;
use tidings::digest::mail::{DigestMail, MailArticle};
use tidings::html::SafeHtml;
use tidings::markup;
use tidings::newsletter::mail_frame::MailFrame;
use tidings::subscriber::mails::NoticeMail;

const NEWSLETTER: &str = "The Morning Tide";
const SITE: &str = "The Harbour Ledger";

/// What an editor can write in an introduction.
const RICH: &str = "# The quay is on the move

Three lines, and a break  \nbefore this one. Read https://ledger.example/quay_2025?part=1&of=2, or the [plan](https://ledger.example/plan).

![The quay at dawn](https://pictures.example/wide.svg)

A ![flag](https://pictures.example/small.svg) stands in its line.[^1]

## What it costs

| Part | Year | Millions |
|:-----|:----:|---------:|
| Stone | 2026 | 1.2 |
| Steel | 2027 | 13.75 |

### In the order of the work

1. Survey
   - by boat
     - at low tide
2. Piles
3. - [x] paid
   - [ ] built

> The harbour wakes before the town does.

Run `tidings doctor`:

```
tidings doctor
  --json
```

---

<details><summary>Sources</summary>The council’s minutes.</details>

שלום לכל הקוראים. זה הרציף.

[^1]: It is the flag of the harbour.";

/// A digest with everything: a rich introduction, a picture, twelve articles, some in another script.
pub fn rich() -> DigestMail {
    let plain = DigestMail::sample();
    let html = markup::markdown_to_html(RICH);
    let mut articles: Vec<MailArticle> = plain.articles.iter().cloned().cycle().take(12).collect();
    articles[0].image = Some("https://pictures.example/wide.svg".into());
    articles[9].title = "הספינה האחרונה יוצאת באחת בלילה".into();
    articles[9].summary = "שתי ספינות חשמליות יפליגו עד אחת בלילה.".into();
    DigestMail {
        introduction_text: markup::html_to_plain(&html),
        introduction: SafeHtml::vouched(markup::for_mail(&html)),
        articles,
        more: plain.frame.t1("mail-more", "count", 3_i64),
        ..plain
    }
}

pub fn notices() -> [(&'static str, NoticeMail); 3] {
    let frame = MailFrame::sample;
    let (confirm, preferences) = ("https://ledger.example/confirm/a1b2c3", "https://ledger.example/preferences/a1b2c3");
    [
        ("confirmation", NoticeMail::confirmation(frame(), NEWSLETTER, SITE, confirm)),
        ("welcome", NoticeMail::welcome(frame(), NEWSLETTER, SITE, Some("Ann"))),
        ("preferences_link", NoticeMail::preferences_link(frame(), SITE, None, preferences)),
    ]
}

pub fn enquiries() -> [(&'static str, EnquiryMail); 2] {
    let subject = "The timetable";
    let enquiry = "Good morning,\n\nwill the last boat wait for the late train on Sundays?\nMy mother comes by it.";
    let answer = "Dear Ann,\n\nit will wait for ten minutes. The harbour office told us so this morning.\n\nThe desk";
    let (visitor, url) = ("Ann <ann@example.org>", "https://ledger.example/admin/enquiries/7");
    [
        ("enquiry", EnquiryMail::enquiry(MailFrame::sample(), SITE, visitor, subject, enquiry, url)),
        ("answer", EnquiryMail::answer(MailFrame::sample(), SITE, subject, answer, enquiry)),
    ]
}
