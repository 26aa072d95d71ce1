//! A small newsroom that does not exist: sample values of every public page, for tests and for looking at.
use super::{
    Action, ArchivePage, ArticlePage, Card, Choice, ConfirmPage, ContactPage, Day, DigestLink, DigestPage, ErrorPage,
    Field, Frame, FrontPage, Link, MessagePage, NewsletterChoice, NewsletterState, Pager, PowPage, PreferencesPage,
    PreferencesRequestPage, SearchPage, SignUpForm, Source, SubscribePage, TextPage, TopicPage,
};
use crate::html::SafeHtml;
use crate::locale::Locale;
use crate::web::assets::asset_url;

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

impl Frame {
    #[must_use]
    pub fn sample() -> Self {
        let topics = TOPICS.iter().map(|name| topic(name)).collect();
        Self {
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

    fn sample_at(path: &str) -> Self {
        Self { path: path.into(), ..Self::sample() }
    }
}

fn topic(name: &str) -> Link {
    Link { name: name.into(), url: format!("/topics/{}", name.to_lowercase()) }
}

fn day(age: u32) -> Day {
    let day = 23_u32.saturating_sub(age);
    Day { iso: format!("2025-10-{day:02}"), shown: format!("October {day}, 2025") }
}

impl Card {
    /// The sample articles, most trending first.
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let slug = |title: &str| title.to_lowercase().replace(' ', "-").replace(['’', ','], "");
        let card = |(at, (title, summary, topic_name, source, age)): (usize, &(&str, &str, &str, &str, u32))| Self {
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
}

impl DigestLink {
    #[must_use]
    pub fn samples() -> Vec<Self> {
        let of = |(subject, age): (&str, u32)| Self {
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
}

impl SignUpForm {
    #[must_use]
    pub fn sample() -> Self {
        let choice = |slug: &str, name: &str, description: &str, checked| NewsletterChoice {
            slug: slug.into(),
            name: name.into(),
            description: description.into(),
            consent: format!("I would like to get {name} by email. I can leave at any time by a link in every mail."),
            checked,
        };
        Self {
            promise: "What the town is reading, in your inbox every weekday at seven. Free, and gone with one click."
                .into(),
            newsletters: vec![
                choice(
                    "morning-tide",
                    "The Morning Tide",
                    "Every weekday at seven: ten stories that are trending.",
                    true,
                ),
                choice("slow-water", "Slow Water", "One long read, each Sunday.", false),
            ],
            shown: "0123456789abcdef fedcba9876543210".into(),
            ..Self::default()
        }
    }

    /// As it comes back after a mistake.
    #[must_use]
    pub fn sample_with_errors() -> Self {
        Self {
            email: Field::wrong("ann@ledger", "This address has no complete domain, such as example.org."),
            name: Field::of("Ann"),
            newsletter_error: Some("Choose a newsletter.".into()),
            problem: Some("Please look at the marked fields.".into()),
            ..Self::sample()
        }
    }
}

impl FrontPage {
    #[must_use]
    pub fn sample() -> Self {
        let mut cards = Card::samples().into_iter();
        Self {
            frame: Frame::sample(),
            lead: cards.next(),
            trending: cards.by_ref().take(4).collect(),
            more: cards.collect(),
            digests: DigestLink::samples(),
            sign_up: Some(SignUpForm::sample()),
        }
    }
}

impl ArticlePage {
    #[must_use]
    pub fn sample() -> Self {
        let lead = Card::samples().into_iter().next().unwrap_or_default();
        Self {
            frame: Frame::sample_at(&lead.url),
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
            similar: Card::samples().into_iter().skip(3).take(3).collect(),
            sign_up: Some(SignUpForm::sample()),
        }
    }
}

impl TopicPage {
    #[must_use]
    pub fn sample() -> Self {
        Self {
            frame: Frame::sample_at("/topics/harbour"),
            topic: "Harbour".into(),
            articles: Card::samples(),
            pager: Pager { newer: None, older: Some("/topics/harbour?before=2025-10-19".into()) },
            sign_up: Some(SignUpForm::sample()),
        }
    }
}

impl SearchPage {
    #[must_use]
    pub fn sample() -> Self {
        Self {
            frame: Frame::sample_at("/search"),
            query: "quay".into(),
            searched: true,
            total: 3,
            is_capped: false,
            articles: Card::samples().into_iter().take(3).collect(),
            pager: Pager::default(),
            problem: None,
        }
    }

    #[must_use]
    pub fn sample_without_results() -> Self {
        Self { query: "zeppelin".into(), total: 0, articles: Vec::new(), ..Self::sample() }
    }
}

impl ArchivePage {
    #[must_use]
    pub fn sample() -> Self {
        Self {
            frame: Frame::sample_at("/archive"),
            digests: DigestLink::samples(),
            pager: Pager { newer: Some("/archive".into()), older: Some("/archive?before=7".into()) },
            sign_up: Some(SignUpForm::sample()),
        }
    }
}

impl DigestPage {
    #[must_use]
    pub fn sample() -> Self {
        Self {
            frame: Frame::sample_at("/digests/2025-10-23"),
            subject: "Boats until one in the morning".into(),
            newsletter: "The Morning Tide".into(),
            date: day(0),
            canonical: "https://ledger.example/digests/2025-10-23".into(),
            introduction: SafeHtml::vouched(
                "<p>Good morning. The islands get their evenings back, the pool gets the fish market’s heat, and the quay turns out to be on the move.</p>",
            ),
            articles: Card::samples(),
            contact: "desk@ledger.example".into(),
            contact_url: "/contact?newsletter=morning-tide".into(),
            pager: Pager { newer: None, older: Some("/digests/2025-10-22".into()) },
            sign_up: Some(SignUpForm::sample()),
        }
    }
}

impl SubscribePage {
    #[must_use]
    pub fn sample() -> Self {
        Self { frame: Frame::sample_at("/subscribe"), form: SignUpForm::sample() }
    }

    #[must_use]
    pub fn sample_with_errors() -> Self {
        Self { frame: Frame::sample_at("/subscribe"), form: SignUpForm::sample_with_errors() }
    }
}

impl MessagePage {
    /// Every message page, with a name for each.
    #[must_use]
    pub fn samples() -> Vec<(&'static str, Self)> {
        let frame = || Frame::sample_at("/confirm");
        let newsletter = "The Morning Tide";
        vec![
            ("inbox", Self::check_your_inbox(frame())),
            ("confirmed", Self::confirmed(frame(), newsletter, "/preferences/a1b2c3")),
            ("unsubscribe", Self::unsubscribe(frame(), newsletter, "/unsubscribe/a1b2c3", "/preferences/a1b2c3")),
            ("unsubscribed", Self::unsubscribed(frame(), newsletter, "/preferences/a1b2c3")),
            ("preferences_sent", Self::preferences_link_sent(frame())),
            ("erased", Self::erased(frame())),
            ("no_mail", Self::no_mail(frame())),
            ("nothing_yet", Self::nothing_yet(frame())),
            ("contact_thanks", Self::enquiry_received(frame())),
            ("link_expired", Self::link_expired(frame())),
        ]
    }
}

impl ConfirmPage {
    #[must_use]
    pub fn sample() -> Self {
        let mut choices = SignUpForm::sample().newsletters.into_iter();
        let first = choices.next().unwrap_or_default();
        Self {
            frame: Frame::sample_at("/confirm"),
            newsletter: first.name,
            consent: first.consent,
            url: "/confirm/a1b2c3".into(),
            also: choices.collect(),
            shown: "0123456789abcdef fedcba9876543210".into(),
        }
    }
}

impl PowPage {
    #[must_use]
    pub fn sample() -> Self {
        let frame = Frame::sample_at("/subscribe");
        let label = frame.t("pow-button");
        let fields = vec![("email".into(), "ann@example.org".into()), ("newsletter".into(), "morning-tide".into())];
        Self {
            text: frame.t("pow-text"),
            at_once: true,
            frame,
            action: Action { fields, ..Action::to("/subscribe", label) },
        }
    }
}

impl TextPage {
    #[must_use]
    pub fn sample() -> Self {
        let body = "<p>We keep your address to send you the newsletter that you asked for, and nothing else.</p><h2>What we store</h2><ul><li>your address and, if you gave it, your name</li><li>when and under which wording you agreed</li></ul>";
        Self { frame: Frame::sample_at("/privacy"), title: "Privacy".into(), body: SafeHtml::vouched(body) }
    }
}

impl ErrorPage {
    #[must_use]
    pub fn sample() -> Self {
        Self::of(Frame::sample_at("/nothing"), 404)
    }
}

impl PreferencesRequestPage {
    #[must_use]
    pub fn sample() -> Self {
        Self { frame: Frame::sample_at("/preferences"), email: Field::default(), problem: None }
    }
}

impl PreferencesPage {
    #[must_use]
    pub fn sample() -> Self {
        let l = Locale::default();
        let tide = NewsletterState::paused(&l, "morning-tide", "The Morning Tide", "2025-11-03", "November 3, 2025");
        let about = "Every weekday at seven: ten stories that are trending.";
        let tide = NewsletterState { description: about.into(), ..tide };
        let consent = "I would like to get Slow Water by email. I can leave at any time by a link in every mail.";
        let slow = NewsletterState::not_subscribed(&l, "slow-water", "Slow Water");
        let slow = NewsletterState { consent: consent.into(), shown: "fedcba9876543210".into(), ..slow };
        let coast = NewsletterState::subscribed(&l, "open-coast", "Open Coast", "October 3, 2025");
        let rope = NewsletterState::pending(&l, "rope-lane", "Rope Lane");
        Self {
            frame: Frame::sample_at("/preferences/a1b2c3"),
            email: "ann@example.org".into(),
            notice: Some("The Morning Tide is paused until November 3, 2025.".into()),
            newsletters: vec![tide, slow, coast, rope],
            name: Field::of("Ann"),
            languages: vec![Choice { value: "en".into(), label: "English".into(), chosen: true }],
            subscription_url: "/preferences/a1b2c3/subscription".into(),
            details_url: "/preferences/a1b2c3/details".into(),
            download_url: "/preferences/a1b2c3/data.json".into(),
            erase_url: "/preferences/a1b2c3/erase".into(),
            erase_error: None,
        }
    }
}

impl ContactPage {
    #[must_use]
    pub fn sample() -> Self {
        Self {
            frame: Frame::sample_at("/contact"),
            contacts: vec![("desk@ledger.example".into(), "Morning Tide".into())],
            newsletters: vec![
                Choice { value: "morning-tide".into(), label: "The Morning Tide".into(), chosen: true },
                Choice { value: "slow-water".into(), label: "Slow Water".into(), chosen: false },
            ],
            newsletter_error: None,
            name: Field::of("Ann"),
            email: Field::default(),
            subject: Field::of("The timetable"),
            message: Field::wrong("", "Write your message here."),
            problem: None,
        }
    }
}
