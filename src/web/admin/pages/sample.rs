//! The desk of the sample newsroom: sample values of every administration page, for tests and for looking at.
use super::{
    AccountPage, AdminFrame, AskedRow, Badge, Button, ConsentRow, DashboardPage, DeliveryRow, DigestEditorPage,
    DigestProgressPage, DispatchRow, Door, Drawing, EnquiryPage, Failure, History, Holder, Mailed, Notice,
    OutboxMailPage, Pick, PreparedRow, Preview, PreviewKind, Progress, Reason, SessionRow, SignInPage, Stat,
    SubscriberPage, SubscriptionRow, Written,
};
use crate::actor::Role;
use crate::locale::Locale;
use crate::web::public::pages::{Card, Choice, Field, Link};

impl AdminFrame {
    #[must_use]
    pub fn sample(section: &str) -> Self {
        let frame = Self::new(Locale::default(), "The Harbour Ledger", "marit@ledger.example", section, "c5rf");
        Self { role: Role::Admin, open_enquiries: 2, has_outbox: true, ..frame }
    }
}

pub(super) fn choices(labels: &[&str]) -> Vec<Choice> {
    let choice = |(at, label): (usize, &&str)| Choice {
        value: if at == 0 { String::new() } else { label.to_lowercase().replace(' ', "-") },
        label: (*label).into(),
        chosen: at == 0,
    };
    labels.iter().enumerate().map(choice).collect()
}

fn link(name: &str, url: &str) -> Link {
    Link { name: name.into(), url: url.into() }
}

impl Progress {
    #[must_use]
    pub fn sample() -> Self {
        Self {
            expected: 12_304,
            expected_final: true,
            sent: 8_412,
            failed: 37,
            skipped: 12,
            cancelled: 0,
            unknown: 3,
            to_go: 3_840,
            waiting: 0,
        }
    }
}

fn sent_over_time() -> Vec<(String, i64)> {
    [0, 610, 1290, 1940, 2660, 3300, 4010, 4720, 5350, 6100, 6720, 7480, 8412]
        .into_iter()
        .enumerate()
        .map(|(minute, sent)| (format!("07:{minute:02}"), sent))
        .collect()
}

impl Holder<'_> {
    #[must_use]
    pub fn sample() -> Self {
        Self { address: "marit@ledger.example", has_password: true }
    }
}

impl SignInPage {
    #[must_use]
    pub fn sample() -> Self {
        let door = Door::new(Locale::default(), "The Harbour Ledger");
        let problem = "Address and password do not fit together.";
        Self::new(door, "c5rf", "marit@ledger.example", "/admin", Some(problem.into()))
    }

    #[must_use]
    pub fn sample_link() -> Self {
        let door = Door::new(Locale::default(), "The Harbour Ledger");
        Self { csrf: "c5rf".into(), ..Self::link(door, "/admin/sign-in/a1b2c3", Holder::sample(), None) }
    }
}

impl DashboardPage {
    #[must_use]
    pub fn sample() -> Self {
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
        Self {
            frame: AdminFrame::sample("/admin"),
            notices: vec![Notice {
                text: "Slow Water has no postal address, so nothing can be sent.".into(),
                link: link("Add it", "/admin/newsletters/2"),
            }],
            stats: vec![
                stat("Confirmed readers", 12_304, "384 more than a week ago", "/admin/subscribers"),
                stat("Waiting to confirm", 61, "", "/admin/subscribers?state=pending"),
                stat("Articles this week", 84, "from 3 sources", "/admin/articles"),
                stat("Views today", 5_127, "without robots", ""),
                stat("Mails today", 8_473, "37 failed", "/admin/deliveries"),
            ],
            dispatches: vec![DispatchRow {
                name: "Boats until one in the morning".into(),
                url: "/admin/digests/41".into(),
                state: Badge::of(&l, "sending"),
                progress: Progress::sample(),
            }],
            prepared: vec![PreparedRow {
                name: "The last sailmaker".into(),
                url: "/admin/digests/42".into(),
                state: Badge::of(&l, "draft"),
                when: "Oct 23, 2025, 07:04 UTC".into(),
            }],
            sent: Drawing::bars("Mails of the last twelve digests".into(), &days),
            trending: Card::samples()
                .into_iter()
                .zip(scores)
                .map(|(card, score)| (link(&card.title, "/admin/articles/3"), score.to_owned()))
                .collect(),
            failures: vec![
                failure("olav@north.example", "550 5.1.1 No such user here", "07:04"),
                failure("post@cannery.example", "552 5.2.2 Mailbox full", "07:02"),
            ],
        }
    }
}

impl Preview {
    #[must_use]
    pub fn sample(kind: PreviewKind) -> Self {
        let text = "The Morning Tide\n\nDear Ann,\n\nThe islands get their evenings back.";
        let page = "/admin/digests/41";
        Self::new(&Locale::default(), kind, page, "/admin/digests/41/html", text.into(), false)
    }
}

impl DigestEditorPage {
    #[must_use]
    pub fn sample() -> Self {
        let l = Locale::default();
        let frame = AdminFrame::sample("/admin/digests");
        let pick = |(at, card): (usize, Card)| Pick {
            id: at.to_string(),
            title: card.title,
            url: "/admin/articles/3".into(),
            note: format!("{}, {}", card.source, card.date.shown),
            used: if at == 3 {
                "sent Oct 22, 2025, 07:00 CEST in “The pool is warm”".into()
            } else {
                String::new()
            },
            pinned: at == 0,
        };
        let words = "Good morning. The islands get their evenings back, and the pool gets the fish market’s heat.";
        let inputs = Self::words(&frame, Field::of("Boats until one in the morning"), Field::of(words));
        Self {
            back: link("Digests", "/admin/digests"),
            title: "Boats until one in the morning".into(),
            state: Badge::of(&l, "draft"),
            newsletter: "The Morning Tide".into(),
            audience: "12,304 readers would get it now".into(),
            problems: Vec::new(),
            can_edit: true,
            hint: String::new(),
            save_url: "/admin/digests/41".into(),
            seen: "1761177600000".into(),
            unsaved: false,
            theirs: None,
            inputs,
            picks_url: "/admin/digests/41/articles".into(),
            picks: Card::samples().into_iter().take(5).enumerate().map(pick).collect(),
            no_picks: String::new(),
            dropped: Vec::new(),
            fill_url: "/admin/digests/41/fill".into(),
            find_url: "/admin/digests/41?to=add".into(),
            find: String::new(),
            candidates: choices(&["Wind park votes to share its profits", "Bakers agree on one night"]),
            preview: Preview::sample(PreviewKind::Phone).of_form("edit"),
            test_url: "/admin/digests/41/test".into(),
            test_email: Field::of("marit@ledger.example"),
            buttons: vec![
                Button::to("/admin/digests/41/send", "Send now").main(),
                Button::to("/admin/digests/41/draft", "Back to draft"),
                Button::to("/admin/digests/41/cancel", "Discard").danger("Discard this draft?"),
            ],
            schedule_url: "/admin/digests/41/schedule".into(),
            schedule_at: Field::of("2025-10-24T07:00"),
            zone: "Europe/Oslo".into(),
            frame,
        }
    }
}

impl DigestProgressPage {
    #[must_use]
    pub fn sample() -> Self {
        let l = Locale::default();
        let reason = |state: &str, reason: &str, count| Reason {
            state: state.into(),
            reason: reason.into(),
            count,
            reply: if state == "failed" { "550 5.1.1 No such user here".into() } else { String::new() },
            url: "/admin/deliveries?digest=41&state=failed".into(),
        };
        Self {
            frame: AdminFrame::sample("/admin/digests"),
            back: link("Digests", "/admin/digests"),
            title: "Boats until one in the morning".into(),
            state: Badge::of(&l, "sending"),
            newsletter: "The Morning Tide".into(),
            live: true,
            notices: Vec::new(),
            progress: Progress::sample(),
            pace: "702 a minute, about 6 minutes to go".into(),
            chart: Drawing::line("8,412 mails sent in 12 minutes".into(), &sent_over_time()),
            reasons: Self::reasons(
                &l,
                vec![
                    reason("failed", "Mailbox does not exist", 31),
                    reason("failed", "Mailbox is full", 6),
                    reason("skipped", "Unsubscribed meanwhile", 12),
                    reason("unknown", "Connection lost after the mail was handed over", 3),
                ],
            ),
            buttons: vec![
                Button::to("/admin/digests/41/pause", "Pause"),
                Button::to("/admin/digests/41/cancel", "Cancel").danger("Send no more of this digest?"),
            ],
            links: vec![link("Deliveries", "/admin/deliveries?digest=41")],
            preview: Preview::sample(PreviewKind::Text),
        }
    }
}

impl SubscriberPage {
    #[must_use]
    pub fn sample() -> Self {
        let fact = |label: &str, content: &str| (label.to_owned(), content.to_owned());
        let consent = |when: &str, what: &str| ConsentRow {
            when: when.into(),
            what: what.into(),
            wording: "By subscribing you agree to receive this newsletter by email.".into(),
            from: "Form on the front page".into(),
        };
        Self::new(
            AdminFrame::sample("/admin/subscribers"),
            "ann@example.org".into(),
            vec![fact("Name", "Ann"), fact("Language", "English"), fact("Since", "October 3, 2025")],
            Some("The mailbox does not exist".into()),
            History {
                subscriptions: vec![SubscriptionRow {
                    newsletter: "The Morning Tide".into(),
                    state: "paused".into(),
                    until: "until Nov 3, 2025, 00:00 UTC".into(),
                    since: "October 3, 2025".into(),
                    buttons: Vec::new(),
                }],
                consents: vec![
                    consent("Oct 3, 2025, 08:14 UTC", "Confirmed"),
                    consent("Oct 3, 2025, 08:12 UTC", "Asked for"),
                ],
                deliveries: vec![delivery("ann@example.org", "sent", "", "250 2.0.0 Ok: queued as 4WbT1x")],
                enquiries: vec![AskedRow {
                    subject: "The timetable".into(),
                    url: "/admin/enquiries/7".into(),
                    state: "open".into(),
                    when: ("Oct 23, 07:04".into(), "Oct 23, 2025, 07:04 UTC".into()),
                }],
            },
            vec![Button::to("/admin/subscribers/7/erase", "Erase").danger("Erase all data of this person for good?")],
        )
    }
}

pub(super) fn delivery(recipient: &str, state: &str, reason: &str, reply: &str) -> DeliveryRow {
    DeliveryRow {
        recipient: recipient.into(),
        subject: "Boats until one in the morning".into(),
        state: state.into(),
        reason: reason.into(),
        reply: reply.into(),
        attempts: 1,
        when: ("Oct 23, 07:04".into(), "Oct 23, 2025, 07:04 UTC".into()),
        url: "/admin/deliveries/7".into(),
        of: ("Digest".into(), Some("/admin/digests/41".into())),
    }
}

impl EnquiryPage {
    #[must_use]
    pub fn sample() -> Self {
        let frame = AdminFrame::sample("/admin/enquiries");
        Self {
            back: link("Enquiries", "/admin/enquiries"),
            subject: "The timetable".into(),
            state: Badge::of(&frame.locale, "open"),
            facts: vec![("From".into(), "Ann <ann@example.org>".into())],
            message: "Good morning,\n\nwill the last boat wait for the late train on Sundays?".into(),
            mailed: Some(Mailed {
                to: "desk@ledger.example".into(),
                state: Badge::of(&frame.locale, "sent"),
                reply: "250 2.0.0 Ok".into(),
                url: Some("/admin/deliveries/8".into()),
                ..Mailed::default()
            }),
            answers: vec![Written {
                who: "marit@ledger.example, October 23, 2025".into(),
                words: "It will wait for ten minutes.".into(),
                mailed: Some(Mailed {
                    to: "ann@example.org".into(),
                    state: Badge::of(&frame.locale, "failed"),
                    reason: "the mailbox does not exist".into(),
                    reply: "550 5.1.1 User unknown".into(),
                    url: Some("/admin/deliveries/9".into()),
                }),
            }],
            url: "/admin/enquiries/7/answer".into(),
            inputs: Self::answer_inputs(&frame, Field::default()),
            buttons: vec![Button::to("/admin/enquiries/7/close", frame.t("admin-enquiry-close"))],
            frame,
        }
    }
}

impl OutboxMailPage {
    #[must_use]
    pub fn sample() -> Self {
        let preview = Preview::new(
            &Locale::default(),
            PreviewKind::Headers,
            "/admin/outbox/9",
            "/admin/outbox/9/html",
            "From: The Morning Tide <news@ledger.example>\nSubject: Boats".into(),
            true,
        );
        Self {
            frame: AdminFrame::sample("/admin/outbox"),
            back: link("Outbox", "/admin/outbox"),
            subject: "Boats until one in the morning".into(),
            facts: vec![("To".into(), "ann@example.org".into())],
            preview,
            links: vec![link("https://ledger.example/confirm/a1b2c3", "https://ledger.example/confirm/a1b2c3")],
        }
    }
}

impl AccountPage {
    #[must_use]
    pub fn sample() -> Self {
        let session = |browser: &str, current| SessionRow {
            browser: browser.into(),
            agent: "Mozilla/5.0".into(),
            client: "192.0.2.7".into(),
            started: "October 20, 2025".into(),
            last_seen: "Oct 23, 2025, 07:04 UTC".into(),
            current,
            buttons: vec![Button::to("/admin/account/sessions/3/end", "Sign out").about(browser)],
        };
        let sessions = vec![session("Firefox on Linux", true), session("Safari on iPhone", false)];
        Self::new(
            AdminFrame::sample("/admin/account"),
            Holder::sample(),
            sessions,
            Some("This is not your password.".into()),
            None,
        )
    }
}
