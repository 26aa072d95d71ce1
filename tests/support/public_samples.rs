//! Every public page with sample values of a fictional newsroom.

use tidings::field::{FieldError, FieldErrorKind, FieldErrors};
use tidings::html::SafeHtml;
use tidings::locale::Locale;
use tidings::subscriber::sign_up::SignUpInput;
use tidings::web::assets::asset_url;
use tidings::web::public::pages::{
    Action, ArchivePage, ArticlePage, Card, Choice, ConfirmPage, ContactPage, Day, DigestLink, DigestPage, ErrorPage,
    FormValues, Frame, FrontPage, Link, MessagePage, NewsletterChoice, NewsletterState, Pager, PowPage,
    PreferencesPage, PreferencesRequestPage, SearchPage, SignUpForm, Source, SubscribePage, TextPage, TopicPage,
};

/// Title, summary, topic, source and age in days of the sample articles, most trending first.
const STORIES: [(&str, &str, &str, &str, u32); 9] = [
    (
        "Night ferries return to the outer islands after eleven years",
        "Two electric boats will sail until one in the morning from May. Islanders asked for them for a decade; the council found the money in a fuel budget that it no longer needs.",
        "Harbour",
        "Quayside Wire",
        0,
    ),
    (
        "Heat from the fish market’s ice machines now warms the swimming hall",
        "A pipe of four hundred metres carries what the cooling plant used to throw away. The bill for the hall fell by a third in its first winter.",
        "Energy",
        "The Lantern",
        0,
    ),
    (
        "Rents stand still for the first time since the shipyard closed",
        "New flats on the old slipway have taken the pressure off, say brokers. Tenants’ unions are not yet convinced.",
        "Money",
        "Harbour Ledger",
        1,
    ),
    (
        "A seagrass meadow thought lost is larger than on the charts of 1960",
        "Divers and schoolchildren counted shoots all summer.",
        "Science",
        "Open Coast Review",
        1,
    ),
    (
        "The last sailmaker on Rope Lane takes on three apprentices",
        "Orders from charter fleets and from theatres keep the loft busy until spring.",
        "Culture",
        "Harbour Ledger",
        2,
    ),
    (
        "Bakers agree on one night without deliveries each week",
        "Quieter streets, and a day-old loaf at half its price.",
        "Money",
        "The Lantern",
        2,
    ),
    (
        "Lighthouse keepers’ logbooks go online, all 41,000 pages",
        "Volunteers read a century of weather, wrecks and bad coffee.",
        "Culture",
        "Open Coast Review",
        3,
    ),
    (
        "Why the tide gauge and the satellite disagree by a centimetre",
        "The quay itself is sinking, surveyors find.",
        "Science",
        "Quayside Wire",
        4,
    ),
    (
        "Wind park votes to share its profits with the fishing fleet",
        "Skippers get a share for every turbine in their grounds.",
        "Energy",
        "Quayside Wire",
        4,
    ),
];

const TOPICS: [&str; 5] = ["Harbour", "Energy", "Money", "Science", "Culture"];

const BODY: &str = "<p>The first boat leaves the town quay at ten past eight and calls at all four islands. The last one is back at one in the morning, after the cinema and after the late shift at the cannery. For eleven years the last ferry had left at six.</p>\
<p>“We stopped asking our grandchildren to come for supper, because they could not get home,” says Marit Solheim, who runs the shop on the outermost island and counted passengers in a school exercise book to make her case.</p>\
<h2>Paid for by the diesel that is not burned</h2>\
<p>Each boat carries batteries that charge in nineteen minutes while passengers board. The harbour office expects to spend 1.2 million a year less on fuel than it did in 2019, and the new crews cost a little under that. The council passed the plan by nineteen votes to four.</p>\
<blockquote><p>It is the cheapest bridge we will ever build.</p></blockquote>\
<p>Those who voted against it do not doubt the sums. They fear for the winter, when fog holds the boats at the quay for days. The harbour master’s answer is a timetable with gaps: <a href=\"https://example.org/timetable\">every third crossing can be dropped</a> without stranding anyone.</p>";

pub fn frame() -> Frame {
    let topics = TOPICS.iter().map(|name| topic(name)).collect();
    Frame {
        locale: Locale::default(),
        site_name: "The Harbour Ledger".into(),
        tagline: "News from the quay and beyond".into(),
        path: "/".into(),
        today: "Thursday, October 23, 2025".into(),
        topics,
        contact: "desk@ledger.example".into(),
        css: asset_url("site.css"),
        js: asset_url("site.js"),
        worker: asset_url("pow.js"),
        icon: asset_url("icon.svg"),
    }
}

pub fn frame_at(path: &str) -> Frame {
    Frame { path: path.into(), ..frame() }
}

fn topic(name: &str) -> Link {
    Link { name: name.into(), url: format!("/topics/{}", name.to_lowercase()) }
}

fn day(age: u32) -> Day {
    let day = 23_u32.saturating_sub(age);
    Day { iso: format!("2025-10-{day:02}"), shown: format!("October {day}, 2025") }
}

/// The sample articles, most trending first.
pub fn cards() -> Vec<Card> {
    let slug = |title: &str| title.to_lowercase().replace(' ', "-").replace(['’', ','], "");
    let card = |(at, (title, summary, topic_name, source, age)): (usize, &(&str, &str, &str, &str, u32))| Card {
        title: (*title).into(),
        url: format!("/articles/{}", slug(title)),
        summary: (*summary).into(),
        date: day(*age),
        source: (*source).into(),
        topic: Some(topic(topic_name)),
        image: None,
        trending: at < 4,
    };
    STORIES.iter().enumerate().map(card).collect()
}

pub fn digest_links() -> Vec<DigestLink> {
    let of = |(subject, age): (&str, u32)| DigestLink {
        subject: subject.into(),
        url: format!("/digests/2025-10-{:02}", 23 - age),
        newsletter: "The Morning Tide".into(),
        date: day(age),
    };
    [
        ("Boats until one in the morning", 0),
        ("A pool warmed by fish", 1),
        ("The quay is sinking, a little", 2),
        ("Rents stand still", 6),
    ]
    .into_iter()
    .map(of)
    .collect()
}

pub fn sign_up_form() -> SignUpForm {
    let choice = |slug: &str, name: &str, description: &str, checked| NewsletterChoice {
        slug: slug.into(),
        name: name.into(),
        description: description.into(),
        consent: format!("I would like to get {name} by email. I can leave at any time by a link in every mail."),
        checked,
    };
    SignUpForm {
        promise: "What the town is reading, in your inbox every weekday at seven. Free, and gone with one click."
            .into(),
        newsletters: vec![
            choice("morning-tide", "The Morning Tide", "Every weekday at seven: ten stories that are trending.", true),
            choice("slow-water", "Slow Water", "One long read, each Sunday.", false),
        ],
        shown: "0123456789abcdef fedcba9876543210".into(),
        ..SignUpForm::default()
    }
}

/// The form after an error.
pub fn sign_up_form_with_errors() -> SignUpForm {
    let input =
        SignUpInput { email: "ann@ledger", name: "Ann", wording: "", newsletter: Err(FieldErrorKind::Required) };
    let errors = input.check("form").err().unwrap_or_default();
    let values = FormValues::new(&[("email", "ann@ledger"), ("name", "Ann")]);
    SignUpForm { values: values.with_errors(&Locale::default(), &errors), ..sign_up_form() }
}

pub fn front_page() -> FrontPage {
    let mut cards = cards().into_iter();
    FrontPage {
        frame: frame(),
        lead: cards.next(),
        trending: cards.by_ref().take(4).collect(),
        more: cards.collect(),
        digests: digest_links(),
        sign_up: Some(sign_up_form()),
    }
}

pub fn article_page() -> ArticlePage {
    let lead = cards().into_iter().next().unwrap_or_default();
    ArticlePage {
        frame: frame_at(&lead.url),
        canonical: format!("https://ledger.example{}", lead.url),
        structured: SafeHtml::default(),
        title: lead.title,
        date: lead.date,
        summary: lead.summary,
        body: SafeHtml::vouched(BODY),
        image: None,
        shows_image: false,
        topics: vec![topic("Harbour")],
        trending: true,
        contact: "desk@ledger.example".into(),
        source: Some(Source { name: "Quayside Wire".into(), url: "https://quayside.example/ferries".into() }),
        author: Some("Ada Lovelace".into()),
        lang: "en".into(),
        similar: cards().into_iter().skip(3).take(3).collect(),
        sign_up: Some(sign_up_form()),
    }
}

pub fn topic_page() -> TopicPage {
    TopicPage {
        frame: frame_at("/topics/harbour"),
        topic: "Harbour".into(),
        articles: cards(),
        pager: Pager { newer: None, older: Some("/topics/harbour?before=2025-10-19".into()) },
        sign_up: Some(sign_up_form()),
    }
}

pub fn search_page() -> SearchPage {
    SearchPage {
        frame: frame_at("/search"),
        query: "quay".into(),
        searched: true,
        total: 3,
        is_capped: false,
        articles: cards().into_iter().take(3).collect(),
        pager: Pager::default(),
        problem: None,
    }
}

pub fn search_page_without_results() -> SearchPage {
    SearchPage { query: "zeppelin".into(), total: 0, articles: Vec::new(), ..search_page() }
}

pub fn archive_page() -> ArchivePage {
    ArchivePage {
        frame: frame_at("/archive"),
        digests: digest_links(),
        pager: Pager { newer: Some("/archive".into()), older: Some("/archive?before=7".into()) },
        sign_up: Some(sign_up_form()),
    }
}

pub fn digest_page() -> DigestPage {
    DigestPage {
        frame: frame_at("/digests/2025-10-23"),
        subject: "Boats until one in the morning".into(),
        newsletter: "The Morning Tide".into(),
        date: day(0),
        canonical: "https://ledger.example/digests/2025-10-23".into(),
        introduction: SafeHtml::vouched(
            "<p>Good morning. The islands get their evenings back, the pool gets the fish market’s heat, and the quay turns out to be on the move.</p>",
        ),
        articles: cards(),
        contact: "desk@ledger.example".into(),
        contact_url: "/contact?newsletter=morning-tide".into(),
        pager: Pager { newer: None, older: Some("/digests/2025-10-22".into()) },
        sign_up: Some(sign_up_form()),
    }
}

pub fn subscribe_page() -> SubscribePage {
    SubscribePage { frame: frame_at("/subscribe"), form: sign_up_form() }
}

pub fn subscribe_page_with_errors() -> SubscribePage {
    SubscribePage { frame: frame_at("/subscribe"), form: sign_up_form_with_errors() }
}

/// Every message page with its name.
pub fn message_pages() -> Vec<(&'static str, MessagePage)> {
    let frame = || frame_at("/confirm");
    let newsletter = "The Morning Tide";
    vec![
        ("inbox", MessagePage::check_your_inbox(frame())),
        ("confirmed", MessagePage::confirmed(frame(), newsletter, "/preferences/a1b2c3")),
        ("unsubscribe", MessagePage::unsubscribe(frame(), newsletter, "/unsubscribe/a1b2c3", "/preferences/a1b2c3")),
        ("unsubscribed", MessagePage::unsubscribed(frame(), newsletter, "/preferences/a1b2c3")),
        ("preferences_sent", MessagePage::preferences_link_sent(frame())),
        ("erased", MessagePage::erased(frame())),
        ("no_mail", MessagePage::no_mail(frame())),
        ("nothing_yet", MessagePage::nothing_yet(frame())),
        ("contact_thanks", MessagePage::enquiry_received(frame())),
        ("link_expired", MessagePage::link_expired(frame())),
        ("unsubscribe_link_broken", MessagePage::unsubscribe_link_broken(frame())),
    ]
}

pub fn confirm_page() -> ConfirmPage {
    let mut choices = sign_up_form().newsletters.into_iter();
    let first = choices.next().unwrap_or_default();
    ConfirmPage {
        frame: frame_at("/confirm"),
        newsletter: first.name,
        consent: first.consent,
        url: "/confirm/a1b2c3".into(),
        also: choices.collect(),
        shown: "0123456789abcdef fedcba9876543210".into(),
    }
}

pub fn pow_page() -> PowPage {
    let frame = frame_at("/subscribe");
    let label = frame.t("pow-button");
    let fields = vec![("email".into(), "ann@example.org".into()), ("newsletter".into(), "morning-tide".into())];
    PowPage {
        text: frame.t("pow-text"),
        at_once: true,
        frame,
        action: Action { fields, ..Action::to("/subscribe", label) },
    }
}

pub fn text_page() -> TextPage {
    let body = "<p>We keep your address to send you the newsletter that you asked for, and nothing else.</p><h2>What we store</h2><ul><li>your address and, if you gave it, your name</li><li>when and under which wording you agreed</li></ul>";
    TextPage { frame: frame_at("/privacy"), title: "Privacy".into(), body: SafeHtml::vouched(body) }
}

pub fn error_page() -> ErrorPage {
    ErrorPage::of(frame_at("/nothing"), 404)
}

pub fn preferences_request_page() -> PreferencesRequestPage {
    PreferencesRequestPage { frame: frame_at("/preferences"), values: FormValues::default() }
}

pub fn preferences_page() -> PreferencesPage {
    let l = Locale::default();
    let tide = NewsletterState::paused(&l, "morning-tide", "The Morning Tide", "2025-11-03", "November 3, 2025");
    let about = "Every weekday at seven: ten stories that are trending.";
    let tide = NewsletterState { description: about.into(), ..tide };
    let consent = "I would like to get Slow Water by email. I can leave at any time by a link in every mail.";
    let slow = NewsletterState::not_subscribed(&l, "slow-water", "Slow Water");
    let slow = NewsletterState { consent: consent.into(), shown: "fedcba9876543210".into(), ..slow };
    let coast = NewsletterState::subscribed(&l, "open-coast", "Open Coast", "October 3, 2025");
    let rope = NewsletterState::pending(&l, "rope-lane", "Rope Lane");
    PreferencesPage {
        frame: frame_at("/preferences/a1b2c3"),
        email: "ann@example.org".into(),
        notice: Some("The Morning Tide is paused until November 3, 2025.".into()),
        newsletters: vec![tide, slow, coast, rope],
        values: FormValues::new(&[("name", "Ann")]),
        languages: vec![Choice { value: "en".into(), label: "English".into(), chosen: true }],
        subscription_url: "/preferences/a1b2c3/subscription".into(),
        details_url: "/preferences/a1b2c3/details".into(),
        download_url: "/preferences/a1b2c3/data.json".into(),
        erase_url: "/preferences/a1b2c3/erase".into(),
        link_url: None,
    }
}

/// By the link in a digest.
pub fn endless_preferences_page() -> PreferencesPage {
    let page = preferences_page();
    let link_url = Some("/preferences/a1b2c3/link".into());
    PreferencesPage { email: "a…@example.org".into(), values: FormValues::default(), link_url, ..page }
}

pub fn contact_page() -> ContactPage {
    ContactPage {
        frame: frame_at("/contact"),
        contacts: vec![("desk@ledger.example".into(), "Morning Tide".into())],
        newsletters: vec![
            Choice { value: "morning-tide".into(), label: "The Morning Tide".into(), chosen: true },
            Choice { value: "slow-water".into(), label: "Slow Water".into(), chosen: false },
        ],
        values: FormValues::new(&[("name", "Ann"), ("subject", "The timetable")])
            .with_errors(&Locale::default(), &FieldErrors::from(FieldError::new("message", FieldErrorKind::Required))),
    }
}
