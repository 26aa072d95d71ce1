//! Exports of other programs: who left there gets no mail here.

use std::io::Cursor;

use tidings::clock::{Clock, Timestamp};
use tidings::delivery::{self, SuppressionReason};
use tidings::email_address::EmailAddress;
use tidings::subscriber::audience::{self, Audience};
use tidings::subscriber::import::{self, HeaderError, Import, ImportError, Reading, RefusalKind, Report, Stored, Tool};
use tidings::subscriber::{self, Consent, ConsentAction, Subscription};

use super::{Confirmed, Office, Pending, Unsubscribed};

impl Office {
    async fn import_with(&self, reading: Reading, is_trial: bool, file: &str) -> Result<Report, ImportError> {
        let import = Import { reading, is_trial, ..self.plan(Confirmed).await };
        import::run(&self.db, &Clock::System, import, Cursor::new(file.to_owned()), |_| ()).await
    }

    pub async fn suppressed(&self, address: &'static str) -> Option<SuppressionReason> {
        let address = EmailAddress::parse(address).unwrap();
        let suppression = self.read(move |conn| delivery::suppression::of_address(conn, &address)).await;
        suppression.map(|suppression| suppression.reason)
    }

    async fn reader(&self, address: &'static str) -> (Subscription, Vec<Consent>) {
        let find = move |conn: &mut tidings::db::Conn| {
            let person = subscriber::by_address(conn, address)?.unwrap();
            let mut subscriptions = subscriber::subscriptions_of(conn, person.id)?;
            Ok((subscriptions.remove(0), subscriber::consents_of(conn, person.id)?))
        };
        self.read(find).await
    }

    /// How many readers get the next digest.
    pub async fn due(&self) -> i64 {
        let audience = Audience::due(self.newsletter, Clock::System.now());
        self.read(move |conn| audience::count(conn, &audience)).await.mailed
    }
}

/// Everybody in these files came in as confirmed, and got the next digest.
#[tokio::test]
async fn only_who_still_subscribes_elsewhere_is_due() {
    let mailchimp = "Email Address,First Name,MEMBER_RATING,OPTIN_TIME";
    for (tool, file) in [
        (
            Tool::Listmonk,
            "uuid,email,name,attributes,status,created_at,updated_at\n1,a@x.example,Ann,{},enabled,2023-05-08 10:11:12.1 +0000 UTC,\n2,b@x.example,B,{},disabled,,\n3,c@x.example,C,{},blocklisted,,\n".to_owned(),
        ),
        (
            Tool::Substack,
            "email,active_subscription,expiry,email_disabled,created_at\na@x.example,false,,false,2024-01-01T00:00:00.000Z\nb@x.example,true,,true,\n".to_owned(),
        ),
        (
            Tool::Ghost,
            "id,email,name,note,subscribed_to_emails,complimentary_plan,stripe_customer_id,created_at,deleted_at,labels,tiers\n1,a@x.example,A,,true,false,,,,,\n2,b@x.example,B,,false,false,,,,,\n".to_owned(),
        ),
        (
            Tool::Buttondown,
            "email_address,notes,metadata,tags,type,creation_date\na@x.example,,{},,regular,\nb@x.example,,{},,unsubscribed,\nc@x.example,,{},,unactivated,\nd@x.example,,{},,spammy,\n".to_owned(),
        ),
        (
            Tool::Keila,
            "Email,First name,Last name,Data,Status\na@x.example,A,,,active\nb@x.example,B,,,unsubscribed\nc@x.example,C,,,unreachable\n".to_owned(),
        ),
        (
            Tool::Beehiiv,
            "Email,Status,Created At,Subscription Tier\na@x.example,Active,2025-10-10 10:10:10,free\nb@x.example,Inactive,,free\nc@x.example,pending,,free\n".to_owned(),
        ),
        (Tool::Mailchimp, format!("{mailchimp}\na@x.example,A,2,2018-06-12 07:53:28\n")),
    ] {
        let office = Office::open().await;
        let report = office.import_with(Reading::default(), false, &file).await.unwrap();
        assert_eq!((report.tool, report.refused, office.due().await), (tool, 0, 1), "{tool}: {report:?}");
        assert_eq!(usize::try_from(report.stored.added()), Ok(file.lines().count() - 1), "{tool}");
    }
    for (columns, reason) in
        [("UNSUB_TIME,UNSUB_REASON", None), ("CLEAN_TIME,CLEAN_CAMPAIGN_ID", Some(SuppressionReason::HardBounce))]
    {
        let office = Office::open().await;
        let file = format!("{mailchimp},{columns}\na@x.example,A,2,2018-06-12 07:53:28,2019-01-01 00:00:00,x\n");
        let report = office.import_with(Reading::default(), false, &file).await.unwrap();
        assert_eq!((report.tool, report.stored.unsubscribed, office.due().await), (Tool::Mailchimp, 1, 0), "{columns}");
        assert_eq!(office.suppressed("a@x.example").await, reason, "{columns}");
    }
}

#[tokio::test]
async fn the_ledger_says_when_and_from_where_a_reader_agreed_and_left() {
    let office = Office::open().await;
    let file = "Email Address,First Name,Last Name,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LEID,EUID\nann@example.org,Ann,Lee,2018-06-12 07:53:28,192.0.2.7,2018-06-12 08:00:00,192.0.2.8,1,2\n";
    office.import_with(Reading::default(), false, file).await.unwrap();
    let left =
        "Email Address,OPTIN_TIME,UNSUB_TIME,LEID,EUID\nben@example.org,2018-06-12 07:53:28,2019-01-01 00:00:00,1,2\n";
    office.import_with(Reading::default(), false, left).await.unwrap();

    let time = |text: &str| text.parse::<Timestamp>().unwrap();
    let (subscription, ledger) = office.reader("ann@example.org").await;
    let lines: Vec<_> = ledger.iter().map(|line| (line.action, line.at, line.client.as_str())).collect();
    assert_eq!(
        lines[..2],
        [
            (ConsentAction::Requested, time("2018-06-12T07:53:28Z"), "192.0.2.7"),
            (ConsentAction::Confirmed, time("2018-06-12T08:00:00Z"), "192.0.2.8"),
        ]
    );
    assert_eq!((lines[2].0, lines[2].2, lines.len()), (ConsentAction::Imported, "", 3));
    assert!(ledger.iter().all(|line| line.source == "import"));
    assert_eq!(subscription.confirmed_at, Some(time("2018-06-12T08:00:00Z")));
    assert!(subscription.requested_at > time("2018-06-12T08:00:00Z"), "a pending one would be purged at once");
    let ann = office.read(|conn| subscriber::by_address(conn, "ann@example.org")).await.unwrap();
    assert_eq!(ann.name, "Ann Lee");

    let (subscription, ledger) = office.reader("ben@example.org").await;
    assert_eq!(subscription.unsubscribed_at, Some(time("2019-01-01T00:00:00Z")));
    assert!(subscription.requested_at <= time("2019-01-01T00:00:00Z"), "an old link would subscribe the reader again");
    let last = ledger.last().unwrap();
    assert_eq!((last.action, last.at), (ConsentAction::Withdrawn, time("2019-01-01T00:00:00Z")));
}

/// A first import that had taken everybody for confirmed is repaired by a file that says who left.
#[tokio::test]
async fn a_file_ends_what_only_an_import_had_begun() {
    let office = Office::open().await;
    office.import_text(Confirmed, "email\nann@example.org\nben@example.org\ncy@example.org\n").await;
    let now = Clock::System.now();
    let acted = move |conn: &mut tidings::db::Conn| {
        let id = subscriber::by_address(conn, "ben@example.org")?.unwrap().id;
        let subscription = subscriber::subscriptions_of(conn, id)?[0].id;
        let visitor = tidings::actor::Actor::Visitor { client: String::new() };
        subscriber::preferences::pause(conn, &visitor, now, subscription, None)
    };
    office.db.write(acted).await.unwrap();
    let file = "email,status\nann@example.org,unsubscribed\nben@example.org,bounced\ncy@example.org,active\n";
    let report = office.import_text(Confirmed, file).await;
    assert_eq!(report.stored, Stored { ended: 1, kept: 2, ..Stored::default() });
    assert_eq!(office.counters().await, (0, 2, 1));
    assert_eq!(office.standing("ann@example.org").await.0, Unsubscribed);
    assert_eq!(office.standing("ben@example.org").await.0, Confirmed);
    assert_eq!(office.suppressed("ben@example.org").await, None, "what a reader did here is newer");
}

#[tokio::test]
async fn a_trial_counts_and_changes_nothing() {
    let office = Office::open().await;
    office.import_text(Confirmed, "email\nann@example.org\nben@example.org\n").await;
    let file = "email,status\nann@example.org,unsubscribed\nben@example.org,active\ncy@example.org,active\ncy@example.org,active\ndi@example.org,bounced\nel@example.org,pending\nfy@example.org,maybe\n";
    let before = office.counters().await;
    let trial = office.import_with(Reading::default(), true, file).await.unwrap();
    assert_eq!((trial.entry, office.counters().await), (None, before));
    assert!(office.read(|conn| subscriber::by_address(conn, "cy@example.org")).await.is_none());
    assert_eq!(office.read(|conn| import::list(conn, i64::MAX, 10)).await.len(), 1, "a trial has no entry");
    let real = office.import_with(Reading::default(), false, file).await.unwrap();
    assert_eq!((trial.stored, trial.refusals.clone()), (real.stored, real.refusals));
    let expected = Stored { pending: 1, confirmed: 1, unsubscribed: 1, kept: 2, ended: 1, suppressed: 1 };
    assert_eq!((real.stored, trial.refused), (expected, 1));
    assert!(matches!(trial.refusals[0].kind, RefusalKind::State { .. }));
}

#[tokio::test]
async fn a_file_with_a_column_that_may_say_who_left_is_refused() {
    let office = Office::open().await;
    let file = "email,Patron Status\nann@example.org,Former patron\n";
    let refused = office.import_with(Reading::default(), false, file).await;
    assert!(matches!(refused, Err(ImportError::Header(HeaderError::UnclearState(_)))), "{refused:?}");
    assert_eq!(office.counters().await, (0, 0, 0));
    let reading = Reading { ignored: vec!["patron status".to_owned()], ..Reading::default() };
    assert_eq!(office.import_with(reading, false, file).await.unwrap().stored.confirmed, 1);
}

/// Files as spreadsheets write them.
#[tokio::test]
async fn semicolons_tabs_and_utf_16_are_read() {
    let utf_16: Vec<u8> = "\u{feff}Email\tName\tStatus\r\nann@example.org\tJörg\tpending\r\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    for file in [
        "E-Mail;Name;Status\r\nann@example.org;\"Jörg\";pending\r\n;;\r\n".as_bytes().to_vec(),
        "sep=;\nemail;name;status\nann@example.org;Jörg;pending\n".as_bytes().to_vec(),
        "email\tname\tstatus\nann@example.org\tJörg\tpending\n".as_bytes().to_vec(),
        utf_16,
    ] {
        let office = Office::open().await;
        let report = office.import(Confirmed, Cursor::new(file)).await.unwrap();
        assert_eq!((report.stored.added(), report.refused), (1, 0), "{report:?}");
        assert_eq!(office.standing("ann@example.org").await.0, Pending);
        assert_eq!(office.read(|conn| subscriber::by_address(conn, "ann@example.org")).await.unwrap().name, "Jörg");
    }
}

/// Another person's address was imported in its place.
#[tokio::test]
async fn an_address_with_a_quoted_local_part_is_refused() {
    let office = Office::open().await;
    let file = "email\n\"very.unusual\"@example.org\n\"\"\"very.unusual\"\"@example.org\"\n";
    let report = office.import_text(Confirmed, file).await;
    assert_eq!((report.stored.added(), report.refused), (0, 2));
    assert_eq!(report.refusals[0].kind, RefusalKind::TextBehindQuote);
    assert!(office.read(|conn| subscriber::by_address(conn, "very.unusual@example.org")).await.is_none());
}
