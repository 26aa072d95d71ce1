//! One SMTP connection to a real server on a real socket: replies in step, refusals, closed and hanging connections,
//! garbage.

use std::time::{Duration, Instant};

use tidings::mail::{Connection, Envelope, Fault, FaultKind, Judgement, RelayAddress, Stage, Timeouts, classify};

use crate::support::sink::{Action, Ledger, Script, Sink, TIMEOUT, Verb};

const LATER: Judgement = Judgement::Deferred { counts: true };
const RELAY: Judgement = Judgement::RelayFault { permanent: false };
const MEND: Judgement = Judgement::RelayFault { permanent: true };

/// For a server that does not answer.
fn short() -> Timeouts {
    all(Duration::from_millis(600))
}

/// For a server that answers, on a machine that may be busy.
fn patient() -> Timeouts {
    all(TIMEOUT)
}

fn all(limit: Duration) -> Timeouts {
    Timeouts { connect: limit, greeting: limit, command: limit, data: limit, dot: limit }
}

fn to(local: &str) -> Envelope {
    Envelope::new("bounce@news.example", &format!("{local}@example.net")).unwrap()
}

fn mail(id: &str) -> String {
    format!("Message-ID: <{id}@news.example>\r\nSubject: x\r\n\r\nBody of {id}.\r\n")
}

async fn open_url(url: &str, timeouts: &Timeouts) -> Result<Connection, Fault> {
    Connection::open(&RelayAddress::parse(url).unwrap(), "client.example", timeouts).await
}

async fn open(sink: &Sink) -> Connection {
    open_url(&sink.url(), &Timeouts::default()).await.unwrap()
}

/// One mail, with no next one announced.
async fn send(connection: &mut Connection, local: &str) -> Result<(), Fault> {
    connection.begin(&to(local)).await?;
    connection.finish(&mail(local), None).await.map(drop)
}

/// Opens a connection to a scripted sink and sends one mail; returns the sink too, for its ledger.
async fn try_script(script: Script, local: &str, timeouts: &Timeouts) -> (Result<(), Fault>, Sink) {
    let sink = Sink::start(script).await.unwrap();
    let result = match open_url(&sink.url(), timeouts).await {
        Ok(mut connection) => send(&mut connection, local).await,
        Err(fault) => Err(fault),
    };
    (result, sink)
}

#[tokio::test]
async fn a_thousand_mails_go_over_one_connection_each_once_and_in_order() {
    for script in [Script::default(), Script::without_pipelining()] {
        let pipelining = script.pipelining;
        let sink = Sink::start(script).await.unwrap();
        let mut connection = open(&sink).await;
        for i in 0..1000 {
            let next = to(&format!("r{}", i + 1));
            connection.begin(&to(&format!("r{i}"))).await.unwrap();
            let reply = connection.finish(&mail(&format!("m{i}")), (i < 999).then_some(&next)).await.unwrap();
            assert_eq!((reply.code, reply.enhanced), (250, Some((2, 0, 0))));
            assert_eq!(connection.announced(), pipelining && i < 999);
        }
        connection.quit().await;
        let mails = sink.wait_for(1000, TIMEOUT).await;
        assert_eq!((mails.len(), sink.ledger.connections()), (1000, 1));
        for (i, accepted) in mails.iter().enumerate() {
            assert_eq!(accepted.return_path, "bounce@news.example");
            assert_eq!(accepted.recipient, format!("r{i}@example.net"));
            assert_eq!(accepted.data, mail(&format!("m{i}")));
        }
        assert_eq!(sink.ledger.commands().last().unwrap(), "QUIT");
    }
}

#[tokio::test]
async fn a_refused_recipient_keeps_the_connection() {
    let cases = [
        ("tempfail1", Stage::RcptTo, LATER),
        ("permfail1", Stage::RcptTo, Judgement::Refused { hard: true }),
        ("policy1", Stage::RcptTo, Judgement::Refused { hard: false }),
        ("full1", Stage::RcptTo, LATER),
        ("once-1", Stage::RcptTo, LATER),
        ("bodytemp1", Stage::Dot, LATER),
        ("bodyperm1", Stage::Dot, Judgement::Refused { hard: false }),
    ];
    for script in [Script::default(), Script::without_pipelining()] {
        for announce in [false, true] {
            let sink = Sink::start(script.clone()).await.unwrap();
            let mut connection = open(&sink).await;
            for (local, stage, verdict) in cases {
                connection.begin(&to("good")).await.unwrap();
                let bad = to(local);
                connection.finish(&mail(local), announce.then_some(&bad)).await.unwrap();
                let fault = send(&mut connection, local).await.unwrap_err();
                assert_eq!(
                    (fault.stage, classify(&fault), fault.connection_lost()),
                    (stage, verdict, false),
                    "{fault}"
                );
                assert_eq!(fault.kind, FaultKind::Refused);
                assert!(fault.reply.unwrap().enhanced.is_some());
            }
            send(&mut connection, "once-1").await.unwrap();
            assert_eq!(sink.wait_for(8, TIMEOUT).await.len(), 8);
            assert_eq!(sink.ledger.connections(), 1);
        }
    }
}

#[tokio::test]
async fn a_refusal_at_the_dot_leaves_the_announced_mail_in_step() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut connection = open(&sink).await;
    connection.begin(&to("bodyperm")).await.unwrap();
    let fault = connection.finish(&mail("a"), Some(&to("good"))).await.unwrap_err();
    assert!(!fault.connection_lost() && connection.announced());
    send(&mut connection, "good").await.unwrap();
    let recipients: Vec<_> = sink.wait_for(1, TIMEOUT).await.into_iter().map(|mail| mail.recipient).collect();
    assert_eq!(recipients, ["good@example.net"]);
}

#[tokio::test]
async fn a_connection_that_ends_is_judged_by_how_far_the_mail_had_come() {
    let close = |verb| Script::default().on(verb, Action::Close);
    let cases = [
        (close(Verb::Greeting), "a", Stage::Greeting, RELAY),
        (close(Verb::Ehlo), "a", Stage::Hello, RELAY),
        (close(Verb::Mail), "a", Stage::MailFrom, RELAY),
        (close(Verb::Rcpt), "a", Stage::RcptTo, LATER),
        (close(Verb::Data), "a", Stage::Data, LATER),
        (Script::default(), "dropbefore", Stage::Data, LATER),
        (Script::default(), "drop", Stage::Dot, Judgement::Doubt),
        (close(Verb::Dot), "a", Stage::Dot, Judgement::Doubt),
    ];
    for (script, local, stage, verdict) in cases {
        for pipelining in [true, false] {
            let script = Script { pipelining, ..script.clone() };
            let (result, sink) = try_script(script, local, &patient()).await;
            let fault = result.unwrap_err();
            assert_eq!((fault.stage, fault.kind), (stage, FaultKind::Closed), "{fault}");
            assert_eq!(classify(&fault), verdict, "{fault}");
            assert!(fault.connection_lost() && fault.dot_written() == (stage == Stage::Dot));
            assert!(sink.ledger.mails().is_empty());
        }
    }
}

#[tokio::test]
async fn a_connection_that_ends_within_a_large_body_leaves_no_doubt() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut connection = open(&sink).await;
    connection.begin(&to("dropbody")).await.unwrap();
    let body = "Line\r\n".repeat(4_000_000);
    let fault = connection.finish(&body, None).await.unwrap_err();
    assert_eq!((fault.stage, fault.kind, fault.dot_written()), (Stage::Dot, FaultKind::Closed, false), "{fault}");
    assert_eq!(classify(&fault), LATER);
}

#[tokio::test]
async fn a_server_that_hangs_is_given_up_at_every_stage() {
    let hang = |verb| Script::default().on(verb, Action::Hang);
    let cases = [
        (hang(Verb::Greeting), "a", Stage::Greeting, RELAY),
        (hang(Verb::Ehlo), "a", Stage::Hello, RELAY),
        (hang(Verb::Mail), "a", Stage::MailFrom, RELAY),
        (hang(Verb::Rcpt), "a", Stage::RcptTo, LATER),
        (hang(Verb::Data), "a", Stage::Data, LATER),
        (Script::default(), "hang", Stage::Dot, Judgement::Doubt),
    ];
    for (script, local, stage, verdict) in cases {
        let start = Instant::now();
        let (result, _sink) = try_script(script, local, &short()).await;
        let fault = result.unwrap_err();
        assert_eq!((fault.stage, fault.kind), (stage, FaultKind::TimedOut), "{fault}");
        assert_eq!((classify(&fault), fault.connection_lost()), (verdict, true));
        assert!(start.elapsed() < Duration::from_secs(5));
    }
}

#[tokio::test]
async fn a_connection_is_never_used_again_after_a_time_out_or_a_cancelled_call() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let hasty = Timeouts { dot: Duration::from_millis(200), ..patient() };
    let mut timed_out = open_url(&sink.url(), &hasty).await.unwrap();
    send(&mut timed_out, "slow").await.unwrap_err();

    let mut cancelled = open(&sink).await;
    cancelled.begin(&to("slow")).await.unwrap();
    let data = mail("cancelled");
    let finish = cancelled.finish(&data, None);
    tokio::time::timeout(Duration::from_millis(100), finish).await.unwrap_err();

    // The replies have arrived. They must not be read as replies to another mail.
    tokio::time::sleep(Duration::from_millis(700)).await;
    for mut connection in [timed_out, cancelled] {
        assert!(connection.is_lost());
        let fault = connection.begin(&to("permfail")).await.unwrap_err();
        assert_eq!((fault.kind, fault.connection_lost()), (FaultKind::Unusable, true));
        let fault = connection.finish(&mail("x"), None).await.unwrap_err();
        assert_eq!((fault.kind, classify(&fault)), (FaultKind::Unusable, Judgement::Deferred { counts: false }));
    }
}

#[tokio::test]
async fn an_idle_connection_that_the_server_closed_is_noticed_before_the_next_mail() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut connection = open(&sink).await;
    send(&mut connection, "a").await.unwrap();
    assert!(!connection.is_stale());
    send(&mut connection, "b").await.unwrap();
    drop(sink);
    let start = Instant::now();
    while !connection.is_stale() {
        assert!(start.elapsed() < TIMEOUT);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    assert!(connection.is_lost());
}

#[tokio::test]
async fn an_announced_mail_is_withdrawn_by_dropping_the_connection() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut connection = open(&sink).await;
    connection.begin(&to("first")).await.unwrap();
    connection.finish(&mail("first"), Some(&to("withdrawn"))).await.unwrap();
    let fault = connection.begin(&to("another")).await.unwrap_err();
    assert_eq!((fault.kind, fault.connection_lost()), (FaultKind::Unusable, true));
    connection.quit().await;
    let mut connection = open(&sink).await;
    send(&mut connection, "second").await.unwrap();
    let recipients: Vec<_> = sink.wait_for(2, TIMEOUT).await.into_iter().map(|mail| mail.recipient).collect();
    assert_eq!(recipients, ["first@example.net", "second@example.net"]);
}

#[tokio::test]
async fn a_server_that_refuses_the_recipient_but_asks_for_the_body_gets_none() {
    let script = Script::default().on(Verb::Data, Action::Say("354 go ahead".to_owned()));
    let (result, sink) = try_script(script, "permfail", &patient()).await;
    let fault = result.unwrap_err();
    assert_eq!((fault.stage, fault.connection_lost()), (Stage::RcptTo, true));
    assert_eq!(classify(&fault), Judgement::Refused { hard: true });
    assert_eq!(sink.ledger.commands().last().unwrap(), "DATA");
}

#[tokio::test]
async fn dots_and_line_ends_of_a_body_arrive_unchanged() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut connection = open(&sink).await;
    let head = "Message-ID: <d@news.example>\r\n\r\n";
    for body in [".\r\n", "..\r\n.x\r\n", "a\r\n.\r\nMAIL FROM:<x@y>\r\n", "\r\n.\r\n\r\n"] {
        let data = format!("{head}{body}");
        connection.begin(&to("a")).await.unwrap();
        connection.finish(&data, None).await.unwrap();
        assert_eq!(sink.ledger.mails().last().unwrap().data, data);
    }
    assert_eq!(sink.ledger.mails().len(), 4);
    for body in ["a\n.\r\nMAIL FROM:<x@y>\r\n", "a\r.\r\n", "no end", "a\r\n.\n"] {
        let mut connection = open(&sink).await;
        connection.begin(&to("a")).await.unwrap();
        let fault = connection.finish(&format!("{head}{body}"), None).await.unwrap_err();
        assert_eq!((fault.kind, fault.dot_written(), fault.connection_lost()), (FaultKind::Unsendable, false, true));
    }
    assert_eq!(sink.ledger.mails().len(), 4);
}

#[tokio::test]
async fn faults_of_the_relay_fail_no_recipient() {
    let say = |verb, line: &str| Script::default().say(verb, line);
    let cases = [
        (say(Verb::Greeting, "554 5.3.2 not today"), Stage::Greeting, RELAY),
        (say(Verb::Greeting, "421 4.3.2 too busy"), Stage::Greeting, RELAY),
        (say(Verb::Ehlo, "502 5.5.1 no"), Stage::Hello, MEND),
        (say(Verb::Ehlo, "421 4.3.2 too busy"), Stage::Hello, RELAY),
        (say(Verb::Mail, "550 5.7.1 not you"), Stage::MailFrom, MEND),
        (say(Verb::Mail, "451 4.3.0 later"), Stage::MailFrom, RELAY),
        (say(Verb::Mail, "421 4.3.2 enough"), Stage::MailFrom, Judgement::Deferred { counts: false }),
        (say(Verb::Rcpt, "421 4.3.2 enough"), Stage::RcptTo, Judgement::Deferred { counts: false }),
        (say(Verb::Rcpt, "530 5.7.0 sign in"), Stage::RcptTo, MEND),
        (say(Verb::Data, "421 4.3.2 enough"), Stage::Data, Judgement::Deferred { counts: false }),
        (say(Verb::Data, "451 4.3.0 later"), Stage::Data, LATER),
        (say(Verb::Dot, "421 4.3.2 enough"), Stage::Dot, Judgement::Deferred { counts: false }),
    ];
    for (script, stage, verdict) in cases {
        for pipelining in [true, false] {
            let (result, _sink) = try_script(Script { pipelining, ..script.clone() }, "a", &patient()).await;
            let fault = result.unwrap_err();
            assert_eq!((fault.stage, fault.kind, classify(&fault)), (stage, FaultKind::Refused, verdict), "{fault}");
            let code = fault.reply.as_ref().unwrap().code;
            assert_eq!(fault.connection_lost(), code == 421 || stage < Stage::MailFrom, "{fault}");
        }
    }
}

#[tokio::test]
async fn an_unreachable_relay_is_a_fault_of_the_connect_stage() {
    let addr = Sink::start(Script::default()).await.unwrap().addr;
    tokio::time::sleep(Duration::from_millis(50)).await;
    for url in [format!("smtp://{addr}"), "smtp://no.such.host.invalid".to_owned()] {
        let fault = open_url(&url, &Timeouts::default()).await.err().unwrap();
        assert_eq!((fault.stage, fault.kind, classify(&fault)), (Stage::Connect, FaultKind::Closed, RELAY), "{fault}");
    }
}

#[tokio::test]
async fn garbage_is_refused_and_an_unusual_reply_is_not() {
    let send = |verb, bytes: &[u8]| Script::default().on(verb, Action::Send(bytes.to_vec()));
    let endless = b"250-more\r\n".repeat(5000);
    let long = [b"250 ".as_slice(), &b"x".repeat(2_000_000), b"\r\n"].concat();
    let garbage: [&[u8]; 7] =
        [b"hello\r\n", b"\r\n", b"999 x\r\n", b"250-a\r\n550 b\r\n", b"2", &endless, b"\xff\xfe\xfd\r\n"];
    for bytes in garbage {
        let limits = if bytes.ends_with(b"\n") { patient() } else { short() };
        let (result, _sink) = try_script(send(Verb::Mail, bytes), "a", &limits).await;
        let fault = result.unwrap_err();
        assert_eq!((fault.stage, classify(&fault), fault.connection_lost()), (Stage::MailFrom, RELAY, true), "{fault}");
        let (result, _sink) = try_script(send(Verb::Dot, bytes), "a", &limits).await;
        let fault = result.unwrap_err();
        assert_eq!((fault.stage, classify(&fault)), (Stage::Dot, Judgement::Doubt), "{fault}");
    }
    let (result, _sink) = try_script(send(Verb::Mail, &long), "a", &patient()).await;
    assert_eq!(result.unwrap_err().kind, FaultKind::Garbled);
    for bytes in [b"250\r\n".as_slice(), b"250 ok\n", b"250-\r\n250\r\n", b"250 \xff\r\n", b"259 fine\r\n"] {
        let (result, _sink) = try_script(send(Verb::Dot, bytes), "a", &patient()).await;
        result.unwrap();
    }
    let (result, _sink) = try_script(send(Verb::Rcpt, b"571 5.7.1 no\r\n"), "a", &patient()).await;
    assert_eq!(classify(&result.unwrap_err()), Judgement::Refused { hard: false });
    let (result, _sink) = try_script(send(Verb::Dot, b"354 more\r\n"), "a", &patient()).await;
    assert_eq!(classify(&result.unwrap_err()), Judgement::Doubt);
}

#[tokio::test]
async fn signing_in_works_by_either_mechanism_and_only_with_the_right_password() {
    let auth = |word: &str| Some(("me".to_owned(), word.to_owned()));
    let script = |word: &str| Script { auth: auth(word), ..Script::default() };
    let with = |sink: &Sink| format!("smtp://me:s%40fe@{}?tls=none", sink.addr);
    let sink = Sink::start(script("s@fe")).await.unwrap();
    send(&mut open_url(&with(&sink), &patient()).await.unwrap(), "a").await.unwrap();

    let lines = "250-sink.test\r\n250 AUTH LOGIN\r\n";
    let sink = Sink::start(script("s@fe").on(Verb::Ehlo, Action::Send(lines.into()))).await.unwrap();
    send(&mut open_url(&with(&sink), &patient()).await.unwrap(), "a").await.unwrap();

    let sink = Sink::start(script("other")).await.unwrap();
    let fault = open_url(&with(&sink), &patient()).await.err().unwrap();
    assert_eq!((fault.stage, fault.kind, classify(&fault)), (Stage::Auth, FaultKind::Refused, MEND), "{fault}");

    let sink = Sink::start(Script::default()).await.unwrap();
    let fault = open_url(&with(&sink), &patient()).await.err().unwrap();
    assert_eq!((fault.stage, fault.kind, classify(&fault)), (Stage::Auth, FaultKind::NoMechanism, MEND), "{fault}");
}

#[tokio::test]
async fn no_command_is_sent_unencrypted_where_encryption_is_required() {
    let offer = || Script { offers: vec!["STARTTLS".to_owned()], ..Script::default() };
    let injected = b"220 go\r\n250-evil\r\n250 AUTH PLAIN\r\n235 in\r\n".to_vec();
    let scripts = [
        Script::default(),
        offer().say(Verb::StartTls, "454 4.7.0 not now"),
        offer().on(Verb::StartTls, Action::Close),
        offer().on(Verb::StartTls, Action::Send(injected)),
        offer().on(Verb::StartTls, Action::Hang),
    ];
    for script in scripts {
        let sink = Sink::start(script).await.unwrap();
        let url = format!("smtp://me:secret@{}?tls=required", sink.addr);
        let fault = open_url(&url, &short()).await.err().unwrap();
        assert_eq!((fault.stage, classify(&fault), fault.connection_lost()), (Stage::Tls, RELAY, true), "{fault}");
        let commands = sink.ledger.commands();
        assert!(!commands.iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")), "{commands:?}");
    }
    let sink = Sink::start(Script::default()).await.unwrap();
    let fault = open_url(&format!("smtps://{}", sink.addr), &short()).await.err().unwrap();
    assert_eq!(fault.stage, Stage::Tls, "{fault}");
}

#[tokio::test]
async fn a_non_ascii_address_goes_only_to_a_server_with_smtputf8() {
    let sink = Sink::start(Script::default()).await.unwrap();
    let mut connection = open(&sink).await;
    let fault = connection.begin(&to("jörg")).await.unwrap_err();
    assert_eq!((fault.kind, fault.connection_lost()), (FaultKind::UnsupportedAddress, false));
    connection.begin(&to("a")).await.unwrap();
    connection.finish(&mail("a"), Some(&to("jörg"))).await.unwrap();
    assert!(!connection.announced());
    assert!(!sink.ledger.commands().iter().any(|line| !line.is_ascii()));

    let sink = Sink::start(Script { offers: vec!["SMTPUTF8".to_owned()], ..Script::default() }).await.unwrap();
    send(&mut open(&sink).await, "jörg").await.unwrap();
    assert!(sink.ledger.commands().contains(&"MAIL FROM:<bounce@news.example> SMTPUTF8".to_owned()));
    assert_eq!(sink.ledger.mails().first().unwrap().recipient, "jörg@example.net");
}

#[tokio::test]
async fn the_largest_size_is_known_before_a_mail_is_begun() {
    let sink = Sink::start(Script { size: Some(1000), ..Script::default() }).await.unwrap();
    let mut connection = open(&sink).await;
    assert!(connection.takes(1_000) && !connection.takes(1_001));
    connection.begin(&to("a")).await.unwrap();
    let fault = connection.finish(&"x\r\n".repeat(1000), None).await.unwrap_err();
    assert_eq!((classify(&fault), fault.connection_lost()), (Judgement::Refused { hard: false }, false));
    assert!(open(&Sink::start(Script::default()).await.unwrap()).await.takes(usize::MAX));
}

#[tokio::test]
async fn the_sinks_ledger_has_each_mail_before_it_is_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger");
    let ledger = Ledger::in_file(&path).unwrap();
    let sink = Sink::listen("127.0.0.1:0", Script::default(), ledger).await.unwrap();
    let mut connection = open(&sink).await;
    for i in 1..=20 {
        send(&mut connection, &format!("r{i}")).await.unwrap();
        let lines = std::fs::read_to_string(&path).unwrap();
        assert_eq!(lines.lines().last().unwrap(), format!("r{i}@example.net r{i}@news.example"));
        assert_eq!(lines.lines().count(), i);
    }
}
