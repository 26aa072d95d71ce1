//! Every page of the administration with sample values of a fictional newsroom; pages that take nouns get nouns.

use tidings::account::{ApiKey, Session, User};
use tidings::actor::{Actor, Role};
use tidings::article::score::Heat;
use tidings::article::topic::Used;
use tidings::article::{Article, ArticleState, FeedFailure, feed::Feed};
use tidings::audit::Entry;
use tidings::clock::{DAY, HOUR, MINUTE, Timestamp};
use tidings::contact::{Answer, Enquiry, EnquiryState, Mails};
use tidings::delivery::{
    CapturedMail, Counters, DeliveryReason, DeliveryRow, DeliveryState, DispatchKind, Reason, Suppression,
    SuppressionReason,
};
use tidings::digest::{Digest, DigestState};
use tidings::fetch::FetchError;
use tidings::locale::Locale;
use tidings::newsletter::{Newsletter, Settings, Topic};
use tidings::subscriber::audience::Line;
use tidings::subscriber::import::{Entry as Imported, Stored, Tool};
use tidings::subscriber::{Consent, ConsentAction, Subscriber, Subscription, SubscriptionState};
use tidings::web::admin::account::AccountPage;
use tidings::web::admin::audit_names::Names;
use tidings::web::admin::chart::Drawing;
use tidings::web::admin::dashboard::{DashboardPage, Failure, Stat};
use tidings::web::admin::deliveries::MailStatus;
use tidings::web::admin::digest_editor::{DigestEditorPage, Notice, Pick, words};
use tidings::web::admin::digest_progress::{DigestProgressPage, reason_table};
use tidings::web::admin::door::{Door, SignInPage};
use tidings::web::admin::enquiries::{EnquiryPage, Thread};
use tidings::web::admin::feeds::ListedFeed;
use tidings::web::admin::first_run::TrialPage;
use tidings::web::admin::form::{self, Form, FormPage, Input, InputKind};
use tidings::web::admin::frame::AdminFrame;
use tidings::web::admin::list::ListPage;
use tidings::web::admin::outbox::OutboxMailPage;
use tidings::web::admin::preview::{Preview, PreviewKind};
use tidings::web::admin::progress::Progress;
use tidings::web::admin::shown_once::ShownOncePage;
use tidings::web::admin::subscriber::{History, SubscriberPage};
use tidings::web::admin::subscribers::ListedLine;
use tidings::web::admin::table::{Badge, Button};
use tidings::web::admin::{
    SECTIONS, api_keys, articles, audit_log, deliveries, digests, enquiries, feeds, first_run, imports, newsletters,
    outbox, settings, subscriber, subscribers, suppressions, topics, users,
};
use tidings::web::parts::{Choice, Link, Pager};
use tidings::web::section::{Place, Section};
use tidings::web::{SignedIn, Submitted};

/// 2025-10-23T07:04:00Z.
const NOW: Timestamp = Timestamp(1_761_203_040_000);
const SUBJECT: &str = "Boats until one in the morning";
const TITLES: [&str; 5] = [
    "Night ferries return to the outer islands after eleven years",
    "Heat from the fish market’s ice machines now warms the swimming hall",
    "Rents stand still for the first time since the shipyard closed",
    "A seagrass meadow thought lost is larger than on the charts of 1960",
    "The last sailmaker on Rope Lane takes on three apprentices",
];
const SOURCES: [&str; 5] = ["Quayside Wire", "The Lantern", "Harbour Ledger", "Open Coast Review", "Harbour Ledger"];

fn days_ago(days: i64) -> Timestamp {
    NOW.plus(-days * DAY)
}

/// The frame of a page in the section with this path.
pub fn frame(section: &str) -> AdminFrame {
    let entry = SECTIONS.iter().flat_map(|group| group.iter()).find(|entry: &&Section| entry.path == section);
    let outside = Place::outside(&SECTIONS);
    let place = Place { section: entry.unwrap_or(outside.section), ..outside };
    let by = SignedIn {
        actor: Actor::User { id: 1, role: Role::Admin },
        session: 3,
        user: 1,
        role: Role::Admin,
        name: "marit@ledger.example".into(),
        csrf: "c5rf".into(),
        place,
    };
    AdminFrame {
        locale: Locale::default(),
        site_name: "The Harbour Ledger".into(),
        by,
        flash: None,
        open_enquiries: 2,
        has_outbox: true,
        zone: chrono_tz::UTC,
        now: NOW,
    }
}

fn badge(state: &str) -> Badge {
    Badge::of(&Locale::default(), state)
}

fn newsletter(id: i64, slug: &str, name: &str) -> Newsletter {
    let settings = Settings {
        slug: slug.into(),
        name: name.into(),
        sender_name: name.into(),
        sender: "news@ledger.example".into(),
        contact: "desk@ledger.example".into(),
        ..Settings::default()
    };
    Newsletter {
        id,
        settings,
        pending: 61,
        confirmed: 12_304,
        unsubscribed: 0,
        created_at: days_ago(90),
        closed_at: None,
    }
}

fn newsletters() -> Vec<Newsletter> {
    vec![newsletter(1, "the-morning-tide", "The Morning Tide"), newsletter(2, "slow-water", "Slow Water")]
}

fn topic(id: i64, name: &str) -> Topic {
    Topic { id, slug: name.to_lowercase(), name: name.into() }
}

fn all_topics() -> Vec<Topic> {
    vec![topic(1, "Harbour"), topic(2, "Energy"), topic(3, "Money")]
}

fn subscription(id: i64, state: SubscriptionState) -> Subscription {
    Subscription {
        id,
        subscriber_id: 7,
        newsletter_id: 1,
        state,
        created_at: days_ago(20),
        requested_at: days_ago(20),
        confirmed_at: Some(days_ago(20)),
        unsubscribed_at: None,
        paused_until: Some(days_ago(-11)),
    }
}

pub fn line(address: &str, name: &str, state: SubscriptionState) -> ListedLine {
    let line = Line {
        subscription: 7,
        subscriber: 7,
        newsletter: 1,
        envelope: Some(address.into()),
        name: name.into(),
        state,
        created_at: days_ago(20),
        confirmed_at: None,
        paused_until: None,
    };
    ListedLine { line, suppressed: state == SubscriptionState::Unsubscribed }
}

pub fn delivery(address: &str, state: DeliveryState, reason: Option<DeliveryReason>, reply: &str) -> DeliveryRow {
    DeliveryRow {
        id: 7,
        dispatch: 5,
        kind: DispatchKind::Digest,
        reference: Some(41),
        subject: SUBJECT.into(),
        address: Some(address.into()),
        state,
        attempts: 1,
        due_at: NOW,
        stage: None,
        reply: reply.into(),
        reason,
        updated_at: NOW,
    }
}

fn digest(id: i64, subject: &str, state: DigestState) -> Digest {
    let started = !matches!(state, DigestState::Draft);
    Digest {
        id,
        newsletter_id: 1,
        edition_id: 1,
        slug: "the-morning-tide-2025-10-23".into(),
        subject: subject.into(),
        introduction: String::new(),
        state,
        dispatch_id: started.then_some(5),
        scheduled_at: None,
        approved_at: None,
        started_at: started.then_some(NOW),
        approved_content: None,
        held: String::new(),
        created_at: NOW,
        updated_at: NOW,
    }
}

fn digests_with_counters() -> Vec<(Digest, Counters)> {
    let counters =
        |expected, sent, failed| Counters { expected, expected_final: true, sent, failed, ..Counters::default() };
    vec![
        (digest(42, "The last sailmaker", DigestState::Draft), Counters::default()),
        (digest(41, SUBJECT, DigestState::Sending), counters(12_304, 8_412, 37)),
        (digest(40, "A pool warmed by fish", DigestState::Sent), counters(12_290, 12_251, 39)),
    ]
}

fn article(at: usize) -> Article {
    let heat = [(4.0, 3.9, 1.52), (3.71, 2.88, 1.21), (2.9, 1.75, 0.46)][at];
    let (fresh, views, clicks) = heat;
    Article {
        id: 3,
        slug: "night-ferries".into(),
        title: TITLES[at].into(),
        summary: String::new(),
        image: None,
        source: SOURCES[at].into(),
        feed_id: None,
        guid: String::new(),
        url: None,
        story_id: (at == 1).then_some(1),
        state: if at == 2 { ArticleState::Unpublished } else { ArticleState::Published },
        published_at: days_ago(0),
        updated_at: NOW,
        heat: Heat { fresh, views, clicks },
        rank: 0.0,
        views: 0,
        clicks: 0,
        topics: vec![topic(1, "Harbour")],
    }
}

fn enquiry(state: EnquiryState) -> Enquiry {
    Enquiry {
        id: 7,
        newsletter_id: 1,
        name: "Ann".into(),
        address: "ann@example.org".into(),
        envelope: "ann@example.org".into(),
        subject: "The timetable".into(),
        message: "Good morning,\n\nwill the last boat wait for the late train on Sundays?".into(),
        state,
        created_at: NOW,
        answered_at: None,
    }
}

fn user() -> User {
    User {
        id: 1,
        address: "marit@ledger.example".into(),
        name: "Marit".into(),
        role: Role::Admin,
        has_password: true,
        created_at: days_ago(22),
        disabled_at: None,
    }
}

fn key() -> ApiKey {
    ApiKey {
        id: 1,
        name: "Newsroom".into(),
        role: Role::Editor,
        created_at: days_ago(22),
        last_used_at: None,
        revoked_at: None,
    }
}

/// Every list with its name.
pub fn lists() -> Vec<(&'static str, ListPage)> {
    let (none, new) = (Submitted::default(), form::Entry::default());
    let older = |page: ListPage| {
        let older = Some("?before=7".to_owned());
        ListPage { pager: Pager { newer: None, older }, ..page }
    };
    let people = [
        line("ann@example.org", "Ann", SubscriptionState::Confirmed),
        line("olav@north.example", "", SubscriptionState::Pending),
        line("post@cannery.example", "Cannery", SubscriptionState::Unsubscribed),
    ];
    let rows = [
        delivery(
            "olav@north.example",
            DeliveryState::Failed,
            Some(DeliveryReason::NoSuchMailbox),
            "550 5.1.1 <olav@north.example>: No such user here",
        ),
        delivery(
            "post@cannery.example",
            DeliveryState::Deferred,
            Some(DeliveryReason::Deferred),
            "452 4.2.2 Mailbox full, try again later",
        ),
        delivery("ann@example.org", DeliveryState::Sent, None, "250 2.0.0 Ok: queued as 4WbT1x"),
    ];
    let pair = newsletters();
    let digests_shown: Vec<Digest> = digests_with_counters().into_iter().map(|(digest, _)| digest).collect();
    vec![
        ("subscribers", older(subscribers::list_page(frame("/admin/subscribers"), &people, &pair, &none, &new))),
        (
            "articles",
            older(articles::list_page(
                frame("/admin/articles"),
                &[0, 1, 2].map(article),
                &[topic(1, "Harbour")],
                &none,
            )),
        ),
        ("digests", older(digests::list_page(frame("/admin/digests"), &digests_with_counters(), &pair, &new))),
        ("deliveries", older(deliveries::list_page(frame("/admin/deliveries"), &rows, &digests_shown, &none))),
        ("feeds", feed_list()),
        ("topics", topic_list()),
        ("imports", import_list()),
        ("newsletters", newsletters::list_page(frame("/admin/newsletters"), &pair[..1], &[(1, days_ago(1))])),
        (
            "enquiries",
            enquiries::list_page(frame("/admin/enquiries"), &[enquiry(EnquiryState::Answered)], &[7], &pair, &none),
        ),
        ("outbox", outbox::list_page(frame("/admin/outbox"), &[captured()], "")),
        ("suppressions", suppressions::list_page(frame("/admin/suppressions"), &[suppression()], &none, &new)),
        ("users", users::list_page(frame("/admin/users"), &[user()], &new)),
        ("keys", api_keys::list_page(frame("/admin/api-keys"), &[key()], &new)),
        ("audit", audit_log::list_page(frame("/admin/audit"), (&[entry()], &Names::new()), &[user()], &[key()], &none)),
        ("audit_empty", audit_log::list_page(frame("/admin/audit"), (&[], &Names::new()), &[], &[], &none)),
    ]
}

fn feed_list() -> ListPage {
    let feed = Feed {
        id: 2,
        url: "https://quayside.example/feed.xml".into(),
        title: "Quayside Wire".into(),
        etag: None,
        last_modified: None,
        fetched_at: Some(NOW.plus(-14 * MINUTE)),
        next_at: NOW.plus(16 * MINUTE),
        failures: 1,
        last_error: Some(FeedFailure::Fetch(FetchError::Status { code: 404, retry_after: None })),
        stopped: false,
        created_at: days_ago(30),
    };
    let listed = ListedFeed { feed, topics: vec![topic(1, "Harbour")], articles: 212 };
    let new = form::Entry::wrong(Submitted::from([("url", "ftp://x")]), "url", "This is no web address.");
    feeds::list_page(frame("/admin/feeds"), &[listed], &all_topics(), &new)
}

fn import_list() -> ListPage {
    let import = |id, file: &str, tool, stored, undone: bool| Imported {
        id,
        newsletter_id: 1,
        file: file.into(),
        tool,
        stored,
        refused: 3,
        started_at: days_ago(id),
        finished_at: Some(days_ago(id)),
        undo_asked_at: undone.then_some(NOW),
        undone_at: undone.then_some(NOW),
        removed: if undone { 311 } else { 0 },
    };
    let stored = Stored { confirmed: 12_100, unsubscribed: 480, kept: 12, suppressed: 44, ..Stored::default() };
    let imports = [
        import(2, "subscribed_email_audience_export_4711.csv", Tool::Mailchimp, stored, false),
        import(1, "members.csv", Tool::Ghost, Stored { confirmed: 311, ..Stored::default() }, true),
    ];
    imports::list_page(frame("/admin/subscribers"), &imports, &newsletters())
}

fn topic_list() -> ListPage {
    let used = |articles, feeds, newsletters| Used { articles, feeds, newsletters };
    topics::list_page(
        frame("/admin/topics"),
        &[(topic(1, "Harbour"), used(212, 1, 1)), (topic(4, "Fog"), used(0, 0, 0))],
    )
}

fn captured() -> CapturedMail {
    CapturedMail { id: 9, delivery: 9, at: NOW, recipient: "ann@example.org".into(), subject: "Confirm".into() }
}

fn suppression() -> Suppression {
    Suppression {
        key: vec![7; 32],
        reason: SuppressionReason::HardBounce,
        detail: "550 5.1.1".into(),
        address: Some("olav@north.example".into()),
        at: NOW,
    }
}

fn entry() -> Entry {
    Entry {
        id: 1,
        at: NOW,
        actor: "user".into(),
        actor_id: Some(1),
        action: "digest.send".into(),
        subject: "digest".into(),
        subject_id: Some(41),
        detail: SUBJECT.into(),
    }
}

/// Removes the names of time zones, because there are hundreds of them.
fn without_zones(mut page: FormPage) -> FormPage {
    for input in page.form.inputs.iter_mut().filter(|input| input.name == "time_zone") {
        input.options.truncate(1);
    }
    page
}

/// The form of a newsletter with an error.
pub fn newsletter_form(name: &str, field: &str, wrong: &str) -> FormPage {
    let values = Submitted::from([
        ("name", name),
        ("slug", "morning-tide"),
        ("sender_name", "The Morning Tide"),
        ("sender", "news"),
        ("contact", "desk@ledger.example"),
        ("postal_address", "The Harbour Ledger\n4 Rope Lane\nSilver Harbour"),
        ("time_zone", "UTC"),
        ("article_count", "10"),
        ("window_days", "7"),
        ("most_per_topic", "0"),
        ("most_per_source", "0"),
        ("headline_link", "canonical"),
        ("greeting", "yes"),
        ("number_articles", "yes"),
        ("schedule", "mon-fri 07:00"),
        ("least_articles", "3"),
        ("lead_minutes", "60"),
        ("topics", "Harbour"),
    ]);
    without_zones(newsletters::newsletter_page(
        frame("/admin/newsletters"),
        Some(1),
        &all_topics(),
        &form::Entry::wrong(values, field, wrong),
    ))
}

/// Every form with its name.
pub fn forms() -> Vec<(&'static str, FormPage)> {
    let site = Submitted::from([
        ("site_name", "The Harbour Ledger"),
        ("tagline", "News from the quay"),
        ("time_zone", "Europe/Berlin"),
        ("privacy", "We keep your address."),
    ]);
    let first = Submitted::from([("site_name", "Tidings"), ("time_zone", "UTC")]);
    vec![
        ("newsletter", newsletter_form("The Morning Tide", "sender", "This is no complete address.")),
        ("first_run", without_zones(first_run::first_page(frame("/admin"), &form::Entry::of(first)))),
        ("revoke", api_keys::revoke_page(frame("/admin/api-keys"), &key())),
        (
            "import",
            imports::form_page(
                frame("/admin/subscribers"),
                &newsletters(),
                &form::Entry::wrong(Submitted::default(), "file", "“Patron Status” may say who has unsubscribed."),
            ),
        ),
        ("erase", subscriber::erase_page(frame("/admin/subscribers"), "ann@example.org", 7)),
        ("article_form", article_form()),
        ("settings", without_zones(settings::settings_page(frame("/admin/settings"), &form::Entry::of(site)))),
    ]
}

fn article_form() -> FormPage {
    let frame = frame("/admin/articles");
    let form = Form::to(&frame.locale, "/admin/articles/3")
        .field(InputKind::Line, "title", "admin-title")
        .value("Night ferries return")
        .required()
        .field(InputKind::LongText, "body_markdown", "admin-body")
        .value("The first boat leaves at ten past eight.")
        .button("admin-article-save");
    let others = vec![(frame.t("admin-preview"), "/admin/articles/preview#preview".into())];
    FormPage {
        back: Some(Link::new(frame.t("admin-nav-articles"), "/admin/articles")),
        buttons: vec![Button::to("/admin/articles/3/unpublish", "Unpublish").danger("Take this article down?")],
        ..FormPage::new(frame, "Night ferries return", Form { others, ..form })
    }
}

fn door() -> Door {
    Door { locale: Locale::default(), site_name: "The Harbour Ledger".into() }
}

pub fn sign_in(email: &str, problem: &str) -> SignInPage {
    SignInPage { csrf: "c5rf".into(), ..SignInPage::new(door(), email, "/admin", Some(problem.into())) }
}

pub fn sign_in_link() -> SignInPage {
    SignInPage { csrf: "c5rf".into(), ..SignInPage::link(door(), "/admin/sign-in/a1b2c3", &user(), None) }
}

pub fn shown_once() -> ShownOncePage {
    api_keys::key_page(frame("/admin/api-keys"), "Newsroom", "tid_0000000000000000".into())
}

fn progress() -> Progress {
    let counters = Counters {
        expected: 12_304,
        expected_final: true,
        sent: 8_412,
        failed: 37,
        skipped: 12,
        cancelled: 0,
        unknown: 3,
    };
    Progress { counters, waiting: 0 }
}

pub fn dashboard() -> DashboardPage {
    let l = Locale::default();
    let stat = |label: &str, value: i64, note: &str, url: &str| Stat {
        label: label.into(),
        value: l.number(value),
        note: note.into(),
        url: url.into(),
    };
    let sent = [11_310, 11_420, 11_544, 11_602, 11_790, 11_818, 11_905, 12_035, 12_141, 12_247, 12_266, 8_412];
    let days: Vec<_> = sent.into_iter().enumerate().map(|(at, n)| (format!("Oct {}", at + 12), n)).collect();
    let failure = |recipient: &str, reason: &str, when: &str| Failure {
        recipient: recipient.into(),
        reason: reason.into(),
        more: "and 7 more with the same answer".into(),
        when: when.into(),
        url: "/admin/subscribers/7".into(),
    };
    let scores = ["9.42", "7.80", "5.11", "4.06", "2.95"];
    DashboardPage {
        frame: frame("/admin"),
        notices: vec![Notice {
            text: "Slow Water has no postal address, so nothing can be sent.".into(),
            link: Link::new("Add it", "/admin/newsletters/2"),
        }],
        steps: Vec::new(),
        stats: vec![
            stat("Confirmed readers", 12_304, "384 more than a week ago", "/admin/subscribers"),
            stat("Waiting to confirm", 61, "", "/admin/subscribers?state=pending"),
            stat("Articles this week", 84, "from 3 sources", "/admin/articles"),
            stat("Views today", 5_127, "without robots", ""),
            stat("Mails today", 8_473, "37 failed", "/admin/deliveries"),
        ],
        sending: vec![(Link::new(SUBJECT, "/admin/digests/41"), badge("sending"), progress())],
        prepared: vec![(
            Link::new("The last sailmaker", "/admin/digests/42"),
            badge("draft"),
            "Oct 23, 2025, 07:04 UTC".into(),
        )],
        sent: Drawing::bars(&Locale::default(), "Mails of the last twelve digests".into(), &days),
        trending: TITLES
            .iter()
            .zip(scores)
            .map(|(title, score)| (Link::new(*title, "/admin/articles/3"), score.into()))
            .collect(),
        failures: vec![
            failure("olav@north.example", "550 5.1.1 No such user here", "07:04"),
            failure("post@cannery.example", "552 5.2.2 Mailbox full", "07:02"),
        ],
    }
}

pub fn preview(kind: PreviewKind) -> Preview {
    let text = "The Morning Tide\n\nDear Ann,\n\nThe islands get their evenings back.";
    Preview::new(&Locale::default(), kind, "/admin/digests/41", "/admin/digests/41/html", text.into(), false)
}

fn pick(at: usize, title: &str) -> Pick {
    let date = ["October 23, 2025", "October 23, 2025", "October 22, 2025", "October 22, 2025", "October 21, 2025"][at];
    let used = "sent Oct 22, 2025, 07:00 CEST in “The pool is warm”";
    Pick {
        id: at.to_string(),
        title: title.into(),
        url: "/admin/articles/3".into(),
        note: format!("{}, {date}", SOURCES[at]),
        used: if at == 3 { used.into() } else { String::new() },
        pinned: at == 0,
    }
}

pub fn digest_editor() -> DigestEditorPage {
    let introduction = "Good morning. The islands get their evenings back, and the pool gets the fish market’s heat.";
    let values = Submitted::from([("subject", SUBJECT), ("introduction", introduction)]);
    let candidates = [
        Choice { chosen: true, ..Choice::new("", "Wind park votes to share its profits") },
        Choice::new("bakers-agree-on-one-night", "Bakers agree on one night"),
    ];
    DigestEditorPage {
        frame: frame("/admin/digests"),
        back: Link::new("Digests", "/admin/digests"),
        title: SUBJECT.into(),
        state: badge("draft"),
        newsletter: "The Morning Tide".into(),
        audience: "12,304 readers would get it now".into(),
        problems: Vec::new(),
        can_edit: true,
        hint: String::new(),
        url: "/admin/digests/41".into(),
        seen: "1761177600000".into(),
        unsaved: false,
        theirs: None,
        inputs: words(&Locale::default()).fill(&values).inputs,
        picks: TITLES.iter().enumerate().map(|(at, title)| pick(at, title)).collect(),
        no_picks: String::new(),
        dropped: Vec::new(),
        find: String::new(),
        candidates: candidates.to_vec(),
        preview: preview(PreviewKind::Phone).of_form("edit"),
        test_email: Input { value: "marit@ledger.example".into(), ..Input::default() },
        buttons: vec![
            Button::to("/admin/digests/41/send", "Send now").main(),
            Button::to("/admin/digests/41/draft", "Back to draft"),
            Button::to("/admin/digests/41/cancel", "Discard").danger("Discard this draft?"),
        ],
        can_schedule: true,
        schedule_at: Input { value: "2025-10-24T07:00".into(), ..Input::default() },
        zone: "Europe/Oslo".into(),
    }
}

pub fn digest_progress() -> DigestProgressPage {
    let reason = |state: DeliveryState, reason: DeliveryReason, count| Reason {
        state,
        reason: Some(reason),
        count,
        reply: if state == DeliveryState::Failed { "550 5.1.1 No such user here".into() } else { String::new() },
    };
    let reasons = [
        reason(DeliveryState::Failed, DeliveryReason::NoSuchMailbox, 31),
        reason(DeliveryState::Failed, DeliveryReason::TooOld, 6),
        reason(DeliveryState::Skipped, DeliveryReason::Unsubscribed, 12),
        reason(DeliveryState::Unknown, DeliveryReason::InDoubt, 3),
    ];
    let sent = [0, 610, 1290, 1940, 2660, 3300, 4010, 4720, 5350, 6100, 6720, 7480, 8412];
    let points: Vec<_> = sent.into_iter().enumerate().map(|(at, sent)| (format!("07:{at:02}"), sent)).collect();
    let frame = frame("/admin/digests");
    DigestProgressPage {
        back: Link::new("Digests", "/admin/digests"),
        title: SUBJECT.into(),
        state: badge("sending"),
        newsletter: "The Morning Tide".into(),
        live: true,
        notices: Vec::new(),
        progress: progress(),
        pace: "702 a minute, about 6 minutes to go".into(),
        chart: Drawing::line(&Locale::default(), "8,412 mails sent in 12 minutes".into(), &points),
        reasons: reason_table(&frame, &reasons, "/admin/deliveries?digest=41"),
        buttons: vec![
            Button::to("/admin/digests/41/pause", "Pause"),
            Button::to("/admin/digests/41/cancel", "Cancel").danger("Send no more of this digest?"),
        ],
        links: vec![Link::new("Deliveries", "/admin/deliveries?digest=41")],
        preview: preview(PreviewKind::Text),
        frame,
    }
}

pub fn subscriber_page() -> SubscriberPage {
    let consent = |at: Timestamp, action: ConsentAction| Consent {
        newsletter_id: None,
        action,
        wording: "By subscribing you agree to receive this newsletter by email.".into(),
        at,
        client: String::new(),
        source: "form".into(),
    };
    let history = History {
        subscriber: Subscriber {
            id: 7,
            address: Some("ann@example.org".into()),
            envelope: Some("ann@example.org".into()),
            name: "Ann".into(),
            language: "en".into(),
            time_zone: "UTC".into(),
            created_at: days_ago(20),
            erased_at: None,
        },
        subscriptions: vec![subscription(7, SubscriptionState::Confirmed)],
        consents: vec![
            consent(days_ago(20).plus(HOUR), ConsentAction::Confirmed),
            consent(days_ago(20), ConsentAction::Requested),
        ],
        deliveries: vec![delivery("ann@example.org", DeliveryState::Sent, None, "250 2.0.0 Ok: queued as 4WbT1x")],
        suppression: Some(suppression()),
        enquiries: vec![enquiry(EnquiryState::Open)],
        newsletters: newsletters(),
    };
    SubscriberPage::new(frame("/admin/subscribers"), &history)
}

pub fn enquiry_page() -> EnquiryPage {
    let mail = |address: &str, state, reason, reply: &str| DeliveryRow {
        kind: DispatchKind::Enquiry,
        reference: None,
        ..delivery(address, state, reason, reply)
    };
    let answer = Answer { author: "user 1".into(), body: "It will wait for ten minutes.".into(), at: NOW };
    let failed =
        mail("ann@example.org", DeliveryState::Failed, Some(DeliveryReason::NoSuchMailbox), "550 5.1.1 User unknown");
    let thread = Thread {
        enquiry: enquiry(EnquiryState::Open),
        answers: vec![answer],
        mails: Mails {
            enquiry: Some(mail("desk@ledger.example", DeliveryState::Sent, None, "250 2.0.0 Ok")),
            answers: vec![Some(failed)],
        },
        newsletter: newsletters().into_iter().next(),
        users: vec![user()],
    };
    EnquiryPage::new(frame("/admin/enquiries"), &thread, &form::Entry::default())
}

pub fn outbox_mail() -> OutboxMailPage {
    let text = "From: The Morning Tide <news@ledger.example>\nSubject: Boats";
    let (l, kind) = (Locale::default(), PreviewKind::Headers);
    OutboxMailPage {
        frame: frame("/admin/outbox"),
        back: Link::new("Outbox", "/admin/outbox"),
        subject: SUBJECT.into(),
        facts: vec![("To".into(), "ann@example.org".into())],
        preview: Preview::new(&l, kind, "/admin/outbox/9", "/admin/outbox/9/html", text.into(), true),
        links: vec![Link::new("https://ledger.example/confirm/a1b2c3", "https://ledger.example/confirm/a1b2c3")],
    }
}

pub fn trial() -> TrialPage {
    let frame = frame("/admin");
    TrialPage {
        newsletter: Link::new("The Morning Tide", "/admin/newsletters/1"),
        address: "marit@ledger.example".into(),
        outbox: Some(Link::new(frame.t("admin-nav-outbox"), "/admin/outbox")),
        outcome: Some(MailStatus {
            state: badge("deferred"),
            reply: "451 4.7.1 Greylisted, try again in five minutes".into(),
            ..MailStatus::default()
        }),
        trouble: None,
        under_way: true,
        buttons: vec![Button::to("/admin/first-run/test", frame.t("admin-first-run-test")).main()],
        next: vec![Link::new(frame.t("admin-nav-dashboard"), "/admin")],
        frame,
    }
}

pub fn account() -> AccountPage {
    let session = |id: i64, agent: &str| Session {
        id,
        created_at: days_ago(3),
        last_seen_at: NOW,
        client: "192.0.2.7".into(),
        agent: agent.into(),
    };
    let sessions = [
        session(3, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"),
        session(4, "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile Safari/604.1"),
    ];
    let wrong = form::Entry::wrong(Submitted::default(), "password", "This is not your password.");
    AccountPage::new(frame("/admin/account"), &user(), &sessions, &wrong)
}
