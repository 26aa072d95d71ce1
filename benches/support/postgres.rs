//! A PostgreSQL server with default settings: that of `TIDINGS_BENCH_POSTGRES`, or a private one.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use diesel::connection::SimpleConnection as _;
use diesel::{Connection as _, PgConnection};

pub struct Server {
    url: String,
    child: Option<Child>,
    /// The process id of a private server.
    pub pid: Option<u32>,
}

impl Server {
    pub fn find_or_start(folder: &Path) -> Self {
        match std::env::var("TIDINGS_BENCH_POSTGRES") {
            Ok(url) => Self { url, child: None, pid: None },
            Err(_) => Self::start(folder),
        }
    }

    fn start(folder: &Path) -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/lib/postgres");
        let mut child = Command::new(script).arg(folder).stdout(Stdio::piped()).spawn().unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        assert!(
            !url.is_empty(),
            "PostgreSQL did not start: install the package postgresql, or set TIDINGS_BENCH_POSTGRES"
        );
        // The script has become the server.
        let pid = Some(child.id());
        Self { url: url.trim().to_owned(), child: Some(child), pid }
    }

    /// Creates a database and returns its URL.
    pub fn database(&self, round: u32) -> String {
        let name = format!("bench_{}_{round}", std::process::id());
        let mut conn = PgConnection::establish(&self.url).unwrap();
        conn.batch_execute(&format!("CREATE DATABASE {name}")).unwrap();
        let (server, _) = self.url.rsplit_once('/').unwrap();
        format!("{server}/{name}")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // An unclean end is harmless: its folder is deleted.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}
