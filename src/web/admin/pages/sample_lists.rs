//! The lists and forms of the sample newsroom's desk.
use super::sample::{choices, delivery};
use super::{
    AdminFrame, ArticleRow, AuditRow, Button, DeliveryRow, DigestRow, EnquiryRow, FeedRow, FormPage, Input, InputKind,
    KeyRow, ListPage, NewsletterForm, NewsletterRow, OutboxRow, Score, SettingsForm, SubscriberRow, SuppressionRow,
    UserRow,
};
use crate::web::public::pages::{Card, Field, Pager};

impl ListPage {
    /// Every list, with a name for each.
    #[must_use]
    pub fn samples() -> Vec<(&'static str, Self)> {
        let states = || choices(&["All", "Confirmed", "Pending"]);
        let newsletters = || choices(&["All", "The Morning Tide", "Slow Water"]);
        let older = || Pager { newer: None, older: Some("?before=7".into()) };
        let mut lists = vec![
            (
                "subscribers",
                Self::subscribers(
                    AdminFrame::sample("/admin/subscribers"),
                    people(),
                    "",
                    newsletters(),
                    states(),
                    older(),
                ),
            ),
            (
                "articles",
                Self::articles(
                    AdminFrame::sample("/admin/articles"),
                    articles(),
                    "",
                    choices(&["All"]),
                    choices(&["Score"]),
                    older(),
                ),
            ),
            ("digests", Self::digests(AdminFrame::sample("/admin/digests"), digests(), newsletters(), older())),
            (
                "deliveries",
                Self::deliveries(AdminFrame::sample("/admin/deliveries"), failed(), "", states(), states(), older()),
            ),
        ];
        lists.extend(smaller_lists());
        lists.extend(accounts());
        lists
    }
}

fn people() -> Vec<SubscriberRow> {
    let person = |(email, name, state): (&str, &str, &str)| SubscriberRow {
        email: email.into(),
        name: name.into(),
        url: "/admin/subscribers/7".into(),
        subscriptions: vec![("The Morning Tide".into(), state.into())],
        suppressed: state == "unsubscribed",
        since: "October 3, 2025".into(),
    };
    [
        ("ann@example.org", "Ann", "confirmed"),
        ("olav@north.example", "", "pending"),
        ("post@cannery.example", "Cannery", "unsubscribed"),
    ]
    .into_iter()
    .map(person)
    .collect()
}

fn articles() -> Vec<ArticleRow> {
    let scores = [("4.00", "3.90", "1.52", "9.42"), ("3.71", "2.88", "1.21", "7.80"), ("2.90", "1.75", "0.46", "5.11")];
    let row = |(card, (fresh, views, clicks, total)): (Card, (&str, &str, &str, &str))| ArticleRow {
        title: card.title,
        url: "/admin/articles/3".into(),
        source: card.source,
        topics: "Harbour".into(),
        published: card.date.shown,
        state: if total == "5.11" { "unpublished".into() } else { "published".into() },
        folded: total == "7.80",
        score: Score { fresh: fresh.into(), views: views.into(), clicks: clicks.into(), total: total.into() },
    };
    Card::samples().into_iter().zip(scores).map(row).collect()
}

fn digests() -> Vec<DigestRow> {
    let row = |(subject, state, expected, sent, failed): (&str, &str, i64, i64, i64)| DigestRow {
        subject: subject.into(),
        url: "/admin/digests/41".into(),
        newsletter: "The Morning Tide".into(),
        state: state.into(),
        when: "Oct 23, 2025, 07:00 UTC".into(),
        expected,
        sent,
        failed,
    };
    [
        ("The last sailmaker", "draft", 0, 0, 0),
        ("Boats until one in the morning", "sending", 12_304, 8_412, 37),
        ("A pool warmed by fish", "sent", 12_290, 12_251, 39),
    ]
    .into_iter()
    .map(row)
    .collect()
}

fn failed() -> Vec<DeliveryRow> {
    vec![
        delivery(
            "olav@north.example",
            "failed",
            "Mailbox does not exist",
            "550 5.1.1 <olav@north.example>: No such user here",
        ),
        delivery("post@cannery.example", "deferred", "Tried again at 07:19", "452 4.2.2 Mailbox full, try again later"),
        delivery("ann@example.org", "sent", "", "250 2.0.0 Ok: queued as 4WbT1x"),
    ]
}

/// Users and keys.
fn accounts() -> Vec<(&'static str, ListPage)> {
    let text = |text: &str| text.to_owned();
    let user = UserRow {
        name: text("Marit"),
        address: text("marit@ledger.example"),
        url: text("/admin/users/1"),
        role: text("Administrator"),
        state: text("enabled"),
        since: text("Oct 1, 2025"),
        own: true,
    };
    let key = KeyRow {
        name: text("Newsroom"),
        role: text("Editor"),
        made: text("Oct 1, 2025"),
        last_used: text("Never"),
        revoke_url: text("/admin/api-keys/1/revoke"),
    };
    vec![
        ("users", ListPage::users(AdminFrame::sample("/admin/users"), vec![user])),
        ("keys", ListPage::keys(AdminFrame::sample("/admin/api-keys"), vec![key])),
    ]
}

fn smaller_lists() -> Vec<(&'static str, ListPage)> {
    let text = |text: &str| text.to_owned();
    let feed = FeedRow {
        title: text("Quayside Wire"),
        page: text("/admin/feeds/2"),
        topics: text("Harbour"),
        url: text("https://quayside.example/feed.xml"),
        state: text("broken"),
        error: text("The server answered 404 Not Found."),
        articles: 212,
        fetched: text("Oct 23, 2025, 06:50 UTC"),
        next: text("Next try at 07:20"),
        buttons: vec![Button::to("/admin/feeds/2/fetch", "Fetch now").about("Quayside Wire")],
    };
    let newsletter = NewsletterRow {
        name: text("The Morning Tide"),
        url: text("/admin/newsletters/1"),
        sender: text("The Morning Tide <news@ledger.example>"),
        closed: false,
        confirmed: 12_304,
        pending: 61,
        last_sent: text("October 22, 2025"),
    };
    let enquiry = EnquiryRow {
        subject: text("The timetable"),
        url: text("/admin/enquiries/7"),
        from: text("Ann <ann@example.org>"),
        state: text("answered"),
        undelivered: true,
        when: text("October 23, 2025"),
        newsletter: text("The Morning Tide"),
    };
    let mail = OutboxRow {
        subject: text("Confirm"),
        url: text("/admin/outbox/9"),
        to: text("ann@example.org"),
        when: text("07:04"),
    };
    let suppression = SuppressionRow {
        address: text("olav@north.example"),
        reason: text("Hard bounce"),
        detail: text("550 5.1.1"),
        when: text("07:04"),
        buttons: Vec::new(),
    };
    let audit = AuditRow {
        when: (text("Oct 23, 07:00"), text("Oct 23, 2025, 07:00 UTC")),
        user: text("marit@ledger.example"),
        action: text("Sent a digest"),
        url: Some(text("/admin/digests/41")),
        detail: text("Boats until one in the morning"),
    };
    let wrong = Field::wrong("ftp://x", "This is no web address.");
    let topics = Input::new(InputKind::Line, "topics", text("Topics"), "");
    vec![
        ("feeds", ListPage::feeds(AdminFrame::sample("/admin/feeds"), vec![feed], wrong, topics)),
        ("newsletters", ListPage::newsletters(AdminFrame::sample("/admin/newsletters"), vec![newsletter])),
        (
            "enquiries",
            ListPage::enquiries(
                AdminFrame::sample("/admin/enquiries"),
                vec![enquiry],
                choices(&["All", "Open"]),
                Pager::default(),
            ),
        ),
        ("outbox", ListPage::outbox(AdminFrame::sample("/admin/outbox"), vec![mail], "", Pager::default())),
        (
            "suppressions",
            ListPage::suppressions(
                AdminFrame::sample("/admin/suppressions"),
                vec![suppression],
                "",
                Field::default(),
                Pager::default(),
            ),
        ),
        (
            "audit",
            ListPage::audit(
                AdminFrame::sample("/admin/audit"),
                vec![audit],
                choices(&["All"]),
                choices(&["All"]),
                Pager::default(),
            ),
        ),
        (
            "audit_empty",
            ListPage::audit(AdminFrame::sample("/admin/audit"), Vec::new(), Vec::new(), Vec::new(), Pager::default()),
        ),
    ]
}

impl NewsletterForm {
    #[must_use]
    pub fn sample() -> Self {
        Self {
            name: Field::of("The Morning Tide"),
            slug: Field::of("morning-tide"),
            sender: Field::wrong("news", "This is no complete address."),
            contact: Field::of("desk@ledger.example"),
            postal_address: Field::of("The Harbour Ledger\n4 Rope Lane\nSilver Harbour"),
            articles: Field::of("10"),
            window_days: Field::of("7"),
            topics: choices(&["Harbour", "Energy", "Money"]),
            ..Self::default()
        }
    }
}

impl FormPage {
    /// Every form, with a name for each.
    #[must_use]
    pub fn samples() -> Vec<(&'static str, Self)> {
        let frame = AdminFrame::sample;
        let words = |text: &str| Field::of(text);
        let title = Input::new(InputKind::Line, "title", "Title".into(), "Night ferries return").required();
        let body =
            Input::new(InputKind::LongText, "body_markdown", "Text".into(), "The first boat leaves at ten past eight.");
        let remove = Button::to("/admin/articles/3/unpublish", "Unpublish").danger("Take this article down?");
        vec![
            (
                "newsletter",
                Self::newsletter(
                    frame("/admin/newsletters"),
                    "The Morning Tide".into(),
                    "/admin/newsletters/1".into(),
                    NewsletterForm::sample(),
                ),
            ),
            ("first_run", Self::first_run(frame("/admin"), words("Tidings"), NewsletterForm::default())),
            ("revoke", Self::revoke(frame("/admin/api-keys"), "Newsroom", "/admin/api-keys/1/revoke".into())),
            ("erase", Self::erase(frame("/admin/subscribers"), "ann@example.org", "/admin/subscribers/7")),
            (
                "article_form",
                Self::article(
                    frame("/admin/articles"),
                    "Night ferries return".into(),
                    "/admin/articles/3".into(),
                    vec![title, body],
                    vec![remove],
                ),
            ),
            (
                "settings",
                Self::settings(
                    frame("/admin/settings"),
                    SettingsForm {
                        site_name: words("The Harbour Ledger"),
                        tagline: words("News from the quay"),
                        time_zones: choices(&["Europe/Berlin"]),
                        privacy: words("We keep your address."),
                        imprint: words(""),
                    },
                ),
            ),
        ]
    }
}
