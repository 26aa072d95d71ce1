//! Erasing a person: afterwards no trace of the person is in the data folder or in the log
//! of the real program, nor in any row.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::{PgConnection, sql_query};
use tidings::db::Db;
use tidings::delivery;
use tidings::mail::{ReadMail, read};

use crate::support::server::Server;

const ADDRESS: &str = "Zebulon.Quartermain@Example.org";
const NAME: &str = "Zebulon Q.";
/// Every spelling of the person's address or name has one of these.
const TRACES: [&str; 2] = ["zebulon", "quartermain"];
const PATIENCE: Duration = Duration::from_secs(30);

/// The mails to the person, read beside the server; waits for this number.
async fn mails(server: &Server, count: usize) -> Vec<ReadMail> {
    let sqlite = (!server.database.is_postgres()).then(|| server.data().join("tidings.db"));
    let url =
        sqlite.as_deref().map_or_else(|| server.database.url.clone(), |path| format!("sqlite:{}", path.display()));
    let db = Db::open(&url, sqlite.as_deref()).unwrap();
    let began = Instant::now();
    loop {
        let found = db.read(|conn| {
            let mut mails = Vec::new();
            for kept in delivery::captured(conn, i64::MAX, 100)? {
                mails.extend(delivery::captured_mail(conn, kept.id)?);
            }
            Ok::<_, tidings::db::Error>(mails)
        });
        let mut found = found.await.unwrap();
        found.retain(|(to, _)| to.eq_ignore_ascii_case(ADDRESS));
        if found.len() >= count {
            return found.into_iter().rev().map(|(_, raw)| read(&raw)).collect();
        }
        assert!(began.elapsed() < PATIENCE, "{count} mails are awaited, {} came", found.len());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

fn link(mail: &ReadMail, begins: &str) -> String {
    let at = mail.text.find(begins).unwrap_or_else(|| panic!("no {begins} in {}", mail.text));
    mail.text[at..].split(|c: char| c.is_whitespace() || c == '>').next().unwrap().to_owned()
}

/// Every file under a folder that has a trace, with the trace.
fn traces_in_files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(traces_in_files(&path));
            continue;
        }
        let bytes = std::fs::read(&path).unwrap().to_ascii_lowercase();
        let holds = |trace: &&&str| bytes.windows(trace.len()).any(|part| part == trace.as_bytes());
        found.extend(TRACES.iter().filter(holds).map(|trace| format!("{trace} in {}", path.display())));
    }
    found
}

/// Every table of a PostgreSQL database with a row that has a trace.
fn traces_in_rows(url: &str) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Name {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let mut conn = PgConnection::establish(url).unwrap();
    // By default a bytea is shown as hexadecimal digits.
    conn.batch_execute("SET bytea_output = 'escape'").unwrap();
    let tables =
        sql_query("SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'");
    let mut found = Vec::new();
    for Name { name } in tables.load(&mut conn).unwrap() {
        let pattern = TRACES.join("|");
        let rows = sql_query(format!("SELECT t::text AS name FROM {name} AS t WHERE t::text ~* '{pattern}'"));
        found.extend(rows.load(&mut conn).unwrap().into_iter().map(|row: Name| format!("{name}: {}", row.name)));
    }
    found
}

fn traces(server: &Server) -> Vec<String> {
    let mut found = traces_in_files(server.folder.path());
    if server.database.is_postgres() {
        found.extend(traces_in_rows(&server.database.url));
    }
    found
}

/// Signs up, confirms, gets a digest, sends an enquiry and requests the preferences; the link to them.
async fn live_a_full_life(server: &Server) -> String {
    let fields = [("email", ADDRESS), ("name", NAME)];
    assert_eq!(server.post("/subscribe", &fields).await.status(), 303);
    let confirm = link(&mails(server, 1).await[0], &format!("{}/confirm/", server.base));
    assert_eq!(server.post(&confirm, &[]).await.status(), 200);
    mails(server, 2).await;
    let fields = [("email", ADDRESS), ("name", NAME), ("subject", "Tides"), ("message", "Is Zebulon Quartermain in?")];
    assert_eq!(server.post("/contact", &fields).await.status(), 303);
    let digest = server.output(&["digest", "compose", "--newsletter", "morning", "--subject", "Boats"]);
    server.output(&["digest", "test", &digest, "--to", ADDRESS]);
    mails(server, 3).await;
    server.output(&["digest", "send", &digest, "--wait"]);
    let endless = link(&mails(server, 4).await[3], &format!("{}/preferences/", server.base));
    assert_eq!(server.post(&format!("{endless}/link"), &[]).await.status(), 303);
    link(&mails(server, 5).await[4], &format!("{}/preferences/", server.base))
}

#[tokio::test]
async fn an_erased_person_is_in_no_file_no_row_and_no_log() {
    let mut server =
        Server::new(&[("TIDINGS_LOG", "debug"), ("TIDINGS_PROOF_OF_WORK", "off"), ("TIDINGS_CLIENT_LIMITS", "off")]);
    let newsletter =
        ["newsletter", "add", "--slug", "morning", "--name", "The Morning", "--sender", "news@ledger.example"];
    server.output(
        &[&newsletter[..], &["--contact", "desk@ledger.example", "--postal-address", "1 Quay Street"]].concat(),
    );
    server.start().await;
    let preferences = live_a_full_life(&server).await;
    let held = traces(&server);
    assert!(held.len() > 1, "a search that finds nothing before finds nothing after: {held:?}");
    assert!(!held.iter().any(|trace| trace.ends_with("log")), "{held:?}");

    let answer = server.post(&format!("{preferences}/erase"), &[("sure", "yes")]).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(traces(&server), Vec::<String>::new());
    server.stop();
    assert_eq!(traces(&server), Vec::<String>::new());
}
